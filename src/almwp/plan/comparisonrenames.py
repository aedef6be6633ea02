"""Suggest which records that are gone may be there under a new title."""

from collections.abc import Iterator, Sequence

from almwp.model.folding import fold
from almwp.plan.comparison import LikelyRename
from almwp.plan.comparisonlisting import Listed

ALIKE = 70
"""How alike, of 100, two titles must be for one to be told as the other renamed."""
NEIGHBOURS = 8
"""With how many of those next to it in an order a title is compared."""
ALL_WITH_ALL = 10_000
"""Up to how many pairs each title is compared with each; beyond, with neighbours."""


def likely_renames(
    removed: Sequence[Listed], added: Sequence[Listed]
) -> tuple[LikelyRename, ...]:
    """Return pairs whose titles are alike, each record in one pair at the most.

    Many titles are sorted by their beginnings, by their ends and by their words, and
    each is compared with its neighbours only: the work grows with the rows.
    """
    from rapidfuzz import fuzz

    scored = []
    for one, other in set(_candidates(removed, added)):
        first, second = fold(removed[one].title), fold(added[other].title)
        score = fuzz.token_sort_ratio(first, second, score_cutoff=ALIKE)
        if score and first and second and _one_sender(removed[one], added[other]):
            scored.append((-int(score), one, other))
    gone, new = set(), set()
    found = []
    for negative, one, other in sorted(scored):
        if one in gone or other in new:
            continue
        gone.add(one)
        new.add(other)
        words = set(fold(removed[one].title).split())
        shared = [w for w in fold(added[other].title).split() if w in words]
        found.append(
            LikelyRename(
                old=removed[one].listing,
                new=added[other].listing,
                alike=-negative,
                shared=tuple(dict.fromkeys(shared)),
            )
        )
    return tuple(found)


def _one_sender(one: Listed, other: Listed) -> bool:
    return not one.sender or not other.sender or one.sender == other.sender


def _candidates(
    removed: Sequence[Listed], added: Sequence[Listed]
) -> Iterator[tuple[int, int]]:
    if len(removed) * len(added) <= ALL_WITH_ALL:
        for one in range(len(removed)):
            for other in range(len(added)):
                yield one, other
        return
    titles = [(fold(each.title), True, place) for place, each in enumerate(removed)]
    titles += [(fold(each.title), False, place) for place, each in enumerate(added)]
    for turn in range(3):
        ordered = sorted(titles, key=lambda t: (_turned(t[0], turn), t[1], t[2]))
        for at, (_, is_removed, place) in enumerate(ordered):
            for _, is_other_removed, other in ordered[at + 1 : at + 1 + NEIGHBOURS]:
                if is_removed and not is_other_removed:
                    yield place, other
                elif is_other_removed and not is_removed:
                    yield other, place


def _turned(title: str, turn: int) -> str:
    match turn:
        case 0:
            return title
        case 1:
            return title[::-1]
        case _:
            return " ".join(sorted(title.split()))
