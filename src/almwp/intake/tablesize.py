"""Refuse tables of more cells than anybody can have typed."""

from collections.abc import Iterable

from almwp.errors import UnreadableFileError
from almwp.intake.grid import Grid
from almwp.intake.limits import Limits


def insist_on_size(grids: Iterable[Grid], limits: Limits, name: str) -> None:
    """Look at how many cells the sheets with a table hold, before any row is read.

    Args:
        grids: The sheets with a table.
        limits: How much their file may ask for.
        name: Its name.

    Raises:
        UnreadableFileError: They hold too many.
    """
    if sum(len(grid.packed) for grid in grids) > limits.table_cells:
        raise UnreadableFileError(
            name,
            "the sheets with a table hold more than {limit} cells (limit table_cells); "
            "delete what is no report, or split the workbook and send the parts",
            limit=f"{limits.table_cells:,}",
        )
