"""Strategies for the XML of workbooks: sound, nearly sound and odd."""

from hypothesis import strategies as st

from tests.corpus.bookmaking import Parts, packed
from tests.fuzz.spoiling import ODD_TEXTS

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEADINGS = (
    *("No.", "STT", "Activity", "Tên hoạt động", "Lead", "Status", "Progress (%)"),
    *("Time frame", "Outcome", "Indicator", "Target", "Stance", "Agenda item", "As of"),
)
_WORDS = (
    *("Country: Viet Nam", "Work programme: ALM WP 2021-2025", "Total", "completed"),
    *("2021-2022", "VN, ILO", "75%", "1.250", "06/07/2024", "Section 2", "- a\n- b"),
)

words = st.sampled_from((*_HEADINGS, *_WORDS, *ODD_TEXTS)) | st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8
)
numbers = st.sampled_from(
    ("1", "0", "-0", "0.6", "45473", "1E400", "-1", "60", "2958466", "x", "", "1,5")
)
_kinds = st.sampled_from(("", "s", "n", "b", "e", "d", "str", "inlineStr", "odd"))
_columns = st.sampled_from("ABCDEFGH")
_odd_refs = st.sampled_from(("", "A0", "XFE1", "7", "a1", "A1048577", "B2:C3"))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


@st.composite
def _cells(draw: st.DrawFn, row: int, column: str, strings: list[str]) -> str:
    ref = f"{column}{row}"
    if not draw(st.integers(0, 40)):
        ref = draw(_odd_refs)
    kind = draw(_kinds)
    inside = f"<v>{_escaped(draw(numbers))}</v>"
    if kind == "s":
        strings.append(draw(words))
        inside = f"<v>{len(strings) - 1}</v>"
        if not draw(st.integers(0, 40)):
            inside = f"<v>{draw(numbers)}</v>"
    elif kind == "inlineStr":
        inside = f"<is><t>{_escaped(draw(words))}</t></is>"
    elif kind == "e":
        inside = f"<v>{draw(st.sampled_from(('#N/A', '#SPILL!', '#REF!', '?')))}</v>"
    elif kind in ("str", "d"):
        inside = f"<v>{_escaped(draw(words))}</v>"
    if not draw(st.integers(0, 12)):
        inside = f"<f>1+1</f>{inside if draw(st.booleans()) else ''}"
    kind = f' t="{kind}"' if kind else ""
    style = f' s="{draw(st.sampled_from(("0", "1", "99", "-1", "x")))}"'
    return (
        f'<c r="{ref}"{kind}{style if not draw(st.integers(0, 5)) else ""}>{inside}</c>'
    )


@st.composite
def _sheets(draw: st.DrawFn, strings: list[str]) -> str:
    rows: list[str] = []
    number = 0
    heading = draw(st.booleans())
    for _ in range(draw(st.integers(0, 6))):
        number += draw(st.sampled_from((1, 1, 1, 2, 400)))
        if heading and not rows:
            names = draw(st.lists(st.sampled_from(_HEADINGS), max_size=6))
            strings += names
            first = len(strings) - len(names)
            cells = [
                f'<c r="{column}{number}" t="s"><v>{first + n}</v></c>'
                for n, column in zip(range(len(names)), "ABCDEFGH", strict=False)
            ]
        else:
            columns = sorted(draw(st.sets(_columns, max_size=7)))
            cells = [draw(_cells(number, column, strings)) for column in columns]
        rows.append(f'<row r="{number}">{"".join(cells)}</row>')
    refs = ("A1:B2", "A2:A9", "C3:C3", "B2:A1", "A1:XFD1048576", "A1:H1", "x")
    merges = draw(st.lists(st.sampled_from(refs), max_size=2))
    merged = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    claim = draw(st.sampled_from(("A1", "A1:XFD1048576", "B2:C3", "x")))
    return (
        f'<worksheet xmlns="{_MAIN}"><dimension ref="{claim}"/>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        f"<mergeCells>{merged}</mergeCells></worksheet>"
    )


@st.composite
def workbooks(draw: st.DrawFn) -> bytes:
    """Give the bytes of a package that is a workbook, or nearly one."""
    strings: list[str] = []
    sheets = [draw(_sheets(strings)) for _ in range(draw(st.integers(1, 3)))]
    names = draw(st.permutations(("Report", "Cover", "Báo cáo", "Hướng dẫn", "a'b")))
    states = st.sampled_from(("", ' state="hidden"', ' state="veryHidden"'))
    tabs = "".join(
        f'<sheet name="{names[n]}" sheetId="{n + 1}"{draw(states)} r:id="rId{n + 1}"/>'
        for n in range(len(sheets))
    )
    start = ' date1904="1"' if draw(st.booleans()) else ""
    links = "".join(
        f'<Relationship Id="rId{n + 1}" Type="{_OFFICE}/worksheet" '
        f'Target="worksheets/sheet{n + 1}.xml"/>'
        for n in range(len(sheets))
    )
    texts = "".join(f"<si><t>{_escaped(text)}</t></si>" for text in strings)
    styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    parts: dict[str, str] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<workbookPr{start}/><sheets>{tabs}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/'
        f'relationships">{links}<Relationship Id="rId8" Type="{_OFFICE}/styles" '
        f'Target="styles.xml"/><Relationship Id="rId9" Type="{_OFFICE}/'
        'sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{texts}</sst>',
    }
    parts |= {
        f"xl/worksheets/sheet{n}.xml": sheet for n, sheet in enumerate(sheets, start=1)
    }
    if not draw(st.integers(0, 15)):
        parts.pop(draw(st.sampled_from(sorted(parts))))
    encoded: Parts = {name: part.encode() for name, part in parts.items()}
    return packed(encoded)
