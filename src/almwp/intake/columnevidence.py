"""Learn from the cells of a table together how each one of them is to be read."""

from attrs import evolve

from almwp.intake.cells import Cell
from almwp.intake.dates import column_dates
from almwp.intake.field import FieldType
from almwp.intake.headings import HeadingBlock
from almwp.intake.numbercolumn import column_numbers
from almwp.intake.percentcolumn import column_percents
from almwp.intake.rowframeworks import row_frameworks
from almwp.intake.rowkinds import Table
from almwp.intake.textlanguages import heading_languages
from almwp.intake.values import Values

_TELLING = frozenset(
    (FieldType.DATE, FieldType.TIMEFRAME, FieldType.PERCENT, FieldType.NUMBER)
)
"""Types of columns whose cells say together how each of them is to be read."""


def with_evidence(values: Values, table: Table, block: HeadingBlock) -> Values:
    """Return *values* with what the headings, columns and rows of *table* say."""
    dates, percents, numbers = [], [], []
    for column, cells in _telling_cells(table).items():
        of = table.columns[column]
        if of.type in (FieldType.DATE, FieldType.TIMEFRAME):
            dates.append((column, column_dates(cells, values.language)))
        elif of.type is FieldType.PERCENT:
            percents.append((column, column_percents(cells)))
        else:
            numbers.append((column, column_numbers(cells, values.language)))
    return evolve(
        values,
        dates=dates,
        percents=percents,
        numbers=numbers,
        frameworks=row_frameworks(table, values.lexicon),
        languages=heading_languages(block),
    )


def _telling_cells(table: Table) -> dict[int, list[Cell]]:
    """Return the cells of the columns that tell, in one pass over the rows."""
    columns = table.columns.items()
    found: dict[int, list[Cell]] = {c: [] for c, of in columns if of.type in _TELLING}
    for row in table.rows if found else ():
        cells = table.grid.rows[row]
        for column, told in found.items():
            if column in cells:
                told.append(cells[column])
    return found
