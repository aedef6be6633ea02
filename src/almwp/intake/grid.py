"""The cells of one sheet by row and column, merged blocks included."""

from collections.abc import Iterator, Mapping

from attrs import field, frozen

from almwp.intake.cells import Cell, Merge, Sheet
from almwp.model.fields import frozen_items


@frozen(kw_only=True)
class Grid:
    """The cells of one sheet.

    Attributes:
        sheet: The sheet.
        rows: Row number, and its non-empty cells by column number; from the top down
            and from left to right.
        merges: Merged blocks that cover a cell, by that cell's row and column.
    """

    sheet: Sheet
    rows: Mapping[int, Mapping[int, Cell]]
    merges: Mapping[tuple[int, int], Merge] = field(factory=dict)
    cells: tuple[Cell, ...] = field(default=(), converter=frozen_items)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Return the merged block that covers a place, or None."""
        return self.merges.get((row, column))

    def shown(self, row: int, column: int) -> Cell | None:
        """Return the cell that a reader sees at a place.

        In a merged block that is the block's first cell; a value that some program
        left under the block is a cell of its own and is seen by its own place.
        """
        own = self.rows.get(row, {}).get(column)
        merge = self.merge_at(row, column)
        if own is not None or merge is None:
            return own
        return self.rows.get(merge.top, {}).get(merge.left)


def build_grid(sheet: Sheet) -> Grid:
    """Read the rows of *sheet*."""
    rows: dict[int, dict[int, Cell]] = {}
    for row in sheet.rows():
        for cell in row:
            rows.setdefault(cell.row, {})[cell.column] = cell
    filled = set(rows)
    return Grid(
        sheet=sheet,
        rows=rows,
        merges=dict(_covered(sheet.merges, filled)),
        cells=tuple(cell for row in rows.values() for cell in row.values()),
    )


_WIDEST = 1_000
"""Columns of a merged block beyond this many are not looked at."""


def _covered(
    merges: tuple[Merge, ...], filled: set[int]
) -> Iterator[tuple[tuple[int, int], Merge]]:
    """Give the places that merged blocks cover in rows that hold anything at all."""
    for merge in merges:
        right = min(merge.right, merge.left + _WIDEST)
        if merge.bottom - merge.top > len(filled):
            rows = sorted(row for row in filled if merge.top <= row <= merge.bottom)
        else:
            rows = list(range(merge.top, merge.bottom + 1))
        for row in rows:
            for column in range(merge.left, right + 1):
                yield (row, column), merge
