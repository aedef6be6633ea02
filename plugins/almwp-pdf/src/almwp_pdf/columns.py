"""Columns of a table: how wide each is, and parts of tables that are too wide."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from almwp.exporting.columnwidths import Face, column_widths, lies_across
from almwp.model.report import Table

ROOM, ROOM_ACROSS = 105, 160
"""Characters beside one another that a page has room for, upright and across."""
_MOST = 13
"""Columns of a table that can still be read on a page that lies across."""
_LEAST, _LONGEST_WORD = 3, 16
_EMS = 0.51
"""Ems of a letter of usual width, by which the room is counted."""
_FACE = Face(breadth=0.93, padding=1.0, mark=1.3)
_MANY_LINES = 25
"""Lines from which on a row may be parted, as it could be higher than a page."""
HEADING_LINES = 10
"""Lines of a heading row that leave enough of a page to what stands under it."""


def parts(table: Table) -> Iterator[Table]:
    """Part a table that is too wide; each part begins with its first column again."""
    count = len(table.columns)
    if count <= _MOST:
        yield table
        return
    for first in range(1, count, _MOST - 1):
        chosen = [0, *range(first, min(first + _MOST - 1, count))]
        yield evolve(
            table,
            columns=[table.columns[n] for n in chosen],
            rows=[tuple(row[n] for n in chosen) for row in table.rows],
        )


def widths(table: Table, room: int) -> list[float]:
    """Divide *room* among the columns: no date, number or short word is broken."""
    found = column_widths(table, room * _EMS, _FACE)
    return [round(size / _EMS, 2) for size in found]


def is_wide(table: Table) -> bool:
    """Say whether *table* is to lie across."""
    if not table.columns:
        return False
    first = next(parts(table))
    return lies_across(first, ROOM * _EMS, ROOM_ACROSS * _EMS, _FACE)


def longest_word(width: float) -> int:
    """Return from how many letters on a word may be broken anywhere in a column."""
    return max(min(int(width), _LONGEST_WORD + 2), _LEAST)


def fits_whole(
    texts: Sequence[str], sizes: Sequence[float], *, lines: int = _MANY_LINES
) -> bool:
    """Say whether a row of *texts* surely takes fewer *lines* than these."""
    return all(
        len(text) / size + text.count("\n") < lines
        for text, size in zip(texts, sizes, strict=True)
    )
