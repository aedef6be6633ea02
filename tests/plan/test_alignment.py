"""Alignment: what serves what, each activity counted once."""

import random
from collections import Counter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework
from almwp.codec.plain import decode, encode
from almwp.model.activity import Activity, ActivityLevel, PlanReference
from almwp.model.alignment import Alignment
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.party import Party, PartyKind
from almwp.model.source import Basis
from almwp.model.text import Text
from almwp.plan.alignment import align
from almwp.plan.overlaps import Scene
from almwp.testing import strategies

ALM, ATC = "ALM-WP-2021-2025", "ATC-WP-2021-2030"
SLOM_WG, DWCP = "SLOM-WG-WP-2021-2025", "VN-ILO-DWCP-2022-2026"
BILATERAL = "VN-LA-LABOUR-2024-2025"
KNOWN = [
    framework(FrameworkId(known)) for known in (ALM, ATC, SLOM_WG, DWCP, BILATERAL)
]


def serves(plan: str, node: str = "", number: str = "") -> PlanReference:
    place = NodeId(node) if node else None
    return PlanReference(framework=FrameworkId(plan), node=place, number=number)


def made(known: str, title: str, *references: PlanReference) -> Activity:
    lead = Party(kind=PartyKind.COUNTRY, id=known[:2])
    return Activity(
        id=ActivityId(known), title=Text.of(title), references=references, leads=[lead]
    )


def aligned(*activities: Activity, country: str | None = None) -> Alignment:
    scene = Scene(
        activities=activities,
        framework=KNOWN[0],
        country=CountryCode(country) if country else None,
    )
    return align(scene, KNOWN)


def test_an_activity_that_serves_two_plans_counts_once_and_is_named() -> None:
    found = aligned(
        made("VN:1", "Labour market information", serves(ALM, "1"), serves(ATC, "1")),
        made("VN:2", "Wages", serves(ALM, "2")),
    )
    assert [activity.id for activity in found.activities] == ["VN:1", "VN:2"]
    assert found.serving_several == ("VN:1",)
    named = {plan.framework: plan.named_by for plan in found.plans}
    assert (named[FrameworkId(ALM)], named[FrameworkId(ATC)]) == (
        ("VN:1", "VN:2"),
        ("VN:1",),
    )
    (crossing,) = found.crossings
    assert (crossing.node, crossing.framework, crossing.activities) == (
        "1",
        ATC,
        ("VN:1",),
    )


def test_a_programme_and_a_plan_under_it_are_not_two_plans() -> None:
    found = aligned(made("VN:1", "Wages", serves(ALM, "1"), serves(SLOM_WG)))
    assert found.serving_several == ()


def test_who_names_a_plan_serves_the_programme_above_it() -> None:
    found = aligned(made("VN:1", "Wages", serves(SLOM_WG)))
    own, *_ = found.plans
    assert (own.framework, own.named_by, own.through) == (ALM, (), ("VN:1",))
    (activity,) = found.activities
    assert [(s.framework, s.through) for s in activity.services] == [
        (SLOM_WG, None),
        (ALM, SLOM_WG),
    ]


def test_two_that_are_alike_under_two_plans_may_be_paid_twice() -> None:
    one = made("VN:1", "Training of labour inspectors", serves(ALM, "3"))
    other = made("VN:2", "Training for labour inspectors", serves(BILATERAL))
    (pair,) = aligned(one, other).alike_elsewhere
    assert (pair.one, pair.other) == ("VN:1", "VN:2")
    assert (pair.one_serves, pair.other_serves) == ((ALM,), (BILATERAL,))
    below = made("VN:2", "Training for labour inspectors", serves(SLOM_WG))
    assert aligned(one, below).alike_elsewhere == ()


def test_a_gap_is_sure_only_where_the_list_is_complete() -> None:
    found = aligned(made("VN:1", "Wages", serves(ALM, "2")))
    own, *_ = found.plans
    gaps = {part.node: part for part in own.parts if part.is_gap}
    assert "2" not in gaps
    assert (gaps[NodeId("1")].is_sure, gaps[NodeId("1")].may_serve) == (True, ())
    area = gaps[NodeId("future-of-work")]
    assert (area.is_sure, area.may_serve) == (False, ("VN:1",))


def test_who_names_a_part_serves_the_parts_above_it() -> None:
    area = next(n for n in KNOWN[0].priority_areas if n.parents)
    found = aligned(made("VN:1", "Wages", serves(ALM, area.id)))
    served = {part.node for part in found.plans[0].parts if not part.is_gap}
    assert served == {area.id, *area.parents}


def test_plans_come_by_reach_with_the_programme_under_review_first() -> None:
    reaches = [(plan.framework, plan.reach) for plan in aligned().plans]
    assert reaches == [
        (ALM, ActivityLevel.REGIONAL),
        (ATC, ActivityLevel.REGIONAL),
        (SLOM_WG, ActivityLevel.REGIONAL),
        (DWCP, ActivityLevel.BILATERAL),
        (BILATERAL, ActivityLevel.BILATERAL),
    ]


def test_a_plan_that_nobody_knows_is_named_by_its_id() -> None:
    found = aligned(made("VN:1", "Wages", serves("LA-PLAN", "x", number="7")))
    plan = next(plan for plan in found.plans if plan.framework == "LA-PLAN")
    assert (plan.is_known, plan.named_by, plan.parts) == (False, ("VN:1",), ())
    (service,) = found.activities[0].services
    assert (service.nodes, service.number) == (("x",), "7")


def test_what_names_no_plan_is_told() -> None:
    lost = made("VN:1", "Wages", PlanReference(words="the plan of last year"))
    assert aligned(lost).without_plan == ("VN:1",)


def test_a_country_sees_its_own_activities() -> None:
    found = aligned(
        made("VN:1", "Wages", serves(ALM)),
        made("PH:1", "Skills", serves(ALM)),
        country="VN",
    )
    assert [activity.id for activity in found.activities] == ["VN:1"]


@pytest.mark.parametrize("basis", [Basis.INFERRED, Basis.UNKNOWN])
def test_a_link_stands_on_its_weakest_basis(basis: Basis) -> None:
    weak = attrs.evolve(serves(ALM, "2"), basis=basis)
    found = aligned(made("VN:1", "Wages", serves(ALM, "1"), weak))
    (service,) = found.activities[0].named
    assert (service.nodes, service.basis) == (("1", "2"), basis)


Beside = st.lists(strategies.frameworks, max_size=3, unique_by=lambda each: each.id)


@given(strategies.scenes, Beside, st.randoms(use_true_random=False))
def test_the_order_of_activities_and_plans_does_not_matter(
    scene: Scene, beside: list[Framework], dice: random.Random
) -> None:
    wanted = align(scene, beside)
    shuffled = list(scene.activities)
    dice.shuffle(shuffled)
    dice.shuffle(beside)
    assert align(attrs.evolve(scene, activities=shuffled), beside) == wanted


@given(strategies.scenes, Beside)
def test_the_counts_of_the_plans_are_those_of_the_activities(
    scene: Scene, beside: list[Framework]
) -> None:
    found = align(scene, beside)
    known = [activity.id for activity in found.activities]
    assert len(known) == len(set(known))
    named = Counter(s.framework for a in found.activities for s in a.named)
    all_served = Counter(s.framework for a in found.activities for s in a.services)
    for plan in found.plans:
        assert len(plan.named_by) == named[plan.framework]
        assert len(plan.named_by) + len(plan.through) == all_served[plan.framework]
        for part in plan.parts:
            assert set(part.activities) <= set(plan.named_by)
            assert set(part.may_serve) <= set(plan.named_by)
            assert not (part.activities and part.may_serve)
    without = {a.id for a in found.activities if not a.services}
    assert set(found.without_plan) == without


@given(strategies.alignments)
def test_an_alignment_reads_back_what_it_writes(found: Alignment) -> None:
    assert decode(Alignment, encode(found)) == (found, ())
