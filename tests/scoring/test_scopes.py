"""Activities stand under the outcomes, areas, bodies and countries they belong to."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.activity import Activity, PlanReference
from almwp.model.framework import Framework, FrameworkStatus, Level, Node, Role
from almwp.model.ids import ActivityId, BodyId, FrameworkId, NodeId
from almwp.model.party import Party, PartyKind
from almwp.model.score import ScopeKind
from almwp.model.source import Basis
from almwp.model.text import Text
from almwp.scoring.question import Question
from almwp.scoring.scopes import group, whole_programme
from almwp.testing.strategies import activities, frameworks

LEVELS = (
    ("outcome", Role.OUTCOME),
    ("area", Role.PRIORITY_AREA),
    ("topic", Role.TOPIC),
)


def node(name: str, level: str, *parents: str, placement: Basis) -> Node:
    return Node(
        id=NodeId(name),
        level=level,
        title=Text.of(f"Title of {name}"),
        parents=tuple(map(NodeId, parents)),
        placement=placement,
        basis=Basis.CONFIRMED,
    )


FRAMEWORK = Framework(
    id=FrameworkId("ALM-WP-2021-2025"),
    title=Text.of("Programme"),
    kind="alm-work-programme",
    status=FrameworkStatus.ADOPTED,
    levels=tuple(Level(id=n, name=Text.of(n), role=role) for n, role in LEVELS),
    nodes=(
        node("Z", "outcome", placement=Basis.UNKNOWN),
        node("A", "outcome", placement=Basis.UNKNOWN),
        node("z1", "area", "Z", placement=Basis.INFERRED),
        node("a1", "area", "A", placement=Basis.CONFIRMED),
        node("deep", "topic", "z1", placement=Basis.CONFIRMED),
        node("both", "topic", "z1", "a1", placement=Basis.REPORTED),
    ),
    basis=Basis.CONFIRMED,
)
QUESTION = Question(framework=FRAMEWORK)


def activity(*places: str | tuple[str, Basis], **facts: Any) -> Activity:
    references = tuple(
        PlanReference(framework=FRAMEWORK.id, node=NodeId(name), basis=basis)
        for name, basis in (
            (each, Basis.REPORTED) if isinstance(each, str) else each for each in places
        )
    )
    return Activity(
        id=ActivityId("a"), title=Text.of("a"), references=references, **facts
    )


def scopes(
    *found: Activity, kind: ScopeKind = ScopeKind.OUTCOME, question: Question = QUESTION
) -> list[tuple[str, Basis, int]]:
    return [
        (scope.id, scope.basis, len(under))
        for scope, under in group(found, kind, question)
    ]


def party(code: str, kind: PartyKind = PartyKind.COUNTRY) -> Party:
    return Party(kind=kind, id=code)


def test_outcomes_stand_in_the_order_of_the_framework_and_none_comes_last() -> None:
    assert scopes(activity(), activity("A"), activity("Z"), activity("A")) == [
        ("Z", Basis.REPORTED, 1),
        ("A", Basis.REPORTED, 2),
        ("", Basis.REPORTED, 1),
    ]


def test_an_outcome_that_follows_from_an_area_stands_on_the_weaker_basis() -> None:
    assert scopes(activity("z1")) == [("Z", Basis.INFERRED, 1)]
    assert scopes(activity("a1")) == [("A", Basis.REPORTED, 1)]


def test_no_step_of_the_way_up_is_forgotten() -> None:
    assert scopes(activity("deep")) == [("Z", Basis.INFERRED, 1)]
    assert scopes(activity("deep"), kind=ScopeKind.AREA) == [("z1", Basis.REPORTED, 1)]


def test_what_has_two_parents_stands_under_both() -> None:
    assert scopes(activity("both")) == [
        ("Z", Basis.INFERRED, 1),
        ("A", Basis.REPORTED, 1),
    ]


def test_an_outcome_that_is_named_counts_before_one_that_follows() -> None:
    assert scopes(activity("A", "z1")) == [("A", Basis.REPORTED, 1)]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_reasons_for_one_place_the_better_one_counts(turned: bool) -> None:
    places: list[tuple[str, Basis]] = [("A", Basis.INFERRED), ("A", Basis.CONFIRMED)]
    assert scopes(activity(*(places[::-1] if turned else places))) == [
        ("A", Basis.CONFIRMED, 1)
    ]


def test_the_weakest_basis_of_all_activities_is_that_of_the_scope() -> None:
    found = [activity(("A", Basis.CONFIRMED)), activity(("A", Basis.INFERRED))]
    assert scopes(*found) == [("A", Basis.INFERRED, 2)]
    assert scopes(*found[::-1]) == [("A", Basis.INFERRED, 2)]


def test_one_that_several_lead_counts_for_each_and_twice_for_nobody() -> None:
    joint = activity(
        leads=(party("VN"), party("ID")), co_leads=(party("ID"), party("PH"))
    )
    assert [name for name, _, _ in scopes(joint, kind=ScopeKind.COUNTRY)] == [
        "ID",
        "PH",
        "VN",
    ]


def test_all_members_together_are_a_scope_of_their_own() -> None:
    owed = activity(leads=(party("ALL", PartyKind.ALL_MEMBERS),))
    ((scope, under),) = group([owed], ScopeKind.COUNTRY, QUESTION)
    assert (scope.id, str(scope.title), len(under)) == ("ALL", "All member states", 1)
    assert scope.title.in_("vi") == "Tất cả các nước thành viên"


def test_a_body_that_leads_is_no_country() -> None:
    led = activity(leads=(party("ACMW", PartyKind.BODY),), bodies=(BodyId("ACMW"),))
    assert scopes(led, kind=ScopeKind.COUNTRY) == [("", Basis.REPORTED, 1)]
    assert scopes(led, kind=ScopeKind.BODY) == [("ACMW", Basis.REPORTED, 1)]


def test_without_a_framework_nothing_has_an_outcome() -> None:
    assert scopes(activity("A"), question=Question()) == [("", Basis.REPORTED, 1)]
    assert whole_programme(Question()).id == ""


def test_titles_come_from_the_framework() -> None:
    ((scope, _),) = group([activity("A")], ScopeKind.OUTCOME, QUESTION)
    assert str(scope.title) == "Title of A"
    assert whole_programme(QUESTION).title == FRAMEWORK.title


@given(st.lists(activities, max_size=4), frameworks, st.sampled_from(ScopeKind))
@settings(max_examples=50)
def test_no_activity_is_lost_and_none_is_invented(
    found: list[Activity], framework: Framework, kind: ScopeKind
) -> None:
    grouped = group(found, kind, Question(framework=framework))
    names = [scope.id for scope, _ in grouped]
    assert len(set(names)) == len(names)
    assert "" not in names[:-1]
    placed = [each for _, under in grouped for each in under]
    assert {id(each) for each in placed} == {id(each) for each in found}
    for _, under in grouped:
        assert len({id(each) for each in under}) == len(under)
