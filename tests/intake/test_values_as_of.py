"""The day of a file in a title above its table is read, said, or asked about."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.asof import date_in_heading, day_in_title
from almwp.intake.cells import Sheet
from almwp.intake.lexicon import Lexicon
from almwp.intake.moments import TwoDays
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
Said = Callable[[Submission], list[tuple[str, str | None]]]
ENGLISH: list[list[Any]] = [["Activity", "Status"], ["Training", "done"]]
VIETNAMESE: list[list[Any]] = [
    ["Tên hoạt động", "Tình trạng"],
    ["Tập huấn", "hoàn thành"],
]
PLAN: list[list[Any]] = [["Country: Viet Nam"], ["ALM WP 2021-2025"]]

ANNOUNCED = {
    "As of 30 June 2024": "2024-06-30",
    "(as of June 30, 2024)": "2024-06-30",
    "PROGRESS REPORT (AS OF 30/06/2024)": "2024-06-30",
    "Progress as at 30.06.2024.": "2024-06-30",
    "Status as of June 2024, all activities": "2024-06",
    "Tính đến ngày 30/6/2024": "2024-06-30",
    "Báo cáo (tính đến hết ngày 30 tháng 6 năm 2024)": "2024-06-30",
    "Số liệu tính đến quý II/2024": "2024-Q2",
    "Data per 30 Juni 2024": "2024-06-30",
    "Laporan setakat 30 Jun 2024": "2024-06-30",
    "ข้อมูล ณ วันที่ 30 มิถุนายน 2567": "2024-06-30",
    "As of end of 2024": "2024",
}
SILENT = (
    "As of today",
    "As of SLOM 20",
    "Progress report 30 June 2024",
    "As of 2023-2024",
    "As of 2023 - 2024",
    "As of 30 June and 31 December 2024",
    "Cost per year 2024",
    "Plan as offered 2024",
    "x " * 200 + "as of 30 June 2024",
)


@pytest.mark.parametrize(("title", "day"), ANNOUNCED.items())
def test_a_title_that_announces_a_day_gives_the_file_its_day(
    read: Read, sheet: Make, said: Said, title: str, day: str
) -> None:
    found = read(sheet([*PLAN, [title], *ENGLISH]))
    assert str(found.as_of) == day
    notes = [("ALM225", "A3")] if "2567" in title else []
    assert said(found) == [*notes, ("ALM232", "A3")]
    assert str(found.activities[0].observations[0].as_of) == day


@pytest.mark.parametrize("title", SILENT)
def test_a_title_that_announces_no_single_day_gives_none(
    read: Read, sheet: Make, said: Said, title: str
) -> None:
    found = read(sheet([*PLAN, [title], *ENGLISH]))
    assert found.as_of is None
    assert said(found) == []


def test_a_line_that_says_the_day_is_followed(
    read: Read, sheet: Make, said: Said
) -> None:
    lines = [["Report as of 31 May 2024"], ["As of:", "2024-06-30"]]
    found = read(sheet([*PLAN, *lines, *ENGLISH]))
    assert str(found.as_of) == "2024-06-30"
    assert said(found) == []


def test_a_second_title_with_another_day_is_asked_about(
    read: Read, sheet: Make, said: Said
) -> None:
    lines = [["Report as of 31 May 2024"], ["Status as of 30 June 2024"]]
    found = read(sheet([*PLAN, *lines, *ENGLISH]))
    assert str(found.as_of) == "2024-05-31"
    assert said(found) == [("ALM232", "A3"), ("ALM115", "A4")]


def test_a_doubtful_day_in_a_title_is_told_by_the_language_or_asked_about(
    read: Read, sheet: Make, said: Said
) -> None:
    asked = read(sheet([*PLAN, ["Report as of 06/07/2024"], *ENGLISH]))
    assert asked.as_of is None
    assert said(asked) == [("ALM205", "A3")]
    fates = {(e.cells, e.why) for e in asked.ledger.entries if e.fate is Fate.REFUSED}
    assert fates == {("A3", "ALM205")}
    told = read(sheet([*PLAN, ["Tính đến ngày 06/07/2024"], *VIETNAMESE]))
    assert str(told.as_of) == "2024-07-06"
    assert said(told) == [("ALM219", "A3"), ("ALM232", "A3")]


def test_a_sheet_that_says_nothing_else_of_the_file_gives_no_day(
    read: Read, sheet: Make
) -> None:
    notes = sheet([["Form as of 1 January 2020"]], name="Other")
    assert read(sheet([*PLAN, *ENGLISH]), notes).as_of is None
    cover = sheet([*PLAN, ["Report as of 30 June 2024"]], name="Cover")
    assert str(read(cover, sheet(ENGLISH)).as_of) == "2024-06-30"


@pytest.mark.parametrize(
    ("heading", "words", "day"),
    [
        ("Status as of 30 June 2024", "Status", "2024-06-30"),
        ("Status (as of June 2024)", "Status", "2024-06"),
        ("Progress (%) as of 30/06/2024", "Progress (%)", "2024-06-30"),
        ("Tình trạng (30/6/2024)", "Tình trạng", "2024-06-30"),
        ("Tình trạng tính đến 30/6/2024", "Tình trạng", "2024-06-30"),
        ("Tình trạng\n30/6/2024", "Tình trạng", "2024-06-30"),
        ("Status pelaksanaan per 30 Juni 2024", "Status pelaksanaan", "2024-06-30"),
        ("Status as of 2024", "Status", "2024"),
        ("Status Q2/2024", "Status", "2024-Q2"),
        ("Progress (%) Q2/2024", "Progress (%)", "2024-Q2"),
        ("Progress Q2/2024 (%)", "Progress (%)", "2024-Q2"),
        ("Tiến độ (%) quý II/2024", "Tiến độ (%)", "2024-Q2"),
        ("Status 30 มิถุนายน 2567", "Status", "2024-06-30"),
    ],
)
def test_a_heading_can_hold_the_day_of_its_column(
    lexicon: Lexicon, heading: str, words: str, day: str
) -> None:
    found = date_in_heading(heading, lexicon)
    assert found is not None
    assert (found.words, str(found.when)) == (words, day)


@pytest.mark.parametrize(
    "heading",
    [
        *("Status", "Status as of", "As of 30 June 2024", "Progress 2024"),
        *("Target 2025", "Status " * 2_000 + "30 June 2024"),
    ],
)
def test_a_heading_without_a_day_or_without_other_words_holds_none(
    lexicon: Lexicon, heading: str
) -> None:
    assert date_in_heading(heading, lexicon) is None


def test_a_doubtful_day_in_a_heading_is_handed_over_as_such(lexicon: Lexicon) -> None:
    found = date_in_heading("Status (06/07/2024)", lexicon)
    assert found is not None
    assert isinstance(found.when, TwoDays)
    assert found.words == "Status"


def test_what_was_found_in_a_title_is_as_it_was_written(lexicon: Lexicon) -> None:
    found = day_in_title("Report (as of 30 June 2024) of SLOM", lexicon)
    assert found is not None
    assert (found.found, found.words) == ("as of 30 June 2024", "Report of SLOM")
