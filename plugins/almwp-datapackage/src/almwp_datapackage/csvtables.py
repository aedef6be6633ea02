"""Tables as CSV files whose cells no spreadsheet runs."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from almwp.exporting.characters import harmless, no_formula
from almwp.exporting.csvcells import number_cells
from almwp.exporting.datatables.table import DataTable, Field, Kind, Value

EXACT = ("", "_numerator", "_denominator")
"""What stands behind the name of the columns of an exact number."""


def csv_file(table: DataTable) -> bytes:
    """Return *table* as RFC 4180 has it, in UTF-8 and without a mark before it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([name for each in table.fields for name in column_names(each)])
    for row in table.rows:
        cells: list[str] = []
        for each, value in zip(table.fields, row, strict=True):
            cells.extend(_cells(each, value))
        writer.writerow(cells)
    return stream.getvalue().encode("utf-8")


def column_names(field: Field) -> tuple[str, ...]:
    """Return the names of the columns in which a field is written."""
    ends = EXACT if field.kind is Kind.EXACT else ("",)
    return tuple(f"{field.name}{end}" for end in ends)


def _cells(field: Field, value: Value) -> Iterator[str]:
    match value:
        case None:
            yield from ("" for _ in column_names(field))
        case Fraction():
            yield from number_cells(value)
        case date():
            yield value.isoformat()
        case int():
            yield str(value)
        case str():
            yield no_formula(harmless(value))
