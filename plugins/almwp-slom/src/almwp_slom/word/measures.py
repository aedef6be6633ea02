"""How tables of a Word document are set: the size of letters, and columns."""

from functools import cached_property

from attrs import frozen

from almwp.exporting.columnwidths import Face, Measured
from almwp.model.report import Table

_FACE = Face(breadth=0.95, padding=0.9)
"""Of Times New Roman, with something to spare for the fonts of a letterhead."""
_USUAL, _SMALL = 200, 180
"""The size of letters, in twentieths of a point."""
_TALL = 6.0
"""Lines of a row from which on smaller letters are easier to read than more lines."""


@frozen(kw_only=True, slots=False)
class Setting:
    """How one table is set.

    Attributes:
        table: The table; it has columns.
        width: How wide it is, in twentieths of a point.
    """

    table: Table
    width: int

    @cached_property
    def is_small(self) -> bool:
        """Whether its letters are smaller, so that it fits into its width."""
        if not self.table.rows:
            return False
        room = self.width / _USUAL
        return not self._words.fits(room) or self._words.mean_lines(room) > _TALL

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        """How wide its columns are, in twentieths of a point."""
        found = [int(part * self._size) for part in self._ems]
        found[-1] += self.width - sum(found)
        return tuple(found)

    @cached_property
    def lines(self) -> int:
        """About how many lines its rows take together."""
        return sum(self._words.row_lines(self._ems))

    @cached_property
    def _words(self) -> Measured:
        return Measured(table=self.table, face=_FACE)

    @property
    def _size(self) -> int:
        return _SMALL if self.is_small else _USUAL

    @cached_property
    def _ems(self) -> tuple[float, ...]:
        return self._words.columns(self.width / self._size)


def is_wide(table: Table, upright: int, across: int) -> bool:
    """Say whether *table* is to lie across, by the width of the text on both pages."""
    if not table.columns:
        return False
    words = Measured(table=table, face=_FACE)
    return words.lies_across(upright / _SMALL, across / _SMALL)
