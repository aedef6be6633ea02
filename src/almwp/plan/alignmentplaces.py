"""The parts of a plan that an activity serves, and those above them."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from almwp.model.activity import Activity, Change
from almwp.model.framework import Framework, Node, Role
from almwp.model.ids import NodeId
from almwp.model.source import Basis

_WEAKEST_LAST = tuple(Basis)


class Places:
    """Finds the places of activities in one framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.order: dict[NodeId, int] = {
            node.id: place for place, node in enumerate(framework.nodes)
        }
        self._nodes = {node.id: node for node in framework.nodes}
        self._roles = {level.id: level.role for level in framework.levels}
        self._above: dict[NodeId, tuple[Node, ...]] = {}
        # Many activities stand in the same few places.
        self._inside: dict[
            tuple[frozenset[NodeId], tuple[Role, ...]], tuple[NodeId, ...]
        ] = {}

    def served(self, activity: Activity) -> Mapping[NodeId, Basis]:
        """Return the parts that *activity* names and all above them.

        Each stands on the weakest basis of the way there; of two ways the better
        counts.
        """
        found: dict[NodeId, Basis] = {}
        for reference in activity.node_in(self.framework.id):
            if reference.node not in self._nodes:
                continue
            for node in self._ancestry(reference.node):
                basis = reference.basis
                if node.id != reference.node:
                    basis = weakest([basis, self._nodes[reference.node].placement])
                if node.id not in found or _is_better(basis, found[node.id]):
                    found[node.id] = basis
        return found

    def counted(self, activity: Activity) -> Mapping[NodeId, Basis]:
        """Return the parts under which *activity* counts, as it does for scores.

        On a level on which it names parts itself it counts under those only: that the
        framework puts another of its parts elsewhere does not outweigh its own word.
        """
        named = {r.node for r in activity.node_in(self.framework.id)}
        served = self.served(activity)
        levels = {n.level for n in self.framework.nodes if n.id in named}
        level_of = {node.id: node.level for node in self.framework.nodes}
        return {
            node: basis
            for node, basis in served.items()
            if node in named or level_of[node] not in levels
        }

    def with_roles(self, activity: Activity, *roles: Role) -> tuple[NodeId, ...]:
        """Return the parts with one of *roles* in which *activity* stands.

        Parts that it names itself go before those that only stand above a named one.
        """
        nodes = (r.node for r in activity.node_in(self.framework.id))
        named = frozenset(node for node in nodes if node in self._nodes)
        if (named, roles) not in self._inside:
            self._inside[named, roles] = self._with_roles(named, roles)
        return self._inside[named, roles]

    def _with_roles(
        self, named: Collection[NodeId], roles: Collection[Role]
    ) -> tuple[NodeId, ...]:
        served = {above.id for node in named for above in self._ancestry(node)}
        inside = [
            node.id
            for node in self.framework.nodes
            if node.id in served and self._roles[node.level] in roles
        ]
        return tuple(n for n in inside if n in named) or tuple(inside)

    def _ancestry(self, node: NodeId) -> tuple[Node, ...]:
        if node not in self._above:
            self._above[node] = self.framework.ancestors(node)
        return self._above[node]


def weakest(bases: Iterable[Basis]) -> Basis:
    """Return the weakest of *bases*."""
    return max(bases, key=_WEAKEST_LAST.index)


def _is_better(one: Basis, other: Basis) -> bool:
    return _WEAKEST_LAST.index(one) < _WEAKEST_LAST.index(other)


def is_withdrawn(activity: Activity, day: date | None) -> bool:
    """Say whether the newest report by *day* withdraws *activity* from the plan."""
    report = activity.observation_on(day)
    return report is not None and report.change is Change.WITHDRAWN
