"""Exact shares in words: per cent, and the counts beside them."""

from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.score import Score

NOTHING = "–"
"""What stands in a cell to which no number belongs."""


def percent(value: Fraction, language: str) -> str:
    """Write a share as per cent, such as ``19 %``.

    A decimal is used only where a whole number would claim nothing or everything
    of what is neither.
    """
    whole = _rounded(value * 100)
    if (whole == 0 and value != 0) or (whole == 100 and value != 1):
        tenths = _rounded(value * 1000)
        sign = ""
        if tenths in (0, 1000):
            sign, tenths = ("< ", 1) if tenths == 0 else ("> ", 999)
        point = _decimal_point(language)
        return f"{sign}{tenths // 10}{point}{tenths % 10} %"
    return f"{whole} %"


def counted(score: Score) -> int | None:
    """Return the whole number behind a share such as *completed*, or None."""
    if isinstance(score.value, Absence):
        return None
    count = score.value * score.total
    return int(count) if count.denominator == 1 else None


def _rounded(value: Fraction) -> int:
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def _decimal_point(language: str) -> str:
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_decimal_symbol

    try:
        return get_decimal_symbol(Locale.parse(language, sep="-"))
    except (UnknownLocaleError, ValueError):
        return "."
