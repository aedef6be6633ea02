"""The nodes that the column of priority areas may name: areas, topics, what is below.

A framework may go deeper than its areas.  An activity that names a sub-area belongs to
the area above it.
"""

from typing import Self

from attrs import frozen

from almwp.intake.frameworknames import NodeIndex, find_node
from almwp.model.framework import Framework, Node, Role
from almwp.model.ids import NodeId


def area_nodes(framework: Framework) -> tuple[Node, ...]:
    """Return the areas, the topics, and what stands below an area, each once."""
    return (*_named_first(framework), *_below(framework))


@frozen(kw_only=True, eq=False)
class AreaNames:
    """The names of the areas of one framework, for whoever looks for many of them.

    Attributes:
        first: Areas and topics.
        below: What is below an area.
    """

    first: NodeIndex
    below: NodeIndex

    @classmethod
    def of(cls, framework: Framework) -> Self:
        """Return the names of the areas of *framework*."""
        first, below = _named_first(framework), _below(framework)
        return cls(first=NodeIndex.of(first), below=NodeIndex.of(below))

    def find(self, words: str) -> Node | None:
        """Return the node that *words* name, as :func:`find_area` does."""
        return find_node(words, self.first) or find_node(words, self.below)


def find_area(words: str, framework: Framework) -> Node | None:
    """Return the node that *words* name; an area comes before what is below it."""
    first = find_node(words, _named_first(framework))
    return first or find_node(words, _below(framework))


def _named_first(framework: Framework) -> tuple[Node, ...]:
    return framework.priority_areas + framework.topics


def _below(framework: Framework) -> tuple[Node, ...]:
    roles = [level.role for level in framework.levels]
    if Role.PRIORITY_AREA not in roles or roles[-1] is Role.PRIORITY_AREA:
        return ()
    areas = {node.id for node in framework.priority_areas}
    first = areas | {node.id for node in framework.topics}
    under: set[NodeId] = set(areas)
    place = {level.id: depth for depth, level in enumerate(framework.levels)}
    found = []
    # From the top level down, so that a node comes after all above it.
    for node in sorted(framework.nodes, key=lambda node: place[node.level]):
        if not under.isdisjoint(node.parents):
            under.add(node.id)
            if node.id not in first:
                found.append(node.id)
    kept = frozenset(found)
    return tuple(node for node in framework.nodes if node.id in kept)
