"""Read percentages; what can mean two things is not guessed."""

import re
import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from almwp.intake.cells import Cell, CellKind
from almwp.intake.numberformat import is_percent_format, number_of
from almwp.model.folding import compose

_PERCENT = re.compile(
    r"([+-]?)(\d{1,9})(?:[.,](\d{1,30}))?\s*(%|per ?cent|phần trăm|persen)?"
)
"""No share has more digits, and Python refuses to read numbers of thousands of them."""


@frozen(kw_only=True)
class ReadPercent:
    """A percentage that was read.

    Attributes:
        share: The share, 1 for 100 %; None where nothing was understood.
        other: What it could mean as well, or None.
        is_bare: Whether neither a percent sign nor a percent format says what the
            number counts.
    """

    share: Fraction | None = None
    other: Fraction | None = None
    is_bare: bool = False


def read_percent(cell: Cell) -> ReadPercent:
    """Read one cell by itself, without the evidence of its column."""
    if cell.kind is CellKind.NUMBER:
        stored = number_of(cell.text)
        if stored is None:
            return ReadPercent()
        number = Fraction(stored)
        if is_percent_format(cell.number_format):
            return ReadPercent(share=number)
        return _bare(number)
    return _written(" ".join(compose(cell.text).split()))


def _written(text: str) -> ReadPercent:
    vulgar = text.removesuffix("%").strip()
    if len(vulgar) == 1 and unicodedata.decomposition(vulgar).startswith("<fraction>"):
        part = Fraction(unicodedata.numeric(vulgar)).limit_denominator(12)
        return ReadPercent(share=part / 100 if text.endswith("%") else part)
    match = _PERCENT.fullmatch(text.casefold())
    if not match:
        return ReadPercent()
    sign, whole, decimals, percent_sign = match.groups()
    number = Fraction(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")
    if decimals and len(decimals) == 3 and len(whole) <= 3 and whole != "0":
        # 1.250 is 1.25 in one country and 1250 in another.
        thousands = Fraction(f"{sign}{whole}{decimals}")
        return ReadPercent(share=number / 100, other=thousands / 100)
    return ReadPercent(share=number / 100) if percent_sign else _bare(number)


def _bare(number: Fraction) -> ReadPercent:
    """Read a number without a percent sign: above 1 it can only count hundredths."""
    if number == 0 or number > 1 or number < 0:
        return ReadPercent(share=number / 100, is_bare=True)
    return ReadPercent(share=number, other=number / 100, is_bare=True)


def counts_hundredths(cells: Iterable[Cell]) -> bool:
    """Say whether bare numbers of a column count hundredths: one of them is above 1.

    A number above 100 tells nothing: it is no percentage in any case.
    """
    readings = (read_percent(c) for c in cells if c.kind in _READABLE)
    return any(
        r.is_bare and r.other is None and r.share and 0 < r.share <= 1 for r in readings
    )


_READABLE = (CellKind.NUMBER, CellKind.TEXT)
