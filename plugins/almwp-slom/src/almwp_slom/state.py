"""The state of an activity in the words of a paper."""

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation
from almwp.model.source import Basis
from almwp.scoring.states import KnownState, State, told_state
from almwp_slom.phrases import mark
from almwp_slom.setting import Setting
from almwp_slom.wording import Wording

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


def state_in_a_word(state: State, wording: Wording) -> str:
    """Name *state* as a heading does."""
    return wording.say(_WORDS[state])


def counted_state_in_a_word(state: State, wording: Wording) -> str:
    """Name *state* where activities are counted by it.

    Who is counted under no state need not be silent: a report may have other words, or
    contradict another.
    """
    if state is State.NOT_REPORTED:
        return wording.say("Not known")
    return state_in_a_word(state, wording)


def state_in_words(activity: Activity, known: KnownState, setting: Setting) -> str:
    """Tell a state, as of when it was reported and how sure that is, line by line."""
    say, wording, report = setting.say, setting.wording, known.report
    lines = [_first_line(known, wording)]
    if setting.is_open and activity.id in setting.otherwise:
        # The word itself is not for the meeting; that nobody reported would be untrue.
        lines = [say("Reported, as none of the three states")]
    if report is None:
        return lines[0]
    if isinstance(report.status, Absence):
        lines += [say(why) for why in [_WHY_ABSENT.get(report.status)] if why]
    if not isinstance(report.percent, Absence):
        done = wording.share(report.percent)
        lines.append(say("{share} done").format(share=done))
    # What was said instead of a state is not for the meeting: nor is its day.
    is_untold = setting.is_open and known.state is State.NOT_REPORTED
    if report.as_of is not None and not (is_untold and _is_silent(report)):
        lines.append(say("as of {day}").format(day=wording.day(report.as_of)))
    elif known.state is not State.NOT_REPORTED:
        lines.append(say("date of the report not given"))
    if report.change in _CHANGES:
        lines.append(say(_CHANGES[report.change]))
    return "\n".join(lines)


def _is_silent(report: Observation) -> bool:
    """Say whether a report gives neither a share done nor why there is no state."""
    return report.status is Absence.BLANK and isinstance(report.percent, Absence)


def _first_line(known: KnownState, wording: Wording) -> str:
    say, word = wording.say, state_in_a_word(known.state, wording)
    if known.report and known.rivals:
        found = dict.fromkeys(map(told_state, (*known.rivals, known.report)))
        said = " / ".join(state_in_a_word(state, wording) for state in found if state)
        return say("Reports differ: {states}").format(states=said)
    if known.report is None:
        return word
    if known.state is State.NOT_REPORTED:
        other = known.report.status is Absence.BLANK and known.report.word
        said = say("No state: reported as '{word}'").format(word=known.report.word)
        return said if other else word
    if known.report.basis is not Basis.INFERRED:
        return word
    return say("{state} (inferred)").format(state=word)
