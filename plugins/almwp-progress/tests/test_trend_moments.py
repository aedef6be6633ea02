"""Of which days a trend is told: all of them, or fewer where there are very many."""

from datetime import date

import pytest
from almwp_progress.trendmoments import MOST, Step, moments_of
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.moment import Moment
from almwp.testing.strategies import moments


def days(*written: str) -> list[Moment]:
    return [Moment.parse(each) for each in written]


def month_ends(count: int) -> list[Moment]:
    return [Moment.parse(f"{2021 + m // 12}-{m % 12 + 1:02}-15") for m in range(count)]


def test_each_day_of_a_report_is_a_moment() -> None:
    found = moments_of(days("2025-10-17", "2024-11-05", "2025-10-17"), [])
    assert [str(m) for m in found.moments] == ["2024-11-05", "2025-10-17"]
    assert (found.step, found.days) == (Step.DAY, 2)


def test_what_is_dated_by_its_year_was_told_by_the_last_day_of_it() -> None:
    found = moments_of(days("2024", "2024-12-31", "2024-Q4"), [])
    assert found.moments == (Moment.day(date(2024, 12, 31)),)


def test_many_days_are_told_by_the_days_of_the_submissions() -> None:
    told = month_ends(20)
    rounds = days("2021-12-31", "2022-08-20")
    found = moments_of(told, rounds)
    assert (found.moments, found.step) == (tuple(rounds), Step.SUBMISSION)
    assert found.days == 20


def test_what_was_told_after_the_last_submission_is_not_lost() -> None:
    found = moments_of(month_ends(20), days("2021-06-30", "2021-12-31"))
    assert str(found.moments[-1]) == "2022-08-15"


def test_a_submission_that_brings_nothing_new_is_no_moment() -> None:
    rounds = days("2020-01-01", "2021-12-20", "2021-12-31", "2022-08-20")
    found = moments_of(month_ends(20), rounds)
    assert [str(m) for m in found.moments] == ["2021-12-20", "2022-08-20"]


@pytest.mark.parametrize(
    ("count", "step", "shown"),
    [
        (0, Step.DAY, 0),
        (1, Step.DAY, 1),
        (MOST, Step.DAY, MOST),
        (MOST + 1, Step.QUARTER, 3),
        (24, Step.QUARTER, 8),
        (25, Step.HALF, 5),
        (48, Step.HALF, 8),
        (49, Step.YEAR, 5),
        (144, Step.YEAR, 12),
    ],
)
def test_the_finest_step_is_taken_that_can_be_read(
    count: int, step: Step, shown: int
) -> None:
    found = moments_of(month_ends(count), [])
    assert (found.step, len(found.moments)) == (step, shown)


def test_one_submission_makes_no_trend() -> None:
    assert moments_of(month_ends(9), days("2021-09-30")).step is Step.QUARTER


@given(st.lists(moments, max_size=30), st.lists(moments, max_size=4))
def test_the_newest_day_is_always_there_and_order_does_not_matter(
    told: list[Moment], rounds: list[Moment]
) -> None:
    found = moments_of(told, rounds)
    assert found == moments_of(told[::-1], rounds[::-1])
    ends = [m.end for m in found.moments]
    assert ends == sorted(set(ends))
    assert bool(ends) == bool(told)
    if told:
        newest = max(m.end for m in told)
        assert ends[-1] >= newest
        assert found.step is Step.SUBMISSION or ends[-1] == newest
