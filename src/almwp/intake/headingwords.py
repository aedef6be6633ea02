"""Tell which field a heading means, exactly or nearly."""

import re
from functools import lru_cache

from almwp.intake.lexicon import HeadingWord, Lexicon, heading_key
from almwp.model.folding import compose

_PARTS = re.compile(r"[/\n\r|]+|\s[–—-]\s")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
NEAR = 86
"""How alike, of 100, a heading must be to one that is known."""
_SHORTEST = 5
"""A shorter heading is too easily alike another."""
_LONGEST = 200
"""A text longer than this is no heading."""


def word_of(text: str, lexicon: Lexicon) -> HeadingWord | None:
    """Return what a heading means: as a whole, without brackets, or by its parts.

    Parts, as in ``Hoạt động / Activity``, must not mean different fields.
    """
    return _word(text, lexicon) if len(text) <= _LONGEST else None


@lru_cache(maxsize=8192)
def _word(text: str, lexicon: Lexicon) -> HeadingWord | None:
    if word := _whole(text, lexicon):
        return word
    pieces = _PARTS.split(compose(text))
    if len(pieces) == 1:
        return None
    parts = [word for piece in pieces if (word := _whole(piece, lexicon))]
    return parts[0] if len({part.key for part in parts}) == 1 else None


def _whole(text: str, lexicon: Lexicon) -> HeadingWord | None:
    word = lexicon.headings.get(heading_key(text))
    # "(%)" says what the numbers are; without it the heading means something else.
    if word or "%" in text or ("(" not in text and "[" not in text):
        return word
    return lexicon.headings.get(heading_key(_BRACKETED.sub(" ", text)))


def nearest(text: str, lexicon: Lexicon) -> str | None:
    """Return the known heading that is nearly *text*, or None."""
    from rapidfuzz import fuzz, process

    key = heading_key(text)
    if not _SHORTEST <= len(key) <= _LONGEST:
        return None
    found = process.extractOne(
        key, sorted(lexicon.headings), scorer=fuzz.ratio, score_cutoff=NEAR
    )
    return found[0] if found else None
