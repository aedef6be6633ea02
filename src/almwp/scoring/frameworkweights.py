"""Weights from the framework: through the tree of its outcomes and priority areas."""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction

from attrs import field, frozen

from almwp.model.activity import Activity
from almwp.model.framework import Framework, Node, Role
from almwp.model.ids import NodeId
from almwp.model.moment import Moment
from almwp.model.score import Scope, ScopeKind
from almwp.scoring.standingunder import StandingUnder
from almwp.scoring.weightwords import (
    NO_AREA,
    NO_FRAMEWORK,
    NO_NODE,
    NO_NODE_WEIGHT,
    Weight,
)
from almwp.scoring.wording import because


@frozen(kw_only=True)
class _Branch:
    """What stands under one node: how much each part weighs within it."""

    node: Node
    within: Mapping[str, Weight]


@frozen(kw_only=True)
class _Places:
    """Where each part stands, and which areas the framework puts under each outcome."""

    framework: Framework
    outcomes: Mapping[str, Collection[NodeId]]
    areas: Mapping[str, Collection[NodeId]]
    above: Mapping[NodeId, tuple[NodeId, ...]] = field()

    def areas_under(self, outcome: NodeId) -> list[Node]:
        areas = self.framework.priority_areas
        return [area for area in areas if outcome in self.above[area.id]]


def framework_weights(
    standing: Mapping[str, Activity],
    framework: Framework | None,
    scope: Scope,
    as_of: Moment | None = None,
) -> Mapping[str, Weight]:
    """Return how much each part weighs in *scope*, by the weights of the nodes.

    Parts of one area count the same.  The areas of an outcome that have parts share it
    by their weights, and so do outcomes the programme.  So the mean of an outcome is
    the weighted mean of its areas, and that of the programme of its outcomes.  A part
    of several areas weighs what all of them give it.  Areas without parts take no
    share: nothing is known of them that could be counted.

    Args:
        standing: What stands where each part does, by the id of the part.
        framework: The framework whose weights count.
        scope: The outcome within which to share; for an area all parts count the same,
            for anything else the whole tree is used.
        as_of: When; nodes that were added later do not count.
    """
    if framework is None:
        return dict.fromkeys(standing, Weight(why=because(NO_FRAMEWORK)))
    if scope.kind is ScopeKind.AREA and scope.id:
        return dict.fromkeys(standing, Weight(value=Fraction(1)))
    places = _Places(
        framework=framework,
        outcomes=_nodes(standing, ScopeKind.OUTCOME, framework, as_of),
        areas=_nodes(standing, ScopeKind.AREA, framework, as_of),
        above={
            area.id: tuple(
                node.id
                for node in framework.ancestors(area.id)
                if framework.role_of(node) is Role.OUTCOME
            )
            for area in framework.priority_areas
        },
    )
    if scope.kind is ScopeKind.OUTCOME and scope.id:
        return _in_outcome(NodeId(scope.id), standing, places)
    return _in_programme(standing, places)


def _nodes(
    standing: Mapping[str, Activity],
    kind: ScopeKind,
    framework: Framework,
    as_of: Moment | None,
) -> Mapping[str, Collection[NodeId]]:
    under = StandingUnder(kind, framework, as_of)
    return {
        part: tuple(under.nodes_of(activity)) for part, activity in standing.items()
    }


def _in_programme(parts: Iterable[str], places: _Places) -> Mapping[str, Weight]:
    """Share the programme among its outcomes and the areas that are under none."""
    several = tuple(parts)
    branches, placed = [], set[str]()
    for outcome in places.framework.outcomes:
        own = [part for part in several if outcome.id in places.outcomes[part]]
        if own:
            within = _in_outcome(outcome.id, own, places)
            branches.append(_Branch(node=outcome, within=within))
            placed.update(own)
    for area in places.framework.priority_areas:
        own = [
            part
            for part in several
            if area.id in places.areas[part] and not places.outcomes[part]
        ]
        if own:
            branches.append(_Branch(node=area, within=_the_same(own)))
            placed.update(own)
    loose = [part for part in several if part not in placed]
    return _shared(branches, dict.fromkeys(loose, Weight(why=because(NO_NODE))))


def _in_outcome(
    outcome: NodeId, parts: Iterable[str], places: _Places
) -> Mapping[str, Weight]:
    """Share an outcome among its areas; one without areas among its parts."""
    several = tuple(parts)
    areas = places.areas_under(outcome)
    if not areas:
        return _the_same(several)
    branches, placed = [], set[str]()
    for area in areas:
        own = [part for part in several if area.id in places.areas[part]]
        if own:
            branches.append(_Branch(node=area, within=_the_same(own)))
            placed.update(own)
    loose = [part for part in several if part not in placed]
    why = because(NO_AREA, node=outcome)
    return _shared(branches, dict.fromkeys(loose, Weight(why=why)))


def _the_same(parts: Collection[str]) -> Mapping[str, Weight]:
    return dict.fromkeys(parts, Weight(value=Fraction(1, len(parts))))


def _shared(
    branches: list[_Branch], loose: Mapping[str, Weight]
) -> Mapping[str, Weight]:
    """Share what is one among *branches*, by the weights of their nodes.

    A branch that stands alone has all of it whatever it weighs, unless that is nothing.
    """
    found = dict(loose)
    is_alone = len(branches) == 1 and not loose
    total = sum((b.node.weight or Fraction(0) for b in branches), Fraction(0))
    for branch in branches:
        weight = branch.node.weight
        if is_alone:
            share: Fraction | None = Fraction(weight != 0)
        elif weight is None:
            share = None
        else:
            share = weight / total if total else Fraction(0)
        why = because(NO_NODE_WEIGHT, node=branch.node.id)
        for part, within in branch.within.items():
            more = within.times(share, why)
            found[part] = found[part].plus(more) if part in found else more
    return found
