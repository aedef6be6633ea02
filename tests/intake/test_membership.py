"""Who was no member yet on the day in question is named; the row stays as it is."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.submission import Submission

Read = Callable[..., Submission]
HEADINGS = ["Activity", "Lead", "Co-lead", "Time frame", "Status", "As of"]
CODES = {"ALM406", "ALM407"}


@pytest.fixture
def told(
    read: Read, sheet: Callable[..., Sheet]
) -> Callable[..., list[tuple[str, str | None]]]:
    def reading(
        *row: Any, country: str = "Viet Nam", as_of: str = "2024-06-30"
    ) -> list[tuple[str, str | None]]:
        lines = [[f"Country: {country}"], ["Plan: ALM WP 2021-2025"]]
        rows = [*lines, [f"As of: {as_of}"], [], HEADINGS, ["Study", *row]]
        found = read(sheet(rows)).findings
        return [(f.code, f.at.cell) for f in found if f.code in CODES]

    return reading


Told = Callable[..., list[tuple[str, str | None]]]


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (("Timor-Leste", None, "2023", "completed"), "B6"),
        (("Viet Nam, TL", None, "2021-2024", "ongoing"), "B6"),
        (("Viet Nam", "Timor-Leste", "Q3/2025", "planned"), "C6"),
        (("Timor-Leste", None, None, "completed"), "B6"),
        (("Timor-Leste", None, None, "completed", "2025-10-25"), "B6"),
        (("Timor-Leste", None, "2025-10-25", "completed"), "B6"),
        # In the year in which it joined it may have led as a member.
        (("Timor-Leste", None, "2025", "completed"), None),
        (("Timor-Leste", None, "2025-10-26", "completed"), None),
        (("Timor-Leste", None, "2024-2026", "ongoing"), None),
        (("Timor-Leste", None, "ANNUALLY", "planned"), None),
        (("Timor-Leste", None, None, "planned"), None),
        (("Timor-Leste", None, None, "completed", "2025-12-01"), None),
        (("Viet Nam", None, "2021", "completed"), None),
    ],
)
def test_a_lead_joined_before_the_activity_was_over(
    told: Told, row: tuple[Any, ...], cell: str | None
) -> None:
    assert told(*row) == ([("ALM406", cell)] if cell else [])


def test_that_the_sender_was_no_member_is_said_once(told: Told) -> None:
    row = ("Timor-Leste", None, "2023", "completed")
    assert told(*row, country="Timor-Leste") == [("ALM407", None)]
    assert told(*row, country="Timor-Leste", as_of="2025-12-31") == [("ALM406", "B6")]


def test_the_finding_says_when_the_country_joined(
    read: Read, sheet: Callable[..., Sheet]
) -> None:
    row = ["Study", "Timor-Leste", None, "2023", "completed"]
    above = [["Country: VN"], ["Plan: ALM WP 2021-2025"]]
    rows: list[list[Any]] = [*above, HEADINGS, row]
    submission = read(sheet(rows))
    (found,) = [f for f in submission.findings if f.code == "ALM406"]
    expected = "Timor-Leste became a member of ASEAN on 2025-10-26"
    assert expected in found.message()
    assert "2023-12-31" in found.message()
    assert [p.id for p in submission.activities[0].leads] == ["TL"]
