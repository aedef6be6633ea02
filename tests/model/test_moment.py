"""Moments are as precise as they were stated, and no more."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.moment import Moment, Period, Precision
from almwp.testing import strategies

ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("written", "start", "end"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-H1", "2024-01-01", "2024-06-30"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2024-Q3", "2024-07-01", "2024-09-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-09-05", "2024-09-05", "2024-09-05"),
    ],
)
def test_a_moment_covers_the_whole_stretch(written: str, start: str, end: str) -> None:
    moment = Moment.parse(written)
    assert moment.start.isoformat() == start
    assert moment.end.isoformat() == end
    assert str(moment) == written


@given(strategies.moments)
def test_written_moments_read_back(moment: Moment) -> None:
    assert Moment.parse(str(moment)) == moment


@given(strategies.moments)
def test_a_stretch_ends_where_the_next_one_begins(moment: Moment) -> None:
    assert moment.start <= moment.end
    Moment(moment.precision, moment.end + ONE_DAY)  # else it is refused


@given(strategies.days, st.sampled_from(Precision))
def test_a_stretch_begins_only_where_one_can_begin(
    day: date, precision: Precision
) -> None:
    length = precision.months
    begins = not length or (day.day == 1 and day.month % length == 1 % length)
    if begins:
        assert Moment(precision, day).start == day
    else:
        with pytest.raises(ValueError, match="begins on"):
            Moment(precision, day)


@pytest.mark.parametrize(
    "written",
    [
        *("", "24", "2024-", "2024-13", "2024-00", "2024-Q5", "2024-H3", "2024-02-30"),
        *("2024/09", " 2024", "2024\n", "2024-9-5", "0000", "06/07/2024", "Q3 2024"),
    ],
)
def test_what_is_no_moment_is_refused(written: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - some are said by datetime
        Moment.parse(written)


@given(strategies.days)
def test_a_day_is_known_to_the_day(day: date) -> None:
    moment = Moment.day(day)
    assert (moment.start, moment.end) == (day, day)


@given(strategies.years)
def test_a_year_is_known_to_the_year(year: int) -> None:
    moment = Moment.year(year)
    assert (moment.start, moment.end) == (date(year, 1, 1), date(year, 12, 31))
    assert str(moment) == str(year)


@given(strategies.periods, strategies.moments)
def test_a_period_covers_what_touches_one_of_its_years(
    period: Period, moment: Moment
) -> None:
    last = period.last or 9999
    touches = any(
        period.first <= year <= last for year in (moment.start.year, moment.end.year)
    )
    assert period.covers(moment) == touches


@given(strategies.years, strategies.years)
def test_a_period_does_not_end_before_it_begins(first: int, last: int) -> None:
    if first <= last:
        assert str(Period(first, last)) == f"{first}-{last}"
    else:
        with pytest.raises(ValueError, match="does not end"):
            Period(first, last)


def test_a_period_may_have_no_end() -> None:
    assert str(Period(2021)) == "2021-"
    assert Period(2021).covers(Moment.year(2090))
    assert not Period(2021).covers(Moment.parse("2020-12-31"))
