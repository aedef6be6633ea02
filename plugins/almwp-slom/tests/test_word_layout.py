"""Contents, pictures and texts side by side in Word documents."""

import io
from fractions import Fraction

import pytest
from almwp_slom.word.document import render
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree

from almwp.model.figures import Flow, Grid, GridRow, Square, Stream, Stretch, Timeline
from almwp.model.manifest import InputFile, Manifest
from almwp.model.moment import Moment
from almwp.model.report import Block, Bullets, Heading, Note, Pair, Paragraph, Report
from almwp.testing.papers import parts

FLOW = Flow(
    caption="What becomes of each",
    before="2021-2025",
    after="2026-2030",
    streams=[Stream(source="completed", to="closed", count=3)],
    alternative="Ba hoạt động đã kết thúc",
)
TIMELINE = Timeline(
    caption="Over time",
    stretches=[
        Stretch(label=f"Activity {n}", start=Moment.year(2021)) for n in range(90)
    ],
)
GRID = Grid(
    caption="Members by area",
    columns=[f"Area {n}" for n in range(30)],
    rows=[GridRow(label="VN", squares=[Square(text="1", depth=Fraction(1))] * 30)],
)


def of(*held: Block, **more: object) -> Report:
    return Report(title="Title", blocks=held, **more)  # type: ignore[arg-type]


def body(report: Report) -> etree._Element:
    return etree.fromstring(parts(render(report))["word/document.xml"])


def contents(report: Report) -> list[str]:
    found = body(report).iter(qn("w:hyperlink"))
    return ["".join(t.text or "" for t in link.iter(qn("w:t"))) for link in found]


def test_the_contents_list_headings_and_lead_to_them() -> None:
    headings = [Heading(text=f"{n} Part", level=1 + n % 3) for n in range(15)]
    report = of(*headings)
    assert contents(report) == [h.text for h in headings if h.level < 3]
    tree = body(report)
    places = {mark.get(qn("w:name")) for mark in tree.iter(qn("w:bookmarkStart"))}
    assert {link.get(qn("w:anchor")) for link in tree.iter(qn("w:hyperlink"))} <= places
    instructions = [i.text for i in tree.iter(qn("w:instrText"))]
    assert instructions[0] == ' TOC \\o "1-2" \\h \\z '
    marks = [m.get(qn("w:fldCharType")) for m in tree.iter(qn("w:fldChar"))]
    assert marks.count("begin") == marks.count("end") == 11
    assert (marks[0], marks[-1]) == ("begin", "end")


def test_word_asks_once_to_fill_in_pages_where_there_are_contents() -> None:
    settings = {
        many: parts(render(of(*[Heading(text=str(n)) for n in range(many)])))[
            "word/settings.xml"
        ]
        for many in (8, 15)
    }
    assert b'<w:updateFields w:val="true"/>' in settings[15]
    assert b"updateFields" not in settings[8]


def test_a_short_paper_has_no_contents() -> None:
    assert contents(of(*[Heading(text=str(n)) for n in range(8)])) == []


def test_every_bookmark_has_a_number_of_its_own() -> None:
    tree = body(of(*[Heading(text=str(n)) for n in range(15)]))
    numbers = [mark.get(qn("w:id")) for mark in tree.iter(qn("w:bookmarkStart"))]
    assert len(numbers) == len(set(numbers)) == 15


def test_figures_are_pictures_with_alternative_text_and_the_same_bytes() -> None:
    report = of(FLOW)
    held = parts(render(report))
    assert held["word/media/figure1.png"].startswith(b"\x89PNG")
    (about,) = body(report).iter(qn("wp:docPr"))
    assert "Ba hoạt động đã kết thúc" in str(about.get("descr"))
    assert "completed" in str(about.get("descr"))
    assert render(report) == render(report)
    document = Document(io.BytesIO(render(report)))
    assert len(document.inline_shapes) == 1
    assert "What becomes of each" in [p.text for p in document.paragraphs]


def test_a_long_figure_goes_on_over_several_pages_and_fits_each() -> None:
    document = Document(io.BytesIO(render(of(TIMELINE))))
    shapes = list(document.inline_shapes)
    assert len(shapes) > 1
    section = document.sections[0]
    assert section.page_width
    assert section.page_height
    assert section.left_margin
    assert section.right_margin
    for shape in shapes:
        room = section.page_width - section.left_margin - section.right_margin
        assert shape.width <= room
        assert shape.height < section.page_height * 0.9


def test_a_wide_figure_lies_across() -> None:
    document = Document(io.BytesIO(render(of(GRID))))
    assert document.sections[-1].orientation == WD_ORIENT.LANDSCAPE


@pytest.mark.parametrize(
    ("language", "second", "locales"),
    [("en", "vi", ["en-GB", "vi-VN"]), ("vi", "id", ["vi-VN", "id"])],
)
def test_two_languages_stand_side_by_side_each_told_to_the_spelling_checker(
    language: str, second: str, locales: list[str]
) -> None:
    pair = Pair(left=Paragraph(text="one"), right=Paragraph(text="hai"))
    points = Pair(left=Bullets(items=["a", "b"]), right=Note(text="n"))
    report = of(pair, points, language=language, second_language=second)
    (table,) = Document(io.BytesIO(render(report))).tables
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["one", "hai"],
        ["a\nb", "n"],
    ]
    spoken = table.rows[0]._tr.iter(qn("w:lang"))
    assert [lang.get(qn("w:val")) for lang in spoken] == locales
    assert table.style
    assert table.style.name == "Side by Side"


def test_the_manifest_is_among_the_properties() -> None:
    twice = InputFile(name="a.xlsx", sha256="a" * 64)
    manifest = Manifest(inputs=[twice, twice], software=[("almwp", "0.1.0")])
    told = parts(render(of(manifest=manifest)))["docProps/custom.xml"].decode()
    names = [p.get("name") for p in etree.fromstring(told.encode())]
    assert names == ["input: a.xlsx", "input: a.xlsx (2)", "software: almwp"]
    assert f"sha256 {'a' * 64}" in told
    assert "docProps/custom.xml" not in parts(render(of()))
