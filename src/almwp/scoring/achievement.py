"""Achievement: how much of the way from baseline to target an indicator went."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import evolve, field, frozen

from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.indicator import Direction, Indicator, Reading, Target
from almwp.model.policy import (
    AbsenceRule,
    Cap,
    NoBaseline,
    Policy,
    TargetIsBaseline,
)
from almwp.scoring import achievementwords as words
from almwp.scoring.measured import Measured, measured
from almwp.scoring.path import Expected, Path
from almwp.scoring.wording import because, shown

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


def achievement_of(
    indicator: Indicator,
    policy: Policy,
    day: date | None = None,
    group: Sequence[object] = (),
) -> Achievement:
    """Return how much of its way *indicator* went by *day*.

    It is (reading - baseline) / (target - baseline), whichever way is better, so a
    falling indicator that falls gains.  Of an indicator that is to be kept, it is the
    part of the baseline's distance to the target that is gone.  Where there is no such
    number, the policy says what counts, and nothing is put in its place.

    Args:
        indicator: The indicator.
        policy: What counts where the formula has no answer.
        day: The day as of which to look; all readings count when not given.
        group: The groups, such as women, of which to tell; everybody if not given.
    """
    of = tuple(group)
    bases = (indicator.baseline, *indicator.group_baselines)
    base = next((b for b in bases if b and b.group == of), None)
    made = measured(indicator, (r for r in indicator.readings if r.group == of), day)
    targets = [t for t in indicator.targets if t.group == of]
    return _Case(
        indicator=indicator, policy=policy, made=made, base=base, targets=targets
    ).answer()


@frozen(kw_only=True)
class _Case:
    indicator: Indicator
    policy: Policy
    made: Measured
    base: Reading | None
    targets: tuple[Target, ...] = field(converter=frozen_items)

    def answer(self) -> Achievement:
        reading = self.made.reading
        if reading is None or isinstance(reading.value, Absence):
            return self._absent(reading)
        if self.made.is_open:
            return self._open(Absence.BLANK)
        if not self.targets:
            return self._open(Absence.BLANK, because(words.NO_TARGET))
        year = max(t.year for t in self.targets)
        last = sorted((t for t in self.targets if t.year == year), key=_value_of)
        if last[0].value != last[-1].value:
            values = tuple(dict.fromkeys(shown(t.value) for t in last))
            said = because(words.TWO_TARGETS, year=year, values=values)
            return self._open(Absence.BLANK, said)
        known = self._toward(last[0], reading, reading.value)
        return known if known.is_left_out else self._paced(known, reading)

    def _absent(self, reading: Reading | None) -> Achievement:
        rules = self.policy.absences
        if reading is None:
            rule, why = rules.not_reported, Absence.BLANK
        else:
            assert isinstance(reading.value, Absence)
            why = reading.value
            rule = {
                Absence.BLANK: rules.blank,
                Absence.NOT_APPLICABLE: rules.not_applicable,
                Absence.NOT_DUE: rules.not_due,
                Absence.WITHHELD: rules.withheld,
            }[why]
        if rule is AbsenceRule.LEAVE_OUT:
            return self._left_out(why)
        return self._open(why)

    def _toward(self, target: Target, reading: Reading, value: Fraction) -> Achievement:
        base, from_where = self._baseline(reading)
        is_met = self._is_met(value, target.value)
        facts = self._facts(target, reading)
        said = because(words.MET if is_met else words.NOT_MET, **facts)
        known = evolve(
            self._open(Absence.BLANK, *from_where), target=target, baseline=base
        )
        if base is None:
            if self.policy.no_baseline is NoBaseline.LEAVE_OUT:
                return self._left_out(Absence.BLANK, *from_where)
            return self._met_or(known, said) if is_met else _saying(known, said)
        assert isinstance(base.value, Fraction)
        way, done = target.value - base.value, value - base.value
        if self.indicator.direction is Direction.KEEP:
            if is_met:
                return self._counted(known, ONE, because(words.KEPT, **facts))
            way, done = abs(way), abs(way) - abs(value - target.value)
        if way == 0:
            return self._nothing_between(known, base.value, said, is_met)
        sentence = words.WAY
        match self.indicator.direction:
            case Direction.KEEP:
                sentence = words.NOT_KEPT
            case Direction.RISING | Direction.FALLING as direction:
                if (way > 0) != (direction is Direction.RISING):
                    wrong = because(
                        words.WRONG_WAY,
                        target=shown(target.value),
                        baseline=shown(base.value),
                        direction=direction,
                    )
                    wrong_way = _saying(known, wrong, said)
                    return self._met_or(wrong_way) if is_met else wrong_way
        share = done / way
        facts |= {"baseline": shown(base.value), "share": share}
        return self._counted(known, share, because(sentence, **facts))

    def _facts(self, target: Target, reading: Reading) -> dict[str, object]:
        assert isinstance(reading.value, Fraction)
        return {
            "reading": shown(reading.value),
            "when": reading.when,
            "target": shown(target.value),
            "year": target.year,
        }

    def _is_met(self, value: Fraction, target: Fraction) -> bool:
        match self.indicator.direction:
            case Direction.RISING:
                return value >= target
            case Direction.FALLING:
                return value <= target
            case Direction.KEEP:
                return abs(value - target) <= self.policy.keep_within * abs(target)

    def _baseline(self, reading: Reading) -> tuple[Reading | None, list[str]]:
        """Return the baseline that counts, and what must be said of it."""
        if self.base and isinstance(self.base.value, Fraction):
            return self.base, []
        rule = self.policy.no_baseline
        said = [because(words.NO_BASELINE, rule=rule)]
        first = self.made.first
        if rule is not NoBaseline.FIRST_READING or first is None:
            return None, said
        if first.when == reading.when:
            return None, [*said, because(words.ONLY_READING)]
        assert isinstance(first.value, Fraction)
        value = shown(first.value)
        said.append(because(words.FIRST_READING, value=value, when=first.when))
        return first, said

    def _nothing_between(
        self, known: Achievement, value: Fraction, said: str, is_met: bool
    ) -> Achievement:
        rule = self.policy.target_is_baseline
        why = because(words.NOTHING_BETWEEN, value=shown(value), rule=rule)
        if rule is TargetIsBaseline.LEAVE_OUT:
            return self._left_out(Absence.NOT_APPLICABLE, said, why)
        known = _saying(known, said, why)
        if is_met:
            return self._met_or(known)
        if rule is TargetIsBaseline.MET_OR_NOT:
            return evolve(known, value=NONE, low=NONE, high=NONE)
        return known

    def _met_or(self, known: Achievement, *said: str) -> Achievement:
        """Return a target that is met: all of the way, however long that was.

        How much more than all it is cannot be told; where more counts as more, it is
        at least all.
        """
        known = evolve(_saying(known, *said), low=ONE, high=ONE)
        is_capped = self.policy.cap is Cap.CAPPED
        return evolve(known, value=ONE) if is_capped else known

    def _counted(self, known: Achievement, raw: Fraction, said: str) -> Achievement:
        reasons = [said]
        value = raw
        if self.policy.cap is Cap.CAPPED:
            value = min(max(raw, NONE), ONE)
        if value != raw:
            reasons.append(because(words.CAPPED, raw=raw, value=value))
        answer = evolve(known, value=value, low=value, high=value, raw=raw)
        return _saying(answer, *reasons)

    def _paced(self, known: Achievement, reading: Reading) -> Achievement:
        """Add what the path expects at the time of the reading."""
        base, value = known.baseline, reading.value
        if base is None or self.indicator.direction is Direction.KEEP:
            return known
        assert reading.when is not None
        assert isinstance(value, Fraction)
        years = {t.year for t in self.targets}
        if len(years) < len(self.targets):
            return known  # which of two targets of one year counts is not known
        milestones = sorted(self.targets, key=lambda t: t.year)
        expected = Path(baseline=base, milestones=milestones).at(reading.when)
        if expected is None:
            return known
        low, high = expected.low, expected.high
        is_rising = self.indicator.direction is Direction.RISING
        if value >= high if is_rising else value <= low:
            pace = Pace.AHEAD
        elif value < low if is_rising else value > high:
            pace = Pace.BEHIND
        else:
            pace = Pace.OPEN
        facts = {"when": reading.when, "pace": pace}
        said = because(words.EXPECTED, expected=shown(low), **facts)
        if low != high:
            between = {"low": shown(low), "high": shown(high)}
            said = because(words.EXPECTED_BETWEEN, **between, **facts)
        return _saying(evolve(known, expected=expected, pace=pace), said)

    def _open(self, why: Absence, *said: str) -> Achievement:
        reasons = (*self.made.reasons, *said)
        return Achievement(value=why, reading=self.made.reading, reasons=reasons)

    def _left_out(self, why: Absence, *said: str) -> Achievement:
        left = self._open(why, *said, because(words.LEFT_OUT))
        return evolve(left, is_left_out=True)


def _saying(known: Achievement, *said: str) -> Achievement:
    return evolve(known, reasons=(*known.reasons, *said))


def _value_of(target: Target) -> tuple[Fraction, str]:
    return target.value, repr(target)
