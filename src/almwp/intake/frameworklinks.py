"""Link the nodes and the indicators of a framework workbook to the nodes they name."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from attrs import evolve

from almwp.findings import describing_rules, framework_rules
from almwp.findings.rule import Rule
from almwp.intake.frameworkrow import Draft
from almwp.intake.nearby import near
from almwp.intake.nodenames import NodeNames
from almwp.model.framework import Node
from almwp.model.ids import NodeId
from almwp.model.programmeindicator import ProgrammeIndicator


class Say(Protocol):
    """Say that a row is wrong, at the cell of the field *key*."""

    def __call__(self, rule: Rule, draft: Draft, key: str, **facts: Any) -> None: ...


def linked_nodes(
    nodes: list[tuple[Node, Draft]], depth: Mapping[str, int], find: Say
) -> list[tuple[Node, Draft]]:
    """Give each node the parents that it names by id, number or title.

    Args:
        nodes: The nodes, each on a level that there is.
        depth: Place of each level; the top is 0.
        find: Takes what is wrong.
    """
    names = NodeNames.of((node for node, _ in nodes), depth)
    linked = []
    for node, draft in nodes:
        parents: dict[NodeId, None] = {}
        for words in names.parted(draft.parents):
            above = names.above(words, node)
            if len(above) == 1:
                parents[above[0].id] = None
            else:
                _say_no_parent(node, draft, words, above, names, find)
        linked.append((evolve(node, parents=tuple(parents)), draft))
    return linked


def _say_no_parent(
    node: Node,
    draft: Draft,
    words: str,
    above: tuple[Node, ...],
    names: NodeNames,
    find: Say,
) -> None:
    if above:
        rule, expected = describing_rules.SEVERAL_PARENTS, _ids(above)
        find(rule, draft, "parents", found=words, expected=expected)
        return
    others = [each for each in names.named(words) if each.id != node.id]
    if others:
        rule, level = describing_rules.PARENT_NOT_ABOVE, others[0].level
        find(rule, draft, "parents", found=words, other=level)
        return
    ids = [each.id for each in names.by_id.values() if each.id != node.id]
    rule = framework_rules.UNKNOWN_PARENT
    find(rule, draft, "parents", found=words, suggestions=near(words, ids))


def linked_indicators(
    indicators: Iterable[tuple[ProgrammeIndicator, Draft]],
    nodes: list[Node],
    depth: Mapping[str, int],
    find: Say,
) -> list[ProgrammeIndicator]:
    """Give each indicator the node that it names by id, number or title."""
    names = NodeNames.of(nodes, depth)
    made = []
    for known, draft in indicators:
        node = None
        if words := "\n".join(draft.parents):
            named = names.named(words)
            node = named[0].id if len(named) == 1 else None
        if words and node is None:
            rule = describing_rules.INDICATOR_OF_NO_NODE
            ids = [each.id for each in nodes]
            find(rule, draft, "node", found=words, suggestions=near(words, ids))
        made.append(evolve(known, node=node))
    return made


def _ids(nodes: Iterable[Node]) -> str:
    return ", ".join(node.id for node in nodes)
