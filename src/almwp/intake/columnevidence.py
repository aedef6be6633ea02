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


def with_evidence(values: Values, table: Table, block: HeadingBlock) -> Values:
    """Return *values* with what the headings, columns and rows of *table* say."""
    dates, percents, numbers = [], [], []
    for column, of in table.columns.items():
        cells = [
            cell
            for row in table.rows
            if (cell := table.grid.rows[row].get(column)) is not None
        ]
        if of.type in (FieldType.DATE, FieldType.TIMEFRAME):
            dates.append((column, column_dates(cells, values.language)))
        elif of.type is FieldType.PERCENT:
            percents.append((column, column_percents(cells)))
        elif of.type is FieldType.NUMBER:
            numbers.append((column, column_numbers(cells, values.language)))
    return evolve(
        values,
        dates=dates,
        percents=percents,
        numbers=numbers,
        frameworks=row_frameworks(table, values.lexicon),
        languages=heading_languages(block),
    )
