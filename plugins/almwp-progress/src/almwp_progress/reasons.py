"""Say in words why an activity counts as it does."""

from fractions import Fraction
from functools import reduce

from almwp.model.absence import Absence
from almwp.model.activity import Observation
from almwp.scoring.states import KnownState, State, told_state
from almwp.scoring.wording import because

NO_STATE = "no state was reported"
STATE = "reported as {state} as of {when}"
STATE_UNDATED = "reported as {state}, without a date"
RIVALS = "reported as {told}"
TOLD = "{state} as of {when}"
TOLD_UNDATED = "{state}, without a date"
AND_AS = "{first} and as {second}"
OTHER_WORD = "reported as '{word}', which is none of the three states"
ONLY_SHARE = "only a share was reported ({share}) as of {when}"
ONLY_SHARE_UNDATED = "only a share was reported ({share}), without a date"
GIVEN_AS = "the state was given as {absence} as of {when}"
GIVEN_AS_UNDATED = "the state was given as {absence}, without a date"


def absence_of(known: KnownState) -> Absence:
    """Return why no state is known: the absences are not the same."""
    if known.report and not known.rivals and isinstance(known.report.status, Absence):
        return known.report.status
    return Absence.BLANK


def reason_for(known: KnownState) -> str:
    """Return how the state is known, or why it is not."""
    report = known.report
    if report is None:
        return because(NO_STATE)
    if known.rivals:
        all_told = sorted({_told(each) for each in (report, *known.rivals)})
        return because(RIVALS, told=reduce(_and_as, all_told))
    if known.state is not State.NOT_REPORTED:
        return dated(STATE, STATE_UNDATED, report, state=known.state)
    absence = absence_of(known)
    if report.word and absence is Absence.BLANK:
        return because(OTHER_WORD, word=report.word)
    if isinstance(report.percent, Fraction) and absence is Absence.BLANK:
        share = str(report.percent)
        return dated(ONLY_SHARE, ONLY_SHARE_UNDATED, report, share=share)
    return dated(GIVEN_AS, GIVEN_AS_UNDATED, report, absence=absence)


def dated(sentence: str, undated: str, report: Observation, **facts: object) -> str:
    """Say *sentence* of a report with a date, or *undated* of one without."""
    if report.as_of is None:
        return because(undated, **facts)
    return because(sentence, when=report.as_of, **facts)


def _told(report: Observation) -> str:
    return dated(TOLD, TOLD_UNDATED, report, state=told_state(report))


def _and_as(first: str, second: str) -> str:
    return because(AND_AS, first=first, second=second)
