"""Achievement: how much of the way from baseline to target an indicator went."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from attrs import evolve, field, frozen

from almwp.model.absence import Absence
from almwp.model.fields import frozen_items
from almwp.model.indicator import Direction, Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.policy import (
    AbsenceRule,
    Cap,
    NoBaseline,
    Policy,
    TargetIsBaseline,
)
from almwp.model.surely import surely
from almwp.scoring import achievementwords as words
from almwp.scoring.achieved import NONE, ONE, Achievement, Pace
from almwp.scoring.aims import aim_of, rule_for
from almwp.scoring.cells import cells_of
from almwp.scoring.measured import Measured, measured
from almwp.scoring.missing import NOT_REPORTED
from almwp.scoring.path import Path
from almwp.scoring.wording import because, shown


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
    known = _Case(
        indicator=indicator, policy=policy, made=made, base=base, targets=targets
    ).answer()
    start = known.baseline or base
    cells = cells_of(indicator, made.readings, start, aim_of(targets).targets)
    return evolve(known, cells=cells)


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
            return self._open(Absence.BLANK, named=words.DIFFERING)
        aim = aim_of(self.targets)
        if aim.absence:
            return self._ruled(aim.absence, aim.said)
        if aim.target is None:
            return self._open(Absence.BLANK, aim.said, named=aim.named)
        known = self._toward(aim.target, reading, reading.value)
        return known if known.is_left_out else self._paced(known, reading)

    def _absent(self, reading: Reading | None) -> Achievement:
        if reading is not None:
            return self._ruled(surely(Absence, reading.value))
        rule = self.policy.absences.not_reported
        if rule is AbsenceRule.LEAVE_OUT:
            return self._left_out(Absence.BLANK, named=NOT_REPORTED)
        return self._open(Absence.BLANK, named=NOT_REPORTED)

    def _ruled(self, why: Absence, *said: str) -> Achievement:
        """Return what by the policy becomes of what was given as absent."""
        if rule_for(why, self.policy.absences) is AbsenceRule.LEAVE_OUT:
            return self._left_out(why, *said)
        return self._open(why, *said)

    def _toward(self, target: Target, reading: Reading, value: Fraction) -> Achievement:
        aim = surely(Fraction, target.value)
        is_met = self._is_met(value, aim)
        facts = self._facts(target, reading)
        said = because(words.MET if is_met else words.NOT_MET, **facts)
        if withheld := self._absence_of_baseline():
            absent = because(words.BASELINE_ABSENT, absence=withheld)
            known = evolve(self._ruled(withheld, absent), target=target)
            if known.is_left_out:
                return known
            return self._met_or(known, said) if is_met else _saying(known, said)
        base, from_where = self._baseline(reading)
        name = "" if base else words.NO_BASELINE_NAME
        known = evolve(
            self._open(Absence.BLANK, *from_where, named=name),
            target=target,
            baseline=base,
        )
        if base is None:
            if self.policy.no_baseline is NoBaseline.LEAVE_OUT:
                return self._left_out(Absence.BLANK, *from_where, named=name)
            return self._met_or(known, said) if is_met else _saying(known, said)
        start = surely(Fraction, base.value)
        way, done = aim - start, value - start
        if self.indicator.direction is Direction.KEEP:
            if is_met:
                return self._counted(known, ONE, because(words.KEPT, **facts))
            way, done = abs(way), abs(way) - abs(value - aim)
        if way == 0:
            return self._nothing_between(known, start, said, is_met)
        sentence = words.WAY
        match self.indicator.direction:
            case Direction.KEEP:
                sentence = words.NOT_KEPT
            case Direction.RISING | Direction.FALLING as direction:
                if (way > 0) != (direction is Direction.RISING):
                    wrong = because(
                        words.WRONG_WAY,
                        target=shown(aim),
                        baseline=shown(start),
                        direction=direction,
                    )
                    wrong_way = _saying(known, wrong, said)
                    wrong_way = evolve(wrong_way, missing_as=words.WRONG_SIDE)
                    return self._met_or(wrong_way) if is_met else wrong_way
        share = done / way
        facts |= {"baseline": shown(start), "share": share}
        return self._counted(known, share, because(sentence, **facts))

    def _facts(self, target: Target, reading: Reading) -> dict[str, object]:
        return {
            "reading": shown(surely(Fraction, reading.value)),
            "when": reading.when,
            "target": shown(surely(Fraction, target.value)),
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

    def _absence_of_baseline(self) -> Absence | None:
        """Return as what the baseline was given that is no number; not a blank."""
        value = self.base.value if self.base else Absence.BLANK
        is_told = isinstance(value, Absence) and value is not Absence.BLANK
        return value if is_told and isinstance(value, Absence) else None

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
        value = shown(surely(Fraction, first.value))
        said.append(because(words.FIRST_READING, value=value, when=first.when))
        return first, said

    def _nothing_between(
        self, known: Achievement, value: Fraction, said: str, is_met: bool
    ) -> Achievement:
        rule = self.policy.target_is_baseline
        why = because(words.NOTHING_BETWEEN, value=shown(value), rule=rule)
        if rule is TargetIsBaseline.LEAVE_OUT:
            name = words.SAME_AS_BASELINE
            return self._left_out(Absence.NOT_APPLICABLE, said, why, named=name)
        known = evolve(_saying(known, said, why), missing_as=words.SAME_AS_BASELINE)
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
        when, value = surely(Moment, reading.when), surely(Fraction, value)
        years = {t.year for t in self.targets}
        if len(years) < len(self.targets):
            return known  # which of two targets of one year counts is not known
        milestones = sorted(self.targets, key=lambda t: t.year)
        expected = Path(baseline=base, milestones=milestones).at(when)
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

    def _open(self, why: Absence, *said: str, named: str = "") -> Achievement:
        reasons = (*self.made.reasons, *said)
        reading = self.made.reading
        return Achievement(
            value=why, reading=reading, reasons=reasons, missing_as=named
        )

    def _left_out(self, why: Absence, *said: str, named: str = "") -> Achievement:
        left = self._open(why, *said, because(words.LEFT_OUT), named=named)
        return evolve(left, is_left_out=True)


def _saying(known: Achievement, *said: str) -> Achievement:
    return evolve(known, reasons=(*known.reasons, *said))
