"""How wide the columns of a table are set, from the words that stand in them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from math import ceil, sqrt
from statistics import fmean

from attrs import frozen

from almwp.model.report import Table, TableCell

_NARROW = frozenset("fijltrI.,;:!|'()[]/-–\"` ")
_BROAD = frozenset("mwMW@%—…")
_LONGEST = 9.0
"""Ems from which on a word may be broken: longer than any date, number or code."""
_ADDRESS = re.compile(r"https?://")
_PIECES = re.compile(r"[^-/_.|]*[-/_.|]?")
"""Where a word that is too long may be broken without a reader stumbling."""
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
_SMALL = 0.5
"""What an address, which is set small and breaks anywhere, counts as text."""
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


def text_width(text: str, breadth: float = 1.0) -> float:
    """Return about how wide *text* is on one line, in ems."""
    return breadth * _width(text)


@lru_cache(maxsize=10_000)  # the same words come in thousands of cells
def _width(text: str) -> float:
    return sum(map(_letter, unicodedata.normalize("NFD", text)))


@frozen(kw_only=True)
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
        heads = _low_heads(self.table, self.face)
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
        sizes = self.columns(room)
        return fmean(row_lines(row, sizes, self.face) for row in self.table.rows)

    @cached_property
    def _least(self) -> list[float]:
        return _least(self.table, self.face)

    @cached_property
    def _most(self) -> list[float]:
        return _most(self.table, self.face, self._least)

    @cached_property
    def _weights(self) -> list[float]:
        return _weights(self.table, self.face)


def column_widths(table: Table, room: float, face: Face) -> tuple[float, ...]:
    """Divide *room* among the columns of *table*; see :class:`Measured`."""
    return Measured(table=table, face=face).columns(room)


def lies_across(table: Table, upright: float, across: float, face: Face) -> bool:
    """Say whether *table* is to stand on a page that lies across."""
    return Measured(table=table, face=face).lies_across(upright, across)


def row_lines(row: Iterable[TableCell], sizes: Sequence[float], face: Face) -> int:
    """Return about how many lines *row* takes in columns of these *sizes*."""
    return max(
        sum(
            max(ceil(_running(line, face) / max(size - face.padding, 1)), 1)
            for line in cell.text.split("\n")
        )
        for cell, size in zip(row, sizes, strict=True)
    )


def _running(line: str, face: Face) -> float:
    """Return how wide a line is; an address, set small, counts as one whole line."""
    return 0.0 if _ADDRESS.match(line) else text_width(line, face.breadth)


@cache
def _letter(letter: str) -> float:
    """Return how wide a letter is in Arial, about, in ems."""
    if unicodedata.combining(letter):
        return 0.1 if letter == "\N{COMBINING HORN}" else 0.0
    if letter in _NARROW:
        return 0.32
    if letter in _BROAD:
        return 0.86
    if letter.isupper():
        return 0.69
    wide = unicodedata.east_asian_width(letter) in "FW"
    return 1.0 if wide else 0.55


def _least(table: Table, face: Face) -> list[float]:
    """Return how wide each column must be so that no short word of it is broken."""
    heads = [
        _widest(column.heading, face.breadth * _BOLD, 0.0) for column in table.columns
    ]
    cells = [
        max(
            _widest(text, face.breadth, mark) for text, mark in _different(column, face)
        )
        for column in zip(*table.rows, strict=True)
    ] or heads
    return [max(pair) + face.padding for pair in zip(heads, cells, strict=True)]


def _low_heads(table: Table, face: Face) -> list[float]:
    """Return how wide each column must be so that its heading is not very high."""
    return [
        text_width(column.heading, face.breadth * _BOLD) / _HEAD_LINES + face.padding
        for column in table.columns
    ]


def _most(table: Table, face: Face, least: list[float]) -> list[float]:
    """Return how wide each column would be if none of its lines had to turn."""
    heads = [
        min(text_width(column.heading, face.breadth * _BOLD), _LONGEST)
        for column in table.columns
    ]
    cells = [
        max(max(_widths(text, face)) + mark for text, mark in _different(column, face))
        for column in zip(*table.rows, strict=True)
    ] or heads
    return [
        max(head + face.padding, cell + face.padding, narrow)
        for head, cell, narrow in zip(heads, cells, least, strict=True)
    ]


def _weights(table: Table, face: Face) -> list[float]:
    """Return what columns get in relation to one another, as far as there is room."""
    shares = [float(max(column.share, 1)) for column in table.columns]
    if len(shares) == 2 and len(set(shares)) == 2:  # facts by name look alike
        return shares
    held = [
        _need([min(_length(cell, face), _LONG_TEXT) for cell in column])
        for column in zip(*table.rows, strict=True)
    ]
    if not held:
        return shares
    if len(set(shares)) == 1:
        return held
    return [sqrt(share * need) for share, need in zip(shares, held, strict=True)]


def _need(lines: Sequence[float]) -> float:
    return sqrt(fmean(lines) * max(lines)) + 1


def _different(column: Iterable[TableCell], face: Face) -> Iterable[tuple[str, float]]:
    """Return what the cells of a column say, each once, with the room for its mark."""
    return dict.fromkeys((cell.text, _mark(cell, face)) for cell in column)


def _length(cell: TableCell, face: Face) -> float:
    return sum(_widths(cell.text, face)) + _mark(cell, face)


def _widths(text: str, face: Face) -> Iterator[float]:
    for line in text.split("\n"):
        whole = text_width(line, face.breadth)
        yield whole * _SMALL if _ADDRESS.match(line) else whole


def _mark(cell: TableCell, face: Face) -> float:
    return face.mark if cell.origins else 0.0


def _widest(text: str, breadth: float, mark: float) -> float:
    """Return the width of what must not be broken in *text*, a mark behind it."""
    words = list(_words(text))
    if not words:
        return mark
    widest = max(text_width(word, breadth) for word in set(words))
    return max(widest, min(text_width(words[-1], breadth), _LONGEST) + mark)


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        if _ADDRESS.match(word):
            yield word[:12]
        elif text_width(word) <= _LONGEST:
            yield word
        else:
            yield from (piece[:14] for piece in _PIECES.findall(word) if piece)


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
