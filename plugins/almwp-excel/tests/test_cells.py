"""What is read of cells that a hand wrote into the XML."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from almwp_excel import rules
from almwp_excel.richtext import unescape

from almwp.intake.cells import Book, Cell, CellKind, Strike

Cells = Callable[[bytes], dict[str, Cell]]


def _sheet(*row: str) -> str:
    return f'<sheetData><row r="1">{"".join(row)}</row></sheetData>'


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ('<c r="A1"><v>0.1</v></c>', CellKind.NUMBER, "0.1"),
        ('<c r="A1" t="n"><v>1E-3</v></c>', CellKind.NUMBER, "1E-3"),
        ('<c r="A1"><v> 45473\n</v></c>', CellKind.NUMBER, "45473"),
        ('<c r="A1"><v>1E400</v></c>', CellKind.NUMBER, "1E400"),
        ('<c r="A1"><v>-0</v></c>', CellKind.NUMBER, "-0"),
        ('<c r="A1" t="b"><v>1</v></c>', CellKind.BOOLEAN, "TRUE"),
        ('<c r="A1" t="b"><v>false</v></c>', CellKind.BOOLEAN, "FALSE"),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', CellKind.ERROR, "#DIV/0!"),
        ('<c r="A1" t="e"><v>#SPILL!</v></c>', CellKind.ERROR, "#SPILL!"),
        ('<c r="A1" t="d"><v>2024-06-30</v></c>', CellKind.DATE, "2024-06-30"),
        ('<c r="A1" t="str"><v>Q3/2024</v></c>', CellKind.TEXT, "Q3/2024"),
        ('<c r="A1" t="str"><v> </v></c>', CellKind.TEXT, " "),
        ('<c r="A1" t="inlineStr"><is><t> </t></is></c>', CellKind.TEXT, " "),
        ('<c r="A1" t="inlineStr"><is><t>Lào</t></is></c>', CellKind.TEXT, "Lào"),
        ('<c r="A1" t="inlineStr"><v>x</v></c>', CellKind.TEXT, "x"),
        (
            '<c r="A1" t="inlineStr"><is><t>a_x000D_b</t></is></c>',
            CellKind.TEXT,
            "a\rb",
        ),
        ('<c r="A1" t="str"><v><![CDATA[<5]]> &amp;</v></c>', CellKind.TEXT, "<5 &"),
        ('<x:c r="A1" t="str"><x:v>x</x:v></x:c>', CellKind.TEXT, "x"),
        ('<c r="$a$1"><v>7</v></c>', CellKind.NUMBER, "7"),
    ],
)
def test_a_value_is_read_as_it_is_stored(
    make: Any, cells: Cells, cell: str, kind: CellKind, text: str
) -> None:
    sheet = _sheet(cell).replace("<sheetData>", f'<sheetData xmlns:x="{make.main}">')
    read = cells(make.book(sheet))["A1"]
    assert (read.kind, read.text, read.formula) == (kind, text, None)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1"/>',
        '<c r="A1" s="0"><v></v></c>',
        '<c r="A1"><v> </v></c>',
        '<c r="A1" t="s"><v/></c>',
        '<c r="A1" t="s"><v>1</v></c>',
        '<c r="A1" t="str"><v></v></c>',
        '<c r="A1" t="inlineStr"><is><t></t></is></c>',
        '<c r="A1" t="inlineStr"><is/></c>',
        '<c r="A1" t="e"><v/></c>',
        '<c r="A1"><f></f></c>',
        '<c r="A1"><f> </f></c>',
        '<c r="A1"><extLst><ext><v>1</v></ext></extLst></c>'.replace("v>", "w>"),
    ],
)
def test_a_cell_without_a_value_a_formula_or_a_character_is_empty(
    make: Any, cells: Cells, cell: str
) -> None:
    assert cells(make.book(_sheet(cell), strings="<si><t>a</t></si><si/>")) == {}


@pytest.mark.parametrize(
    ("cell", "kind", "text"),
    [
        ("<f>B1</f>", CellKind.UNCALCULATED, ""),
        ("<f>B1</f><v></v>", CellKind.UNCALCULATED, ""),
        ("<f>B1</f><v>5</v>", CellKind.NUMBER, "5"),
        ('t="str"><f>B1</f><v></v>', CellKind.TEXT, ""),
        ('t="str"><f>B1</f>', CellKind.UNCALCULATED, ""),
        ('t="e"><f>B1</f><v>#REF!</v>', CellKind.ERROR, "#REF!"),
        ('t="b"><f>B1</f><v>0</v>', CellKind.BOOLEAN, "FALSE"),
    ],
)
def test_a_formula_is_kept_with_its_stored_result(
    make: Any, cells: Cells, cell: str, kind: CellKind, text: str
) -> None:
    start = '<c r="A1" ' if cell.startswith("t=") else '<c r="A1">'
    read = cells(make.book(_sheet(f"{start}{cell}</c>")))["A1"]
    assert (read.kind, read.text, read.formula) == (kind, text, "B1")


def test_every_cell_of_a_shared_or_array_formula_that_has_one_says_so(
    make: Any, cells: Cells
) -> None:
    read = cells(
        make.book(
            _sheet(
                '<c r="A1"><f t="shared" ref="A1:B1" si="0">C1*2</f><v>1</v></c>',
                '<c r="B1"><f t="shared" si="0"/><v>2</v></c>',
                '<c r="C1"><f t="shared" si="9"/><v>3</v></c>',
                '<c r="D1"><f t="array" ref="D1:E1">F1:G1</f><v>4</v></c>',
                '<c r="E1"><v>5</v></c>',
                '<c r="F1"><f t="dataTable" ref="F1"/><v>6</v></c>',
            )
        )
    )
    assert [cell.formula for cell in read.values()] == [
        "C1*2",
        "C1*2",
        "(shared formula)",
        "F1:G1",
        None,
        "TABLE()",
    ]


@pytest.mark.parametrize(
    ("runs", "in_plain_cell", "in_struck_cell"),
    [
        ("<t>a</t>", Strike.NONE, Strike.WHOLE),
        ("<r><t>a</t></r>", Strike.NONE, Strike.WHOLE),
        ("<r><rPr><b/></rPr><t>a</t></r>", Strike.NONE, Strike.NONE),
        ("<r><rPr><strike/></rPr><t>a</t></r>", Strike.WHOLE, Strike.WHOLE),
        ('<r><rPr><strike val="0"/></rPr><t>a</t></r>', Strike.NONE, Strike.NONE),
        (
            "<r><t>a</t></r><r><rPr><strike/></rPr><t>b</t></r>",
            Strike.PART,
            Strike.WHOLE,
        ),
        ("<r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r>", Strike.NONE, Strike.PART),
        (
            "<r><rPr><strike/></rPr><t>a</t></r><r><t> </t></r>",
            Strike.WHOLE,
            Strike.WHOLE,
        ),
    ],
)
@pytest.mark.parametrize("inline", [False, True])
def test_strike_through_is_told_of_whole_texts_and_of_parts(
    make: Any,
    cells: Cells,
    runs: str,
    in_plain_cell: Strike,
    in_struck_cell: Strike,
    inline: bool,
) -> None:
    styles = (
        "<fonts><font/><font><strike/></font></fonts>"
        '<cellStyleXfs><xf fontId="1"/></cellStyleXfs>'
        '<cellXfs><xf/><xf fontId="1"/></cellXfs>'
        "<dxfs><dxf><font><strike/></font></dxf></dxfs>"
    )
    kind, value = ("inlineStr", f"<is>{runs}</is>") if inline else ("s", "<v>0</v>")
    sheet = _sheet(
        f'<c r="A1" t="{kind}">{value}</c>', f'<c r="B1" s="1" t="{kind}">{value}</c>'
    )
    read = cells(make.book(sheet, strings=f"<si>{runs}</si>", styles=styles))
    assert read["A1"].strike is in_plain_cell
    assert read["B1"].strike is in_struck_cell
    assert read["A1"].text == "".join(re.findall("<t>(.*?)</t>", runs))


def test_how_a_text_is_pronounced_is_no_part_of_it(make: Any, cells: Cells) -> None:
    strings = '<si><t>東京</t><rPh sb="0" eb="2"><t>とうきょう</t></rPh></si>'
    read = cells(make.book(_sheet('<c r="A1" t="s"><v>0</v></c>'), strings=strings))
    assert read["A1"].text == "東京"


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("_x000D_", "\r"),
        ("a_x000d__x000A_b", "a\r\nb"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("_xD83D_", "_xD83D_"),
        ("_xDE00__xD83D_x", "_xDE00__xD83D_x"),
        ("_x12_ _X000D_ x000D_", "_x12_ _X000D_ x000D_"),
    ],
)
def test_escaped_characters_are_decoded_as_excel_does(stored: str, text: str) -> None:
    assert unescape(stored) == text


def test_number_formats_come_from_the_style_of_the_cell(
    make: Any, cells: Cells
) -> None:
    styles = (
        '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
        '<numFmt numFmtId="9" formatCode="0.0%"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="4"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="0"/>'
        '<xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="71"/><xf numFmtId="999"/>'
        "</cellXfs>"
    )
    row = (f'<c s="{number}"><v>1</v></c>' for number in range(6))
    read = cells(make.book(_sheet(*row), styles=styles))
    assert [cell.number_format for cell in read.values()] == [
        "General",
        "dd/mm/yyyy",
        "0.0%",
        "mm-dd-yy",
        "d/m/yyyy",
        "General",
    ]


def test_what_is_odd_is_kept_and_said_once_for_each_sheet(
    make: Any, read: Callable[[bytes], Book]
) -> None:
    content = make.book(
        _sheet(
            '<c r="A1" t="s"><v>7</v></c>',
            '<c r="B1" t="s"><v>x</v></c>',
            '<c r="C1"><v>1,5</v></c>',
            '<c r="D1" t="b"><v>maybe</v></c>',
            '<c r="E1" t="zzz"><v>1</v></c>',
            '<c r="F1" s="42"><v>1</v></c>',
        ),
        strings="<si><t>a</t></si>",
    )
    book = read(content)
    ((lost, also, *texts, number),) = book.sheets[0].rows()
    assert (lost.kind, lost.text) == (also.kind, also.text) == (CellKind.ERROR, "#REF!")
    assert [(cell.kind, cell.text) for cell in texts] == [
        (CellKind.TEXT, "1,5"),
        (CellKind.TEXT, "maybe"),
        (CellKind.TEXT, "1"),
    ]
    assert (number.kind, number.number_format) == (CellKind.NUMBER, "General")
    assert [(f.rule, str(f.at), dict(f.facts)) for f in book.findings] == [
        (rules.MISSING_TEXT, "vn.xlsx!Data!A1", {"count": "2"}),
        (rules.ODD_VALUE, "vn.xlsx!Data!C1", {"count": "3"}),
        (rules.UNKNOWN_STYLE, "vn.xlsx!Data!F1", {"count": "1"}),
    ]
    for finding in book.findings:
        assert finding.message()
