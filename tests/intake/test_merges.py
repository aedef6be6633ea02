"""Merged cells speak for the rows that they cover, and for their first column only."""

from collections.abc import Callable

from almwp.model.activity import Activity
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
HEADINGS = ["No.", "Activity", "Lead", "Outcome", "Status", "Mood"]


def ids(activity: Activity) -> list[str]:
    return [party.id for party in activity.leads]


def outcomes(activity: Activity) -> list[str]:
    return [r.node for r in activity.references if r.node]


def test_a_cell_merged_down_is_the_value_of_each_row(table: Table, said: Said) -> None:
    rows = [["1", "A", "Viet Nam", "1", "done", "x"], ["2", "B"], ["3", "C"]]
    read = table(HEADINGS, *rows, merges=["C6:C7", "D6:D8", "F6:F7"])
    assert [ids(a) for a in read.activities] == [["VN"], ["VN"], []]
    assert [outcomes(a) for a in read.activities] == [["1"], ["1"], ["1"]]
    assert str(read.activities[1].origin_of("leads")).endswith("!C6")
    assert str(read.activities[1].origin_of("title")).endswith("!B7")
    assert [e.cell for e in read.activities[1].extras] == ["F6"]
    assert said(read) == [("ALM111", "F5")]
    assert read.ledger.total == 3 + 6 + 10


def test_a_fault_of_a_merged_cell_is_said_once(table: Table, said: Said) -> None:
    rows = [["1", "A", "Viet Nam", "9", "done"], ["2", "B"]]
    read = table(HEADINGS[:5], *rows, merges=["D6:D7"])
    assert said(read) == [("ALM401", "D6")]


def test_a_cell_merged_to_the_right_is_not_the_value_of_two_fields(
    table: Table, said: Said
) -> None:
    row = ["1", "A", "Viet Nam", None, "done"]
    read = table(HEADINGS[:5], row, merges=["C6:D6"])
    assert ids(read.activities[0]) == ["VN"]
    assert outcomes(read.activities[0]) == []
    assert said(read) == []


def test_a_block_over_rows_and_columns_fills_its_first_column(table: Table) -> None:
    rows = [["1", "A", "Viet Nam", None, "done"], ["2", "B", None, None, "done"]]
    read = table(HEADINGS[:5], *rows, merges=["C6:D7"])
    assert [ids(a) for a in read.activities] == [["VN"], ["VN"]]
    assert not any(outcomes(a) for a in read.activities)


def test_a_title_merged_over_rows_is_said_to_be_one_and_its_number_is_not_twice(
    table: Table, said: Said
) -> None:
    rows = [["1", "A", "VN", "1", "done"], [None, None, "TH", "2", "planned"]]
    read = table(HEADINGS[:5], *rows, merges=["A6:A7", "B6:B7"])
    assert [ids(a) for a in read.activities] == [["VN"], ["TH"]]
    assert said(read) == [("ALM323", "B6")]
    assert len({a.id for a in read.activities}) == 2
    assert read.ledger.by_fate[Fate.REFUSED] == 0


def test_one_cell_alone_below_a_merged_title_is_no_section(table: Table) -> None:
    rows = [["1", "A", "VN", "1", "done"], [None, None, "TH"]]
    read = table(HEADINGS[:5], *rows, merges=["B6:B7"])
    assert [ids(a) for a in read.activities] == [["VN"], ["TH"]]


def test_a_value_that_is_left_under_a_merged_block_is_a_cell_of_its_own(
    table: Table,
) -> None:
    rows = [["1", "A", "VN", "1", "done"], ["2", "B", "TH", "2", "planned"]]
    read = table(HEADINGS[:5], *rows, merges=["C6:C7"])
    assert [ids(a) for a in read.activities] == [["VN"], ["TH"]]

    last = ["2", "B", None, None, "done"]
    read = table(HEADINGS[:5], [*rows[0]], last, merges=["C6:D7"])
    assert [outcomes(a) for a in read.activities] == [["1"], []]


def test_headings_do_not_flow_into_the_rows(table: Table) -> None:
    merges = ["C5:C7", "F5:F7"]
    read = table(HEADINGS, ["1", "A"], ["2", "B"], merges=merges)
    assert [ids(a) for a in read.activities] == [[], []]
    assert [a.extras for a in read.activities] == [(), ()]
