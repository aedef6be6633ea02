"""How tables of a Word document are set: the size of letters, and columns."""

from almwp.exporting.columnwidths import (
    Face,
    column_widths,
    fits,
    lies_across,
    mean_lines,
    row_lines,
)
from almwp.model.report import Table

_FACE = Face(breadth=0.95, padding=0.9)
"""Of Times New Roman, with something to spare for the fonts of a letterhead."""
_USUAL, _SMALL = 200, 180
"""The size of letters, in twentieths of a point."""
_TALL = 6.0
"""Lines of a row from which on smaller letters are easier to read than more lines."""


def is_small(table: Table, width: int) -> bool:
    """Say whether the letters of *table* are smaller, so that it fits into *width*."""
    if not table.columns or not table.rows:
        return False
    room = width / _USUAL
    return not fits(table, room, _FACE) or mean_lines(table, room, _FACE) > _TALL


def measured(table: Table, width: int) -> tuple[int, ...]:
    """Divide *width* among the columns of *table*, in twentieths of a point."""
    size = _SMALL if is_small(table, width) else _USUAL
    found = [int(part * size) for part in column_widths(table, width / size, _FACE)]
    found[-1] += width - sum(found)
    return tuple(found)


def lines_of(table: Table, width: int) -> int:
    """Return about how many lines the rows of *table* take together."""
    size = _SMALL if is_small(table, width) else _USUAL
    sizes = column_widths(table, width / size, _FACE)
    return sum(row_lines(row, sizes, _FACE) for row in table.rows)


def is_wide(table: Table, upright: int, across: int) -> bool:
    """Say whether *table* is to lie across, by the width of the text on both pages."""
    if not table.columns:
        return False
    return lies_across(table, upright / _SMALL, across / _SMALL, _FACE)
