"""Take a heading for that of all its parts below it, where no cells are merged."""

from attrs import evolve

from almwp.intake.cells import Merge
from almwp.intake.grid import Grid
from almwp.intake.headingdepth import parts
from almwp.intake.headingwords import REPORTED, word_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.markedcolumns import MARKED
from almwp.intake.mergedblocks import OneMoreBlock


def with_spread_heading(grid: Grid, row: int, lexicon: Lexicon) -> Grid:
    """Return *grid* with a heading merged over the parts of it that stand below.

    That is as its sender sees it: ``Status`` in D4, nothing in E4, and ``2024 | 2025``
    in D5 and E5, with nothing else in that row.  Without it the state of the first of
    these days would count as that of today.
    """
    own, below = grid.rows[row], grid.rows.get(row + 1, {})
    first, last = min(below, default=0), max(below, default=0)
    if len(below) < 2 or last - first >= len(below):
        return grid
    if [column for column in below if column in own] != [first]:
        return grid
    word = word_of(own[first].text, lexicon)
    if word is None or word.key not in REPORTED | MARKED:
        return grid
    if grid.merges and any(
        grid.merge_at(place, column) for place in (row, row + 1) for column in below
    ):
        return grid
    block = Merge(top=row, left=first, bottom=row, right=last)
    wide = evolve(grid, merges=OneMoreBlock(grid.merges, block))
    return wide if parts(wide, row, row + 1, lexicon) else grid
