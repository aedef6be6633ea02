"""The cells of one sheet by row and column, merged blocks included."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Self

from attrs import evolve, field, frozen

from almwp.intake.cells import Cell, CellKind, Merge, Sheet
from almwp.model.fields import frozen_items
from almwp.model.folding import compose


@frozen(kw_only=True, eq=False)
class Grid:
    """The cells of one sheet.

    Attributes:
        sheet: The sheet.
        rows: Row number, and its cells by column number; from the top down and from
            left to right.  Cells without anything to be seen are left out.
        merges: Row number, and the merged blocks that cover any of it; of rows that
            hold cells.
        blanks: Cells in which nothing is to be seen: white space, or a formula whose
            result is an empty text.
    """

    sheet: Sheet
    rows: Mapping[int, Mapping[int, Cell]]
    merges: Mapping[int, tuple[Merge, ...]] = field(factory=dict)
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
        for merge in self.merges.get(row, ()):
            if merge.left <= column <= merge.right:
                return merge
        return None

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


def build_grid(sheet: Sheet) -> Grid:
    """Read the rows of *sheet*."""
    rows: dict[int, dict[int, Cell]] = {}
    blanks = []
    for row in sheet.rows():
        for cell in row:
            if _is_blank(cell):
                blanks.append(cell)
            else:
                rows.setdefault(cell.row, {})[cell.column] = cell
    return Grid(
        sheet=sheet, rows=rows, merges=_by_row(sheet.merges, list(rows)), blanks=blanks
    )


def _is_blank(cell: Cell) -> bool:
    return cell.kind is CellKind.TEXT and not compose(cell.text).strip()


def _by_row(merges: tuple[Merge, ...], rows: list[int]) -> dict[int, tuple[Merge, ...]]:
    found: dict[int, list[Merge]] = {}
    for merge in merges:
        first, last = bisect_left(rows, merge.top), bisect_right(rows, merge.bottom)
        for row in rows[first:last]:
            found.setdefault(row, []).append(merge)
    return {row: tuple(held) for row, held in found.items()}
