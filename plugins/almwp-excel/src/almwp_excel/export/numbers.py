"""How an exact number stands in a cell so that a person reads what the report says."""

import re
from fractions import Fraction
from functools import lru_cache

from almwp.model.report import TableCell

GENERAL, SHARE = "General", "0.0%"
_MOST_DIGITS = 15
"""Excel keeps no more digits of a number."""
_SHOWN = re.compile(
    r"(?P<sign>[-\u2212]?)(?P<digits>\d(?:[\d.,'\u00a0\u202f ]*\d)?)"
    r"(?P<gap>[\u00a0\u202f ]*)(?P<percent>%?)"
)
_COUNT = re.compile(r"0|[1-9]\d{0,14}")


def stored(number: Fraction) -> int | float | None:
    """Return what Excel keeps of *number*; None where that is another number."""
    if number.denominator == 1:
        whole = number.numerator
        return whole if len(str(abs(whole))) <= _MOST_DIGITS else None
    try:
        kept = float(number)
    except OverflowError:
        return None
    return kept if 1e-300 < abs(kept) < 1e15 else None


def format_of(cell: TableCell) -> str | None:
    """Return the format in which Excel shows the number as the text of *cell*.

    None where the text says more than the number, or where Excel cannot keep it.
    """
    number, text = cell.number, cell.text
    if number is None:
        return None
    is_plain = text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS
    if is_plain and number == int(text):  # as most: it is just what it says
        return "0"
    return _format_of(number, text)


@lru_cache(maxsize=1000)  # the same shares come in thousands of cells
def _format_of(number: Fraction, text: str) -> str | None:
    found = _SHOWN.fullmatch(text.strip())
    if found is None or stored(number) is None:
        return None
    scaled = number * 100 if found["percent"] else number
    if bool(found["sign"]) != (number < 0):
        return None
    for whole, places, is_grouped in _readings(found["digits"]):
        unit = Fraction(1, 10**places)
        if abs(whole * unit - abs(scaled)) * 2 <= unit:
            code = "#,##0" if is_grouped else "0"
            code += f".{'0' * places}" if places else ""
            gap = " " if found["gap"] else ""
            return f"{code}{gap}%" if found["percent"] else code
    return None


def count_of(text: str) -> int | None:
    """Return the count that *text* is, digits and nothing else, or None."""
    return int(text) if text.isascii() and _COUNT.fullmatch(text) else None


_GROUPED = re.compile(r"\d{1,3}(?:([.,'\u00a0\u202f ])\d{3})(?:\1\d{3})*")


def _readings(digits: str) -> list[tuple[int, int, bool]]:
    """Return what digits can mean: their value, places behind the point, grouped."""
    found = []
    if digits.isascii() and digits.isdigit():
        found.append((int(digits), 0, False))
    for point in (".", ","):
        whole, cut, rest = digits.rpartition(point)
        if cut and _is_digits(rest) and len(rest) <= _MOST_DIGITS:
            if _is_digits(whole):
                found.append((int(whole + rest), len(rest), False))
            elif _GROUPED.fullmatch(whole) and point not in whole:
                found.append((int(_bare(whole) + rest), len(rest), True))
    if _GROUPED.fullmatch(digits) and digits.isprintable():
        found.append((int(_bare(digits)), 0, True))
    return found


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _bare(digits: str) -> str:
    return re.sub(r"\D", "", digits)
