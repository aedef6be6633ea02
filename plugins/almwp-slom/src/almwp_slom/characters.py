"""Characters that could break a file or deceive its reader are made visible."""

import re

REPLACEMENT = "\ufffd"

_ILLEGAL_IN_XML = r"\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_REORDERS_TEXT = r"\u202a-\u202e\u2066-\u2069"
_HARMFUL = re.compile(f"[{_ILLEGAL_IN_XML}{_REORDERS_TEXT}]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def harmless(text: str) -> str:
    """Replace what XML forbids and what shows text in another order than it has."""
    return _HARMFUL.sub(REPLACEMENT, text)


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of *text*, harmless, whatever ends them."""
    return tuple(_LINE_END.split(harmless(text)))
