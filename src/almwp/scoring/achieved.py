"""How much of its way an indicator went, and how that came about."""

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.indicator import Reading, Target
from almwp.model.source import Origin
from almwp.scoring import achievementwords as words
from almwp.scoring.path import Expected

ONE, NONE = Fraction(1), Fraction(0)


class Pace(StrEnum):
    """How a reading compares with what the path to the target expects."""

    AHEAD = words.AHEAD
    BEHIND = words.BEHIND
    OPEN = words.OPEN


@frozen(kw_only=True)
class Achievement:
    """How much of its way an indicator went.

    Attributes:
        value: The share by the policy, or why there is none.
        low: The least that it can be.
        high: The most.
        raw: The share before it was capped; None where there is no such number.
        is_left_out: Whether by the policy it does not count.
        reading: The reading that counts.
        baseline: The baseline that counts.
        target: The last target.
        expected: What the path to the target expects when the reading was made.
        pace: How the reading compares with that.
        reasons: How it came about.
        missing_as: Why there is no value, by a name that tells more than the absence.
        cells: The cells that decide it, that of the reading first.
    """

    value: Fraction | Absence
    low: Fraction = NONE
    high: Fraction = ONE
    raw: Fraction | None = None
    is_left_out: bool = False
    reading: Reading | None = None
    baseline: Reading | None = None
    target: Target | None = None
    expected: Expected | None = None
    pace: Pace | None = None
    reasons: tuple[str, ...] = field(default=(), converter=frozen_items)
    missing_as: str = ""
    cells: tuple[Origin, ...] = field(default=(), converter=frozen_items)
