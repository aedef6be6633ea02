"""Find the nodes of a framework that words name: by id, by number or by title."""

from collections.abc import Iterable, Mapping
from typing import Self

from attrs import frozen

from almwp.intake.nodelists import parted
from almwp.model.folding import fold
from almwp.model.framework import Node


@frozen(kw_only=True, eq=False)
class NodeNames:
    """The nodes of a framework by their names.

    Attributes:
        depth: Place of each level, by its id; the top is 0.
        by_id: Folded id, and its node.
        by_words: Folded number or title, and the nodes that have it.
    """

    depth: Mapping[str, int]
    by_id: Mapping[str, Node]
    by_words: Mapping[str, tuple[Node, ...]]

    @classmethod
    def of(cls, nodes: Iterable[Node], depth: Mapping[str, int]) -> Self:
        """Return the names of *nodes*, which stand on levels of *depth*."""
        by_id: dict[str, Node] = {}
        by_words: dict[str, list[Node]] = {}
        for node in nodes:
            by_id.setdefault(fold(node.id), node)
            titles = (words for _, words in node.title.forms)
            for words in dict.fromkeys(map(fold, (node.number, *titles))):
                by_words.setdefault(words, []).append(node)
        plain = {words: tuple(found) for words, found in by_words.items() if words}
        return cls(depth=depth, by_id=by_id, by_words=plain)

    def named(self, words: str) -> tuple[Node, ...]:
        """Return the nodes that *words* name; an id comes before all else."""
        key = fold(words)
        if key in self.by_id:
            return (self.by_id[key],)
        return self.by_words.get(key, ())

    def is_own(self, words: str) -> bool:
        """Say whether *words* are the id or the number of a node, and no title."""
        key = fold(words)
        named = (*self.by_words.get(key, ()),)
        return key in self.by_id or any(fold(node.number) == key for node in named)

    def parted(self, lines: Iterable[str]) -> tuple[str, ...]:
        """Return the names of nodes that stand in the lines of a cell."""
        return parted(lines, lambda words: bool(self.named(words)), self.is_own)

    def above(self, words: str, node: Node) -> tuple[Node, ...]:
        """Return the nodes that *words* name on the nearest level above *node*."""
        here = self.depth[node.level]
        key = fold(words)
        given = (*self.by_words.get(key, ()),)
        if own := self.by_id.get(key):
            given = (own,) if self.depth[own.level] < here else given
        higher = [each for each in given if self.depth[each.level] < here]
        nearest = max((self.depth[each.level] for each in higher), default=0)
        return tuple(each for each in higher if self.depth[each.level] == nearest)
