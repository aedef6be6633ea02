"""How far one activity has come: exactly where that was reported, else with bounds."""

from datetime import date
from fractions import Fraction

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation
from almwp.scoring.editions import is_recurring
from almwp.scoring.states import KnownState, State, known_state, told_state
from almwp.scoring.wording import because
from almwp_progress.held import HeldEditions, held_editions
from almwp_progress.percents import KnownPercent, is_newer, known_percent
from almwp_progress.reasons import absence_of, dated, reason_for

SHARE = "{share} was reported as of {when}"
SHARE_UNDATED = "{share} was reported, without a date"
SHARES = "{low} and {high} were reported for one time"
SHARE_AGAINST_STATE = (
    "reported as {state}, but {share} was reported too: it is between the two"
)
EDITIONS = (
    "of {due} editions due by {day}, {held} are known to be held; "
    "the last state told is '{state}'"
)
EDITIONS_ROUGHLY = (
    "of {least} to {most} editions due by {day}, {held} are known to be held; "
    "the last state told is '{state}'"
)
ONGOING = (
    "reported as ongoing as of {when}, without a share ({absence}): "
    "it may be anything from 0 to 1"
)
ONGOING_UNDATED = (
    "reported as ongoing, without a date and without a share ({absence}): "
    "it may be anything from 0 to 1"
)

_NONE, _ALL = Fraction(0), Fraction(1)


@frozen(kw_only=True)
class Progress:
    """How far an activity has come.

    Attributes:
        value: The share that is done, or why it is not known.
        low: The least it can be.
        high: The most it can be.
        reason: How that is known, in words.
        state: The state of the activity.
        report: The report that counts most.
    """

    value: Fraction | Absence
    low: Fraction
    high: Fraction
    reason: str
    state: KnownState
    report: Observation | None = None


def progress_of(activity: Activity, asked: date | None, day: date | None) -> Progress:
    """Return how far *activity* has come.

    Args:
        activity: The activity.
        asked: The day as of which reports count; None for all reports.
        day: The day by which editions are due; None where no day is known.
    """
    known = known_state(activity, asked)
    percent = known_percent(activity, asked)
    if percent and not _is_outdated(percent, known):
        return _from_percent(percent, known)
    if day and is_recurring(activity.timeframe) and known.state is not State.WITHDRAWN:
        editions = held_editions(activity, known, asked, day)
        if editions:
            return _from_editions(editions, known, day)
    return _from_state(known)


def _is_outdated(percent: KnownPercent, known: KnownState) -> bool:
    """Say whether a newer report tells more than the last share does.

    *Ongoing* says nothing of the share, so the share that was told before stays.
    """
    if known.state is State.WITHDRAWN:
        return True
    if known.report is None or known.state is State.ONGOING:
        return False
    tells = told_state(known.report) is not None
    return tells and is_newer(known.report, percent.report)


def _from_percent(percent: KnownPercent, known: KnownState) -> Progress:
    low, high = percent.shares[0], percent.shares[-1]
    share = percent_words(low)
    reason = dated(SHARE, SHARE_UNDATED, percent.report, share=share)
    if low != high:
        reason = because(SHARES, low=share, high=percent_words(high))
    against = _told_against(known, low, high)
    if against:
        low = _NONE if against & {State.PLANNED, State.WITHDRAWN} else low
        high = _ALL if against & {State.COMPLETED, State.WITHDRAWN} else high
        states = " and ".join(sorted(against))
        reason = because(SHARE_AGAINST_STATE, state=states, share=share)
    return Progress(
        value=low if low == high else Absence.BLANK,
        low=low,
        high=high,
        reason=reason,
        state=known,
        report=percent.report,
    )


def _told_against(known: KnownState, low: Fraction, high: Fraction) -> set[State]:
    """Return the states that were told and do not go with shares *low* to *high*."""
    reports = (known.report, *known.rivals) if known.report else ()
    told = {told_state(report) for report in reports}
    against = {State.WITHDRAWN} if State.WITHDRAWN in told else set()
    if State.COMPLETED in told and low < 1:
        against.add(State.COMPLETED)
    if State.PLANNED in told and high > 0:
        against.add(State.PLANNED)
    return against


def _from_editions(editions: HeldEditions, known: KnownState, day: date) -> Progress:
    due = editions.due
    state = known.state.value
    if due.low == due.high:
        reason = because(
            EDITIONS, held=editions.held, due=due.high, day=day, state=state
        )
    else:
        reason = because(
            EDITIONS_ROUGHLY,
            held=editions.held,
            least=due.low,
            most=due.high,
            day=day,
            state=state,
        )
    is_known = editions.low == editions.high
    return Progress(
        value=editions.low if is_known else _absence(known),
        low=editions.low,
        high=editions.high,
        reason=reason,
        state=known,
        report=known.report,
    )


def _from_state(known: KnownState) -> Progress:
    low, high, reason = _NONE, _ALL, reason_for(known)
    value: Fraction | Absence = _absence(known)
    match known.state:
        case State.COMPLETED:
            value = low = _ALL
        case State.PLANNED:
            value = high = _NONE
        case State.ONGOING:
            if known.report:
                absence = _absence(known).value
                reason = dated(ONGOING, ONGOING_UNDATED, known.report, absence=absence)
        case State.WITHDRAWN:
            value = Absence.NOT_APPLICABLE
        case State.NOT_REPORTED:
            pass
    return Progress(
        value=value, low=low, high=high, reason=reason, state=known, report=known.report
    )


def _absence(known: KnownState) -> Absence:
    """Return why no share is known: the state is missing, or the share beside it."""
    if known.state is State.NOT_REPORTED:
        return absence_of(known)
    if known.report and isinstance(known.report.percent, Absence):
        return known.report.percent
    return Absence.BLANK


def percent_words(share: Fraction) -> str:
    """Return *share* in percent where that is a whole number, else as a fraction."""
    percent = share * 100
    return f"{percent} %" if percent.denominator == 1 else str(share)
