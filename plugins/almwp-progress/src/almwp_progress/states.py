"""The state of an activity as of a day, and how it is known."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status, in_order
from almwp.model.source import Basis, Origin


class State(StrEnum):
    """The states by which activities are counted."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    PLANNED = "planned"
    WITHDRAWN = "withdrawn"


@frozen(kw_only=True)
class KnownState:
    """The state of an activity.

    Attributes:
        state: The state, or None where it is not known.
        absence: Why it is not known.
        reason: How it is known, or why it is not, in words.
        basis: On what it stands.
        origin: The cell in which it was read.
    """

    state: State | None
    absence: Absence = Absence.BLANK
    reason: str
    basis: Basis = Basis.REPORTED
    origin: Origin | None = None


def state_of(activity: Activity, day: date | None = None) -> KnownState:
    """Return the newest state of *activity* that was surely reported by *day*.

    Reports of one day that contradict each other leave the state open.  A report
    without a state, such as one that gives only a percentage, changes nothing.
    """
    reports = activity.observations
    if day is not None:
        reports = tuple(o for o in reports if o.as_of and o.as_of.end <= day)
    telling = [o for o in in_order(reports) if _state(o)]
    if not telling:
        return _not_reported(in_order(reports), day)
    newest = telling[-1]
    same_day = [o for o in telling if o.as_of == newest.as_of]
    states = sorted({str(_state(o)) for o in same_day})
    if len(states) > 1:
        when = f" as of {newest.as_of}" if newest.as_of else ""
        words = " and ".join(states)
        return KnownState(state=None, reason=f"reported as {words}{when}")
    when = f" as of {newest.as_of}" if newest.as_of else ", without a date"
    return KnownState(
        state=_state(newest),
        reason=f"reported as {states[0]}{when}",
        basis=newest.basis,
        origin=newest.origin,
    )


def _state(observation: Observation) -> State | None:
    if observation.change is Change.WITHDRAWN:
        return State.WITHDRAWN
    if isinstance(observation.status, Status):
        return State(observation.status.value)
    return None


def _not_reported(reports: tuple[Observation, ...], day: date | None) -> KnownState:
    """Say why no state is known: the five absences are not the same."""
    if not reports:
        until = f" by {day.isoformat()}" if day else ""
        return KnownState(state=None, reason=f"no state was reported{until}")
    newest = reports[-1]
    absence = newest.status if isinstance(newest.status, Absence) else Absence.BLANK
    if newest.word and absence is Absence.BLANK:
        reason = f"reported as '{newest.word}', which is none of the three states"
    else:
        reason = f"the state was given as {absence}"
    return KnownState(state=None, absence=absence, reason=reason, origin=newest.origin)
