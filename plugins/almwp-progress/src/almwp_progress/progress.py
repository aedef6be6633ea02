"""How far one activity has come: exactly where that was reported, else with bounds."""

from datetime import date
from fractions import Fraction

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation
from almwp.model.fields import frozen_items
from almwp.model.source import Origin
from almwp.scoring.editions import is_recurring
from almwp.scoring.states import KnownState, State, known_state, told_state
from almwp.scoring.wording import because
from almwp_progress.deciding import (
    NO_CELLS,
    Deciding,
    cells_of_share,
    cells_of_state,
    deciding,
)
from almwp_progress.held import HeldEditions, held_editions
from almwp_progress.percents import (
    KnownPercent,
    known_percent,
    made_by,
    withholds_share,
)
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
TAKEN = (
    "{share} was reported before, but as of {when} the share was given as {absence}: "
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
        shares: The reports that tell the share, where it rests on one.
        withheld_by: The report that gave an absence in place of a share told before.
        is_by_editions: Whether it rests on the editions that were held.
        cells: The cells that decide it.
    """

    value: Fraction | Absence
    low: Fraction
    high: Fraction
    reason: str
    state: KnownState
    report: Observation | None = None
    shares: tuple[Observation, ...] = field(default=(), converter=frozen_items)
    withheld_by: Observation | None = None
    is_by_editions: bool = False
    cells: Deciding = NO_CELLS


def progress_of(activity: Activity, asked: date | None, day: date | None) -> Progress:
    """Return how far *activity* has come.

    Args:
        activity: The activity.
        asked: The day as of which reports count; None for all reports.
        day: The day by which editions are due; None where no day is known.
    """
    known = known_state(activity, asked)
    percent = known_percent(activity, asked)
    is_out = known.state is State.WITHDRAWN
    if percent and not is_out and not percent.taken_by:
        return _from_percent(activity, percent, known)
    if day and is_recurring(activity.timeframe) and not is_out:
        editions = held_editions(activity, known, asked, day)
        if editions:
            return _from_editions(activity, editions, known, asked, day)
    if percent and percent.taken_by and _is_withheld(percent.taken_by, known):
        return _withheld(activity, percent, percent.taken_by, known)
    return _from_state(activity, known)


def _is_withheld(taker: Observation, known: KnownState) -> bool:
    """Say whether *taker* only withholds the share, and no state tells it either."""
    if known.rivals or known.state not in (State.ONGOING, State.NOT_REPORTED):
        return False
    return withholds_share(taker)


def _withheld(
    activity: Activity, percent: KnownPercent, taker: Observation, known: KnownState
) -> Progress:
    """Take back a share that was told: a newer report has an absence in its place."""
    absence = taker.percent if isinstance(taker.percent, Absence) else Absence.BLANK
    told = [percent_words(share) for share in percent.shares]
    reason = because(TAKEN, share=told[-1], when=taker.as_of, absence=absence.value)
    return Progress(
        value=absence,
        low=_NONE,
        high=_ALL,
        reason=reason,
        state=known,
        report=taker,
        withheld_by=taker,
        cells=deciding(
            cells_of_share((taker, *percent.reports)), cells_of_state(activity, known)
        ),
    )


def _from_percent(
    activity: Activity, percent: KnownPercent, known: KnownState
) -> Progress:
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
        shares=percent.reports,
        cells=deciding(
            cells_of_share(percent.reports), cells_of_state(activity, known)
        ),
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


def _from_editions(
    activity: Activity,
    editions: HeldEditions,
    known: KnownState,
    asked: date | None,
    day: date,
) -> Progress:
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
        is_by_editions=True,
        cells=deciding(
            cells_of_state(activity, known),
            [activity.origin_of("timeframe")],
            (cell for report in made_by(activity, asked) for cell in report.cells),
        ),
    )


def _from_state(activity: Activity, known: KnownState) -> Progress:
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
        value=value,
        low=low,
        high=high,
        reason=reason,
        state=known,
        report=known.report,
        cells=_cells(activity, known),
    )


def _cells(activity: Activity, known: KnownState) -> Deciding:
    """Return the cells that decide where no share holds.

    Where what is ongoing has its share withheld, that is said first.
    """
    first: list[Origin | None] = []
    if known.state is State.ONGOING and known.report and withholds_share(known.report):
        first.append(known.report.percent_origin)
    return deciding(first, cells_of_state(activity, known))


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
