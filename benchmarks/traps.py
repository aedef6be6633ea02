"""Count the values of a workbook of traps that are lost or changed in silence."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from almwp.intake.cells import Book, Cell, CellKind, Sheet
from almwp.workflow.bookreading import read_book
from almwp.workflow.session import Session
from bars import Bar, Bench
from measuring import Compared

Written = str | float | bool | datetime.time
Trap = Callable[[Cell | None], bool]
FIRST_ROW = 4
"""The rows above are empty: a reader that crops them names wrong cells."""


def _is(kind: CellKind, text: str, number_format: str = "General") -> Trap:
    """Return what says whether a cell is as it stands in the file."""

    def kept(cell: Cell | None) -> bool:
        if cell is None or cell.kind is not kind:
            return False
        is_number = kind is CellKind.NUMBER
        same = float(cell.text) == float(text) if is_number else cell.text == text
        return same and cell.number_format == number_format

    return kept


def _is_uncalculated(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.formula) and cell.text == ""


def _is_hidden(cell: Cell | None) -> bool:
    return cell is not None and cell.hidden


TRAPS: Mapping[str, tuple[Written, str, Trap]] = MappingProxyType(
    {
        "error": ("#DIV/0!", "General", _is(CellKind.ERROR, "#DIV/0!")),
        "uncalculated formula": ("=1+1", "General", _is_uncalculated),
        "share shown as a percent": (0.45, "0%", _is(CellKind.NUMBER, "0.45", "0%")),
        "number with a percent sign behind it": (
            45,
            '0"%"',
            _is(CellKind.NUMBER, "45", '0"%"'),
        ),
        "code with zeros before it": (
            123,
            "00000",
            _is(CellKind.NUMBER, "123", "00000"),
        ),
        "text of digits": ("00123", "@", _is(CellKind.TEXT, "00123", "@")),
        "text NA": ("NA", "General", _is(CellKind.TEXT, "NA")),
        "whole number": (7, "General", _is(CellKind.NUMBER, "7")),
        "truth": (True, "General", _is(CellKind.BOOLEAN, "TRUE")),
        "date before all dates": (
            -5,
            "dd/mm/yyyy",
            _is(CellKind.NUMBER, "-5", "dd/mm/yyyy"),
        ),
        "day that never was": (
            60,
            "dd/mm/yyyy",
            _is(CellKind.NUMBER, "60", "dd/mm/yyyy"),
        ),
        "time without a day": (
            datetime.time(6),
            "h:mm",
            _is(CellKind.NUMBER, "0.25", "h:mm"),
        ),
        "hidden row": ("hidden", "General", _is_hidden),
    }
)
"""What is written, in which format, and what must be read of it."""


def group(bench: Bench) -> list[Bar]:
    """Count the traps that almwp falls into; calamine's number is told beside it."""
    path = bench.folder / "workbooks" / "traps.xlsx"
    write_traps(path)
    lost = lost_of(read_book(path, Session.start().reading).book)
    if lost:
        bench.say(f"lost: {', '.join(lost)}\n")
    number = len(TRAPS) + len(_OF_THE_BOOK)
    what = (
        f"traps of {number} read as blank or as another value (python-calamine: "
        f"{_lost_by_calamine(path)} of the {len(TRAPS)} cells)"
    )
    return [Bar(code="P21", what=what, most=0, found=Compared.of([len(lost)]))]


def write_traps(path: Path) -> None:
    """Write the workbook: a row for each trap, below rows without anything."""
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.title = "Traps"
    for row, (name, (value, number_format, _)) in enumerate(TRAPS.items(), FIRST_ROW):
        sheet.cell(row, 2, name)
        cell = sheet.cell(row, 3, value)
        cell.number_format = number_format
        sheet.row_dimensions[row].hidden = name == "hidden row"
    sheet.merge_cells("E4:F6")
    sheet["E4"] = "merged"
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "kept"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


_OF_THE_BOOK: Mapping[str, Callable[[Book], bool]] = MappingProxyType(
    {
        "days from 1904": lambda book: book.starts_1904,
        "merged cells": lambda book: any(
            m.ref == "E4:F6" for m in book.sheets[0].merges
        ),
        "hidden sheet": lambda book: book.sheets[1].visibility.value != "visible",
    }
)


def lost_of(book: Book) -> list[str]:
    """Return the names of the traps that are not as they stand in the file."""
    cells = _cells(book.sheets[0])
    lost = [
        name
        for row, (name, (_, _, is_kept)) in enumerate(TRAPS.items(), FIRST_ROW)
        if not is_kept(cells.get((row, 3)))
    ]
    return lost + [name for name, is_kept in _OF_THE_BOOK.items() if not is_kept(book)]


def _cells(sheet: Sheet) -> Mapping[tuple[int, int], Cell]:
    return {(c.row, c.column): c for row in sheet.read_rows() for c in row}


def _lost_by_calamine(path: Path) -> int:
    """Count the cells of which python-calamine gives another value, formats aside."""
    from python_calamine import load_workbook

    sheet = load_workbook(str(path)).get_sheet_by_name("Traps")
    read = [line[1] for line in sheet.to_python()]  # rows and columns before are cut
    told = zip(read, (written for written, _, _ in TRAPS.values()), strict=True)
    return sum(one != other or type(one) is not type(other) for one, other in told)
