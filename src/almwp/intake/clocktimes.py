"""Write the time of a number as its format shows it: 0.5 as 12:00, 1.5 as 36:00."""

import re
from decimal import ROUND_HALF_EVEN, Decimal

from almwp.intake.numberformat import FROM_1904, LAST_SERIAL, number_of, shows_time

_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_DAY = 24 * 60 * 60 * 1000
"""Thousandths of a second in a day, which is as finely as Excel shows time."""


def time_of_number(text: str, code: str, *, starts_1904: bool) -> str:
    """Return the time of a number in words, or nothing where *code* shows none.

    It is written as hours, minutes and, where there are any, seconds.  Under a format
    such as ``[h]:mm`` the hours go on past 24.  A time before zero is shown only where
    days count from 1904; elsewhere Excel fills the cell with ``#``.
    """
    number = number_of(text) if shows_time(code) else None
    is_shown = starts_1904 or code.startswith(FROM_1904) or (number or 0) >= 0
    if number is None or abs(number) > LAST_SERIAL or not is_shown:
        return ""
    sign, parts = "-" if number < 0 else "", _thousandths(abs(number))
    if not _ELAPSED.search(code):
        # A moment before midnight stays on its day: what is rounded is its last part.
        parts = min(_thousandths(abs(number) % 1), _DAY - 1)
    return f"{sign}{_written(parts)}"


def _thousandths(days: Decimal) -> int:
    return int((days * _DAY).to_integral_value(ROUND_HALF_EVEN))


def _written(parts: int) -> str:
    minutes, rest = divmod(parts, 60_000)
    hours, minutes = divmod(minutes, 60)
    words = f"{hours:02}:{minutes:02}"
    if not rest:
        return words
    seconds, parts = divmod(rest, 1000)
    return f"{words}:{seconds:02}" + (f".{parts:03}".rstrip("0") if parts else "")
