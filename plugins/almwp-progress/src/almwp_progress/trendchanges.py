"""What became of activities between two moments: who moved, who fell, who is silent."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation
from almwp.model.moment import Moment
from almwp.model.policy import AbsenceRules
from almwp.model.score import Part, PartAt
from almwp.model.source import Basis
from almwp.scoring.editions import is_recurring
from almwp.scoring.states import State, told_state
from almwp.scoring.wording import because, shown
from almwp_progress.deciding import deciding
from almwp_progress.delivery import is_ruled_out, is_withdrawn
from almwp_progress.percents import made_by
from almwp_progress.progress import Progress, percent_words

ROSE = "from {before} ({earlier}) to {after} ({later}): moved on by {points} points"
FELL = "from {before} ({earlier}) to {after} ({later}): fell by {points} points"
SAME = "{before} ({earlier}), and reported as such again ({later})"
DONE = "completed by {earlier}, so no newer report is needed"
SILENT = (
    "no newer report from {earlier} to {later}: it counts as it stood, and whether it "
    "changed is not known"
)
NOTHING_TOLD = (
    "reported again by {later}, but neither a state nor a share: it counts as it "
    "stood, and whether it changed is not known"
)
NO_SHARE = (
    "reported again by {later}, but without a newer share: it counts as it stood "
    "({before}), and whether it changed is not known"
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
    NO_SHARE = "no newer share"
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


STOOD = frozenset({Movement.SILENT, Movement.NO_SHARE})
"""Nothing newer tells how far it came: it counts as it stood."""

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
    activity: Activity,
    earlier: tuple[Moment, Progress],
    later: tuple[Moment, Progress],
    rules: AbsenceRules,
) -> ActivityChange:
    """Return what became of *activity* by what delivery says as of both moments.

    Args:
        activity: The activity.
        earlier: The first of the two moments, and the activity's progress as of then.
        later: The second one.
        rules: What the policy leaves out.
    """
    (first, was), (then, became) = earlier, later
    apart = _apart(activity, earlier, later, rules)
    movement: Movement | None = None
    value: Fraction | Absence = Absence.NOT_APPLICABLE
    low, high = -_ALL, _ALL
    if apart:
        reason = because(_WHY[apart], earlier=first, later=then)
    else:
        value = Absence.BLANK
        if isinstance(was.value, Fraction) and isinstance(became.value, Fraction):
            value = became.value - was.value
        low, high, movement = _movement(activity, earlier, later)
        if movement in STOOD and _bounds(was) == _bounds(became):
            value = _NONE  # both figures rest on the same report
        reason = _reason(activity, earlier, later, movement, value)
    has_bounds = movement is not None and low < high
    cells = deciding(became.cells.cells, was.cells.cells)
    part = Part(
        id=activity.id,
        title=activity.title,
        weight=Fraction(movement is not None),
        value=value,
        reason=reason,
        basis=became.report.basis if became.report else Basis.REPORTED,
        origin=cells.origin,
        origins=cells.origins,
        low=low if has_bounds else None,
        high=high if has_bounds else None,
        before=_at(first, was),
        after=_at(then, became),
        missing_as=_missing_as(apart, movement),
    )
    return ActivityChange(part=part, low=low, high=high, movement=movement, apart=apart)


def _reason(
    activity: Activity,
    earlier: tuple[Moment, Progress],
    later: tuple[Moment, Progress],
    movement: Movement,
    value: Fraction | Absence,
) -> str:
    """Say what became of an activity that counts at both moments."""
    (first, was), (then, became) = earlier, later
    days = {"earlier": first, "later": then}
    facts = {"before": _share(was), "after": _share(became), **days}
    match movement:
        case Movement.ON | Movement.FELL if isinstance(value, Fraction):
            sentence = ROSE if movement is Movement.ON else FELL
            return because(sentence, points=shown(100 * abs(value)), **facts)
        case Movement.SAME:
            return because(SAME, **facts)
        case Movement.DONE:
            return because(DONE, **days)
        case Movement.NO_SHARE:
            return because(NO_SHARE, before=_range(was), **days)
        case Movement.SILENT:
            told = news(activity, first.end, then.end)
            return because(NOTHING_TOLD if told else SILENT, **days)
        case _:
            return because(NOT_CLEAR, **days)


def _missing_as(apart: Apart | None, movement: Movement | None) -> str:
    """Return why no change is told: by its name, as an absence would not tell it."""
    if apart:
        return apart.value
    stood = movement if movement in STOOD else None
    return (stood or Movement.NOT_CLEAR).value


def news(activity: Activity, since: date, by: date) -> tuple[Observation, ...]:
    """Return the reports that were surely made *by* a day, but not by *since*."""
    return tuple(o for o in made_by(activity, by) if o.as_of and o.as_of.end > since)


def _apart(
    activity: Activity,
    earlier: tuple[Moment, Progress],
    later: tuple[Moment, Progress],
    rules: AbsenceRules,
) -> Apart | None:
    """Say why a change of *activity* cannot be told, or None where it can."""
    (first, was), (then, became) = earlier, later
    if not made_by(activity, then.end):
        return Apart.NO_REPORT
    was_out, is_out = is_withdrawn(was), is_withdrawn(became)
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
    if is_ruled_out(was, rules) or is_ruled_out(became, rules):
        return Apart.BY_POLICY
    return None


def _movement(
    activity: Activity,
    earlier: tuple[Moment, Progress],
    later: tuple[Moment, Progress],
) -> tuple[Fraction, Fraction, Movement]:
    """Return the least and the most that an activity changed, and what became of it."""
    (first, was), (then, became) = earlier, later
    (low1, high1), (low2, high2) = _bounds(was), _bounds(became)
    new = news(activity, first.end, then.end)
    is_told = any(map(_tells, new))
    is_old = bool(became.shares) and not any(o in new for o in became.shares)
    if is_told and is_old and (low1, high1) == (low2, high2):
        # The old share says how it stood, and nothing of what became of it.
        return -high1, _ALL - low1, Movement.NO_SHARE
    if is_told or became.withheld_by in new:
        low, high = low2 - high1, high2 - low1
        if low > 0:
            return low, high, Movement.ON
        if high < 0:
            return low, high, Movement.FELL
        return low, high, Movement.SAME if low == high else Movement.NOT_CLEAR
    if became.is_by_editions:
        # What was held stays so, and what fell due is counted already.
        return low2 - high1, high2 - low1, Movement.SILENT
    is_done = became.state.state is State.COMPLETED
    if is_done and low1 == low2 == _ALL and not is_recurring(activity.timeframe):
        return _NONE, _NONE, Movement.DONE
    return -high1, _ALL - low1, Movement.SILENT


def _tells(report: Observation) -> bool:
    return told_state(report) is not None or isinstance(report.percent, Fraction)


def _bounds(made: Progress) -> tuple[Fraction, Fraction]:
    return made.low, made.high


def _share(made: Progress) -> str:
    return percent_words(made.value) if isinstance(made.value, Fraction) else ""


def _range(made: Progress) -> str:
    """Return a share in words, or between which two it lies."""
    ends = (percent_words(made.low), percent_words(made.high))
    return " - ".join(dict.fromkeys(ends))


def _at(moment: Moment, made: Progress) -> PartAt:
    return PartAt(
        as_of=moment,
        value=made.value,
        low=made.low,
        high=made.high,
        reason=made.reason,
        origin=made.cells.origin,
        origins=made.cells.origins,
    )
