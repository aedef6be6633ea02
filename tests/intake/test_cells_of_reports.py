"""Each piece of a report is kept with the cell in which it was read."""

from collections.abc import Callable

import pytest

from almwp.model.activity import Change
from almwp.model.source import Origin
from almwp.model.submission import Submission

Table = Callable[..., Submission]
HEADINGS = ["Activity", "Status", "As of", "Progress (%)", "Change of plan"]


def cell(origin: Origin | None) -> str:
    return origin.cell if origin else ""


def cells(read: Submission) -> tuple[str, ...]:
    (report,) = read.activities[0].observations
    each = (
        report.origin,
        report.percent_origin,
        report.as_of_origin,
        report.change_origin,
    )
    return tuple(map(cell, each))


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (
            ["A study", "ongoing", "2024-03-01", "40 %", "revised"],
            ("B6", "D6", "C6", "E6"),
        ),
        (["A study", "ongoing", None, None, None], ("B6", "", "", "")),
        (["A study", None, None, "40 %", None], ("D6", "D6", "", "")),
        (["A study", "ongoing", None, "withheld", None], ("B6", "D6", "", "")),
        (["A study", "planned", None, None, "withdrawn"], ("B6", "", "", "E6")),
        (["A study", "withdrawn", None, None, None], ("B6", "", "", "B6")),
    ],
)
def test_state_share_date_and_change_have_cells_of_their_own(
    table: Table, row: list[str | None], wanted: tuple[str, ...]
) -> None:
    assert cells(table(HEADINGS, row)) == wanted


def test_a_withdrawal_in_words_stands_in_the_status_column(table: Table) -> None:
    (report,) = table(HEADINGS, ["A study", "withdrawn"]).activities[0].observations
    assert report.change is Change.WITHDRAWN
    assert [each.cell for each in report.cells] == ["B6"]


@pytest.mark.parametrize("state", [None, "gibberish"])
def test_a_row_without_a_state_still_knows_where_it_should_stand(
    table: Table, state: str | None
) -> None:
    read = table(HEADINGS, ["A study", state])
    assert cell(read.activities[0].origin_of("status")) == "B6"
    without = table(["Activity", "Budget"], ["A study", "USD 5"])
    assert without.activities[0].origin_of("status") is None
