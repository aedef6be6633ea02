"""Made-up activities and what was reported of them, for tests of scores."""

from fractions import Fraction
from typing import Any

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.source import Origin
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe


def activity(
    number: int,
    *reports: Observation,
    start: str | None = None,
    end: str | None = None,
    **facts: Any,
) -> Activity:
    """Return an activity of Viet Nam.

    Args:
        number: By which it is named.
        reports: What was reported of it.
        start: When it begins.
        end: When it ends.
        facts: Its other fields.
    """
    timeframe = Timeframe(
        start=Moment.parse(start) if start else None,
        end=Moment.parse(end) if end else None,
    )
    return Activity(
        id=ActivityId(f"VN:{number}"),
        title=Text.of(f"No. {number}"),
        observations=reports,
        **({"timeframe": timeframe} | facts),
    )


def told(state: Status | Absence, when: str | None = None, **facts: Any) -> Observation:
    """Return a report of *state* as of *when*, of which no cell is known."""
    as_of = Moment.parse(when) if when else None
    return Observation(as_of=as_of, status=state, **facts)


def told_in_file(
    when: Moment | None,
    status: Status | Absence = Status.ONGOING,
    percent: Fraction | Absence = Absence.BLANK,
    change: Change | None = None,
) -> Observation:
    """Return a report as of *when*, read in a file that is named after it."""
    cell = Origin(file=f"{when}.xlsx", sha256="5a" * 32, sheet="Plan", cell="F7")
    return Observation(
        as_of=when, status=status, percent=percent, change=change, origin=cell
    )
