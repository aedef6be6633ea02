"""What openpyxl reads of a workbook, as lines; only the process apart runs this.

It reads in its read-only mode, because its normal mode drops what lies under merged
cells, and without the claimed extent of the sheets, which may be wrong.
"""

import io
import sys
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError


def failures() -> tuple[type[Exception], ...]:
    """Return what openpyxl was seen to raise on files that Excel opens."""
    return (
        ParseError,
        zipfile.BadZipFile,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        OverflowError,
        OSError,
    )


def word_of(error: Exception) -> str:
    """Say what was raised."""
    return f"{type(error).__name__}: {error}"[:300]


def lines_of(content: bytes, asked: Mapping[str, int]) -> Iterator[object]:
    """Give a line for each sheet, and after it a line for each row with cells.

    A cell is its column, the kind and the text of its value, the number that a moment
    is to Excel, and whether it has a formula.
    """
    # openpyxl would take numpy in, which asks for more memory than a file does.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on parts it does not keep, odd dates
        values, formulas = (
            load_workbook(io.BytesIO(content), read_only=True, data_only=data_only)
            for data_only in (True, False)
        )
        for name in values.sheetnames:
            yield {"sheet": name}
            rows = zip(_rows(values[name]), _rows(formulas[name]), strict=True)
            for seen, typed in rows:
                told: dict[int, list[object]] = {}
                line = 0
                for one, other in zip(seen, typed, strict=True):
                    has_formula = other.data_type == "f" and other.value != "="
                    if one.value in (None, "") and not has_formula:
                        continue
                    line = getattr(one, "row", 0) or other.row
                    kind = _kind(one.value, values.epoch)
                    column = getattr(one, "column", 0) or other.column
                    told[column] = [column, *kind, has_formula]
                if told:
                    yield [line, list(told.values())]


def _rows(page: Any) -> Iterator[tuple[Any, ...]]:
    if hasattr(page, "reset_dimensions"):  # else it is a chart
        page.reset_dimensions()
        yield from page.iter_rows()


def _kind(value: object, epoch: datetime) -> tuple[str, str, float | None]:
    """Return kind and text of a value, and its number where it has one."""
    from openpyxl.utils.datetime import to_excel

    if value is None:
        return "nothing", "", None
    if isinstance(value, str):
        return "text", value, None
    if isinstance(value, bool):
        return "boolean", str(value), None
    if isinstance(value, int | float):
        return "number", str(value), float(value)
    if isinstance(value, datetime | date | time | timedelta):
        serial = to_excel(value, epoch)  # type: ignore[no-untyped-call]
        return "date", str(value), float(serial)
    return "other", str(value), None
