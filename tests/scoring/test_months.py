"""Whole months between two days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.scoring.months import whole_months

days = st.dates()


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2024-01-15", "2024-02-14", 0),
        ("2024-01-15", "2024-02-15", 1),
        ("2023-01-31", "2023-02-27", 0),
        ("2023-01-31", "2023-02-28", 1),
        ("2024-01-31", "2024-02-28", 0),
        ("2022-12-31", "2025-10-17", 33),
        ("2022-01-01", "2025-10-17", 45),
        ("2024-05-01", "2023-05-01", 0),
        ("9999-11-30", "9999-12-31", 1),
    ],
)
def test_months_are_counted_when_they_are_over(
    first: str, last: str, months: int
) -> None:
    assert whole_months(date.fromisoformat(first), date.fromisoformat(last)) == months


@given(days, days, days)
def test_a_later_day_is_never_fewer_months_away(one: date, two: date, at: date) -> None:
    earlier, later = sorted((one, two))
    assert whole_months(at, earlier) <= whole_months(at, later)
