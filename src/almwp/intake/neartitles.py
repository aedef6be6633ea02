"""Find rows of one file whose titles nearly agree; they are named, never merged."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.ids import FrameworkId, NodeId
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


@frozen(kw_only=True, eq=False)
class _Titled:
    """One title of an activity, made ready for comparing."""

    place: int
    activity: Activity
    counting: tuple[str, ...]
    text: str
    in_order: str

    @property
    def nodes(self) -> frozenset[tuple[FrameworkId | None, NodeId]]:
        """The outcomes and areas to which the activity belongs."""
        named = self.activity.references
        return frozenset((r.framework, r.node) for r in named if r.node)

    @property
    def leads(self) -> frozenset[str]:
        """The countries that lead it."""
        leads = self.activity.leads + self.activity.co_leads
        return frozenset(p.id for p in leads if p.kind is PartyKind.COUNTRY)


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
    titles = list(_each_title_once(known))
    nearest: dict[int, int] = {}
    for one, other in _neighbours(titles):
        first, second = (one, other) if one.place < other.place else (other, one)
        if first.place != second.place and _may_be_one(first, second):
            earlier = nearest.get(second.place, first.place)
            nearest[second.place] = min(earlier, first.place)
    for second_place, first_place in sorted(nearest.items()):
        yield NearTitles(first=known[first_place], second=known[second_place])


def _each_title_once(activities: Sequence[Activity]) -> Iterator[_Titled]:
    """Give every title in every language; that two are equal is said elsewhere."""
    seen: set[str] = set()
    for place, activity in enumerate(activities):
        for _, form in activity.title.forms:
            words = fold(form)
            if not words or words in seen:
                continue
            seen.add(words)
            parts = words.split()
            yield _Titled(
                place=place,
                activity=activity,
                counting=tuple(sorted(filter(_counts, parts))),
                text=words,
                in_order=" ".join(sorted(parts)),
            )


@lru_cache(maxsize=4096)
def _counts(word: str) -> bool:
    """Say whether a word counts: a number, a Roman one, or a letter alone."""
    if len(word) == 1 and word not in _SMALL and word != "e":  # e-learning
        return True
    if word in _ROMAN:
        return True
    return not word.isalpha() and any(map(str.isdigit, word))


_ORDERS: tuple[Callable[[_Titled], str], ...] = (
    lambda title: title.text,
    lambda title: title.text[::-1],
    lambda title: title.in_order,
)


def _neighbours(titles: Sequence[_Titled]) -> Iterator[tuple[_Titled, _Titled]]:
    """Give pairs that stand close to each other in one of the orders.

    Titles with other numbers are of other activities.
    """
    for order in _ORDERS:
        ordered = sorted(titles, key=order)
        for place, title in enumerate(ordered, start=1):
            numbers = title.counting
            for other in ordered[place : place + NEIGHBOURS]:
                if other.counting == numbers:
                    yield title, other


def _may_be_one(one: _Titled, other: _Titled) -> bool:
    """Say whether two titles can be of one activity."""
    from rapidfuzz import fuzz

    # Few titles are alike, and it takes least to ask that.
    if fuzz.ratio(one.in_order, other.in_order, score_cutoff=ALIKE) < ALIKE:
        return False
    if one.nodes and other.nodes and one.nodes.isdisjoint(other.nodes):
        return False
    if one.leads and other.leads and one.leads.isdisjoint(other.leads):
        return False
    return _differ_in_spelling(one.text.split(), other.text.split())


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
