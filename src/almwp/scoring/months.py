"""Whole months between two days."""

from datetime import date


def whole_months(first: date, last: date) -> int:
    """Return how many whole months have passed from *first* to *last*.

    From 31 January a month has passed on the last day of February.  None has where
    *last* comes before *first*.
    """
    months = 12 * (last.year - first.year) + last.month - first.month
    if last.day < first.day and not _ends_month(last):
        months -= 1
    return max(0, months)


def _ends_month(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1
