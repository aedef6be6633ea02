"""Shares of a count with their bounds: what is not known may be anything."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.score import Part, Score
from almwp.scoring.means import Bounds, Counted, bounds_of, score_of

_NONE, _ALL = Fraction(0), Fraction(1)


def share_of(
    parts: Sequence[Part], *, method: str, reasons: Iterable[str] = ()
) -> Score:
    """Return the share of *parts* whose value is one, by their weights.

    The value counts what is known to be so, out of all.  Parts without a value are
    not known; for the upper bound all of them count, for the lower bound none.
    """
    counted = [counted_part(part) for part in parts]
    return share_of_counted(counted, method=method, reasons=reasons)


def counted_part(
    part: Part,
    bounds: tuple[Fraction, Fraction] | None = None,
    *,
    is_left_out: bool = False,
) -> Counted:
    """Return *part* with the bounds between which its value is.

    Args:
        part: The part.
        bounds: The bounds; its value, else none and all, when not given.
        is_left_out: Whether it is shown and not counted.
    """
    if bounds is not None:
        low, high = bounds
    elif isinstance(part.value, Absence):
        low, high = _NONE, _ALL
    else:
        low = high = part.value
    return Counted(
        part=part, low=low, high=high, weight=part.weight, is_left_out=is_left_out
    )


def share_of_counted(
    several: Sequence[Counted], *, method: str, reasons: Iterable[str] = ()
) -> Score:
    """Return the share of *several* whose value is one.

    What was left out is shown and not counted.  Where a weight is not known, the share
    has a value only if it is the same whatever that weight is.
    """
    bounds = bounds_of(several)
    value = value_of_share(bounds)
    return score_of(several, value, bounds, method=method, reasons=reasons)


def value_of_share(bounds: Bounds) -> Fraction | Absence:
    """Return the share that is known to be so, or why nobody can tell it."""
    if bounds.is_empty:
        return Absence.NOT_APPLICABLE
    if not bounds.is_weighed and bounds.low != bounds.high:
        return Absence.BLANK
    return bounds.low
