"""Say in words why an activity counts as it does."""

from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Observation
from almwp.scoring.states import KnownState, State, told_state


def absence_of(known: KnownState) -> Absence:
    """Return why no state is known: the absences are not the same."""
    if known.report and not known.rivals and isinstance(known.report.status, Absence):
        return known.report.status
    return Absence.BLANK


def reason_for(known: KnownState) -> str:
    """Return how the state is known, or why it is not."""
    report = known.report
    if report is None:
        return "no state was reported"
    if known.rivals:
        all_told = sorted({_told(each) for each in (report, *known.rivals)})
        return f"reported as {' and as '.join(all_told)}"
    if known.state is not State.NOT_REPORTED:
        return f"reported as {_told(report)}"
    absence = absence_of(known)
    if report.word and absence is Absence.BLANK:
        return f"reported as '{report.word}', which is none of the three states"
    if isinstance(report.percent, Fraction) and absence is Absence.BLANK:
        return f"only a share was reported ({report.percent}){_when(report)}"
    return f"the state was given as {absence}{_when(report)}"


def _told(report: Observation) -> str:
    return f"{told_state(report)}{_when(report)}"


def _when(report: Observation) -> str:
    return f" as of {report.as_of}" if report.as_of else ", without a date"
