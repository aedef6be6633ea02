"""Why parts of a score have no value: each reason counted by its own name."""

from collections import Counter
from typing import Final

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.score import Score

NOT_REPORTED: Final = "not reported"
LEFT_OUT: Final = "left out"
"""Stands for what has a value and does not count all the same."""

ABSENCES: Final = (NOT_REPORTED, *(absence.value for absence in Absence))
"""The five absences that are kept apart, in the order in which they are told."""


@frozen(kw_only=True)
class AbsenceCount:
    """How many parts of a score have no value for one reason.

    Attributes:
        absence: The reason by its name: an absence, or what tells more, such as
            ``not reported`` or ``reports that differ``.
        count: How many.
        is_left_out: Whether these are only shown and do not count.
    """

    absence: str
    count: int
    is_left_out: bool = False


def absences_of(score: Score) -> tuple[AbsenceCount, ...]:
    """Count the parts of *score* that have no value or do not count, by reason.

    Those that count come first; reasons that do not occur are left out.
    """
    counted: Counter[tuple[bool, str]] = Counter()
    for part in score.parts:
        if name := part.missing or (LEFT_OUT if part.is_left_out else ""):
            counted[part.is_left_out, name] += 1
    return tuple(
        AbsenceCount(absence=name, count=count, is_left_out=is_left_out)
        for (is_left_out, name), count in sorted(counted.items(), key=_order)
    )


def _order(counted: tuple[tuple[bool, str], int]) -> tuple[bool, int, str]:
    (is_left_out, name), _ = counted
    place = ABSENCES.index(name) if name in ABSENCES else len(ABSENCES)
    return is_left_out, place, name
