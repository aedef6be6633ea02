"""The fill of a marked cell: which, on what, and how the old one comes back."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from almwp_excel.annotate.marks import COLOURS, SHADES, colour_of
from openpyxl.styles import PatternFill

from almwp.findings.remarks import Remark
from almwp.findings.rule import Severity

pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
Mark = Callable[..., bytes]


def sheet_of(content: bytes, name: str = "Data") -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))[name]


def fill_of(content: bytes, cell: str) -> str | None:
    fill = sheet_of(content)[cell].fill
    return fill.fgColor.rgb if fill.patternType == "solid" else None


def test_each_severity_has_a_colour_of_its_own_whatever_the_shade() -> None:
    seen = {colour_of(severity, s) for severity in COLOURS for s in range(-1, SHADES)}
    assert len(seen) == len(COLOURS) * (SHADES + 1)
    for severity, colour in COLOURS.items():
        for shade in (-1, 0, 1, 77, SHADES - 1):
            assert int(colour_of(severity, shade)[2:], 16) & 0xF0F0F0 == colour


@pytest.mark.parametrize("severity", list(Severity))
def test_a_cell_has_the_colour_of_its_gravest_remark(
    rich_workbook: bytes,
    mark: Mark,
    remark: Callable[..., Remark],
    severity: Severity,
) -> None:
    remarks = [remark("Data", "A3", Severity.NOTE), remark("Data", "A3", severity)]
    assert fill_of(mark(rich_workbook, *remarks), "A3") == colour_of(severity, 0)


def test_a_marked_cell_keeps_all_but_its_fill(rich_workbook: bytes, mark: Mark) -> None:
    was = sheet_of(rich_workbook)["C5"]
    now = sheet_of(mark(rich_workbook, "C5"))["C5"]
    assert now.number_format == was.number_format == "0%"
    assert now.value == was.value
    for look in ("font", "border", "alignment", "protection"):
        assert repr(getattr(now, look)) == repr(getattr(was, look))
    assert repr(now.fill) != repr(was.fill)


def test_a_cell_that_is_not_stored_is_made_in_the_style_of_its_row_or_column(
    rich_workbook: bytes, mark: Mark
) -> None:
    after = mark(rich_workbook, "F40", "B20", "F20", "ZZ1000")
    sheet = sheet_of(after)
    assert sheet["F40"].number_format == "0%"
    assert sheet["B20"].font.b
    assert sheet["F20"].font.b
    assert sheet["ZZ1000"].fill.patternType == "solid"
    assert all(sheet[cell].value is None for cell in ("F40", "B20", "F20", "ZZ1000"))


def test_a_cell_under_a_merged_block_is_marked_where_it_is_seen(
    rich_workbook: bytes, mark: Mark
) -> None:
    after = mark(rich_workbook, "B15")
    sheet = sheet_of(after)
    assert fill_of(after, "A14") == colour_of("error", 1)
    assert "B15: error" in sheet["A14"].comment.text


def test_the_old_fills_come_back_when_nothing_is_wrong_any_more(
    rich_workbook: bytes, mark: Mark
) -> None:
    cells = ["A3", "C5", "C6", "A14", "F40", "B20"]
    clean = mark(mark(rich_workbook, *cells))
    was, now = sheet_of(rich_workbook), sheet_of(clean)
    assert now["F40"].fill.fgColor.rgb == "FFFFFF00"  # as the column has it
    for row in was.iter_rows(max_row=18, max_col=8):
        for cell in row:
            again = now[cell.coordinate]
            assert repr(again.fill) == repr(cell.fill), cell.coordinate
            assert again.number_format == cell.number_format
            if cell.coordinate != "B3":
                assert again.comment is None


def test_a_fill_comes_back_where_the_cell_was_moved_to(
    rich_workbook: bytes, mark: Mark
) -> None:
    """Rows are sorted, tabs renamed and programs save the file before it returns."""
    book = openpyxl.load_workbook(io.BytesIO(mark(rich_workbook, "C5", "A3")))
    sheet = book["Data"]
    sheet.protection.disable()
    sheet.move_range("A3:C5", rows=30)
    sheet.title = "Renamed"
    out = io.BytesIO()
    book.save(out)
    assert sheet["C35"].fill.fgColor.rgb == colour_of("error", 1)
    clean = sheet_of(mark(out.getvalue()), "Renamed")
    assert clean["C35"].fill.fgColor.rgb == "FFFFFF00"
    assert clean["A33"].fill.patternType is None


def test_a_number_format_that_was_corrected_stays_corrected(
    rich_workbook: bytes, mark: Mark
) -> None:
    """Excel changes the format of a cell in which somebody types 75%."""
    book = openpyxl.load_workbook(io.BytesIO(mark(rich_workbook, "A3")))
    book["Data"]["A3"].value = 0.75
    book["Data"]["A3"].number_format = "0.00%"
    out = io.BytesIO()
    book.save(out)
    clean = sheet_of(mark(out.getvalue()))["A3"]
    assert clean.number_format == "0.00%"
    assert clean.fill.patternType is None


def test_a_fill_that_a_person_chose_meanwhile_stays(
    rich_workbook: bytes, mark: Mark
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(mark(rich_workbook, "A3", "C5")))
    chosen = PatternFill("solid", fgColor="FF00FF00")
    book["Data"]["C5"].fill = chosen
    out = io.BytesIO()
    book.save(out)
    assert fill_of(mark(out.getvalue()), "C5") == "FF00FF00"
    assert fill_of(mark(out.getvalue()), "A3") is None
