"""The cells of one sheet by row and column, merged blocks included."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Self

from attrs import evolve, field, frozen

from almwp.intake.cells import Book, Cell, CellKind, Merge, Sheet
from almwp.intake.errortexts import with_error_seen
from almwp.intake.mergedblocks import MergedBlocks
from almwp.intake.numberformat import FROM_1904, is_date_format, is_time_format
from almwp.model.fields import frozen_items
from almwp.model.folding import compose


@frozen(kw_only=True, eq=False)
class Grid:
    """The cells of one sheet.

    Attributes:
        sheet: The sheet.
        rows: Row number, and its cells by column number; from the top down and from
            left to right.  Cells without anything to be seen are left out.
        merges: The merged blocks, found in rows that hold cells.
        blanks: Cells in which nothing is to be seen: white space, or a formula whose
            result is an empty text.
    """

    sheet: Sheet
    rows: Mapping[int, Mapping[int, Cell]]
    merges: MergedBlocks = field(factory=MergedBlocks)
    blanks: tuple[Cell, ...] = field(default=(), converter=frozen_items)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells in which something is to be seen."""
        return tuple(cell for row in self.rows.values() for cell in row.values())

    @cached_property
    def _numbers(self) -> list[int]:
        return list(self.rows)

    def between(self, first: int, until: int | None) -> Iterator[int]:
        """Give the rows with cells from *first* up to *until*, or to the last one."""
        start = bisect_left(self._numbers, first)
        end = len(self._numbers)
        if until is not None:
            end = bisect_left(self._numbers, until)
        return iter(self._numbers[start:end])

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
        parts: list[dict[int, dict[int, Cell]]] = [{} for _ in range(len(lefts) + 1)]
        for row in self.between(first, until):
            for column, cell in self.rows[row].items():
                part = parts[bisect_right(lefts, column)]
                part.setdefault(row, {})[column] = cell
        return tuple(evolve(self, rows=rows, blanks=()) for rows in parts)


def build_grids(book: Book) -> list[Grid]:
    """Read the rows of all sheets of *book*."""
    since = book.starts_1904
    return [build_grid(sheet, starts_1904=since) for sheet in book.sheets]


def build_grid(sheet: Sheet, *, starts_1904: bool = False) -> Grid:
    """Read the rows of *sheet*.

    Args:
        sheet: The sheet.
        starts_1904: Whether its workbook counts days from 1904.
    """
    rows: dict[int, dict[int, Cell]] = {}
    blanks = []
    for row in sheet.rows():
        for cell in row:
            if _is_blank(cell):
                blanks.append(cell)
            else:
                seen = with_error_seen(cell)
                if starts_1904 and cell.kind is CellKind.NUMBER:
                    seen = _from_1904(cell)
                rows.setdefault(cell.row, {})[cell.column] = seen
    merges = MergedBlocks(sheet.merges, rows)
    return Grid(sheet=sheet, rows=rows, merges=merges, blanks=blanks)


def _from_1904(cell: Cell) -> Cell:
    """Return *cell* with a format that says from when its day or time counts."""
    code = cell.number_format
    if not (is_date_format(code) or is_time_format(code)):
        return cell
    return evolve(cell, number_format=f"{FROM_1904}{code}")


def _is_blank(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and not compose(cell.text).strip()
