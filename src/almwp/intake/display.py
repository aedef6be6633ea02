"""Put the value of a cell into words, as a person would copy it out."""

import re
from datetime import date
from decimal import Decimal

from almwp.intake.cells import Cell, CellKind
from almwp.intake.numberformat import (
    cut,
    is_percent_format,
    moment_of_serial,
    number_of,
    precision_of,
)
from almwp.model.folding import compose

_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_MOST_DIGITS = 30
"""A number with more digits than this stays as the file has it, such as 1E+300."""


def words_of(cell: Cell, *, starts_1904: bool = False) -> str:
    """Return the value of *cell* in words: dates in ISO form, shares as percentages.

    Texts are composed (NFC) and lose invisible characters and white space around
    them; line breaks inside them stay.  Numbers are written as Excel shows them under
    no format: ``1`` for a stored ``1.0``.
    """
    if cell.kind is CellKind.DATE:
        return _strict_date(cell)
    if cell.kind is not CellKind.NUMBER:
        return compose(cell.text).strip()
    number = number_of(cell.text)
    if number is None:
        return cell.text
    if is_percent_format(cell.number_format):
        return f"{_plain(number * 100, cell.text)}%"
    moment = moment_of_serial(cell.text, cell.number_format, starts_1904=starts_1904)
    return str(moment) if moment else _plain(number, cell.text)


def _plain(number: Decimal, stored: str) -> str:
    if abs(number.adjusted()) > _MOST_DIGITS:
        return stored
    return f"{number.normalize():f}" if number else "0"


def _strict_date(cell: Cell) -> str:
    """Write a date that is stored as text (ISO 29500 Strict) without its time."""
    words = compose(cell.text).strip()
    match = _ISO_DAY.fullmatch(words)
    if not match:
        return words
    try:
        day = date.fromisoformat(match[1])
    except ValueError:
        return words
    precision = precision_of(cell.number_format)
    return str(cut(day, precision)) if precision else match[1]
