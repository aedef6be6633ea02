"""Errors of Excel that came as texts, from CSV or pasted as values."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.errortexts import is_error_text
from almwp.model.absence import Absence
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str]]]
HEADINGS = ["Activity", "Status", "Progress (%)", "Place"]


@pytest.mark.parametrize(
    "text", ["#N/A", " #REF!\n", "#SPILL!", "########", "Err:508", "#NAME?"]
)
def test_an_error_that_came_as_a_text_is_said_and_not_read(
    table: Table, said: Said, text: str
) -> None:
    read = table(HEADINGS, ["Training", "ongoing", text, text])
    assert said(read) == [("ALM212", "C6"), ("ALM212", "D6")]
    (activity,) = read.activities
    assert activity.observations[0].percent is Absence.BLANK
    assert activity.place == ""


@pytest.mark.parametrize("text", ["n/a", "N/A"])
def test_what_a_person_writes_for_not_applicable_stays_what_it_is(
    table: Table, said: Said, text: str
) -> None:
    read = table(HEADINGS, ["Training", "ongoing", text, "Ha Noi"])
    assert said(read) == []
    assert read.activities[0].observations[0].percent is Absence.NOT_APPLICABLE


@pytest.mark.parametrize(
    "text", ["#1", "# of courses", "##", "#N/A yet", "Err:5", "Error", "#ref", ""]
)
def test_other_texts_stay_texts(text: str) -> None:
    assert not is_error_text(text)


def test_a_title_that_is_an_error_keeps_its_row_out(table: Table, said: Said) -> None:
    read = table(HEADINGS, ["#REF!", "ongoing", "75%", "Ha Noi"])
    assert read.activities == ()
    assert ("ALM212", "A6") in said(read)


def test_every_error_has_its_cell_in_the_ledger(table: Table) -> None:
    rows: list[list[Any]] = [["Training", "ongoing", "#N/A", "#N/A"]]
    fates = [
        e.cells for e in table(HEADINGS, *rows).ledger.entries if e.why == "ALM212"
    ]
    assert fates == ["C6", "D6"]
