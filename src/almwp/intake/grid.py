"""The cells of one sheet by row and column, merged blocks included."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Self

from attrs import evolve, field, frozen

from almwp.intake.cells import Book, Cell, CellKind, Merge, Sheet
from almwp.intake.errortexts import is_error_text
from almwp.intake.gridrows import GridRows, MadeCells
from almwp.intake.mergedblocks import MergedBlocks
from almwp.intake.numberformat import FROM_1904, is_date_format, is_time_format
from almwp.intake.packedcells import (
    CellPacker,
    Look,
    PackedCells,
    Stretch,
)
from almwp.intake.packing import packed_cells
from almwp.model.folding import compose

_NOTHING = CellPacker().packed()


@frozen(kw_only=True, eq=False, slots=False)
class Grid:
    """The cells of one sheet.

    Attributes:
        sheet: The sheet.
        stored: All its cells, as its reader gave them.
        packed: Those in which something is to be seen; *rows* and *cells* make them.
        merges: The merged blocks, found in rows that hold cells.
        unseen: Those in which nothing is to be seen: white space, or a formula whose
            result is an empty text.
        made: Keeps the cells that were made, for all sheets of a file.
    """

    sheet: Sheet
    stored: PackedCells
    packed: PackedCells
    merges: MergedBlocks = field(factory=MergedBlocks)
    unseen: PackedCells = _NOTHING
    made: MadeCells = field(factory=MadeCells)

    @cached_property
    def rows(self) -> Mapping[int, Mapping[int, Cell]]:
        """Row number, and its cells by column number; top down and left to right.

        Cells without anything to be seen are left out.
        """
        return GridRows(self.packed, self.made)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells in which something is to be seen."""
        return tuple(cell for row in self.packed.rows() for cell in row)

    @property
    def blanks(self) -> Iterator[Cell]:
        """Cells in which nothing is to be seen."""
        return (cell for row in self.unseen.rows() for cell in row)

    @cached_property
    def worded(self) -> frozenset[int]:
        """The rows in which a text stands: no other can hold a heading or a label."""
        return frozenset(self.packed.rows_of_texts())

    @property
    def _numbers(self) -> "array[int]":
        return self.packed.numbers

    def between(self, first: int, until: int | None) -> Iterator[int]:
        """Give the rows with cells from *first* up to *until*, or to the last one."""
        start = bisect_left(self._numbers, first)
        end = len(self._numbers)
        if until is not None:
            end = bisect_left(self._numbers, until)
        return iter(self._numbers[start:end])

    def columns(self, first: int, until: int | None) -> frozenset[int]:
        """Return the columns with cells in the rows from *first* up to *until*."""
        rows = self._numbers
        end = len(rows) if until is None else bisect_left(rows, until)
        places = self.packed.starts[bisect_left(rows, first) : end + 1]
        found = self.packed.columns[min(places, default=0) : max(places, default=0)]
        return frozenset(found)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Return the merged block that covers a place, or None."""
        return self.merges.at(row, column)

    def is_wide(self, row: int, column: int) -> bool:
        """Say whether a place is covered by a block of several columns."""
        merge = self.merge_at(row, column)
        return merge is not None and merge.right > merge.left

    def shown(self, row: int, column: int) -> Cell | None:
        """Return the cell that a reader sees at a place.

        In a merged block that is the block's first cell; a value that some program
        left under the block is a cell of its own and is seen by its own place.
        """
        own = self.rows.get(row, {}).get(column)
        merge = None if own is not None else self.merge_at(row, column)
        if merge is None:
            return own
        return self.rows.get(merge.top, {}).get(merge.left)

    def filled_down(self, row: int, column: int) -> Cell | None:
        """Return the cell at a place, or the one that is merged down to it.

        A block speaks for its first column only: a text that was spread over two
        columns is not the value of both.
        """
        own = self.rows.get(row, {}).get(column)
        merge = None if own is not None else self.merge_at(row, column)
        if merge is None or merge.left != column:
            return own
        return self.rows.get(merge.top, {}).get(column)

    def parts(
        self, first: int, until: int | None, lefts: Sequence[int]
    ) -> tuple[Self, ...]:
        """Part some rows of the sheet by columns.

        Args:
            first: The first of the rows.
            until: The first row that is no longer one of them, or None.
            lefts: The first column of each part but the first, which begins with the
                sheet, in order.
        """
        columns = self.packed.columns
        parts: list[list[Stretch]] = [[] for _ in range(len(lefts) + 1)]
        for row in self.between(first, until):
            start, end = self.packed.stretch(row)
            cuts = (bisect_left(columns, left, start, end) for left in lefts)
            for part, (one, other) in zip(
                parts, pairwise([start, *cuts, end]), strict=True
            ):
                part.append((row, one, other))
        return tuple(
            evolve(self, packed=self.packed.pick(part), unseen=_NOTHING)
            for part in parts
        )


def build_grids(book: Book) -> list[Grid]:
    """Read the rows of all sheets of *book*."""
    since, made = book.starts_1904, MadeCells()
    return [build_grid(each, starts_1904=since, made=made) for each in book.sheets]


def build_grid(
    sheet: Sheet, *, starts_1904: bool = False, made: MadeCells | None = None
) -> Grid:
    """Read the rows of *sheet*.

    Args:
        sheet: The sheet.
        starts_1904: Whether its workbook counts days from 1904.
        made: Keeps the cells of all sheets of its workbook.
    """
    stored = packed = packed_cells(sheet)
    unseen = _NOTHING
    blanks = stored.places_of_texts(_is_blank)
    if blanks:
        unseen, packed = stored.parted(blanks)
    packed = _with_errors_seen(packed)
    rows = frozenset(packed.numbers) if sheet.merges else frozenset[int]()
    if starts_1904:
        packed = evolve(packed, known_looks=map(_from_1904, packed.known_looks))
    return Grid(
        sheet=sheet,
        stored=stored,
        packed=packed,
        merges=MergedBlocks(sheet.merges, rows),
        unseen=unseen,
        made=made or MadeCells(),
    )


def _with_errors_seen(packed: PackedCells) -> PackedCells:
    """Return *packed*, with errors where texts are what a program shows for one."""
    places = packed.places_of_texts(is_error_text)
    if not places:
        return packed
    known, looks = list(packed.known_looks), packed.looks[:]
    texts = list(packed.texts)
    numbers = {look: number for number, look in enumerate(known)}
    for place in places:
        seen = known[looks[place]]._replace(kind=CellKind.ERROR)
        looks[place] = numbers.setdefault(seen, len(numbers))
        texts[place] = texts[place].strip()
    return evolve(packed, known_looks=numbers, looks=looks, texts=texts)


def _from_1904(look: Look) -> Look:
    """Return *look* with a format that says from when its day or time counts."""
    code = look.number_format
    if look.kind is not CellKind.NUMBER:
        return look
    if not (is_date_format(code) or is_time_format(code)):
        return look
    return look._replace(number_format=f"{FROM_1904}{code}")


def _is_blank(text: str) -> bool:
    if text[:1].isalnum():
        return False  # as in most texts; nothing that is unseen is one of these
    return not text or text.isspace() or not compose(text).strip()
