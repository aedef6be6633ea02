"""Find titles that are alike without comparing every one with every other."""

from collections import Counter, defaultdict
from collections.abc import (
    Callable,
    Collection,
    Container,
    Hashable,
    Iterable,
    Mapping,
    Sequence,
)
from fractions import Fraction

from attrs import field, frozen

from almwp.model.fields import frozen_items, texts
from almwp.plan.overlapwords import TitleWords

ALIKE = Fraction(3, 5)
"""Share of the words of two titles that must be the same for them to look alike."""

CROWD = 24
"""In how many titles a word may stand before only neighbours are compared by it."""

_NEIGHBOURS = 8
_RAREST = 6
_NEAR = 85
"""How alike, of 100, two longer words must be to count as one: labour and labor."""
_LONG = 5


@frozen(kw_only=True)
class Likeness:
    """How alike two titles are, and the words that they share."""

    share: Fraction
    words: tuple[str, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class Compared:
    """What a comparison of titles found.

    Attributes:
        alike: Places of two titles that are alike, the first before the other.
        crowded: Words by which only neighbours were compared.
        comparisons: How many pairs were compared.
    """

    alike: Mapping[tuple[int, int], Likeness]
    crowded: tuple[str, ...] = field(default=(), converter=frozen_items)
    comparisons: int = 0


def compare_titles(
    titles: Sequence[tuple[TitleWords, ...]],
    areas: Sequence[Collection[Hashable]] = (),
    may_overlap: Callable[[int, int], bool] = lambda one, other: True,
) -> Compared:
    """Compare titles that share rare words, or nearly do.

    Each title is looked up by its rarest words only, and a word that stands in very
    many titles leads to the nearest of them: the number of comparisons grows with the
    number of titles, not with its square.

    Args:
        titles: All titles of each of several activities, in a fixed order.
        areas: The areas in which each of them stands: what stands in different ones is
            not compared, and what stands in none is compared with all.
        may_overlap: Says of two places whether they are to be compared.
    """
    held = [{key for form in forms for key in form.keys} for forms in titles]
    counted = Counter(key for keys in held for key in keys)
    pairs, crowded = _candidates(titles, counted, _bits_of(areas or [()] * len(titles)))
    usual = max(4, len(titles) // 5)
    ordinary = frozenset(key for key, count in counted.items() if count > usual)
    alike, comparisons = {}, 0
    for one, other in pairs:
        if not may_overlap(one, other):
            continue
        comparisons += 1
        found = _best(titles[one], titles[other], ordinary)
        if found:
            alike[one, other] = found
    return Compared(alike=alike, crowded=sorted(crowded), comparisons=comparisons)


def _bits_of(areas: Sequence[Collection[Hashable]]) -> list[int]:
    """Return a number for each of *areas*: two have a bit in common if they meet."""
    bits: dict[Hashable, int] = {}
    for held in areas:
        for area in held:
            bits.setdefault(area, 1 << len(bits))
    every = -1  # all bits: what stands in no area meets all others
    return [sum(bits[area] for area in set(held)) or every for held in areas]


def _candidates(
    titles: Sequence[tuple[TitleWords, ...]],
    counted: Mapping[str, int],
    bits: Sequence[int],
) -> tuple[list[tuple[int, int]], set[str]]:
    """Return pairs that share a rare word, and the words that were in too many."""
    common = sorted(counted, key=lambda key: (counted[key], key))
    rarity = {key: rank for rank, key in enumerate(common) if counted[key] > 1}
    rewritten = _slips_in(counted)
    with_word: dict[str, set[int]] = defaultdict(set)
    with_slip: dict[str, set[int]] = defaultdict(set)
    order: list[tuple[tuple[str, ...], int]] = []
    for place, forms in enumerate(titles):
        shared = {key for form in forms for key in form.keys if key in rarity}
        order.append((tuple(sorted(shared, key=rarity.__getitem__)), place))
        for form in forms:
            own = sorted(shared.intersection(form.keys), key=rarity.__getitem__)
            for key in own[:_RAREST]:
                with_word[key].add(place)
            for key in rewritten.keys() & form.keys:
                for slip in rewritten[key]:
                    with_slip[slip].add(place)
    turn = {place: number for number, (_, place) in enumerate(sorted(order))}
    crowded = {key for key, places in with_word.items() if len(places) > CROWD}
    count = len(titles)
    pairs: set[int] = set()  # each as one number: there are very many
    for places in (*with_word.values(), *with_slip.values()):
        near = sorted(places, key=turn.__getitem__)
        reach = _NEIGHBOURS if len(near) > CROWD else len(near)
        for start, one in enumerate(near, start=1):
            own_bits = bits[one]
            for other in near[start : start + reach]:
                if own_bits & bits[other]:
                    pairs.add(
                        one * count + other if one < other else other * count + one
                    )
    return [divmod(pair, count) for pair in sorted(pairs)], crowded


def _slips_in(counted: Mapping[str, int]) -> Mapping[str, list[str]]:
    """Return rare words that differ by a slip of one letter, each with what they share.

    A letter more, less, another, or two in the wrong order: what is left of both is the
    same if a letter is taken away.  Of two titles that say the same it may be the one
    rare word that is misspelt; no other word would lead from one to the other.
    """
    written: dict[str, list[str]] = defaultdict(list)
    for key, count in counted.items():
        if len(key) >= _LONG and count <= CROWD:
            for left in {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}:
                written[left].append(key)
    found: dict[str, list[str]] = defaultdict(list)
    for left, keys in written.items():
        if len(keys) > 1 and sum(counted[key] for key in keys) <= CROWD:
            for key in keys:
                found[key].append(left)
    return found


def _best(
    one: Iterable[TitleWords], other: Iterable[TitleWords], ordinary: Container[str]
) -> Likeness | None:
    found = [
        likeness
        for form in one
        for rival in other
        if (likeness := likeness_of(form, rival, ordinary))
    ]
    return max(found, key=lambda each: (each.share, each.words), default=None)


def likeness_of(
    one: TitleWords, other: TitleWords, ordinary: Container[str] = frozenset()
) -> Likeness | None:
    """Return how alike two titles are, or None if they are not.

    Titles that share ordinary words only, as *workshop* and *ASEAN*, are not alike
    unless they are the same.

    Args:
        one: A title.
        other: Another.
        ordinary: Words that stand in many titles.
    """
    keys, others = one.keys, other.keys
    if not keys or not others:
        return None
    both = one.key_set & other.key_set
    words = [key for key in keys if len(key) >= _LONG and key not in both]
    rivals = [key for key in others if len(key) >= _LONG and key not in both]
    every = len(keys) + len(others)
    # The least number for which twice of it is a share of all that is alike.
    least = -(-every * ALIKE.numerator // (2 * ALIKE.denominator))
    if len(both) + min(len(words), len(rivals)) < least:
        return None
    near = _near(words, rivals)
    number = 2 * (len(both) + len(near))
    if number < 2 * least:
        return None
    shared = [key for key in keys if key in both or key in near]
    if number < every:
        usual = (k in ordinary or near.get(k, k) in ordinary for k in shared)
        if len(shared) - sum(usual) < 2:
            return None
    return Likeness(share=Fraction(number, every), words=one.shared(shared))


def _near(words: list[str], others: list[str]) -> Mapping[str, str]:
    """Tie *words* to those of *others* that are nearly the same, each used once.

    All of them are long.
    """
    from rapidfuzz.fuzz import ratio

    pairs = [
        (-likeness, min(word, other), max(word, other), word, other)
        for word in words
        for other in others
        if (likeness := ratio(word, other, score_cutoff=_NEAR))
    ]
    pairs.sort()
    found: dict[str, str] = {}
    for *_, word, other in pairs:
        if word not in found and other not in found.values():
            found[word] = other
    return found
