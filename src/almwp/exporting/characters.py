"""Characters that break a file, deceive its reader or start a formula."""

import re

REPLACEMENT = "\ufffd"

_ILLEGAL_IN_XML = r"\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff"
_ORDERS_TERMINALS = r"\x7f-\x9f"  # XML allows them, but discourages their use
_NOT_SEEN = r"\ufff9-\ufffb\U000e0000-\U000e007f"  # words between and behind words
_REORDERS_TEXT = r"\u202a-\u202e\u2066-\u2069"
_HARMFUL = re.compile(
    f"[{_ILLEGAL_IN_XML}{_ORDERS_TERMINALS}{_NOT_SEEN}{_REORDERS_TEXT}]"
)
_LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_FORMULA = (
    *("=", "+", "-", "@", "\t", "\r"),
    *("\uff1d", "\uff0b", "\uff0d", "\uff20"),
)
"""Signs with which a formula begins; in Asia a spreadsheet takes the wide ones too."""


def harmless(text: str) -> str:
    """Replace what XML forbids, what orders terminals about, hides and reorders text.

    Lines end in a line feed, whatever ended them before.
    """
    if text.isprintable():  # most are; no harmful character is, nor an end of a line
        return text
    return _HARMFUL.sub(REPLACEMENT, _LINE_END.sub("\n", text))


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of *text*, harmless, whatever ends them."""
    return tuple(harmless(text).split("\n"))


def no_formula(words: str) -> str:
    """Return *words* such that no spreadsheet takes them for a formula.

    An apostrophe comes before them.
    """
    return f"'{words}" if begins_formula(words) else words


def begins_formula(words: str) -> bool:
    """Say whether a spreadsheet may take *words* for a formula.

    It may look behind blanks for the sign with which a formula begins.
    """
    return words.startswith(_FORMULA) or words.lstrip().startswith(_FORMULA)
