"""How many editions of a recurring activity are due by a day."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from attrs import frozen

from almwp.model.moment import Moment
from almwp.model.timeframe import Recurrence, Timeframe
from almwp.scoring.months import whole_months

_MONTHS: Mapping[Recurrence, int] = MappingProxyType(
    {
        Recurrence.MONTHLY: 1,
        Recurrence.QUARTERLY: 3,
        Recurrence.HALF_YEARLY: 6,
        Recurrence.ANNUAL: 12,
        Recurrence.BIENNIAL: 24,
    }
)
"""How many months lie between two editions; of a regular one nobody says."""


@frozen(kw_only=True)
class DueEditions:
    """How many editions are due: at least and at most."""

    low: int
    high: int


def is_recurring(timeframe: Timeframe) -> bool:
    """Say whether what *timeframe* describes takes place more than once."""
    return timeframe.recurrence is not None or bool(timeframe.editions)


def editions_due(timeframe: Timeframe, day: date) -> DueEditions:
    """Return how many editions were due by *day*.

    An edition is surely due once the time in which it takes place is over, and may be
    due from its first day on.  Editions that are listed are due by their own dates,
    one without a date at any time.  Where it is also said how often there is one, they
    are due by that too, counted from the beginning of the time frame, else from the
    first edition that is listed; of the two the greater number counts.
    """
    dated = [e.when for e in timeframe.editions if e.when]
    undated = len(timeframe.editions) - len(dated)
    low = sum(when.end <= day for when in dated)
    high = sum(when.start <= day for when in dated) + undated
    months = _MONTHS.get(timeframe.recurrence) if timeframe.recurrence else None
    if months is None:
        return DueEditions(low=low, high=high)
    if timeframe.start:
        low = max(low, _surely_due(timeframe, timeframe.start, months, day))
    start = timeframe.start or min(dated, key=lambda when: when.start, default=None)
    if start:
        high = max(high, _perhaps_due(timeframe, start, months, day))
    return DueEditions(low=low, high=high)


def _perhaps_due(timeframe: Timeframe, start: Moment, months: int, day: date) -> int:
    last = min(day, timeframe.end.end) if timeframe.end else day
    return _begun(start.start, months, last)


def _surely_due(timeframe: Timeframe, start: Moment, months: int, day: date) -> int:
    """Count editions that are due by *day* however late the first one is.

    The first edition takes place during the beginning of the time frame, the others
    as often as said after it: an annual activity from 2021 on has one in each year
    from 2021, a monthly one may begin in any month of 2021.
    """
    last, end = day, timeframe.end
    if end:
        # A monthly activity to 2023 may end in January; an annual one is held in 2023.
        is_finer = months < end.precision.months
        last = min(last, end.start if is_finer else end.end)
    return _begun(start.end, months, last)


def _begun(first: date, months: int, day: date) -> int:
    """Count *first*, and each whole stretch of *months* after it, by *day*."""
    return 0 if day < first else whole_months(first, day) // months + 1
