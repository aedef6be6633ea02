"""Rows of plain values, as pandas, polars and the csv module take them."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from almwp.model.absence import Absence
from almwp.model.moment import Moment

Value: TypeAlias = str | int | float | date | None
"""What a row holds.  Where nothing is said a text is empty, a number or a day None."""

Row: TypeAlias = dict[str, Value]
"""Names of columns, the same in every row and in the same order, and their values."""


def exact_cells(name: str, number: Fraction | None) -> Row:
    """Return the columns of an exact number.

    ``name`` is the nearest float, ``name_exact`` the number as a text such as ``2/3``,
    which ``Fraction`` reads back.
    """
    exact = "" if number is None else str(number)
    return {name: _nearest(number), f"{name}_exact": exact}


def number_cells(name: str, value: Fraction | Absence) -> Row:
    """Return the columns of a number, and in ``name_absence`` why there is none."""
    if isinstance(value, Absence):
        return exact_cells(name, None) | {f"{name}_absence": str(value)}
    return exact_cells(name, value) | {f"{name}_absence": ""}


def _nearest(number: Fraction | None) -> float | None:
    """Return *number* as a float; None too where it is larger than any float."""
    if number is None:
        return None
    try:
        return float(number)
    except OverflowError:
        return None


def moment_cells(name: str, moment: Moment | None) -> Row:
    """Return the columns of a moment: as precisely as stated, and its two ends."""
    return {
        name: str(moment or ""),
        f"{name}_first": moment.start if moment else None,
        f"{name}_last": moment.end if moment else None,
    }


def several(items: Iterable[object]) -> str:
    """Return *items* in one text, a semicolon between two; each once."""
    return "; ".join(dict.fromkeys(map(str, items)))
