"""The state of an activity as of a day: the newest report that surely tells one."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status, in_order
from almwp.model.fields import frozen_items


class State(StrEnum):
    """What is known of an activity; every activity is in one of these."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    PLANNED = "planned"
    NOT_REPORTED = "not reported"
    WITHDRAWN = "withdrawn"


_TOLD: Mapping[Status | Absence, State] = MappingProxyType(
    {status: State(status.value) for status in Status}
)


@frozen(kw_only=True)
class KnownState:
    """What is known of the state of one activity.

    Attributes:
        state: The state; *not reported* too where reports of one time differ.
        report: The report that counts; where none tells a state, the newest one.
        rivals: Reports that may be as new as that one and tell another state.
    """

    state: State
    report: Observation | None = None
    rivals: tuple[Observation, ...] = field(default=(), converter=frozen_items)


def known_state(activity: Activity, day: date | None = None) -> KnownState:
    """Return the newest state that was surely reported by *day*.

    A report dated only by its year was surely made by the last day of that year.  A
    report without a state, such as one that gives only a percentage, takes no state
    away.  Reports of one day that contradict each other leave the state open; so do
    one of a day and one of the year around it, as either may be the newer one.

    Args:
        activity: The activity.
        day: The day as of which to look; all reports count when not given.
    """
    made = activity.observations
    if day is not None:
        made = tuple(o for o in made if o.as_of and o.as_of.end <= day)
    telling = [(o, told) for o in in_order(made) if (told := told_state(o))]
    if not telling:
        return KnownState(state=State.NOT_REPORTED, report=activity.observation_on(day))
    newest, state = telling[-1]
    rivals = [
        o for o, told in telling if told is not state and may_be_as_new(o, newest)
    ]
    if rivals:
        return KnownState(state=State.NOT_REPORTED, report=newest, rivals=rivals)
    return KnownState(state=state, report=newest)


def may_be_as_new(report: Observation, newest: Observation) -> bool:
    """Say whether the two stretches of time in which reports were made overlap."""
    if report.as_of is None or newest.as_of is None:
        return report.as_of == newest.as_of
    return report.as_of.end >= newest.as_of.start


def told_state(observation: Observation) -> State | None:
    """Return the state that a report tells, or None where it tells none."""
    if observation.change is Change.WITHDRAWN:
        return State.WITHDRAWN
    return _TOLD.get(observation.status)


def is_said_otherwise(activity: Activity, day: date | None = None) -> bool:
    """Say whether the newest report has a word for the state that is none of them.

    Such an activity was reported, although its state is not known.
    """
    known = known_state(activity, day)
    report = known.report
    is_blank = report is not None and report.status is Absence.BLANK
    is_open = known.state is State.NOT_REPORTED and not known.rivals
    return is_open and is_blank and report is not None and bool(report.word)


def count_states(
    activities: Iterable[Activity], day: date | None = None
) -> Mapping[State, int]:
    """Count *activities* by their state as of *day*; no state is left out."""
    counted = dict.fromkeys(State, 0)
    for activity in activities:
        counted[known_state(activity, day).state] += 1
    return counted
