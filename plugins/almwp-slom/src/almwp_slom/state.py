"""The state of an activity, as it was last reported."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, in_order
from almwp.model.source import Basis
from almwp_slom.phrases import mark
from almwp_slom.wording import Wording


class State(StrEnum):
    """What is known of an activity; every activity is in one of these."""

    COMPLETED = "completed"
    ONGOING = "ongoing"
    PLANNED = "planned"
    NOT_REPORTED = "not reported"
    WITHDRAWN = "withdrawn"


_WORDS = {
    State.COMPLETED: mark("Completed"),
    State.ONGOING: mark("Ongoing"),
    State.PLANNED: mark("Planned"),
    State.NOT_REPORTED: mark("Not reported"),
    State.WITHDRAWN: mark("Withdrawn"),
}
_WHY_ABSENT = {
    Absence.NOT_APPLICABLE: mark("said to be not applicable"),
    Absence.NOT_DUE: mark("said to be not due yet"),
    Absence.WITHHELD: mark("withheld by the sender"),
}
_CHANGES = {
    Change.ADDED: mark("added to the plan"),
    Change.REVISED: mark("revised in the plan"),
}


@frozen(kw_only=True)
class Known:
    """What is known of the state of one activity.

    Attributes:
        state: The state; *not reported* too where reports of one day differ.
        report: The report that counts; None where there is none.
        rivals: Reports of the same day that say something else.
    """

    state: State
    report: Observation | None = None
    rivals: tuple[Observation, ...] = ()


def known_state(activity: Activity, day: date | None) -> Known:
    """Return the newest state that was surely reported by *day*.

    A report without a state, such as one that gives only a percentage, takes no
    state away.  Reports of one day that differ leave the state open.
    """
    made = activity.observations
    if day is not None:
        made = tuple(o for o in made if o.as_of and o.as_of.end <= day)
    telling = [o for o in in_order(made) if _state(o)]
    if not telling:
        return Known(state=State.NOT_REPORTED, report=activity.observation_on(day))
    newest = telling[-1]
    rivals = tuple(
        o for o in telling if o.as_of == newest.as_of and _state(o) != _state(newest)
    )
    state = State.NOT_REPORTED if rivals else _state(newest)
    return Known(state=state or State.NOT_REPORTED, report=newest, rivals=rivals)


def states(activities: Iterable[Activity], day: date | None) -> Mapping[State, int]:
    """Count *activities* by their state as of *day*; states that are absent give 0."""
    return Counter(known_state(activity, day).state for activity in activities)


def _state(observation: Observation) -> State | None:
    if observation.change is Change.WITHDRAWN:
        return State.WITHDRAWN
    if isinstance(observation.status, Absence):
        return None
    return State(observation.status.value)


def state_in_a_word(state: State, wording: Wording) -> str:
    """Name *state* as a heading does."""
    return wording.say(_WORDS[state])


def state_in_words(known: Known, wording: Wording, reported_to: str = "") -> str:
    """Tell a state, as of when it was reported and how sure that is, line by line.

    Args:
        known: What is known.
        wording: How the paper speaks.
        reported_to: The meeting to which it was reported, if that is to be told.
    """
    say, report = wording.say, known.report
    lines = [_first_line(known, wording)]
    if report is None:
        return lines[0]
    if isinstance(report.status, Absence):
        lines += [say(why) for why in [_WHY_ABSENT.get(report.status)] if why]
    if not isinstance(report.percent, Absence):
        done = wording.share(report.percent)
        lines.append(say("{share} done").format(share=done))
    if report.as_of is not None:
        lines.append(say("as of {day}").format(day=wording.day(report.as_of)))
    elif known.state is not State.NOT_REPORTED:
        lines.append(say("date of the report not given"))
    if reported_to:
        lines.append(say("reported to: {meeting}").format(meeting=reported_to))
    if report.change in _CHANGES:
        lines.append(say(_CHANGES[report.change]))
    return "\n".join(lines)


def _first_line(known: Known, wording: Wording) -> str:
    say, word = wording.say, state_in_a_word(known.state, wording)
    if known.report and known.rivals:
        found = dict.fromkeys(map(_state, (*known.rivals, known.report)))
        said = " / ".join(state_in_a_word(state, wording) for state in found if state)
        return say("Reports differ: {states}").format(states=said)
    if known.state is State.NOT_REPORTED or known.report is None:
        return word
    if known.report.basis is not Basis.INFERRED:
        return word
    return say("{state} (inferred)").format(state=word)
