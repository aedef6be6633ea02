"""Whether one activity is in time: what is known of it, or all that it can be."""

from datetime import date
from enum import StrEnum

from attrs import evolve, frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation
from almwp.model.moment import Moment
from almwp.scoring.dueness import Due, due_on, months_over
from almwp.scoring.editions import is_recurring
from almwp.scoring.states import KnownState, State, told_state
from almwp.scoring.wording import because, joined
from almwp_progress.deciding import NO_CELLS, Deciding, cells_of_state, deciding
from almwp_progress.percents import made_by
from almwp_progress.reasons import absence_of, reason_for

OVERDUE = (
    "to end by {end}, overdue by {low} to {high} months, reported as {state} ({when})"
)
OVERDUE_MONTHS = (
    "to end by {end}, overdue by {months} months, reported as {state} ({when})"
)
OVERDUE_UNLESS = (
    "to end by {end}, which is {low} to {high} months ago: overdue unless completed "
    "since it was reported as {state} ({when})"
)
OVERDUE_UNLESS_MONTHS = (
    "to end by {end}, which is {months} months ago: overdue unless completed "
    "since it was reported as {state} ({when})"
)
DUE = "to end by {end}, due now, reported as {state} ({when})"
NOT_YET = "to end by {end}, not due yet, reported as {state} ({when})"
DUE_NO_STATE = "to end by {end}, due now"
NOT_YET_NO_STATE = "to end by {end}, not due yet"
OVER_NO_STATE = "to end by {end}, which is {low} to {high} months ago"
OVER_NO_STATE_MONTHS = "to end by {end}, which is {months} months ago"
IN_TIME = "to end by {end}, completed in time: reported by {day}"
LATE = "to end by {end}, completed late: on {day} it was not completed yet"
WHEN_COMPLETED = (
    "to end by {end}, completed: whether in time is not known, "
    "as it was reported only by {day}"
)
WHEN_COMPLETED_UNDATED = (
    "to end by {end}, completed: whether in time is not known, "
    "as no report of it has a date"
)
UNDATED = "without a date"
NO_END = "no time frame with an end is stated"
COMES_BACK = "it comes back, and no end is stated"
NO_DAY = "there is no day as of which to say what is due"


class Timing(StrEnum):
    """Where an activity stands against its time frame."""

    IN_TIME = "completed in time"
    LATE = "completed late"
    OVERDUE = "overdue"
    DUE = "due"
    NOT_YET = "not due yet"
    NO_END = "no time frame"
    WITHDRAWN = "withdrawn"


FINE = frozenset({Timing.IN_TIME, Timing.DUE, Timing.NOT_YET})
"""What counts as in time."""


@frozen(kw_only=True)
class KnownTiming:
    """What is known of where an activity stands against its time frame.

    Attributes:
        possible: All that it can be; one thing where it is known.
        reason: How that is known, in words.
        state: The state of the activity.
        absence: Why it is not known, where there are several possibilities.
        cells: The cells that decide it.
    """

    possible: frozenset[Timing]
    reason: str
    state: KnownState
    absence: Absence = Absence.BLANK
    cells: Deciding = NO_CELLS

    @property
    def timing(self) -> Timing | None:
        """Where it stands, or None where it may be in several places."""
        return next(iter(self.possible)) if len(self.possible) == 1 else None


def timing_of(
    activity: Activity, known: KnownState, asked: date | None, day: date | None
) -> KnownTiming:
    """Return where *activity* stands against its time frame on *day*.

    Args:
        activity: The activity.
        known: Its state.
        asked: The day as of which reports count; None for all reports.
        day: The day on which it may be due; None where no day is known.
    """
    # When it was completed is told by all reports, and only by those that tell a state.
    telling = [o for o in made_by(activity, asked) if told_state(o)]
    is_done = known.state is State.COMPLETED
    cells = deciding(
        [activity.origin_of("timeframe")],
        cells_of_state(activity, known),
        (cell for o in telling if is_done for cell in (o.origin, o.as_of_origin)),
    )
    return evolve(_timing(activity, known, asked, day), cells=cells)


def _timing(
    activity: Activity, known: KnownState, asked: date | None, day: date | None
) -> KnownTiming:
    if known.state is State.WITHDRAWN:
        return _sure(Timing.WITHDRAWN, reason_for(known), known)
    end = activity.timeframe.end
    if end is None:
        return _endless(activity, known)
    if day is None:
        anything = frozenset(Timing) - {Timing.NO_END}
        return KnownTiming(possible=anything, reason=because(NO_DAY), state=known)
    due = due_on(activity.timeframe, day)
    if known.state is State.COMPLETED:
        return _completed(end, made_by(activity, asked), known, due)
    if known.state is State.NOT_REPORTED:
        return _not_reported(activity, known, due, day)
    return _open(activity, known, due, day)


def may_be_withdrawn(known: KnownState) -> bool:
    """Say whether an activity may be out of the plan although nobody knows it.

    Reports that contradict each other leave that open only where one of them says so.
    """
    if known.state is not State.NOT_REPORTED:
        return False
    reports = (known.report, *known.rivals) if known.report and known.rivals else ()
    return not reports or State.WITHDRAWN in map(told_state, reports)


def _endless(activity: Activity, known: KnownState) -> KnownTiming:
    """Tell that no end is stated; what nobody reported may still be withdrawn."""
    possible = {Timing.NO_END}
    if may_be_withdrawn(known):
        possible.add(Timing.WITHDRAWN)
    reason = because(COMES_BACK if is_recurring(activity.timeframe) else NO_END)
    return KnownTiming(
        possible=frozenset(possible),
        reason=reason,
        state=known,
        absence=absence_of(known),
    )


def _open(activity: Activity, known: KnownState, due: Due, day: date) -> KnownTiming:
    """Tell what is planned or ongoing from what should be completed by now.

    Only a report made after the end shows that it was not completed by then.
    """
    end = activity.timeframe.end
    told = known.report.as_of if known.report else None
    facts = {
        "end": end,
        "state": known.state.value,
        "when": told or UNDATED,
    }
    if due is Due.NOT_YET:
        return _sure(Timing.NOT_YET, because(NOT_YET, **facts), known)
    if due is Due.NOW:
        return _sure(Timing.DUE, because(DUE, **facts), known)
    is_sure = bool(told and end and told.start > end.end)
    late = months_over(activity.timeframe, day)
    if late.low == late.high:
        sentence = OVERDUE_MONTHS if is_sure else OVERDUE_UNLESS_MONTHS
        reason = because(sentence, months=late.low, **facts)
    else:
        sentence = OVERDUE if is_sure else OVERDUE_UNLESS
        reason = because(sentence, low=late.low, high=late.high, **facts)
    if is_sure:
        return _sure(Timing.OVERDUE, reason, known)
    possible = frozenset({Timing.IN_TIME, Timing.LATE, Timing.OVERDUE})
    return KnownTiming(possible=possible, reason=reason, state=known)


def _sure(timing: Timing, reason: str, known: KnownState) -> KnownTiming:
    return KnownTiming(possible=frozenset({timing}), reason=reason, state=known)


def _completed(
    end: Moment, made: tuple[Observation, ...], known: KnownState, due: Due
) -> KnownTiming:
    """Tell completed in time from late, by the reports before and after the end.

    What is to end in 2024 is completed in time on any day of 2024.  It was completed
    by the first of the reports that say so, and after the last one before that says
    otherwise.
    """
    reports = [o for o in made if o.as_of]
    done = [o.as_of for o in reports if o.as_of and told_state(o) is State.COMPLETED]
    first = min((when.end for when in done), default=None)
    if first and first <= end.end:
        return _sure(Timing.IN_TIME, because(IN_TIME, end=end, day=first), known)
    open_still = [
        o.as_of.start
        for o in reports
        if o.as_of and told_state(o) in (State.PLANNED, State.ONGOING)
    ]
    last_open = max(open_still, default=None)
    if last_open and last_open > end.end:
        return _sure(Timing.LATE, because(LATE, end=end, day=last_open), known)
    if due is not Due.OVER:
        return _sure(Timing.IN_TIME, because(IN_TIME, end=end, day=end), known)
    if first is None:
        reason = because(WHEN_COMPLETED_UNDATED, end=end)
    else:
        reason = because(WHEN_COMPLETED, end=end, day=first)
    both = frozenset({Timing.IN_TIME, Timing.LATE})
    return KnownTiming(possible=both, reason=reason, state=known)


def _not_reported(
    activity: Activity, known: KnownState, due: Due, day: date
) -> KnownTiming:
    """Tell what it may be: of what is not known, and of reports that contradict."""
    end = str(activity.timeframe.end)
    if absence_of(known) is Absence.NOT_DUE and known.report and due is Due.NOT_YET:
        facts = {"state": Absence.NOT_DUE.value, "when": known.report.as_of or UNDATED}
        return _sure(Timing.NOT_YET, because(NOT_YET, end=end, **facts), known)
    possible = {Timing.IN_TIME}
    if may_be_withdrawn(known):
        possible.add(Timing.WITHDRAWN)
    match due:
        case Due.NOT_YET:
            possible.add(Timing.NOT_YET)
            reason = because(NOT_YET_NO_STATE, end=end)
        case Due.NOW:
            possible.add(Timing.DUE)
            reason = because(DUE_NO_STATE, end=end)
        case _:
            possible |= {Timing.LATE, Timing.OVERDUE}
            over = months_over(activity.timeframe, day)
            if over.low == over.high:
                reason = because(OVER_NO_STATE_MONTHS, end=end, months=over.low)
            else:
                reason = because(OVER_NO_STATE, end=end, low=over.low, high=over.high)
    return KnownTiming(
        possible=frozenset(possible),
        reason=joined((reason, reason_for(known))),
        state=known,
        absence=absence_of(known),
    )
