"""Find the framework, outcome or area that words name."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from almwp.intake.lexicon import Lexicon
from almwp.model.folding import fold
from almwp.model.framework import Framework, Node
from almwp.model.ids import FrameworkId
from almwp.model.moment import Period
from almwp.model.text import Text

_BRACKETED = re.compile(r"\s*\([^()]*\)")
_LABELLED = re.compile(
    r"^(?:outcome|key result area|kra|thematic area|priority area|area|theme|ket qua"
    r"|nhom ket qua|linh vuc(?: uu tien| ket qua chinh)?|chu de|hasil|capaian"
    r"|bidang (?:tematik|prioritas|hasil utama)|area prioritas|tema)\b\s*"
)
_YEARS = re.compile(
    r"(?:\s(?:for|the|in|period|cho|trong|giai doan|thoi ky|periode|tahun|nam|untuk))*"
    r"\s(?P<first>\d{4})(?:\s(?:to|den|sampai|until))?\s(?P<last>\d{4})(?=\s)"
)
_YEAR = re.compile(r"\b\d{4}\b")


def find_framework(text: str, lexicon: Lexicon) -> Framework | None:
    """Return the framework that *text* names, or None where none or several fit.

    A framework is named by its id, by its title, or by one of its short names
    together with its years, anywhere in *text*.
    """
    return lexicon.framework(_framework_in(text, lexicon))


@lru_cache(maxsize=2048)
def _framework_in(text: str, lexicon: Lexicon) -> FrameworkId | None:
    words = _folded(text)
    found = [
        (place, place + len(name), f.id)
        for f in lexicon.frameworks
        for name in _names(f.id, f.title, f.aliases, f.period)
        for place in _places(name, words)
    ]
    # A name that stands within a longer one is not meant by itself.
    named = {
        framework
        for first, last, framework in found
        if not any(
            start <= first and last <= end and end - start > last - first
            for start, end, _ in found
        )
    }
    return named.pop() if len(named) == 1 else None


def _folded(text: str) -> str:
    """Fold *text* between two spaces, years without the words that join them."""
    return _YEARS.sub(r" \g<first> \g<last>", f" {fold(text)} ")


def _places(name: str, words: str) -> Iterator[int]:
    place = words.find(name)
    while place >= 0:
        yield place
        place = words.find(name, place + 1)


@lru_cache(maxsize=256)
def _names(
    id: FrameworkId,  # noqa: A002 - the model's own word
    title: Text,
    aliases: tuple[str, ...],
    period: Period | None,
) -> tuple[str, ...]:
    """Return the folded names of a framework, each between two spaces."""
    years = fold(str(period)) if period else ""
    last = str(period.last) if period and period.last else ""
    titles = [words for _, words in title.forms]
    ends_only = any(last in _YEAR.findall(t) and years not in fold(t) for t in titles)
    names: list[str] = [id]
    for words in titles:
        stated = _YEAR.findall(words)
        if not stated or years in fold(words) or last in stated:
            names.append(words)
        names += [f"{form} {years}" for form in (words, _BRACKETED.sub("", words))]
    # A short name counts only with its years: plans of two periods share it.
    for words in aliases:
        names.append(words if years in fold(words) else f"{words} {years}")
        if ends_only:
            names.append(f"{words} {last}")
    return tuple(dict.fromkeys(_folded(name) for name in names if fold(name)))


def find_node(text: str, nodes: Iterable[Node]) -> Node | None:
    """Return the node that *text* names, by number, id or title in any language.

    ``1``, ``Outcome 1``, ``Outcome 1: Skilled and Adaptable Workforce`` and the title
    alone name the same node.
    """
    wanted = set()
    for form in (text, _BRACKETED.sub("", text)):
        words = fold(form)
        wanted |= {words, _LABELLED.sub("", words)}
    wanted.discard("")
    return next(
        (n for n in nodes if wanted & _node_names(n.id, n.number, n.title)), None
    )


@lru_cache(maxsize=1024)
def _node_names(id: str, number: str, title: Text) -> frozenset[str]:  # noqa: A002
    titles = {fold(form) for _, form in title.forms}
    numbers = {fold(own) for own in (number, id) if own}
    numbered = {f"{own} {form}" for own in numbers for form in titles}
    return frozenset((titles | numbers | numbered) - {""})


def titles_of(nodes: Iterable[Node], language: str = "en") -> str:
    """List nodes with their numbers, for a hint."""
    return "; ".join(f"{n.number} {n.title.in_(language)}".strip() for n in nodes)
