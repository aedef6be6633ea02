"""Shares of a count with their bounds: what is not known may be anything."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.score import Part, Score
from almwp.scoring.means import Counted, bounds_of, score_of


def share_of(
    parts: Sequence[Part], *, method: str, reasons: Iterable[str] = ()
) -> Score:
    """Return the share of *parts* whose value is one, by their weights.

    The value counts what is known to be so, out of all.  Parts without a value are
    not known; for the upper bound all of them count, for the lower bound none.
    """
    counted = [counted_part(part, part.weight) for part in parts]
    return share_of_counted(counted, method=method, reasons=reasons)


def counted_part(
    part: Part, weight: Fraction | None, *, is_left_out: bool = False
) -> Counted:
    """Return *part* with its bounds: none and all where it has no value."""
    is_open = isinstance(part.value, Absence)
    low = Fraction(0) if isinstance(part.value, Absence) else part.value
    return Counted(
        part=part,
        low=low,
        high=Fraction(1) if is_open else low,
        weight=weight,
        is_left_out=is_left_out,
    )


def share_of_counted(
    several: Sequence[Counted], *, method: str, reasons: Iterable[str] = ()
) -> Score:
    """Return the share of *several* whose value is one.

    What was left out is shown and not counted.  Where a weight is not known, the share
    has a value only if it is the same whatever that weight is.
    """
    bounds = bounds_of(several)
    value: Fraction | Absence = bounds.low
    if bounds.is_empty:
        value = Absence.NOT_APPLICABLE
    elif not bounds.is_weighed and bounds.low != bounds.high:
        value = Absence.BLANK
    return score_of(several, value, bounds, method=method, reasons=reasons)
