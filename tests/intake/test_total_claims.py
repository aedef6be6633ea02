"""Rows of totals: what they are, what they claim, and what they add up."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
ROWS: list[list[Any]] = [
    ["Country: VN"],
    ["Plan: ALM WP 2021-2025"],
    ["As of: 2024-06-30"],
    ["No.", "Activity", "Lead", "Status", "Progress (%)", "Budget"],
    [1, "Training", "VN", "completed", "100%", 100],
    [2, "Study", "VN", "ongoing", "50%", 200],
]


@pytest.fixture
def total(read: Read, sheet: Make) -> Callable[[list[Any]], list[tuple[str, str]]]:
    def say(row: list[Any]) -> list[tuple[str, str]]:
        found = read(sheet([*ROWS, row]))
        assert [a.number for a in found.activities] == ["1", "2"]
        return [(f.code, f.at.cell or "") for f in found.findings]

    return say


Total = Callable[[list[Any]], list[tuple[str, str]]]


@pytest.mark.parametrize(
    "row",
    [
        ["TOTAL", "2 activities", None, "1 completed"],
        ["Total", 2, None, "Completed: 1; ongoing: 1"],
        ["Total", None, None, None, None, 300],
        ["Tổng", None, 2, None, None, 300],
        ["Jumlah", "2 kegiatan", None, None, None, 300],
        ["Sum", None, None, None, "150%"],
        ["Total", None, None, None, 1.5],
        ["Tổng số: 2 hoạt động, 1 hoàn thành"],
        ["Total budget: 300"],
        ["Total", 2, None, "about 1 or 2 completed"],
    ],
    ids=str,
)
def test_an_honest_total_is_not_reported(total: Total, row: list[Any]) -> None:
    assert total(row) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Total", 3], [("ALM304", "B7")]),
        (["Tổng cộng", "3 hoạt động"], [("ALM304", "B7")]),
        (["Total", None, None, None, None, "3 activities"], [("ALM304", "F7")]),
        (["Total", 2, None, "Completed: 2"], [("ALM131", "D7")]),
        (["Total", 3, None, "2 ongoing"], [("ALM304", "B7"), ("ALM131", "D7")]),
        (["Tổng", None, None, "2 hoàn thành"], [("ALM131", "D7")]),
    ],
    ids=str,
)
def test_a_total_that_is_wrong_is_said_at_its_cell(
    total: Total, row: list[Any], said: list[tuple[str, str]]
) -> None:
    assert total(row) == said


def test_a_title_with_a_state_is_an_activity_whatever_its_number(
    read: Read, sheet: Make
) -> None:
    found = read(sheet([*ROWS, ["Total", "Survey of wages", "VN", "ongoing"]]))
    assert str(found.activities[-1].title) == "Survey of wages"
