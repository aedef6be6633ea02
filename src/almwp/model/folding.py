"""Fold texts so that what looks or reads the same compares equal."""

import re
import unicodedata

_NO_DECOMPOSITION = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ð": "d"})
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
_NOT_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Return *text* without accents, case, punctuation and invisible characters.

    Composed and decomposed forms fold alike, and so do ``Đ`` and ``D``, which Unicode
    does not decompose.  For comparing only: what a sender wrote is kept as written.
    """
    bare = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold()
    # Again, as some small letters have a decomposition that their capitals lack.
    bare = unicodedata.normalize("NFKD", bare).translate(_NO_DECOMPOSITION)
    bare = "".join(mark for mark in bare if not unicodedata.combining(mark))
    return _NOT_WORD.sub(" ", bare).strip()


def compose(text: str) -> str:
    """Return *text* in composed form (NFC), without invisible characters at all."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
