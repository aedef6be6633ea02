"""Overlaps: what looks double within a country and across members."""

import random
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from almwp.catalogue.frameworks import framework
from almwp.codec.plain import decode, encode
from almwp.model.activity import (
    Activity,
    ActivityLink,
    Change,
    LinkKind,
    Observation,
    PlanReference,
    RowOrigin,
)
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, NodeId
from almwp.model.moment import Moment
from almwp.model.overlap import Overlaps
from almwp.model.party import Party, PartyKind
from almwp.model.score import ScopeKind
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.plan.overlaps import Scene, find_overlaps
from almwp.testing import strategies

PLAN = framework(FrameworkId("ALM-WP-2021-2025"))
VN, PH, TL = CountryCode("VN"), CountryCode("PH"), CountryCode("TL")


def country(code: str) -> Party:
    return Party(kind=PartyKind.COUNTRY, id=code)


def partner(name: str) -> Party:
    return Party(kind=PartyKind.PARTNER, id=name, name=name)


def made(
    known: str, title: str | Text, lead: str = "VN", node: str = "", **more: Any
) -> Activity:
    place = PlanReference(framework=PLAN.id, node=NodeId(node) if node else None)
    fields: dict[str, Any] = {
        "id": ActivityId(known),
        "title": title if isinstance(title, Text) else Text.of(title),
        "leads": (country(lead),) if lead else (),
        "references": (place,),
    }
    return Activity(**(fields | more))


def found(*activities: Activity, **more: Any) -> Overlaps:
    scene = Scene(activities=activities, framework=PLAN, members=(PH, TL, VN))
    return find_overlaps(attrs.evolve(scene, **more))


def pairs(overlaps: Overlaps) -> set[tuple[str, str]]:
    return {(pair.one, pair.other) for pair in overlaps.look_alikes}


def test_two_ministries_of_one_country_that_do_the_same_are_named() -> None:
    rows = [
        RowOrigin(file=f"{n}.xlsx", sha256=n * 64, sheet="Plan", row=5) for n in "ab"
    ]
    sent = [
        Submission(file=f"{n}.xlsx", sha256=n * 64, country=VN, institution=who)
        for n, who in (("a", "Ministry of Home Affairs"), ("b", "Ministry of Health"))
    ]
    (pair,) = found(
        made("VN:1", "Training of labour inspectors on child labour", origins=rows[:1]),
        made("VN:2", "Child labour: training for labour inspectors", origins=rows[1:]),
        submissions=sent,
    ).look_alikes
    assert pair.countries == (VN,)
    assert pair.institutions == ("Ministry of Health", "Ministry of Home Affairs")
    assert pair.words == ("Training", "labour inspectors", "child")


def test_look_alikes_across_members_have_no_country_in_common() -> None:
    (pair,) = found(
        made("PH:1", "Guideline on green jobs statistics", "PH"),
        made("VN:1", "Guidelines for statistics on green jobs", "VN"),
    ).look_alikes
    assert pair.countries == ()
    assert pair.likeness == 1


def test_the_national_title_is_compared_as_well() -> None:
    one = made("VN:1", Text.of("Khảo sát việc làm xanh", "vi"))
    other = Text.from_forms({"en": "Survey", "vi": "Khảo sát về việc làm xanh"})
    assert pairs(found(one, made("VN:2", other))) == {("VN:1", "VN:2")}


def test_activities_in_different_areas_are_not_compared() -> None:
    one = made("VN:1", "Study on skills of workers", node="green-jobs-promotion")
    other = made("VN:2", "Study on skills of workers", node="future-of-work", lead="PH")
    assert pairs(found(one, other)) == set()
    unplaced = made("VN:3", "Study on skills of workers", lead="TL")
    assert pairs(found(one, other, unplaced)) == {("VN:1", "VN:3"), ("VN:2", "VN:3")}


def test_what_its_senders_tied_together_is_no_overlap() -> None:
    link = ActivityLink(kind=LinkKind.PART_OF, other=ActivityId("VN:1"))
    one = made("VN:1", "Study on skills of workers")
    other = made("VN:2", "Study on skills of migrant workers", links=(link,))
    assert pairs(found(one, other)) == set()


def test_editions_of_one_series_are_no_overlap() -> None:
    overlaps = found(
        made("VN:1", "8th Conference on safety at work", "PH"),
        made("VN:2", "9th Conference on safety at work", "TL"),
        made("VN:3", "Conference on safety at work (tenth)", "VN"),
    )
    assert pairs(overlaps) == set()
    (series,) = overlaps.series
    assert series.activities == ("VN:1", "VN:2", "VN:3")


def test_one_title_in_different_years_is_a_series_of_its_leads_only() -> None:
    def held(known: str, lead: str, year: int) -> Activity:
        time = Timeframe(raw=str(year), start=Moment.year(year), end=Moment.year(year))
        return made(known, "Safety campaign at work", lead, timeframe=time)

    assert pairs(found(held("VN:1", "VN", 2023), held("VN:2", "VN", 2024))) == set()
    assert len(pairs(found(held("VN:1", "VN", 2023), held("PH:2", "PH", 2024)))) == 1


def test_what_was_withdrawn_is_left_out_and_named() -> None:
    gone = Observation(change=Change.WITHDRAWN)
    overlaps = found(
        made("VN:1", "Study on skills of workers"),
        made("VN:2", "Study on skills of workers", "PH", observations=(gone,)),
    )
    assert (pairs(overlaps), overlaps.withdrawn) == (set(), ("VN:2",))
    assert [activity.id for activity in overlaps.activities] == ["VN:1"]


def test_who_pays_for_several_that_are_alike_is_named() -> None:
    ilo, asean = partner("ILO"), partner("JAIF")
    overlaps = found(
        made("PH:1", "Study on skills of workers", "PH", funders=(ilo,)),
        made(
            "VN:1", "Study on workers' skills", "VN", partners=(partner("ilo"), asean)
        ),
        made("VN:2", "Wages", "VN", funders=(asean,)),
    )
    (payer,) = overlaps.payers
    assert (payer.name, payer.activities) == ("ILO", ("PH:1", "VN:1"))


def test_one_budget_of_one_payer_that_two_name_is_told() -> None:
    paid: dict[str, Any] = {"funders": (partner("JAIF"),)}
    overlaps = found(
        made("VN:1", "Wages", budget="USD 50,000", **paid),
        made("VN:2", "Skills", budget="50.000 usd", **paid),
        made("VN:3", "Safety", budget="USD 50,000"),
        made("VN:4", "Statistics", budget="to be decided", **paid),
        made("VN:5", "Inspection", budget="to be decided", **paid),
    )
    (budget,) = overlaps.budgets
    assert (budget.name, budget.activities) == ("JAIF", ("VN:1", "VN:2"))


def test_a_country_is_told_of_what_concerns_it_only() -> None:
    everything = (
        made("PH:1", "Study on skills of workers", "PH"),
        made("TL:1", "Study on the skills of workers", "TL"),
        made("VN:1", "Survey of wages in farming", "VN"),
        made("TL:2", "Survey of farming wages", "TL"),
    )
    assert pairs(found(*everything)) == {("PH:1", "TL:1"), ("TL:2", "VN:1")}
    assert pairs(found(*everything, country=VN)) == {("TL:2", "VN:1")}


def test_members_stand_in_their_order_and_gaps_are_told() -> None:
    overlaps = found(
        made("VN:1", "Wages", "VN", node="1"),
        made("VN:2", "Skills", "", node="2"),
        made("VN:3", "Safety", "PH", node="1", co_leads=(country("VN"),)),
    )
    outcomes, areas = overlaps.matrices
    assert (outcomes.by, areas.by) == (ScopeKind.OUTCOME, ScopeKind.AREA)
    first, second, third, _ = outcomes.rows
    assert [(p.country, p.leads, p.co_leads) for p in first.parts] == [
        ("PH", ("VN:3",), ()),
        ("TL", (), ()),
        ("VN", ("VN:1",), ("VN:3",)),
    ]
    assert second.is_unled
    assert (third.is_empty, third.is_sure) == (True, True)
    assert (areas.rows[0].is_empty, areas.rows[0].is_sure) == (True, False)
    assert areas.rows[-1].node is None
    assert overlaps.members_without == ("TL",)


@given(strategies.scenes, st.randoms(use_true_random=False))
def test_the_order_of_activities_does_not_matter(
    scene: Scene, dice: random.Random
) -> None:
    shuffled = list(scene.activities)
    dice.shuffle(shuffled)
    assert find_overlaps(attrs.evolve(scene, activities=shuffled)) == find_overlaps(
        scene
    )


@given(strategies.scenes)
def test_every_activity_counts_once_and_stands_in_every_matrix(scene: Scene) -> None:
    overlaps = find_overlaps(scene)
    known = [activity.id for activity in overlaps.activities]
    assert len(known) == len(set(known))
    assert sorted([*known, *overlaps.withdrawn]) == sorted(
        a.id for a in scene.activities
    )
    for matrix in overlaps.matrices:
        assert list(matrix.activities) == known
        assert {x for row in matrix.rows for x in row.activities} == set(known)
        for row in matrix.rows:
            assert [part.country for part in row.parts] == list(scene.members)
            for part in row.parts:
                assert set(part.leads) | set(part.co_leads) <= set(row.activities)
                assert set(part.leads).isdisjoint(part.co_leads)


@given(strategies.overlaps)
def test_overlaps_read_back_what_they_write(overlaps: Overlaps) -> None:
    assert decode(Overlaps, encode(overlaps)) == (overlaps, ())
