"""Find rows of one file whose titles nearly agree; they are named, never merged."""

import re
from array import array
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, count, islice
from operator import eq

from attrs import frozen

from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.party import PartyKind

ALIKE = 85
"""How alike, of 100, two titles must be, the order of their words aside."""

NEIGHBOURS = 8
"""With how many of those next to it in an order a title is compared."""

_LONG_WORD = 8
_SIDE = re.compile(r"(er|or|ee)s?$")
_ROMAN = frozenset(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"))
_SMALL = frozenset(
    # Words of English, Vietnamese and Indonesian that carry a title's grammar only.
    (
        *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"),
        *("with", "cac", "cho", "cua", "de", "nhung", "o", "tai", "trong", "va", "ve"),
        *("dalam", "dan", "di", "ke", "oleh", "pada", "tentang", "untuk", "yang"),
    )
)


@frozen(kw_only=True)
class NearTitles:
    """Two activities that may be one.

    Attributes:
        first: The activity that comes first.
        second: The other.
    """

    first: Activity
    second: Activity


def near_titles(activities: Iterable[Activity]) -> Iterator[NearTitles]:
    """Give each activity whose title is nearly that of one before it, once.

    Two titles are nearly the same if they are alike by :data:`ALIKE`, and the words
    that only one of them has are small words, or differ by a letter or two from one
    of the other's.  Titles with other numbers are of other activities, and so are
    those of other outcomes or areas, or led by other countries.

    Titles are sorted by their beginnings, by their ends and by their words, and each
    is compared with its neighbours only: the work grows with the rows.
    """
    known = tuple(activities)
    texts, places = _each_title_once(known)
    in_order = [" ".join(sorted(text.split())) for text in texts]
    nearest: dict[int, int] = {}
    for pair in _neighbours(texts, in_order):
        one, other = pair if places[pair[0]] < places[pair[1]] else pair[::-1]
        first, second = places[one], places[other]
        # Few titles are alike, and it takes least to ask that.
        if (
            first != second
            and _are_alike(in_order[one], in_order[other])
            and _may_be_one(known[first], known[second])
            and _differ_in_spelling(texts[one].split(), texts[other].split())
        ):
            nearest[second] = min(nearest.get(second, first), first)
    for second, first in sorted(nearest.items()):
        yield NearTitles(first=known[first], second=known[second])


def _each_title_once(activities: Sequence[Activity]) -> tuple[list[str], "array[int]"]:
    """Return every folded title, and for each the place of the first that has it.

    Titles are taken in every language; that two are equal is said elsewhere.
    """
    found: dict[str, int] = {}
    for place, activity in enumerate(activities):
        for _, form in activity.title.forms:
            found.setdefault(fold(form), place)
    found.pop("", None)
    return list(found), array("I", found.values())


@lru_cache(maxsize=4096)
def _counts(word: str) -> bool:
    """Say whether a word counts: a number, a Roman one, or a letter alone."""
    if len(word) == 1 and word not in _SMALL and word != "e":  # e-learning
        return True
    if word in _ROMAN:
        return True
    return not word.isalpha() and any(map(str.isdigit, word))


def _neighbours(
    texts: Sequence[str], in_order: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Give pairs that stand close to each other in one of the orders, by their places.

    Titles with other numbers are of other activities.

    Args:
        texts: The titles.
        in_order: The words of each in order.
    """
    numbers = _alike_in_numbers(texts)
    for key in (texts.__getitem__, lambda at: texts[at][::-1], in_order.__getitem__):
        order = array("I", sorted(range(len(texts)), key=key))
        told = [numbers[at] for at in order]
        for step in range(1, NEIGHBOURS + 1):
            are_same = map(eq, told, islice(told, step, None))
            for at in compress(count(), are_same):
                yield order[at], order[at + step]


def _alike_in_numbers(texts: Iterable[str]) -> "array[int]":
    """Return a number for each title, the same for those in which the same counts."""
    known: dict[str, int] = {}
    numbers = array("I")
    for text in texts:
        counting = " ".join(sorted(filter(_counts, text.split())))
        numbers.append(known.setdefault(counting, len(known)))
    return numbers


def _are_alike(one: str, other: str) -> bool:
    """Say whether two titles, their words in order, are alike by :data:`ALIKE`."""
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other, score_cutoff=ALIKE) >= ALIKE


def _may_be_one(one: Activity, other: Activity) -> bool:
    """Say whether neither the outcomes of two activities differ nor their leads."""
    for of in (_nodes, _leads):
        mine, theirs = of(one), of(other)
        if mine and theirs and mine.isdisjoint(theirs):
            return False
    return True


def _nodes(activity: Activity) -> frozenset[Hashable]:
    """Return the outcomes and areas to which an activity belongs."""
    return frozenset((r.framework, r.node) for r in activity.references if r.node)


def _leads(activity: Activity) -> frozenset[Hashable]:
    """Return the countries that lead it."""
    leads = activity.leads + activity.co_leads
    return frozenset(p.id for p in leads if p.kind is PartyKind.COUNTRY)


def _differ_in_spelling(one: list[str], other: list[str]) -> bool:
    """Say whether the words that only one has are spelt nearly as one of the other."""
    mine, theirs = Counter(one), Counter(other)
    only_mine = [word for word in (mine - theirs).elements() if word not in _SMALL]
    left = [word for word in (theirs - mine).elements() if word not in _SMALL]
    if "".join(only_mine) == "".join(left):
        return True  # "e learning" and "elearning"
    if len(only_mine) != len(left):
        return False
    for word in only_mine:
        match = next((w for w in left if _is_spelling_of(w, word)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def _are_counterparts(one: str, other: str) -> bool:
    """Say whether two words name the two sides: ``employers`` and ``employees``."""
    ends = [_SIDE.search(word) for word in (one, other)]
    sides = {end[1] for end in ends if end}
    stems = {
        word[: end.start()] for word, end in zip((one, other), ends, strict=True) if end
    }
    return len(sides) == 2 and len(stems) == 1


def _is_spelling_of(one: str, other: str) -> bool:
    """Say whether two words differ by a letter, long ones by two; never by the first.

    What stands before a word turns it round (``formal``, ``informal``).
    """
    from rapidfuzz.distance import OSA

    if one[0] != other[0] or _are_counterparts(one, other):
        return False
    most = 2 if min(len(one), len(other)) >= _LONG_WORD - 1 else 1
    return OSA.distance(one, other, score_cutoff=most) <= most
