"""Weights of nodes go down to activities; what nobody knows never weighs one."""

from fractions import Fraction

import pytest
from attrs import evolve

from almwp.model.activity import Activity, PlanReference
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, NodeId
from almwp.model.score import Scope, ScopeKind
from almwp.model.text import Text
from almwp.scoring.frameworkweights import framework_weights
from almwp.testing.samples import sample_framework

F = Fraction
WHOLE = Scope(kind=ScopeKind.PROGRAMME, id="p", title=Text.of("p"))


def weighing(**weights: int | None) -> Framework:
    frame = sample_framework()
    nodes = [
        evolve(n, weight=None if (w := weights.get(n.id)) is None else F(w))
        for n in frame.nodes
    ]
    return evolve(frame, nodes=nodes)


def standing(**nodes: str) -> dict[str, Activity]:
    frame = sample_framework().id
    return {
        name: Activity(
            id=ActivityId(name),
            title=Text.of(name),
            references=[
                PlanReference(framework=frame, node=NodeId(node))
                for node in named.split()
            ],
        )
        for name, named in nodes.items()
    }


def weights(
    frame: Framework | None, scope: Scope = WHOLE, **nodes: str
) -> dict[str, Fraction | None]:
    found = framework_weights(standing(**nodes), frame, scope)
    return {name: weight.value for name, weight in found.items()}


ALL = weighing(O1=3, O2=1, A1=1, A2=2, A3=5)


def test_an_area_shares_its_outcome_and_an_outcome_the_programme() -> None:
    assert weights(ALL, a="A1", b="A1", c="A2", d="A3") == {
        "a": F(1, 8),
        "b": F(1, 8),
        "c": F(1, 2),
        "d": F(1, 4),
    }


def test_an_area_without_activities_has_no_share() -> None:
    assert weights(ALL, a="A2", d="A3") == {"a": F(3, 4), "d": F(1, 4)}


def test_within_an_area_all_count_the_same_whatever_else_they_are_in() -> None:
    area = Scope(kind=ScopeKind.AREA, id="A1", title=Text.of("A1"))
    assert weights(weighing(), area, a="A1", b="A1 A2") == {"a": 1, "b": 1}


def test_an_activity_of_two_areas_weighs_what_both_give_it() -> None:
    outcome = Scope(kind=ScopeKind.OUTCOME, id="O1", title=Text.of("O1"))
    assert weights(ALL, outcome, a="A1", b="A1 A2") == {"a": F(1, 6), "b": F(5, 6)}


@pytest.mark.parametrize(
    ("frame", "nodes", "why"),
    [
        (weighing(O1=1, O2=1, A1=1), {"x": "A2", "y": "A1"}, "no weight for A2"),
        (weighing(A1=1, O2=1), {"x": "A1", "y": "A3"}, "no weight for O1"),
        (ALL, {"x": "", "y": "A1"}, "no outcome or priority area"),
        (ALL, {"x": "O1", "y": "A1"}, "no priority area of O1"),
        (None, {"x": "A1", "y": "A2"}, "there is no framework"),
    ],
    ids=["area", "outcome", "no node", "no area", "no framework"],
)
def test_what_has_no_weight_is_not_known_and_says_why(
    frame: Framework | None, nodes: dict[str, str], why: str
) -> None:
    found = framework_weights(standing(**nodes), frame, WHOLE)
    assert found["x"].value is None
    assert why in found["x"].why


def test_a_node_that_stands_alone_has_all_of_its_share_unless_it_weighs_nothing() -> (
    None
):
    assert weights(weighing(), a="A1", b="A1") == {"a": F(1, 2), "b": F(1, 2)}
    assert weights(weighing(A1=0), a="A1") == {"a": 0}


def test_what_weighs_nothing_divides_nothing() -> None:
    nothing = weighing(O1=0, O2=0, A1=0, A2=0, A3=0)
    assert set(weights(nothing, a="A1", b="A2", c="A3").values()) == {0}


def test_an_outcome_without_areas_is_shared_by_its_activities() -> None:
    bare = evolve(ALL, nodes=[n for n in ALL.nodes if n.level == "outcome"])
    assert weights(bare, a="O1", b="O1", c="O2") == {
        "a": F(3, 8),
        "b": F(3, 8),
        "c": F(1, 4),
    }
