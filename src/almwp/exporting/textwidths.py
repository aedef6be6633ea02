"""How wide words and lines are, about, in ems of the letters of a paper."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_EM = 100
"""Letters are measured in whole parts of an em: their sums are exact."""
_NARROW = frozenset("fijltrI.,;:!|'()[]/-–\"` ")
_BROAD = frozenset("mwMW@%—…")
LONGEST = 9.0
"""Ems from which on a word may be broken: longer than any date, number or code."""
_ADDRESS = re.compile(r"https?://")
_PIECES = re.compile(r"[^-/_.|]*[-/_.|]?")
"""Where a word that is too long may be broken without a reader stumbling."""
_SMALL = 0.5
"""What an address, which is set small and breaks anywhere, counts as text."""


def text_width(text: str, breadth: float = 1.0) -> float:
    """Return about how wide *text* is on one line, in ems."""
    words = text.split(" ")
    return breadth * (sum(map(_width, words)) + _BLANK * (len(words) - 1)) / _EM


@lru_cache(maxsize=10_000)  # the same words come in thousands of cells
def _width(word: str) -> int:
    return sum(map(_LETTERS.__getitem__, word))


class _Letters(dict[str, int]):
    """How wide letters are in Arial, about; each is looked up once."""

    def __missing__(self, letter: str) -> int:
        parts = unicodedata.normalize("NFD", letter)
        width = self[letter] = sum(map(_part_width, parts))
        return width


def _part_width(part: str) -> int:
    """Return how wide a letter without its accents is, or one accent, in Arial."""
    if unicodedata.combining(part):
        return 10 if part == "\N{COMBINING HORN}" else 0
    if part in _NARROW:
        return 32
    if part in _BROAD:
        return 86
    if part.isupper():
        return 69
    wide = unicodedata.east_asian_width(part) in "FW"
    return 100 if wide else 55


_LETTERS = _Letters()
_BLANK = _LETTERS[" "]


def running_widths(text: str, breadth: float) -> tuple[float, ...]:
    """Return how wide each line of *text* runs; an address, set small, is one line."""
    return tuple(
        0.0 if _ADDRESS.match(line) else text_width(line, breadth)
        for line in text.split("\n")
    )


def line_widths(text: str, breadth: float) -> tuple[float, ...]:
    """Return how wide each line of *text* is, an address as the small text it is."""
    if "\n" not in text and "://" not in text:
        return (text_width(text, breadth),)
    return tuple(
        text_width(line, breadth) * (_SMALL if _ADDRESS.match(line) else 1)
        for line in text.split("\n")
    )


def unbroken_width(said: Iterable[tuple[str, float]], breadth: float) -> float:
    """Return the width of what must not be broken in some texts, 0 for none.

    Args:
        said: The texts, each with the width of the mark behind it.
        breadth: How broad the letters are.
    """
    words: set[str] = set()
    last: set[tuple[str, float]] = set()
    for text, mark in said:
        split = text.split()
        words.update(split)
        if mark:
            last.add((split[-1] if split else "", mark))
    widest = max((max(_unbroken(word)) for word in words), default=0)
    marked = (
        min(breadth * _unbroken(word)[-1] / _EM, LONGEST) + mark for word, mark in last
    )
    return max(breadth * widest / _EM, max(marked, default=0.0))


@lru_cache(maxsize=10_000)
def _unbroken(word: str) -> tuple[int, ...]:
    """Return the width of each piece of *word* that must not be broken, in Arial."""
    if _ADDRESS.match(word):
        return (_width(word[:12]),)
    if (width := _width(word)) <= LONGEST * _EM:
        return (width,)
    return tuple([_width(piece[:14]) for piece in _PIECES.findall(word) if piece])
