"""What became of activities between two moments: who moved, who fell, who is silent."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation
from almwp.model.moment import Moment
from almwp.model.score import Part, PartAt
from almwp.scoring.editions import is_recurring
from almwp.scoring.states import State, known_state, told_state
from almwp.scoring.wording import because, shown
from almwp_progress.held import held_editions
from almwp_progress.percents import known_percent, made_by
from almwp_progress.progress import percent_words

ROSE = "from {before} ({earlier}) to {after} ({later}): moved on by {points} points"
FELL = "from {before} ({earlier}) to {after} ({later}): fell by {points} points"
SAME = "{before} ({earlier}), and reported as such again ({later})"
DONE = "completed by {earlier}, so no newer report is needed"
SILENT = (
    "no newer report from {earlier} to {later}: it counts as it stood, and whether it "
    "changed is not known"
)
NOT_CLEAR = "reported again by {later}; how far that moved it is not known"
NO_REPORT = "no report by {later}"
FIRST = "first reported between {earlier} and {later}: no change can be told"
ADDED = "added to the plan between {earlier} and {later}: that is no progress"
GONE = "withdrawn between {earlier} and {later}: that is neither progress nor a fall"
BACK = "taken up again between {earlier} and {later}: no change can be told"
STAYS_OUT = "withdrawn by {earlier}"
BY_POLICY = "left out by the policy at one of the two moments"

_NONE, _ALL = Fraction(0), Fraction(1)


class Movement(StrEnum):
    """What became of an activity that counts at both moments."""

    ON = "moved on"
    FELL = "fell back"
    SAME = "as before"
    DONE = "done before"
    SILENT = "no newer report"
    NOT_CLEAR = "not clear"


class Apart(StrEnum):
    """Why an activity does not count in the change."""

    NO_REPORT = "no report"
    FIRST = "first reported"
    ADDED = "added"
    GONE = "withdrawn"
    BACK = "taken up again"
    STAYS_OUT = "withdrawn before"
    BY_POLICY = "left out by the policy"


_WHY: Mapping[Apart, str] = {
    Apart.NO_REPORT: NO_REPORT,
    Apart.FIRST: FIRST,
    Apart.ADDED: ADDED,
    Apart.GONE: GONE,
    Apart.BACK: BACK,
    Apart.STAYS_OUT: STAYS_OUT,
    Apart.BY_POLICY: BY_POLICY,
}


@frozen(kw_only=True)
class ActivityChange:
    """What became of one activity between two moments.

    Attributes:
        part: The activity, what it was and what it became; its value is the change as
            reported.
        low: The least that its change can be.
        high: The most.
        movement: What became of it; None where it does not count.
        apart: Why it does not count; None where it does.
    """

    part: Part
    low: Fraction
    high: Fraction
    movement: Movement | None = None
    apart: Apart | None = None


def change_of(
    activity: Activity, earlier: tuple[Moment, Part], later: tuple[Moment, Part]
) -> ActivityChange:
    """Return what became of *activity* by what delivery says as of both moments.

    Args:
        activity: The activity.
        earlier: The first of the two moments, and the activity's progress as of then.
        later: The second one.
    """
    (first, was), (then, became) = earlier, later
    days = {"earlier": first, "later": then}
    apart = _apart(activity, earlier, later)
    if apart:
        reason = because(_WHY[apart], **days)
        value: Fraction | Absence = Absence.NOT_APPLICABLE
        low, high, movement = -_ALL, _ALL, None
    else:
        value = Absence.BLANK
        if isinstance(was.value, Fraction) and isinstance(became.value, Fraction):
            value = became.value - was.value
        low, high, movement = _movement(activity, earlier, later)
        if movement is Movement.SILENT and _bounds(was) == _bounds(became):
            value = _NONE  # both figures rest on the same report
        facts = {"before": _share(was), "after": _share(became), **days}
        match movement:
            case Movement.ON | Movement.FELL if isinstance(value, Fraction):
                sentence = ROSE if movement is Movement.ON else FELL
                points = shown(100 * abs(value))
                reason = because(sentence, points=points, **facts)
            case Movement.SAME:
                reason = because(SAME, **facts)
            case Movement.DONE:
                reason = because(DONE, **days)
            case Movement.SILENT:
                reason = because(SILENT, **days)
            case _:
                reason = because(NOT_CLEAR, **days)
    has_bounds = movement is not None and low < high
    part = Part(
        id=activity.id,
        title=activity.title,
        weight=Fraction(movement is not None),
        value=value,
        reason=reason,
        basis=became.basis,
        origin=became.origin,
        low=low if has_bounds else None,
        high=high if has_bounds else None,
        before=_at(first, was),
        after=_at(then, became),
    )
    return ActivityChange(part=part, low=low, high=high, movement=movement, apart=apart)


def news(activity: Activity, since: date, by: date) -> tuple[Observation, ...]:
    """Return the reports that were surely made *by* a day, but not by *since*."""
    return tuple(o for o in made_by(activity, by) if o.as_of and o.as_of.end > since)


def _apart(
    activity: Activity, earlier: tuple[Moment, Part], later: tuple[Moment, Part]
) -> Apart | None:
    """Say why a change of *activity* cannot be told, or None where it can."""
    (first, was), (then, became) = earlier, later
    if not made_by(activity, then.end):
        return Apart.NO_REPORT
    was_out = known_state(activity, first.end).state is State.WITHDRAWN
    is_out = known_state(activity, then.end).state is State.WITHDRAWN
    if was_out:
        return Apart.STAYS_OUT if is_out else Apart.BACK
    if is_out:
        return Apart.GONE
    if not made_by(activity, first.end):
        is_added = any(
            o.change is not None and o.change.value == "added"
            for o in news(activity, first.end, then.end)
        )
        return Apart.ADDED if is_added else Apart.FIRST
    if _is_left_out(was) or _is_left_out(became):
        return Apart.BY_POLICY
    return None


def _is_left_out(part: Part) -> bool:
    """Say whether delivery left a part out: what it counts has a value or bounds."""
    return isinstance(part.value, Absence) and part.low is None


def _movement(
    activity: Activity, earlier: tuple[Moment, Part], later: tuple[Moment, Part]
) -> tuple[Fraction, Fraction, Movement]:
    """Return the least and the most that an activity changed, and what became of it."""
    (first, was), (then, became) = earlier, later
    (low1, high1), (low2, high2) = _bounds(was), _bounds(became)
    if any(_tells(o) for o in news(activity, first.end, then.end)):
        low, high = low2 - high1, high2 - low1
        if low > 0:
            return low, high, Movement.ON
        if high < 0:
            return low, high, Movement.FELL
        return low, high, Movement.SAME if low == high else Movement.NOT_CLEAR
    if _is_by_editions(activity, then.end):
        # What was held stays so, and what fell due is counted already.
        return low2 - high1, high2 - low1, Movement.SILENT
    is_done = known_state(activity, then.end).state is State.COMPLETED
    if is_done and low1 == low2 == _ALL and not is_recurring(activity.timeframe):
        return _NONE, _NONE, Movement.DONE
    # The old report says how it stood, and nothing of what became of it.
    return -high1, _ALL - low1, Movement.SILENT


def _is_by_editions(activity: Activity, day: date) -> bool:
    if not is_recurring(activity.timeframe) or known_percent(activity, day):
        return False
    return held_editions(activity, known_state(activity, day), day, day) is not None


def _tells(report: Observation) -> bool:
    return told_state(report) is not None or isinstance(report.percent, Fraction)


def _bounds(part: Part) -> tuple[Fraction, Fraction]:
    if isinstance(part.value, Fraction):
        return part.value, part.value
    return (
        _NONE if part.low is None else part.low,
        _ALL if part.high is None else part.high,
    )


def _share(part: Part) -> str:
    return percent_words(part.value) if isinstance(part.value, Fraction) else ""


def _at(moment: Moment, part: Part) -> PartAt:
    low, high = _bounds(part)
    return PartAt(
        as_of=moment,
        value=part.value,
        low=low,
        high=high,
        reason=part.reason,
        origin=part.origin,
    )
