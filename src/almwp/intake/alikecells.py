"""Read the cells of a column that are alike once: most columns say few things."""

from typing import Any

from attrs import define, evolve, field

from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import Field
from almwp.intake.parsed import Parsed
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values
from almwp.model.ids import FrameworkId

MOST = 1024
"""Of a column so many different cells are kept; in one of titles no two are alike."""

_Content = tuple[CellKind, str, str, FrameworkId | None]


@define(kw_only=True, eq=False)
class AlikeCells:
    """Reads the cells of one table; of those that are alike only the first.

    What a cell is read as depends on what it stores, its number format, its column and
    the programme that its row names, but not on where it stands.  What is found in it
    is told of each cell, at its own place.

    Attributes:
        values: What is known of the table.
    """

    values: Values
    _known: dict[int, dict[_Content, Parsed[Any]] | None] = field(
        factory=dict, init=False
    )

    def read(self, of: Field, cell: Cell) -> Parsed[Any]:
        """Read *cell* as a value of *of*, the field of its column."""
        column = cell.column
        if column not in self._known:
            self._known[column] = {} if self._is_alike_anywhere(cell) else None
        known = self._known[column]
        if known is None:
            return read_value(self.values, of, cell)
        content = (cell.kind, cell.text, cell.number_format, self._programme(cell))
        parsed = known.get(content)
        if parsed is None:
            parsed = read_value(self.values, of, cell)
            if len(known) >= MOST:
                known.clear()
            known[content] = parsed
            return parsed
        return self._at(cell, parsed) if parsed.findings else parsed

    def _is_alike_anywhere(self, cell: Cell) -> bool:
        """Say whether in the column of *cell* no place has a finding of its own.

        That a column has days and months in both orders is told at one of its dates.
        """
        return self.values.dates_of(cell).mixed is None

    def _programme(self, cell: Cell) -> FrameworkId | None:
        """Return the programme that a row names, where any row names one."""
        if not self.values.frameworks:
            return None
        framework = self.values.framework_of(cell)
        return framework.id if framework else None

    def _at(self, cell: Cell, parsed: Parsed[Any]) -> Parsed[Any]:
        """Return what was read of a cell like *cell*, its findings at this one."""
        place = self.values.spot.at(cell)
        return Parsed(
            value=parsed.value, findings=[evolve(f, at=place) for f in parsed.findings]
        )
