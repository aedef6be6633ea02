"""Find the framework, outcome or area that words name."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Self

from attrs import frozen

from almwp.intake.doubts import is_by_the_way, is_doubtful, takes_back
from almwp.intake.lexicon import Lexicon
from almwp.model.folding import fold
from almwp.model.framework import Framework, FrameworkStatus, Node
from almwp.model.ids import FrameworkId
from almwp.model.moment import Period
from almwp.model.text import Text

_BRACKETED = re.compile(r"\s*\([^()]*\)")
_OTHER_NUMBER = re.compile(r"^\s*[+\u2212-]\d|\d\s*%\s*$")
"""``-1`` and ``1%`` count something and number nothing."""
_SEVERAL = re.compile(r"(?<!\d)\d{1,2}\s*[-–/,;&+]\s*\d{1,2}\s*$")
"""``1-2`` and ``1, 2`` are two outcomes and not the area 1.2."""
_LABELLED = re.compile(
    r"^(?:outcome|key result area|kra|thematic area|priority area|area|theme|ket qua"
    r"|nhom ket qua|linh vuc(?: uu tien| ket qua chinh)?|chu de|hasil|capaian"
    r"|bidang (?:tematik|prioritas|hasil utama)|area prioritas|tema)\b\s*"
)
_COUNTS = {
    roman: count
    for count, roman in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), 1
    )
}
_ROMAN = re.compile(rf"^(?:{'|'.join(_COUNTS)})\b")
_YEARS = re.compile(
    r"(?:\s(?:for|the|in|period|cho|trong|giai doan|thoi ky|periode|tahun|nam|untuk))*"
    r"\s(?P<first>\d{4})(?:\s(?:to|den|sampai|until))?\s(?P<last>\d{4})(?=\s)"
)
_NUMBERED = re.compile(r"\b\d{1,3}/")
"""The number of a decision: ``155/QĐ-TTg``."""
_YEAR = re.compile(r"\b\d{4}\b")
_PERIOD = re.compile(r"(?<= )(\d{4}) (\d{4})(?= )")
_JOINED_TO = re.compile(r"\d{4}[-_–](?:[^\W\d_]|\d{4}[-_–]\d{4})")
"""What is joined to years makes another name: ``2021-2025-bis``, ``2021-2025-2030``."""
_NOT_ITSELF = re.compile(
    r" (?:successor|predecessor|follow up|replac(?:es|ing|ement)"
    r"|thay the|ke tiep|tiep noi|pengganti|penerus) "
    r"| (?:post|pre|after|before|beyond|sau|truoc|setelah|sebelum) (?:the )?\|"
    r"|\| (?:bis|ter|quater) "
)
"""Words, around the place ``|`` of a name, by which another framework is meant."""


def find_framework(text: str, lexicon: Lexicon) -> Framework | None:
    """Return the framework that *text* names, or None where none or several fit.

    A framework is named by its id, by its title, or by one of its short names
    together with its years, anywhere in *text*.
    """
    named = _framework_in(text, lexicon)
    return lexicon.framework(named) if named else None


@lru_cache(maxsize=2048)
def _framework_in(text: str, lexicon: Lexicon) -> FrameworkId | None:
    words = _folded(text)
    found = list(_found_in(words, _by_first_word(lexicon)))
    if not found:
        return None
    # A name that stands within a longer one is not meant by itself.
    named = {
        framework
        for first, last, framework in found
        if not any(
            start <= first and last <= end and end - start > last - first
            for start, end, _ in found
        )
    }
    if len(named) != 1 or is_doubtful(text) or _JOINED_TO.search(text):
        return None
    (only,) = named
    spans = [(first, last) for first, last, framework in found if framework == only]
    known = lexicon.framework(only)
    own = " ".join(words for _, words in known.title.forms) if known else ""
    if takes_back(text) and not takes_back(own):
        return None
    return only if _is_alone(only, words, spans, lexicon) else None


def _is_alone(
    named: FrameworkId, words: str, spans: list[tuple[int, int]], lexicon: Lexicon
) -> bool:
    """Say whether nothing beside its names says that another framework is meant."""
    rest = words
    for first, last in spans:
        # Another name may begin with the space that ends this one.
        rest = f"{rest[: first + 1]}{'|' * (last - first - 2)}{rest[last - 1 :]}"
    around = f" {' '.join(rest.replace('|', ' | ').split())} "
    around = re.sub(r"\|(?: \|)*", "|", around)
    if _NOT_ITSELF.search(around):
        return False
    known = lexicon.framework(named)
    period = known.period if known else None
    for first, last in _PERIOD.findall(around):
        inside = period and period.first <= int(first) <= int(last)
        if not inside or (period and period.last and int(last) > period.last):
            return False
    own = set(known.aliases) if known else set()
    return not any(
        f" {fold(alias)} " in around
        for other in lexicon.frameworks
        if other.id != named and not own & set(other.aliases)
        for alias in other.aliases
    )


def programme_titles(lexicon: Lexicon) -> tuple[str, ...]:
    """Return titles of the ministers' own programmes, for a hint.

    Those that are adopted come first, the newest of them before all.
    """
    programmes = [f for f in lexicon.frameworks if f.kind == "alm-work-programme"]
    known = programmes or [*lexicon.frameworks]
    known.sort(key=_rank, reverse=True)
    return tuple(str(f.title) for f in known)


def _rank(framework: Framework) -> tuple[bool, int]:
    first = framework.period.first if framework.period else 0
    return framework.status is FrameworkStatus.ADOPTED, first


def _folded(text: str) -> str:
    """Fold *text* between two spaces, years without the words that join them."""
    return _YEARS.sub(r" \g<first> \g<last>", f" {fold(text)} ")


_Names = Mapping[str, tuple[tuple[str, FrameworkId], ...]]
"""For the first word of a name: the names that begin with it, and whose they are."""


def _found_in(words: str, names: _Names) -> Iterator[tuple[int, int, FrameworkId]]:
    """Give where each name stands in folded words: first, behind its last, and whose.

    Names begin and end with a space, and so does every word.
    """
    place = 0
    for word in words[1:].split(" "):
        for name, framework in names.get(word, ()):
            if words.startswith(name, place):
                yield place, place + len(name), framework
        place += len(word) + 1


@lru_cache(maxsize=64)
def _by_first_word(lexicon: Lexicon) -> _Names:
    found: dict[str, list[tuple[str, FrameworkId]]] = {}
    for f in lexicon.frameworks:
        for name in _names(f.id, f.title, f.aliases, f.period):
            found.setdefault(name.split()[0], []).append((name, f.id))
    return {word: tuple(own) for word, own in found.items()}


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
    # A short name counts only with its years: plans of two periods share it.  One with
    # a number, as that of a decision, is of one plan only.
    for words in aliases:
        is_own = years in fold(words) or _NUMBERED.search(words)
        names.append(words if is_own else f"{words} {years}")
        if ends_only:
            names.append(f"{words} {last}")
    return tuple(dict.fromkeys(_folded(name) for name in names if fold(name)))


@frozen(kw_only=True, eq=False)
class NodeIndex:
    """Nodes by all their names, for whoever looks for many of them.

    Attributes:
        nodes: The nodes.
        names: Each folded name, and the place of the first node that has it.
        are_counted: Whether they are numbered 1, 2, 3.
    """

    nodes: tuple[Node, ...]
    names: Mapping[str, int]
    are_counted: bool

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> Self:
        """Return the names of *nodes*."""
        known, names = tuple(nodes), dict[str, int]()
        for place, node in enumerate(known):
            for words in _node_names(node.id, node.number, node.title):
                names.setdefault(words, place)
        return cls(nodes=known, names=names, are_counted=_are_counted(known))


Nodes = tuple[Node, ...] | NodeIndex
"""Nodes among which one is looked for."""


def find_node(text: str, nodes: Iterable[Node] | NodeIndex) -> Node | None:
    """Return the node that *text* names, by number, id or title in any language.

    ``1``, ``Outcome 1``, ``Outcome 1: Skilled and Adaptable Workforce`` and the title
    alone name the same node.
    """
    if is_doubtful(text) or _OTHER_NUMBER.search(text) or _SEVERAL.search(text):
        return None
    known = nodes if isinstance(nodes, NodeIndex) else tuple(nodes)
    if found := _node_of(text, known):
        return found
    found = _node_of(_BRACKETED.sub("", text), known)
    held = (bracket.strip(" ()") for bracket in _BRACKETED.findall(text))
    named = [(words, _node_of(words, known)) for words in held]
    if all(n == found or (n is None and is_by_the_way(words)) for words, n in named):
        return found
    return None  # Outcome 1 (partly 2)


def _node_of(text: str, nodes: Nodes) -> Node | None:
    words = fold(text)
    wanted = {words, _LABELLED.sub("", words)} - {""}
    if (found := _named_so(wanted, nodes)) or not _are_counted(nodes):
        return found
    counted = {_ROMAN.sub(lambda match: str(_COUNTS[match[0]]), w) for w in wanted}
    return _named_so(counted, nodes)


def _named_so(wanted: set[str], nodes: Nodes) -> Node | None:
    if isinstance(nodes, NodeIndex):
        places = [nodes.names[words] for words in wanted if words in nodes.names]
        return nodes.nodes[min(places)] if places else None
    return next(
        (n for n in nodes if wanted & _node_names(n.id, n.number, n.title)), None
    )


def _are_counted(nodes: Nodes) -> bool:
    """Say whether nodes are numbered 1, 2, 3: then *III* is the third of them."""
    if isinstance(nodes, NodeIndex):
        return nodes.are_counted
    return [n.number for n in nodes] == [str(n + 1) for n in range(len(nodes))]


@lru_cache(maxsize=1024)
def _node_names(id: str, number: str, title: Text) -> frozenset[str]:  # noqa: A002
    titles = {fold(form) for _, form in title.forms}
    numbers = {fold(own) for own in (number, id) if own}
    numbered = {f"{own} {form}" for own in numbers for form in titles}
    return frozenset((titles | numbers | numbered) - {""})


def titles_of(nodes: Iterable[Node], language: str = "en") -> str:
    """List nodes with their numbers, for a hint."""
    return "; ".join(f"{n.number} {n.title.in_(language)}".strip() for n in nodes)
