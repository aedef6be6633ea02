"""Know bullets, and take the parts at bullets off the end of a title."""

import re
from typing import NamedTuple

from almwp.model.fields import squeeze

_BULLET = re.compile(r"\s*(?:[•▪●◦‣\u2043■□➢➤✓\uf0b7\uf0a7]\s*|[-–—·*+o]\s+)")
_NUMBER = re.compile(r"\s*\(?(?P<count>\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+")
_ENDS = " :\uff1a-–—"
_FIRSTS = (("1", "2"), ("a", "b"), ("i", "ii"))
"""How numbered lines begin: one number alone, or out of turn, parts nothing."""


class Parts(NamedTuple):
    """A title, and what stood at the bullets below it.

    Attributes:
        title: The words before the first bullet.
        parts: The words at each bullet, in order.
    """

    title: str
    parts: tuple[str, ...] = ()


def without_bullet(text: str) -> str:
    """Return *text* without a bullet at its beginning."""
    match = _BULLET.match(text)
    return text[match.end() :] if match and match.end() < len(text) else text


def is_bulleted(text: str) -> bool:
    """Say whether *text* begins with a bullet."""
    return without_bullet(text) != text


def in_parts(text: str) -> Parts:
    """Take the parts at bullets, or at numbers from 1 or a, off the end of a title.

    A bullet begins a line.  A line without one goes on with the line before.  Where
    nothing stands before the first bullet, all of it is the title.
    """
    if text.isprintable():
        return Parts(squeeze(text))  # in one line, as most titles are
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 2:
        return Parts(squeeze(text))
    for mark in (_BULLET, _NUMBER):
        firsts = [place for place, line in enumerate(lines) if mark.match(line)]
        if not firsts:
            continue
        if mark is _NUMBER and not _is_counted(lines, firsts):
            continue
        title = squeeze(" ".join(lines[: firsts[0]])).rstrip(_ENDS)
        ends = (*firsts[1:], len(lines))
        found = (
            squeeze(mark.sub("", " ".join(lines[first:end]), count=1))
            for first, end in zip(firsts, ends, strict=True)
        )
        if title:
            return Parts(title=title, parts=tuple(filter(None, found)))
    return Parts(squeeze(text))


def _is_counted(lines: list[str], firsts: list[int]) -> bool:
    counts = [match["count"] for p in firsts if (match := _NUMBER.match(lines[p]))]
    return tuple(counts[:2]) in _FIRSTS
