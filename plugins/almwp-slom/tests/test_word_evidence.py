"""Evidence in Word documents: real endnotes, counted as every format counts them."""

import re
from collections.abc import Callable

from almwp_slom.paper import build
from almwp_slom.word.document import render
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from almwp.exporting.evidence import evidence_of
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
from almwp.model.source import Origin
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

Ask = Callable[..., ReportRequest]
blocks = st.one_of(headings, paragraphs, bullets, notes, tables, figures)


def cell(address: str, file: str = "a.xlsx", sha256: str = "a" * 64) -> Origin:
    return Origin(file=file, sha256=sha256, sheet="S", cell=address)


def part(report: Report, name: str) -> etree._Element:
    return etree.fromstring(parts(render(report))[name])


def references(report: Report) -> list[int]:
    found = part(report, "word/document.xml").iter(qn("w:endnoteReference"))
    return [int(str(each.get(qn("w:id")))) for each in found]


def told(report: Report) -> dict[int, str]:
    notes = part(report, "word/endnotes.xml").iter(qn("w:endnote"))
    return {
        int(str(note.get(qn("w:id")))): "".join(
            text.text or "" for text in note.iter(qn("w:t"))
        ).strip()
        for note in notes
    }


def of(*held: Block) -> Report:
    return Report(title="Title", blocks=held)


@settings(max_examples=30, deadline=None)
@given(st.lists(blocks, max_size=6))
def test_word_counts_the_notes_as_every_format_does(held: list[Block]) -> None:
    report = Report(title="Title", blocks=held)
    evidence = evidence_of(report)
    assert references(report) == [note.mark for note in evidence]


def test_each_note_names_its_cells(ask: Ask) -> None:
    report = build(ask())
    found = told(report)
    assert len(evidence_of(report)) > 5
    for note in evidence_of(report):
        assert found[note.mark] == "; ".join(map(str, note.origins))


def test_what_was_read_in_the_same_cell_points_to_the_same_note() -> None:
    first, second = (cell("A1"),), (cell("B2"),)
    report = of(
        Paragraph(text="one", origins=first),
        Paragraph(text="two", origins=second),
        Note(text="one again", origins=first),
    )
    assert references(report) == [1, 2]
    fields = part(report, "word/document.xml").iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == [
        " NOTEREF _Evidence1 \\h "
    ]


def test_marks_stand_in_brackets_as_a_raised_number_would_be_a_power() -> None:
    table = Table(
        columns=[Column(heading="h", is_number=True)],
        rows=[[TableCell(text="12", origins=[cell("A1")])]],
    )
    (row,) = list(part(of(table), "word/document.xml").iter(qn("w:tr")))[1:]
    runs = [
        "".join(t.text or "" for t in r.iter(qn("w:t"))) for r in row.iter(qn("w:r"))
    ]
    assert runs == ["12", "[", "", "]"]


def test_nothing_without_words_loses_its_mark() -> None:
    origins = [cell("A1")], [cell("A2")], [cell("A3")], [cell("A4")]
    report = of(
        Bullets(origins=origins[0]),
        Paragraph(text="", origins=origins[1]),
        Table(columns=[Column(heading="h")], origins=origins[2]),
        Heading(text="h", origins=origins[3]),
    )
    assert references(report) == [1, 2, 3, 4]


def test_a_table_that_is_parted_counts_its_notes_by_rows_all_the_same() -> None:
    rows = [
        [TableCell(text="c", origins=[cell(f"{row}{n}")]) for n in range(1, 71)]
        for row in "AB"
    ]
    columns = [Column(heading=f"h{n}") for n in range(70)]
    assert references(of(Table(columns=columns, rows=rows))) == list(range(1, 141))


def test_files_of_the_same_name_are_told_apart() -> None:
    report = of(
        Paragraph(text="x", origins=[cell("A1")]),
        Paragraph(text="y", origins=[cell("A1", sha256="b" * 64)]),
    )
    assert told(report)[2] == f"a.xlsx!S!A1 ({'b' * 12})"


def test_a_document_without_evidence_has_no_notes() -> None:
    held = parts(render(of(Paragraph(text="x"))))
    assert "word/endnotes.xml" not in held
    assert not re.search(rb"endnoteReference", held["word/document.xml"])
