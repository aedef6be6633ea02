"""How much room the sheets before have left for one more."""

from attrs import frozen

from almwp.intake.fullness import too_filled
from almwp.intake.limits import Limits
from almwp_excel import refusals
from almwp_excel.package import Package

MOST_CHARACTERS = 64 * 1024 * 1024
"""What the cells of a workbook may hold together.  A text that many cells share is
stored once, and read as often as it is shared: a small file can hold gigabytes."""


@frozen(kw_only=True)
class Room:
    """What the sheets before have left for one more.

    Attributes:
        limits: The limits under which the file is read.
        cells: How many cells they store, rows without any counted as one.
        filled: How many cells that hold something.
        merges: How many merged blocks.
        characters: How many characters their cells hold.
    """

    limits: Limits
    cells: int = 0
    filled: int = 0
    merges: int = 0
    characters: int = 0

    def has_for(self, stored: int, filled: int) -> bool:
        """Say whether so many more cells fit, as they are stored and as they hold."""
        return (
            self.cells + stored <= self.limits.cells
            and self.filled + filled <= self.limits.filled_cells
        )

    def insist(self, package: Package, stored: int, filled: int) -> None:
        """Refuse the file if so many more cells do not fit.

        Raises:
            UnreadableFileError: They do not.
        """
        if self.has_for(stored, filled):
            return
        if self.cells + stored > self.limits.cells:
            limit = f"{self.limits.cells:,}"
            raise package.refusal(refusals.TOO_MANY_CELLS, limit=limit)
        raise too_filled(package.name, self.limits)
