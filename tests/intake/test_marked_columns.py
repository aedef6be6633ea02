"""Columns of which a mark chooses one: a tick below a year, a cross below a state."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.cells import Sheet
from almwp.intake.mapping import FieldMapping, MappedColumn, TableMapping
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
LINES: list[list[Any]] = [
    ["Country: VN"],
    ["Plan: ALM WP 2021-2025"],
    ["As of: 2024-06-30"],
]
USUAL = ["No.", "Activity", "Lead"]
ONE, TWO = [1, "Training", "VN"], [2, "Study", "VN"]
YEARS = [2021, 2022, 2023, 2024, 2025]
TOLD = "ALM166"


def codes(read: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in read.findings]


def times(read: Submission) -> list[tuple[str, str]]:
    frames = [a.timeframe for a in read.activities]
    return [(str(frame.start), str(frame.end)) for frame in frames]


def states(read: Submission) -> list[list[str]]:
    return [[str(o.status) for o in a.observations] for a in read.activities]


@pytest.mark.parametrize("mark", ["✓", "✔", "x", "X", "●", "√", "v", "/", "ü", " x "])
def test_marks_below_years_are_the_time_frame(
    read: Read, sheet: Make, mark: str
) -> None:
    rows = [
        [*USUAL, *YEARS, "Status"],
        [*ONE, mark, mark, None, None, None, "completed"],
        [*TWO, None, None, "-", mark, None, "ongoing"],
    ]
    found = read(sheet([*LINES, *rows]))
    assert times(found) == [("2021", "2022"), ("2024", "2024")]
    assert (TOLD, "D4") in codes(found)
    assert {"ALM111", "ALM209"}.isdisjoint(code for code, _ in codes(found))
    assert [a.extras for a in found.activities] == [(), ()]
    assert found.ledger.by_fate[Fate.READ] == 3 + 3 * 2 + 2 + 2 + 2
    places = [dict(a.origins[0].columns)["timeframe"] for a in found.activities]
    assert places == ["D", "G6"]


@pytest.mark.parametrize(
    ("headings", "marks", "start", "end"),
    [
        (["Q1/2024", "Q2/2024", "Q3/2024"], "xx ", "2024-Q1", "2024-Q2"),
        (["1/2024", "2/2024", "3/2024"], " xx", "2024-02", "2024-03"),
        (["Năm 2023", "Năm 2024"], " x", "2024", "2024"),
        (["2566", "2567"], "xx", "2023", "2024"),
        (["H1 2024", "H2 2024"], "x ", "2024-H1", "2024-H1"),
    ],
)
def test_the_headings_may_be_parts_of_years(
    read: Read, sheet: Make, headings: list[Any], marks: str, start: str, end: str
) -> None:
    row = [*ONE, *(mark.strip() or None for mark in marks)]
    found = read(sheet([*LINES, [*USUAL, *headings], row]))
    assert times(found) == [(start, end)]


def test_years_apart_are_read_as_all_the_time_between_and_this_is_said(
    read: Read, sheet: Make
) -> None:
    row = [*ONE, "x", None, "x", "x"]
    found = read(sheet([*LINES, [*USUAL, *YEARS[:4]], row]))
    assert times(found) == [("2021", "2024")]
    assert found.activities[0].timeframe.raw == "2021, 2023 - 2024"
    assert ("ALM236", "D5") in codes(found)


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (YEARS[:2], ["x", "USD 500"]),
        (YEARS[:2], ["x", 1]),
        (YEARS[:2], [None, None]),
        ([2022, 2021], ["x", "x"]),
        ([2021, 2021], ["x", "x"]),
        ([2021], ["x"]),
        (["Mood", "Weather"], ["x", "x"]),
        (["2024-01-15", "2024-02-15"], ["x", "x"]),
        (["Time frame", 2021, 2022], ["2023", "x", "x"]),
    ],
)
def test_what_is_not_only_marks_below_times_stays_as_it_is(
    read: Read, sheet: Make, headings: list[Any], row: list[Any]
) -> None:
    found = read(sheet([*LINES, [*USUAL, *headings], [*ONE, *row]]))
    assert TOLD not in {code for code, _ in codes(found)}
    (activity,) = found.activities
    filled = [value for value in row if value is not None]
    named = 1 if "Time frame" in headings else 0
    assert len(activity.extras) == len(filled) - named


@pytest.mark.parametrize(
    ("above", "below", "merges"),
    [
        (["Completed", "Ongoing", "Planned"], None, []),
        (["Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"], None, []),
        (["Status", None, None], ["Completed", "Ongoing", "Planned"], ["D4:F4"]),
        (["Status", None, None], ["Completed", "Ongoing", "Planned"], []),
        (
            ["Tình trạng", None, None],
            ["Hoàn thành", "Đang thực hiện", "Dự kiến"],
            ["D4:F4", "A4:A5", "B4:B5", "C4:C5"],
        ),
    ],
)
def test_marks_below_states_are_the_status(
    read: Read,
    sheet: Make,
    above: list[Any],
    below: list[Any] | None,
    merges: list[str],
) -> None:
    headings = [[*USUAL, *above]]
    headings += [[None, None, None, *below]] if below else []
    rows = [[*ONE, "x", None, None], [*TWO, None, "x", None]]
    found = read(sheet([*LINES, *headings, *rows], merges=merges))
    assert states(found) == [["completed"], ["ongoing"]]
    assert {"ALM105", "ALM111", "ALM201", "ALM211"}.isdisjoint(
        code for code, _ in codes(found)
    )


def test_two_marks_below_states_are_asked_about(read: Read, sheet: Make) -> None:
    headings = [*USUAL, "Completed", "Ongoing"]
    found = read(sheet([*LINES, headings, [*ONE, "x", "x"], [*TWO, "x", None]]))
    (about,) = [f for f in found.findings if f.code == "ALM167"]
    assert (about.found, about.at.cell) == ("Completed, Ongoing", "D5")
    assert "ALM201" not in {code for code, _ in codes(found)}
    assert states(found) == [["blank"], ["completed"]]  # as any state that is refused
    words = [o.word for activity in found.activities for o in activity.observations]
    assert words == ["Completed, Ongoing", "Completed"]  # papers quote both
    refused = [(e.cells, e.why) for e in found.ledger.entries if e.fate is Fate.REFUSED]
    assert refused == [("D5", "ALM167"), ("E5", "ALM167")]


def test_states_are_columns_of_their_own_beside_that_of_the_status(
    read: Read, sheet: Make
) -> None:
    headings = [*USUAL, "Completed", "Ongoing", "Status"]
    found = read(sheet([*LINES, headings, [*ONE, "x", None, "planned"]]))
    assert states(found) == [["planned"]]
    assert TOLD not in {code for code, _ in codes(found)}


@pytest.mark.parametrize("merges", [["D4:F4"], []], ids=["merged", "not merged"])
def test_years_may_stand_below_one_time_frame(
    read: Read, sheet: Make, merges: list[str]
) -> None:
    rows = [
        [*USUAL, "Time frame", None, None, "Status"],
        [None, None, None, 2021, 2022, 2023],
        [*ONE, None, "x", "x", "ongoing"],
    ]
    found = read(sheet([*LINES, *rows], merges=merges))
    assert times(found) == [("2022", "2023")]
    assert "ALM211" not in {code for code, _ in codes(found)}


BOTH = ["D4:F4", "G4:I4", "A4:A5", "B4:B5", "C4:C5"]
IN_WORDS = ["Not started", "Ongoing", "Completed"]


@pytest.mark.parametrize("between", [[], ["Notes"]], ids=["side by side", "apart"])
@pytest.mark.parametrize("merges", [BOTH, []], ids=["merged", "not merged"])
def test_years_and_states_may_both_stand_below_their_headings(
    read: Read, sheet: Make, merges: list[str], between: list[str]
) -> None:
    if between and merges:
        merges = ["D4:F4", "H4:J4", "A4:A5", "B4:B5", "C4:C5", "G4:G5"]
    gap = [None] * len(between)
    rows = [
        [*USUAL, "Time frame", None, None, *between, "Status", None, None],
        [None, None, None, 2023, 2024, 2025, *gap, *IN_WORDS],
        [*ONE, "x", None, None, *gap, None, None, "x"],
        [*TWO, None, "x", "x", *gap, None, "x", None],
    ]
    found = read(sheet([*LINES, *rows], merges=merges))
    assert times(found) == [("2023", "2023"), ("2024", "2025")]
    assert states(found) == [["completed"], ["ongoing"]]
    assert not found.has_errors


def test_a_part_without_a_heading_above_it_joins_no_headings(
    read: Read, sheet: Make
) -> None:
    rows = [
        [*USUAL, "Status", None, None, None],
        [None, None, None, *IN_WORDS[:2], None, IN_WORDS[2]],
        [*ONE, "x", None, None, None],
    ]
    found = read(sheet([*LINES, *rows]))
    assert TOLD not in {code for code, _ in codes(found)}


def test_quarters_may_stand_below_their_year(read: Read, sheet: Make) -> None:
    rows = [
        [*USUAL, 2024, None, "Status"],
        [None, None, None, "Q1", "Q2"],
        [*ONE, None, "x", "ongoing"],
    ]
    merges = ["D4:E4", "A4:A5", "B4:B5", "C4:C5", "F4:F5"]
    found = read(sheet([*LINES, *rows], merges=merges))
    assert times(found) == [("2024-Q2", "2024-Q2")]


def test_a_mark_that_is_merged_down_counts_for_each_row(
    read: Read, sheet: Make
) -> None:
    rows = [[*USUAL, 2021, 2022], [*ONE, "x", None], [*TWO, None, "x"]]
    found = read(sheet([*LINES, *rows], merges=["D5:D6"]))
    assert times(found) == [("2021", "2021"), ("2021", "2022")]


def test_words_below_the_table_do_not_stand_against_marks(
    read: Read, sheet: Make
) -> None:
    rows = [[*USUAL, 2021, 2022], [*ONE, "x", None], [], [None] * 3 + ["Ha Noi, 2024"]]
    assert times(read(sheet([*LINES, *rows]))) == [("2021", "2021")]


def test_headings_that_come_again_hold_no_marks(read: Read, sheet: Make) -> None:
    headings = [*USUAL, 2021, 2022]
    rows = [headings, [*ONE, "x", None], headings, [*TWO, None, "x"]]
    found = read(sheet([*LINES, *rows]))
    assert times(found) == [("2021", "2021"), ("2022", "2022")]


def test_the_mapping_that_was_used_reads_the_same(read: Read, sheet: Make) -> None:
    rows = [[*USUAL, 2021, 2022, "Status"], [*ONE, "x", "x", "ongoing"]]
    made = sheet([*LINES, *rows])
    first = read(made)
    (table,) = first.tables
    columns = [MappedColumn(heading=c.heading, field=c.field) for c in table.columns]
    assert [c.field for c in table.columns][3:5] == ["timeframe", "timeframe"]
    used = TableMapping(sheet=table.sheet, rows=table.rows, columns=columns)
    again = read(made, mapping=FieldMapping(tables=[used]))
    assert times(again) == times(first) == [("2021", "2022")]
    assert again.ledger == first.ledger


@given(
    st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=4)
)
def test_any_marks_say_when_it_begins_and_ends(
    read: Read, sheet: Make, marked: list[list[bool]]
) -> None:
    rows = [
        [number, f"Activity {number}", "VN", *("x" if each else None for each in marks)]
        for number, marks in enumerate(marked, start=1)
    ]
    found = read(sheet([*LINES, [*USUAL, *YEARS], *rows]))
    chosen = [[y for y, each in zip(YEARS, m, strict=True) if each] for m in marked]
    due = [
        (str(years[0]), str(years[-1])) if years else ("None", "None")
        for years in chosen
    ]
    assert times(found) == due
    marks = sum(map(sum, marked))
    assert found.ledger.by_fate.get(Fate.EXTRA, 0) == 0
    assert found.ledger.by_fate[Fate.READ] == 3 + 3 * len(rows) + marks
