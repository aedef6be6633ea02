"""Know an error of Excel that came as a text: from CSV, or pasted as a value."""

import re

_NAMES = frozenset(
    (
        *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"),
        *("#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!"),
        *("#BUSY!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!", "#TIMEOUT!", "#N/A!"),
    )
)
"""All that Excel shows, the newer ones included; no language translates them."""
_OTHERS = re.compile(r"#{3,}|Err:5\d\d")
"""What Excel writes into CSV for a cell too narrow, and LibreOffice for an error."""


def is_error_text(text: str) -> bool:
    """Say whether a text is what a program shows for an error.

    Read as a text ``#N/A`` would say that something does not apply, where a formula
    found nothing.
    """
    if "#" not in text and "Err:" not in text:
        return False
    text = text.strip()
    return text in _NAMES or _OTHERS.fullmatch(text) is not None
