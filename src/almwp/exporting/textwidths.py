"""How wide words and lines are, about, in ems of the letters of a paper."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

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
    return breadth * _width(text)


@lru_cache(maxsize=10_000)  # the same words come in thousands of cells
def _width(text: str) -> float:
    return sum(map(_letter, unicodedata.normalize("NFD", text)))


@cache
def _letter(letter: str) -> float:
    """Return how wide a letter is in Arial, about, in ems."""
    if unicodedata.combining(letter):
        return 0.1 if letter == "\N{COMBINING HORN}" else 0.0
    if letter in _NARROW:
        return 0.32
    if letter in _BROAD:
        return 0.86
    if letter.isupper():
        return 0.69
    wide = unicodedata.east_asian_width(letter) in "FW"
    return 1.0 if wide else 0.55


def running_widths(text: str, breadth: float) -> Iterator[float]:
    """Give how wide each line of *text* runs; an address, set small, is one line."""
    for line in text.split("\n"):
        yield 0.0 if _ADDRESS.match(line) else text_width(line, breadth)


def line_widths(text: str, breadth: float) -> Iterator[float]:
    """Give how wide each line of *text* is, an address as the small text it is."""
    for line in text.split("\n"):
        whole = text_width(line, breadth)
        yield whole * _SMALL if _ADDRESS.match(line) else whole


def widest_word(text: str, breadth: float, mark: float) -> float:
    """Return the width of what must not be broken in *text*, a mark behind it."""
    widths = [width for word in text.split() for width in _unbroken(word)]
    if not widths:
        return mark
    return max(breadth * max(widths), min(breadth * widths[-1], LONGEST) + mark)


@lru_cache(maxsize=10_000)  # the same words come in thousands of cells
def _unbroken(word: str) -> tuple[float, ...]:
    """Return the width of each piece of *word* that must not be broken, in Arial."""
    if _ADDRESS.match(word):
        return (_width(word[:12]),)
    if (width := _width(word)) <= LONGEST:
        return (width,)
    return tuple([_width(piece[:14]) for piece in _PIECES.findall(word) if piece])
