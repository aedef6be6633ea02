"""Cells that stand where none should, or hold what the file cannot tell."""

from attrs import define

from almwp.findings.rule import Finding, Location
from almwp_excel import sheetrules

_MANY = 100_000
"""So many cells or rows without content make a file slow; fewer are in any report."""


@define(kw_only=True)
class OddCells:
    """Counts what is odd about the cells of one sheet, as they are met.

    Attributes:
        in_place: Whether expat is where Excel looks for cells: in the first table of
            cells, and in no element that is not Excel's.
        misplaced: How many filled cells were met elsewhere.
        first_misplaced: Address of the first of them.
        newer: How many cells hold a value that only newer versions of Excel know.
        first_newer: Address of the first of them.
        stands_for_it: What the file stores for it.
        rows: How many rows are stored.
        bare_rows: How many of them store no cell.
    """

    in_place: bool = False
    misplaced: int = 0
    first_misplaced: str = ""
    newer: int = 0
    first_newer: str = ""
    stands_for_it: str = ""
    rows: int = 0
    bare_rows: int = 0

    def misplace(self, ref: str) -> None:
        """Take note of a filled cell out of its place."""
        self.misplaced += 1
        self.first_misplaced = self.first_misplaced or ref

    def meet_newer(self, ref: str, value: str) -> None:
        """Take note of a value that only newer versions of Excel know."""
        self.newer += 1
        self.first_newer = self.first_newer or ref
        self.stands_for_it = self.stands_for_it or value

    def findings(self, at: Location, empty: int, filled_rows: int) -> list[Finding]:
        """Return what is to be said of a sheet.

        Args:
            at: The sheet.
            empty: How many cells were met that hold nothing.
            filled_rows: How many rows hold a filled cell.
        """
        found = []
        if self.misplaced:
            place = Location(file=at.file, sheet=at.sheet, cell=self.first_misplaced)
            found.append(sheetrules.CELLS_OUT_OF_PLACE.at(place, count=self.misplaced))
        if self.newer:
            place = Location(file=at.file, sheet=at.sheet, cell=self.first_newer)
            found.append(
                sheetrules.NEWER_VALUE.at(
                    place, count=self.newer, found=self.stands_for_it
                )
            )
        rows = self.rows - filled_rows
        if max(empty, rows) >= _MANY:
            found.append(sheetrules.EMPTY_CELLS.at(at, count=empty, rows=rows))
        return found
