"""The order in which people count: ``N2`` before ``N10``."""

import re
from functools import lru_cache

from almwp.model.folding import fold

_PIECES = re.compile(r"\d+|\D+")
_MOST_DIGITS = 9

NaturalOrder = tuple[tuple[tuple[int, str], ...], str]


@lru_cache(maxsize=1024)  # the rows of each file are numbered like those of others
def natural_order(words: str) -> NaturalOrder:
    """Return a key that sorts numbers within *words* by what they count.

    Case and accents count only where nothing else differs; a number so long that no
    list reaches it is a word like any other.
    """
    said = fold(words).split()
    pieces = [piece for word in said for piece in _PIECES.findall(word)]
    return tuple((_counted(piece), piece) for piece in pieces), words


def _counted(piece: str) -> int:
    is_number = piece.isdecimal() and len(piece) <= _MOST_DIGITS
    return int(piece) if is_number else 0
