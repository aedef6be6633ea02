"""Give every non-empty cell of a file its fate, and write them up as a ledger."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import define, field

from almwp.findings.rule import Finding, Severity
from almwp.intake.cells import Cell, column_letters, place_of
from almwp.model.ledger import Fate, Ledger, LedgerEntry

_Key = tuple[str, int, int]


@define(eq=False)
class Fates:
    """The fates of the cells of one file, while it is being read.

    A cell has one fate.  The first one it is given stays, except that a refusal
    overrules: a cell that was read into one field and refused for another was not
    read whole.
    """

    _fates: dict[_Key, tuple[Fate, str]] = field(factory=dict)

    def give(self, sheet: str, cell: Cell, fate: Fate, why: str = "") -> None:
        """Give *cell* its fate, and say why."""
        key = (sheet, cell.row, cell.column)
        known = self._fates.get(key)
        if known is None or (fate is Fate.REFUSED and known[0] is not Fate.REFUSED):
            self._fates[key] = (fate, why)

    def give_all(
        self, sheet: str, cells: Iterable[Cell], fate: Fate, why: str = ""
    ) -> None:
        """Give all *cells* that have none yet the same fate."""
        for cell in cells:
            if not self.has(sheet, cell):
                self.give(sheet, cell, fate, why)

    def refuse(self, sheet: str, ref: str, why: str) -> None:
        """Refuse the cell at *ref*, whatever was thought of it before."""
        row, column = place_of(ref)
        self._fates[sheet, row, column] = (Fate.REFUSED, why)

    def refuse_for(self, sheet: str, findings: Iterable[Finding]) -> None:
        """Refuse the cells of *sheet* that an error among *findings* names."""
        for finding in findings:
            if finding.severity is Severity.ERROR and finding.at.cell:
                self.refuse(sheet, finding.at.cell, finding.code)

    def take(self, other: "Fates") -> None:
        """Take over the fates that *other* gave."""
        self._fates.update(other._fates)

    def has(self, sheet: str, cell: Cell) -> bool:
        """Say whether *cell* has a fate already."""
        return (sheet, cell.row, cell.column) in self._fates

    def ledger(self, sheets: Iterable[str]) -> Ledger:
        """Write the fates up, sheet by sheet in the order of *sheets*."""
        order = {name: place for place, name in enumerate(sheets)}
        keys = sorted(self._fates, key=lambda key: (order[key[0]], key[2], key[1]))
        return Ledger(entries=tuple(self._entries(keys)))

    def _entries(self, keys: list[_Key]) -> Iterator[LedgerEntry]:
        # Cells below one another without a gap have the same row minus place.
        numbered = enumerate(keys)
        for (sheet, column, fate, why, _), run in groupby(
            numbered,
            key=lambda n: (n[1][0], n[1][2], *self._fates[n[1]], n[1][1] - n[0]),
        ):
            rows = [key[1] for _, key in run]
            letters = column_letters(column)
            first, last = f"{letters}{rows[0]}", f"{letters}{rows[-1]}"
            yield LedgerEntry(
                sheet=sheet,
                cells=first if first == last else f"{first}:{last}",
                count=len(rows),
                fate=fate,
                why=why,
            )
