"""Rows below the headings: activities, sections, editions, totals, and what is none."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Cell, CellKind, Strike
from almwp.model.activity import Activity
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
PLAIN = ["No.", "Activity", "Status", "Lead"]
HEADINGS = [*PLAIN, "Output"]


def titles(read: Submission) -> list[str]:
    return [str(activity.title) for activity in read.activities]


def fate(read: Submission, cell: str) -> tuple[Fate, str]:
    row = int(cell[1:])
    for entry in read.ledger.entries:
        first, _, last = entry.cells.partition(":")
        if first[0] == cell[0] and int(first[1:]) <= row <= int((last or first)[1:]):
            return entry.fate, entry.why
    raise AssertionError(cell)


def outcome(activity: Activity) -> str | None:
    return next((r.node for r in activity.references), None)


def test_rows_are_named_by_excel_whatever_is_skipped(table: Table) -> None:
    read = table(PLAIN, [], ["1", "A", "done"], [], [], [" "], ["2", "B", "done"])
    assert [a.origins[0].row for a in read.activities] == [7, 11]
    origin = read.activities[1].origin_of("status")
    assert str(origin) == "report.xlsx!Report!C11"


@pytest.mark.parametrize(
    "line",
    [
        "Outcome 2: Productive Employment",
        "2. Việc làm có hiệu suất",
        "Productive Employment",
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_a_line_that_names_an_outcome_places_the_rows_below_it(
    table: Table, said: Said, line: str, place: int
) -> None:
    section = [None] * place + [line]
    merges = ["B6:D6"] if place else []
    read = table(PLAIN, section, ["1", "A", "done"], merges=merges)
    assert [outcome(a) for a in read.activities] == ["2"]
    assert said(read) == []
    assert fate(read, f"{'AB'[place]}6") == (Fate.HEADING, "section")


def test_a_labelled_line_in_the_column_of_titles_is_no_activity(table: Table) -> None:
    read = table(
        ["Activity", "Status"],
        ["Outcome 2: Productive Employment"],
        ["A", "done"],
        ["Thematic Area: Green jobs promotion"],
        ["B", "done"],
    )
    assert titles(read) == ["A", "B"]
    places = [[r.node for r in a.references] for a in read.activities]
    assert places == [["2"], ["2", "green-jobs-promotion"]]


def test_a_line_of_another_kind_ends_the_section(table: Table) -> None:
    rows = [["Outcome 2"], ["1", "A"], ["II. Led by others"], ["2", "B"]]
    read = table(PLAIN, *rows)
    assert [outcome(a) for a in read.activities] == ["2", None]


def test_an_outcome_that_does_not_exist_is_refused_in_a_line_too(
    table: Table, said: Said
) -> None:
    read = table(PLAIN, ["Outcome 9: Happiness"], ["1", "A", "done"])
    assert said(read) == [("ALM401", "A6")]
    assert fate(read, "A6") == (Fate.REFUSED, "ALM401")


@pytest.mark.parametrize(
    "row",
    [
        ["Total", 2],
        ["TOTAL: 2"],
        [None, "Total activities", 2],
        [None, "Total number of projects = 2"],
        ["Tổng cộng", 2],
        ["Tổng số hoạt động: 2"],
        [None, "Tổng cộng: 2 hoạt động"],
        ["Jumlah kegiatan: 2"],
        [None, "Total budget", None, 2.5],
    ],
)
def test_a_row_of_totals_is_no_activity(
    table: Table, said: Said, row: list[Any]
) -> None:
    read = table(PLAIN, ["1", "A", "done"], ["2", "B", "done"], row)
    assert titles(read) == ["A", "B"]
    assert said(read) == []
    assert (Fate.IGNORED, "row of totals") in {
        (entry.fate, entry.why) for entry in read.ledger.entries
    }


@pytest.mark.parametrize(
    "title",
    [
        "Total reform of labour law",
        "Total reform: 2023",
        "Tổng kết 5 năm thực hiện",
        "Tổng điều tra lao động",
        "Cộng đồng Văn hóa - Xã hội",
        "Công đoàn",
        "Summit",
        "Jumlahkan",
        "Total: training for labour inspectors in all provinces",
    ],
)
def test_a_title_that_begins_like_a_total_is_an_activity(
    table: Table, title: str
) -> None:
    assert titles(table(PLAIN, [3, title])) == [title]
    assert titles(table(PLAIN, [3, title, "done", "VN"])) == [title]


def test_a_total_may_count_its_section_or_all(table: Table, said: Said) -> None:
    one, two = ["1", "A"], ["2", "B"]
    rows = [["I. Ours"], one, ["Total", 1], ["II. Theirs"], two, ["Total", 1]]
    assert said(table(PLAIN, *rows, ["Grand total", 2])) == []
    assert said(table(PLAIN, *rows, ["Grand total", 3])) == [("ALM304", "B12")]


def test_bulleted_rows_are_editions_of_the_activity_above(
    table: Table, said: Said, cell: Callable[..., Cell]
) -> None:
    headings = ["Activity", "Time frame", "Status"]
    read = table(
        headings,
        ["Conference", "ANNUALLY", "ongoing"],
        ["- 9th conference", "May 2022"],
        ["• 10th conference", "2023-2024"],
        ["- 11th conference", cell("#REF!", CellKind.ERROR)],
    )
    (activity,) = read.activities
    editions = [(e.label, str(e.when)) for e in activity.timeframe.editions]
    assert editions == [
        ("9th conference", "2022-05"),
        ("10th conference 2023-2024", "2023"),
        ("11th conference", "None"),
    ]
    assert said(read) == [("ALM212", "B9")]
    assert fate(read, "B9") == (Fate.REFUSED, "ALM212")


def test_a_list_in_which_all_titles_have_bullets_is_a_list_of_activities(
    table: Table,
) -> None:
    read = table(["Activity", "Time frame"], ["- A", "2021"], ["- B", "2022"])
    assert titles(read) == ["- A", "- B"]


def test_cells_that_show_nothing_are_no_rows(
    table: Table, said: Said, cell: Callable[..., Cell]
) -> None:
    empty = cell("", formula='IF(A1="","",A1)')
    blank = [empty, " ", "\u200b", "\n"]
    read = table(PLAIN, ["1", "A", "done"], blank, blank)
    assert titles(read) == ["A"]
    assert said(read) == []
    assert fate(read, "B8") == (Fate.IGNORED, "nothing to be seen")


def test_numbers_without_an_activity_are_left_out(table: Table, said: Said) -> None:
    read = table(PLAIN, [1, "A", "done"], [2], [3])
    assert titles(read) == ["A"]
    assert said(read) == []
    assert fate(read, "A7") == (Fate.IGNORED, "a number without an activity")


def test_signatures_below_and_notes_beside_are_left_out_and_said(
    table: Table, said: Said
) -> None:
    rows = [["1", "A", "done"], [None] * 6 + ["see above"], [], ["Note (*): draft"]]
    read = table(PLAIN, *rows, [None, None, "Ha Noi", "The minister"])
    assert titles(read) == ["A"]
    assert said(read) == [("ALM117", "G7")]
    assert "4 filled cells" in read.findings[0].message()


def test_a_row_without_a_title_is_refused_whole(table: Table, said: Said) -> None:
    rows = [["1", None, "done", "VN", None, "extra"], ["2", "B", "done"]]
    read = table(PLAIN, *rows)
    assert titles(read) == ["B"]
    assert said(read) == [("ALM211", "A6")]
    assert read.findings[0].hint() == "write it under 'Activity', or delete the row"
    refused = [e.cells for e in read.ledger.entries if e.fate is Fate.REFUSED]
    assert refused == ["A6", "C6", "D6", "F6"]


def test_the_missing_title_belongs_under_what_the_file_calls_its_column(
    table: Table,
) -> None:
    read = table(
        ["No.", "Nama\nKegiatan", "Status"], ["1", None, "selesai"], ["2", "B"]
    )
    (missing,) = (f for f in read.findings if f.code == "ALM211")
    assert missing.hint() == "write it under 'Nama Kegiatan', or delete the row"


def test_a_row_whose_title_is_an_error_has_that_one_finding(
    table: Table, said: Said, cell: Callable[..., Cell]
) -> None:
    bad = cell("#NAME?", CellKind.ERROR)
    read = table(PLAIN, ["1", bad, "done"], ["2", "B"])
    assert said(read) == [("ALM212", "B6")]
    assert fate(read, "C6") == (Fate.REFUSED, "ALM212")


def test_extra_columns_are_kept_with_and_without_a_heading(
    table: Table, said: Said, cell: Callable[..., Cell]
) -> None:
    headings = ["Activity", None, "Mood", "Status"]
    read = table(headings, ["A", "x", cell("#N/A", CellKind.ERROR), "done"])
    extras = [(e.heading, e.value, e.cell) for e in read.activities[0].extras]
    assert extras == [("column B", "x", "B6"), ("Mood", "#N/A", "C6")]
    assert said(read) == [("ALM111", "C5"), ("ALM111", "B6")]


def test_rows_that_are_struck_through_or_hidden_are_read_and_said(
    table: Table, said: Said, cell: Callable[..., Cell]
) -> None:
    def struck(text: str) -> Cell:
        return cell(text, strike=Strike.WHOLE, hidden=True)

    read = table(PLAIN, [None, struck("A"), struck("done")], [1, "B", struck("done")])
    assert titles(read) == ["A", "B"]
    assert said(read) == [("ALM109", "B6"), ("ALM214", "B6"), ("ALM224", "C7")]
    assert "3 filled cells" in read.findings[0].message()
