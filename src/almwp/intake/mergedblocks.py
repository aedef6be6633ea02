"""Blocks of merged cells: which of them overlap, and which one covers a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from heapq import heappop, heappush
from typing import Final

from almwp.intake.cells import Merge

_ROWS: Final = 32
"""By how many bits the number of a row stands above that of a column."""


def without_overlaps(merges: Iterable[Merge]) -> tuple[Merge, ...]:
    """Return *merges* from the top down, without those that cover part of an earlier.

    Excel writes none that do; a file may claim half a million of them.
    """
    kept: list[Merge] = []
    # What reaches down to the row at hand, from left to right, and its first columns.
    open_blocks: list[Merge] = []
    lefts: list[int] = []
    ends: list[tuple[int, int]] = []
    for merge in sorted(merges, key=lambda merge: (merge.top, merge.left)):
        while ends and ends[0][0] < merge.top:
            place = bisect_left(lefts, heappop(ends)[1])
            del lefts[place], open_blocks[place]
        place = bisect_right(lefts, merge.left)
        if place and open_blocks[place - 1].right >= merge.left:
            continue
        if place < len(lefts) and lefts[place] <= merge.right:
            continue
        lefts.insert(place, merge.left)
        open_blocks.insert(place, merge)
        heappush(ends, (merge.bottom, merge.left))
        kept.append(merge)
    return tuple(kept)


class MergedBlocks:
    """The blocks of a sheet, found by a place that they cover.

    A list of blocks for each row would be as long as their heights together, which a
    small file can make a million times their number.  Each block is noted under the
    few squares that it touches of a net whose meshes are about as large as it is, so
    that what is looked at does not grow with the number of blocks.
    """

    def __init__(
        self, merges: Iterable[Merge] = (), rows: Container[int] = frozenset()
    ) -> None:
        """Note *merges*, overlaps left out; only in *rows* is any of them found."""
        self._rows = rows
        self._nets: dict[tuple[int, int], dict[int, tuple[Merge, ...]]] = {}
        for merge in without_overlaps(merges):
            self._note(merge)

    def _note(self, merge: Merge) -> None:
        high = (merge.bottom - merge.top + 1).bit_length() - 1
        wide = (merge.right - merge.left + 1).bit_length() - 1
        net = self._nets.setdefault((high, wide), {})
        for row in range(merge.top >> high, (merge.bottom >> high) + 1):
            for column in range(merge.left >> wide, (merge.right >> wide) + 1):
                mesh = row << _ROWS | column
                net[mesh] = (*net.get(mesh, ()), merge)

    def __bool__(self) -> bool:
        """Say whether there is any block."""
        return bool(self._nets)

    def at(self, row: int, column: int) -> Merge | None:
        """Return the block that covers a place, or None."""
        if not self._nets or row not in self._rows:
            return None
        for (high, wide), net in self._nets.items():
            for merge in net.get((row >> high) << _ROWS | column >> wide, ()):
                if merge.holds(row, column):
                    return merge
        return None


class OneMoreBlock(MergedBlocks):
    """The blocks of a sheet, and one more that covers no place of theirs."""

    def __init__(self, others: MergedBlocks, block: Merge) -> None:
        """Note *block*, which is found in all its rows."""
        super().__init__([block], range(block.top, block.bottom + 1))
        self._others = others

    def at(self, row: int, column: int) -> Merge | None:
        """Return the block that covers a place, or None."""
        return super().at(row, column) or self._others.at(row, column)
