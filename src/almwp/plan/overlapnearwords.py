"""Find words that are nearly the same, as labour and labor."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from almwp.plan.overlapwords import LONG

NEAR = 85
"""How alike, of 100, two longer words must be to count as one."""


class NearWords:
    """Tells longer words that are nearly the same; none are compared twice."""

    def __init__(self) -> None:
        from rapidfuzz.fuzz import ratio

        self._ratio = ratio
        self._met: dict[str, set[str]] = defaultdict(set)
        self._near: dict[str, dict[str, float]] = defaultdict(dict)

    def tied(
        self, words: Set[str], others: Set[str], least: int = 0
    ) -> Mapping[str, str]:
        """Tie *words* to those of *others* that are nearly the same, each used once.

        All of them are long.

        Args:
            words: Words of a title.
            others: Words of another, none of them among *words*.
            least: How many must be tied; where fewer can be, none may be.
        """
        may_miss = len(words) - least
        found: list[tuple[float, str, str, str, str]] = []
        for word in words:
            if not self._met[word].issuperset(others):
                self._meet(word, others)
            near = self._near[word].keys() & others if word in self._near else ()
            if near:
                found += [self._tie(word, other) for other in near]
                continue
            may_miss -= 1
            if may_miss < 0:
                return {}
        return _each_once(found)

    def _meet(self, word: str, others: Iterable[str]) -> None:
        """Compare *word* with those of *others* that it has not met."""
        met = self._met[word]
        for other in others:
            if other not in met:
                likeness = self._ratio(word, other, score_cutoff=NEAR)
                if likeness:
                    self._near[word][other] = likeness
        met.update(others)

    def _tie(self, word: str, other: str) -> tuple[float, str, str, str, str]:
        """Return a tie by which the nearest come first."""
        likeness = self._near[word][other]
        return -likeness, min(word, other), max(word, other), word, other


def _each_once(ties: list[tuple[float, str, str, str, str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for *_, word, other in sorted(ties):
        if word not in found and other not in found.values():
            found[word] = other
    return found


def slips_in(counted: Mapping[str, int], most: int) -> Mapping[str, list[str]]:
    """Return rare words that differ by a slip of one letter, each with what they share.

    A letter more, less, another, or two in the wrong order: what is left of both is the
    same if a letter is taken away.  Of two titles that say the same it may be the one
    rare word that is misspelt; no other word would lead from one to the other.

    Args:
        counted: Words, and in how many titles each stands.
        most: In how many titles those that differ may stand together.
    """
    written: dict[str, list[str]] = defaultdict(list)
    for key, count in counted.items():
        if len(key) >= LONG and count <= most:
            for left in {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}:
                written[left].append(key)
    found: dict[str, list[str]] = defaultdict(list)
    for left, keys in written.items():
        if len(keys) > 1 and sum(counted[key] for key in keys) <= most:
            for key in keys:
                found[key].append(left)
    return found
