"""Pack the cells of a sheet whose reader gives them row by row."""

from collections.abc import Iterable
from itertools import chain

from almwp.intake.cells import Cell, Sheet
from almwp.intake.packedcells import CellPacker, PackedCells


def packed_cells(sheet: Sheet) -> PackedCells:
    """Return the cells of *sheet*, packed by its reader or else here."""
    if isinstance(sheet.packed, PackedCells):
        return sheet.packed
    return pack(cell for row in sheet.rows() for cell in row)


def pack(cells: Iterable[Cell]) -> PackedCells:
    """Pack *cells*; if they are out of order they are sorted first."""
    packer = CellPacker()
    last = (0, 0)
    rest = iter(cells)
    for cell in rest:
        place = (cell.row, cell.column)
        if place <= last:
            gathered = [*chain.from_iterable(packer.packed().rows()), cell, *rest]
            by_place = {(each.row, each.column): each for each in gathered}
            return pack(by_place[each] for each in sorted(by_place))
        packer.add(cell)
        last = place
    return packer.packed()
