"""Find the framework, outcome or area that words name."""

import re
from collections.abc import Iterable, Iterator

from almwp.intake.lexicon import Lexicon
from almwp.model.folding import fold
from almwp.model.framework import Framework, Node

_BRACKETED = re.compile(r"\s*\([^()]*\)")
_LABELLED = re.compile(
    r"^(?:outcome|key result area|kra|thematic area|priority area|area|theme|ket qua"
    r"|nhom ket qua|linh vuc(?: uu tien)?|chu de|hasil)\b\s*"
)


def find_framework(text: str, lexicon: Lexicon) -> Framework | None:
    """Return the framework that *text* names, or None where none or several fit.

    A framework is named by its id, by its title, or by one of its short names
    together with its years, anywhere in *text*.
    """
    words = f" {fold(text)} "
    fits: dict[str, int] = {}
    for framework in lexicon.frameworks:
        lengths = [len(n) for n in _names(framework) if f" {n} " in words]
        if lengths:
            fits[framework.id] = max(lengths)
    best = [known for known, length in fits.items() if length == max(fits.values())]
    if len(best) != 1:
        return None
    return next(f for f in lexicon.frameworks if f.id == best[0])


def _names(framework: Framework) -> Iterator[str]:
    yield fold(framework.id)
    years = fold(str(framework.period)) if framework.period else ""
    for words in [w for _, w in framework.title.forms] + list(framework.aliases):
        for form in {fold(words), fold(_BRACKETED.sub("", words))}:
            # A short name counts only with its years: plans of two periods share it.
            if form and (years in form or not years):
                yield form
            elif form:
                yield f"{form} {years}"
                yield f"{form} giai doan {years}"


def find_node(text: str, nodes: Iterable[Node]) -> Node | None:
    """Return the node that *text* names, by number, id or title in any language.

    ``1``, ``Outcome 1``, ``Outcome 1: Skilled and Adaptable Workforce`` and the title
    alone name the same node.
    """
    words = fold(text)
    bare = _LABELLED.sub("", words)
    for node in nodes:
        titles = {fold(form) for _, form in node.title.forms}
        numbers = {fold(number) for number in (node.number, node.id) if number}
        numbered = {f"{number} {title}" for number in numbers for title in titles}
        if {words, bare} & (titles | numbers | numbered):
            return node
    return None


def titles_of(nodes: Iterable[Node], language: str = "en") -> str:
    """List nodes with their numbers, for a hint."""
    return "; ".join(f"{n.number} {n.title.in_(language)}".strip() for n in nodes)
