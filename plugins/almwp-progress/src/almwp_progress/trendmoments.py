"""The moments of a trend: the days of reports, or fewer where there are very many."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import pairwise

from attrs import field, frozen

from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.moment import Moment
from almwp.model.submission import Submission

MOST = 8
"""More moments than a person reads in one table are thinned out."""


class Step(StrEnum):
    """Of which days a trend is told, from the finest step to the roughest."""

    DAY = "day"
    SUBMISSION = "submission"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half year"
    YEAR = "year"


_STRETCHES: tuple[tuple[Step, Callable[[date], tuple[int, int]]], ...] = (
    (Step.MONTH, lambda day: (day.year, day.month)),
    (Step.QUARTER, lambda day: (day.year, (day.month + 2) // 3)),
    (Step.HALF, lambda day: (day.year, (day.month + 5) // 6)),
    (Step.YEAR, lambda day: (day.year, 0)),
)


@frozen(kw_only=True)
class Moments:
    """The moments at which a scope is looked at.

    Attributes:
        moments: The moments, the oldest first.
        step: Of which days they are.
        days: On how many days something was reported.
    """

    moments: tuple[Moment, ...] = field(default=(), converter=frozen_items)
    step: Step = Step.DAY
    days: int = 0


def moments_of(told: Iterable[Moment], rounds: Iterable[Moment]) -> Moments:
    """Return at which moments to look at what was *told*.

    Each day on which something was told is one; what is dated only by its year was
    surely told by the last day of it.  Where these are more than a table can hold, it
    is the days of which the submissions speak; where they are too many or fewer than
    two, the last day of each month, quarter, half year or year in which something was
    told.  Nothing is lost: what was told between two moments counts at the later one.

    Args:
        told: When something was told.
        rounds: The moments of which the submissions speak that told it.
    """
    days = _each_day(told)
    if len(days) <= MOST:
        return Moments(moments=days, days=len(days))
    by_round = _by_round(days, _each_day(rounds))
    if 2 <= len(by_round) <= MOST:
        return Moments(moments=by_round, step=Step.SUBMISSION, days=len(days))
    each_step = [
        Moments(
            moments={stretch(day.end): day for day in days}.values(),
            step=step,
            days=len(days),
        )
        for step, stretch in _STRETCHES
    ]
    return next((m for m in each_step if len(m.moments) <= MOST), each_step[-1])


def told_at(activities: Iterable[Activity], until: date | None) -> list[Moment]:
    """Return when something was surely reported of *activities* by the day *until*."""
    return [
        o.as_of
        for activity in activities
        for o in activity.observations
        if o.as_of and (until is None or o.as_of.end <= until)
    ]


def rounds_of(
    activities: Iterable[Activity],
    submissions: Iterable[Submission],
    until: date | None,
    country: str = "",
) -> list[Moment]:
    """Return of which days the submissions speak that report on *activities*.

    Args:
        activities: The activities.
        submissions: All submissions.
        until: The day up to which they count; None for all.
        country: Whose submissions count, or empty for those of everybody.
    """
    files = {o.origin.sha256 for a in activities for o in a.observations if o.origin}
    return [
        s.as_of
        for s in submissions
        if s.as_of
        and s.sha256 in files
        and (until is None or s.as_of.end <= until)
        and country in ("", s.country)
    ]


def _each_day(several: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return the days by which each of *several* was surely over, oldest first."""
    return tuple(Moment.day(end) for end in sorted({each.end for each in several}))


def _by_round(days: Sequence[Moment], rounds: Sequence[Moment]) -> tuple[Moment, ...]:
    """Return the *rounds* that brought something new, and the last day after them."""
    ends = [date.min, *(each.end for each in rounds)]
    found = [
        each
        for each, (before, end) in zip(rounds, pairwise(ends), strict=True)
        if any(before < day.end <= end for day in days)
    ]
    if days and days[-1].end > ends[-1]:
        found.append(days[-1])
    return tuple(found)
