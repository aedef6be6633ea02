"""Whatever is read in the quick way is read the same by expat, to the last finding."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.mutating import mutated
from tests.fuzz.packages import workbooks
from tests.fuzz.twoways import quickly_read
from tests.hostile.corpus import all_files
from tests.hostile.hostile import Hostile
from tests.hostile.sound import MAIN, report

ROOT = Path(__file__).parents[2]
BOOKS = sorted(
    path
    for folder in ("tests/corpus", "examples", "plugins")
    for path in (ROOT / folder).rglob("*.xlsx")
    if path.read_bytes()[:2] == b"PK"
)
HOSTILE = [
    each
    for each in all_files()
    if each.file.endswith(".xlsx") and each.content and each.family != "millions"
]
PLAIN = (
    '<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>12.5</v></c><c r="C1" s="1"/>',
    '<c r="A2" t="inlineStr"><is><t>a &amp; b</t></is></c><c r="C2" t="b"><v>1</v></c>',
    '<c r="A3" t="str"><f>B1&amp;"x"</f><v>12x</v></c><c r="B3"><f>1/0</f></c>',
    '<c r="A4" t="s"><v>1</v></c><c r="B4" t="s"><v>2</v></c><c r="H4"><v> 7</v></c>',
    '<c r="B5"><f t="shared" ref="B5:B6" si="0">A5+1</f><v>1</v></c>',
    '<c r="B6"><f t="shared" si="0"/><v>2</v></c><c r="D6" t="e"><v>#N/A</v></c>',
)
ROWS = "".join(f'<row r="{n}">{cells}</row>' for n, cells in enumerate(PLAIN, start=1))
STRINGS = (
    '<si><t>one</t></si><si><t xml:space="preserve"> \n</t></si><si><t/></si>'
    "<si><r><t>half </t></r><r><rPr><strike/></rPr><t>gone</t></r></si>"
)
SCRAPS = (
    *("<", ">", "/", '"', "&", ";", " ", "\r", "\n", "\t", "x", "0", "-1", "A", "]]>"),
    *("&lt;", "&#10;", "&#0;", "&nbsp;", "<!-- -->", "<!-- <c/> -->", "<?x?>"),
    *("<![CDATA[1]]>", "</row>", "</c>", "<row>", '<row r="3"/>', '<row r="2">'),
    *(
        '<c r="A9"/>',
        "<c/>",
        "<v>1</v>",
        "<v/>",
        "<is><t>i</t></is>",
        "<f/>",
        "_x0041_",
    ),
    *(' t="s"', ' s="1"', ' s="99"', ' hidden="1"', ' ht="0"', ' vm="1"', ' r="9"'),
    *(
        "<sheetData>",
        "</sheetData>",
        "<x:c/>",
        ' xmlns="x"',
        ' x:y="1"',
        "\ufffe",
        "\u00a0",
    ),
    *(
        "<extLst/>",
        "<rPh><t>r</t></rPh>",
        "<t>t</t>",
        "9999999",
        "XFE",
        "1E400",
        "\x0b",
    ),
    *("<si>", "</si>", "<si/>", "<r>", "</r>", "<t>", "</t>"),
)


def book(rows: str, strings: str = STRINGS, head: str = "") -> bytes:
    """Return a workbook of one sheet."""
    sheet = f'<worksheet xmlns="{MAIN}">{head}<sheetData>{rows}</sheetData></worksheet>'
    styles = (
        f'<styleSheet xmlns="{MAIN}"><fonts><font/><font><strike/></font></fonts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="9" fontId="1"/></cellXfs>'
        "</styleSheet>"
    )
    return report(
        sheet=sheet.encode(),
        styles=styles.encode(),
        strings=f'<sst xmlns="{MAIN}">{strings}</sst>'.encode(),
    )


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_both_ways_give_the_same_for_every_workbook_of_the_corpus(path: Path) -> None:
    quickly_read(path.read_bytes())


def test_nearly_all_workbooks_of_the_corpus_are_read_in_the_quick_way() -> None:
    sheets = [
        is_quick for path in BOOKS for is_quick in quickly_read(path.read_bytes())
    ]
    assert sheets.count(False) * 50 <= len(sheets)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda hostile: hostile.name)
def test_both_ways_give_the_same_for_every_hostile_workbook(
    hostile: Hostile, tmp_path: Path
) -> None:
    quickly_read(hostile.write(tmp_path).read_bytes())


@settings(max_examples=150, deadline=None)
@given(workbooks())
def test_both_ways_give_the_same_for_drawn_workbooks(content: bytes) -> None:
    quickly_read(content)


def test_plain_cells_of_every_kind_are_read_in_the_quick_way() -> None:
    assert all(quickly_read(book(ROWS)))


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(("rows", "strings", "head")))
def test_both_ways_give_the_same_where_xml_is_spoilt(seed: int, where: str) -> None:
    chance = random.Random(seed)
    parts = {
        "rows": ROWS,
        "strings": STRINGS,
        "head": '<cols><col min="2" max="2"/></cols>',
    }
    for _ in range(chance.choice((1, 1, 2, 3))):
        text = parts[where]
        at = chance.randrange(len(text) + 1)
        if chance.random() < 0.5:
            marks = [n for n, sign in enumerate(text) if sign in '<>"']
            at = chance.choice(marks) + chance.randrange(2)
        end = at + chance.choice((0, 0, 0, 1, 1, 3, 8))
        parts[where] = text[:at] + chance.choice(("", *SCRAPS)) + text[end:]
    quickly_read(book(**parts))


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 2**32))
def test_both_ways_give_the_same_where_bytes_are_damaged(seed: int) -> None:
    quickly_read(mutated(book(ROWS), seed))
