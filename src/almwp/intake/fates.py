"""Give every non-empty cell of a file its fate, and write them up as a ledger."""

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping

from attrs import define, field

from almwp.findings.rule import Finding, Severity
from almwp.intake.cells import Cell, column_letters, place_of
from almwp.intake.faterows import FateStretch, fate_stretches
from almwp.intake.packedcells import CellPacker, PackedCells
from almwp.model.ledger import Fate, Ledger, LedgerEntry

_Key = tuple[str, int, int]
_NO_CELLS = CellPacker().packed()


@define(eq=False)
class Fates:
    """The fates of the cells of one file, while it is being read.

    A cell has one fate.  The first one it is given stays, except that a refusal
    overrules: a cell that was read into one field and refused for another was not
    read whole.

    Many cells share a fate and its reason: these are kept once, and for each cell the
    number of what was said of it.
    """

    _laid_out: dict[str, PackedCells] = field(factory=dict)
    _said: list[tuple[Fate, str]] = field(factory=list, init=False)
    _numbers: dict[tuple[Fate, str], int] = field(factory=dict, init=False)
    _given: dict[str, "array[int]"] = field(factory=dict, init=False)
    _apart: dict[_Key, int] = field(factory=dict, init=False)
    _last: tuple[str, int, int, int] = field(default=("", 0, 0, 0), init=False)

    def lay_out(self, sheet: str, cells: PackedCells) -> None:
        """Learn which cells *sheet* has: their fates then take little room."""
        self._laid_out[sheet] = cells
        self._given[sheet] = array("I", bytes(4 * len(cells)))

    def trial(self) -> "Fates":
        """Return fates of the same sheets, of which none is given yet."""
        return Fates(self._laid_out)

    def give(self, sheet: str, cell: Cell, fate: Fate, why: str = "") -> None:
        """Give *cell* its fate, and say why."""
        key = (sheet, cell.row, cell.column)
        place = self._place(key)
        known = self._number_at(key, place)
        if not known or (
            fate is Fate.REFUSED and self._said[known - 1][0] is not Fate.REFUSED
        ):
            self._put(key, place, self._number(fate, why))

    def give_all(
        self, sheet: str, cells: Iterable[Cell], fate: Fate, why: str = ""
    ) -> None:
        """Give all *cells* that have none yet the same fate."""
        number = self._number(fate, why)
        for cell in cells:
            key = (sheet, cell.row, cell.column)
            place = self._place(key)
            if not self._number_at(key, place):
                self._put(key, place, number)

    def prepare(self, whys: Mapping[int, str], fate: Fate) -> Mapping[int, int]:
        """Return for each column what :meth:`give_row` needs to give its cells *fate*.

        Args:
            whys: What is to be said, by the column.
            fate: Their fate.
        """
        return {column: self._number(fate, why) for column, why in whys.items()}

    def give_row(
        self, sheet: str, row: int, cells: Container[int], prepared: Mapping[int, int]
    ) -> None:
        """Give all cells of a row that have none yet the fate of their column.

        Args:
            sheet: The sheet.
            row: The row.
            cells: The columns of its cells.
            prepared: What :meth:`prepare` returned; cells of other columns get none.
        """
        laid_out = self._laid_out.get(sheet)
        if laid_out is None:
            for column, number in prepared.items():
                if column in cells:
                    self._apart.setdefault((sheet, row, column), number)
            return
        start, end = laid_out.stretch(row)
        known = self._codes(sheet)
        for place, column in enumerate(laid_out.columns[start:end], start):
            if not known[place] and column in cells:
                known[place] = prepared.get(column, 0)

    def give_rest(self, sheet: str, fate: Fate, why: str = "") -> None:
        """Give all cells of a sheet that have none yet the same fate."""
        number = self._number(fate, why)
        known = self._codes(sheet)
        self._given[sheet] = array("I", (each or number for each in known))

    def refuse(self, sheet: str, ref: str, why: str) -> None:
        """Refuse the cell at *ref*, whatever was thought of it before."""
        key = (sheet, *place_of(ref))
        self._put(key, self._place(key), self._number(Fate.REFUSED, why))

    def refuse_for(self, sheet: str, findings: Iterable[Finding]) -> None:
        """Refuse the cells of *sheet* that an error among *findings* names."""
        for finding in findings:
            if finding.severity is Severity.ERROR and finding.at.cell:
                self.refuse(sheet, finding.at.cell, finding.code)

    def take(self, other: "Fates") -> None:
        """Take over the fates that *other* gave."""
        numbers = [0, *(self._number(fate, why) for fate, why in other._said)]
        for sheet, given in other._given.items():
            both = zip(given, self._codes(sheet), strict=True)
            codes = (numbers[new] or old for new, old in both)
            self._given[sheet] = array("I", codes)
        for key, number in other._apart.items():
            self._put(key, self._place(key), numbers[number])

    def has(self, sheet: str, cell: Cell) -> bool:
        """Say whether *cell* has a fate already."""
        key = (sheet, cell.row, cell.column)
        return self._number_at(key, self._place(key)) > 0

    def _number(self, fate: Fate, why: str) -> int:
        """Return the number from 1 of a fate and its reason."""
        number = self._numbers.get((fate, why))
        if number is None:
            self._said.append((fate, why))
            number = self._numbers[fate, why] = len(self._said)
        return number

    def _codes(self, sheet: str) -> "array[int]":
        """Return the numbers of the cells of a sheet that was laid out."""
        known = self._given.get(sheet)
        if known is None:
            count = len(self._laid_out.get(sheet, _NO_CELLS))
            known = self._given[sheet] = array("I", bytes(4 * count))
        return known

    def _place(self, key: _Key) -> int:
        """Return the place of a cell among those of its sheet, or -1."""
        sheet, row, column = key
        laid_out = self._laid_out.get(sheet)
        if laid_out is None:
            return -1
        if self._last[:2] != (sheet, row):
            self._last = (sheet, row, *laid_out.stretch(row))
        return laid_out.place(column, *self._last[2:])

    def _number_at(self, key: _Key, place: int) -> int:
        return self._codes(key[0])[place] if place >= 0 else self._apart.get(key, 0)

    def _put(self, key: _Key, place: int, number: int) -> None:
        if place >= 0:
            self._codes(key[0])[place] = number
        else:
            self._apart[key] = number

    def ledger(self, sheets: Iterable[str]) -> Ledger:
        """Write the fates up, sheet by sheet in the order of *sheets*."""
        apart: dict[str, list[FateStretch]] = {}
        for (sheet, row, column), number in self._apart.items():
            apart.setdefault(sheet, []).append(FateStretch(column, row, row, number))
        return Ledger(
            entries=tuple(
                entry
                for sheet in sheets
                for entry in self._entries(sheet, apart.get(sheet, []))
            )
        )

    def _entries(self, sheet: str, apart: list[FateStretch]) -> Iterator[LedgerEntry]:
        cells = self._laid_out.get(sheet, _NO_CELLS)
        for column, top, bottom, number in fate_stretches(
            cells, self._codes(sheet), apart
        ):
            letters = column_letters(column)
            first, last = f"{letters}{top}", f"{letters}{bottom}"
            fate, why = self._said[number - 1]
            yield LedgerEntry(
                sheet=sheet,
                cells=first if first == last else f"{first}:{last}",
                count=bottom - top + 1,
                fate=fate,
                why=why,
            )
