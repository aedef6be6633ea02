"""Workbooks whose difficulty is a row that is not quite one activity, or a cell."""

from collections.abc import Iterator
from datetime import date

from tests.corpus.bookmaking import Book, Sheet, Shown
from tests.corpus.reports import (
    ABOUT,
    HEADINGS,
    LINES,
    TITLES,
    at,
    column,
    plain,
    read,
    table,
)


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield from _rows()
    yield from _numbers()
    yield from _kinds()


def _rows() -> Iterator[Book]:
    yield table(
        "210-no-rows-yet",
        "the headings are there and no activity was filled in",
        [],
        [],
        [("ALM164", None, None)],
    )
    yield table(
        "211-numbered-and-empty",
        "rows were numbered in advance and never filled in",
        [*plain(2), [3], [4], [5]],
        read(2, status="ongoing"),
        [],
        fates={"Report!A8": "ignored", "Report!A10": "ignored"},
    )
    yield table(
        "212-note-below",
        "a note stands below the table in the column of titles",
        [*plain(2), [], [None, "Note: figures are provisional"]],
        read(2, status="ongoing"),
        at("ALM117", "B9"),
        fates={"Report!B9": "ignored"},
    )
    conference = [1, "Conference on wages", "VN", "ongoing", "ANNUALLY"]
    held = [
        [None, "- 1st conference", None, None, "2022"],
        [None, "- 2nd", None, None, "2023"],
    ]
    yield table(
        "213-editions-below",
        "two dated holdings stand below the activity that comes back each year",
        [conference, *held, [2, TITLES[1], "VN", "ongoing", "2024"]],
        [
            {
                "title": "Conference on wages",
                "recurrence": "annual",
                "editions": ["2022", "2023"],
            },
            {"title": TITLES[1], "start": "2024", "editions": []},
        ],
        [],
        "Time frame",
    )
    yield table(
        "214-subtotals",
        "a row of totals stands below each part of the table",
        [
            ["Outcome 1"],
            *plain(2),
            ["Subtotal", 2],
            ["Outcome 2"],
            [3, TITLES[2], "VN", "ongoing"],
            ["Subtotal", 1],
            ["Total", 3],
        ],
        [
            {"title": TITLES[0], "outcome": "1"},
            {"title": TITLES[1], "outcome": "1"},
            {"title": TITLES[2], "outcome": "2"},
        ],
        [],
        fates={"Report!A9": "ignored", "Report!A13": "ignored"},
    )
    yield table(
        "215-lines-in-a-title",
        "a title is broken into two lines, as it was pasted from a narrow column",
        [[1, "Training of\nlabour inspectors", "VN", "ongoing"]],
        [{"title": "Training of labour inspectors", "status": "ongoing"}],
        [],
    )
    yield table(
        "216-withdrawn",
        "a column says what was changed in the plan",
        [
            [1, TITLES[0], "VN", None, "withdrawn"],
            [2, TITLES[1], "VN", "planned", "Added"],
        ],
        [{"change": "withdrawn"}, {"change": "added", "status": "planned"}],
        [],
        "Change of plan",
    )


def _numbers() -> Iterator[Book]:
    codes = ("1.1", "1.10", "001", "VN/2024/7", "I.2.a")
    yield table(
        "220-numbers-that-are-texts",
        "numbers of activities are texts: 1.1 is not 1.10, and 001 keeps its noughts",
        [[code, TITLES[n], "VN", "ongoing"] for n, code in enumerate(codes)],
        [{"number": code} for code in codes],
        [],
    )
    yield table(
        "221-numbers-with-a-dot",
        "numbers are 1. and 2. or in brackets, or true numbers",
        [
            ["1.", TITLES[0], "VN", "ongoing"],
            ["(2)", TITLES[1], "VN", "ongoing"],
            [3, TITLES[2], "VN", "ongoing"],
        ],
        [{"title": TITLES[0]}, {"title": TITLES[1]}, {"number": "3"}],
        [],
    )
    second = Sheet(
        [
            list(HEADINGS),
            [1, TITLES[2], "VN", "planned"],
            [2, TITLES[3], "VN", "planned"],
        ],
        name="Outcome 2",
    )
    yield Book(
        "222-each-sheet-counts-from-one",
        "two sheets each count their activities from 1",
        [Sheet([*LINES, list(HEADINGS), *plain(2)], name="Outcome 1"), second],
        [{"title": title} for title in TITLES[:4]],
        [("ALM305", "Outcome 2", "A2")],
        ABOUT,
    )


def _kinds() -> Iterator[Book]:
    yield table(
        "225-true-for-a-state",
        "the state is Excel's own TRUE, which says nothing of any of the three",
        [[1, TITLES[0], "VN", True]],
        [{"title": TITLES[0], "status": "blank"}],
        at("ALM201", "D6"),
    )
    yield column(
        "226-share-turned-into-a-date",
        "Excel made a date of 3/4 under the heading of percentages",
        "Progress (%)",
        [(date(2024, 4, 3), {"percent": "blank"}), ("75%", {"percent": "3/4"})],
        at("ALM206", "E6"),
    )
    yield column(
        "227-text-like-a-formula",
        "a text begins with the sign of a formula and is none",
        "Remarks",
        [("=see below", {"remarks": "=see below"}), ("- none -", {})],
    )
    yield column(
        "228-digits-of-other-scripts",
        "percentages are written in Thai, Khmer and Burmese digits",
        "Progress (%)",
        [
            ("๗๕%", {"percent": "3/4"}),
            ("៧៥%", {"percent": "3/4"}),
            ("၇၅%", {"percent": "3/4"}),
        ],
    )
    yield column(
        "229-rounding-of-the-machine",
        "numbers carry the rounding of a calculation: 0.30000000000000004",
        "Progress (%)",
        [
            (Shown(0.1 + 0.2, "0%"), {"percent": "3/10"}),
            (Shown(0.55, "0%"), {"percent": "11/20"}),
        ],
    )
    yield column(
        "230-invisible-marks",
        "marks for the direction of writing and soft hyphens stand in a country's name",
        "Host",
        [("\u200eViet Nam\u200f", {"host": "VN"}), ("Thai\u00adland", {"host": "TH"})],
    )
