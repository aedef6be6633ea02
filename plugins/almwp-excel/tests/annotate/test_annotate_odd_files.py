"""Workbooks that other programs write: marked soundly, or refused with a sentence."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from almwp_excel.reader import read
from lxml import etree
from openpyxl.utils.cell import (
    column_index_from_string,
    coordinate_from_string,
    get_column_letter,
)

from almwp.errors import UnreadableFileError
from almwp.intake.limits import Limits

pytestmark = [
    pytest.mark.filterwarnings("ignore:Workbook contains no default style"),
    pytest.mark.filterwarnings("ignore:.*extension is not supported"),
]
Mark = Callable[..., bytes]
Look = Callable[[bytes], Any]

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"
ROWS = '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row>'
ROWS += '<row r="5"><c r="A5" t="inlineStr"><is><t>five</t></is></c></row></sheetData>'
FULL = (
    '<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill '
    'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellXfs count="1"><xf/></cellXfs>'
)
AT = ("B2", "C2", "A5", "C9", "A1", "C5")


def cells_of(content: bytes) -> dict[str, str]:
    rows = read(content, "vn.xlsx", Limits()).sheets[0].rows()
    return {cell.ref: cell.text for row in rows for cell in row}


def check(before: bytes, after: bytes) -> None:
    """Check that a marked copy is sound: order, counts, values, marks, comments."""
    assert cells_of(after) == cells_of(before)
    sheet = openpyxl.load_workbook(io.BytesIO(after)).worksheets[0]
    for ref in AT:
        assert sheet[ref].fill.patternType == "solid", ref
        assert sheet[ref].comment is not None, ref
    root = etree.fromstring(read_part(after, SHEET))
    rows = [int(row.get("r", 0)) for row in root.iter("{*}row")]
    if all(rows):
        assert rows == sorted(set(rows))
    for row in root.iter("{*}row"):
        refs = [coordinate_from_string(c.get("r", "")) for c in row]
        columns = [column_index_from_string(r[0]) for r in refs]
        assert columns == sorted(set(columns))


def read_part(content: bytes, name: str) -> bytes:
    import zipfile

    return zipfile.ZipFile(io.BytesIO(content)).read(name)


@pytest.mark.parametrize(
    "sheet",
    [
        ROWS,
        ROWS.replace('<row r="2">', '<row r="2" spans="2:4">'),
        ROWS.replace('<row r="5">', '<row r="3"/><row r="5" s="0" customFormat="1">'),
        f"<dimension ref='B2:D5'/>{ROWS}<pageMargins left='1' right='1' top='1' "
        "bottom='1' header='1' footer='1'/>",
        ROWS.replace("<v>1</v>", "<!-- > --><v>1</v>").replace("'", '"'),
        ROWS.replace('r="B2"', "r = 'B2'  s='0'"),
        f"{ROWS}<tableParts count='0'/><extLst><ext uri='{{1}}'/></extLst>",
    ],
)
@pytest.mark.parametrize("styles", [None, FULL, "", "<cellXfs/>"])
def test_lean_workbooks_are_marked(
    make: Any, mark: Mark, sheet: str, styles: str | None
) -> None:
    before = make.book(sheet, styles=styles)
    after = mark(before, *AT)
    check(before, after)
    assert mark(after, *AT) == after
    assert cells_of(mark(after)) == cells_of(before)


def test_an_empty_sheet_gets_its_cells(make: Any, mark: Mark) -> None:
    for sheet in (
        "<sheetData/>",
        "<sheetData></sheetData>",
        "<sheetData >\n</sheetData>",
    ):
        before = make.book(sheet, styles=FULL)
        check(before, mark(before, *AT))


def test_cells_and_rows_without_an_address_keep_their_places(
    make: Any, mark: Mark
) -> None:
    before = make.book(
        "<sheetData><row/><row><c><v>1</v></c><c><v>2</v></c></row>"
        '<row r="5"><c/><c r="E5"><v>3</v></c><c><v>4</v></c></row></sheetData>',
        styles=FULL,
    )
    assert cells_of(before) == {"A2": "1", "B2": "2", "E5": "3", "F5": "4"}
    after = mark(before, "B2", "C2", "C5", "F5", "G5", "A1", "A3")
    assert cells_of(after) == cells_of(before)
    for ref in ("B2", "C2", "C5", "F5", "G5", "A1", "A3"):
        assert styles_of(after)[ref] > 0
    rows = list(etree.fromstring(read_part(after, SHEET)).iter("{*}row"))
    assert [len(row) for row in rows] == [1, 3, 1, 5]


def test_a_row_says_between_which_columns_its_cells_stand(
    make: Any, mark: Mark
) -> None:
    before = make.book(ROWS.replace('r="2"', 'r="2" spans="2:4"', 1), styles=FULL)
    for at, spans in (("C2", "2:4"), ("A2", "1:4"), ("J2", "2:10")):
        row = next(etree.fromstring(read_part(mark(before, at), SHEET)).iter("{*}row"))
        assert row.get("spans") == spans


def styles_of(content: bytes) -> dict[str, int]:
    """Return the style of each cell by its address, also of those that tell none."""
    found, row = {}, 0
    for line in etree.fromstring(read_part(content, SHEET)).iter("{*}row"):
        row, column = int(line.get("r") or row + 1), 0
        for cell in line:
            ref = cell.get("r")
            letters = (ref or "").rstrip("0123456789")
            column = column_index_from_string(letters) if ref else column + 1
            name = get_column_letter(column)
            found[f"{name}{row}"] = int(cell.get("s") or 0)
    return found


def prefixed(part: str) -> str:
    import re

    renamed = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", part)
    return renamed.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"')


def test_prefixes_stay_and_what_is_put_in_has_them(make: Any, mark: Mark) -> None:
    parts = make.parts(ROWS, styles=FULL)
    for name in (SHEET, "xl/workbook.xml", "xl/styles.xml"):
        parts[name] = prefixed(parts[name])
    before = make.zip(parts)
    after = mark(before, *AT)
    check(before, after)
    assert b"<x:c r=" in read_part(after, SHEET)
    assert b"<c " not in read_part(after, SHEET)
    assert mark(after, *AT) == after


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_other_encodings_are_marked(make: Any, mark: Mark, encoding: str) -> None:
    parts = make.parts(ROWS.replace("five", "été"), styles=FULL)
    named = {"utf-16": "UTF-16", "utf-8-sig": "UTF-8"}.get(encoding, encoding)
    head = f'<?xml version="1.0" encoding="{named}"?>'
    book = parts["xl/workbook.xml"]
    parts["xl/workbook.xml"] = book.replace('name="Data"', 'name="Donnée"')
    for name in (SHEET, "xl/workbook.xml", "xl/styles.xml"):
        parts[name] = f"{head}{parts[name]}".encode(encoding)
    before = make.zip(parts)
    after = mark(before, *AT, sheet="Donnée")
    check(before, after)
    assert mark(after, *AT, sheet="Donnée") == after
    names = [sheet.name for sheet in read(after, "vn.xlsx", Limits()).sheets]
    assert names == ["Donnée", "almwp findings"]


def test_absolute_targets_and_folders_of_other_names_are_followed(
    make: Any, mark: Mark, look: Look
) -> None:
    parts = make.parts(ROWS, styles=FULL)
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace('Target="', 'Target="/xl/')
    check(make.zip(parts), mark(make.zip(parts), *AT))
    moved = {
        name.replace("xl/", "book/"): part.replace("xl/", "book/")
        for name, part in parts.items()
    }
    after = look(mark(make.zip(moved), "B2"))
    assert "/book/styles.xml" in after.text("book/_rels/workbook.xml.rels")
    assert "../xl/worksheets/" in after.text("book/_rels/workbook.xml.rels")


def test_a_protected_sheet_stays_protected(make: Any, mark: Mark) -> None:
    before = make.book(f'{ROWS}<sheetProtection sheet="1"/>', styles=FULL)
    after = mark(before, *AT)
    check(before, after)
    assert b'<sheetProtection sheet="1"/>' in read_part(after, SHEET)


def test_the_drawing_of_comments_stands_where_the_schema_has_it(
    make: Any, mark: Mark
) -> None:
    before = make.book(
        f'{ROWS}<pageSetup orientation="landscape"/><ignoredErrors/>'
        '<picture/><tableParts count="0"/>',
        styles=FULL,
    )
    root = etree.fromstring(read_part(mark(before, "B2"), SHEET))
    assert [etree.QName(e).localname for e in root] == [
        *("sheetData", "pageSetup", "ignoredErrors", "legacyDrawing"),
        *("picture", "tableParts"),
    ]


def test_a_sheet_of_charts_is_listed_and_not_marked(make: Any, mark: Mark) -> None:
    parts = make.parts(ROWS, styles=FULL)
    parts[SHEET] = f'<chartsheet xmlns="{MAIN}"><sheetViews/></chartsheet>'
    after = mark(make.zip(parts), "A1")
    assert read_part(after, SHEET) == parts[SHEET].encode()


def test_a_strict_workbook_is_refused_with_a_sentence(
    make_strict: Any, mark: Mark
) -> None:
    strict = make_strict.book(ROWS)
    with pytest.raises(UnreadableFileError, match="save it as an ordinary Excel"):
        mark(strict, "A1")
    assert mark(strict) == strict


@pytest.mark.parametrize("at", ["C:C", "5:5", "A0", "XFE1", "A1048577", "x", ""])
def test_an_address_that_is_no_cell_is_only_listed(
    make: Any, mark: Mark, at: str
) -> None:
    before = make.book(ROWS, styles=FULL)
    after = mark(before, at)
    assert read_part(after, SHEET) == read_part(before, SHEET)


def test_a_document_type_in_a_part_is_refused(make: Any, mark: Mark) -> None:
    parts = make.parts(ROWS, styles=FULL)
    parts["xl/styles.xml"] = f"<!DOCTYPE x>{parts['xl/styles.xml']}"
    with pytest.raises(UnreadableFileError, match="document type"):
        mark(make.zip(parts), "A1")
