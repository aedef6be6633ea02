"""Word documents, read back with python-docx."""

import io
import re
import zipfile
from collections.abc import Callable
from fractions import Fraction

import pytest
from almwp_slom.paper import build
from almwp_slom.word.document import render
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from almwp.exporting.characters import lines
from almwp.model.figures import Bar, Figure
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Basis
from almwp.plugins import ReportRequest
from almwp.testing.papers import parts
from almwp.testing.strategies.reports import (
    bullets,
    figures,
    headings,
    notes,
    paragraphs,
    tables,
)
from almwp.testing.strategies.words import filled_words

Ask = Callable[..., ReportRequest]

blocks = st.one_of(headings, paragraphs, bullets, notes, tables, figures)
reports = st.builds(
    Report,
    title=filled_words,
    blocks=st.lists(blocks, max_size=5),
    language=st.sampled_from(("en", "vi")),
)
"""Without pictures, which take long to draw; they have tests of their own."""

WIDE = Table(
    columns=[Column(heading=f"h{n}", share=n) for n in range(1, 7)],
    rows=[[TableCell(text=f"c{n}") for n in range(1, 7)]],
)

VERY_WIDE = Table(
    columns=[Column(heading=f"implementation {n}") for n in range(9)],
    rows=[[TableCell(text=f"c{n}") for n in range(9)]],
)


def opened(report: Report) -> WordDocument:
    return Document(io.BytesIO(render(report)))


def of(*blocks: Block, title: str = "Title", language: str = "en") -> Report:
    return Report(title=title, blocks=blocks, language=language)


def words(paragraph: WordParagraph) -> str:
    """Return a paragraph's text without its marks of evidence."""
    is_mark = "endnote reference"
    found = (r for r in paragraph.runs if r.style.name != is_mark)
    return "".join(run.text for run in found)


def as_read(text: str) -> str:
    return "\n".join(lines(text))


def body(report: Report) -> str:
    return parts(render(report))["word/document.xml"].decode()


@settings(max_examples=25, deadline=None)
@given(reports)
def test_every_cell_of_every_table_is_in_the_document(report: Report) -> None:
    wanted = [block for block in report.blocks if isinstance(block, Table)]
    found = [
        t for t in opened(report).tables if t.style and t.style.name == "Table Grid"
    ]
    assert len(found) == len(wanted)
    for table, got in zip(wanted, found, strict=True):
        head = [as_read(column.heading) for column in table.columns]
        rows = [[as_read(cell.text) for cell in row] for row in table.rows]
        read = [[words(cell.paragraphs[0]) for cell in row.cells] for row in got.rows]
        assert read == [head, *rows]


@settings(max_examples=25, deadline=None)
@given(reports)
def test_the_same_report_gives_the_same_bytes_and_every_text(report: Report) -> None:
    first = render(report)
    assert render(report) == first
    read = {words(p) for p in Document(io.BytesIO(first)).paragraphs}
    for block in report.blocks:
        match block:
            case Heading() | Paragraph():
                assert as_read(block.text) in read
            case Note():
                assert any(text.endswith(as_read(block.text)) for text in read)
            case Bullets():
                assert {as_read(item) for item in block.items} <= read
            case _:
                pass  # the test above


def test_every_part_is_dated_the_same_and_nothing_leads_outside(ask: Ask) -> None:
    with zipfile.ZipFile(io.BytesIO(render(build(ask())))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {
            (2026, 1, 1, 0, 0, 0)
        }
        for name in archive.namelist():
            assert b'TargetMode="External"' not in archive.read(name)


def test_the_properties_name_no_other_program_machine_or_company() -> None:
    properties = etree.fromstring(parts(render(of()))["docProps/app.xml"])
    told = {etree.QName(child).localname: child.text for child in properties}
    assert told == {"Application": "almwp"}


def test_headings_have_real_styles_and_levels() -> None:
    blocks = [Heading(text=f"level {n}", level=n) for n in range(1, 7)]
    paragraphs = opened(of(*blocks)).paragraphs
    found = [p.style.name for p in paragraphs if p.style and p.text.startswith("level")]
    assert found == [f"Heading {n}" for n in range(1, 7)]
    assert paragraphs[0].style
    assert paragraphs[0].style.name == "Title"


def test_heading_rows_repeat_and_rows_do_not_split() -> None:
    markup = body(of(WIDE))
    assert markup.count("<w:tblHeader/>") == 1
    assert markup.count("<w:cantSplit/>") == 2


def test_a_row_that_may_exceed_a_page_may_split() -> None:
    table = Table(columns=[Column(heading="h")], rows=[[TableCell(text="long " * 900)]])
    assert body(of(table)).count("<w:cantSplit/>") == 1


def test_columns_fill_the_page_and_follow_their_shares() -> None:
    (table,) = opened(of(WIDE)).tables
    widths = [int(str(grid.get(qn("w:w")))) for grid in table._tbl.tblGrid]
    assert sum(widths) == 9071  # A4 upright, less margins of 3 and 2 cm
    assert widths == sorted(widths)


def test_a_wide_table_lies_across_with_its_heading() -> None:
    report = of(
        Heading(text="First"),
        Paragraph(text="upright"),
        Heading(text="Second"),
        Heading(text="Third", level=2),
        VERY_WIDE,
        Heading(text="Fourth"),
    )
    document = opened(report)
    upright, across = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert [s.orientation for s in document.sections] == [upright, across, upright]
    first = [p.text for p in document.sections[0].iter_inner_content()]  # type: ignore[union-attr]
    assert "First" in first
    assert "Second" not in first
    for section in document.sections:
        assert {section.page_width, section.page_height} == {7560310, 10692130}


@pytest.mark.parametrize(
    ("language", "page", "said"),
    [
        ("en", "Page 1 of 1", "For the meeting"),
        ("vi", "Trang 1/1", "Dành cho hội nghị"),
    ],
)
def test_every_page_tells_title_classification_and_number(
    language: str, page: str, said: str
) -> None:
    report = Report(
        title="Paper", language=language, audience=Audience.MEETING, blocks=[WIDE]
    )
    content = render(report)
    footer = parts(content)["word/footer1.xml"].decode()
    assert re.findall(r'w:instr="(\w+)"', footer) == ["PAGE", "NUMPAGES"]
    assert re.sub(r"<[^>]+>", "", footer).strip() == page
    (section,) = Document(io.BytesIO(content)).sections
    assert section.header.paragraphs[0].text == f"Paper\t{said}"


@pytest.mark.parametrize(("language", "locale"), [("en", "en-GB"), ("vi", "vi-VN")])
def test_the_language_of_the_text_is_told(language: str, locale: str) -> None:
    document = opened(of(language=language))
    (spoken,) = document.styles.element.iter(qn("w:lang"))
    assert spoken.get(qn("w:val")) == locale
    assert document.core_properties.language == locale
    assert document.core_properties.author == "almwp"
    assert document.core_properties.comments == ""


def test_what_breaks_xml_or_turns_text_round_is_replaced() -> None:
    bad = "a\x00b\x0bc\ud800d\u202ee\u2066f\ufffeg"
    text = opened(of(Paragraph(text=bad), title=bad)).paragraphs[1].text
    assert text == "a\ufffdb\nc\ufffdd\ufffde\ufffdf\ufffdg"


def test_text_does_not_become_markup() -> None:
    hostile = "</w:t></w:r><w:br/>&amp; {page} \"quoted\" 'too'"
    table = Table(caption=hostile, columns=[Column(heading=hostile)])
    document = opened(of(Paragraph(text=hostile), table, title=hostile))
    assert document.paragraphs[1].text == hostile
    assert document.tables[0].rows[0].cells[0].text == hostile


def test_tables_and_figures_are_told_to_screen_readers() -> None:
    bar = Bar(label="One", low=Fraction(1, 5), high=Fraction(3, 5))
    figure = Figure(caption="Shares", bars=[bar], alternative="One: a fifth or more")
    table = Table(columns=[Column(heading="Item")])
    markup = body(of(Heading(text="List of items"), table, figure))
    assert '<w:tblCaption w:val="List of items"/>' in markup
    assert '<w:tblDescription w:val="Table with 0 rows; columns: Item."/>' in markup
    assert '<w:tblDescription w:val="One: a fifth or more"/>' in markup


def test_bars_are_as_long_as_their_shares() -> None:
    bar = Bar(label="x", value=Fraction(1, 5), low=Fraction(1, 5), high=Fraction(3, 5))
    markup = body(of(Figure(caption="", bars=[bar])))
    spans = re.findall(r'w:gridSpan w:val="(\d+)"', markup)
    assert spans == ["10", "20", "20"]
    assert "20 %; between 20 % and 60 %" in markup


def test_more_columns_than_word_can_hold_go_into_a_second_table() -> None:
    columns = [Column(heading=f"h{n}") for n in range(70)]
    rows = [[TableCell(text=f"c{n}") for n in range(70)]]
    tables = opened(of(Table(columns=columns, rows=rows))).tables
    found = [cell.text for table in tables for cell in table.rows[1].cells]
    assert [len(table.columns) for table in tables] == [63, 7]
    assert found == [f"c{n}" for n in range(70)]


def test_the_markup_of_properties_stands_in_the_order_of_the_standard(ask: Ask) -> None:
    table = ["tblStyle", "tblW", "tblLayout", "tblCellMar", "tblLook"]
    order = (
        [*table, "tblCaption", "tblDescription"],
        ["tcW", "gridSpan", "shd", "vAlign"],
        ["pStyle", "keepNext", "pageBreakBefore", "tabs", "spacing", "jc", "sectPr"],
    )
    tree = etree.fromstring(body(build(ask())).encode())
    for parent in tree.iter(qn("w:tblPr"), qn("w:tcPr"), qn("w:pPr")):
        names = [etree.QName(child).localname for child in parent]
        known = next(o for o in order if names[0] in o)
        assert names == [name for name in known if name in names]


def test_a_note_tells_on_what_it_stands() -> None:
    document = opened(of(Note(text="It may be so.", basis=Basis.INFERRED)))
    assert document.paragraphs[1].text == "Inferred: It may be so."
