"""Read the budget of an activity, where its currency and its amount are clear."""

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from almwp.intake.digits import plain_number

_CODES = (
    *("BND", "IDR", "KHR", "LAK", "MMK", "MYR", "PHP", "SGD", "THB", "VND"),
    *("AUD", "CAD", "CHF", "CNY", "EUR", "GBP", "JPY", "KRW", "NZD", "USD"),
)
_OTHERS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("us$", "usd$", "us dollar", "us dollars"), "USD"),
        **dict.fromkeys(("đô la mỹ", "đô-la mỹ", "đôla mỹ"), "USD"),
        **dict.fromkeys(("đồng", "vnđ", "đ", "₫", "vietnamese dong"), "VND"),
        **dict.fromkeys(("rp", "rp.", "rupiah"), "IDR"),
        **dict.fromkeys(("rm", "ringgit"), "MYR"),
        **dict.fromkeys(("฿", "baht", "บาท"), "THB"),
        **dict.fromkeys(("៛", "riel", "riels", "រៀល"), "KHR"),
        **dict.fromkeys(("₭", "kip", "ກີບ"), "LAK"),
        **dict.fromkeys(("kyat", "kyats", "ကျပ်"), "MMK"),
        **dict.fromkeys(("€", "euro", "euros"), "EUR"),
        **{"s$": "SGD", "₱": "PHP", "£": "GBP"},
    }
)
"""What names one currency only: ``$`` and ``pesos`` name several."""

_SCALES: Mapping[str, int] = MappingProxyType(
    {
        **dict.fromkeys(("thousand", "nghìn", "ngàn", "ribu"), 10**3),
        **dict.fromkeys(("million", "mn", "triệu", "juta"), 10**6),
        **dict.fromkeys(("billion", "bn", "tỷ", "tỉ", "miliar", "milyar"), 10**9),
        **dict.fromkeys(("trillion", "nghìn tỷ", "ngàn tỷ", "triliun"), 10**12),
    }
)
_PIECES = re.compile(
    r"(?P<before>\D*?)\s*"
    r"(?P<digits>\d(?:[\d.,' ]*\d)?)"
    r"\s*(?P<after>[^\d.,' ]\D*)?"
)
_SIGN = re.compile(r"[.,' ]")
_GROUP, _CENTS, _MOST_DIGITS = 3, 2, 20


def amount_of(budget: str) -> tuple[str, Fraction] | None:
    """Return the currency and the amount of a budget, or None where it is unclear.

    It is clear as one number with one currency before or behind it, such as ``USD
    25,000``, ``25.000 USD`` or ``1,5 tỷ đồng``.  No currency that occurs has three
    decimals, so a sign before three digits parts thousands, except before a word such
    as *million*, where it may mean decimals.
    """
    text = plain_number(budget).strip()
    pieces = _PIECES.fullmatch(text)
    if pieces is None or sum(map(str.isdigit, text)) > _MOST_DIGITS:
        return None
    scale, behind = _scale(pieces["after"] or "")
    currencies = [word for word in (pieces["before"] or "", behind) if word.strip()]
    if len(currencies) != 1:
        return None
    currency = _currency(currencies[0].strip())
    number = _number(pieces["digits"], is_scaled=scale != 1)
    return (currency, number * scale) if currency and number is not None else None


def _currency(word: str) -> str | None:
    if word.upper() in _CODES:
        return word.upper()
    return _OTHERS.get(word.lower())


def _scale(behind: str) -> tuple[int, str]:
    """Return by how much a word behind a number multiplies it, and what is left."""
    words = behind.strip()
    for word in sorted(_SCALES, key=len, reverse=True):
        rest = words[len(word) :]
        if words.lower().startswith(word) and not rest[:1].isalpha():
            return _SCALES[word], rest
    return 1, words


def _number(digits: str, *, is_scaled: bool) -> Fraction | None:
    signs, groups = _SIGN.findall(digits), _SIGN.split(digits)
    if not signs:
        return Fraction(digits)
    *wholes, rest = groups
    if len(set(signs)) == 1 and _is_grouped(groups):
        is_doubtful = is_scaled and len(signs) == 1 and signs[0] in ".,"
        return None if is_doubtful else Fraction("".join(groups))
    is_decimal = signs[-1] in ".," and len(rest) <= _CENTS
    is_grouped = len(wholes) == 1 or _is_grouped(wholes)
    has_one_sign = len(set(signs[:-1])) <= 1 and signs[-1] not in signs[:-1]
    if is_decimal and is_grouped and has_one_sign:
        return Fraction(f"{''.join(wholes)}.{rest}")
    return None


def _is_grouped(groups: list[str]) -> bool:
    first, *rest = groups
    is_first = 1 <= len(first) <= _GROUP and not first.startswith("0")
    return is_first and all(len(group) == _GROUP for group in rest)
