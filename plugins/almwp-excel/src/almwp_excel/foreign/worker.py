"""The process apart in which calamine reads a workbook; it is run as a script.

It reads one line of JSON with its allowance and then the file from its input, and
writes a line of JSON for each sheet and each row.  It imports nothing of almwp: it has
to start quickly, and calamine may end it at any moment.
"""

import datetime
import io
import json
import math
import sys
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO


def main() -> None:
    """Read the file from the input and write its cells to the output."""
    allowance = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    bound(allowance["memory"], allowance["seconds"])
    from python_calamine import CalamineError, PasswordError

    out = _Output(sys.stdout.buffer, allowance["bytes"])
    try:
        for line in lines_of(content, allowance):
            out.write(line)
    except PasswordError:
        last = {"refused": "password"}
    except CalamineError:
        last = {"refused": "damaged"}
    except _RefusedError as error:
        last = {"refused": str(error)}
    else:
        last = {"end": "yes"}
    sys.stdout.buffer.write(json.dumps(last).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


class _RefusedError(Exception):
    """The workbook has more than it may have."""


class _Output:
    """Where lines are written, as long as there is room for them."""

    def __init__(self, out: BinaryIO, room: int) -> None:
        self._out, self._room = out, room

    def write(self, line: object) -> None:
        """Write a line of JSON."""
        written = json.dumps(line, separators=(",", ":")).encode("ascii")
        self._room -= len(written)
        if self._room < 0:
            raise _RefusedError("too large")
        self._out.write(written + b"\n")


def bound(memory: int, seconds: int) -> None:
    """Bound what the process may take, where the system has such bounds."""
    try:
        import resource
    except ImportError:  # Windows: there the clock of the caller is the only bound
        return
    for name, most in (
        ("RLIMIT_CORE", 0),
        ("RLIMIT_CPU", seconds),
        ("RLIMIT_AS", memory),
    ):
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(kind, (lowest, hard))
        except (ValueError, OSError):  # macOS has no bound of memory
            continue


def lines_of(content: bytes, allowance: Mapping[str, int]) -> Iterator[object]:
    """Give a line for each sheet, and after it a line for each row with cells."""
    from python_calamine import SheetTypeEnum, load_workbook

    book = load_workbook(io.BytesIO(content))
    sheets = book.sheets_metadata
    if len(sheets) > allowance["sheets"]:
        raise _RefusedError("too many sheets")
    cells = 0
    for place, about in enumerate(sheets):
        told = {"sheet": about.name, "visible": str(about.visible).rpartition(".")[2]}
        if about.typ not in (SheetTypeEnum.WorkSheet, SheetTypeEnum.MacroSheet):
            yield told | {"merges": []}  # a chart has no cells
            continue
        sheet = book.get_sheet_by_index(place)
        merges = sheet.merged_cell_ranges
        yield told | {"merges": merges or []}
        if sheet.start is None:
            continue
        cells += sheet.height * sheet.width
        if cells > allowance["cells"]:
            raise _RefusedError("too many cells")
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


if __name__ == "__main__":
    main()
