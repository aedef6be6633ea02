"""Columns that each give the state of one day, and rows that look like headings."""

from collections.abc import Callable
from typing import Any

import pytest

from almwp.intake.cells import Sheet
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

Read = Callable[..., Submission]
Make = Callable[..., Sheet]
BASE: list[list[Any]] = [["Country: VN"], ["Plan: ALM WP 2021-2025"]]
DAY = ["As of: 2024-06-30"]
ONE = [1, "Training", "VN", "planned", "completed"]


def codes(read: Submission) -> list[tuple[str, str | None]]:
    return [(f.code, f.at.cell) for f in read.findings]


def reports(read: Submission) -> list[list[tuple[str, str]]]:
    return [
        [(str(o.as_of), str(o.status)) for o in a.observations] for a in read.activities
    ]


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("Status 2023", "Status 2024", ["2023", "2024-06-30"]),
        ("Status (2023)", "Status (2024)", ["2023", "2024-06-30"]),
        ("2023 status", "2024 status", ["2023", "2024-06-30"]),
        ("Tình trạng năm 2023", "Tình trạng năm 2024", ["2023", "2024-06-30"]),
        ("Status Q1/2024", "Status Q2/2024", ["2024-Q1", "2024-06-30"]),
        ("Status to 2022", "Status to 2023", ["2022", "2023"]),
        ("Status as of 30 June 2023", "Status 5/2024", ["2023-06-30", "2024-05"]),
    ],
)
def test_two_states_of_two_days_are_two_reports(
    read: Read, sheet: Make, first: str, second: str, days: list[str]
) -> None:
    headings = ["No.", "Activity", "Lead", first, second]
    found = read(sheet([*BASE, DAY, headings, ONE]))
    states = ["planned", "completed"]
    assert reports(found) == [list(zip(days, states, strict=True))]
    assert ("ALM134", "D4") in codes(found)
    assert {"ALM105", "ALM110", "ALM111"}.isdisjoint(c for c, _ in codes(found))
    places = [o.origin.cell for o in found.activities[0].observations if o.origin]
    assert places == ["D5", "E5"]


def test_the_later_day_is_the_last_report_wherever_it_stands(
    read: Read, sheet: Make
) -> None:
    headings = ["No.", "Activity", "Lead", "Status 2024", "Status 2023"]
    found = read(sheet([*BASE, DAY, headings, [1, "Study", "VN", "done", "planned"]]))
    assert reports(found) == [[("2023", "planned"), ("2024-06-30", "completed")]]


@pytest.mark.parametrize(
    ("first", "second"),
    [("Status 2023", "Mood 2024"), ("Status 2024", "Status 2024")],
)
def test_other_columns_stay_what_they_are(
    read: Read, sheet: Make, first: str, second: str
) -> None:
    headings = ["No.", "Activity", "Lead", first, second]
    found = read(sheet([*BASE, DAY, headings, ONE]))
    assert reports(found) == [[]]
    assert [e.heading for e in found.activities[0].extras] == [first, second]


def test_a_state_of_no_day_beside_them_is_the_state(read: Read, sheet: Make) -> None:
    headings = ["No.", "Activity", "Status", "Status 2023", "Status 2022"]
    row = [1, "Training", "ongoing", "planned", "planned"]
    found = read(sheet([*BASE, DAY, headings, row]))
    assert reports(found) == [[("2024-06-30", "ongoing")]]


def test_an_earlier_state_that_is_not_known_is_asked_about(
    read: Read, sheet: Make
) -> None:
    headings = ["No.", "Activity", "Lead", "Status 2023", "Status 2024"]
    found = read(sheet([*BASE, DAY, headings, [1, "Study", "VN", "plannned", "done"]]))
    assert ("ALM201", "D5") in codes(found)
    assert reports(found) == [[("2024-06-30", "completed")]]
    assert found.ledger.by_fate[Fate.REFUSED] == 1


@pytest.mark.parametrize(
    ("group", "first", "second"),
    [
        ("Penanggung jawab", "Negara", "Mitra"),
        ("Country", "Leading", "Partners"),
        ("Lead", "Country", "Partners"),
    ],
)
def test_a_group_may_be_named_before_or_after_its_columns(
    read: Read, sheet: Make, group: str, first: str, second: str
) -> None:
    rows = [
        *BASE,
        DAY,
        ["No", "Kegiatan", group, None, "Status"],
        [None, None, first, second],
        [1, "Pelatihan", "Indonesia", "ILO", "Selesai"],
    ]
    (activity,) = read(sheet(rows, merges=["C4:D4"])).activities
    assert [party.id for party in activity.leads] == ["ID"]
    assert [party.id for party in activity.partners] == ["ILO"]


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("2023", "2024", ["2023", "2024-06-30"]),
        (2023, 2024, ["2023", "2024-06-30"]),
        ("Dec 2023", "Jun 2024", ["2023-12", "2024-06-30"]),
        ("31/12/2023", "30/06/2024", ["2023-12-31", "2024-06-30"]),
        ("as of 2023", "as of 2024", ["2023", "2024-06-30"]),
        ("Status 2023", "Status 2024", ["2023", "2024-06-30"]),
        ("Q1/2024", "Q2/2024", ["2024-Q1", "2024-06-30"]),
    ],
)
@pytest.mark.parametrize("across", [["D4:E4"], []], ids=["merged", "not merged"])
@pytest.mark.parametrize("down", [["A4:A5", "B4:B5", "C4:C5"], []], ids=["down", ""])
def test_days_may_stand_below_one_heading_of_states(
    read: Read,
    sheet: Make,
    first: Any,
    second: Any,
    days: list[str],
    across: list[str],
    down: list[str],
) -> None:
    """It may be merged over its days, and those beside it down to them, or not."""
    rows = [
        *BASE,
        DAY,
        ["No.", "Activity", "Lead", "Status", None],
        [None, None, None, first, second],
        ONE,
    ]
    found = read(sheet(rows, merges=[*across, *down]))
    states = ["planned", "completed"]
    assert reports(found) == [list(zip(days, states, strict=True))]
    assert {"ALM111", "ALM201", "ALM211"}.isdisjoint(c for c, _ in codes(found))
    assert found.ledger.by_fate[Fate.HEADING] == 6


def test_of_percents_of_several_days_the_last_one_counts(
    read: Read, sheet: Make
) -> None:
    rows = [
        *BASE,
        DAY,
        ["No.", "Activity", "Lead", "Status", "Progress (%)", None, None],
        [None, None, None, None, "Q4/2023", "Q2/2024", "Q1/2024"],
        [1, "Training", "VN", "ongoing", "10%", "60%", "30%"],
    ]
    found = read(sheet(rows, merges=["E4:G4"]))
    (activity,) = found.activities
    assert [str(o.percent) for o in activity.observations] == ["3/5"]
    assert [c for c, _ in codes(found)].count("ALM110") == 2
    assert [e.heading for e in activity.extras] == [
        "Progress (%) Q4/2023",
        "Progress (%) Q1/2024",
    ]


@pytest.mark.parametrize(
    "below",
    [
        [None, None, None, "planned", "completed"],
        [None, None, None, "2024", "completed"],
        [None, None, None, "2024", None],
        ["1", None, None, "2023", "2024"],
    ],
)
@pytest.mark.parametrize("merges", [["D4:E4"], []], ids=["merged", "not merged"])
def test_what_says_no_days_below_a_group_is_data(
    read: Read, sheet: Make, below: list[Any], merges: list[str]
) -> None:
    headings = ["No.", "Activity", "Lead", "Status", None]
    found = read(sheet([*BASE, DAY, headings, below, ONE], merges=merges))
    assert found.ledger.by_fate[Fate.HEADING] == 4
    assert "ALM211" in {c for c, _ in codes(found)}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["Status", "Mood"], ["2023", "2024"]),
        (["Mood", None], ["2023", "2024"]),
        (["Status", None, None], ["2023", None, "2024"]),
        ([None, "Status"], ["2023", "2024"]),
        (["Status", None], ["Remarks", "Mood"]),
        (["Status", None, None], ["2022", "2023", "2024"]),
    ],
)
def test_days_not_below_one_heading_of_states_are_told(
    read: Read, sheet: Make, above: list[Any], below: list[Any]
) -> None:
    """What stands under or beside another heading may mean anything.

    So does what stands beside the cells over which a heading is merged.
    """
    rows = [["No.", "Activity", "Lead", *above], [None, None, None, *below], ONE]
    merges = ["D4:E4"] if below == ["2022", "2023", "2024"] else []
    found = read(sheet([*BASE, DAY, *rows], merges=merges))
    assert "ALM211" in {c for c, _ in codes(found)}


HEADINGS = ["No.", "Activity", "Lead", "Time frame", "Status"]
FIRST = [1, "Workshop", "VN", "2023", "completed"]


def test_unknown_headings_below_are_no_activity(read: Read, sheet: Make) -> None:
    below = ["Mục", "Việc đã làm", "Ai làm", "Bao giờ", "Xong chưa"]
    rows = [HEADINGS, FIRST, [], below, [2, "Hội thảo", "VN", "2024", "ongoing"]]
    found = read(sheet([*BASE, DAY, *rows]))
    assert codes(found) == [("ALM133", "A7")]
    assert [str(a.title) for a in found.activities] == ["Workshop", "Hội thảo"]
    assert found.ledger.by_fate[Fate.IGNORED] == len(below)


@pytest.mark.parametrize(
    "row",
    [
        ["A", "Study", "Viet Nam", "annually", "ongoing"],
        ["A", "Study", "Ministry of Magic", "soon", "ongoing"],
        ["A", "Study", "Viet Nam", "soon", "nearly"],
        ["A", "Study 2", "Ministry of Magic", "soon", "nearly"],
    ],
    ids=str,
)
def test_an_activity_with_odd_values_stays_one(
    read: Read, sheet: Make, row: list[Any]
) -> None:
    last = [2, "Hội thảo", "VN", "2024", "ongoing"]
    found = read(sheet([*BASE, DAY, HEADINGS, FIRST, [], row, last]))
    assert len(found.activities) == 3
    assert "ALM133" not in {code for code, _ in codes(found)}


def test_directly_below_the_rows_an_odd_row_is_an_activity(
    read: Read, sheet: Make
) -> None:
    odd = ["Mục", "Việc đã làm", "Ai làm", "Bao giờ", "Xong chưa"]
    last = [2, "Hội thảo", "VN", "2024", "ongoing"]
    found = read(sheet([*BASE, DAY, HEADINGS, FIRST, odd, last]))
    assert len(found.activities) == 3
