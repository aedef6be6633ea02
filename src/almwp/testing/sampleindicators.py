"""Made-up indicators and readings of Viet Nam and others, for tests of scores."""

from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.ids import CountryCode, IndicatorId
from almwp.model.indicator import (
    Direction,
    Indicator,
    IndicatorKind,
    Reading,
    Target,
)
from almwp.model.moment import Moment
from almwp.model.text import Text


def sample_reading(when: str, value: Fraction | int | Absence, *parts: int) -> Reading:
    """Return a reading; *parts* are its numerator and its denominator."""
    numerator, denominator = parts or (None, None)
    return Reading(
        when=Moment.parse(when),
        value=value if isinstance(value, Absence) else Fraction(value),
        numerator=None if numerator is None else Fraction(numerator),
        denominator=None if denominator is None else Fraction(denominator),
    )


def sample_indicator(
    *readings: Reading,
    base: int | None = 40,
    target: int | None = 60,
    milestones: tuple[tuple[int, int], ...] = (),
    direction: Direction = Direction.RISING,
    kind: IndicatorKind = IndicatorKind.LEVEL,
    unit: str = "people",
    number: int = 1,
    country: str = "VN",
) -> Indicator:
    """Return an indicator with a baseline of 2020 and a target for 2025.

    Args:
        readings: What was measured.
        base: The baseline; none where it is None.
        target: The target for 2025; none where it is None.
        milestones: Years before, and the target of each.
        direction: Which way is better.
        kind: What a reading counts.
        unit: Its unit.
        number: By which it is named.
        country: Whose it is.
    """
    aims = [*milestones, *([(2025, target)] if target is not None else [])]
    return Indicator(
        id=IndicatorId(f"{country}:indicator:{number}"),
        name=Text.of(f"Indicator {number}"),
        unit=unit,
        country=CountryCode(country),
        direction=direction,
        kind=kind,
        baseline=None if base is None else sample_reading("2020", base),
        targets=[Target(year=year, value=Fraction(value)) for year, value in aims],
        readings=readings,
    )
