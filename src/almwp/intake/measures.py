"""Look at the numbers of an indicator together: shares, targets and the baseline."""

from collections.abc import Iterator
from fractions import Fraction

from attrs import evolve

from almwp.findings import row_rules, value_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.numbercolumn import written
from almwp.model.absence import Absence
from almwp.model.folding import fold
from almwp.model.indicator import Direction, Disaggregation, Indicator, Reading
from almwp.model.source import Origin

_PERCENT = frozenset(
    fold(word)
    for word in ("percent", "per cent", "percentage", "phần trăm", "tỷ lệ phần trăm")
) | frozenset(fold(word) for word in ("persen", "persentase", "peratus"))
_MOST_DECIMALS = 12


def is_percentage(unit: str) -> bool:
    """Say whether an indicator counts in hundredths."""
    return "%" in unit or fold(unit) in _PERCENT


def with_share(reading: Reading, unit: str) -> Reading:
    """Return *reading*, with the percentage that its parts are where it has none."""
    share = _share(reading)
    if reading.value is Absence.BLANK and share is not None and is_percentage(unit):
        return evolve(reading, value=share)
    return reading


def _share(reading: Reading) -> Fraction | None:
    if reading.numerator is None or not reading.denominator:
        return None
    return 100 * reading.numerator / reading.denominator


def about_measures(indicator: Indicator) -> Iterator[Finding]:
    """Give what is doubtful in the numbers of an indicator."""
    bases = [*filter(None, [indicator.baseline]), *indicator.group_baselines]
    for baseline in bases:
        if baseline.when is None and baseline.origin:
            place = _place(baseline.origin)
            yield value_rules.UNDATED_BASELINE.at(place, field="baseline")
    yield from _about_targets(indicator, {b.group: b.value for b in bases})
    for reading in indicator.readings:
        yield from _about_share(reading, indicator.unit)


def _about_targets(
    indicator: Indicator,
    bases: dict[tuple[Disaggregation, ...], Fraction | Absence],
) -> Iterator[Finding]:
    for target in indicator.targets:
        base = bases.get(target.group)
        if not isinstance(base, Fraction) or target.origin is None:
            continue
        if isinstance(target.value, Absence):
            continue
        direction, rule = indicator.direction, None
        if direction is Direction.KEEP:
            continue
        if target.value == base:
            rule = row_rules.TARGET_EQUALS_BASELINE
        elif (target.value < base) == (direction is Direction.RISING):
            rule = row_rules.DIRECTION_CONTRADICTED
        if rule:
            yield rule.at(
                _place(target.origin),
                field="target",
                found=written(target.value),
                other=written(base),
            )


def _about_share(reading: Reading, unit: str) -> Iterator[Finding]:
    """Compare a percentage with its parts, to the decimals that it is given with."""
    share = _share(reading)
    if share is None or reading.origin is None:
        return
    place = _place(reading.origin)
    parts = f"{written(reading.numerator or Fraction())} / " + written(
        reading.denominator or Fraction()
    )
    if not is_percentage(unit):
        if reading.value is Absence.BLANK:
            yield value_rules.UNCLEAR_SHARE.at(place, field="numerator", found=parts)
        return
    if isinstance(reading.value, Fraction):
        said = written(reading.value)
        decimals = len(said.partition(".")[2])
        if decimals > _MOST_DECIMALS:
            return  # It was worked out of its parts, or measured to no end.
        if abs(reading.value - share) * 2 > Fraction(1, 10**decimals):
            yield row_rules.SHARE_DIFFERS.at(
                place,
                field="reading",
                found=said,
                expected=written(round(share, 2)),
                parts=parts,
            )


def _place(origin: Origin) -> Location:
    return Location(file=origin.file, sheet=origin.sheet, cell=origin.cell)
