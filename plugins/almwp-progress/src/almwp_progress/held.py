"""Which share of the editions that are due was held, as far as reports tell."""

from datetime import date
from fractions import Fraction

from attrs import frozen

from almwp.model.activity import Activity, Observation
from almwp.scoring.editions import DueEditions, editions_due
from almwp.scoring.states import KnownState, State, told_state
from almwp_progress.percents import made_by

_HELD = (State.ONGOING, State.COMPLETED)


@frozen(kw_only=True)
class HeldEditions:
    """What is known of the editions of a recurring activity.

    Attributes:
        due: How many are due, at least and at most.
        held: How many are known to be held.
        low: The least share of those due that can have been held.
        high: The most.
    """

    due: DueEditions
    held: int
    low: Fraction
    high: Fraction


def held_editions(
    activity: Activity, known: KnownState, asked: date | None, day: date
) -> HeldEditions | None:
    """Return how many of the editions due by *day* were held; None if none can be due.

    An edition that is listed with its date was held where the activity was reported as
    ongoing or completed after that date.  *Completed* says that all that was due by
    the day of the report was held; *planned*, where nothing else was ever told, that
    none was.  Of other editions nobody knows.

    Args:
        activity: A recurring activity.
        known: Its state.
        asked: The day as of which reports count; None for all reports.
        day: The day by which editions are due.
    """
    timeframe = activity.timeframe
    due = editions_due(timeframe, day)
    if due.high == 0:
        return None
    # Reports that contradict each other prove nothing.
    doubtful = (known.report, *known.rivals) if known.rivals else ()
    made_in_time = [o for o in made_by(activity, asked) if o not in doubtful]
    reports = [o for o in made_in_time if told_state(o) in _HELD]
    listed = [e.when for e in timeframe.editions if e.when]
    seen = max((_made(o, day) for o in reports), default=date.min)
    told = [
        editions_due(timeframe, _made(o, day)).low
        for o in reports
        if told_state(o) is State.COMPLETED
    ]
    held = max([sum(when.end <= seen for when in listed), *told])
    low, high = Fraction(min(held, due.high), due.high), Fraction(1)
    if known.report and known.state is State.COMPLETED:
        if _made(known.report, day) == day:
            low = Fraction(1)  # whatever is due, all of it was held
    elif known.report and known.state is State.PLANNED and not reports:
        made = _made(known.report, day)
        later = due.high - editions_due(timeframe, made).low if made < day else 0
        high = Fraction(later, due.high)
    return HeldEditions(due=due, held=held, low=low, high=high)


def _made(report: Observation, day: date) -> date:
    """Return the day of a report; one without a date speaks of *day*."""
    return min(day, report.as_of.end) if report.as_of else day
