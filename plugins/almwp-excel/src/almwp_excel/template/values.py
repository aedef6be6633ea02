"""Write a value of a form into a cell of a template."""

import math
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from almwp.exporting.characters import harmless
from almwp.intake.form import FormValue
from almwp_excel.template.plainwords import write_words

_LINE = 15
"""Height of a line, in points."""
_MOST_LINES = 12
"""A taller row is hard to work with; its text is still all there."""


def height_of(values: Sequence[FormValue | None], widths: Sequence[int]) -> int:
    """Return how tall a row must be to show *values* in columns of these widths."""
    lines = [
        sum(max(1, math.ceil(len(line) * 1.1 / width)) for line in value.splitlines())
        for value, width in zip(values, widths, strict=True)
        if isinstance(value, str)
    ]
    return _LINE * min(max(lines, default=1) or 1, _MOST_LINES)


def write_cell(
    sheet: Worksheet, row: int, column: int, value: FormValue | None, look: Format
) -> None:
    """Write *value*; a cell without one keeps the look of its column.

    Text is never a formula, whatever sign it begins with.
    """
    if value is None:
        return
    if isinstance(value, str):
        write_words(sheet, row, column, harmless(value), look)
    elif isinstance(value, date):
        day = datetime(value.year, value.month, value.day)
        sheet.write_datetime(row, column, day, look)
    elif isinstance(value, Fraction):
        sheet.write_number(row, column, float(value), look)
