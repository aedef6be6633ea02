"""Frameworks are consistent, and know what stands above a node."""

import attrs
import pytest
from hypothesis import given

from almwp.model.framework import Framework, Role
from almwp.model.ids import NodeId
from almwp.testing import strategies
from almwp.testing.samples import sample_framework

PLAN = sample_framework()


def _with_parents(**parents: tuple[str, ...]) -> Framework:
    nodes = tuple(
        attrs.evolve(node, parents=tuple(map(NodeId, parents.get(node.id, ()))))
        for node in PLAN.nodes
    )
    return attrs.evolve(PLAN, nodes=nodes)


def _above(framework: Framework, node: str) -> list[str]:
    return [each.id for each in framework.ancestors(NodeId(node))]


def test_a_node_stands_under_its_parents_nearest_first() -> None:
    framework = _with_parents(A1=("A2",), A2=("O1", "O2"))
    assert _above(framework, "A1") == ["A1", "A2", "O1", "O2"]


def test_what_is_reached_on_two_ways_stands_once() -> None:
    framework = _with_parents(A1=("A2", "A3"), A2=("O1",), A3=("O1",))
    assert _above(framework, "A1") == ["A1", "A2", "A3", "O1"]


def test_a_circle_of_parents_comes_to_an_end() -> None:
    framework = _with_parents(A1=("A2",), A2=("A1",))
    assert _above(framework, "A1") == ["A1", "A2"]
    assert _above(_with_parents(A1=("A1",)), "A1") == ["A1"]


def test_nothing_stands_above_an_unknown_node() -> None:
    assert PLAN.ancestors(NodeId("X")) == ()


@given(strategies.frameworks)
def test_everything_above_a_parent_is_above_its_child(framework: Framework) -> None:
    for node in framework.nodes:
        above = framework.ancestors(node.id)
        assert above[0] == node
        assert len(set(above)) == len(above)
        for parent in node.parents:
            assert set(framework.ancestors(parent)) <= set(above)


@given(strategies.frameworks)
def test_nodes_are_found_by_id_and_by_role(framework: Framework) -> None:
    for node in framework.nodes:
        assert framework.node(node.id) == node
    for role in Role:
        found = framework.with_role(role)
        wanted = [n for n in framework.nodes if framework.role_of(n) is role]
        assert list(found) == wanted
    assert framework.outcomes == framework.with_role(Role.OUTCOME)
    assert framework.priority_areas == framework.with_role(Role.PRIORITY_AREA)
    assert framework.topics == framework.with_role(Role.TOPIC)


def test_a_node_on_no_level_is_refused() -> None:
    with pytest.raises(ValueError, match="O1 is on no level"):
        attrs.evolve(PLAN, levels=PLAN.levels[1:])


def test_an_unknown_parent_is_refused() -> None:
    with pytest.raises(ValueError, match="A1 has an unknown parent"):
        _with_parents(A1=("X",))


def test_two_nodes_or_levels_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="the same id"):
        attrs.evolve(PLAN, nodes=PLAN.nodes + PLAN.nodes[:1])
    with pytest.raises(ValueError, match="the same id"):
        attrs.evolve(PLAN, levels=PLAN.levels + PLAN.levels[:1])
