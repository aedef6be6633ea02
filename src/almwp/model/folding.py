"""Fold texts so that what looks or reads the same compares equal."""

import re
import unicodedata
from functools import lru_cache

_NO_DECOMPOSITION = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "ð": "d"})
_LINE_ENDS = re.compile(r"[\u2028\u2029]")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]"
)
_NOT_WORD = re.compile(r"[\W_]+")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return *text* without accents, case, punctuation and invisible characters.

    Composed and decomposed forms fold alike, and so do ``Đ`` and ``D``, which Unicode
    does not decompose.  For comparing only: what a sender wrote is kept as written.
    """
    if text.isascii():  # most texts, and none of the work below changes them
        return _NOT_WORD.sub(" ", text.casefold()).strip()
    bare = unicodedata.normalize("NFKD", _INVISIBLE.sub("", text)).casefold()
    # Again, as some small letters have a decomposition that their capitals lack.
    bare = unicodedata.normalize("NFKD", bare).translate(_NO_DECOMPOSITION)
    bare = "".join(mark for mark in bare if not unicodedata.combining(mark))
    return _NOT_WORD.sub(" ", bare).strip()


def compose(text: str) -> str:
    """Return *text* in composed form (NFC), without invisible characters at all.

    Unicode's own line and paragraph ends become line breaks.
    """
    if text.isascii():
        return text
    seen = _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", seen)
