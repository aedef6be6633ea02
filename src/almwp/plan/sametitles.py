"""Say whether two titles that are written differently surely say the same."""

from collections.abc import Hashable, Iterator
from itertools import pairwise

SMALL_WORDS = frozenset(
    {
        *("a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with"),
        *("cac", "cua", "nhung", "va", "ve"),
        *("dan", "di", "pada", "tentang", "yang"),
    }
)
"""Words that may be there or not: of English, Vietnamese and Indonesian, folded."""

AREA_WORDS = frozenset(
    {"ams", "asean", "countries", "country", "member", "members", "state", "states"}
)
"""Words that may be there or not at the end: every activity is of ASEAN's members."""

LONG = 7
"""Letters that a word must have for one wrong letter in it to be a slip."""

_UNTOUCHED = 2
"""Letters at the end of a word that no slip may touch: *employer* and *employee*."""


def say_the_same(one: str, other: str) -> bool:
    """Say whether two folded titles surely say the same.

    Their words are the same, in one order.  Three things do not count: small words; at
    the end, words for all of ASEAN; and in one long word one letter that is wrong,
    missing, too many, or in the place of the next one.  Digits never differ, nor do
    the first letter and the last two of a word, which often make another word of it.
    Any other word more or less is another activity until a person says that it is none.
    """
    if one == other:
        return bool(one)
    words, others = _telling(one), _telling(other)
    if not words or len(words) != len(others):
        return False
    differing = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    return not differing or (len(differing) == 1 and _is_slip(*differing[0]))


def signs_of(title: str) -> Iterator[Hashable]:
    """Give signs of a folded title: two that say the same have one in common.

    They are its words, and these with one left out in which a slip may be.
    """
    words = tuple(_telling(title))
    yield words or title
    for place, word in enumerate(words):
        if len(word) >= LONG and word.isascii() and word.isalpha():
            yield place, words[:place], words[place + 1 :]


def _telling(title: str) -> list[str]:
    words = [word for word in title.split() if word not in SMALL_WORDS]
    while words and words[-1] in AREA_WORDS:
        words.pop()
    return words


def _is_slip(one: str, other: str) -> bool:
    """Say whether one letter in the middle of a long word makes the difference."""
    short, long = sorted((one, other), key=lambda word: (len(word), word))
    if len(short) < LONG or len(long) - len(short) > 1:
        return False
    if not all(word.isascii() and word.isalpha() for word in (short, long)):
        return False
    first = next(
        (at for at, (s, t) in enumerate(zip(short, long, strict=False)) if s != t),
        len(short),
    )
    if first == 0:
        return False
    kept = len(long) - first - 1  # letters of the longer word behind the first slip
    if len(short) == len(long):
        is_one = short[first + 1 :] == long[first + 1 :]
        if not is_one and short[first + 2 :] == long[first + 2 :]:
            is_one = short[first : first + 2] == long[first : first + 2][::-1]
            kept -= 1
    else:
        is_one = short[first:] == long[first + 1 :]
        # The letter more may be one of two equal ones: the later of them counts.
        kept = min(kept, _behind_doubled(long, first))
    return is_one and kept >= _UNTOUCHED


def _behind_doubled(word: str, at: int) -> int:
    end = at
    for before, here in pairwise(word[at:]):
        if before != here:
            break
        end += 1
    return len(word) - end - 1
