"""The values of one row, by field, with the cells from which they came."""

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from almwp.findings.rule import Severity
from almwp.intake.cells import Cell, column_letters
from almwp.intake.parsed import Parsed


@define
class RowValues:
    """The values of one row while it is being read.

    Attributes:
        row: The row's number.
        columns: The number of each field's column.
    """

    row: int = 0
    columns: Mapping[str, int] = field(factory=dict)

    _parsed: dict[str, Parsed[Any]] = field(factory=dict)
    _cells: dict[str, Cell] = field(factory=dict)
    _places: dict[str, str] = field(factory=dict)

    def put(self, key: str, parsed: Parsed[Any], cell: Cell, place: str) -> None:
        """Keep what was read for the field *key* from *cell*."""
        self._parsed[key], self._cells[key], self._places[key] = parsed, cell, place

    def get(self, key: str) -> Any:
        """Return the value of a field, or None where it is absent or refused."""
        parsed = self._parsed.get(key)
        return None if parsed is None or parsed.is_refused else parsed.value

    def words(self, key: str) -> str:
        """Return the value of a field of words, empty where it is absent."""
        return self.get(key) or ""

    def cell(self, key: str) -> Cell | None:
        """Return the cell of a field."""
        return self._cells.get(key)

    def place(self, key: str) -> str:
        """Return the address where a field stands, or should: the row's first else."""
        cell = self._cells.get(key)
        if cell is None and key in self.columns:
            return f"{column_letters(self.columns[key])}{self.row}"
        return (cell or self.first_cell).ref

    @property
    def first_cell(self) -> Cell:
        """The leftmost cell of the row that was read."""
        return min(self._cells.values(), key=lambda cell: (cell.column, cell.row))

    def is_refused(self, key: str) -> bool:
        """Say whether a finding keeps the field out."""
        return key in self._parsed and self._parsed[key].is_refused

    def refusal(self, key: str) -> str:
        """Return the code of the finding that keeps the field out, or nothing."""
        findings = self._parsed[key].findings if key in self._parsed else ()
        return next((f.code for f in findings if f.severity is Severity.ERROR), "")

    @property
    def refusals(self) -> tuple[str, ...]:
        """The codes of the findings that keep fields out."""
        return tuple(code for key in self._parsed if (code := self.refusal(key)))

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Each field that was read, and the column or cell from which it came."""
        return tuple((k, p) for k, p in self._places.items() if not self.is_refused(k))
