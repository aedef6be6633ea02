"""Find nodes whose number says that they belong elsewhere than they do."""

from collections.abc import Iterator

from almwp.intake.frameworkrow import Draft
from almwp.model.framework import Node
from almwp.model.ids import NodeId


def misnumbered(
    nodes: list[tuple[Node, Draft]],
) -> Iterator[tuple[Node, Draft, str]]:
    """Give each node numbered below one to which it does not belong, and that one.

    ``2.1`` belongs below ``2`` where there is a node of that number on another level;
    where it is placed below several, one of them is enough.
    """
    by_id = {node.id: node for node, _ in nodes}
    titles: dict[str, Node] = {}
    for node, _ in nodes:
        titles.setdefault(node.number, node)
    for node, draft in nodes:
        above, dot, _ = node.number.rpartition(".")
        other = titles.get(above) if dot else None
        if other is None or other.level == node.level or not node.parents:
            continue
        if all(each.number != above for each in _above(node, by_id)):
            yield node, draft, f"{other.number} {other.title}".strip()


def _above(node: Node, by_id: dict[NodeId, Node]) -> Iterator[Node]:
    seen: set[NodeId] = set()
    waiting = [*node.parents]
    while waiting:
        known = waiting.pop()
        if known in seen or known not in by_id:
            continue
        seen.add(known)
        yield by_id[known]
        waiting.extend(by_id[known].parents)
