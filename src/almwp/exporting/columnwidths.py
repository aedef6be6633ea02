"""How wide the columns of a table are set, from the words that stand in them."""

from collections.abc import Sequence
from functools import cached_property
from math import ceil, fsum, sqrt
from typing import TypeAlias

from attrs import frozen

from almwp.exporting.textwidths import (
    LONGEST,
    line_widths,
    running_widths,
    text_width,
    unbroken_width,
)
from almwp.model.report import Table

Said: TypeAlias = tuple[str, float]
"""What a cell says, and how much room its mark of evidence takes."""

_BOLD = 1.08
_LONG_TEXT = 60.0
"""Ems from which on more text makes no column any wider."""
_MANY = 7
"""Columns from which on a table that fits upright may still lie across."""
_TALL, _GAIN = 6.5, 0.75
"""Lines of a row from which on a table may lie across, and the least it must gain."""
_HEAD_LINES = 3.2
_SPARE = 0.75
"""About how many lines a heading may take, and of which part of the room at most."""
_STEPS = 40


@frozen(kw_only=True)
class Face:
    """How text is set in the cells of a table; measures in ems of its letters.

    Attributes:
        breadth: How broad the letters are: 1 for those of Arial.
        padding: What is left free on both sides of a cell together.
        mark: How much room a mark of evidence takes.
    """

    breadth: float = 1.0
    padding: float = 0.9
    mark: float = 1.5


@frozen(kw_only=True, slots=False)
class Measured:
    """A table, of which each cell is measured once, however often it is laid out.

    Attributes:
        table: The table; it has columns.
        face: How its text is set.
    """

    table: Table
    face: Face

    def columns(self, room: float) -> tuple[float, ...]:
        """Divide *room*, in ems, among the columns.

        What must not be broken, such as dates, numbers and short words, gets its width
        first; the rest goes by the shares of the columns and by how much stands in
        them.  No column gets more than it has use for while another one wants it.
        """
        heads = self._low_heads
        least, most = self._least, self._most
        low = [max(pair) for pair in zip(least, heads, strict=True)]
        least = low if sum(low) <= _SPARE * room else least
        most = [max(pair) for pair in zip(least, most, strict=True)]
        if sum(least) >= room:
            return _clamped([1.0] * len(least), [0.0] * len(least), least, room)
        if sum(most) <= room:
            unbounded = [room] * len(most)
            least = least if len(most) == 2 else most
            return _clamped(self._weights, least, unbounded, room)
        return _clamped(self._weights, least, most, room)

    def fits(self, room: float) -> bool:
        """Say whether no word is broken where the table is set to *room*."""
        return sum(self._least) <= room

    def lies_across(self, upright: float, across: float) -> bool:
        """Say whether the table is to stand on a page that lies across.

        It is where it does not fit upright, or where its rows would become very tall.

        Args:
            upright: The room on an upright page, in ems.
            across: The room on a page that lies across.
        """
        if not self.fits(upright):
            return True
        if len(self.table.columns) < _MANY or not self.table.rows:
            return False
        tall = self.mean_lines(upright)
        return tall > _TALL and self.mean_lines(across) < _GAIN * tall

    def mean_lines(self, room: float) -> float:
        """Return about how many lines a row takes on the average."""
        return _mean(self.row_lines(self.columns(room)))

    def row_lines(self, sizes: Sequence[float]) -> list[int]:
        """Return about how many lines each row takes in columns of these *sizes*."""
        columns = []
        laid = zip(self._said, self._running, sizes, strict=False)
        for column, running, size in laid:
            width = max(size - self.face.padding, 1)
            taken = {
                said: sum([max(ceil(line / width), 1) for line in lines])
                for said, lines in running.items()
            }
            columns.append([taken[said] for said in column])
        return [max(row) for row in zip(*columns, strict=True)]

    @cached_property
    def _said(self) -> list[list[Said]]:
        """What the cells of each column say; empty for a table without rows."""
        mark = self.face.mark
        return [
            [(cell.text, mark if cell.origins else 0.0) for cell in column]
            for column in zip(*self.table.rows, strict=True)
        ]

    @cached_property
    def _lengths(self) -> list[dict[Said, tuple[float, ...]]]:
        """How wide each line is of all that the cells of each column say."""
        breadth = self.face.breadth
        return [
            {said: line_widths(said[0], breadth) for said in dict.fromkeys(column)}
            for column in self._said
        ]

    @cached_property
    def _running(self) -> list[dict[Said, tuple[float, ...]]]:
        """The same with addresses as lines of their own, whatever the room."""
        breadth = self.face.breadth
        return [
            {
                said: running_widths(said[0], breadth) if "://" in said[0] else lines
                for said, lines in lengths.items()
            }
            for lengths in self._lengths
        ]

    @cached_property
    def _least(self) -> list[float]:
        """How wide each column must be so that no short word of it is broken."""
        breadth, padding = self.face.breadth, self.face.padding
        heads = [
            unbroken_width([(column.heading, 0.0)], breadth * _BOLD)
            for column in self.table.columns
        ]
        cells = [unbroken_width(column, breadth) for column in self._lengths] or heads
        return [max(pair) + padding for pair in zip(heads, cells, strict=True)]

    @cached_property
    def _low_heads(self) -> list[float]:
        """How wide each column must be so that its heading is not very high."""
        return [each / _HEAD_LINES + self.face.padding for each in self._heads]

    @cached_property
    def _most(self) -> list[float]:
        """How wide each column would be if none of its lines had to turn."""
        padding = self.face.padding
        heads = [min(each, LONGEST) for each in self._heads]
        cells = [
            max([max(lines) + mark for (_, mark), lines in lengths.items()])
            for lengths in self._lengths
        ] or heads
        return [
            max(head + padding, cell + padding, narrow)
            for head, cell, narrow in zip(heads, cells, self._least, strict=True)
        ]

    @cached_property
    def _heads(self) -> list[float]:
        breadth = self.face.breadth * _BOLD
        return [text_width(column.heading, breadth) for column in self.table.columns]

    @cached_property
    def _weights(self) -> list[float]:
        """What columns get in relation to one another, as far as there is room."""
        shares = [float(max(column.share, 1)) for column in self.table.columns]
        if len(shares) == 2 and len(set(shares)) == 2:  # facts by name look alike
            return shares
        held = []
        for column, lengths in zip(self._said, self._lengths, strict=True):
            long = {
                said: min(sum(lines) + said[1], _LONG_TEXT)
                for said, lines in lengths.items()
            }
            held.append(_need([long[said] for said in column]))
        if not held:
            return shares
        if len(set(shares)) == 1:
            return held
        return [sqrt(share * need) for share, need in zip(shares, held, strict=True)]


def column_widths(table: Table, room: float, face: Face) -> tuple[float, ...]:
    """Divide *room* among the columns of *table*; see :class:`Measured`."""
    return Measured(table=table, face=face).columns(room)


def lies_across(table: Table, upright: float, across: float, face: Face) -> bool:
    """Say whether *table* is to stand on a page that lies across."""
    return Measured(table=table, face=face).lies_across(upright, across)


def _need(lines: Sequence[float]) -> float:
    return sqrt(_mean(lines) * max(lines)) + 1


def _mean(values: Sequence[float]) -> float:
    # As statistics.fmean does; loading that takes longer than a table is measured.
    return fsum(values) / len(values)


def _clamped(
    weights: Sequence[float],
    least: Sequence[float],
    most: Sequence[float],
    room: float,
) -> tuple[float, ...]:
    """Divide *room* by *weights*, with nothing below *least* or above *most*."""

    def at(scale: float) -> list[float]:
        bounds = zip(weights, least, most, strict=True)
        return [min(max(scale * w, low), high) for w, low, high in bounds]

    low, high = 0.0, (room + 1) * (1 + 1 / min(weights))
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(at(middle)) < room else (low, middle)
    found = at(high)
    whole = sum(found) or 1.0
    return tuple(size * room / whole for size in found)
