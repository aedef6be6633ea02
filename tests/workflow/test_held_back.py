"""What is held back from a meeting is said to those who made the papers."""

from typing import Any

import attrs

from almwp.model.ids import CountryCode
from almwp.model.moment import Moment
from almwp.model.position import AgendaStance, Audience, Clearance, Stance
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.workflow.heldback import what_is_held_back
from almwp.workflow.reporting import Wanted

OF_VIET_NAM = Wanted(report="position", country="VN", meeting="slom-21")


def item(file: str, **more: Any) -> AgendaStance:
    cell = Origin(file=file, sha256="a" * 64, sheet="Agenda", cell="B7")
    made = AgendaStance(
        number="4",
        item=Text.of("Declaration"),
        stance=Stance.SUPPORT,
        clearance=Clearance.CLEARED,
        audience=Audience.MEETING,
        origin=cell,
    )
    return attrs.evolve(made, **more)


def paper(file: str, *agenda: AgendaStance, **more: Any) -> Submission:
    sent = Submission(
        file=file,
        sha256=file.encode().hex().ljust(64, "0")[:64],
        kind="position",
        country=CountryCode("VN"),
        agenda=agenda,
        meeting="slom-21",
        as_of=Moment.parse("2025-10-17"),
    )
    return attrs.evolve(sent, **more)


def said(*papers: Submission, wanted: Wanted = OF_VIET_NAM) -> list[tuple[str, str]]:
    plan = WorkPlan(submissions=papers)
    found = what_is_held_back(plan, wanted)
    return [(each.rule.code, each.at.file) for each in found]


def test_papers_that_agree_hold_nothing_back() -> None:
    assert said(paper("a.xlsx", item("a.xlsx"))) == []
    assert said(paper("a.xlsx", item("a.xlsx")), paper("b.xlsx", item("b.xlsx"))) == []


def test_what_is_draft_in_a_file_that_may_be_newer_is_held_back() -> None:
    draft = item("b.xlsx", clearance=Clearance.DRAFT)
    found = said(paper("a.xlsx", item("a.xlsx")), paper("b.xlsx", draft))
    assert found == [("ALM347", "a.xlsx"), ("ALM346", "a.xlsx")]


def test_a_meeting_that_nobody_knows_is_asked_about() -> None:
    unknown = paper(
        "b.xlsx", item("b.xlsx", clearance=Clearance.DRAFT), meeting="the big one"
    )
    found = said(paper("a.xlsx", item("a.xlsx")), unknown)
    assert ("ALM348", "b.xlsx") in found
    assert ("ALM346", "a.xlsx") in found


def test_a_paper_of_no_country_has_nothing_to_ask() -> None:
    papers = (paper("a.xlsx", item("a.xlsx")), paper("b.xlsx", item("b.xlsx")))
    assert said(*papers, wanted=Wanted(report="progress")) == []
