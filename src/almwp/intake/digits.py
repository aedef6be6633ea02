"""Write the digits and spaces of all scripts as plain ones: ๒๕๖๗ as 2567."""

import unicodedata
from functools import lru_cache

from almwp.model.folding import compose

_PERCENTS = "\uff05\ufe6a\u066a"
_SIGNS = {
    "\u2212": "-",
    "\uff0d": "-",
    "\uff0c": ",",
    "\uff0e": ".",
    "\u066c": ",",
    "\u066b": ".",
    "\uff08": "(",
    "\uff09": ")",
    "\u2019": "'",
    "\u02bc": "'",
    "\uff07": "'",
}
"""Signs of numbers that look like these, or mean the same in another script."""


@lru_cache(maxsize=4096)
def plain_number(text: str) -> str:
    """Return *text* in composed form with plain digits, signs and single spaces.

    Spaces that do not break (U+00A0, U+202F) and thin ones (U+2009) become plain.
    """
    if text.isascii():
        return " ".join(text.split())
    return " ".join("".join(map(_plain, compose(text))).split())


def plain_digits(text: str) -> str:
    """Return *text* with the digits of Thai, Lao, Khmer, Burmese as 0 to 9."""
    return text if text.isascii() else "".join(map(_digit, text))


def _digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


def _plain(sign: str) -> str:
    if sign in _PERCENTS:
        return "%"
    return _SIGNS.get(sign) or _digit(sign)
