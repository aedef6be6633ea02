"""Which part of a paper in one language is which in another."""

import string
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any

from almwp.model.source import Origin

_LETTERS = string.ascii_uppercase

Match = tuple[int | None, int | None]
"""Places of the same part in two papers; None where one of them has none."""


def rows_of(origins: Iterable[Origin]) -> tuple[Hashable, ...]:
    """Return the rows in which something was read, each once.

    A paper cites the cell of its own language, which stands in the same row as that of
    the other.
    """
    return tuple(
        dict.fromkeys((o.sha256, o.sheet, o.cell.lstrip(_LETTERS)) for o in origins)
    )


def aligned(
    first: Sequence[Hashable],
    second: Sequence[Hashable],
    kind: Callable[[Any], Hashable] | None = None,
) -> tuple[Match, ...]:
    """Return which of *first* is which of *second*, in the order of *first*.

    Each place of both occurs exactly once.  Parts between two that have found each
    other, as many in one paper as in the other and of the same kinds, are the same
    parts, though each cites what its own language was read from.

    Args:
        first: What tells each part of one paper from the others without its words.
        second: The same of the other paper.
        kind: Gives of that what the same part has in every language; when not given,
            only what is equal is the same.
    """
    if list(first) == list(second):  # as papers of one builder nearly always are
        return tuple((place, place) for place in range(len(first)))
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    moved = _moved(matcher, first, second)
    taken = set(moved.values())
    found: list[Match] = []
    for tag, start, end, begin, stop in matcher.get_opcodes():
        if tag == "equal":
            found += zip(range(start, end), range(begin, stop), strict=True)
            continue
        lone = [place for place in range(start, end) if place not in moved]
        other = [place for place in range(begin, stop) if place not in taken]
        lone_keys = [first[place] for place in lone]
        other_keys = [second[place] for place in other]
        if kind and [*map(kind, lone_keys)] == [*map(kind, other_keys)]:
            same = dict(zip(lone, other, strict=True))
            other = []
        else:
            same = {}
        found += ((n, moved.get(n, same.get(n))) for n in range(start, end))
        found += ((None, n) for n in other)
    return tuple(found)


def _moved(
    matcher: "SequenceMatcher[Hashable]",
    first: Sequence[Hashable],
    second: Sequence[Hashable],
) -> dict[int, int]:
    """Return the places of parts that only stand in another order."""
    gaps = [gap for gap in matcher.get_opcodes() if gap[0] != "equal"]
    loose: defaultdict[Hashable, deque[int]] = defaultdict(deque)
    for _, _, _, begin, stop in gaps:
        for place in range(begin, stop):
            loose[second[place]].append(place)
    found = {}
    for _, start, end, _, _ in gaps:
        for place in range(start, end):
            if loose[first[place]]:
                found[place] = loose[first[place]].popleft()
    return found
