"""Report the day of a report where it lies far from the years of its programme."""

from almwp.findings import reading_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell
from almwp.intake.field import Field
from almwp.intake.values import Values
from almwp.model.framework import Framework
from almwp.model.moment import Moment, Period

_BEFORE, _AFTER = 1, 2
"""Years before a programme in which it is prepared, and after it, in which it ends."""
_EARLIEST, _LATEST = 2000, 2100
"""No report of these tables is older, nor can one be younger."""


def find_far_day(
    day: Moment | None, of: Field, cell: Cell, values: Values, found: str | None = None
) -> tuple[Finding, ...]:
    """Say that *day* is far from all years of the programme; most often it is mistyped.

    What is newest counts most, so a year such as 2042 for 2024 would outdo all reports
    that are right.  No clock is asked: a file reads the same in any year.

    Args:
        day: The day of which a report speaks.
        of: The field in question.
        cell: Where the day stands.
        values: What is known of the sheet.
        found: The words of the day, where they are not all words of the cell.
    """
    if day is None:
        return ()
    first, last = possible_years(values.framework_of(cell))
    if first <= day.start.year <= last:
        return ()
    words = values.words(cell) if found is None else found
    expected = str(Period(first=first, last=last))
    rule = reading_rules.FAR_DAY
    return (values.finding(rule, of, cell, found=words, expected=expected),)


def possible_years(framework: Framework | None) -> tuple[int, int]:
    """Return the first and the last year in which one can report on *framework*."""
    period = framework.period if framework else None
    if period is None:
        return _EARLIEST, _LATEST
    return period.first - _BEFORE, period.last + _AFTER if period.last else _LATEST
