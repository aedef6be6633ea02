"""What Excel's number formats and serial numbers mean."""

import re
from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation, Overflow
from functools import lru_cache

from almwp.model.moment import Moment, Precision

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_FRACTION = re.compile(r"[?#0]\s*/\s*[?#\d]")
_HALF_DAY = re.compile(r"am/pm|a/p", re.IGNORECASE)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)

FIRST_1900 = date(1899, 12, 31)
FIRST_1904 = date(1904, 1, 1)
FROM_1904 = "[1904]"
"""Stands before the format of a day in a workbook that counts its days from 1904.

Excel itself writes no such thing.  Whoever has the cell alone, such as a reader of
headings, then knows which day it is.
"""
LAST_SERIAL = 2_958_465
"""Serial number of 31 December 9999, the last day that Excel knows."""
_EXCEL = Context(prec=15)
"""Excel shows 15 digits; files store 17, so 0.55 stands there as ...0004."""

MOST_DIGITS = 30
"""No figure of a report has more before its decimals, nor more zeros behind them.

Excel's own numbers end before 1E+308, and a file can state others; a ratio of two of
those is more than any machine computes.
"""


def number_of(text: str) -> Decimal | None:
    """Return the number that Excel shows for the digits of a file, or None.

    None as well for a number of more than :data:`MOST_DIGITS` digits.
    """
    try:
        number = _EXCEL.create_decimal(text)
    except (InvalidOperation, Overflow):
        return None
    if not number.is_finite():
        return None
    if not number:
        return Decimal(0)
    return number if abs(number.adjusted()) <= MOST_DIGITS else None


@lru_cache(maxsize=1024)
def is_percent_format(code: str) -> bool:
    """Say whether *code* shows a share of one as a percentage: 0.75 as 75 %."""
    return "%" in _QUOTED.sub("", code)


@lru_cache(maxsize=1024)
def is_fraction_format(code: str) -> bool:
    """Say whether *code* shows a number as a fraction: 0.75 as 3/4."""
    return _FRACTION.search(_QUOTED.sub("", code)) is not None


@lru_cache(maxsize=1024)
def shows_time(code: str) -> bool:
    """Say whether *code* shows hours or seconds, of a day or of a longer time."""
    return _ELAPSED.search(code) is not None or bool(_letters(code) & {"h", "s"})


@lru_cache(maxsize=1024)
def is_time_format(code: str) -> bool:
    """Say whether *code* shows a number as a time alone, without a day: 0.5 as 12:00.

    Excel makes such a time of a typed 9:30, whether that was a time, a score or a
    ratio.
    """
    if not shows_time(code):
        return False
    return _ELAPSED.search(code) is not None or not _letters(code) & {"d", "y"}


@lru_cache(maxsize=1024)
def _letters(code: str) -> frozenset[str]:
    """Return the letters of *code* that stand for parts of a date or a time."""
    if code.lower() == "general":
        return frozenset()
    return frozenset(_HALF_DAY.sub("", _QUOTED.sub("", code)).lower())


@lru_cache(maxsize=1024)
def precision_of(code: str) -> Precision | None:
    """Return how precisely *code* shows a date; None where it shows none.

    Excel stores the typed ``06/2024`` as the first of June under the format
    ``mmm-yy``: only the month was meant.  A time of day alone is no date.
    """
    if _ELAPSED.search(code):
        return None
    letters = _letters(code)
    if "d" in letters:
        return Precision.DAY
    if "m" in letters and not letters & {"h", "s"}:
        return Precision.MONTH
    return Precision.YEAR if "y" in letters and not letters & {"h", "s"} else None


def is_date_format(code: str) -> bool:
    """Say whether *code* shows a number as a date."""
    return precision_of(code) is not None


def day_of_serial(text: str, *, starts_1904: bool) -> date | None:
    """Return the day of a serial number, or None where Excel shows none.

    Excel counts a 29 February 1900 that never was: serial 60 is that day and gives
    None; the serials before it are one day later than they seem.
    """
    serial = number_of(text)
    if serial is None or not 0 <= serial < LAST_SERIAL + 1:
        return None
    days = int(serial)
    if starts_1904:
        return FIRST_1904 + timedelta(days) if days <= LAST_SERIAL - 1462 else None
    if days in (0, 60):
        return None
    return FIRST_1900 + timedelta(days if days < 60 else days - 1)


@lru_cache(maxsize=4096)
def moment_of_serial(text: str, code: str, *, starts_1904: bool) -> Moment | None:
    """Return what a serial number says under the format *code*, or None."""
    precision = precision_of(code)
    day = day_of_serial(text, starts_1904=starts_1904 or code.startswith(FROM_1904))
    return None if precision is None or day is None else cut(day, precision)


def cut(day: date, precision: Precision) -> Moment:
    """Return *day*, or the month or the year in which it lies."""
    if precision is Precision.DAY:
        return Moment.day(day)
    if precision is Precision.MONTH:
        return Moment(precision, day.replace(day=1))
    return Moment.year(day.year)
