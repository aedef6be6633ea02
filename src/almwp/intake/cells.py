"""What a reader hands over: sheets of cells, each with its place and its look."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Protocol

from attrs import field, frozen

from almwp.findings.rule import Finding
from almwp.model.fields import frozen_items


class CellKind(StrEnum):
    """What a cell stores.

    ``uncalculated`` is a formula whose result was not stored.  ``date`` is a date
    stored as text in ISO form (ISO 29500 Strict); dates of ordinary workbooks are
    numbers with a date format.
    """

    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    ERROR = "error"
    DATE = "date"
    UNCALCULATED = "uncalculated"


class Strike(StrEnum):
    """How much of a cell's text is struck through."""

    NONE = "none"
    PART = "part"
    WHOLE = "whole"


class Visibility(StrEnum):
    """Whether a sheet's tab is shown."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    VERY_HIDDEN = "very hidden"


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Return the letters of a column: 1 is ``A``, 28 is ``AB``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column: ``A`` is 1, ``AB`` is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def place_of(ref: str) -> tuple[int, int]:
    """Return row and column of an address; of a range, those of its first cell."""
    first = ref.partition(":")[0]
    letters = first.rstrip("0123456789")
    return int(first[len(letters) :]), column_number(letters)


class Cell(NamedTuple):
    """A non-empty cell: it has a value, a formula or at least one character of text.

    A tuple with names, not a class of attrs: millions of them are made, and a tuple is
    made five times as fast.

    Attributes:
        row: Excel's own number of the row, from 1.
        column: Number of the column, from 1.
        kind: What it stores.
        text: What is stored, as stored: the text itself; the digits of a number as
            they stand in the file; ``TRUE`` or ``FALSE``; the error's name; empty
            for an uncalculated formula.
        number_format: Excel's format code, such as ``0%``.
        formula: The formula without the equals sign, or None.
        hidden: Whether its row or its column is hidden.
        strike: How much of it is struck through.
    """

    row: int
    column: int
    kind: CellKind
    text: str
    number_format: str = "General"
    formula: str | None = None
    hidden: bool = False
    strike: Strike = Strike.NONE

    @property
    def ref(self) -> str:
        """Its address, such as ``F7``."""
        return f"{column_letters(self.column)}{self.row}"


@frozen(kw_only=True)
class Merge:
    """A block of merged cells; all four numbers count from 1 and are inside it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def ref(self) -> str:
        """Its address, such as ``A5:H5``."""
        first = f"{column_letters(self.left)}{self.top}"
        return f"{first}:{column_letters(self.right)}{self.bottom}"

    def holds(self, row: int, column: int) -> bool:
        """Say whether a cell lies in the block."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


Row = tuple[Cell, ...]
"""The non-empty cells of one row, from left to right; never empty."""


class Packed(Protocol):
    """Cells that are packed; :class:`almwp.intake.packedcells.PackedCells` are."""

    def rows(self) -> Iterator[Row]:
        """Make the cells of one row after the other."""


@frozen(kw_only=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        name: The name on its tab.
        visibility: Whether the tab is shown.
        merges: Its merged blocks, from the top down.
        read_rows: Gives the rows from the top down; rows without a non-empty cell
            are left out.  It may be called again and then gives the same.
        packed: The same cells, where the reader has them packed already; *read_rows*
            is not called then.
    """

    name: str
    visibility: Visibility = Visibility.VISIBLE
    merges: tuple[Merge, ...] = field(default=(), converter=frozen_items)
    read_rows: Callable[[], Iterator[Row]]
    packed: Packed | None = field(default=None, repr=False)

    def rows(self) -> Iterator[Row]:
        """Return the rows from the top down."""
        return self.read_rows()


@frozen(kw_only=True)
class Book:
    """What a reader read from one file.

    Attributes:
        sheets: All its sheets in the order of their tabs, hidden ones included.
        starts_1904: Whether its dates count from 1904 instead of 1900.
        findings: What the reader found, such as macros or links to other files.
    """

    sheets: tuple[Sheet, ...] = field(default=(), converter=frozen_items)
    starts_1904: bool = False
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)
