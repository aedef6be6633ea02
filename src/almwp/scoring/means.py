"""Weighted means of parts with bounds, as exact fractions; nothing divides by zero."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
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
class _Sum:
    counted: tuple[Counted, ...] = field(converter=frozen_items)

    def of(self, bound: str) -> Fraction:
        return sum(
            (getattr(c, bound) * (c.weight or 0) for c in self.counted), Fraction(0)
        )

    @property
    def weight(self) -> Fraction:
        return sum((c.weight or Fraction(0) for c in self.counted), Fraction(0))


def mean_of(
    several: Sequence[Counted], *, method: str, reasons: Iterable[str] = ()
) -> Score:
    """Return the mean of *several* by their weights, with its bounds.

    It has a value only if every part that counts has one.  Where a weight is not known,
    the mean lies between the least and the most of all parts that may weigh anything.
    What was left out is among the parts, with no weight.
    """
    taken = [c for c in several if not c.is_left_out and c.weight != 0]
    total = [c for c in several if not c.is_left_out]
    known = [c for c in total if isinstance(c.part.value, Fraction)]
    value: Fraction | Absence
    if not taken:
        value, low, high = Absence.NOT_APPLICABLE, Fraction(0), Fraction(1)
    elif any(c.weight is None for c in taken):
        value, low, high = (
            Absence.BLANK,
            min(c.low for c in taken),
            max(c.high for c in taken),
        )
        if low == high:
            value = low
    else:
        summed = _Sum(counted=taken)
        low, high = summed.of("low") / summed.weight, summed.of("high") / summed.weight
        is_known = all(isinstance(c.part.value, Fraction) for c in taken)
        value = low if is_known else Absence.BLANK
    return Score(
        value=value,
        low=low,
        high=high,
        known=len(known),
        total=len(total),
        method=method,
        parts=[c.part for c in several],
        reasons=reasons,
    )
