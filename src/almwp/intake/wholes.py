"""Read a cell that holds a whole number: a year or a count."""

import re
from typing import Any

from almwp.findings import edge_rules, value_rules
from almwp.intake.cells import Cell, CellKind
from almwp.intake.dates import date_of_number
from almwp.intake.field import Field
from almwp.intake.numberformat import (
    is_date_format,
    is_percent_format,
    is_time_format,
)
from almwp.intake.parsed import Parsed
from almwp.intake.values import Values
from almwp.model.moment import Precision

_DIGITS = re.compile(r"(\d{1,9})")
_STORED = re.compile(r"(\d{1,9})(?:\.0{1,30})?")
"""Excel may store 2021 as ``2021.0``; a billion is no count of activities."""


def whole(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    """Read digits alone; thousands marks, signs and fractions are asked about.

    So is a number that Excel shows as a day, a time or a percentage: nobody who saw
    the cell read the digits that it stores.  One that is shown as a year is that year.
    """
    words = values.words(cell).strip()
    code = cell.number_format
    if cell.kind is not CellKind.NUMBER:
        match = _DIGITS.fullmatch(words)
    elif is_date_format(code):
        return _year(values, of, cell, words)
    elif is_time_format(code) or is_percent_format(code):
        match = None
    else:
        match = _STORED.fullmatch(cell.text)
    if match:
        return Parsed(value=int(match[1]))
    if values.is_absent(words):
        return Parsed()
    return _refused(values, of, cell)


def _year(values: Values, of: Field, cell: Cell, words: str) -> Parsed[Any]:
    spot, starts_1904 = values.spot, values.starts_1904
    moment, found = date_of_number(spot, of, cell, words, starts_1904)
    if moment is not None and moment.precision is Precision.YEAR:
        return Parsed(value=moment.start.year, findings=found)
    if any(finding.rule is edge_rules.YEAR_SHOWN_AS_DATE for finding in found):
        return Parsed(findings=found)
    return _refused(values, of, cell)


def _refused(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    label = of.label.in_(values.language)
    return values.refuse(value_rules.NOT_WHOLE, of, cell, label=label)
