"""Read the cells of a row by the fields of their columns, and give them their fates."""

from collections.abc import Mapping
from functools import cached_property

from attrs import define

from almwp.findings.rule import Finding
from almwp.intake.alikecells import AlikeCells
from almwp.intake.cells import Cell
from almwp.intake.fates import Fates
from almwp.intake.rowkinds import Table
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.ledger import Fate


@define(kw_only=True, eq=False)
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
        read = RowValues(row=row, columns=self.table.places)
        sheet = self.values.spot.sheet
        put = read.put
        for column, cell in self._cells(row):
            parsed = column.read(cell)
            put(column.key, parsed, cell)
            if parsed.findings and cell.row == row:
                # One that is merged down to the row spoke in its own.
                self.findings += parsed.findings
                if refusal := read.refusal(column.key):
                    self.fates.give(sheet, cell, Fate.REFUSED, refusal)
        self.fates.give_row(sheet, row, self.table.grid.rows[row], self._as_read)
        return read

    @cached_property
    def _as_read(self) -> Mapping[int, int]:
        keys = {place: of.key for place, of in self.table.columns.items()}
        return self.fates.prepare(keys, Fate.READ)

    def _cells(self, row: int) -> list[tuple[AlikeCells, Cell]]:
        grid, columns = self.table.grid, self._columns
        if not grid.merges:
            own = grid.rows[row]
            return [(columns[place], own[place]) for place in own if place in columns]
        return [
            (column, cell)
            for place, column in columns.items()
            if (cell := grid.filled_down(row, place)) and cell.row > self.below
        ]

    @cached_property
    def _columns(self) -> dict[int, AlikeCells]:
        # That days and months stand in both orders is told at one date of a column.
        mixed = {place for place, dates in self.values.dates if dates.mixed}
        return {
            place: AlikeCells(of=of, values=self.values, has_place=place in mixed)
            for place, of in self.table.columns.items()
        }
