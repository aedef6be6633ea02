"""Find known words near to one that is not known; they are offered, never applied."""

from collections.abc import Hashable, Iterable

from almwp.model.folding import fold

ALIKE = 75
"""How alike, of 100, a word must be to be offered."""


def near(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the words of *known* that are nearest to *word*, nearest first."""
    from rapidfuzz import fuzz, process

    folded = {fold(choice): choice for choice in sorted(known, reverse=True)}
    found = process.extract(
        fold(word), folded.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None
    )
    best = sorted(found, key=lambda match: (-match[1], match[0]))
    return tuple(folded[match[0]] for match in best[:most])


def near_meanings(
    word: str, known: Iterable[tuple[str, Hashable]], most: int = 3
) -> tuple[str, ...]:
    """Return the words that are nearest to *word*, of each meaning only the nearest.

    Args:
        word: The word that is not known.
        known: Words that are, each with what it means.
        most: How many are offered at most.
    """
    meanings = dict(known)
    nearest: dict[Hashable, str] = {}
    for found in near(word, meanings, most=len(meanings)):
        nearest.setdefault(meanings[found], found)
    return tuple(nearest.values())[:most]
