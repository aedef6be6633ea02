"""Know the sheets that almwp itself put into a workbook and that report nothing."""

from almwp.findings.remarks import STAMP
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
