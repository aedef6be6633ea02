"""Know the sheets that almwp itself put into a workbook and that report nothing."""

from collections.abc import Iterable

from almwp.findings.remarkstamp import ORIGINAL, STAMP
from almwp.intake.grid import Grid
from almwp.intake.templatestamp import why_of_template


def why_ours(grid: Grid) -> str:
    """Return what a sheet of almwp's own is, for the ledger; nothing for any other.

    The tab may have been renamed or hidden meanwhile; the first cell tells.
    """
    if is_findings_sheet(grid):
        return "findings sheet of almwp"
    return why_of_template(grid)


def is_findings_sheet(grid: Grid) -> bool:
    """Say whether a sheet is one in which almwp listed what it found."""
    first = grid.rows.get(1, {}).get(1)
    return first is not None and first.text.strip() == STAMP


def original_of(grids: Iterable[Grid]) -> str:
    """Return the fingerprint of the file of which a workbook is a marked copy.

    The findings sheet tells it; there may be none, and then the answer is empty.
    """
    for grid in grids:
        if is_findings_sheet(grid):
            for cell in grid.rows.get(1, {}).values():
                if match := ORIGINAL.fullmatch(cell.text.strip()):
                    return match["sha256"]
    return ""
