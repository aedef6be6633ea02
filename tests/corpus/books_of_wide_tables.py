"""Workbooks whose tables have groups, translations or years across their columns."""

from collections.abc import Iterator
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet, Truth
from tests.corpus.reports import (
    ABOUT,
    HEADINGS,
    LINES,
    TITLES,
    at,
    plain,
    read,
)

Rows = list[list[Any]]


def _book(
    name: str,
    difficulty: str,
    rows: Rows,
    activities: list[Truth],
    findings: list[Found] | None = None,
    merges: tuple[str, ...] = (),
    **more: Any,
) -> Book:
    sheet = Sheet([*LINES, *rows], merges=merges)
    return Book(name, difficulty, [sheet], activities, findings or [], ABOUT, more)


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    ongoing = {"status": "ongoing", "leads": ["VN"]}
    yield _book(
        "290-translated-headings",
        "a second row of headings says the same in Vietnamese",
        [list(HEADINGS), ["STT", "Tên hoạt động", "Chủ trì", "Tình trạng"], *plain(2)],
        read(2, **ongoing),
        fates={"Report!B6": "heading", "Report!B7": "read"},
    )
    grouped: Rows = [
        ["Outcome", *HEADINGS],
        ["1", *plain(1)[0]],
        [None, *plain(2)[1]],
        ["2", *plain(3)[2]],
        [None, *plain(4)[3]],
    ]
    yield _book(
        "291-outcome-merged-down",
        "the outcome is merged down over the activities that belong to it",
        grouped,
        [
            {"title": TITLES[0], "outcome": "1"},
            {"title": TITLES[1], "outcome": "1"},
            {"title": TITLES[2], "outcome": "2"},
            {"title": TITLES[3], "outcome": "2"},
        ],
        merges=("A6:A7", "A8:A9"),
    )
    years: Rows = [
        [*HEADINGS, 2023, 2024, 2025],
        [*plain(1)[0], "x", "x", None],
        [*plain(2)[1], None, None, "x"],
    ]
    yield _book(
        "292-a-column-for-each-year",
        "years are columns in which crosses stand; they are the time frame",
        years,
        [
            {
                "title": TITLES[0],
                "start": "2023",
                "end": "2024",
                "extras": {},
                **ongoing,
            },
            {
                "title": TITLES[1],
                "start": "2025",
                "end": "2025",
                "extras": {},
                **ongoing,
            },
        ],
        at("ALM166", "E5"),
        fates={"Report!F6": "read", "Report!E6": "read", "Report!G5": "heading"},
    )
    sums: Rows = [
        [*HEADINGS, 2023, 2024],
        [*plain(1)[0], "x", "USD 500"],
        [*plain(2)[1], None, "x"],
    ]
    yield _book(
        "297-not-only-marks-below-years",
        "below one of the years stands more than a cross; all are kept as extras",
        sums,
        [
            {"title": TITLES[0], "extras": {"2023": "x", "2024": "USD 500"}, **ongoing},
            {"title": TITLES[1], "extras": {"2024": "x"}, **ongoing},
        ],
        at("ALM111", "E5", "F5"),
    )
    states: Rows = [
        [*HEADINGS[:3], "Status", None, None],
        [None, None, None, "Completed", "Ongoing", "Planned"],
        [*plain(1)[0][:3], "\u2713", None, None],
        [*plain(2)[1][:3], None, "\u2713", None],
        [*plain(3)[2][:3], None, None, None],
    ]
    yield _book(
        "298-a-column-for-each-state",
        "states are columns below one heading, and a tick chooses one",
        states,
        [
            {"title": TITLES[0], "status": "completed", "extras": {}},
            {"title": TITLES[1], "status": "ongoing", "extras": {}},
            {"title": TITLES[2], "status": "blank"},
        ],
        at("ALM166", "D6"),
        merges=("A5:A6", "B5:B6", "C5:C6", "D5:F5"),
    )
    both: Rows = [
        [*HEADINGS[:3], "Completed", "Ongoing", "Planned"],
        [*plain(1)[0][:3], "x", "x", None],
        [*plain(2)[1][:3], None, None, "x"],
    ]
    yield _book(
        "299-two-states-marked",
        "states are columns, and two of them are crossed in one row",
        both,
        [
            {"title": TITLES[0], "status": "blank", "extras": {}},
            {"title": TITLES[1], "status": "planned", "extras": {}},
        ],
        [*at("ALM166", "D5"), *at("ALM167", "D6")],
        fates={"Report!D6": "refused", "Report!E6": "refused"},
    )
    unnamed: Rows = [[None, *HEADINGS[1:]], *plain(2)]
    yield _book(
        "293-numbers-without-a-heading",
        "the first column counts the rows and has no heading",
        unnamed,
        [{"title": TITLES[0], **ongoing}, {"title": TITLES[1], **ongoing}],
    )
    measured: Rows = [
        list(HEADINGS),
        *plain(1),
        [],
        ["No.", "Indicator", "Unit", "Reading", "Reading date"],
        [1, "Labour inspectors", "workers", 150, "2024-06"],
    ]
    yield _book(
        "294-indicators-below-activities",
        "a table of indicators stands below that of activities on the same sheet",
        measured,
        read(1, **ongoing),
        indicators=[{"name": "Labour inspectors", "readings": [["2024-06", "150"]]}],
    )
    three: Rows = [
        [*HEADINGS, None, *HEADINGS, None, *HEADINGS],
        [*plain(1)[0], None, *plain(2)[1], None, *plain(3)[2]],
    ]
    yield _book(
        "295-three-tables-in-a-row",
        "three tables stand beside each other",
        three,
        read(3, row=6, **ongoing),
    )
    spread: Rows = [
        ["No.", "Activity", None, "Lead", "Status"],
        [1, TITLES[0], None, "VN", "ongoing"],
        [2, TITLES[1], None, "VN", "ongoing"],
    ]
    yield _book(
        "296-titles-over-two-columns",
        "the titles and their heading are merged over two columns",
        spread,
        read(2, **ongoing),
        merges=("B5:C5", "B6:C6", "B7:C7"),
    )
