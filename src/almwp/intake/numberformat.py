"""What Excel's number formats and serial numbers mean."""

import re
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)

FIRST_1900 = date(1899, 12, 31)
FIRST_1904 = date(1904, 1, 1)
LAST_SERIAL = 2_958_465
"""Serial number of 31 December 9999, the last day that Excel knows."""


@lru_cache(maxsize=1024)
def is_percent_format(code: str) -> bool:
    """Say whether *code* shows a share of one as a percentage: 0.75 as 75 %."""
    return "%" in _QUOTED.sub("", code)


@lru_cache(maxsize=1024)
def is_date_format(code: str) -> bool:
    """Say whether *code* shows a number as a date or time."""
    if _ELAPSED.search(code):
        return False
    bare = _QUOTED.sub("", code)
    return bare.lower() != "general" and bool(_DATE_LETTERS.search(bare))


def day_of_serial(text: str, *, starts_1904: bool) -> date | None:
    """Return the day of a serial number, or None where Excel shows none.

    Excel counts a 29 February 1900 that never was: serial 60 is that day and gives
    None; the serials before it are one day later than they seem.
    """
    try:
        serial = Decimal(text)
    except InvalidOperation:
        return None
    if not serial.is_finite() or not 0 <= serial <= LAST_SERIAL:
        return None
    days = int(serial)
    if starts_1904:
        return FIRST_1904 + timedelta(days) if days <= LAST_SERIAL - 1462 else None
    if days in (0, 60):
        return None
    return FIRST_1900 + timedelta(days if days < 60 else days - 1)
