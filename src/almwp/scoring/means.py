"""Weighted means of parts with bounds, as exact fractions; nothing divides by zero."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.score import Part, Score


@frozen(kw_only=True)
class Counted:
    """A part with the bounds between which its value is.

    Attributes:
        part: The part.
        low: The least that its value can be.
        high: The most.
        weight: Its weight; None where nobody knows it.
        is_left_out: Whether it is shown and not counted.
    """

    part: Part
    low: Fraction
    high: Fraction
    weight: Fraction | None = Fraction(1)
    is_left_out: bool = False


@frozen(kw_only=True)
class Bounds:
    """Between what the weighted mean of several parts lies.

    Attributes:
        low: The least that it can be.
        high: The most.
        is_empty: Whether nothing weighs anything, so that there is no mean.
        is_weighed: Whether all weights are known.
    """

    low: Fraction
    high: Fraction
    is_empty: bool = False
    is_weighed: bool = True


def bounds_of(several: Iterable[Counted]) -> Bounds:
    """Return between what the mean of those lies that are not left out.

    Where a weight is not known, it lies between the least and the most of all parts
    that may weigh anything.
    """
    taken = [c for c in several if not c.is_left_out and c.weight != 0]
    if not taken:
        return Bounds(low=Fraction(0), high=Fraction(1), is_empty=True)
    if any(c.weight is None for c in taken):
        low, high = min(c.low for c in taken), max(c.high for c in taken)
        return Bounds(low=low, high=high, is_weighed=False)
    weight = sum((c.weight or Fraction(0) for c in taken), Fraction(0))
    low = sum((c.low * (c.weight or 0) for c in taken), Fraction(0))
    high = sum((c.high * (c.weight or 0) for c in taken), Fraction(0))
    return Bounds(low=low / weight, high=high / weight)


def mean_of(
    several: Sequence[Counted], *, method: str, reasons: Iterable[str] = ()
) -> Score:
    """Return the mean of *several* by their weights, with its bounds.

    It has a value only if every part that counts has one.  Where a weight is not known,
    the mean lies between the least and the most of all parts that may weigh anything.
    What was left out is among the parts, with no weight.
    """
    taken = [c for c in several if not c.is_left_out and c.weight != 0]
    bounds = bounds_of(several)
    is_known = all(isinstance(c.part.value, Fraction) for c in taken)
    value: Fraction | Absence = Absence.BLANK
    if bounds.is_empty:
        value = Absence.NOT_APPLICABLE
    elif bounds.low == bounds.high and (is_known or not bounds.is_weighed):
        value = bounds.low
    return score_of(several, value, bounds, method=method, reasons=reasons)


def score_of(
    several: Sequence[Counted],
    value: Fraction | Absence,
    bounds: Bounds,
    *,
    method: str,
    reasons: Iterable[str] = (),
) -> Score:
    """Return a score of *several*: what was left out is shown, and not counted."""
    total = [c for c in several if not c.is_left_out]
    return Score(
        value=value,
        low=bounds.low,
        high=bounds.high,
        known=sum(isinstance(c.part.value, Fraction) for c in total),
        total=len(total),
        method=method,
        parts=[c.part for c in several],
        reasons=reasons,
    )
