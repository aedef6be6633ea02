"""A day far from the years of its programme is kept and asked about."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
TABLE: list[list[Any]] = [["Activity", "Status", "Lead"], ["Training", "planned", "VN"]]


def told(found: Submission) -> list[str | None]:
    return [f.at.cell for f in found.findings if f.code == "ALM235"]


@pytest.mark.parametrize(
    ("year", "plan", "is_far"),
    [
        (2019, "ALM WP 2021-2025", True),
        (2020, "ALM WP 2021-2025", False),
        (2027, "ALM WP 2021-2025", False),
        (2028, "ALM WP 2021-2025", True),
        (2042, "ALM WP 2021-2025", True),
        (2025, "ALM WP 2026-2030", False),
        (2042, "", False),
        (1999, "", True),
    ],
)
@pytest.mark.parametrize("line", ["As of: 30 June {}", "Report as of 30 June {}"])
def test_the_years_of_the_programme_tell_which_day_is_far(
    read: Read, sheet: Make, line: str, year: int, plan: str, is_far: bool
) -> None:
    above = [
        ["Country: Viet Nam"],
        [f"Plan: {plan}"] if plan else [],
        [line.format(year)],
    ]
    found = read(sheet([*above, *TABLE]))
    assert str(found.as_of) == f"{year}-06-30"
    assert told(found) == (["A3"] if is_far else [])


def test_a_day_in_a_heading_is_looked_at_too(read: Read, sheet: Make) -> None:
    above = [["Country: Viet Nam"], ["Plan: ALM WP 2021-2025"]]
    headings = ["Activity", "Status as of 30 June 2042", "Lead"]
    found = read(sheet([*above, headings, TABLE[1]]))
    assert told(found) == ["B3"]


def test_the_programme_of_the_row_counts(read: Read, sheet: Make) -> None:
    above = [["Country: Viet Nam"], ["Plan: ALM WP 2021-2025"]]
    headings = ["Activity", "Status", "Lead", "As of"]
    rows = [[*TABLE[1], "2019-06-30"], [*TABLE[1], "2021-06-30"]]
    found = read(sheet([*above, headings, *rows]))
    assert told(found) == ["D4"]
