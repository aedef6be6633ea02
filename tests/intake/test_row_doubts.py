"""State, percentage and leads of one row that contradict each other are asked about."""

from collections.abc import Callable

import pytest

from almwp.model.submission import Submission

Table = Callable[..., Submission]
HEADINGS = ["No.", "Activity", "Status", "Progress (%)", "Lead", "Co-lead"]


def said(read: Submission) -> list[tuple[str, str | None, str | None]]:
    codes = {"ALM303", "ALM238", "ALM239"}
    return [(f.code, f.at.cell, f.found) for f in read.findings if f.code in codes]


@pytest.mark.parametrize(
    ("status", "share", "found"),
    [
        ("completed", "1%", [("ALM303", "D6", "1%")]),
        ("completed", "40 %", [("ALM303", "D6", "40 %")]),
        ("completed", 40, [("ALM303", "D6", "40%")]),
        ("completed", "100%", []),
        ("ongoing", "100%", [("ALM238", "D6", "100%")]),
        ("planned", 100, [("ALM238", "D6", "100%")]),
        ("ongoing", "99%", []),
        ("delayed", "100%", []),
        (None, "100%", []),
    ],
)
def test_a_state_and_a_percentage_must_agree(
    table: Table, status: str | None, share: str | int, found: list[object]
) -> None:
    read = table(HEADINGS, [1, "Study", status, share, "VN", None])
    assert said(read) == found


def test_the_message_says_how_much_is_done(table: Table) -> None:
    read = table(HEADINGS, [1, "Study", "đang thực hiện", "100%", "VN", None])
    (message,) = [f.message() for f in read.findings if f.code == "ALM238"]
    assert message == "the status is 'đang thực hiện', but 100% is done"


@pytest.mark.parametrize(
    ("lead", "co_lead", "found"),
    [
        ("VN", "Viet Nam", [("ALM239", "F6", "Viet Nam")]),
        ("VN, TH", "LA, Thailand", [("ALM239", "F6", "Thailand")]),
        ("VN", "TH", []),
        ("ACMW", "ACMW", []),
        ("VN (co-lead), VN", None, []),
    ],
)
def test_a_country_leads_or_co_leads(
    table: Table, lead: str, co_lead: str | None, found: list[object]
) -> None:
    read = table(HEADINGS, [1, "Study", "ongoing", None, lead, co_lead])
    assert said(read) == found


@pytest.mark.parametrize("number", ["๑", "၁", "១", "໑", "1"])
def test_the_digits_of_any_script_give_the_same_id(table: Table, number: str) -> None:
    (activity,) = table(
        HEADINGS, [number, "Study", "ongoing", None, "VN", None]
    ).activities
    assert activity.id.endswith(":1")
    assert activity.number == number
