"""Under which outcomes, or areas, of a framework activities stand at one time."""

from collections.abc import Iterator, Mapping

from almwp.model.activity import Activity
from almwp.model.framework import Framework, Role
from almwp.model.ids import NodeId
from almwp.model.moment import Moment
from almwp.model.score import ScopeKind
from almwp.model.source import Basis

_RANK = {basis: rank for rank, basis in enumerate(Basis)}
"""The stronger a basis, the lower its number."""


_Named = tuple[tuple[NodeId, Basis], ...]
"""The nodes that an activity names, and on what each stands."""


def weaker(one: Basis, other: Basis) -> Basis:
    """Return the weaker of two bases."""
    return one if one is other or _RANK[one] > _RANK[other] else other


def stronger(one: Basis, other: Basis) -> Basis:
    """Return the stronger of two bases."""
    return one if one is other or _RANK[one] < _RANK[other] else other


class StandingUnder:
    """The outcomes, or the areas, under which activities stand.

    What the framework says is looked up once, however many activities are asked about.
    """

    def __init__(
        self, kind: ScopeKind, framework: Framework, as_of: Moment | None = None
    ) -> None:
        """Look at the nodes of *framework*.

        Args:
            kind: ``OUTCOME`` or ``AREA``.
            framework: Whose nodes they are.
            as_of: When; nodes that were added later do not count.
        """
        role = Role.OUTCOME if kind is ScopeKind.OUTCOME else Role.PRIORITY_AREA
        self._framework = framework
        self._nodes = {node.id: node for node in framework.nodes}
        there = (n for n in framework.with_role(role) if n.is_there(as_of))
        self._wanted = frozenset(node.id for node in there)
        self._found: dict[_Named, Mapping[NodeId, Basis]] = {}

    def nodes_of(self, activity: Activity) -> Mapping[NodeId, Basis]:
        """Return the nodes of *activity*; of two reasons for one the better counts.

        It is found once for all activities that name the same.
        """
        here = self._framework.id
        named = tuple(
            [
                (r.node, r.basis)
                for r in activity.references
                if r.node and r.framework == here
            ]
        )
        known = self._found.get(named)
        if known is None:
            known = self._found[named] = self._standing_of(named)
        return known

    def _standing_of(self, named: _Named) -> Mapping[NodeId, Basis]:
        found: dict[NodeId, Basis] = {}
        for node, basis in self._nodes_of(named):
            found[node] = stronger(found.get(node, basis), basis)
        return found

    def _nodes_of(self, named: _Named) -> Iterator[tuple[NodeId, Basis]]:
        """Give the nodes for each reason.

        One that is named counts before one that follows only from where the framework
        puts another node; the latter stands on the weakest basis of that way.
        """
        direct = [(node, basis) for node, basis in named if node in self._wanted]
        if direct:
            yield from direct
            return
        for way in named:
            above = self._ancestry(*way).items()
            yield from (x for x in above if x[0] in self._wanted)

    def _ancestry(self, node: NodeId, basis: Basis) -> Mapping[NodeId, Basis]:
        """Return a node and all above it, each with the basis of the best way there."""
        found: dict[NodeId, Basis] = {}
        waiting = [(node, basis)]
        while waiting:
            here, standing = waiting.pop()
            if here not in self._nodes:
                continue
            if here in found and stronger(found[here], standing) is found[here]:
                continue
            found[here] = standing
            beyond = weaker(standing, self._nodes[here].placement)
            waiting.extend((parent, beyond) for parent in self._nodes[here].parents)
        return found
