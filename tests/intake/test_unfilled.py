"""Rows that are no activities, and rows of which nothing or no lead is reported."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
HEADINGS = ["No.", "Activity", "Status", "Lead"]
FULL = ["1", "Training", "done", "VN"]
PLAN = ["Plan: ALM WP 2021-2025", "As of: 2024-06-30"]
ABOVE: list[list[Any]] = [["Country: VN"], PLAN]


@pytest.fixture
def read_rows(read: Read, sheet: Make) -> Callable[..., Submission]:
    """Read rows from row 4 on, below the headings."""

    def reading(*rows: list[Any], headings: list[str] = HEADINGS) -> Submission:
        return read(sheet([*ABOVE, headings, *rows]))

    return reading


def titles(read: Submission) -> list[str]:
    return [str(activity.title) for activity in read.activities]


def codes(read: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in read.findings]


@pytest.mark.parametrize(
    "row",
    [
        ["Total", "2 activities"],
        ["Tổng cộng", "2 hoạt động"],
        ["TOTAL:", "2 activities"],
        [None, "Total", None, None, "2 activities in all"],
    ],
)
def test_words_beside_a_word_for_a_total_leave_it_one(
    read_rows: Read, row: list[Any]
) -> None:
    read = read_rows(FULL, row)
    assert titles(read) == ["Training"]
    assert [code for code, _ in codes(read)] == ["ALM304"]
    assert "says 2, but 1" in read.findings[0].message()


def test_a_number_of_a_total_that_is_right_is_not_reported(read_rows: Read) -> None:
    assert codes(read_rows(FULL, ["Tổng cộng", "1 hoạt động"])) == []


def test_a_row_with_a_state_or_a_lead_is_no_total(read_rows: Read) -> None:
    assert titles(read_rows(["Total", "Study", "done", "VN"])) == ["Study"]


def test_a_row_with_nothing_but_a_title_is_asked_about_and_kept(
    read_rows: Read,
) -> None:
    read = read_rows(FULL, ["2", "Study"], [None, "Survey"], ["4", "Report", "done"])
    assert titles(read) == ["Training", "Study", "Survey", "Report"]
    assert codes(read) == [("ALM306", "B5"), ("ALM306", "B6"), ("ALM308", "D7")]


def test_a_list_of_titles_is_not_asked_for_more(read_rows: Read) -> None:
    read = read_rows(["1", "A"], ["2", "B"], headings=["No.", "Activity"])
    assert "ALM306" not in {code for code, _ in codes(read)}


@pytest.mark.parametrize("number", ["I", "II", "III.", "IV", "IX", "A.", "B", "C)"])
def test_a_bare_row_with_the_number_of_a_heading_is_a_section(
    read_rows: Read, number: str
) -> None:
    read = read_rows([number, "Productive Employment"], FULL)
    assert titles(read) == ["Training"]
    assert [r.node for r in read.activities[0].references][:1] == ["2"]
    assert codes(read) == []


def test_rows_that_all_have_letters_are_activities(read_rows: Read) -> None:
    assert titles(read_rows(["A", "Study"], ["B", "Survey"])) == ["Study", "Survey"]


def test_a_row_with_a_letter_and_a_state_is_an_activity(read_rows: Read) -> None:
    read = read_rows(["A", "Study", "done", "VN"], FULL)
    assert titles(read) == ["Study", "Training"]


@pytest.mark.parametrize(
    "words",
    [
        "Ghi chú: số liệu tạm thời",
        "Note: figures may change",
        "Catatan: sementara",
        "Signed: the director",
        "Prepared by: the department",
        "Người lập biểu: Nguyễn Văn A",
        "Disusun oleh: Budi",
    ],
)
@pytest.mark.parametrize("gap", [[], [[]]])
@pytest.mark.parametrize("column", [0, 1])
def test_notes_and_signatures_are_outside_the_table(
    read_rows: Read, words: str, gap: list[list[Any]], column: int
) -> None:
    read = read_rows(FULL, *gap, [None] * column + [words])
    assert titles(read) == ["Training"]
    assert codes(read) == [("ALM117", f"{'AB'[column]}{5 + len(gap)}")]


def test_a_note_does_not_hide_the_signature_below_it(read_rows: Read) -> None:
    read = read_rows(FULL, [], [None, "Note: draft"], [None, None, "The minister"])
    assert codes(read) == [("ALM117", "B6")]


def test_a_title_with_a_colon_is_an_activity(read_rows: Read) -> None:
    assert titles(read_rows(["1", "Skills: a study", "done", "VN"])) == [
        "Skills: a study"
    ]
    read = read_rows(["1", "Note: a study", "done", "VN"])
    assert titles(read) == ["Note: a study"]


@pytest.mark.parametrize("lead", [None, "-"])
def test_a_row_without_a_lead_is_asked_about(read_rows: Read, lead: str | None) -> None:
    read = read_rows(FULL, ["2", "Study", "done", lead])
    assert ("ALM308", "D5") in codes(read)


def test_of_a_lead_that_is_not_known_only_that_is_said(read_rows: Read) -> None:
    read = read_rows(FULL, ["2", "Study", "done", "ILO"])
    assert [code for code, _ in codes(read)] == ["ALM203"]


@pytest.mark.parametrize("lead", ["VN", "SLOM-WG", "All ASEAN Member States"])
def test_a_country_a_body_or_all_members_can_lead(read_rows: Read, lead: str) -> None:
    assert codes(read_rows(["2", "Study", "done", lead])) == []


def test_a_co_lead_leads_too(read_rows: Read) -> None:
    headings = [*HEADINGS, "Co-lead"]
    read = read_rows(["1", "Study", "done", None, "VN"], headings=headings)
    assert codes(read) == []


def test_a_country_without_a_column_of_leads_is_told_once(
    read: Read, sheet: Make
) -> None:
    rows = [["Activity", "Status"], ["A", "done"], ["B", "done"]]
    found = read(sheet([["Country: PH"], ABOVE[1], *rows]), sheet(rows, name="More"))
    assert [code for code, _ in codes(found)].count("ALM118") == 1
    assert "led by the Philippines" in found.findings[0].message()


def test_a_list_of_a_body_need_not_say_who_leads(read: Read, sheet: Make) -> None:
    table = [["Activity", "Status"], ["A", "done"]]
    assert codes(read(sheet([["Body: SLOM-WG"], ABOVE[1], *table]))) == []
    led = [HEADINGS, ["1", "A", "done"]]
    assert codes(read(sheet([["Body: SLOM-WG"], ABOVE[1], *led]))) == []
