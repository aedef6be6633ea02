"""The rows of a sheet as mappings of cells, which are made when they are looked at."""

from collections.abc import Iterator, Mapping
from typing import Final

from almwp.intake.cells import Cell
from almwp.intake.packedcells import PackedCells

KEPT: Final = 100_000
"""So many cells stay made.  A sheet of more is larger than any report that we know: its
cells are made again where they are looked at again, as all of them do not fit."""


class MadeCells:
    """The cells of a file that were made, as long as there is room for them."""

    def __init__(self) -> None:
        self._count = 0
        self._rows: list[dict[int, dict[int, Cell]]] = []

    def begin(self) -> dict[int, dict[int, Cell]]:
        """Return where to keep the rows of one more sheet."""
        rows: dict[int, dict[int, Cell]] = {}
        self._rows.append(rows)
        return rows

    def make_room(self, count: int) -> None:
        """Make room for so many cells: where it is short, all others are let go."""
        if self._count > KEPT:
            for rows in self._rows:
                rows.clear()
            self._count = 0
        self._count += count


class GridRows(Mapping[int, Mapping[int, Cell]]):
    """The rows of a sheet by their numbers; of each, its cells by their columns."""

    def __init__(self, packed: PackedCells, made: MadeCells) -> None:
        self._packed, self._room = packed, made
        self._made = made.begin()

    def __getitem__(self, row: int) -> Mapping[int, Cell]:
        made = self._made.get(row)
        if made is None:
            made = self._make(row)
            if made is None:
                raise KeyError(row)
        return made

    def get(self, row: int, default: Mapping[int, Cell]) -> Mapping[int, Cell]:  # type: ignore[override]
        """Return a row, or *default* where no cell stands in it."""
        made = self._made.get(row)
        if made is None:
            made = self._make(row)
        return default if made is None else made

    def _make(self, row: int) -> dict[int, Cell] | None:
        start, end = self._packed.stretch(row)
        if start == end:
            return None
        self._room.make_room(end - start)
        cells = {cell.column: cell for cell in self._packed.cells(row, start, end)}
        self._made[row] = cells
        return cells

    def __contains__(self, row: object) -> bool:
        if row in self._made:
            return True
        if not isinstance(row, int):
            return False
        start, end = self._packed.stretch(row)
        return start < end

    def __iter__(self) -> Iterator[int]:
        return iter(self._packed.numbers)

    def __len__(self) -> int:
        return len(self._packed.numbers)
