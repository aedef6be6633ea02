"""Reports of one name that are of different activities, found again by their signs."""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable
from itertools import chain

from attrs import define, field

MANY = 30
"""From so many on they are found by signs; fewer are asked one by one."""


def of_several(named: Iterable[Collection[str]]) -> frozenset[str]:
    """Return the names that more than one has, of the names of each."""
    counted = Counter(chain.from_iterable(named))
    return frozenset(name for name, count in counted.items() if count > 1)


@define(eq=False)
class Namesakes:
    """Reports of one name, of which none was found to be of another's activity.

    Attributes:
        places: Their places among all reports, in the order in which they came.
    """

    places: list[int] = field(factory=list)
    _signed: int = 0
    _without: list[int] = field(factory=list)
    _by_sign: dict[Hashable, list[int]] = field(factory=lambda: defaultdict(list))

    @property
    def unsigned(self) -> tuple[int, int] | None:
        """The first of them whose signs are not known yet, and its place."""
        at = self._signed
        return (at, self.places[at]) if at < len(self.places) else None

    def sign(self, at: int, signs: frozenset[Hashable]) -> None:
        """Take note of the signs of one of them; without any it may fit all."""
        self._signed = at + 1
        if not signs:
            self._without.append(at)
        for sign in signs:
            self._by_sign[sign].append(at)

    def with_any(self, signs: frozenset[Hashable]) -> Iterable[int]:
        """Return those that have one of *signs*, in their order; all for no signs."""
        if not signs:
            return range(len(self.places))
        found = set(self._without)
        for sign in signs:
            found.update(self._by_sign.get(sign, ()))
        return sorted(found)
