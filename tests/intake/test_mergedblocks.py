"""Merged blocks: what overlaps is left out, and each place finds its block."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.cells import Cell, CellKind, Merge, Sheet
from almwp.intake.grid import build_grid
from almwp.intake.mergedblocks import MergedBlocks, without_overlaps

ROWS = range(1, 40)
sides = st.integers(1, 30)


@st.composite
def blocks(draw: st.DrawFn) -> Merge:
    top, left = draw(sides), draw(sides)
    high, wide = draw(st.sampled_from([1, 1, 2, 3, 9])), draw(st.integers(1, 9))
    return Merge(top=top, left=left, bottom=top + high - 1, right=left + wide - 1)


def overlap(one: Merge, other: Merge) -> bool:
    return (
        one.top <= other.bottom
        and other.top <= one.bottom
        and one.left <= other.right
        and other.left <= one.right
    )


@given(st.lists(blocks(), max_size=40))
def test_no_two_blocks_that_are_kept_overlap(merges: list[Merge]) -> None:
    kept = without_overlaps(merges)
    assert not any(overlap(one, other) for one, other in combinations(kept, 2))
    assert list(kept) == sorted(kept, key=lambda merge: (merge.top, merge.left))
    for merge in merges:
        assert merge in kept or any(overlap(merge, other) for other in kept)


@given(st.lists(blocks(), max_size=40))
def test_each_place_finds_the_block_that_covers_it(merges: list[Merge]) -> None:
    kept = without_overlaps(merges)
    found = MergedBlocks(merges, ROWS)
    for row in ROWS:
        for column in range(1, 40):
            covering = [merge for merge in kept if merge.holds(row, column)]
            seen = found.at(row, column)
            assert ([] if seen is None else [seen]) == covering


def test_only_rows_that_hold_cells_find_a_block() -> None:
    found = MergedBlocks([Merge(top=1, left=1, bottom=9, right=9)], {2})
    assert found.at(2, 5) is not None
    assert found.at(3, 5) is None
    assert MergedBlocks().at(1, 1) is None


class Counted(Merge):
    """A block that counts how often it is asked whether it covers a place."""

    asked = 0

    def holds(self, row: int, column: int) -> bool:
        Counted.asked += 1
        return super().holds(row, column)


def test_what_is_looked_at_does_not_grow_with_the_blocks() -> None:
    """Tall blocks over all rows: a list of them for each row would have 4 million."""
    tall = [Counted(top=1, left=n, bottom=2000, right=n) for n in range(1, 2001)]
    found = MergedBlocks(tall, range(1, 2001))
    Counted.asked = 0
    for row in range(1, 2001):
        assert found.at(row, row) is tall[row - 1]
    assert Counted.asked <= 4 * 2000
    squares = [
        Counted(top=row, left=column, bottom=row + 2, right=column + 2)
        for row in range(1, 100, 3)
        for column in range(1, 100, 3)
    ]
    found = MergedBlocks(squares, range(1, 100))
    Counted.asked = 0
    assert all(found.at(row, 50) for row in range(1, 100))
    assert Counted.asked <= 9 * 99


def test_blocks_that_all_lie_over_each_other_are_one() -> None:
    cells = [Cell(row=r, column=1, kind=CellKind.TEXT, text="x") for r in range(1, 400)]
    merges = [
        Merge(top=row, left=1, bottom=1_048_576, right=16_384) for row in range(1, 400)
    ]
    sheet = Sheet(
        name="S", merges=merges, read_rows=lambda: iter([(cell,) for cell in cells])
    )
    grid = build_grid(sheet)
    assert grid.merge_at(399, 9) is merges[0]
