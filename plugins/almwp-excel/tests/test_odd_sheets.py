"""Sheets stored as no program should: what is read of them, and what is said."""

from collections.abc import Callable
from typing import Any

import pytest
from almwp_excel import refusals
from almwp_excel.places import LAST_ROW

from almwp.intake.cells import Book, Visibility

Read = Callable[..., Book]

MIXED = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:q="urn:q"'
)


def _row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(ref: str, value: object, more: str = "") -> str:
    return f'<c r="{ref}"{more}><v>{value}</v></c>'


def _data(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def _either(needs: str, one: str, other: str = "") -> str:
    fallback = f"<mc:Fallback>{other}</mc:Fallback>" if other else ""
    choice = f'<mc:Choice Requires="{needs}">{one}</mc:Choice>'
    return f"<mc:AlternateContent {MIXED}>{choice}{fallback}</mc:AlternateContent>"


VALUES = _either("q", "<v>1</v>", "<v>2</v>")
A1, OTHER = _row(1, _cell("A1", 1)), _row(1, _cell("A1", 2))
ONE, TWO = {"A1": "1"}, {"A1": "2"}
MISSED, ODD = ["filled-cells-missed"], ["cells-out-of-place"]


@pytest.mark.parametrize(
    ("sheet", "cells", "told"),
    [
        # Of two ways to store a row Excel takes the first whose namespaces it knows.
        (_data(_either("x14", A1, OTHER)), ONE, MISSED),
        (_data(_either("q", A1, OTHER)), TWO, MISSED),
        (_data(_either("q x14", A1, OTHER)), TWO, MISSED),
        (_data(_either("x14", A1)), ONE, []),
        (_data(_either("q", A1)), {}, MISSED),
        (_data(_row(1, _either("q", _cell("A1", 1), _cell("A1", 2)))), TWO, MISSED),
        (_data(f'<row r="1"><c r="A1">{VALUES}</c></row>'), TWO, []),
        # Excel looks for cells right in the first table of cells, and nowhere else.
        (A1 + _data(_row(2, _cell("A2", 2))), {"A1": "1", "A2": "2"}, ODD),
        (_data(A1) + _row(2, _cell("A2", 2)), {"A1": "1", "A2": "2"}, ODD),
        (_data(A1 + _cell("B1", 2)), {"A1": "1", "B1": "2"}, ODD),
        (_data(A1) + _data(_row(2, _cell("A2", 2))), {"A1": "1", "A2": "2"}, ODD),
        (_data(A1) + _data(_row(1, _cell("B1", 2))), {"A1": "1", "B1": "2"}, ODD),
        (_data(f"<group>{A1}</group>"), ONE, ODD),
        (_data(_row(1, f"<q:w {MIXED}>{_cell('A1', 1)}</q:w>")), ONE, ODD),
        (f"<q:box {MIXED}>{_data(A1)}</q:box>", ONE, []),
        (_data(A1) + f"<extLst><ext>{_row(5, _cell('A5', 5))}</ext></extLst>",
         {"A1": "1", "A5": "5"}, ODD),
        # What is not understood is at least counted.
        (_data(f'<row r="1"><q:c {MIXED} r="A1"><v>1</v></q:c></row>'), {}, MISSED),
        (_data(f'<row r="1"><c r="A1"><q:v {MIXED}>1</q:v></c></row>'), {}, MISSED),
        (_data(A1).replace("<sheetData>", '<sheetData xmlns="urn:q">'), {}, MISSED),
        (_data(A1).replace("<sheetData>", '<sheetData xmlns="">'), {}, MISSED),
        (_data(_row(1, '<c r="A1">5</c>')), {}, MISSED),
        (_data(_row(1, '<c r="A1" t="inlineStr"><t>x</t></c>')), {}, MISSED),
        (_data(_row(1, '<c r="A1" t="inlineStr"><is><q:t>x</q:t></is></c>'
                    .replace("<is>", f"<is {MIXED}>"))), {}, MISSED),
        # Nothing is missed where there is nothing.
        (_data(_row(1, '<c r="A1"></c>', '<c r="B1" s="0"> </c>', "<c/>")), {}, []),
        (_data(_row(1, "<c r='A1'></c>", "<c r='B1'><v></v></c>")), {}, []),
        (_data(_row(1, '<c r="A1"><f/></c>', _cell("B1", 1, ' t="s"'))), {}, []),
        (_data(_row(1, "<!-- <c><v>1</v></c> -->", _cell("A1", 1))), ONE, []),
        (_data(_row(1, '<c r="A1" t="str"><v><![CDATA[</c>]]></v></c>')),
         {"A1": "</c>"}, []),
        (_data(_row(1, '<c r="A1" t="str"><v> </v></c >', "<c></c>")), {"A1": " "}, []),
        (_data(_row(1, '<c r="A1" x="a>b"><f t="shared" si="1"/></c>', "<c></c>")),
         {"A1": ""}, []),
    ],
)  # fmt: skip
def test_what_stands_in_an_odd_place_is_read_or_counted(
    make: Any, read: Read, sheet: str, cells: dict[str, str], told: list[str]
) -> None:
    book = read(make.book(sheet, strings="<si><t>a</t></si><si><t/></si>"))
    rows = book.sheets[0].rows()
    assert {cell.ref: cell.text for row in rows for cell in row} == cells
    assert [finding.rule.name for finding in book.findings] == told
    for finding in book.findings:
        assert finding.at.sheet == "Data"
        assert "{" not in finding.message()


def test_how_many_cells_were_missed_is_said(make: Any, read: Read) -> None:
    row = f"{_cell('A1', 1)}<x:c xmlns:x='urn:x' r='B1'><v>2</v></x:c>"
    (finding,) = read(make.book(_data(_row(1, row)))).findings
    assert finding.message() == (
        "1 filled cells of this sheet were read, but its XML stores 2"
    )


@pytest.mark.parametrize(
    "cell",
    [
        "<v>1</v><v>2</v>",
        "<v>1</v><is><t>x</t></is>",
        "<is><t>x</t></is><is><t>y</t></is>",
        "<is><t>x</t></is><v>1</v>",
    ],
)
@pytest.mark.parametrize("kind", ["n", "str", "s", "inlineStr"])
def test_a_cell_with_two_contents_is_refused(
    make: Any, why_refused: Callable[[bytes], str], cell: str, kind: str
) -> None:
    row = _row(1, f'<c r="A1" t="{kind}">{cell}</c>')
    content = make.book(_data(row), strings="<si><t>a</t></si><si><t>b</t></si>")
    assert why_refused(content) == refusals.TWO_CONTENTS.format(sheet="Data", ref="A1")


@pytest.mark.parametrize(
    "cell", ["<v>x</v><is><t>x</t></is>", "<v/><is><t>x</t></is>", "<v/><v>x</v>"]
)
def test_a_cell_that_says_one_thing_twice_is_read(
    make: Any, read: Read, cell: str
) -> None:
    book = read(make.book(_data(_row(1, f'<c r="A1" t="inlineStr">{cell}</c>'))))
    assert [c.text for row in book.sheets[0].rows() for c in row] == ["x"]
    assert book.findings == ()


@pytest.mark.parametrize(
    "name",
    [
        *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"),
        *("#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!"),
        *("#BUSY!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!", "#OF-2030!"),
    ],
)
def test_an_error_of_any_year_costs_its_cell_alone(
    make: Any, read: Read, name: str
) -> None:
    row = _row(1, _cell("A1", name, ' t="e"'), _cell("B1", 2))
    book = read(make.book(_data(row)))
    ((error, number),) = book.sheets[0].rows()
    assert (error.kind, error.text, number.text) == ("error", name, "2")
    assert book.findings == ()


def test_a_value_that_only_newer_versions_of_excel_show_is_said(
    make: Any, read: Read
) -> None:
    newer = _cell("B1", "#VALUE!", ' t="e" vm="1"')
    plain = _cell("A1", "#VALUE!", ' t="e"') + _cell("C1", 1, ' vm="1"')
    book = read(make.book(_data(_row(1, newer, plain).replace("A1", "A1"))))
    told = [f for f in book.findings if f.rule.name == "value-of-newer-excel"]
    assert [str(f.at) for f in told] == ["vn.xlsx!Data!B1"]
    assert dict(told[0].facts) == {"count": "1"}
    assert told[0].found == "#VALUE!"


def test_formatted_rows_without_content_are_counted_and_nothing_more(
    make: Any, read: Read
) -> None:
    rows = "".join(
        f'<row r="{n}" s="1"><c r="B{n}" s="1"/></row>' for n in range(2, 100_003)
    )
    book = read(make.book(_data(A1, rows)))
    assert [cell.text for row in book.sheets[0].rows() for cell in row] == ["1"]
    (finding,) = book.findings
    assert finding.rule.name == "many-empty-cells"
    assert dict(finding.facts) == {"count": "100001", "rows": "100001"}


def test_more_rows_than_a_sheet_has_are_refused(
    make: Any, why_refused: Callable[..., str]
) -> None:
    rows = '<row r="1"/>' * (LAST_ROW + 1)
    why = why_refused(make.book(_data(rows)), ratio=10_000)
    assert why == refusals.OVERLOADED


@pytest.mark.parametrize("linked", [True, False])
def test_a_sheet_that_no_tab_leads_to_is_said(
    make: Any, read: Read, linked: bool
) -> None:
    kind = "http://x/worksheet"
    link = f'<Relationship Id="r9" Type="{kind}" Target="worksheets/gone.xml"/>'
    parts = make.parts(_data(A1), links=link if linked else "")
    parts["xl/worksheets/gone.xml"] = parts["xl/worksheets/sheet1.xml"]
    (finding,) = read(make.zip(parts)).findings
    assert finding.rule.name == "sheet-without-tab"
    assert finding.found == "gone.xml"
    assert finding.at.sheet is None


@pytest.mark.parametrize("main", ["make", "make_strict"])
@pytest.mark.parametrize("relations", ["make", "make_strict"])
@pytest.mark.parametrize("sheets", ["make", "make_strict"])
def test_strict_and_other_namespaces_may_be_mixed(
    request: pytest.FixtureRequest, read: Read, main: str, relations: str, sheets: str
) -> None:
    makers: list[Any] = [*map(request.getfixturevalue, (main, relations, sheets))]
    row = _row(
        1,
        _cell("A1", 0, ' t="s"'),
        _cell("B1", "2024-06-30T00:00:00", ' t="d" s="1"'),
        '<c r="C1" t="inlineStr"><is><r><t>Lao</t></r><r><t> PDR</t></r></is></c>',
    )
    more = {
        "strings": "<si><t>ASEAN</t></si>",
        "styles": '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
    }
    parts = makers[2].parts(_data(row), **more) | {
        "xl/workbook.xml": makers[0].parts(**more)["xl/workbook.xml"],
        "xl/_rels/workbook.xml.rels": makers[1].parts(**more)[
            "xl/_rels/workbook.xml.rels"
        ],
    }
    book = read(makers[0].zip(parts))
    found = [(c.text, c.kind.value) for row in book.sheets[0].rows() for c in row]
    assert found == [
        ("ASEAN", "text"),
        ("2024-06-30T00:00:00", "date"),
        ("Lao PDR", "text"),
    ]
    assert book.findings == ()


@pytest.mark.parametrize(
    "target",
    [
        *("worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml"),
        *("\\xl\\worksheets\\sheet1.xml", "../xl/worksheets/sheet1.xml"),
        *("./worksheets//sheet1.xml", "WORKSHEETS/Sheet1.XML"),
        *("worksheets/sheet%31.xml", "../../../xl/worksheets/sheet1.xml#A1"),
        *("x/../worksheets/sheet1.xml", "worksheets\\..\\worksheets\\sheet1.xml"),
    ],
)  # fmt: skip
def test_a_sheet_is_found_however_the_workbook_writes_where_it_is(
    make: Any, read: Read, target: str
) -> None:
    parts = make.parts(_data(A1))
    rels = "xl/_rels/workbook.xml.rels"
    parts[rels] = str(parts[rels]).replace("worksheets/sheet1.xml", target)
    book = read(make.zip(parts))
    assert [cell.text for row in book.sheets[0].rows() for cell in row] == ["1"]
    assert book.findings == ()


@pytest.mark.parametrize(
    ("state", "visibility"),
    [
        ("veryHidden", Visibility.VERY_HIDDEN),
        ("VERYHIDDEN", Visibility.VERY_HIDDEN),
        ("hidden", Visibility.HIDDEN),
        ("gone", Visibility.VISIBLE),
    ],
)
def test_cells_of_a_hidden_sheet_are_read_and_the_sheet_is_marked(
    make: Any, read: Read, state: str, visibility: Visibility
) -> None:
    parts = make.parts(_data(A1))
    named = str(parts["xl/workbook.xml"]).replace("<sheet ", f'<sheet state="{state}" ')
    (sheet,) = read(make.zip(parts | {"xl/workbook.xml": named})).sheets
    assert sheet.visibility is visibility
    assert len(list(sheet.rows())) == 1
