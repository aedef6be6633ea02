"""Shares of a count with their bounds: what is not known may be anything."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.score import Part, Score


def share_of(
    parts: Sequence[Part], *, method: str, reasons: Iterable[str] = ()
) -> Score:
    """Return the share of *parts* whose value is one, by their weights.

    The value counts what is known to be so, out of all.  Parts without a value are
    not known; for the upper bound all of them count, for the lower bound none.
    """
    total = sum((part.weight for part in parts), Fraction(0))
    known = [part for part in parts if not isinstance(part.value, Absence)]
    open_weight = sum(
        (p.weight for p in parts if isinstance(p.value, Absence)), Fraction(0)
    )
    counted = sum(
        (p.weight * p.value for p in known if not isinstance(p.value, Absence)),
        Fraction(0),
    )
    if total == 0:
        return Score(
            value=Absence.NOT_APPLICABLE,
            low=Fraction(0),
            high=Fraction(1),
            known=len(known),
            total=len(parts),
            method=method,
            parts=tuple(parts),
            reasons=tuple(reasons),
        )
    return Score(
        value=counted / total,
        low=counted / total,
        high=(counted + open_weight) / total,
        known=len(known),
        total=len(parts),
        method=method,
        parts=tuple(parts),
        reasons=tuple(reasons),
    )
