"""Find what is doubtful in a framework that somebody wrote down as a file."""

from collections import Counter
from collections.abc import Container, Iterator
from typing import Any

from attrs import field, frozen

from almwp.catalogue.bodies import find_body
from almwp.errors import Translate, in_english
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework


@frozen(kw_only=True)
class Doubt:
    """Something doubtful in a framework; it can be used all the same.

    Attributes:
        path: Its key, such as ``nodes[3].number``.
        sentence: What is doubtful, with names of facts in braces.
        facts: The facts.
    """

    path: str
    sentence: str
    facts: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)

    def said(self, translate: Translate = in_english) -> str:
        """Say it, the key before it."""
        return f"{self.path}: {translate(self.sentence).format_map(dict(self.facts))}"


def doubts_in(framework: Framework, known: Container[str]) -> tuple[Doubt, ...]:
    """Return what a workbook with the same content would be told as a warning.

    Args:
        framework: The framework.
        known: Ids of the frameworks that there are.
    """
    return tuple(_doubts(framework, known))


def _doubts(framework: Framework, known: Container[str]) -> Iterator[Doubt]:
    if framework.parent is not None and framework.parent not in known:
        sentence = "almwp knows no framework '{found}'"
        yield _doubt("parent", sentence, found=framework.parent)
    for path, bodies in (
        ("bodies", framework.bodies),
        *((f"nodes[{n}].bodies", x.bodies) for n, x in enumerate(framework.nodes)),
    ):
        for body in bodies:
            if find_body(body) is None:
                sentence = "'{found}' is not a known body"
                yield _doubt(path, sentence, found=body)
    numbers: dict[tuple[str, str], str] = {}
    for place, node in enumerate(framework.nodes):
        if not node.number:
            continue
        first = numbers.setdefault((node.level, node.number), node.id)
        if first != node.id:
            sentence = "the number '{found}' is that of {other} on the same level too"
            path, found = f"nodes[{place}].number", node.number
            yield _doubt(path, sentence, found=found, other=first)
    yield from _about_counts(framework)


def _about_counts(framework: Framework) -> Iterator[Doubt]:
    count = Counter(node.level for node in framework.nodes)
    for place, level in enumerate(framework.levels):
        there, path = count[level.id], f"levels[{place}].total"
        if level.total is None or level.total == there:
            continue
        if level.complete or there > level.total:
            sentence = "nodes that the level is said to have: {found}; given: {other}"
            yield _doubt(path, sentence, found=level.total, other=there)


def _doubt(path: str, sentence: str, **facts: Any) -> Doubt:
    return Doubt(
        path=path,
        sentence=sentence,
        facts=[(name, str(fact)) for name, fact in facts.items()],
    )
