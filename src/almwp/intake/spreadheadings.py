"""Take a heading for that of all its parts below it, where no cells are merged."""

from collections.abc import Iterable

from attrs import evolve

from almwp.intake.cells import Merge
from almwp.intake.grid import Grid
from almwp.intake.headingdepth import parts
from almwp.intake.headingwords import REPORTED, word_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.markedcolumns import MARKED
from almwp.intake.mergedblocks import OneMoreBlock


def with_spread_heading(grid: Grid, row: int, lexicon: Lexicon) -> Grid:
    """Return *grid* with headings merged over the parts of them that stand below.

    That is as its sender sees it: ``Status`` in D4, nothing in E4, and ``2024 | 2025``
    in D5 and E5, with nothing in that row but the parts of such headings.  Without it
    the state of the first of these days would count as that of today.
    """
    own, below = grid.rows[row], grid.rows.get(row + 1, {})
    if len(below) < 2:
        return grid
    groups = _groups(below, own)
    if not groups or any(len(columns) < 2 for columns in groups):
        return grid
    words = [word_of(own[columns[0]].text, lexicon) for columns in groups]
    if not all(word and word.key in REPORTED | MARKED for word in words):
        return grid
    if grid.merges and any(
        grid.merge_at(place, column) for place in (row, row + 1) for column in below
    ):
        return grid
    merges = grid.merges
    for first, *_, last in groups:
        block = Merge(top=row, left=first, bottom=row, right=last)
        merges = OneMoreBlock(merges, block)
    wide = evolve(grid, merges=merges)
    return wide if parts(wide, row, row + 1, lexicon) else grid


def _groups(below: Iterable[int], own: Iterable[int]) -> list[list[int]]:
    """Divide columns side by side where a heading begins; none if one lacks it."""
    groups: list[list[int]] = []
    begins = set(own)
    for column in sorted(below):
        if column in begins:
            groups.append([column])
        elif groups and groups[-1][-1] == column - 1:
            groups[-1].append(column)
        else:
            return []
    return groups
