"""What calamine reads of a workbook, as lines; only the process apart runs this."""

import datetime
import io
import math
from collections.abc import Iterator, Mapping
from typing import Any


class TooMuchError(Exception):
    """The workbook has more than it may have."""


def failures() -> tuple[type[Exception], ...]:
    """Return what is raised where a workbook is refused."""
    from python_calamine import CalamineError

    return CalamineError, TooMuchError


def word_of(error: Exception) -> str:
    """Say in a word why a workbook is refused."""
    from python_calamine import PasswordError

    if isinstance(error, TooMuchError):
        return str(error)
    return "password" if isinstance(error, PasswordError) else "damaged"


def lines_of(content: bytes, asked: Mapping[str, int]) -> Iterator[object]:
    """Give a line for each sheet, and after it a line for each row with cells."""
    from python_calamine import SheetTypeEnum, load_workbook

    book = load_workbook(io.BytesIO(content))
    sheets = book.sheets_metadata
    if len(sheets) > asked["sheets"]:
        raise TooMuchError("too many sheets")
    cells = blocks = 0
    for place, about in enumerate(sheets):
        told = {"sheet": about.name, "visible": str(about.visible).rpartition(".")[2]}
        if about.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
            yield told | {"merges": []}  # a chart has no cells
            continue
        sheet = book.get_sheet_by_index(place)
        merges = sheet.merged_cell_ranges or []
        blocks += len(merges)
        if blocks > asked["merges"]:
            raise TooMuchError("too many merges")
        yield told | {"merges": merges}
        if sheet.start is None:
            continue
        cells += sheet.height * sheet.width
        if cells > asked["cells"]:
            raise TooMuchError("too many cells")
        left = sheet.start[1] + 1
        for number, row in enumerate(sheet.iter_rows(), 1):
            told_row = [
                (column, *kind_and_text(value))
                for column, value in enumerate(row, left)
                if value != ""
            ]
            if told_row:
                yield [number, told_row]


def kind_and_text(value: Any) -> tuple[str, str]:
    """Return the kind of a value and its text, as a cell stores them."""
    if isinstance(value, str):
        return "text", value
    if isinstance(value, bool):
        return "boolean", str(value).upper()
    if isinstance(value, datetime.datetime | datetime.date):
        return "date", value.isoformat()
    if isinstance(value, int | float) and math.isfinite(value):
        return "number", _digits(value)
    return "text", str(value)


def _digits(value: int | float) -> str:
    """Write a number without the ``.0`` that a file does not hold."""
    is_short = value == int(value) and abs(value) < 1e15
    return str(int(value)) if is_short else repr(value)
