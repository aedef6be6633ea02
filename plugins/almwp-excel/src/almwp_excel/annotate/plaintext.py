"""Any text as a cell or a comment can store it, and back."""

import re

_SIGN = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
MOST = 32_767
"""How many signs a cell holds; Excel counts those beyond the first plane twice."""


def stored(text: str) -> str:
    """Return *text* so that XML can hold it and a workbook gives it back.

    A control character is written as its number; what only looks like one is kept from
    being taken for one; half of a pair is no character at all.
    """
    plain = _HALF.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    plain = _SIGN.sub(r"_x005F_x\1_", plain)
    return _ODD.sub(lambda found: f"_x{ord(found[0]):04X}_", plain)


def from_stored(text: str) -> str:
    """Return the text that is meant by a stored one."""
    return _SIGN.sub(lambda found: chr(int(found[1], 16)), text)


def shortened(text: str, most: int = MOST) -> str:
    """Return *text*, or as much of it as a cell holds."""
    if len(text.encode("utf-16-le", "replace")) // 2 <= most:
        return text
    kept = text.encode("utf-16-le", "replace")[: 2 * (most - 1)]
    return kept.decode("utf-16-le", "ignore") + "…"
