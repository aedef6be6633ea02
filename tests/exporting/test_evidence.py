"""The marks of a paper: one for each group of cells, in the order of reading."""

from hypothesis import given

from almwp.exporting.evidence import evidence_of, marks_of, origins_in
from almwp.model.report import (
    Column,
    Evidence,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Origin
from almwp.testing.strategies.reports import reports


def cell(name: str) -> Origin:
    return Origin(file="vn.xlsx", sha256="0" * 64, sheet="Plan", cell=name)


A, B, C = (cell(name) for name in ("A1", "B2", "C3"))
REPORT = Report(
    title="Paper",
    blocks=[
        Heading(text="First"),
        Paragraph(text="one", origins=[B]),
        Table(
            columns=[Column(heading="x"), Column(heading="y")],
            rows=[
                (TableCell(text="1", origins=[A, B]), TableCell(text="2")),
                (TableCell(text="3", origins=[B]), TableCell(text="4", origins=[C])),
            ],
        ),
        Pair(left=Note(text="links", origins=[C]), right=Note(text="rechts")),
    ],
)


def test_marks_count_in_the_order_of_reading_and_the_same_cells_share_one() -> None:
    assert evidence_of(REPORT) == (
        Evidence(mark=1, origins=[B]),
        Evidence(mark=2, origins=[A, B]),
        Evidence(mark=3, origins=[C]),
    )
    assert marks_of(evidence_of(REPORT))[(A, B)] == 2


@given(reports)
def test_every_statement_with_a_cell_behind_it_has_a_mark(report: Report) -> None:
    notes = evidence_of(report)
    assert [note.mark for note in notes] == list(range(1, len(notes) + 1))
    assert set(marks_of(notes)) == set(origins_in(report.blocks))
