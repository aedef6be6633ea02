"""Read the cells of a column that are alike once: most columns say few things."""

from operator import itemgetter
from typing import Any, Final

from attrs import define, evolve, field

from almwp.intake.cells import Cell
from almwp.intake.field import Field
from almwp.intake.parsed import Parsed
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values
from almwp.model.ids import FrameworkId

MOST = 1024
"""Of a column so many different cells are kept; in one of titles no two are alike."""
content_of: Final = itemgetter(slice(2, 5))
"""Return what a cell stores: its kind, its text and its number format."""


@define(kw_only=True, eq=False)
class AlikeCells:
    """Reads the cells of one column; of those that are alike only the first.

    What a cell is read as depends on what it stores, on its number format, on its
    column and on the programme that its row names, but not on where it stands.  What
    is found in it is told of each cell, at its own place.

    Attributes:
        of: The field of the column.
        values: What is known of the table.
        has_place: Whether something is to be told at one of the cells only.
        known: What was read of cells, by their :data:`content_of`.  Where rows name
            programmes it is kept with these, and no content alone tells.
    """

    of: Field
    values: Values
    has_place: bool = False
    known: dict[tuple[Any, ...], Parsed[Any]] = field(factory=dict, init=False)
    _names_programmes: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._names_programmes = bool(self.values.frameworks)

    def read(self, cell: Cell) -> Parsed[Any]:
        """Read *cell*.

        Where something is known of its content, and nothing was found in it, the same
        stands in :attr:`known`: most cells need no call.
        """
        content: tuple[Any, ...] = content_of(cell)
        if self._names_programmes:
            content = (*content, self._programme(cell))
        parsed = self.known.get(content)
        if parsed is not None:
            return self._at(cell, parsed) if parsed.findings else parsed
        parsed = read_value(self.values, self.of, cell)
        if not self.has_place:
            if len(self.known) >= MOST:
                self.known.clear()
            self.known[content] = parsed
        return parsed

    def _programme(self, cell: Cell) -> FrameworkId | None:
        framework = self.values.framework_of(cell)
        return framework.id if framework else None

    def _at(self, cell: Cell, parsed: Parsed[Any]) -> Parsed[Any]:
        """Return what was read of a cell like *cell*, its findings at this one."""
        place = self.values.spot.at(cell)
        return Parsed(
            value=parsed.value, findings=[evolve(f, at=place) for f in parsed.findings]
        )
