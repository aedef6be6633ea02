"""What stands above a table: titles, lines without a field, and what may be data."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
BASE: list[list[Any]] = [
    ["Country: VN"],
    ["Plan: ALM WP 2021-2025"],
    ["As of: 2024-06-30"],
]
TABLE: list[list[Any]] = [
    ["No.", "Activity", "Lead", "Status"],
    [1, "Training", "VN", "done"],
]


def codes(read: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in read.findings]


@pytest.mark.parametrize(
    "rows",
    [
        [["REPORT ON PROGRESS"]],
        [["Form 2: Progress of activities"]],
        [["Biểu số 1: Tổng hợp kết quả thực hiện"]],
        [["Annex A: Activities"]],
        [["MINISTRY", None, "REPUBLIC"], ["Office", None, "Unity and work"]],
        [["BỘ NỘI VỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["Số: 1", "Hà Nội"]],
        [["Note: figures are not final"]],
        [[2024]],
        [["https://asean.org"]],
        [["First title"], ["Second title"], ["Third title"]],
        [["One", None, "Two", None, "Three"]],
    ],
    ids=str,
)
def test_titles_are_left_in_peace(
    read: Read, sheet: Make, rows: list[list[Any]]
) -> None:
    found = read(sheet([*BASE, *rows, *TABLE]))
    assert codes(found) == []
    assert found.ledger.by_fate[Fate.IGNORED] == 0


@pytest.mark.parametrize(
    ("rows", "region", "count"),
    [
        ([["a", "b", "c"], [1, 2, 3]], "A4:C5", 6),
        ([["a", "high"], ["b", "low"], ["c", "none"]], "A4:B6", 6),
        ([["a", None, "b", None, "c"], [1, None, 2, None, 3]], "A4:E5", 6),
        ([[1, "Workshop", "VN"]], "A4:C4", 3),
        ([["A title"], ["a", "b", "c"], [1, 2, 3]], "A5:C6", 6),
    ],
    ids=str,
)
def test_what_may_be_data_is_said_once_for_each_region(
    read: Read, sheet: Make, rows: list[list[Any]], region: str, count: int
) -> None:
    found = read(sheet([*BASE, *rows, [], *TABLE]))
    assert codes(found) == [("ALM129", region)]
    assert found.ledger.by_fate[Fate.IGNORED] == count
    assert len(found.activities) == 1


def test_two_regions_are_two_findings(read: Read, sheet: Make) -> None:
    one, other = [["a", "b", "c"], [1, 2, 3]], [["d", "e", "f"], [4, 5, 6]]
    found = read(sheet([*BASE, *one, [], *other, [], *TABLE]))
    assert codes(found) == [("ALM129", "A4:C5"), ("ALM129", "A7:C8")]


def test_a_list_beside_the_lines_is_no_title(read: Read, sheet: Make) -> None:
    states = ["planned", "ongoing", "completed"]
    beside = [[*row, None, None, s] for row, s in zip(BASE, states, strict=True)]
    assert codes(read(sheet([*beside, *TABLE]))) == [("ALM129", "D1:D3")]


@pytest.mark.parametrize(
    "row",
    [
        ["Prepared by", "Ms Lan"],
        ["Reporting period: January - June 2024"],
        ["Đơn vị tính: triệu đồng"],
        [17],
        [True],
    ],
    ids=str,
)
def test_a_line_without_a_field_is_left_out_with_a_note(
    read: Read, sheet: Make, row: list[Any]
) -> None:
    found = read(sheet([*BASE, row, *TABLE]))
    assert codes(found) == [("ALM130", "A4")]
    assert found.ledger.by_fate[Fate.IGNORED] == len(row)


def test_a_line_that_says_the_programme_or_the_day_was_understood(
    read: Read, sheet: Make
) -> None:
    lines = [["Country: VN"], ["Reported on: ALM WP 2021-2025 as of 30 June 2024"]]
    found = read(sheet([*lines, *TABLE]))
    assert found.framework == "ALM-WP-2021-2025"
    assert codes(found) == [("ALM232", "A2")]


@pytest.mark.parametrize("label", ["Date", "Ngày", "Tanggal"])
def test_the_date_of_a_paper_is_its_day_where_nothing_else_is(
    read: Read, sheet: Make, label: str
) -> None:
    alone = read(sheet([*BASE[:2], [f"{label}: 2024-06-30"], *TABLE]))
    assert (str(alone.as_of), codes(alone)) == ("2024-06-30", [])
    beside = read(sheet([[label, "2024-07-15"], *BASE, *TABLE]))
    assert (str(beside.as_of), codes(beside)) == ("2024-06-30", [])


def test_a_date_of_two_meanings_is_asked_about(read: Read, sheet: Make) -> None:
    found = read(sheet([*BASE[:2], ["Date: 01/02/2024"], *TABLE]))
    assert ("ALM205", "A3") in codes(found)


def test_an_outcome_is_that_of_the_first_table_only(read: Read, sheet: Make) -> None:
    turned = [["No.", "Activity", "Status", "Lead"], [2, "Study", "done", "VN"]]
    again = [TABLE[0], [2, "Study", "VN", "done"]]
    other, refused = ["Other activities"], ["Outcome 9: Fish"]
    for title, below in (
        ([], turned),
        (other, turned),
        (refused, turned),
        (other, again),
        (refused, again),
    ):
        rows = [*BASE, ["Outcome 2"], *TABLE, [], title, *below]
        first, second = read(sheet(rows)).activities
        assert [r.node for r in first.references] == ["2"]
        assert [r.node for r in second.references] == [None]


def test_headings_that_come_again_on_the_next_page_end_no_outcome(
    read: Read, sheet: Make
) -> None:
    again = [TABLE[0], [2, "Study", "VN", "done"]]
    found = read(sheet([*BASE, ["Outcome 2"], *TABLE, *again]))
    assert [[r.node for r in a.references] for a in found.activities] == [["2"]] * 2


def test_a_heading_between_the_rows_ends_no_outcome_above(
    read: Read, sheet: Make
) -> None:
    rows = [*BASE, ["Outcome 2"], *TABLE, ["Studies"], [2, "Study", "VN", "done"]]
    found = read(sheet(rows, merges=["A7:D7"]))
    assert [[r.node for r in a.references] for a in found.activities] == [["2"]] * 2


@pytest.mark.parametrize("name", ["Ghi chú", "Notes", "Hướng dẫn"])
def test_the_only_table_is_read_whatever_its_sheet_is_named(
    read: Read, sheet: Make, name: str
) -> None:
    found = read(sheet([*BASE, *TABLE], name=name))
    assert (codes(found), len(found.activities)) == ([("ALM132", None)], 1)


def test_of_two_tables_on_sheets_that_explain_none_is_read(
    read: Read, sheet: Make
) -> None:
    rows = [*BASE, *TABLE]
    found = read(sheet(rows, name="Notes"), sheet(rows, name="Ghi chú"))
    assert codes(found) == [("ALM116", None)] * 2
