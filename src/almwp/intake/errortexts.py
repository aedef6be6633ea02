"""Know an error of Excel that came as a text: from CSV, or pasted as a value."""

import re

from attrs import evolve

from almwp.intake.cells import Cell, CellKind

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


def with_error_seen(cell: Cell) -> Cell:
    """Return *cell*, as an error where its text is what a program shows for one.

    Read as a text ``#N/A`` would say that something does not apply, where a formula
    found nothing.
    """
    text = cell.text
    if cell.kind is not CellKind.TEXT or ("#" not in text and "Err:" not in text):
        return cell
    text = text.strip()
    if text not in _NAMES and not _OTHERS.fullmatch(text):
        return cell
    return evolve(cell, kind=CellKind.ERROR, text=text)
