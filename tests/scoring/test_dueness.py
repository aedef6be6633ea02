"""What a time frame asks for on a day, with its precision carried as bounds."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.moment import Moment
from almwp.model.timeframe import Timeframe
from almwp.scoring.dueness import Due, Months, due_on, expected_share, months_over
from almwp.testing.strategies.activities import timeframes

near_days = st.dates(date(1990, 1, 1), date(2060, 12, 31))


def span(start: str | None, end: str | None) -> Timeframe:
    return Timeframe(
        start=Moment.parse(start) if start else None,
        end=Moment.parse(end) if end else None,
    )


def day(written: str) -> date:
    return date.fromisoformat(written)


@pytest.mark.parametrize(
    ("end", "on", "due"),
    [
        ("2024", "2023-12-31", Due.NOT_YET),
        ("2024", "2024-01-01", Due.NOW),
        ("2024", "2024-12-31", Due.NOW),
        ("2024", "2025-01-01", Due.OVER),
        ("2024-06-15", "2024-06-14", Due.NOT_YET),
        ("2024-06-15", "2024-06-15", Due.NOW),
        ("2024-06-15", "2024-06-16", Due.OVER),
        (None, "2024-06-16", Due.NO_END),
    ],
)
def test_it_is_due_throughout_the_stretch_in_which_it_ends(
    end: str | None, on: str, due: Due
) -> None:
    assert due_on(span(None, end), day(on)) is due


@pytest.mark.parametrize(
    ("end", "on", "low", "high"),
    [
        ("2022", "2025-10-17", 33, 45),
        ("2023-09", "2025-10-17", 24, 25),
        ("2024-06-15", "2024-08-14", 1, 1),
        ("2024", "2024-07-01", 0, 6),
        ("2024-06-15", "2024-06-15", 0, 0),
        (None, "2024-06-15", 0, 0),
    ],
)
def test_months_overdue_are_as_exact_as_the_end(
    end: str | None, on: str, low: int, high: int
) -> None:
    assert months_over(span(None, end), day(on)) == Months(low=low, high=high)


@pytest.mark.parametrize(
    ("start", "end", "on", "low", "high"),
    [
        ("2024-01-01", "2024-01-10", "2024-01-05", "1/2", "1/2"),
        ("2024-01-01", "2024-01-10", "2023-12-31", "0", "0"),
        ("2024-01-01", "2024-01-10", "2024-01-10", "1", "1"),
        ("2024-01-01", "2024-01-10", "2024-01-11", "1", "1"),
        ("2024-01-05", "2024-01-05", "2024-01-05", "1", "1"),
        ("2024", "2024", "2024-06-30", "0", "1"),
        ("2023-01", "2024-01-01", "2023-01-31", "1/336", "31/366"),
        ("2024", None, "2023-12-31", "0", "0"),
        (None, "2024", "2025-01-01", "1", "1"),
    ],
)
def test_work_is_expected_to_grow_evenly(
    start: str | None, end: str | None, on: str, low: str, high: str
) -> None:
    expected = expected_share(span(start, end), day(on))
    assert expected is not None
    assert (expected.low, expected.high) == (Fraction(low), Fraction(high))


@pytest.mark.parametrize(
    ("start", "end"), [(None, None), ("2023", None), (None, "2024")]
)
def test_nothing_is_expected_where_the_time_frame_does_not_tell(
    start: str | None, end: str | None
) -> None:
    assert expected_share(span(start, end), day("2024-05-01")) is None


@given(timeframes, near_days, near_days)
def test_a_later_day_never_expects_less(
    timeframe: Timeframe, one: date, two: date
) -> None:
    first = expected_share(timeframe, min(one, two))
    second = expected_share(timeframe, max(one, two))
    if first and second:
        assert first.low <= second.low
        assert first.high <= second.high
    for each in (first, second):
        if each:
            assert 0 <= each.low <= each.high <= 1


@given(timeframes, near_days, st.data())
def test_an_exact_time_frame_stays_within_the_bounds_of_a_rough_one(
    rough: Timeframe, on: date, data: st.DataObject
) -> None:
    start, end = rough.start, rough.end
    if start is None or end is None:
        return
    begins = data.draw(st.dates(start.start, min(start.end, end.end)))
    ends = data.draw(st.dates(max(begins, end.start), end.end))
    fine = Timeframe(start=Moment.day(begins), end=Moment.day(ends))
    before, after = expected_share(rough, on), expected_share(fine, on)
    assert before is not None
    assert after is not None
    assert before.low <= after.low == after.high <= before.high
    over, exactly = months_over(rough, on), months_over(fine, on)
    assert over.low <= exactly.low == exactly.high <= over.high
