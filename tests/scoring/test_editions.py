"""How many editions of a recurring activity are due by a day."""

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.moment import Moment
from almwp.model.timeframe import Edition, Recurrence, Timeframe
from almwp.scoring.editions import DueEditions, editions_due, is_recurring
from almwp.testing.strategies.activities import timeframes

near_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def recurring(
    often: Recurrence | None,
    start: str | None = None,
    end: str | None = None,
    listed: tuple[str | None, ...] = (),
) -> Timeframe:
    return Timeframe(
        start=Moment.parse(start) if start else None,
        end=Moment.parse(end) if end else None,
        recurrence=often,
        editions=[
            Edition(label="edition", when=Moment.parse(each) if each else None)
            for each in listed
        ],
    )


@pytest.mark.parametrize(
    ("timeframe", "on", "low", "high"),
    [
        (recurring(Recurrence.ANNUAL, "2021", "2025"), "2020-12-31", 0, 0),
        (recurring(Recurrence.ANNUAL, "2021", "2025"), "2021-06-01", 0, 1),
        (recurring(Recurrence.ANNUAL, "2021", "2025"), "2023-12-31", 3, 3),
        (recurring(Recurrence.ANNUAL, "2021", "2025"), "2024-06-01", 3, 4),
        (recurring(Recurrence.ANNUAL, "2021", "2025"), "2030-01-01", 5, 5),
        (recurring(Recurrence.BIENNIAL, "2021", "2025"), "2025-12-31", 3, 3),
        (recurring(Recurrence.MONTHLY, "2024-01"), "2024-03-31", 3, 3),
        (recurring(Recurrence.MONTHLY, "2024-01"), "2024-03-15", 2, 3),
        (recurring(Recurrence.QUARTERLY, "2024-01-15"), "2024-07-14", 2, 2),
        (recurring(Recurrence.HALF_YEARLY, "2024-H1"), "2024-12-31", 2, 2),
        (recurring(Recurrence.MONTHLY, "2021", "2022"), "2023-01-01", 1, 24),
        (recurring(Recurrence.ANNUAL), "2024-01-01", 0, 0),
        (recurring(Recurrence.REGULAR, "2021"), "2024-01-01", 0, 0),
        (recurring(None, listed=("2021", "2022", "2023")), "2022-06-01", 1, 2),
        (recurring(None, listed=("2021", None)), "2022-06-01", 1, 2),
        (recurring(Recurrence.ANNUAL, listed=("2021", "2022")), "2023-12-31", 2, 3),
        (recurring(Recurrence.ANNUAL, "2021", listed=("2021",)), "2022-12-31", 2, 2),
    ],
)
def test_editions_are_due_by_their_dates_and_by_how_often_they_come(
    timeframe: Timeframe, on: str, low: int, high: int
) -> None:
    due = editions_due(timeframe, date.fromisoformat(on))
    assert due == DueEditions(low=low, high=high)


def test_a_span_without_recurrence_or_editions_is_not_recurring() -> None:
    assert not is_recurring(recurring(None, "2021", "2025"))
    assert is_recurring(recurring(Recurrence.REGULAR))
    assert is_recurring(recurring(None, listed=("2021",)))


@given(timeframes, near_days, near_days)
def test_editions_that_are_due_stay_due(
    timeframe: Timeframe, one: date, two: date
) -> None:
    first = editions_due(timeframe, min(one, two))
    second = editions_due(timeframe, max(one, two))
    assert 0 <= first.low <= first.high
    assert first.low <= second.low
    assert first.high <= second.high


@given(timeframes, near_days, st.data())
def test_a_more_exact_beginning_never_widens_the_bounds(
    rough: Timeframe, on: date, data: st.DataObject
) -> None:
    start = rough.start
    if start is None or rough.end:
        return
    begins = data.draw(st.dates(start.start, start.end))
    fine = evolve(rough, start=Moment.day(begins))
    before, after = editions_due(rough, on), editions_due(fine, on)
    assert before.low <= after.low <= after.high <= before.high
