"""The values of one row, by field, with the cells from which they came."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import define, field

from almwp.findings.rule import Finding, Severity
from almwp.intake.cells import Cell
from almwp.intake.rowkinds import Table


@define
class RowValues:
    """The values of one row while it is being read.

    Attributes:
        row: The row's number.
        table: The table of the row.
        cells: Its cells by their columns; those that are merged down to it as well.
        values: The value of each field that was read; None where it says that it is
            blank, or was refused.
    """

    row: int
    table: Table
    cells: Mapping[int, Cell]
    values: dict[str, Any] = field(factory=dict)
    _refusals: dict[str, str] = field(factory=dict)

    @property
    def columns(self) -> Mapping[str, tuple[str, str]]:
        """Each field of the table and the letters of its column, by the field."""
        return self.table.places

    def refuse(self, key: str, findings: Iterable[Finding]) -> str:
        """Keep the field *key* out if one of *findings* does, and return its code."""
        codes = (f.code for f in findings if f.severity is Severity.ERROR)
        if code := next(codes, ""):
            self.values[key], self._refusals[key] = None, code
        return code

    def get(self, key: str) -> Any:
        """Return the value of a field, or None where it is absent or refused."""
        return self.values.get(key)

    def words(self, key: str) -> str:
        """Return the value of a field of words, empty where it is absent."""
        return self.values.get(key) or ""

    def cell(self, key: str) -> Cell | None:
        """Return the cell of a field."""
        return self.cells[self.table.column_of[key]] if key in self.values else None

    def place(self, key: str) -> str:
        """Return the address where a field stands, or should: the row's first else."""
        cell = self.cell(key)
        if cell is None and key in self.columns:
            return f"{self.columns[key][1]}{self.row}"
        return (cell or self.first_cell).ref

    @property
    def first_cell(self) -> Cell:
        """The leftmost cell of the row that was read."""
        read = (self.cells[self.table.column_of[key]] for key in self.values)
        return min(read, key=lambda cell: (cell.column, cell.row))

    def is_known(self, key: str) -> bool:
        """Say whether a cell of the field was read; it may say that it is blank."""
        return key in self.values and key not in self._refusals

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
        return tuple(kept_out[key] for key in self.values if key in kept_out)

    @property
    def places(self) -> tuple[tuple[str, str], ...]:
        """Each field that was read, and the column or cell from which it came.

        A cell of another row was merged down to this one.
        """
        refused = self._refusals
        keys = tuple([key for key in self.values if key not in refused])
        if self.table.grid.merges or self.table.marked:
            places = {**self.columns, **dict(self._elsewhere())}
            return tuple([places[key] for key in keys])
        return self.table.places_of(keys)

    def _elsewhere(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Give the fields whose cells stand in other rows or columns, with the cell."""
        for key in self.values:
            column = self.table.column_of[key]
            cell = self.cells[column]
            if (cell.row, cell.column) != (self.row, column):
                yield key, (key, cell.ref)
