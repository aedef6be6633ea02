"""Which part of a paper in one language is which in another."""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

Match = tuple[int | None, int | None]
"""Places of the same part in two papers; None where one of them has none."""


def aligned(first: Sequence[Hashable], second: Sequence[Hashable]) -> tuple[Match, ...]:
    """Return which of *first* is which of *second*, in the order of *first*.

    Each place of both occurs exactly once.

    Args:
        first: What tells each part of one paper from the others without its words.
        second: The same of the other paper.
    """
    if list(first) == list(second):  # as papers of one builder nearly always are
        return tuple((place, place) for place in range(len(first)))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    found = [match for gap in matcher.get_opcodes() for match in _gap(*gap)]
    return tuple(_with_moved(found, first, second))


def _gap(kind: str, start: int, end: int, begin: int, stop: int) -> Iterator[Match]:
    if kind == "equal":
        yield from zip(range(start, end), range(begin, stop), strict=True)
        return
    yield from ((place, None) for place in range(start, end))
    yield from ((None, place) for place in range(begin, stop))


def _with_moved(
    found: Sequence[Match], first: Sequence[Hashable], second: Sequence[Hashable]
) -> Iterator[Match]:
    """Give *found* with those put together that only stand in another order."""
    loose: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for one, two in found:
        if one is None and two is not None:
            loose[second[two]].append(two)
    moved: set[int] = set()
    partners: dict[int, int] = {}
    for one, two in found:
        if one is not None and two is None and loose[first[one]]:
            partners[one] = loose[first[one]].popleft()
            moved.add(partners[one])
    for one, two in found:
        if one is not None and two is None:
            yield one, partners.get(one)
        elif two not in moved or one is not None:
            yield one, two
