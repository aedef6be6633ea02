"""Everything that a report holds is found in its PDF file by another reader."""

from collections.abc import Callable
from typing import Any

from almwp_pdf.document import render
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.exporting.evidence import evidence_of
from almwp.exporting.phrases import basis_in_words, classification, phrases
from almwp.model.report import (
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
from almwp.testing.said import said_in
from almwp.testing.strategies.facts import bases, manifests
from almwp.testing.strategies.positions import audiences

Read = Callable[[bytes], Any]
Plain = Callable[[str], str]

TYPST = '#$\\*_`[]{}()<>@~=/"-+|&%!?.,;:^'
LETTERS = "aâcdđêghiklmnoốơpqrstưửvxyỹAĐƠẾZ0123456789–…“”"
texts = st.one_of(
    st.text(TYPST + LETTERS + "  \n", min_size=1, max_size=20).filter(str.strip),
    st.text(LETTERS, min_size=20, max_size=40),
    st.lists(
        st.sampled_from(("Hội", "nghị", "labour", "31", "6,5 %")),
        min_size=8,
        max_size=15,
    ).map(" ".join),
)
origins = st.builds(
    Origin,
    file=st.sampled_from(("vn.xlsx", "Báo cáo.xlsx")),
    sha256=st.sampled_from(("5a" * 32, "0b" * 32)),
    sheet=st.sampled_from(("Hoạt động", "#Sheet[1]")),
    cell=st.sampled_from(("F7", "B2:B40")),
)
found_in = st.lists(origins, max_size=2).map(tuple)
headings = st.builds(Heading, text=texts, level=st.integers(1, 6), origins=found_in)
statements = st.one_of(
    st.builds(Paragraph, text=texts, origins=found_in),
    st.builds(Bullets, items=st.lists(texts, max_size=3), origins=found_in),
    st.builds(Note, text=texts, basis=st.none() | bases, origins=found_in),
)
cells = st.builds(TableCell, text=texts, origins=found_in)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    column = st.builds(
        Column, heading=texts, share=st.integers(0, 9), is_number=st.booleans()
    )
    columns = draw(st.lists(column, min_size=1, max_size=8))
    rows = draw(st.lists(st.tuples(*[cells] * len(columns)), max_size=3))
    return Table(
        caption=draw(st.just("") | texts),
        columns=columns,
        rows=rows,
        origins=draw(found_in),
    )


REPORTS = st.builds(
    Report,
    title=texts,
    subtitle=texts,
    notice=texts,
    language=st.sampled_from(("en", "vi")),
    audience=audiences,
    blocks=st.lists(
        st.one_of(
            headings,
            statements,
            tables(),
            st.builds(Pair, left=statements, right=statements),
        ),
        max_size=8,
    ),
    manifest=manifests,
)


@settings(max_examples=40)
@given(report=REPORTS)
def test_every_text_and_number_is_found(
    report: Report, read_back: Read, squeezed: Plain
) -> None:
    paper = read_back(render(report))
    say = phrases(report.language, "almwp_pdf")
    texts = [report.title, report.subtitle, report.notice]
    texts += said_in(report.blocks, say)
    for text in texts:
        for line in text.splitlines():
            assert squeezed(line) in paper.text, line
    for block in report.blocks:
        if isinstance(block, Note) and block.basis is not None:
            assert squeezed(basis_in_words(block.basis, say) + ":") in paper.text
    for edge in paper.edges:
        assert classification(report.audience, say) in edge


@settings(max_examples=25)
@given(report=REPORTS)
def test_every_source_and_fingerprint_is_found(
    report: Report, read_back: Read, squeezed: Plain
) -> None:
    paper = read_back(render(report))
    for note in evidence_of(report):
        assert squeezed(f"[{note.mark}]") in paper.text
        for origin in note.origins:
            assert squeezed(str(origin)) in paper.text
            assert origin.sha256 in paper.text
    manifest = report.manifest
    for file in manifest.inputs:
        assert file.sha256 in paper.text


@settings(max_examples=25)
@given(report=REPORTS)
def test_marks_lead_to_notes_and_back(report: Report, read_back: Read) -> None:
    paper = read_back(render(report))
    links = [
        annotation.get_object()
        for page in paper.reader.pages
        for annotation in page.get("/Annots", ())
    ]
    count = len(evidence_of(report))
    assert len(links) >= 2 * count
    for link in links:
        assert link["/Subtype"] == "/Link"
        assert ("/Dest" in link) or link["/A"]["/S"] == "/GoTo"


@settings(max_examples=25)
@given(report=REPORTS)
def test_headings_are_bookmarks_without_a_gap(
    report: Report, read_back: Read, squeezed: Plain
) -> None:
    paper = read_back(render(report))
    wanted = [squeezed(b.text) for b in report.blocks if isinstance(b, Heading)]
    shown = [squeezed(title) for title in paper.bookmarks]
    assert shown[: len(wanted)] == wanted
    levels = [
        int(tag[2:]) for tag in paper.tags if tag in {f"/H{n}" for n in range(1, 7)}
    ]
    for above, level in zip([0, *levels], levels, strict=False):
        assert level <= above + 1
