"""Look over what a reader hands in, before the core rests on it."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from attrs import evolve

from almwp.errors import PluginError
from almwp.findings.rule import Finding
from almwp.intake.cells import Book, Cell, CellKind, Row, Sheet
from almwp.plugins.guard import guard_each


def looked_over(book: Book, plugin: str) -> Book:
    """Return *book* with rows that are looked over while they are read.

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
    return evolve(
        book,
        sheets=[
            evolve(sheet, read_rows=partial(_rows, sheet, plugin))
            for sheet in book.sheets
        ],
    )


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
