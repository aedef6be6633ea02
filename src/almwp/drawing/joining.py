"""Two languages in one text: both where they differ, once where they are the same."""

import re

from almwp.errors import Translate

_NUMBERED = re.compile(r"(?:\d+\.)*\d+ +")
"""The number of a heading."""
_SEPARATORS = re.compile(r"[.,\s]+")
"""What languages write differently in one and the same number."""


def joined(one: str, two: str, between: str = " / ") -> str:
    """Return *one* and *two* in one line, or the one of them that is enough."""
    if _is_same(one, two):
        return one or two
    return f"{one}{between}{two}"


def joined_heading(one: str, two: str) -> str:
    """Return two headings in one line; a number before both stands once."""
    number = _NUMBERED.match(one)
    if number and two.startswith(number[0]):
        end = number.end()
        return f"{number[0]}{joined(one[end:], two[end:])}"
    return joined(one, two)


def joined_lines(one: str, two: str) -> str:
    """Return *one* and *two* below each other; lines that both have stand once."""
    if _is_same(one, two):
        return one or two
    first, second = one.split("\n"), two.split("\n")
    pairs = tuple(zip(first, second, strict=False))
    if len(first) != len(second) or not any(_is_same(*pair) for pair in pairs):
        return f"{one}\n{two}"
    return "\n".join(joined(*pair, between="\n") for pair in pairs)


def in_both(first: Translate, second: Translate) -> Translate:
    """Return a translation that gives a phrase in two languages."""

    def say(phrase: str) -> str:
        return joined(first(phrase), second(phrase))

    return say


def _is_same(one: str, two: str) -> bool:
    """Say whether one of two texts is enough: it is the same number."""
    if one == two or not one or not two:
        return True
    if any(letter.isalpha() for letter in one + two):
        return False
    return _SEPARATORS.sub("", one) == _SEPARATORS.sub("", two)
