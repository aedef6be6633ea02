"""What an indicator measured last: the reading that counts as of a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from attrs import evolve, field, frozen

from almwp.intake.measures import is_percentage
from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.indicator import Indicator, IndicatorKind, Reading
from almwp.model.moment import Moment, Precision
from almwp.model.surely import surely
from almwp.scoring import achievementwords as words
from almwp.scoring.wording import because, shown

_PLACES = 6
"""Digits behind the point that are looked at to see how a number was rounded."""


@frozen(kw_only=True)
class Measured:
    """The reading that counts as of a day.

    Attributes:
        reading: The reading; None where none was made.
        first: The oldest reading that has a value.
        readings: The readings of which that one is made, and those that rival it.
        is_open: Whether readings of one time differ, or a year from its parts.
        reasons: How it came about.
    """

    reading: Reading | None = None
    first: Reading | None = None
    readings: tuple[Reading, ...] = field(default=(), converter=frozen_items)
    is_open: bool = False
    reasons: tuple[str, ...] = field(default=(), converter=frozen_items)


def measured(
    indicator: Indicator, readings: Iterable[Reading], day: date | None
) -> Measured:
    """Return what *readings* of *indicator* say as of *day*, all when not given.

    A reading known only by its year was surely made by the last day of that year.  A
    reading left blank takes nothing away from the one before it; one that is
    withheld, not due or not applicable does.  Of an indicator per period the newest
    whole year counts: months and quarters of a year are added up, percentages by
    their numerators and denominators.  A level or a total so far is never added up.
    """
    dated = [r for r in readings if r.when]
    made = [_exactly(r, indicator.unit) for r in dated if _is_made(r, day)]
    if not made:
        why = words.NO_READING
        if dated and day:
            return Measured(reasons=[because(words.NO_READING_YET, day=day)])
        return Measured(reasons=[why])
    reasons: list[str] = []
    is_open = False
    if indicator.kind is IndicatorKind.PER_PERIOD:
        made, reasons, is_open = _by_year(made, indicator.unit)
    telling = [r for r in made if r.value is not Absence.BLANK] or made
    newest = max(telling, key=_age)
    same = {r.value for r in telling if r.when == newest.when}
    # Of a year that is counted by its parts, each of them decides.
    is_year = indicator.kind is IndicatorKind.PER_PERIOD
    exact = [_exactly(r, indicator.unit) for r in dated if _is_made(r, day)]
    used = [r for r in exact if _is_of(r, newest, within=is_year)]
    if len(same) > 1:
        values = tuple(sorted(_shown(value) for value in same))
        reasons.append(because(words.RIVALS, when=newest.when, values=values))
        return Measured(reading=newest, readings=used, is_open=True, reasons=reasons)
    numbers = [r for r in telling if isinstance(r.value, Fraction)]
    if indicator.kind is IndicatorKind.CUMULATIVE:
        reasons += _falls(sorted(numbers, key=_age))
    if isinstance(newest.value, Absence) and not reasons:
        said = because(words.ABSENT, when=newest.when, absence=newest.value)
        reasons.append(said)
    elif _has_parts(newest) and is_percentage(indicator.unit) and not reasons:
        reasons.append(_parts_of(newest))
    first = min(numbers, key=_age, default=None)
    return Measured(
        reading=newest, first=first, readings=used, is_open=is_open, reasons=reasons
    )


def _is_of(reading: Reading, newest: Reading, *, within: bool) -> bool:
    """Say whether *reading* tells what *newest* does, or a part of its year."""
    if reading.when is None or newest.when is None:
        return False
    if reading.when == newest.when:
        return reading.value is not Absence.BLANK or newest.value is Absence.BLANK
    is_year = within and newest.when == Moment.year(newest.when.start.year)
    return is_year and reading.when.start.year == newest.when.start.year


def _is_made(reading: Reading, day: date | None) -> bool:
    return reading.when is not None and (day is None or reading.when.end <= day)


def _age(reading: Reading) -> tuple[date, date, str]:
    when = surely(Moment, reading.when)
    # The last piece keeps the choice between equal readings from following rows.
    return when.end, when.start, repr(reading)


def _shown(value: Fraction | Absence) -> str:
    return str(value) if isinstance(value, Absence) else shown(value)


def _exactly(reading: Reading, unit: str) -> Reading:
    """Return a percentage as its numerator and denominator give it, not as rounded."""
    numerator, denominator = reading.numerator, reading.denominator
    if not is_percentage(unit) or numerator is None or denominator is None:
        return reading
    if isinstance(reading.value, Absence) and reading.value is not Absence.BLANK:
        return reading
    return evolve(reading, value=100 * numerator / denominator)


def _has_parts(reading: Reading) -> bool:
    is_number = isinstance(reading.value, Fraction)
    return is_number and None not in (reading.numerator, reading.denominator)


def _parts_of(reading: Reading) -> str:
    return because(
        words.PARTS,
        reading=_shown(reading.value),
        numerator=shown(reading.numerator or Fraction()),
        denominator=shown(reading.denominator or Fraction()),
    )


def _falls(in_order: Sequence[Reading]) -> list[str]:
    found = []
    for before, after in pairwise(in_order):
        was, now = surely(Fraction, before.value), surely(Fraction, after.value)
        if now < was:
            facts = {"before": shown(was), "after": shown(now)}
            found.append(because(words.FELL, when=after.when, **facts))
    return found


def _by_year(made: list[Reading], unit: str) -> tuple[list[Reading], list[str], bool]:
    """Return one reading for each whole year, and how the newest came about.

    A year that is told as a whole and contradicts its parts keeps the number that was
    told for it.  If it is the newest, which of the two counts is open.
    """
    by_year: dict[int, list[Reading]] = {}
    for reading in made:
        by_year.setdefault(_year(reading), []).append(reading)
    whole: list[Reading] = []
    reasons: list[str] = []
    is_open = False
    for year in sorted(by_year, reverse=True):
        readings = by_year[year]
        said = [r for r in readings if r.when == Moment.year(year)]
        parts = [r for r in readings if r.when != Moment.year(year)]
        summed = _whole_year(parts, unit) if parts else None
        against = [r for r in said if summed and not _agrees(r, summed, unit)]
        if summed and against:
            is_open = is_open or not whole
            reasons += [_against(each, summed, len(parts)) for each in against]
        if any(r.value is not Absence.BLANK for r in said) or (said and not summed):
            whole += said
        elif summed:
            whole.append(summed)
            if len(whole) == 1:
                reasons.append(_how(summed, parts, unit))
        elif not whole:
            reasons.append(because(words.PART_OF_YEAR, year=year))
    return whole or [_nothing(made)], reasons, is_open


def _agrees(stated: Reading, summed: Reading, unit: str) -> bool:
    """Say whether a year's own number is that of its parts, as far as it was written.

    A percentage is written rounded; a count is not.
    """
    if isinstance(stated.value, Absence) or isinstance(summed.value, Absence):
        return True  # That nothing was said of the whole contradicts no part.
    if not is_percentage(unit) or stated.denominator:
        return stated.value == summed.value
    places = 0
    while (stated.value * 10**places).denominator > 1 and places < _PLACES:
        places += 1
    return stated.value == round(summed.value, places)


def _against(stated: Reading, summed: Reading, count: int) -> str:
    return because(
        words.YEAR_AGAINST_PARTS,
        year=_year(stated),
        stated=_shown(stated.value),
        summed=_shown(summed.value),
        count=count,
    )


def _nothing(made: list[Reading]) -> Reading:
    newest = max(made, key=_age)
    is_absent = isinstance(newest.value, Absence)
    return newest if is_absent else evolve(newest, value=Absence.BLANK)


def _whole_year(readings: list[Reading], unit: str) -> Reading | None:
    """Add up periods that make a whole year without a gap or an overlap."""
    in_order = sorted(readings, key=_age)
    year = Moment.year(_year(in_order[0]))
    next_day = year.start.toordinal()
    for each in in_order:
        when = surely(Moment, each.when)
        is_day = when.precision is Precision.DAY
        if is_day or when.start.toordinal() != next_day:
            return None
        next_day = when.end.toordinal() + 1
    if next_day != year.end.toordinal() + 1:
        return None
    return _added(in_order, unit)


def _added(readings: list[Reading], unit: str) -> Reading | None:
    values = [r.value for r in readings if isinstance(r.value, Fraction)]
    if len(values) < len(readings):
        return None
    year = Moment.year(_year(readings[0]))
    whole = evolve(readings[-1], when=year, numerator=None, denominator=None)
    if not is_percentage(unit):
        return evolve(whole, value=sum(values, Fraction(0)))
    numerator = _total(r.numerator for r in readings)
    denominator = _total(r.denominator for r in readings)
    if numerator is None or not denominator:
        return None
    return evolve(
        whole,
        value=100 * numerator / denominator,
        numerator=numerator,
        denominator=denominator,
    )


def _total(several: Iterable[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for each in several:
        if each is None:
            return None
        total += each
    return total


def _year(reading: Reading) -> int:
    return surely(Moment, reading.when).start.year


def _how(summed: Reading, readings: list[Reading], unit: str) -> str:
    facts = {
        "value": _shown(summed.value),
        "count": len(readings),
        "year": str(summed.when),
    }
    if not is_percentage(unit):
        return because(words.SUMMED, **facts)
    return because(
        words.POOLED_YEAR,
        numerator=shown(summed.numerator or Fraction()),
        denominator=shown(summed.denominator or Fraction()),
        **facts,
    )
