"""What is read of sheets and packages that a hand wrote."""

import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from almwp_excel import refusals, rules

from almwp.intake.cells import Book, Cell, Visibility

Cells = Callable[[bytes], dict[str, Cell]]
Read = Callable[[bytes], Book]

ONE = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'


def _rules(book: Book) -> list[str]:
    return [finding.rule.name for finding in book.findings]


def test_strict_workbooks_are_read_like_others(
    make: Any, make_strict: Any, cells: Cells
) -> None:
    sheet = '<sheetData><row r="2"><c r="B2" t="s" s="1"><v>0</v></c></row></sheetData>'
    more = {
        "strings": "<si><t>ASEAN</t></si>",
        "styles": '<cellXfs><xf/><xf numFmtId="9"/></cellXfs>',
    }
    read = cells(make_strict.book(sheet, **more))
    assert read == cells(make.book(sheet, **more))
    assert (read["B2"].text, read["B2"].number_format) == ("ASEAN", "0%")


def test_cells_and_rows_without_an_address_follow_the_one_before(
    make: Any, cells: Cells
) -> None:
    rows = (
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row>"
        '<row r="5"><c r="D5"><v>4</v></c><c><v>5</v></c></row>'
        "<row><c><v>6</v></c></row>"
        '<row><c r="B9"><v>9</v></c><c><v>10</v></c></row>'
    )
    read = cells(make.book(f"<sheetData>{rows}</sheetData>"))
    assert list(read) == ["A1", "C1", "D5", "E5", "A6", "B9", "C9"]


@pytest.mark.parametrize("claimed", ["A1", "A1:XFD1048576", "", "nonsense"])
def test_the_claimed_extent_of_a_sheet_is_not_asked(
    make: Any, cells: Cells, claimed: str
) -> None:
    rows = "".join(f'<row r="{n}"><c r="C{n}"><v>1</v></c></row>' for n in range(1, 9))
    sheet = f'<dimension ref="{claimed}"/><sheetData>{rows}</sheetData>'
    assert len(cells(make.book(sheet))) == 8


def test_two_cells_at_the_far_corners_are_two_cells(make: Any, cells: Cells) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )
    assert list(cells(make.book(f"<sheetData>{rows}</sheetData>"))) == [
        "A1",
        "XFD1048576",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="XFE1"/></row>',
        '<row r="1048577"/>',
        '<row r="0"/>',
        '<row r="1"><c r="A0"/></row>',
        '<row r="1"><c r="nowhere"/></row>',
        '<row r="1"><c r=""/></row>',
        '<row r="x"><c r="A1"/></row>',
        '<row r="5"><c r="A7"/></row>',
        '<row><c r="A7"/><c r="B8"/></row>',
        '<row r="1"><c r="XFD1"/><c/></row>',
        '<row r="99999999999999999999999"/>',
        "<c/>",
    ],
)
def test_a_cell_where_none_can_stand_is_refused(
    make: Any, why_refused: Callable[[bytes], str], rows: str
) -> None:
    why = why_refused(make.book(f"<sheetData>{rows}</sheetData>"))
    assert why.startswith("the sheet 'Data' stores a cell at '")


def test_cells_out_of_order_are_put_in_order_and_said(make: Any, read: Read) -> None:
    rows = (
        '<row r="3" hidden="1"><c r="B3"><v>4</v></c><c r="A3"><v>3</v></c></row>'
        '<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>'
        '<row r="3"><c r="C3"><v>5</v></c></row>'
    )
    book = read(make.book(f"<sheetData>{rows}</sheetData>"))
    found = list(book.sheets[0].rows())
    assert [[cell.ref for cell in row] for row in found] == [
        ["A1", "B1"],
        ["A3", "B3", "C3"],
    ]
    assert [cell.text for row in found for cell in row] == ["1", "2", "3", "4", "5"]
    assert _rules(book) == ["cells-out-of-order"]
    assert list(book.sheets[0].rows()) == found


def test_a_sheet_name_with_braces_is_only_a_name(
    make: Any, why_refused: Callable[[bytes], str]
) -> None:
    parts = make.parts('<sheetData><row r="0"/></sheetData>')
    named = str(parts["xl/workbook.xml"]).replace('"Data"', '"{limit} {0} }{"')
    why = why_refused(make.zip(parts | {"xl/workbook.xml": named}))
    assert why.startswith("the sheet '{limit} {0} }{' stores a cell at '0'")


def test_two_contents_of_one_cell_are_refused_but_an_empty_one_is_not(
    make: Any, read: Read, why_refused: Callable[[bytes], str]
) -> None:
    start = '<sheetData><row r="1"><c r="A1"><v>1</v></c>'
    end = "</row></sheetData>"
    twice = make.book(f'{start}<c r="A1"><v>2</v></c>{end}')
    assert why_refused(twice) == refusals.TWO_CONTENTS.format(sheet="Data", ref="A1")
    assert len(list(read(make.book(f'{start}<c r="A1"/>{end}')).sheets[0].rows())) == 1


def test_hidden_rows_and_columns_are_read_and_marked(make: Any, cells: Cells) -> None:
    sheet = (
        '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/>'
        '<col min="5" max="16384" width="9"/></cols><sheetData>'
        '<row r="1"><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c>'
        "<c><v>1</v></c></row>"
        '<row r="2" hidden="true"><c><v>1</v></c></row>'
        '<row r="3" ht="0" customHeight="1"><c><v>1</v></c></row>'
        '<row r="4" ht="12.5" hidden="0"><c><v>1</v></c></row></sheetData>'
    )
    read = cells(make.book(sheet))
    hidden = [ref for ref, cell in read.items() if cell.hidden]
    assert hidden == ["B1", "C1", "D1", "A2", "A3"]


def test_merged_blocks_come_from_the_top_down(make: Any, read: Read) -> None:
    sheet = (
        '<sheetData/><mergeCells><mergeCell ref="A5:H5"/><mergeCell ref="C2:B1"/>'
        '<mergeCell ref="A1"/><mergeCell ref="A1:XFE1"/><mergeCell ref="#REF!"/>'
        "</mergeCells>"
    )
    book = read(make.book(sheet))
    assert [merge.ref for merge in book.sheets[0].merges] == ["A1:A1", "B1:C2", "A5:H5"]
    assert _rules(book) == ["damaged-merged-cells"]
    assert dict(book.findings[0].facts) == {"count": "2"}


def test_parts_are_found_by_relationship_whatever_they_are_called(
    make: Any, cells: Cells
) -> None:
    parts = make.parts(ONE)
    rels = "xl/_rels/workbook.xml.rels"
    moved = {
        "_rels/.rels": str(parts["_rels/.rels"]).replace("xl/work", "/XL/Work"),
        "XL\\Workbook.xml": parts["xl/workbook.xml"],
        "XL/_RELS/workbook.xml.rels": str(parts[rels]).replace(
            "worksheets/sheet1.xml", "..\\Odd%20Place/./Sheet.XML"
        ),
        "odd place/sheet.xml": parts["xl/worksheets/sheet1.xml"],
    }
    assert list(cells(make.zip(moved))) == ["A1"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1"])
def test_parts_may_be_in_other_encodings(
    make: Any, cells: Cells, encoding: str
) -> None:
    declared = encoding.removesuffix("-sig")
    parts = make.parts(ONE.replace("<v>1</v>", '<f>"é"</f>'))
    for name, part in parts.items():
        text = f'<?xml version="1.0" encoding="{declared}"?>{part}'
        parts[name] = text.encode(encoding)
    assert cells(make.zip(parts))["A1"].formula == '"é"'


def test_prefixes_and_foreign_elements_change_nothing(make: Any, cells: Cells) -> None:
    parts = make.parts()
    parts["xl/worksheets/sheet1.xml"] = (
        f'<s:worksheet xmlns:s="{make.main}" xmlns="urn:foreign"><s:sheetData>'
        '<s:row r="1"><c r="B1"><v>9</v></c><s:c r="A1"><s:v>1</s:v><v>2</v></s:c>'
        "</s:row></s:sheetData></s:worksheet>"
    )
    read = cells(make.zip(parts))
    assert [(ref, cell.text) for ref, cell in read.items()] == [("A1", "1")]


def test_sheets_are_listed_in_order_with_their_state(make: Any, read: Read) -> None:
    parts = make.parts(
        ONE, links='<Relationship Id="rId9" Type="x/chartsheet" Target="chart.xml"/>'
    )
    parts["xl/chart.xml"] = f'<chartsheet xmlns="{make.main}"/>'
    tabs = (
        '<sheet name="Chart" r:id="rId9"/><sheet name="H" state="hidden" r:id="rId1"/>'
        '<sheet name="V" state="veryHidden" r:id="rId1"/><sheet name="Lost" r:id=""/>'
        "</sheets>"
    )
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("</sheets>", tabs)
    book = read(make.zip(parts))
    assert [(s.name, s.visibility, len(list(s.rows()))) for s in book.sheets] == [
        ("Data", Visibility.VISIBLE, 1),
        ("Chart", Visibility.VISIBLE, 0),
        ("H", Visibility.HIDDEN, 1),
        ("V", Visibility.VERY_HIDDEN, 1),
        ("Lost", Visibility.VISIBLE, 0),
    ]
    assert [(f.code, str(f.at), f.found) for f in book.findings] == [
        ("XL211", "vn.xlsx!H", "Data"),
        ("XL211", "vn.xlsx!V", "Data"),
        ("XL104", "vn.xlsx!Lost", None),
    ]


def test_what_is_not_run_or_followed_is_said(make: Any, read: Read) -> None:
    links = "".join(
        f'<Relationship Id="x{number}" Type="http://x/{kind}" Target="y.bin"/>'
        for number, kind in enumerate(
            ["vbaProject", "externalLink", "externalLink", "connections"]
        )
    )
    book = read(make.book(ONE, links=links))
    assert _rules(book) == [
        "macros-not-run",
        "external-links-not-followed",
        "connections-not-refreshed",
    ]
    assert "2 other files" in book.findings[1].message()


def test_formulas_that_no_program_calculated_are_said(make: Any, read: Read) -> None:
    row = '<c r="A1"><f>B1</f><v>0</v></c><c r="B1"><f>C1</f></c>'
    sheet = f'<sheetData><row r="1">{row}</row></sheetData>'
    calc = '<calcPr fullCalcOnLoad="1"/>'
    book = read(make.book(sheet, workbook=calc))
    assert _rules(book) == ["results-not-calculated"]
    assert dict(book.findings[0].facts) == {"count": "1"}
    assert _rules(read(make.book(ONE, workbook=calc))) == []
    assert _rules(read(make.book(sheet))) == []


def test_two_sheets_of_one_name_are_refused(
    make: Any, why_refused: Callable[[bytes], str]
) -> None:
    parts = make.parts(ONE)
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace(
        "</sheets>", '<sheet name="DATA" r:id="rId1"/></sheets>'
    )
    assert why_refused(make.zip(parts)) == refusals.SAME_SHEET_NAME.format(sheet="DATA")


@pytest.mark.parametrize(
    ("said", "starts"), [("1", True), ("true", True), ("0", False)]
)
def test_the_1904_date_system_is_told(
    make: Any, read: Read, said: str, starts: bool
) -> None:
    book = read(make.book(ONE, workbook=f'<workbookPr date1904="{said}"/>'))
    assert book.starts_1904 is starts


def test_rows_come_again_and_side_by_side(make: Any, read: Read) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 5000)
    )
    (sheet,) = read(make.book(f"<sheetData>{rows}</sheetData>")).sheets
    first, second = sheet.rows(), sheet.rows()
    assert next(first) == next(second)
    assert list(first) == list(second)
    assert len(list(sheet.rows())) == 4999


def test_rows_stream_in_a_memory_that_does_not_grow_with_them(
    make: Any, read: Read
) -> None:
    def peak(count: int) -> int:
        rows = "".join(
            f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, count)
        )
        (sheet,) = read(make.book(f"<sheetData>{rows}</sheetData>")).sheets
        tracemalloc.start()
        try:
            assert sum(1 for _ in sheet.rows()) == count - 1
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(20_000) < 1.5 * peak(5_000)


def test_every_rule_has_its_own_code_and_name() -> None:
    assert len({rule.code for rule in rules.RULES}) == len(rules.RULES)
    assert len({rule.name for rule in rules.RULES}) == len(rules.RULES)
    assert [r.code for r in rules.RULES] == sorted(r.code for r in rules.RULES)
