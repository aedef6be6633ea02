"""Workbooks written by two libraries are read cell for cell as openpyxl reads them."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from xml.etree import ElementTree

import openpyxl
import xlsxwriter
from attrs import frozen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import Font
from openpyxl.utils.datetime import to_excel

from almwp.intake.cells import Book, Cell, CellKind, Sheet, Strike, column_letters

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

WORDS = ["Đào tạo nghề", "Đào tạo nghề", "Tiến độ %", " lead", "trail ", "a\nb"]
texts = st.one_of(
    st.sampled_from(
        [*WORDS, " ", "  ", "TRUE", "12", "0.5", "'x", "_x", "\u200b", "😀"]
    ),
    st.text(
        st.characters(blacklist_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12
    ).filter(lambda text: text[0] != "=" and "\ufffe" not in text),
)
numbers = st.one_of(
    st.integers(-(10**14), 10**14),
    st.floats(-1e300, 1e300, allow_nan=False).filter(lambda n: not 0 < abs(n) < 1e-300),
)
dates = st.dates(date(1900, 3, 1), date(9999, 12, 31)).map(
    lambda day: datetime(day.year, day.month, day.day)
)
errors = st.sampled_from(["#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!"])
formulas = st.sampled_from(["=A1+1", '=IF(A1="",0,1)', "=SUM(A1:B2)"])
formats = st.sampled_from(["General", "0%", "0.00", '0"%"', "@", "#,##0"])
moments = st.sampled_from(["dd/mm/yyyy", "yyyy-mm-dd h:mm", "mmm-yy"])
spots = st.tuples(st.integers(1, 30), st.integers(1, 12))


@frozen
class Draft:
    value: Any
    number_format: str
    struck: bool


plain = st.one_of(texts, numbers, st.booleans(), errors, formulas)
drafts = st.dictionaries(
    spots,
    st.builds(Draft, plain, formats, st.booleans())
    | st.builds(Draft, dates, moments, st.booleans()),
    max_size=15,
)
layouts = st.fixed_dictionaries(
    {
        "rows": st.sets(st.integers(1, 30), max_size=3),
        "columns": st.sets(st.integers(1, 12), max_size=3),
        "hidden": st.booleans(),
        "merge": st.none() | st.tuples(spots, st.integers(0, 3), st.integers(1, 3)),
    }
)
few = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def by_openpyxl(cells: dict[tuple[int, int], Draft], layout: dict[str, Any]) -> bytes:
    book = openpyxl.Workbook()
    book.create_sheet("Visible")
    sheet = book.worksheets[0]
    for (row, column), draft in cells.items():
        cell = sheet.cell(row, column, draft.value)
        cell.number_format = draft.number_format
        cell.font = Font(strike=draft.struck)
    for row in layout["rows"]:
        sheet.row_dimensions[row].hidden = True
    for column in layout["columns"]:
        sheet.column_dimensions[column_letters(column)].hidden = True
    if layout["merge"]:
        (top, left), down, right = layout["merge"]
        sheet.merge_cells(None, top, left, top + down, left + right)
    if layout["hidden"]:
        sheet.sheet_state = "hidden"
    out = io.BytesIO()
    book.active = 1
    book.save(out)
    return out.getvalue()


def by_xlsxwriter(cells: dict[tuple[int, int], Draft], layout: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    sheet = book.add_worksheet()
    book.add_worksheet("Visible").activate()
    for (row, column), draft in cells.items():
        look = book.add_format({"num_format": draft.number_format})
        if draft.struck:
            look.set_font_strikeout()
        place, value = (row - 1, column - 1), draft.value
        if isinstance(value, str) and value.startswith("="):
            sheet.write_formula(*place, value, look, "stored")
        elif isinstance(value, str):
            sheet.write_string(*place, value, look)
        else:
            sheet.write(*place, value, look)
    for row in layout["rows"]:
        sheet.set_row(row - 1, None, None, {"hidden": True})
    for column in layout["columns"]:
        sheet.set_column(column - 1, column - 1, None, None, {"hidden": True})
    if layout["hidden"]:
        sheet.hide()
    book.close()
    return out.getvalue()


def _count_in_xml(content: bytes, part: str) -> int:
    """Count the non-empty cells by a parser that has nothing to do with ours."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read(part))
        texts: list[str] = []
        if "xl/sharedStrings.xml" in archive.namelist():
            strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
            texts = ["".join(item.itertext()) for item in strings]
    count = 0
    for cell in root.iter(f"{MAIN}c"):
        value = cell.findtext(f"{MAIN}v") or ""
        if cell.get("t") == "s":
            value = texts[int(value)]
        inline = cell.find(f"{MAIN}is")
        text = "" if inline is None else "".join(inline.itertext())
        count += bool(value or text or cell.findtext(f"{MAIN}f"))
    return count


def _same_value(cell: Cell, value: Any) -> bool:
    match cell.kind:
        case CellKind.TEXT | CellKind.ERROR:
            return isinstance(value, str) and value == cell.text
        case CellKind.BOOLEAN:
            return value is (cell.text == "TRUE")
        case CellKind.NUMBER if isinstance(value, datetime):
            serial: float = to_excel(value)  # type: ignore[no-untyped-call]
            return serial == float(cell.text)
        case CellKind.NUMBER:
            return not isinstance(value, bool | str) and float(cell.text) == value
        case CellKind.UNCALCULATED:
            return value is None
        case CellKind.DATE:
            return False


def _assert_alike(content: bytes, book: Book) -> None:
    values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    typed = openpyxl.load_workbook(io.BytesIO(content))
    assert [sheet.name for sheet in book.sheets] == values.sheetnames
    for number, sheet in enumerate(book.sheets, start=1):
        theirs = values[sheet.name]
        assert sheet.visibility.value == theirs.sheet_state
        _assert_sheets_alike(sheet, theirs, typed[sheet.name])
        part = f"xl/worksheets/sheet{number}.xml"
        count = sum(len(row) for row in sheet.rows())
        assert count == _count_in_xml(content, part)


def _assert_sheets_alike(sheet: Sheet, values: Any, typed: Any) -> None:
    assert {merge.ref for merge in sheet.merges} == {
        merged.coord for merged in values.merged_cells.ranges
    }
    found = {cell.ref: cell for row in sheet.rows() for cell in row}
    hidden_columns = {
        number
        for held in values.column_dimensions.values()
        if held.hidden
        for number in range(held.min, held.max + 1)
    }
    for row in typed.iter_rows():
        for cell in row:
            if isinstance(cell, MergedCell) or cell.value is None:
                continue
            ours = found.pop(cell.coordinate)
            theirs = values[cell.coordinate]
            assert _same_value(ours, theirs.value), (ours, theirs.value)
            formula = f"={ours.formula}" if ours.formula else None
            assert formula == (cell.value if cell.data_type == "f" else None)
            assert ours.number_format == theirs.number_format
            assert (ours.strike is Strike.WHOLE) == bool(theirs.font.strike)
            in_row = values.row_dimensions[cell.row].hidden
            assert ours.hidden == (in_row or cell.column in hidden_columns)
    # What openpyxl drops under merged cells is the only thing that it lacks.
    assert all(
        any(merge.holds(cell.row, cell.column) for merge in sheet.merges)
        for cell in found.values()
    )


@few
@given(cells=drafts, layout=layouts)
def test_what_openpyxl_writes_is_read_alike(
    read: Callable[[bytes], Book],
    cells: dict[tuple[int, int], Draft],
    layout: dict[str, Any],
) -> None:
    content = by_openpyxl(cells, layout)
    _assert_alike(content, read(content))


@few
@given(cells=drafts, layout=layouts)
def test_what_xlsxwriter_writes_is_read_alike(
    read: Callable[[bytes], Book],
    cells: dict[tuple[int, int], Draft],
    layout: dict[str, Any],
) -> None:
    content = by_xlsxwriter(cells, layout)
    book = read(content)
    _assert_alike(content, book)
    formulas = sum(str(draft.value).startswith("=") for draft in cells.values())
    assert len(book.findings) == (1 if formulas else 0)


@few
@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\ufffe\uffff")))
)
def test_every_text_that_xlsxwriter_escapes_comes_back(
    read: Callable[[bytes], Book], written: list[str]
) -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, text in enumerate(written):
        sheet.write_string(row, 0, text)
    book.close()
    (rows,) = (sheet.rows() for sheet in read(out.getvalue()).sheets)
    assert [row[0].text for row in rows] == [text for text in written if text]


@few
@given(drafts, layouts)
def test_the_second_opinion_agrees_on_sound_workbooks(
    cells: dict[tuple[int, int], Draft], layout: dict[str, Any]
) -> None:
    from almwp_excel.cross_read import cross_read

    assert cross_read(by_xlsxwriter(cells, layout), "vn.xlsx") == ()
