"""Pages of Word documents: covers, what begins a page, what stays together, notes."""

import pytest
from almwp_slom.word.document import render
from docx.oxml.ns import qn
from lxml import etree

from almwp.model.manifest import InputFile, Manifest
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Origin
from almwp.testing.papers import parts

CELL = Origin(file="a.xlsx", sha256="a" * 64, sheet="Plan", cell="B4")
NEXT = Origin(file="a.xlsx", sha256="a" * 64, sheet="Plan", cell="C4")


def table(rows: int, text: str = "x") -> Table:
    return Table(
        columns=[Column(heading="A"), Column(heading="B")],
        rows=[[TableCell(text=text), TableCell(text=str(n))] for n in range(rows)],
    )


def body(*blocks: Block, **more: object) -> etree._Element:
    report = Report(title="Title", blocks=blocks, **more)  # type: ignore[arg-type]
    return etree.fromstring(parts(render(report))["word/document.xml"])


def begins_page(tree: etree._Element) -> list[str]:
    return [
        "".join(t.text or "" for t in p.iter(qn("w:t")))
        for p in tree.iter(qn("w:p"))
        if p.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") is not None
    ]


def kept_rows(tree: etree._Element) -> list[bool]:
    """Say of each row of the last table whether it stays with the next one."""
    *_, found = tree.iter(qn("w:tbl"))
    return [
        all(p.find(f".//{qn('w:keepNext')}") is not None for p in row.iter(qn("w:p")))
        for row in found.iter(qn("w:tr"))
    ]


def test_a_heading_that_starts_a_page_does() -> None:
    tree = body(Heading(text="One"), Heading(text="Two", starts_page=True))
    assert begins_page(tree) == ["Two"]


@pytest.mark.parametrize(("facts", "expected"), [(3, ["0 Part"]), (60, None)])
def test_a_long_paper_has_a_cover_and_its_text_begins_a_page(
    facts: int, expected: list[str] | None
) -> None:
    """The contents stand on the cover where there is room, else on the next page."""
    headings = [Heading(text=f"{n} Part") for n in range(12)]
    found = begins_page(body(table(facts), *headings))
    assert found == (expected or ["Contents", "0 Part"])


def test_a_small_table_stays_whole_and_a_long_one_leaves_no_row_alone() -> None:
    assert kept_rows(body(table(4))) == [True, True, True, True, False]
    long = kept_rows(body(table(9)))
    assert long == [True, True, *[False] * 6, True, False]
    assert not any(kept_rows(body(table(6, "many words " * 90)))[1:])


@pytest.mark.parametrize(
    "lead_in", [Paragraph(text="x"), Note(text="x"), Bullets(items=["x"])]
)
def test_what_leads_in_to_a_table_stays_with_it(lead_in: Block) -> None:
    first = list(body(lead_in, table(2)).iter(qn("w:p")))[1]
    assert first.find(f".//{qn('w:keepNext')}") is not None


def test_points_in_two_languages_stand_line_by_line() -> None:
    pair = Pair(left=Bullets(items=["one", "two"]), right=Bullets(items=["một", "hai"]))
    *_, found = body(pair, second_language="vi").iter(qn("w:tbl"))
    rows = [
        ["".join(t.text or "" for t in cell.iter(qn("w:t"))) for cell in row]
        for row in (r.findall(qn("w:tc")) for r in found.iter(qn("w:tr")))
    ]
    assert rows == [["one", "một"], ["two", "hai"]]


def test_a_short_paper_has_its_notes_in_a_few_lines_and_no_endnotes() -> None:
    manifest = Manifest(inputs=[InputFile(name="a.xlsx", sha256="a" * 64)])
    said = Paragraph(text="Said", origins=[CELL, NEXT])
    report = Report(title="T", blocks=[said, said], manifest=manifest, is_compact=True)
    held = parts(render(report))
    assert "word/endnotes.xml" not in held
    tree = etree.fromstring(held["word/document.xml"])
    lines = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in tree[0]]
    assert lines[1:3] == ["Said[1]", "Said[1]"]
    assert lines[3] == "Evidence: [1] a.xlsx!Plan!B4, C4."
    assert lines[4] == f"What this paper was made from: a.xlsx ({'a' * 12})."
    places = {mark.get(qn("w:name")) for mark in tree.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in tree.iter(qn("w:hyperlink"))]
    assert set(links) <= places
    assert len(links) == 2
