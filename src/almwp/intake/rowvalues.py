"""The values of one row, by field, with the cells from which they came."""

from collections.abc import Mapping
from typing import Any

from attrs import define, field

from almwp.findings.rule import Severity
from almwp.intake.cells import Cell
from almwp.intake.parsed import Parsed


@define
class RowValues:
    """The values of one row while it is being read.

    Attributes:
        row: The row's number.
        columns: Each field and the letters of its column, by the field.
    """

    row: int = 0
    columns: Mapping[str, tuple[str, str]] = field(factory=dict)

    _values: dict[str, Any] = field(factory=dict)
    _cells: dict[str, Cell] = field(factory=dict)
    _refusals: dict[str, str] = field(factory=dict)

    def put(self, key: str, parsed: Parsed[Any], cell: Cell) -> None:
        """Keep what was read for the field *key* from *cell*."""
        self._cells[key] = cell
        self._values[key] = parsed.value
        if not parsed.findings:
            return
        if parsed.is_refused:
            codes = (f.code for f in parsed.findings if f.severity is Severity.ERROR)
            self._values[key], self._refusals[key] = None, next(codes)

    def get(self, key: str) -> Any:
        """Return the value of a field, or None where it is absent or refused."""
        return self._values.get(key)

    def words(self, key: str) -> str:
        """Return the value of a field of words, empty where it is absent."""
        return self._values.get(key) or ""

    def cell(self, key: str) -> Cell | None:
        """Return the cell of a field."""
        return self._cells.get(key)

    def place(self, key: str) -> str:
        """Return the address where a field stands, or should: the row's first else."""
        cell = self._cells.get(key)
        if cell is None and key in self.columns:
            return f"{self.columns[key][1]}{self.row}"
        return (cell or self.first_cell).ref

    @property
    def first_cell(self) -> Cell:
        """The leftmost cell of the row that was read."""
        return min(self._cells.values(), key=lambda cell: (cell.column, cell.row))

    def is_known(self, key: str) -> bool:
        """Say whether a cell of the field was read; it may say that it is blank."""
        return key in self._cells and key not in self._refusals

    def is_refused(self, key: str) -> bool:
        """Say whether a finding keeps the field out."""
        return key in self._refusals

    def refusal(self, key: str) -> str:
        """Return the code of the finding that keeps the field out, or nothing."""
        return self._refusals.get(key, "")

    @property
    def refusals(self) -> tuple[str, ...]:
        """The codes of the findings that keep fields out."""
        kept_out = self._refusals
        return tuple(kept_out[key] for key in self._cells if key in kept_out)

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Each field that was read, and the column or cell from which it came.

        A cell of another row was merged down to this one.
        """
        own, columns, refused = self.row, self.columns, self._refusals
        places = [
            columns[key] if cell.row == own else (key, cell.ref)
            for key, cell in self._cells.items()
            if key not in refused
        ]
        return tuple(places)
