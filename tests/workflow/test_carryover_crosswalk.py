"""What is doubtful in a crosswalk is said, and decides nothing."""

import pytest
from attrs import evolve

from almwp.model.activity import PlanReference
from almwp.model.framework import Succession, SuccessionKind
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.source import Basis, Source
from almwp.plan.carryover import CarriedOver, Evidence
from almwp.workflow.crosswalks import coverage_of
from almwp.workflow.session import Session
from tests.workflow.carryovermaking import (
    NEW,
    OLD,
    activity,
    carried,
    one,
    proposal,
    sent,
)

PAGE = Source(address="https://example.org/made-up")
TOPIC = "topic-green-jobs"


def says(kind: str, old: str, new: str = "", basis: str = "reported") -> Succession:
    return Succession(
        kind=SuccessionKind(kind),
        old_framework=OLD,
        new_framework=NEW,
        old=[ActivityId(name) for name in old.split()],
        new=[ActivityId(name) for name in new.split()],
        basis=Basis(basis),
        sources=[PAGE],
    )


def made(session: Session, *links: Succession) -> CarriedOver:
    row = activity("1", "ongoing 2025-10", time="2021-2025")
    row = evolve(row, references=(PlanReference(framework=OLD, node=NodeId("1")),))
    return carried(
        session,
        sent("a.xlsx", [row, activity("IV.2", "ongoing 2025-10")]),
        sent("p.xlsx", (), [proposal("9")], framework=NEW),
        successions=links,
        crosswalk="links.toml",
    )


@pytest.mark.parametrize(
    ("links", "said"),
    [
        ([says("succeeds", "VN:1", "VN:NOWHERE")], "'VN:NOWHERE' is no node of"),
        ([says("succeeds", "VN:1", TOPIC)], "an activity is succeeded by activities"),
        ([says("closed", "iv.2")], "an activity is named with its sender: VN:IV.2"),
        ([says("closed", "VN:44")], "'VN:44' is no node of"),
        (
            [says("closed", "VN:1"), says("continues", "VN:1", "VN:9")],
            "VN:1 is closed and goes on: closed, continues",
        ),
    ],
)
def test_an_entry_that_fits_nothing_is_said_and_decides_nothing(
    session: Session, links: list[Succession], said: str
) -> None:
    told = made(session, *links)
    for number in ("1", "IV.2"):
        assert one(told, number).fate.value == "undecided"
        assert one(told, number).successors == ()
    words = [doubt.words for doubt in told.doubts]
    assert any(said in each for each in words), words
    assert all(
        e.startswith("links.toml, entry ") for d in told.doubts for e in d.entries
    )


def test_an_entry_that_fits_decides_and_says_where_it_stands(session: Session) -> None:
    told = made(session, says("succeeds", "VN:1", "VN:9"))
    assert one(told, "1").fate.value == "succeeded by"
    assert told.doubts == ()
    (reason,) = [r for r in one(told, "1").reasons if r.evidence is Evidence.CROSSWALK]
    assert "links.toml, entry 1" in reason.words
    assert PAGE.address in reason.words
    assert reason.sources == (PAGE,)


def test_an_inferred_entry_says_that_it_only_suggests(session: Session) -> None:
    told = made(session, says("closed", "VN:1", basis="inferred"))
    assert one(told, "1").fate.value == "undecided"
    words = [reason.words for reason in one(told, "1").reasons]
    assert any("inferred, so it only suggests" in each for each in words)


def test_a_node_that_goes_on_and_is_closed_is_no_sure_place(session: Session) -> None:
    told = made(session, says("continues", "1", TOPIC), says("closed", "1"))
    hung = one(told, "1").hanging
    assert hung.places == ()
    assert any("1 is closed and goes on" in doubt.words for doubt in told.doubts)
    told = made(session, says("continues", "1", TOPIC))
    assert [place.node for place in one(told, "1").hanging.places] == [TOPIC]


def test_topics_of_the_draft_are_covered_by_name(session: Session) -> None:
    links = [
        evolve(says("succeeds", name, "x"), old_framework=NEW)
        for name in (TOPIC, "topic-nope")
    ]
    (found,) = coverage_of(links, session.plugins, language="vi")
    told = {node.id: node for node in found.old}
    assert told[NodeId(TOPIC)].kinds == (SuccessionKind.SUCCEEDS,)
    assert told[NodeId(TOPIC)].title == "Việc làm xanh"
    assert told[NodeId("topic-child-labour")].kinds == ()
    assert f"{NEW}: topic-nope" in found.unknown


def test_doubts_are_told_in_the_language_that_was_asked_for(session: Session) -> None:
    link = evolve(says("closed", "1"), sources=(), new_framework=FrameworkId(NEW))
    (found,) = coverage_of([link], session.plugins, session.translate("vi"), "vi")
    (doubt,) = found.doubts
    assert doubt.endswith("nhưng không nêu nguồn")
    assert "closed" not in doubt
