"""Learn from the cells of a table together how each one of them is to be read."""

from attrs import evolve

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
    rows = [table.grid.rows[row] for row in table.rows]
    for column, of in table.columns.items():
        if of.type not in _TELLING:
            continue
        cells = [row[column] for row in rows if column in row]
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
