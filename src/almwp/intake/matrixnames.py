"""Take the words of a matrix apart: a label, a number and a title; and make ids."""

import re
from collections.abc import Iterable

from attrs import frozen

from almwp.model.fields import squeeze
from almwp.model.folding import fold

_NUMBERED = re.compile(
    r"(?P<label>[^\W\d_][^\d:.)]{0,40}?)?\s*"
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,5}(?:\.[a-z](?![^\W_]))?)"
    r"(?:\s*[.:)]\s*|\s+[-–—]\s+|\s+|$)"
    r"(?P<title>.*)"
)
"""``Outcome 1: Skills``, ``1.2 Green jobs``, ``3``."""
_LETTERED = re.compile(
    r"(?:(?P<label>[^\W\d_][^\d:.)]{0,40}?)\s+)?"
    r"(?P<number>[IVX]{1,6}|[A-Z])"
    r"(?:\s*[.:)]\s+|\s+[-–—]\s+|\s*[.:)]?$)"
    r"(?P<title>.*)"
)
"""``KRA I. Skills``, ``II) Safe work``, ``Pillar A: Social``."""
_CONTINUED = re.compile(
    r"\s*[(\[](?:cont(?:inued|inuation|['’]?d|\.)?|tiếp(?: theo)?|lanjutan|sambungan)"
    r"\.?[)\]]\s*$",
    re.IGNORECASE,
)
"""What stands behind a title that comes again on the next page."""
_PART = re.compile(r"[a-z0-9]+")
_LONGEST_ID = 48


@frozen
class Named:
    """What a cell says of a node.

    Attributes:
        number: Its number, empty where none is written.
        title: Its title; the words as a whole where there is nothing but a number.
    """

    number: str
    title: str


def named_in(words: str, labels: frozenset[str]) -> Named:
    """Take the number off *words*, and the label before it.

    Args:
        words: What stands in the cell.
        labels: Folded words that may stand before a number, such as ``outcome``.
    """
    plain = _CONTINUED.sub("", squeeze(words))
    for pattern in (_NUMBERED, _LETTERED):
        match = pattern.fullmatch(plain)
        if match is None:
            continue
        label = fold(match["label"] or "")
        if label and label not in labels:
            continue
        title = match["title"].strip()
        # A number before a unit or a year is part of the title: "5 million workers".
        if not label and (title[:1].islower() or _is_word(match["number"], title)):
            continue
        return Named(match["number"], title or plain)
    return Named("", plain)


def _is_word(number: str, title: str) -> bool:
    """Say whether a letter without a label has no title behind it."""
    return not title and not number[:1].isdigit()


def labels_from(words: Iterable[str]) -> frozenset[str]:
    """Return folded labels, and the first letters of those of several words: ``ta``."""
    known = {fold(each) for each in words} - {""}
    short = {"".join(word[0] for word in each.split()) for each in known if " " in each}
    return frozenset(known | short)


def slug(words: str) -> str:
    """Return *words* as an id: small letters without accents, joined by hyphens."""
    parts: list[str] = []
    for part in _PART.findall(fold(words)):
        if len("-".join([*parts, part])) > _LONGEST_ID:
            break
        parts.append(part)
    return "-".join(parts)
