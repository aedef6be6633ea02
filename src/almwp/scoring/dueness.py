"""What a time frame asks for on a day: whether it is over, since when, how far on."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from almwp.model.timeframe import Timeframe
from almwp.scoring.months import whole_months


class Due(StrEnum):
    """Where a day lies in the time frame of an activity."""

    NOT_YET = "not due yet"
    NOW = "due"
    OVER = "overdue"
    NO_END = "no time frame"


@frozen(kw_only=True)
class Months:
    """A number of whole months, as exactly as the time frame tells it."""

    low: int
    high: int


@frozen(kw_only=True)
class ExpectedShare:
    """The share of the work that a time frame expects to be done, with its bounds."""

    low: Fraction
    high: Fraction


def due_on(timeframe: Timeframe, day: date) -> Due:
    """Say whether what *timeframe* describes is due on *day*.

    It is due throughout the stretch in which it is to end: what is to end in 2024 is
    due from the first to the last day of 2024, and overdue from 2025 on.
    """
    end = timeframe.end
    if end is None:
        return Due.NO_END
    if day > end.end:
        return Due.OVER
    return Due.NOT_YET if day < end.start else Due.NOW


def months_over(timeframe: Timeframe, day: date) -> Months:
    """Return by how many whole months *day* lies after the end of *timeframe*.

    An end that is known only by its year may be any day of it, so there is a least
    and a most.  Before the end, and where none is stated, it is none.
    """
    end = timeframe.end
    if end is None:
        return Months(low=0, high=0)
    return Months(low=whole_months(end.end, day), high=whole_months(end.start, day))


def expected_share(timeframe: Timeframe, day: date) -> ExpectedShare | None:
    """Return the share of the work that is expected by the end of *day*.

    It grows by the same amount on every day, the first and the last one included.
    None where the time frame does not tell both, and *day* is neither surely before
    all of it nor surely after.
    """
    start, end = timeframe.start, timeframe.end
    if start and day < start.start:
        return ExpectedShare(low=Fraction(0), high=Fraction(0))
    if end and day > end.end:
        return ExpectedShare(low=Fraction(1), high=Fraction(1))
    if start is None or end is None:
        return None
    return ExpectedShare(
        low=_share(min(start.end, end.end), end.end, day),
        high=_share(start.start, max(start.start, end.start), day),
    )


def _share(first: date, last: date, day: date) -> Fraction:
    """Return which share of the days from *first* to *last* is over; at least one."""
    done = (day - first).days + 1
    return min(Fraction(1), max(Fraction(0), Fraction(done, (last - first).days + 1)))
