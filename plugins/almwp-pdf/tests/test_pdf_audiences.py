"""Who may read it: the file holds a report's blocks, and nothing from behind them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from almwp_pdf.document import render
from attrs import evolve
from hypothesis import given, settings

from almwp.model.nationalposition import NationalPosition
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.testing.strategies.reports import reports
from almwp.workflow.session import Session

Read = Callable[[bytes], Any]
Plain = Callable[[str], str]

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@settings(max_examples=30)
@given(reports)
def test_the_object_behind_a_report_is_not_in_its_file(report: Report) -> None:
    assert render(report) == render(evolve(report, data=None))


@pytest.fixture(scope="module")
def papers() -> dict[Audience, Report]:
    session = Session.start()
    read = session.read([EXAMPLES / "submissions", EXAMPLES / "positions"])
    plan = session.merge(read.submissions)
    return {
        audience: session.position(
            plan, country="VN", meeting="slom-21", language="vi", audience=audience
        )
        for audience in Audience
    }


def test_the_meeting_gets_no_fallback_no_reason_and_no_cell(
    papers: dict[Audience, Report], read_back: Read, squeezed: Plain
) -> None:
    inside = papers[Audience.INTERNAL].data
    assert isinstance(inside, NationalPosition)
    kept = [
        squeezed(str(piece.text))
        for stance in inside.agenda
        for piece in (*stance.fallback, *stance.reasons)
    ]
    assert kept
    internal = read_back(render(papers[Audience.INTERNAL]))
    meeting = read_back(render(papers[Audience.MEETING]))
    for text in kept:
        assert text in internal.text
        assert text not in meeting.text + squeezed("".join(meeting.alternatives))
    assert ".xlsx" in internal.text
    assert ".xlsx" not in meeting.text
    assert "[1]" not in meeting.text


@pytest.mark.parametrize("audience", list(Audience))
def test_every_page_says_for_whom_it_is(
    audience: Audience, papers: dict[Audience, Report], read_back: Read
) -> None:
    words = {
        Audience.INTERNAL: "Nội bộ",
        Audience.DELEGATION: "Dành cho đoàn",
        Audience.MEETING: "Dành cho hội nghị",
    }
    paper = read_back(render(papers[audience]))
    for number, edge in enumerate(paper.edges, start=1):
        assert words[audience] in edge
        assert "HƯ CẤU" in edge
        assert f"Trang {number}/{paper.count}" in edge
