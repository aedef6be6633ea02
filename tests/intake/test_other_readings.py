"""A time frame with two meanings is read one way, and the other one is said."""

from collections.abc import Callable

import pytest

from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]

HEADINGS = ["Activity", "Status", "Time frame"]


@pytest.mark.parametrize(
    ("time", "start", "end", "code", "words"),
    [
        ("2021-5", "2021-05", "2021-05", "ALM251", "mean 2021 - 2025"),
        ("2021 – 5 (completed)", "2021-05", "2021-05", "ALM251", "mean 2021 - 2025"),
        ("10-12/2024", "2024-10", "2024-12", "ALM251", "mean 2024-12-10"),
        ("5 - 7/2024", "2024-05", "2024-07", "ALM251", "mean 2024-07-05"),
        ("2024/25", "2024", "2025", "ALM252", "may be a fiscal year"),
        ("2024/2025", "2024", "2025", "ALM252", "may be a fiscal year"),
        ("early 2024", "2024", "2024", "ALM253", "the whole was kept: 2024"),
        ("mid 2024", "2024", "2024", "ALM253", "the whole was kept: 2024"),
        ("mid-2023 - 2024", "2023", "2024", "ALM253", "kept: 2023 - 2024"),
        ("by mid 2024", "None", "2024", "ALM253", "the whole was kept: by 2024"),
        ("cuối năm 2025", "2025", "2025", "ALM253", "the whole was kept: 2025"),
        ("early May 2024", "2024-05", "2024-05", "ALM253", "was kept: 2024-05"),
        ("2024 2025", "2024", "2025", "ALM236", "2024 - 2025"),
        ("2024,2026", "2024", "2026", "ALM236", "2024 - 2026"),
        ("2024 2026", "2024", "2026", "ALM236", "2024 - 2026"),
    ],
)
def test_the_other_meaning_of_a_time_is_said_once(
    table: Table, said: Said, time: str, start: str, end: str, code: str, words: str
) -> None:
    read = table(HEADINGS, ["Training", "done", time])
    frame = read.activities[0].timeframe
    assert (str(frame.start), str(frame.end)) == (start, end)
    spoken = [finding for finding in read.findings if finding.code != "ALM210"]
    assert [(f.code, f.at.cell) for f in spoken] == [(code, "C6")]
    assert words in spoken[0].message()


@pytest.mark.parametrize(
    "time",
    [
        *("2021-05", "2021/5", "2021-2025", "2025-3", "2024", "2021-5-8", "2021/25"),
        *("tháng 10-12/2024", "10/2024 - 12/2024", "10-12 May 2024", "2024-25"),
        *("2024-2025", "2024\n2025", "2024, 2025", "2024-05 - 2024-08"),
        *("early 2023 - end of 2024", "6 tháng đầu năm 2024", "H1 2024", "by end 2025"),
    ],
)
def test_a_time_with_one_meaning_is_read_without_a_note(
    table: Table, said: Said, time: str
) -> None:
    read = table(HEADINGS, ["Training", "done", time])
    assert read.activities[0].timeframe.is_understood
    assert said(read) == []


@pytest.mark.parametrize(
    ("dates", "there"),
    [
        (("02/13/2024", "13/02/2024"), "13/02/2024 here, 02/13/2024 in C6"),
        (("13/02/2024", "02/13/2024", "02/14/2024"), "02/13/2024 here, 13/02/2024"),
    ],
)
@pytest.mark.parametrize("heading", ["Time frame", "Status as of"])
def test_a_column_with_both_orders_of_day_and_month_is_warned_of_once(
    table: Table, said: Said, heading: str, dates: tuple[str, ...], there: str
) -> None:
    titles = ("Labour statistics", "Safety at work", "Social protection")
    rows = [[title, "done", day] for title, day in zip(titles, dates, strict=False)]
    read = table(["Activity", "Status", heading], *rows)
    assert said(read) == [("ALM254", "C7")]
    assert there in read.findings[0].message()
