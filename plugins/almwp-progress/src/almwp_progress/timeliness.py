"""Timeliness: what is due, overdue and in time, and the progress that was expected."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from attrs import evolve

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.score import Part, Scope, Score, Scorecard, ScoreLine, Share
from almwp.model.source import Basis
from almwp.model.workplan import WorkPlan
from almwp.scoring.dueness import ExpectedShare, expected_share
from almwp.scoring.means import Counted, mean_of
from almwp.scoring.question import Question
from almwp.scoring.shares import share_of
from almwp.scoring.states import known_state
from almwp.scoring.wording import because
from almwp_progress.delivery import WITHDRAWN as LEFT_OUT
from almwp_progress.delivery import average_progress
from almwp_progress.progress import percent_words, progress_of
from almwp_progress.rollup import day_remark, newest_moment, own_activities, roll_up
from almwp_progress.timing import FINE, KnownTiming, Timing, timing_of

IN_TIME_METHOD = (
    "number completed in time, due or not due yet of number of all not withdrawn"
)
SHARE_METHOD = "number '{timing}' of number of all"
UNKNOWN_METHOD = "number of which it is not known where they stand of number of all"
EXPECTED_METHOD = (
    "mean of the shares of the time frames that are over, each activity counting the "
    "same"
)
NOT_KNOWN = "not known"
OPEN = (
    "where {count} of {total} stand is not known: the bounds are the cases that none "
    "of them and that all of them are so"
)
EXPECTED = "expected by {day}: {low} to {high}"
EXPECTED_EXACTLY = "expected by {day}: {share}"
NO_EXPECTED = "the time frame does not tell how much is expected"
WITHDRAWN = "withdrawn, so nothing is expected"


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Tell which activities of *plan* are in time, as a whole and by scope."""
    own = own_activities(plan, question)
    moment = question.as_of or newest_moment(own)
    asked = question.as_of.end if question.as_of else None
    day = moment.end if moment else None
    timings = {a.id: timing_of(a, known_state(a, asked), asked, day) for a in own}
    progress = {a.id: progress_of(a, asked, day) for a in own}

    def line(scope: Scope, activities: tuple[Activity, ...]) -> ScoreLine:
        shares = [_share(timing, activities, timings) for timing in Timing]
        figures = [
            Share(name="expected", score=_expected(activities, timings, day)),
            Share(
                name="actual",
                score=average_progress(activities, progress, question.policy),
            ),
        ]
        return ScoreLine(
            scope=scope,
            score=_in_time(activities, timings),
            shares=(*shares, _not_known(activities, timings)),
            figures=figures,
        )

    remarks = () if question.as_of else (day_remark(moment),)
    return roll_up("timeliness", plan, question, line, moment, remarks)


def _in_time(
    activities: tuple[Activity, ...], timings: Mapping[ActivityId, KnownTiming]
) -> Score:
    """Return the share that is in time; what was withdrawn is shown, not counted."""
    parts, withdrawn = [], []
    for activity in activities:
        timing = timings[activity.id]
        if timing.timing is Timing.WITHDRAWN:
            value = Absence.NOT_APPLICABLE
            withdrawn.append(_part(activity, timing, value, weight=0))
        else:
            parts.append(_part(activity, timing, _value(timing)))
    missing = sum(isinstance(part.value, Absence) for part in parts)
    reasons = [because(OPEN, count=missing, total=len(parts))] if missing else []
    if withdrawn:
        reasons.append(because(LEFT_OUT, count=len(withdrawn)))
    made = share_of(parts, method=IN_TIME_METHOD, reasons=reasons)
    return evolve(made, parts=(*parts, *withdrawn))


def _value(timing: KnownTiming) -> Fraction | Absence:
    """Return whether it is in time; without a time frame nobody knows."""
    if timing.possible <= FINE:
        return Fraction(1)
    if not timing.possible.isdisjoint({*FINE, Timing.NO_END}):
        return timing.absence
    return Fraction(0)


def _share(
    timing: Timing,
    activities: tuple[Activity, ...],
    timings: Mapping[ActivityId, KnownTiming],
) -> Share:
    parts = []
    for activity in activities:
        known = timings[activity.id]
        value: Fraction | Absence = known.absence
        if timing not in known.possible:
            value = Fraction(0)
        elif known.timing is timing:
            value = Fraction(1)
        parts.append(_part(activity, known, value))
    missing = sum(isinstance(part.value, Absence) for part in parts)
    reasons = [because(OPEN, count=missing, total=len(parts))] if missing else []
    method = because(SHARE_METHOD, timing=timing.value)
    return Share(
        name=timing.value, score=share_of(parts, method=method, reasons=reasons)
    )


def _not_known(
    activities: tuple[Activity, ...], timings: Mapping[ActivityId, KnownTiming]
) -> Share:
    """Return the share of which the place is not known; that itself is known."""
    parts = [
        _part(a, timings[a.id], Fraction(timings[a.id].timing is None))
        for a in activities
    ]
    return Share(name=NOT_KNOWN, score=share_of(parts, method=UNKNOWN_METHOD))


def _expected(
    activities: tuple[Activity, ...],
    timings: Mapping[ActivityId, KnownTiming],
    day: date | None,
) -> Score:
    """Return the progress that is expected by *day* if work goes on evenly."""
    counted = []
    for activity in activities:
        timing = timings[activity.id]
        is_withdrawn = timing.timing is Timing.WITHDRAWN
        expected = expected_share(activity.timeframe, day) if day else None
        low, high = _bounds(expected)
        value: Fraction | Absence = Absence.BLANK
        reason = because(NO_EXPECTED)
        if is_withdrawn:
            value, reason = Absence.NOT_APPLICABLE, because(WITHDRAWN)
        elif expected and low == high:
            value = expected.low
            reason = because(EXPECTED_EXACTLY, day=day, share=percent_words(value))
        elif expected:
            least, most = percent_words(expected.low), percent_words(expected.high)
            reason = because(EXPECTED, day=day, low=least, high=most)
        part = Part(
            id=activity.id,
            title=activity.title,
            weight=Fraction(0 if is_withdrawn else 1),
            value=value,
            reason=reason,
            origin=activity.origin_of("timeframe"),
            low=None if value == low or is_withdrawn else low,
            high=None if value == low or is_withdrawn else high,
        )
        counted.append(
            Counted(
                part=part,
                low=low,
                high=high,
                weight=part.weight,
                is_left_out=is_withdrawn,
            )
        )
    return mean_of(counted, method=EXPECTED_METHOD)


def _bounds(expected: ExpectedShare | None) -> tuple[Fraction, Fraction]:
    if expected is None:
        return Fraction(0), Fraction(1)
    return expected.low, expected.high


def _part(
    activity: Activity,
    timing: KnownTiming,
    value: Fraction | Absence,
    weight: int = 1,
) -> Part:
    report = timing.state.report
    return Part(
        id=activity.id,
        title=activity.title,
        weight=Fraction(weight),
        value=value,
        reason=timing.reason,
        basis=report.basis if report else Basis.REPORTED,
        origin=activity.origin_of("timeframe") or (report.origin if report else None),
    )
