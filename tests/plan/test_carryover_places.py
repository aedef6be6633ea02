"""Where something hangs in the next programme, by a crosswalk."""

from collections.abc import Sequence

import pytest

from almwp.model.activity import PlanReference
from almwp.model.framework import (
    Framework,
    FrameworkStatus,
    Level,
    Node,
    Role,
    Succession,
    SuccessionKind,
)
from almwp.model.ids import FrameworkId, NodeId
from almwp.model.source import Basis
from almwp.model.text import Text
from almwp.plan.carryoverplaces import crosswalk_to

OLD, NEW = FrameworkId("OLD"), FrameworkId("NEW")


def made(name: FrameworkId, *nodes: tuple[str, str, str]) -> Framework:
    """Return a made-up framework of nodes with a level and a parent."""
    roles = {"goal": Role.OUTCOME, "area": Role.PRIORITY_AREA, "topic": Role.TOPIC}
    return Framework(
        id=name,
        title=Text.of(str(name)),
        kind="made-up",
        status=FrameworkStatus.ADOPTED,
        levels=[
            Level(id=level, name=Text.of(level), role=role)
            for level, role in roles.items()
        ],
        nodes=[
            Node(
                id=NodeId(node),
                level=level,
                title=Text.of(f"Title of {node}"),
                parents=[NodeId(parent)] if parent else [],
                basis=Basis.CONFIRMED,
            )
            for node, level, parent in nodes
        ],
        basis=Basis.CONFIRMED,
    )


EARLIER = made(OLD, ("o1", "goal", ""), ("o2", "goal", ""), ("a1", "area", "o1"))
LATER = made(NEW, ("g1", "goal", ""), ("n1", "area", "g1"), ("n2", "area", "g1"))
DRAFT = made(NEW, ("t1", "topic", ""))


def says(
    kind: str,
    old: str,
    new: str = "",
    basis: Basis = Basis.REPORTED,
    framework: FrameworkId = OLD,
) -> Succession:
    return Succession(
        kind=SuccessionKind(kind),
        old_framework=framework,
        new_framework=NEW,
        old=[NodeId(n) for n in old.split()],
        new=[NodeId(n) for n in new.split()],
        basis=basis,
    )


def to(
    node: str, framework: FrameworkId = OLD, basis: Basis = Basis.REPORTED
) -> PlanReference:
    return PlanReference(framework=framework, node=NodeId(node), basis=basis)


@pytest.mark.parametrize(
    ("references", "successions", "places", "choices", "why"),
    [
        ([to("n1", NEW)], [], ["n1"], [], ""),
        ([to("g1", NEW), to("n1", NEW)], [], ["n1"], [], ""),
        ([to("n1", NEW, Basis.INFERRED)], [], [], ["n1"], "only deduced"),
        ([to("a1")], [says("continues", "a1", "n1")], ["n1"], [], ""),
        ([to("a1")], [says("succeeds", "a1", "n1")], ["n1"], [], ""),
        ([to("a1"), to("o1")], [says("continues", "a1", "n1")], ["n1"], [], ""),
        (
            [to("a1"), to("o2")],
            [says("merges into", "a1 o2", "n1")],
            ["n1"],
            [],
            "",
        ),
        (
            [to("a1")],
            [says("splits into", "a1", "n1 n2")],
            [],
            ["n1", "n2"],
            "several: choose one",
        ),
        (
            [to("a1")],
            [says("continues", "a1", "n1"), says("succeeds", "a1", "n2")],
            [],
            ["n1", "n2"],
            "several: choose one",
        ),
        (
            [to("a1")],
            [says("continues", "a1", "n1"), says("closed", "a1")],
            [],
            ["n1"],
            "several: choose one",
        ),
        (
            [to("a1")],
            [says("continues", "a1", "n1", Basis.INFERRED)],
            [],
            ["n1"],
            "only deduced",
        ),
        ([to("a1")], [says("closed", "a1")], [], [], "closes 'Title of a1'"),
        ([to("a1")], [says("continues", "a1", "zz")], [], [], "does not have"),
        ([to("a1")], [says("continues", "o1", "g1")], [], ["g1"], "above it"),
        ([to("a1")], [says("continues", "o2", "g1")], [], [], "does not name"),
        ([to("a1")], [], [], [], "no crosswalk leads"),
        ([PlanReference(framework=OLD)], [], [], [], "names no outcome"),
        ([PlanReference(framework=OLD, words="old")], [], [], [], "names no outcome"),
        ([PlanReference(framework=None, words="x")], [], [], [], "'x' is no place"),
        ([PlanReference(framework=NEW, words="zz")], [], [], [], "'zz' is no place"),
        ([], [], [], [], "names no outcome"),
        (
            [to("t1", NEW)],
            [says("succeeds", "t1", "n1", framework=NEW)],
            ["n1"],
            [],
            "",
        ),
        (
            [PlanReference(framework=NEW, words="TITLE OF T1")],
            [says("succeeds", "t1", "n1", framework=NEW)],
            ["n1"],
            [],
            "",
        ),
        ([PlanReference(framework=NEW, words="title of N2")], [], ["n2"], [], ""),
    ],
)
def test_what_hangs_where(
    references: Sequence[PlanReference],
    successions: Sequence[Succession],
    places: list[str],
    choices: list[str],
    why: str,
) -> None:
    crosswalk = crosswalk_to(LATER, [EARLIER, DRAFT], successions)
    hung = crosswalk.hang(references)
    assert [place.node for place in hung.places] == places
    assert [place.node for place in hung.choices] == choices
    assert why in hung.why
    assert bool(hung.why) == (not places)


def test_a_topic_of_a_draft_is_a_provisional_place() -> None:
    hung = crosswalk_to(DRAFT, [EARLIER], ()).hang([to("t1", NEW)])
    (place,) = hung.places
    assert place.provisional


def test_the_place_of_a_deduced_reference_is_only_offered() -> None:
    successions = [says("continues", "a1", "n1", Basis.CONFIRMED)]
    crosswalk = crosswalk_to(LATER, [EARLIER], successions)
    hung = crosswalk.hang([to("a1", basis=Basis.INFERRED)])
    assert not hung.places
    assert [place.node for place in hung.choices] == ["n1"]


def test_what_leads_elsewhere_is_left_aside() -> None:
    elsewhere = Succession(
        kind=SuccessionKind.CONTINUES,
        old_framework=OLD,
        new_framework=FrameworkId("OTHER"),
        old=[NodeId("a1")],
        new=[NodeId("n1")],
        basis=Basis.CONFIRMED,
    )
    assert not crosswalk_to(LATER, [EARLIER], [elsewhere]).by_old
