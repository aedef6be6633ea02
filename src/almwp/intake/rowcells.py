"""Read the cells of a row by the fields of their columns, and give them their fates."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import define

from almwp.findings.rule import Finding
from almwp.intake.alikecells import AlikeCells, content_of
from almwp.intake.cells import Cell
from almwp.intake.fates import Fates
from almwp.intake.markedcolumns import about_several_marks
from almwp.intake.parsed import Parsed
from almwp.intake.rowkinds import Table
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.ledger import Fate

_Column = tuple[str, Mapping[tuple[Any, ...], Parsed[Any]], AlikeCells]
"""The key of a column's field, what is known of its cells, and what reads them."""


@define(kw_only=True, eq=False, slots=False)
class RowCells:
    """Reads the cells of the rows of one table.

    Attributes:
        table: The table.
        values: What is known of it.
        below: The last row of its headings.
        fates: The fates of the file's cells.
        findings: Where to put what is found.
    """

    table: Table
    values: Values
    below: int
    fates: Fates
    findings: list[Finding]

    def read(self, row: int) -> RowValues:
        """Read a row; what is merged down to it is one of its values."""
        own, columns = self.table.grid.rows[row], self._columns
        cells = self._filled_down(row) if self.table.grid.merges else own
        read = RowValues(row, self.table, cells)
        if self.table.marked:
            read.cells = self._with_marks(cells)
            refused = self._refuse_marks(read, cells)
            columns = {c: of for c, of in columns.items() if c not in refused}
            cells = read.cells
        values = read.values
        for place, cell in cells.items():
            if place not in columns:
                continue
            key, known, column = columns[place]
            parsed = known.get(content_of(cell))
            if parsed is None or parsed.findings:
                parsed = column.read(cell)
            values[key] = parsed.value
            if parsed.findings:
                self._tell(read, key, cell, parsed.findings)
        self.fates.give_row(self.values.spot.sheet, row, own, self._as_read)
        return read

    def _tell(
        self, read: RowValues, key: str, cell: Cell, findings: tuple[Finding, ...]
    ) -> None:
        refusal = read.refuse(key, findings)
        if cell.row != read.row:
            return  # One that is merged down to the row spoke in its own.
        self.findings += findings
        if refusal:
            self.fates.give(self.values.spot.sheet, cell, Fate.REFUSED, refusal)

    @cached_property
    def _as_read(self) -> Mapping[int, int]:
        keys = {place: of.key for place, of in self.table.columns.items()}
        keys |= self.table.marked_columns
        return self.fates.prepare(keys, Fate.READ)

    def _filled_down(self, row: int) -> Mapping[int, Cell]:
        grid = self.table.grid
        return {
            place: cell
            for place in (*self._columns, *self.table.marked_columns)
            if (cell := grid.filled_down(row, place)) and cell.row > self.below
        }

    def _with_marks(self, cells: Mapping[int, Cell]) -> Mapping[int, Cell]:
        """Let the first of columns that hold marks say what these tell together."""
        told = dict(cells)
        for marked in self.table.marked:
            told.pop(marked.first, None)
            if cell := marked.told(cells):
                told[marked.first] = cell
        return dict(sorted(told.items()))

    def _refuse_marks(self, read: RowValues, cells: Mapping[int, Cell]) -> set[int]:
        """Refuse marks of which one alone can be true; return their first columns."""
        refused = set()
        for several in self.table.marked:
            if not (marked := several.too_many(cells)):
                continue
            refused.add(several.first)
            finding = about_several_marks(several, marked, self.values)
            self._tell(read, several.key, marked[0], (finding,))
            for cell in marked[1:]:
                if cell.row == read.row:
                    sheet = self.values.spot.sheet
                    self.fates.give(sheet, cell, Fate.REFUSED, finding.code)
        return refused

    @cached_property
    def _columns(self) -> dict[int, _Column]:
        # That days and months stand in both orders is told at one date of a column.
        mixed = {place for place, dates in self.values.dates if dates.mixed}
        found: dict[int, _Column] = {}
        for place, of in self.table.columns.items():
            alike = AlikeCells(of=of, values=self.values, has_place=place in mixed)
            found[place] = (of.key, alike.known, alike)
        return found
