"""Read a cell that holds a whole number: a year or a count."""

import re
from typing import Any

from almwp.findings import value_rules
from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import Field
from almwp.intake.parsed import Parsed
from almwp.intake.values import Values

_WHOLE = re.compile(r"(\d{1,9})(?:\.0{1,30})?")
"""Excel may store 2021 as ``2021.0``; a billion is no count of activities."""


def whole(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    """Read digits alone; thousands marks, signs and fractions are asked about."""
    words = values.words(cell).strip()
    stored = cell.text if cell.kind is CellKind.NUMBER else words
    match = _WHOLE.fullmatch(stored)
    if match and (cell.kind is CellKind.NUMBER or "." not in stored):
        return Parsed(value=int(match[1]))
    if values.is_absent(words):
        return Parsed()
    return values.refuse(
        value_rules.NOT_WHOLE, of, cell, label=of.label.in_(values.language)
    )
