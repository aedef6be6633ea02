"""Points in time that are known only as precisely as they were stated."""

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from typing import Self

from attrs import field, frozen


class Precision(StrEnum):
    """How precisely a point in time is known."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"

    @property
    def months(self) -> int:
        """How many months the stretch is long; 0 for a day."""
        return {"year": 12, "half": 6, "quarter": 3, "month": 1, "day": 0}[self.value]


_WRITTEN = re.compile(
    r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])"
    r"|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
)


def _check_start(moment: "Moment", _: object, start: date) -> None:
    length = moment.precision.months
    if length and (start.day != 1 or (start.month - 1) % length):
        raise ValueError(f"no {moment.precision} begins on {start}")


@frozen
class Moment:
    """A day, or the month, quarter, half or year in which something is known to be.

    Attributes:
        start: Its first day.
        precision: How long the stretch is.

    Raises:
        ValueError: *start* is not the first day of such a stretch.
    """

    precision: Precision
    start: date = field(validator=_check_start)

    @classmethod
    def parse(cls, written: str) -> Self:
        """Read ``2024``, ``2024-H1``, ``2024-Q3``, ``2024-09`` or ``2024-09-05``.

        Raises:
            ValueError: *written* is none of these.
        """
        match = _WRITTEN.fullmatch(written)
        if not match:
            raise ValueError(f"{written!r} is not a date such as 2024-09-05 or 2024-Q3")
        year = int(match["year"])
        if half := match["half"]:
            return cls(Precision.HALF, date(year, 6 * int(half) - 5, 1))
        if quarter := match["quarter"]:
            return cls(Precision.QUARTER, date(year, 3 * int(quarter) - 2, 1))
        if day := match["day"]:
            return cls(Precision.DAY, date(year, int(match["month"]), int(day)))
        if month := match["month"]:
            return cls(Precision.MONTH, date(year, int(month), 1))
        return cls(Precision.YEAR, date(year, 1, 1))

    @classmethod
    def day(cls, on: date) -> Self:
        """Return the day *on*."""
        return cls(Precision.DAY, on)

    @classmethod
    def year(cls, year: int) -> Self:
        """Return the whole of *year*."""
        return cls(Precision.YEAR, date(year, 1, 1))

    @property
    def end(self) -> date:
        """The last day of the stretch."""
        if self.precision is Precision.DAY:
            return self.start
        month = self.start.month + self.precision.months - 1
        return date(self.start.year, month, monthrange(self.start.year, month)[1])

    def __str__(self) -> str:
        start = self.start
        match self.precision:
            case Precision.YEAR:
                return f"{start.year:04}"
            case Precision.HALF:
                return f"{start.year:04}-H{(start.month + 5) // 6}"
            case Precision.QUARTER:
                return f"{start.year:04}-Q{(start.month + 2) // 3}"
            case Precision.MONTH:
                return f"{start.year:04}-{start.month:02}"
            case Precision.DAY:
                return start.isoformat()


def _check_last(period: "Period", _: object, last: int | None) -> None:
    if last is not None and last < period.first:
        raise ValueError(f"a period does not end ({last}) before it begins")


@frozen
class Period:
    """The years that a programme covers.

    Attributes:
        first: First year.
        last: Last year, or None where no end was set.

    Raises:
        ValueError: The last year comes before the first.
    """

    first: int
    last: int | None = field(default=None, validator=_check_last)

    def covers(self, moment: Moment) -> bool:
        """Say whether any day of *moment* falls into the period."""
        ends_later = self.last is None or moment.start.year <= self.last
        return ends_later and moment.end.year >= self.first

    def __str__(self) -> str:
        return f"{self.first}-{self.last}" if self.last else f"{self.first}-"
