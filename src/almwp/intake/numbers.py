"""Read numbers as people type them; what can be two numbers is not guessed."""

import re
import unicodedata
from fractions import Fraction
from functools import cache, lru_cache

from attrs import evolve, frozen

from almwp.intake.cells import Cell, CellKind
from almwp.intake.digits import plain_number
from almwp.intake.doubts import is_doubtful, takes_back
from almwp.intake.numberformat import (
    MOST_DIGITS,
    is_date_format,
    is_percent_format,
    is_time_format,
    number_of,
)
from almwp.model.folding import compose, fold

_EXCEL_DIGITS = 15
_MOST_PARTS = 12
"""Into how many parts the signs of fractions divide: ¾ into four, none into more."""
_NUMBER = re.compile(
    r"(?P<currency>(?:USD|EUR|GBP|JPY|KRW|CNY|AUD|CHF|BND|KHR|IDR|LAK|MYR|MMK|PHP|SGD"
    r"|THB|VND)\s|US\$|S\$|[$€£₱฿₫₭៛]|Rp\.?\s?|RM\s?)?\s*"
    r"(?P<opens>\()?\s*(?P<sign>[+-])?\s?"
    r"(?P<digits>\d(?:[\d.,' ]*\d)?)"
    r"\s*(?P<closes>\))?\s*(?P<unit>%|[^\W\d_].*|[$€£₱฿₫₭៛])?"
)
_TOO_LONG = re.compile(rf"\s*[+-]?(?:\d[.,' ]?){{{MOST_DIGITS + 1},}}%?\s*")
_SIGN, _DECIMALS, _GROUP = re.compile(r"[.,' ]"), ".,", 3
_UNIT = re.compile(r"%|[$€£₱฿₫₭៛]|[^\W\d_][^\d?~<>=:;]{0,39}")
_SCALES = (
    *("thousand", "thousands", "k", "million", "millions", "mil", "mio", "mn", "m"),
    *("billion", "billions", "bn", "b", "trillion", "dozen", "hundred", "lakh"),
    *("nghìn", "ngàn", "triệu", "tr", "tỷ", "tỉ", "chục", "trăm"),
    *("ribu", "rb", "juta", "jt", "miliar", "milyar", "triliun", "puluh", "ratus"),
    *("milhão", "milhões", "mil milhões"),
)
_JOINED_SCALES = (
    *("ล้าน", "แสน", "หมื่น", "พัน", "ร้อย", "ລ້ານ", "ແສນ", "ໝື່ນ", "ພັນ"),
    *("លាន", "ពាន់", "ម៉ឺន", "សែន", "သန်း", "သိန်း", "သောင်း", "ထောင်"),
)
"""Words by which a number counts more than it says: they are asked about.

Those of scripts without spaces between words begin what is counted.
"""


@frozen(kw_only=True)
class ReadNumber:
    """A number that was read.

    Attributes:
        value: The number, exactly; None where nothing was understood.
        other: What it is where its one sign parts thousands, or None.
        unit: What it counts, such as ``%``, in the words of the cell.
        decimal: The sign for decimals that its way of writing proves, or nothing.
        sign: The one sign that can mean either; empty where nothing is doubtful.
    """

    value: Fraction | None = None
    other: Fraction | None = None
    unit: str = ""
    decimal: str = ""
    sign: str = ""


def read_number(cell: Cell) -> ReadNumber:
    """Read one cell by itself, without the evidence of its column.

    A number of Excel is what Excel shows of its stored digits: the first 15.  A stored
    0.30000000000000004 is 3/10, exactly.  A percentage of Excel is a number of
    hundredths, as it is shown: 0.12 under the format ``0%`` is 12.
    """
    if cell.kind is CellKind.TEXT:
        return read_written(cell.text)
    stored = number_of(cell.text) if cell.kind is CellKind.NUMBER else None
    code = cell.number_format
    if stored is None or is_date_format(code) or is_time_format(code):
        return ReadNumber()
    if is_percent_format(code):
        return ReadNumber(value=Fraction(stored) * 100, unit="%")
    return ReadNumber(value=Fraction(stored))


def is_too_long(cell: Cell) -> bool:
    """Say whether *cell* holds a number of more digits than any figure has."""
    if cell.kind is CellKind.NUMBER:
        return number_of(cell.text) is None
    return cell.kind is CellKind.TEXT and _TOO_LONG.fullmatch(cell.text) is not None


def loses_digits(cell: Cell) -> bool:
    """Say whether *cell* stores a whole number with more digits than Excel keeps.

    Excel itself stores none.  Programs that write long codes and amounts do, and each
    digit of those was meant; the last digits of a fraction are what a machine rounds.
    """
    if cell.kind is not CellKind.NUMBER or len(cell.text) <= _EXCEL_DIGITS:
        return False
    digits = cell.text.lstrip("+-")
    is_long = len(digits) > _EXCEL_DIGITS
    return is_long and digits.isdecimal() and len(digits.strip("0")) > _EXCEL_DIGITS


@lru_cache(maxsize=4096)
def read_written(text: str) -> ReadNumber:
    """Read a number that was typed as text, its unit behind it or its currency before.

    Spaces and apostrophes part thousands.  So does a sign that comes twice, and the
    first of two different ones; the last one then is that of decimals.  One sign alone
    means decimals, but before three digits it can mean either.
    """
    plain = plain_number(text)
    if len(plain) == 1 and unicodedata.decomposition(plain).startswith("<fraction>"):
        part = unicodedata.numeric(plain)
        return ReadNumber(value=Fraction(part).limit_denominator(_MOST_PARTS))
    match = _NUMBER.fullmatch(plain)
    if match is None or bool(match["opens"]) != bool(match["closes"]):
        return ReadNumber()
    unit = (match["unit"] or match["currency"] or "").strip()
    digits = match["digits"]
    if (match["opens"] and match["sign"]) or not _counts(unit):
        return ReadNumber()
    # Python refuses to read numbers of thousands of digits.
    is_long = sum(map(str.isdigit, digits)) > MOST_DIGITS
    if is_long or (match["unit"] and match["currency"]):
        return ReadNumber()
    read = evolve(_parted(digits), unit=unit)
    if read.value is None:
        return ReadNumber()
    return _negative(read) if match["opens"] or match["sign"] == "-" else read


def _counts(unit: str) -> bool:
    """Say whether words behind a number can be what it counts."""
    if not unit:
        return True
    if is_doubtful(unit) or takes_back(unit) or not _UNIT.fullmatch(unit):
        return False
    first = next(iter(fold(unit).split()), "")
    return first not in _scales() and not compose(unit).startswith(_JOINED_SCALES)


@cache
def _scales() -> frozenset[str]:
    return frozenset(map(fold, _SCALES))


def _negative(read: ReadNumber) -> ReadNumber:
    value = None if read.value is None else -read.value
    other = None if read.other is None else -read.other
    return evolve(read, value=value, other=other)


def _parted(digits: str) -> ReadNumber:
    """Read digits with the signs among them; see :func:`read_written`."""
    signs, groups = _SIGN.findall(digits), _SIGN.split(digits)
    if not signs:
        return ReadNumber(value=Fraction(digits))
    first, last = signs[0], signs[-1]
    *wholes, rest = groups
    joined = "".join(wholes)
    if first != last:
        is_plain = set(signs[:-1]) == {first} and last in _DECIMALS
        if not is_plain or not _is_grouped(wholes):
            return ReadNumber()
        return ReadNumber(value=Fraction(f"{joined}.{rest}"), decimal=last)
    if set(signs) != {first}:
        return ReadNumber()
    if first not in _DECIMALS or len(signs) > 1:
        if not _is_grouped(groups):
            return ReadNumber()
        decimal = _DECIMALS.replace(first, "") if first in _DECIMALS else ""
        return ReadNumber(value=Fraction(joined + rest), decimal=decimal)
    value = Fraction(f"{joined}.{rest}")
    if not _is_grouped(groups):
        return ReadNumber(value=value, decimal=first)
    return ReadNumber(value=value, other=Fraction(joined + rest), sign=first)


def _is_grouped(groups: list[str]) -> bool:
    """Say whether digits stand in groups of three; a first group has no idle zero."""
    first, *rest = groups
    is_first = 1 <= len(first) <= _GROUP and not first.startswith("0")
    return is_first and all(len(group) == _GROUP for group in rest)
