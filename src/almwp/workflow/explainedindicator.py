"""The record of all that is known of an indicator, as ``almwp explain`` tells it."""

from enum import StrEnum
from fractions import Fraction

import attrs
from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.ids import CountryCode, IndicatorId
from almwp.model.indicator import Direction, Disaggregation, IndicatorKind
from almwp.model.moment import Moment
from almwp.model.source import Origin
from almwp.workflow.explainedactivity import (
    ExplainedConflict,
    ExplainedField,
    ExplainedReference,
    ExplainedStanding,
)


class MeasureKind(StrEnum):
    """What a number of an indicator is."""

    BASELINE = "baseline"
    TARGET = "target"
    READING = "reading"


@frozen(kw_only=True)
class ExplainedMeasure:
    """A baseline, a target or a reading.

    Attributes:
        kind: Which of the three.
        when: Of when it is; of a target, the year by which it is to be reached.
        value: The value in the unit of the indicator, or why there is none.
        numerator: Upper part of a percentage, where given.
        denominator: Lower part.
        group: The groups of which it speaks; empty for everybody.
        origin: The cell in which it was read.
        parts_at: The cells of the numerator and the denominator.
        counts: Whether how far the indicator came is counted with it.
        is_later: Whether it was not surely made by the day that was asked for.
    """

    kind: MeasureKind
    when: Moment | None = None
    value: Fraction | Absence
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    group: tuple[Disaggregation, ...] = attrs.field(default=(), converter=frozen_items)
    origin: Origin | None = None
    parts_at: tuple[Origin, ...] = attrs.field(default=(), converter=frozen_items)
    counts: bool = False
    is_later: bool = False


@frozen(kw_only=True)
class ExplainedWay:
    """How far an indicator came, for everybody or for a group.

    Attributes:
        group: The groups of which it speaks; empty for everybody.
        steps: The formula, then the same with its numbers, step by step; empty where
            it has no answer.
        value: The share by the policy, or why there is none.
        low: The least that it can be.
        high: The most.
        raw: The share before it was capped; None where there is no such number.
        is_left_out: Whether by the policy it does not count.
        expected_low: The least that the path to the target expects at that time; None
            where no path is known.
        expected_high: The most.
        pace: How the reading compares with that; empty where no path is known.
        reasons: How it came about.
    """

    group: tuple[Disaggregation, ...] = attrs.field(default=(), converter=frozen_items)
    steps: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    value: Fraction | Absence
    low: Fraction
    high: Fraction
    raw: Fraction | None = None
    is_left_out: bool = False
    expected_low: Fraction | None = None
    expected_high: Fraction | None = None
    pace: str = ""
    reasons: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class ExplainedPool:
    """How an indicator of several countries was put together.

    Attributes:
        countries: The countries, those that count.
        numerator: All numerators together; None where they are not put together.
        denominator: All denominators together.
        steps: The sums and the formula, step by step.
        value: How far all came, or why that is not known.
        low: The least that it can be.
        high: The most.
        reasons: How it came about.
        cells: The cells of all countries that decide it.
    """

    countries: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    steps: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    value: Fraction | Absence
    low: Fraction
    high: Fraction
    reasons: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    cells: tuple[Origin, ...] = attrs.field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class ExplainedIndicator:
    """All that is known of an indicator.

    Attributes:
        id: Its id.
        number: Its number in the sender's list.
        title: Its name.
        country: The country that it follows.
        unit: Its unit.
        direction: Which way is better.
        kind: What a reading counts.
        fields: What its rows say that is no number, field by field.
        references: The places in plans to which it belongs.
        baselines: What progress counts from, for everybody and for groups.
        targets: What is to be reached, by year.
        readings: What was measured, oldest first.
        way: How far it came.
        groups: The same of each group of which there are readings.
        together: How it was put together with that of other countries; None where it
            stands by itself.
        ask_for: By what nobody told its readings apart: sex, sector, migrant status.
        conflicts: Where senders contradict one another.
        standings: The figures in which it counts.
    """

    id: IndicatorId
    number: str = ""
    title: str = ""
    country: CountryCode | None = None
    unit: str = ""
    direction: Direction
    kind: IndicatorKind
    fields: tuple[ExplainedField, ...] = attrs.field(default=(), converter=frozen_items)
    references: tuple[ExplainedReference, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    baselines: tuple[ExplainedMeasure, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    targets: tuple[ExplainedMeasure, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    readings: tuple[ExplainedMeasure, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    way: ExplainedWay
    groups: tuple[ExplainedWay, ...] = attrs.field(default=(), converter=frozen_items)
    together: ExplainedPool | None = None
    ask_for: tuple[str, ...] = attrs.field(default=(), converter=frozen_items)
    conflicts: tuple[ExplainedConflict, ...] = attrs.field(
        default=(), converter=frozen_items
    )
    standings: tuple[ExplainedStanding, ...] = attrs.field(
        default=(), converter=frozen_items
    )
