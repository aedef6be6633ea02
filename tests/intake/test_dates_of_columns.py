"""Doubtful dates are decided by evidence, and said so, or asked about."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from almwp.intake.cells import Cell, CellKind
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
MakeCell = Callable[..., Cell]


def days(read: Submission) -> list[str]:
    return [str(a.observations[0].as_of) for a in read.activities]


def rows(*dates: Any) -> list[list[Any]]:
    return [[f"Training {place}", "done", day] for place, day in enumerate(dates)]


ENGLISH = ["Activity", "Status", "Status as of"]
VIETNAMESE = ["Tên hoạt động", "Tình trạng", "Thời điểm báo cáo"]
INDONESIAN = ["Nama kegiatan", "Perkembangan", "Per tanggal"]


def test_another_date_of_the_column_tells_that_the_day_comes_first(
    table: Table, said: Said
) -> None:
    read = table(ENGLISH, *rows("06/07/2024", "30/06/2024"))
    assert days(read) == ["2024-07-06", "2024-06-30"]
    assert said(read) == [("ALM219", "C6")]
    assert "30/06/2024 in C7" in read.findings[0].message()


def test_another_date_of_the_column_tells_that_the_month_comes_first(
    table: Table, said: Said
) -> None:
    read = table(VIETNAMESE, *rows("06/07/2024", "06/30/2024"))
    assert days(read) == ["2024-06-07", "2024-06-30"]
    assert said(read) == [("ALM219", "C6")]


@pytest.mark.parametrize("headings", [VIETNAMESE, INDONESIAN])
def test_the_language_tells_where_no_date_does(
    table: Table, said: Said, headings: list[str]
) -> None:
    read = table(headings, *rows("06/07/2024"))
    assert days(read) == ["2024-07-06"]
    assert said(read) == [("ALM219", "C6")]


def test_dates_that_contradict_each_other_tell_nothing(
    table: Table, said: Said
) -> None:
    read = table(VIETNAMESE, *rows("06/07/2024", "30/06/2024", "06/30/2024"))
    assert said(read) == [("ALM205", "C6"), ("ALM254", "C8")]


def test_a_column_of_english_headings_is_asked_about(table: Table, said: Said) -> None:
    read = table(ENGLISH, *rows("06/07/2024"))
    assert said(read) == [("ALM205", "C6")]
    assert read.findings[0].suggestions == ("2024-07-06", "2024-06-07")
    # The state itself is kept, of a day that nobody knows yet.
    assert days(read) == ["None"]


def test_a_doubtful_time_frame_is_decided_or_asked_alike(
    table: Table, said: Said
) -> None:
    headings = ["Activity", "Status", "Time frame"]
    asked = table(headings, *rows("06/07/2024"))
    assert said(asked) == [("ALM205", "C6")]
    assert not asked.activities[0].timeframe.is_understood
    told = table(headings, *rows("06/07/2024 - 08/07/2024", "2024, 30/06/2024"))
    assert str(told.activities[0].timeframe.start) == "2024-07-06"
    assert said(told) == [("ALM219", "C6")]


def test_a_line_above_the_table_is_decided_by_language(
    read: Callable[..., Submission], sheet: Callable[..., Any], said: Said
) -> None:
    above = [["Nước: Việt Nam"], ["ALM WP 2021-2025"], ["Tính đến ngày:", "06/07/2024"]]
    found = read(sheet([*above, VIETNAMESE[:2], ["Tập huấn", "hoàn thành"]]))
    assert str(found.as_of) == "2024-07-06"
    assert said(found) == [("ALM219", "B3")]
    above = [["Country: Viet Nam"], ["ALM WP 2021-2025"], ["As of:", "06/07/2024"]]
    found = read(sheet([*above, ENGLISH[:2], ["Training", "done"]]))
    assert found.as_of is None
    assert said(found) == [("ALM205", "B3")]


@pytest.mark.parametrize(
    ("text", "code", "read_as"),
    [
        ("45473", "dd/mm/yyyy", "2024-06-30"),
        ("45473.75", "d/m/yy h:mm", "2024-06-30"),
        ("45444", "mmm-yy", "2024-06"),
        ("45292", "yyyy", "2024"),
        ("2024", "General", "2024"),
        ("2024.0", "0", "2024"),
    ],
)
def test_a_number_is_a_date_by_its_format_and_as_precise_as_that(
    table: Table, said: Said, cell: MakeCell, text: str, code: str, read_as: str
) -> None:
    value = cell(text, CellKind.NUMBER, number_format=code)
    read = table(ENGLISH, *rows(value))
    assert days(read) == [read_as]
    assert said(read) == []
    read = table(["Activity", "Status", "Time frame"], *rows(value))
    assert str(read.activities[0].timeframe.start) == read_as


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("45473", "General"),
        ("45473", "0.00"),
        ("45473", "h:mm"),
        ("60", "d/m/yyyy"),
        ("6.2024", "General"),
        ("2958466", "d/m/yyyy"),
    ],
)
def test_a_number_without_a_date_format_is_no_date(
    table: Table, said: Said, cell: MakeCell, text: str, code: str
) -> None:
    value = cell(text, CellKind.NUMBER, number_format=code)
    assert said(table(ENGLISH, *rows(value))) == [("ALM204", "C6")]
    read = table(["Activity", "Status", "Time frame"], *rows(value))
    assert said(read) == [("ALM209", "C6")]
    assert read.activities[0].timeframe.start is None


def test_workbooks_that_count_from_1904_are_read_so(
    read: Callable[..., Submission], sheet: Callable[..., Any], cell: MakeCell
) -> None:
    value = cell("44011", CellKind.NUMBER, number_format="d/m/yyyy")
    found = read(sheet([ENGLISH, *rows(value)]), starts_1904=True)
    assert days(found) == ["2024-06-30"]


def test_a_heading_that_is_a_day_from_1904_is_that_day(
    read: Callable[..., Submission], sheet: Callable[..., Any], cell: MakeCell
) -> None:
    day = cell("44011", CellKind.NUMBER, number_format="d/m/yyyy")
    rows_of_both = [["Activity", "Status", day], ["Training", "ongoing", "120 came"]]
    found = read(sheet(rows_of_both), starts_1904=True)
    (extra,) = found.activities[0].extras
    assert (extra.heading, extra.value) == ("2024-06-30", "120 came")


@pytest.mark.parametrize("text", ["2024-06-30", "2024-06-30T12:30:00"])
def test_dates_that_are_stored_as_text_lose_their_time(
    table: Table, cell: MakeCell, text: str
) -> None:
    read = table(ENGLISH, *rows(cell(text, CellKind.DATE)))
    assert days(read) == ["2024-06-30"]


@pytest.mark.parametrize("absent", ["-", "n/a", "TBD", "chưa xác định"])
def test_an_absent_date_is_no_fault(table: Table, said: Said, absent: str) -> None:
    read = table(ENGLISH, *rows(absent))
    assert said(read) == []
    assert days(read) == ["2024-06-30"]


def test_dates_of_excel_need_no_evidence(table: Table, said: Said) -> None:
    read = table(ENGLISH, *rows(date(2024, 7, 6)))
    assert days(read) == ["2024-07-06"]
    assert said(read) == []


def test_a_year_of_two_digits_is_asked_about_or_told_by_the_column(
    table: Table, said: Said
) -> None:
    asked = table(ENGLISH, *rows("1/2/24"))
    assert said(asked) == [("ALM205", "C6")]
    assert asked.findings[0].suggestions == ("2024-02-01", "2024-01-02")
    told = table(ENGLISH, *rows("1/2/24", "30/6/24", "30/06/2024"))
    assert days(told) == ["2024-02-01", "2024-06-30", "2024-06-30"]
    assert said(told) == [("ALM219", "C6"), ("ALM219", "C7")]
    # In the American order there is no 30th month; of 1967 nobody knows the century.
    for odd in ("30/6/24", "6/5/67"):
        left = table(ENGLISH, *rows(odd, "06/30/2024"))
        assert said(left) == [("ALM205", "C6")]


@pytest.mark.parametrize(
    ("value", "code", "read_as"),
    [
        ("30/06/2567", "", "2024-06-30"),
        ("2567", "", "2024"),
        ("พ.ศ. 2567", "", "2024"),
        ("30 มิถุนายน 2567", "", "2024-06-30"),
        ("2567", "General", "2024"),
        # Whoever types 30/06/2567 into Excel stores that day of the year 2567.
        ("243799", "dd/mm/yyyy", "2024-06-30"),
    ],
)
def test_years_of_the_buddhist_era_are_read_and_said(
    table: Table, said: Said, cell: MakeCell, value: str, code: str, read_as: str
) -> None:
    kind = CellKind.NUMBER if code else CellKind.TEXT
    stored = cell(value, kind, number_format=code or "General")
    read = table(ENGLISH, *rows(stored))
    assert days(read) == [read_as]
    assert said(read) == [("ALM225", "C6")]
    assert read_as in read.findings[0].message()
    read = table(["Activity", "Status", "Time frame"], *rows(stored))
    assert str(read.activities[0].timeframe.start) == read_as
    assert said(read) == [("ALM225", "C6")]


def test_a_doubtful_day_of_a_buddhist_year_is_doubtful_still(
    table: Table, said: Said
) -> None:
    assert said(table(ENGLISH, *rows("06/07/2567"))) == [("ALM205", "C6")]
    told = table(ENGLISH, *rows("06/07/2567", "30/06/2567"))
    assert days(told) == ["2024-07-06", "2024-06-30"]
    assert said(told) == [("ALM219", "C6"), ("ALM225", "C6"), ("ALM225", "C7")]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("FY2024", "ALM226"),
        ("FY 2024-25", "ALM226"),
        ("FY2024 (ongoing)", "ALM226"),
        ("Fiscal year 2024", "ALM226"),
        ("năm tài chính 2024", "ALM226"),
        ("tahun anggaran 2024", "ALM226"),
        ("ปีงบประมาณ 2567", "ALM226"),
        ("trước năm 2025", "ALM234"),
        ("5-tháng 7/2024", "ALM205"),
    ],
)
def test_what_is_special_in_a_time_frame_is_said(
    table: Table, said: Said, written: str, code: str
) -> None:
    read = table(["Activity", "Status", "Time frame"], *rows(written))
    assert said(read) == [(code, "C6")]
    if code != "ALM205":
        assert read.activities[0].timeframe.raw == written


@pytest.mark.parametrize(
    "written",
    ["By 2025", "đến năm 2025", "2021-22", "2021 - 2025", "ANNUALLY", "Q3/2024"],
)
def test_a_clear_time_frame_needs_no_word(
    table: Table, said: Said, written: str
) -> None:
    assert said(table(["Activity", "Status", "Time frame"], *rows(written))) == []


def test_a_deadline_before_the_period_is_outside_of_it(
    table: Table, said: Said
) -> None:
    headings = ["Activity", "Status", "Time frame"]
    assert said(table(headings, *rows("by 2020"))) == [("ALM405", "C6")]
    assert said(table(headings, *rows("by 2030"))) == []
