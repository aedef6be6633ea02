"""Why a state is missing: the absences by their names, and what the policy says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from types import MappingProxyType

from almwp.model.absence import Absence
from almwp.model.policy import AbsenceRule, AbsenceRules
from almwp.scoring.states import KnownState, State
from almwp.scoring.wording import because
from almwp_progress.reasons import absence_of

OPEN_AS = "not known, as {absence}: {count}"
BY_POLICY = "left out by the policy, as {absence}: {count}"

_NOT_REPORTED = State.NOT_REPORTED.value
DIFFERENT = "reports that differ"
OTHER_WORD = "word not understood"
ONLY_SHARE = "only a share reported"
NO_TIME_FRAME = "no time frame"
NO_LATER_REPORT = "not reported since its end"
COMPLETED_SOMETIME = "completed on a day not reported"

_ORDER = (
    _NOT_REPORTED,
    *(kind.value for kind in Absence),
    DIFFERENT,
    OTHER_WORD,
    ONLY_SHARE,
    NO_TIME_FRAME,
    NO_LATER_REPORT,
    COMPLETED_SOMETIME,
)
_RULES: Mapping[str, str] = MappingProxyType(
    {
        _NOT_REPORTED: "not_reported",
        Absence.BLANK.value: "blank",
        Absence.NOT_APPLICABLE.value: "not_applicable",
        Absence.NOT_DUE.value: "not_due",
        Absence.WITHHELD.value: "withheld",
    }
)


def missing_as(known: KnownState) -> str:
    """Return why no state is known, as one of the absences that are kept apart.

    Reports that contradict each other are no absence, nor is a word that is none of
    the states, or a share without one: something was reported.
    """
    report = known.report
    if report is None:
        return _NOT_REPORTED
    if known.rivals:
        return DIFFERENT
    absence = absence_of(known)
    if absence is Absence.BLANK and report.word:
        return OTHER_WORD
    if absence is Absence.BLANK and isinstance(report.percent, Fraction):
        return ONLY_SHARE
    return absence.value


def is_left_out(known: KnownState, rules: AbsenceRules) -> bool:
    """Say whether the policy leaves out an activity of which no state is known."""
    if known.state is not State.NOT_REPORTED:
        return False
    rule = _RULES.get(missing_as(known))
    return rule is not None and getattr(rules, rule) is AbsenceRule.LEAVE_OUT


def told_absences(sentence: str, names: Iterable[str]) -> Iterator[str]:
    """Count the absences *names*, each by its own name, in one order."""
    counted = Counter(names)
    for name in _ORDER:
        if counted[name]:
            yield because(sentence, absence=name, count=counted[name])
