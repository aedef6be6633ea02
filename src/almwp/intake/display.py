"""Put the value of a cell into words, as a person would copy it out."""

import re
from datetime import date
from decimal import Decimal

from almwp.intake.cells import Cell, CellKind
from almwp.intake.clocktimes import time_of_number
from almwp.intake.numberformat import (
    cut,
    is_percent_format,
    is_time_format,
    moment_of_serial,
    number_of,
    precision_of,
    shows_time,
)
from almwp.model.folding import compose

_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)?(:\d\d(?:\.\d+)?)?.*)?")
_MIDNIGHT = "00:00"
"""A day has it that was stored without a time; programs show it all the same."""
_GENERAL = "General"
_COUNT = re.compile(r"0|[1-9][0-9]{0,14}")
_MOST_DIGITS = 30
"""A number with more digits than this stays as the file has it, such as 1E+300."""


def words_of(cell: Cell, *, starts_1904: bool = False) -> str:
    """Return the value of *cell* in words: dates in ISO form, shares as percentages.

    Texts are composed (NFC) and lose invisible characters and white space around
    them; line breaks inside them stay.  Numbers are written as Excel shows them under
    no format: ``1`` for a stored ``1.0``.  What is shown as a time is written as one,
    behind the day or alone: ``09:30``, ``36:00``.  A number that Excel cannot show as
    its format asks, such as a date before 1900, is written as a number.
    """
    kind = cell.kind
    if kind is CellKind.TEXT:
        return compose(cell.text).strip()
    if kind is CellKind.DATE:
        return _strict_date(cell)
    if kind is not CellKind.NUMBER:
        return compose(cell.text).strip()
    if cell.number_format == _GENERAL and _COUNT.fullmatch(cell.text):
        return cell.text  # as most numbers are: the work below would not change it
    number = number_of(cell.text)
    if number is None:
        return cell.text
    if is_percent_format(cell.number_format):
        return f"{_plain(number * 100, cell.text)}%"
    return _dated(cell, starts_1904=starts_1904) or _plain(number, cell.text)


def _dated(cell: Cell, *, starts_1904: bool) -> str:
    """Write a number as the day, the time or both that its format shows, or nothing."""
    code = cell.number_format
    if is_time_format(code):
        return time_of_number(cell.text, code, starts_1904=starts_1904)
    moment = moment_of_serial(cell.text, code, starts_1904=starts_1904)
    if moment is None or not shows_time(code):
        return str(moment or "")
    time = time_of_number(cell.text, code, starts_1904=starts_1904)
    return str(moment) if time == _MIDNIGHT else f"{moment} {time}"


def _plain(number: Decimal, stored: str) -> str:
    if abs(number.adjusted()) > _MOST_DIGITS:
        return stored
    return f"{number.normalize():f}" if number else "0"


def _strict_date(cell: Cell) -> str:
    """Write a date that is stored as text, with its time where its format shows one.

    So ISO 29500 Strict may store dates.
    """
    words = compose(cell.text).strip()
    match = _ISO_DAY.fullmatch(words)
    if not match:
        return words
    try:
        day = date.fromisoformat(match[1])
    except ValueError:
        return words
    precision = precision_of(cell.number_format)
    words = str(cut(day, precision)) if precision else match[1]
    minutes, seconds = match[2] or _MIDNIGHT, match[3] or ""
    if not shows_time(cell.number_format) or not (minutes + seconds).strip("0:."):
        return words
    return f"{words} {minutes}{seconds if seconds.strip('0:.') else ''}"
