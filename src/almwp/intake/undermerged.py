"""Find filled cells that lie under merged ones, where no program shows them."""

from collections.abc import Iterable, Iterator

from almwp.findings import sheet_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Cell, Merge, Visibility
from almwp.intake.grid import Grid
from almwp.intake.ownsheets import why_ours


def find_under_merged(grids: Iterable[Grid], file: str) -> list[Finding]:
    """Say of each sheet how many of its cells lie under merged ones, at the first.

    Args:
        grids: The sheets.
        file: The name of the file.
    """
    found: list[Finding] = []
    for grid in grids:
        if grid.sheet.visibility is not Visibility.VISIBLE or why_ours(grid):
            continue
        covered = list(_covered(grid))
        if covered:
            cell, merge = covered[0]
            place = Location(file=file, sheet=grid.sheet.name, cell=cell.ref)
            found.append(
                sheet_rules.UNDER_MERGED_CELLS.at(
                    place, count=len(covered), found=merge.ref
                )
            )
    return found


def _covered(grid: Grid) -> Iterator[tuple[Cell, Merge]]:
    """Give the cells under merged blocks, each with its block.

    Most blocks are titles in one row, or go down in few columns: no other cell is
    looked up.
    """
    flat = {merge.top for merge in grid.sheet.merges if merge.top == merge.bottom}
    tall = _columns(merge for merge in grid.sheet.merges if merge.top < merge.bottom)
    if not (flat or tall):
        return
    for row, cells in grid.rows.items():
        for column, cell in cells.items():
            if row in flat or column in tall:
                merge = grid.merge_at(row, column)
                if merge is not None and (row, column) != (merge.top, merge.left):
                    yield cell, merge


def _columns(merges: Iterable[Merge]) -> set[int]:
    """Return the columns in which blocks lie, each block looked at once."""
    ends: dict[int, int] = {}
    for merge in merges:
        ends[merge.left] = max(ends.get(merge.left, 0), merge.right)
    columns: set[int] = set()
    done = 0
    for left in sorted(ends):
        columns.update(range(max(left, done + 1), ends[left] + 1))
        done = max(done, ends[left])
    return columns
