"""Several tables, several sheets, repeated headings, and numbers that begin again."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet, Visibility
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Table = Callable[..., Submission]
Make = Callable[..., Sheet]
Said = Callable[[Submission], list[tuple[str, str | None]]]
PLAIN = ["No.", "Activity", "Status"]
BASE = [["Country: VN"], ["ALM WP 2021-2025"]]


def titles(read: Submission) -> list[str]:
    return [str(activity.title) for activity in read.activities]


def places(read: Submission) -> list[list[str | None]]:
    return [[r.node for r in a.references if r.node] for a in read.activities]


def test_headings_that_come_again_are_read_over(table: Table, said: Said) -> None:
    headings = [*PLAIN, "Mood", "Progress (%)"]
    rows: list[list[Any]] = [["Outcome 2"], [1, "A", "ongoing", "x", 1]]
    again: list[list[Any]] = [headings, [2, "B", "ongoing", "y", 60], ["Total", 2]]
    read = table(headings, *rows, *again)
    assert titles(read) == ["A", "B"]
    # The section goes on, the column is one, and what is odd is said once.
    assert places(read) == [["2"], ["2"]]
    assert said(read) == [("ALM111", "D5"), ("ALM220", "E7")]
    headings_read = [e for e in read.ledger.entries if e.why == "heading"]
    assert {e.cells for e in headings_read} == {
        f"{letter}{row}" for letter in "ABCDE" for row in (5, 8)
    }


def test_two_tables_on_a_sheet_have_columns_of_their_own(
    table: Table, said: Said
) -> None:
    read = table(
        PLAIN,
        [1, "A", "done"],
        [],
        ["Table 2. Others"],
        ["Activity", "No.", "Status"],
        ["B", 2, "planned"],
    )
    assert titles(read) == ["A", "B"]
    assert [a.number for a in read.activities] == ["1", "2"]
    assert said(read) == []


@pytest.mark.parametrize("line", ["Thematic Area: Green jobs promotion", "Outcome 3"])
def test_the_line_right_above_the_next_headings_speaks_of_the_next_table(
    table: Table, line: str
) -> None:
    rows = [["A", "done"], [], [line], ["Activity", "Lead"], ["B", "VN"]]
    read = table(["Activity", "Status"], *rows)
    assert titles(read) == ["A", "B"]
    assert places(read)[0] == []
    assert len(places(read)[1]) == 1


def test_the_title_of_the_next_table_is_no_activity(table: Table) -> None:
    rows = [["A", "done"], [], ["Other projects"], ["Activity", "Lead"], ["B", "VN"]]
    assert titles(table(["Activity", "Status"], *rows)) == ["A", "B"]


def test_each_table_says_what_it_misses(table: Table, said: Said) -> None:
    read = table(
        ["Activity", "Lead"],
        ["A", "VN"],
        [],
        ["Lead", "Output", "Time frame", "Mood"],
        ["TH", "x", "2024"],
    )
    assert titles(read) == ["A"]
    assert said(read) == [("ALM105", "A5:B5"), ("ALM104", "A8:D8")]
    refused = [e.cells for e in read.ledger.entries if e.fate is Fate.REFUSED]
    assert refused == ["A9", "B9", "C9"]


def test_any_column_of_titles_will_do(table: Table, said: Said) -> None:
    for heading in ("Activity (English)", "Tên tiếng Việt"):
        read = table([heading, "Status"], ["A", "done"])
        assert titles(read) == ["A"]
        assert said(read) == []


def test_no_title_is_lost_where_there_are_several(table: Table) -> None:
    headings = ["Activity", "Activity (national language)", "Other titles"]
    (activity,) = table(headings, ["A", "B", "C\nD"]).activities
    assert str(activity.title) == "A"
    assert dict(activity.title.forms) == {"en": "A", "und": "B"}
    assert [str(title) for title in activity.other_titles] == ["C", "D"]
    headings = ["Tên hoạt động", "Tên tiếng Việt", "Tên tiếng Anh"]
    (activity,) = table(headings, ["One", "Hai", "Two"]).activities
    assert dict(activity.title.forms) == {"und": "One", "vi": "Hai", "en": "Two"}


def test_sheets_are_read_in_the_order_of_their_tabs(
    read: Read, sheet: Make, said: Said
) -> None:
    first = sheet([*BASE, PLAIN, ["a1", "A", "done"]], name="First")
    notes = sheet([["Some notes"]], name="Other")
    second = sheet([PLAIN, ["a1", "B", "done"]], name="Second")
    hidden = sheet(
        [PLAIN, ["7", "C", "done"]], name="Old", visibility=Visibility.HIDDEN
    )
    found = read(first, notes, second, hidden, sheet([], name="Empty"))
    assert titles(found) == ["A", "B"]
    assert found.sheets == ("First", "Other", "Second", "Old", "Empty")
    assert said(found) == [("ALM103", None), ("ALM301", "A2"), ("ALM108", None)]
    twice = next(f for f in found.findings if f.code == "ALM301")
    assert "row 4 (First)" in twice.message()


def test_that_no_sheet_has_headings_is_said_once(
    read: Read, sheet: Make, said: Said
) -> None:
    found = read(sheet([["Hello"]], name="One"), sheet([["World"]], name="Two"))
    assert said(found) == [("ALM102", None)]
    assert found.kind == "unknown"
    assert found.ledger.by_fate[Fate.IGNORED] == found.ledger.total == 2


@pytest.mark.parametrize("name", ["Hướng dẫn", "INSTRUCTIONS", "Read me", "Petunjuk"])
def test_a_sheet_that_explains_is_left_out(
    read: Read, sheet: Make, said: Said, name: str
) -> None:
    data = sheet([*BASE, PLAIN, ["1", "A", "done"]], name="Data")
    found = read(data, sheet([["Country: LA"], ["Fill in"]], name=name))
    assert found.country == "VN"
    assert said(found) == [("ALM113", None)]
    example = sheet([PLAIN, ["1", "Example", "done"]], name=name)
    found = read(data, example)
    assert titles(found) == ["A"]
    assert said(found) == [("ALM116", None)]


def test_numbers_that_begin_again_in_each_section_are_kept_and_said_once(
    table: Table, said: Said
) -> None:
    rows: list[list[Any]] = [["I. Ours"], [1, "A"], [2, "B"], ["II. Theirs"]]
    read = table(PLAIN, *rows, [1, "C"], [2, "D"], ["III. All"], [1, "E"])
    assert [a.number for a in read.activities] == ["1", "2", "1", "2", "1"]
    assert said(read) == [("ALM305", "A10")]
    assert len({a.id for a in read.activities}) == 5
    # A row that moves to another place keeps its id.
    moved = table(PLAIN, *rows, [1, "D"], [2, "C"], ["III. All"], [1, "E"])
    assert {a.id for a in read.activities} == {a.id for a in moved.activities}


def test_numbers_that_go_on_through_the_sections_are_the_ids(
    table: Table, said: Said
) -> None:
    rows: list[list[Any]] = [["I. Ours"], [1, "A"], ["II. Theirs"], [2, "B"]]
    read = table(PLAIN, *rows)
    assert [a.id for a in read.activities] == ["VN:1", "VN:2"]
    assert said(read) == []


@pytest.mark.parametrize(
    "rows",
    [
        [[1, "A"], [2, "B"], [1, "C"]],
        [["I."], [1, "A"], [3, "B"], ["II."], [1, "C"]],
        [["I."], ["VN-1", "A"], ["II."], ["vn 1", "B"]],
    ],
)
def test_a_number_that_comes_twice_without_such_an_order_is_an_error(
    table: Table, said: Said, rows: list[list[Any]]
) -> None:
    read = table(PLAIN, *rows)
    assert said(read) == [("ALM301", f"A{5 + len(rows)}")]
    assert read.activities[-1].number == ""


def test_rows_with_the_same_title_are_all_kept(table: Table, said: Said) -> None:
    read = table(PLAIN, ["a", "Study"], ["b", "STUDY."], ["c", "???"], ["d", "!!!"])
    assert len(read.activities) == 4
    assert said(read) == [("ALM302", "B7")]
