"""Indicators: numbers that follow one country over time."""

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.fields import frozen_items, is_filled
from almwp.model.ids import CountryCode, FrameworkId, IndicatorId, NodeId
from almwp.model.moment import Moment
from almwp.model.source import Origin
from almwp.model.text import Text


class Direction(StrEnum):
    """Which way is better."""

    RISING = "rising"
    FALLING = "falling"
    KEEP = "keep"


class IndicatorKind(StrEnum):
    """What a reading counts: the level now, all so far, or one period."""

    LEVEL = "level"
    CUMULATIVE = "cumulative"
    PER_PERIOD = "per period"


@frozen(kw_only=True)
class Disaggregation:
    """The group that a reading speaks of.

    Attributes:
        by: ``sex``, ``sector``, ``migrant status``...
        group: The group, in the sender's words.
    """

    by: str = field(validator=is_filled)
    group: str = field(validator=is_filled)


@frozen(kw_only=True)
class Reading:
    """A value of an indicator at one time.

    Attributes:
        when: The time of which it speaks.
        value: The value in the indicator's unit, exactly, or why there is none.
        numerator: Upper part of a percentage, where given.
        denominator: Lower part; not zero.
        group: The groups of which it speaks; empty for everybody.
        origin: The cell in which it was read.

    Raises:
        ValueError: The denominator is zero.
    """

    when: Moment
    value: Fraction | Absence
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    group: tuple[Disaggregation, ...] = field(default=(), converter=frozen_items)
    origin: Origin | None = None

    def __attrs_post_init__(self) -> None:
        if self.denominator == 0:
            raise ValueError("the denominator of a reading is not zero")


@frozen(kw_only=True)
class Target:
    """The value that an indicator is to reach by the end of *year*."""

    year: int
    value: Fraction
    origin: Origin | None = None


@frozen(kw_only=True)
class Indicator:
    """A number by which an outcome or an activity is followed.

    Attributes:
        id: Its id.
        name: Its name.
        framework: The framework to which it belongs.
        node: The node that it follows.
        country: The country that it follows.
        unit: Its unit, such as ``%`` or ``workers``.
        direction: Which way is better.
        kind: What a reading counts.
        baseline: The value from which progress counts, or None where missing.
        targets: What is to be reached, by year.
        readings: What was measured, oldest first.
    """

    id: IndicatorId = field(validator=is_filled)
    name: Text
    framework: FrameworkId | None = None
    node: NodeId | None = None
    country: CountryCode | None = None
    unit: str = ""
    direction: Direction = Direction.RISING
    kind: IndicatorKind = IndicatorKind.LEVEL
    baseline: Reading | None = None
    targets: tuple[Target, ...] = field(default=(), converter=frozen_items)
    readings: tuple[Reading, ...] = field(default=(), converter=frozen_items)
