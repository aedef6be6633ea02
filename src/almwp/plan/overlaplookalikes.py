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
from itertools import chain

from attrs import field, frozen

from almwp.model.fields import frozen_items, texts
from almwp.plan.overlapnearwords import NearWords, slips_in
from almwp.plan.overlapwords import TitleWords

ALIKE = Fraction(3, 5)
"""Share of the words of two titles that must be the same for them to look alike."""

CROWD = 24
"""In how many titles a word may stand before only neighbours are compared by it."""

# The least number of words for which twice of it is a share of two titles' words.
_ALIKE_OF_BOTH, _BOTH = ALIKE.numerator, 2 * ALIKE.denominator
_NEIGHBOURS = 8
_RAREST = 6


@frozen(kw_only=True)
class Likeness:
    """How alike two titles are, and the words that they share."""

    share: Fraction
    words: tuple[str, ...] = field(default=(), converter=texts)

    @property
    def order(self) -> tuple[Fraction, tuple[str, ...]]:
        """By what the greater likeness is told."""
        return self.share, self.words


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
    held = (set().union(*[form.keys for form in forms]) for forms in titles)
    counted = Counter(chain.from_iterable(held))
    pairs, crowded = _candidates(titles, counted, _bits_of(areas or [()] * len(titles)))
    usual = max(4, len(titles) // 5)
    ordinary = frozenset(key for key, count in counted.items() if count > usual)
    near_words = NearWords()
    alike, comparisons = {}, 0
    for one, other in pairs:
        if not may_overlap(one, other):
            continue
        comparisons += 1
        found = _best(titles[one], titles[other], ordinary, near_words)
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
    rewritten = slips_in(counted, CROWD)
    with_word: dict[str, set[int]] = defaultdict(set)
    with_slip: dict[str, set[int]] = defaultdict(set)
    order: list[tuple[tuple[str, ...], int]] = []
    for place, forms in enumerate(titles):
        shared: set[str] = set()
        for form in forms:
            own = [key for key in form.keys if key in rarity]
            own.sort(key=rarity.__getitem__)
            for key in own[:_RAREST]:
                with_word[key].add(place)
            shared.update(own)
            for key in rewritten.keys() & form.keys:
                for slip in rewritten[key]:
                    with_slip[slip].add(place)
        order.append((tuple(sorted(shared, key=rarity.__getitem__)), place))
    turn = [0] * len(titles)
    for number, (_, place) in enumerate(sorted(order)):
        turn[place] = number
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


def _best(
    one: Iterable[TitleWords],
    other: Iterable[TitleWords],
    ordinary: Container[str],
    near_words: NearWords,
) -> Likeness | None:
    best: Likeness | None = None
    for form in one:
        for rival in other:
            found = likeness_of(form, rival, ordinary, near_words)
            if found and (best is None or found.order > best.order):
                best = found
    return best


def likeness_of(
    one: TitleWords,
    other: TitleWords,
    ordinary: Container[str] = frozenset(),
    near_words: NearWords | None = None,
) -> Likeness | None:
    """Return how alike two titles are, or None if they are not.

    Titles that share ordinary words only, as *workshop* and *ASEAN*, are not alike
    unless they are the same.

    Args:
        one: A title.
        other: Another.
        ordinary: Words that stand in many titles.
        near_words: What knows words that were compared before.
    """
    if not one.keys or not other.keys:
        return None
    both = one.key_set & other.key_set
    every = len(one.keys) + len(other.keys)
    least = -(-every * _ALIKE_OF_BOTH // _BOTH)
    missing = least - len(both)
    words, rivals = one.long_keys - both, other.long_keys - both
    if len(words) < missing or len(rivals) < missing:
        return None
    near = (near_words or NearWords()).tied(words, rivals, missing)
    if len(near) < missing:
        return None
    number = 2 * (len(both) + len(near))
    shared = [key for key in one.keys if key in both or key in near]
    if number < every:
        usual = (k in ordinary or near.get(k, k) in ordinary for k in shared)
        if len(shared) - sum(usual) < 2:
            return None
    return Likeness(share=Fraction(number, every), words=one.shared(shared))
