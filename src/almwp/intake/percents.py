"""Read percentages; what can mean two things is not guessed."""

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from attrs import frozen

from almwp.intake.cells import Cell, CellKind
from almwp.intake.digits import plain_number
from almwp.intake.doubts import is_doubtful
from almwp.intake.numberformat import (
    is_date_format,
    is_fraction_format,
    is_percent_format,
    is_time_format,
    number_of,
)
from almwp.model.folding import fold

_PERCENT = re.compile(r"([+-]?)(\d{1,9})(?:[.,](\d{1,30}))?\s*(%|[^\W\d_].*)?")
"""No share has more digits, and Python refuses to read numbers of thousands of them."""

_PERCENT_WORDS = (
    *("percent", "per cent", "pct", "phần trăm", "persen", "peratus", "por cento"),
    *("pursentu", "เปอร์เซ็นต์", "ເປີເຊັນ", "ສ່ວນຮ້ອຍ", "ភាគរយ", "ရာခိုင်နှုန်း"),
)
_BEFORE = re.compile(r"(?:ร้อยละ|ຮ້ອຍລະ)\s*(?=\d)")
"""*Of a hundred*, which Thai and Lao write before the number."""
_PARTS = re.compile(r"(\d{1,3})\s*[/\u2044]\s*(\d{1,3})")


@frozen(kw_only=True)
class ReadPercent:
    """A percentage that was read.

    Attributes:
        share: The share, 1 for 100 %; None where nothing was understood.
        other: What it could mean as well, or None.
        is_bare: Whether neither a percent sign nor a percent format says what the
            number counts.
    """

    share: Fraction | None = None
    other: Fraction | None = None
    is_bare: bool = False


def read_percent(cell: Cell) -> ReadPercent:
    """Read one cell by itself, without the evidence of its column."""
    if cell.kind is CellKind.NUMBER:
        stored = number_of(cell.text)
        if stored is None:
            return ReadPercent()
        number, code = Fraction(stored), cell.number_format
        if is_date_format(code) or is_time_format(code):
            return ReadPercent()  # Excel makes a date of a typed 3/4, a time of 3:4.
        if is_percent_format(code) or (is_fraction_format(code) and 0 < number < 1):
            return ReadPercent(share=number)
        return _bare(number)
    return _written(plain_number(cell.text))


def parts_of_one(cell: Cell) -> str:
    """Return what a written fraction such as 3/4 would be, to be offered; or nothing.

    It is not read: it can be a day or a count of two things as well.
    """
    parts = _PARTS.fullmatch(plain_number(cell.text))
    above, below = (int(parts[1]), int(parts[2])) if parts else (0, 0)
    if cell.kind is not CellKind.TEXT or not 0 < above <= below:
        return ""
    return f"{round(100 * above / below, 2):g}%"


def _written(text: str) -> ReadPercent:
    vulgar = text.removesuffix("%").strip()
    if len(vulgar) == 1 and unicodedata.decomposition(vulgar).startswith("<fraction>"):
        part = Fraction(unicodedata.numeric(vulgar)).limit_denominator(12)
        return ReadPercent(share=part / 100 if text.endswith("%") else part)
    counted = _BEFORE.sub("", text)
    match = _PERCENT.fullmatch(counted)
    if not match or (match[4] and not _says_percent(match[4])):
        return ReadPercent()
    sign, whole, decimals, percent_sign = match.groups()
    is_percent = bool(percent_sign) or counted != text
    number = Fraction(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")
    if decimals and len(decimals) == 3 and len(whole) <= 3 and whole != "0":
        # 1.250 is 1.25 in one country and 1250 in another.
        thousands = Fraction(f"{sign}{whole}{decimals}")
        return ReadPercent(share=number / 100, other=thousands / 100)
    return ReadPercent(share=number / 100) if is_percent else _bare(number)


def _says_percent(words: str) -> bool:
    is_word = not is_doubtful(words) and fold(words) in _folded_words()
    return words == "%" or is_word


@cache
def _folded_words() -> frozenset[str]:
    return frozenset(map(fold, _PERCENT_WORDS))


def _bare(number: Fraction) -> ReadPercent:
    """Read a number without a percent sign: above 1 it can only count hundredths."""
    if number == 0 or number > 1 or number < 0:
        return ReadPercent(share=number / 100, is_bare=True)
    return ReadPercent(share=number, other=number / 100, is_bare=True)


def counts_hundredths(cells: Iterable[Cell]) -> bool:
    """Say whether bare numbers of a column count hundredths: one of them is above 1.

    A number above 100 tells nothing: it is no percentage in any case.
    """
    # Most columns say few things: of cells that are alike one is read.
    alike = {(c.kind, c.text, c.number_format): c for c in cells}
    readings = (read_percent(c) for c in alike.values() if c.kind in _READABLE)
    return any(
        r.is_bare and r.other is None and r.share and 0 < r.share <= 1 for r in readings
    )


_READABLE = (CellKind.NUMBER, CellKind.TEXT)
