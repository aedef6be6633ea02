"""Look over what a reader hands in, before the core rests on it."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from typing import Any

from attrs import evolve

from almwp.errors import PluginError
from almwp.findings.rule import Finding
from almwp.intake.cells import Book, Cell, CellKind, Row, Sheet
from almwp.intake.packedcells import PackedCells
from almwp.plugins.guard import guard, guard_each

_SOME_ROWS = 500
"""How many rows are read from one word to the next to whoever waits."""


def looked_over(
    book: Book, plugin: str, on_rows: Callable[[int], object] | None = None
) -> Book:
    """Return *book* with rows that are looked over while they are read.

    Args:
        book: What a reader handed in.
        plugin: Whose reader it is.
        on_rows: Is told every now and then how many rows were read, and may stop the
            reading by what it raises.

    Raises:
        PluginError: A sheet or a finding is none, or two sheets have one name: their
            cells could not be told apart.
    """
    names: set[str] = set()
    given: tuple[Any, ...] = book.sheets
    for sheet in given:
        if not isinstance(sheet, Sheet) or not isinstance(sheet.name, str):
            raise PluginError(plugin, "it gave a sheet that is none")
        if sheet.name in names:
            raise PluginError(plugin, f"it gave two sheets named '{sheet.name}'")
        names.add(sheet.name)
    if not all(isinstance(finding, Finding) for finding in book.findings):
        raise PluginError(plugin, "it gave a finding that is none")
    read = count(1)

    def counted(sheet: Sheet) -> Iterator[Row]:
        for row in _rows(sheet, plugin):
            rows = next(read)
            if on_rows and rows % _SOME_ROWS == 0:
                on_rows(rows)
            yield row

    def looked(sheet: Sheet) -> Sheet:
        if sheet.packed is None:
            return evolve(sheet, read_rows=partial(counted, sheet))
        packed = _packed(sheet, plugin)
        for _ in packed.numbers:
            rows = next(read)
            if on_rows and rows % _SOME_ROWS == 0:
                on_rows(rows)
        return evolve(sheet, read_rows=packed.rows)

    return evolve(book, sheets=[looked(sheet) for sheet in book.sheets])


def _packed(sheet: Sheet, plugin: str) -> PackedCells:
    """Return the packed cells of a sheet, whose lists fit together."""
    packed: Any = sheet.packed
    if not isinstance(packed, PackedCells):
        raise PluginError(
            plugin, f"it gave packed cells of '{sheet.name}' that are none"
        )
    if fault := guard(plugin, packed.fault):
        raise PluginError(plugin, f"it gave {fault} on '{sheet.name}'")
    return packed


def _rows(sheet: Sheet, plugin: str) -> Iterator[Row]:
    last = (0, 0)
    for row in guard_each(plugin, sheet.read_rows):
        if not isinstance(row, tuple):
            raise PluginError(plugin, f"it gave a row of '{sheet.name}' that is none")
        for cell in row:
            fault = _fault_of(cell, last)
            if fault:
                raise PluginError(plugin, f"it gave {fault} on '{sheet.name}'")
            last = (cell.row, cell.column)
        yield row


def _fault_of(cell: Any, last: tuple[int, int]) -> str:
    """Return what is wrong with what should be a cell after *last*, if anything."""
    if not isinstance(cell, Cell):
        return "a cell that is none"
    held: tuple[Any, ...] = (cell.row, cell.column, cell.text, cell.kind)
    if not all(map(isinstance, held, (int, int, str, CellKind))):
        return "a cell that holds none"
    if cell.row < 1 or cell.column < 1 or (cell.row, cell.column) <= last:
        return f"the cell in row {cell.row}, column {cell.column} twice or out of order"
    return ""
