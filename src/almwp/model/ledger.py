"""The cell ledger: what became of every non-empty cell of a submission."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from almwp.model.fields import frozen_items, is_cell


class Fate(StrEnum):
    """What became of a cell.

    ``read``: into a field.  ``heading``: part of a heading.  ``extra``: kept as an
    extra column.  ``ignored``: left out for a stated reason.  ``refused``: kept out
    by a finding.
    """

    READ = "read"
    HEADING = "heading"
    EXTRA = "extra"
    IGNORED = "ignored"
    REFUSED = "refused"


@frozen(kw_only=True)
class LedgerEntry:
    """Cells below one another that met the same fate for the same reason.

    Attributes:
        sheet: The sheet's name.
        cells: Address of a cell, or of a stretch of one column; every cell of the
            stretch is non-empty.
        count: How many cells these are.
        fate: What became of them.
        why: The field into which they were read, the heading of the extra column,
            the reason for leaving them out, or the code of the finding.
    """

    sheet: str
    cells: str = field(validator=is_cell)
    count: int
    fate: Fate
    why: str = ""


@frozen(kw_only=True)
class Ledger:
    """What became of every non-empty cell of one file.

    Attributes:
        entries: In the order of sheets, columns and rows.
    """

    entries: tuple[LedgerEntry, ...] = field(default=(), converter=frozen_items)

    @property
    def total(self) -> int:
        """How many non-empty cells the file has."""
        return sum(entry.count for entry in self.entries)

    @property
    def by_fate(self) -> Mapping[Fate, int]:
        """How many cells met each fate, none left out; they add up to the total."""
        counted = dict.fromkeys(Fate, 0)
        for entry in self.entries:
            counted[entry.fate] += entry.count
        return counted
