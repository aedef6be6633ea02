"""Indicators: numbers that follow one country over time."""

from enum import StrEnum
from fractions import Fraction

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.activity import Extra, PlanReference, RowOrigin
from almwp.model.fields import frozen_items, is_filled
from almwp.model.ids import ActivityId, CountryCode, FrameworkId, IndicatorId, NodeId
from almwp.model.moment import Moment
from almwp.model.source import Origin, Source, cell_in
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
        when: The time of which it speaks; None for a baseline of which nobody says.
        value: The value in the indicator's unit, exactly, or why there is none.
        numerator: Upper part of a percentage, where given.
        denominator: Lower part; not zero.
        group: The groups of which it speaks; empty for everybody.
        origin: The cell in which it was read.

    Raises:
        ValueError: The denominator is zero.
    """

    when: Moment | None
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
    """The value that an indicator is to reach by the end of *year*.

    Attributes:
        year: The year.
        value: The value in the indicator's unit, or why there is none.
        group: The groups of which it speaks; empty for everybody.
        origin: The cell in which it was read.
    """

    year: int
    value: Fraction | Absence
    group: tuple[Disaggregation, ...] = field(default=(), converter=frozen_items)
    origin: Origin | None = None


@frozen(kw_only=True)
class Indicator:
    """A number by which an outcome or an activity is followed.

    Attributes:
        id: Its id.
        number: Its number in the sender's list.
        name: Its name.
        framework: The framework to which it belongs.
        node: The node that it follows.
        references: The outcome and the area that it follows, in the sender's words too.
        activities: The activities that it follows.
        country: The country that it follows.
        unit: Its unit, such as ``%`` or ``workers``.
        direction: Which way is better.
        kind: What a reading counts.
        baseline: The value from which progress counts, or None where missing.
        group_baselines: The same for single groups, such as women.
        targets: What is to be reached, by year.
        readings: What was measured, oldest first.
        sources: Surveys, records or pages from which the numbers come.
        remarks: What the sender adds.
        extras: Values of columns without a field.
        origins: The rows in which it was read.
    """

    id: IndicatorId = field(validator=is_filled)
    number: str = ""
    name: Text
    framework: FrameworkId | None = None
    node: NodeId | None = None
    references: tuple[PlanReference, ...] = field(default=(), converter=frozen_items)
    activities: tuple[ActivityId, ...] = field(default=(), converter=frozen_items)
    country: CountryCode | None = None
    unit: str = ""
    direction: Direction = Direction.RISING
    kind: IndicatorKind = IndicatorKind.LEVEL
    baseline: Reading | None = None
    group_baselines: tuple[Reading, ...] = field(default=(), converter=frozen_items)
    targets: tuple[Target, ...] = field(default=(), converter=frozen_items)
    readings: tuple[Reading, ...] = field(default=(), converter=frozen_items)
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    remarks: str = ""
    extras: tuple[Extra, ...] = field(default=(), converter=frozen_items)
    origins: tuple[RowOrigin, ...] = field(default=(), converter=frozen_items)

    def origin_of(self, key: str) -> Origin | None:
        """Return the cell in which the field *key* was read first, or None."""
        return cell_in(self.origins, key)
