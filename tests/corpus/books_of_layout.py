"""Workbooks whose difficulty is where the headings are and what stands around them."""

from collections.abc import Iterator
from typing import Any

from tests.corpus.bookmaking import Book, Sheet
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, at, plain, read

ONGOING = {"status": "ongoing", "leads": ["VN"]}


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield from _above_and_across()
    yield from _tables()
    yield from _columns()


def _above_and_across() -> Iterator[Book]:
    titles: list[list[Any]] = [
        ["MINISTRY OF LABOUR"],
        ["REPORT ON THE IMPLEMENTATION OF"],
        ["the ASEAN Labour Ministers' Work Programme 2021-2025"],
        ["Country: Viet Nam"],
        ["As of 30 June 2024"],
        [],
        [None, *HEADINGS],
        *([None, *row] for row in plain(3)),
    ]
    yield Book(
        "01-title-rows-above",
        "six rows of titles stand above the headings, which begin in column B",
        [Sheet(titles, merges=["A1:E1", "A2:E2", "A3:E3"])],
        read(3, **ONGOING),
        at("ALM232", "A5"),
        about=ABOUT,
    )
    two_rows: list[list[Any]] = [
        *LINES,
        ["Activity", None, "Responsible", None, "Report", None],
        ["No.", "Title", "Lead", "Co-lead", "Status", "Progress (%)"],
        *([*row[:3], "LA", row[3], "50%"] for row in plain(2)),
    ]
    yield Book(
        "02-two-heading-rows",
        "headings take two rows, the first of which names groups of columns",
        [Sheet(two_rows, merges=["A5:B5", "C5:D5", "E5:F5"])],
        read(2, **ONGOING, co_leads=["LA"], percent="1/2"),
        about=ABOUT,
    )
    joined: list[list[Any]] = [
        *LINES,
        ["No.", "Title", None, "Lead", "Status"],
        [None, "in English", "(national language)", None, None],
        [1, "Job fairs", "Hội chợ việc làm", "VN", "ongoing"],
        [2, "Survey of wages", "Khảo sát tiền lương", "VN", "ongoing"],
    ]
    yield Book(
        "03-merged-groups-joined",
        "a heading belongs to the merged one above it: Title in English",
        [Sheet(joined, merges=["A5:A6", "B5:C5", "D5:D6", "E5:E6"])],
        [
            {"title_en": "Job fairs", "titles": ["Job fairs", "Hội chợ việc làm"]},
            {"title_en": "Survey of wages", "row": 8, **ONGOING},
        ],
        about=ABOUT,
    )
    again = plain(6)
    again.insert(3, list(HEADINGS))
    yield Book(
        "04-headings-repeated",
        "the headings come again half way down, as at the top of a printed page",
        [Sheet([*LINES, list(HEADINGS), *again])],
        read(6, **ONGOING),
        about=ABOUT,
    )
    numbered = [["(1)", "(2)", "(3)", "(4)"], *plain(2)]
    yield Book(
        "05-columns-numbered",
        "a row that numbers the columns stands right below the headings",
        [Sheet([*LINES, list(HEADINGS), *numbered])],
        read(2, **ONGOING),
        about=ABOUT,
    )


def _tables() -> Iterator[Book]:
    below: list[list[Any]] = [
        *LINES,
        list(HEADINGS),
        *plain(2),
        [],
        ["New activities"],
        ["Status", "Time frame", "Activity", "Lead", "No."],
        ["planned", "2025", TITLES[2], "VN", 3],
        ["planned", "2025", TITLES[3], "VN", 4],
    ]
    yield Book(
        "06-tables-below-each-other",
        "two tables with other columns in another order stand on one sheet",
        [Sheet(below)],
        [
            *read(2, **ONGOING),
            {"number": "3", "title": TITLES[2], "status": "planned", "start": "2025"},
            {"number": "4", "title": TITLES[3], "status": "planned", "start": "2025"},
        ],
        about=ABOUT,
    )
    rights = ["planned", "ongoing"]
    side: list[list[Any]] = [
        *LINES,
        [*HEADINGS, None, *HEADINGS],
        *(
            [*left, None, n, TITLES[n - 1], "VN", status]
            for left, n, status in zip(plain(2), (3, 4), rights, strict=True)
        ),
    ]
    yield Book(
        "07-tables-side-by-side",
        "two tables stand beside each other with an empty column between",
        [Sheet(side)],
        [
            *read(2, **ONGOING),
            {"number": "3", "title": TITLES[2], "status": "planned", "row": 6},
            {"number": "4", "title": TITLES[3], "status": "ongoing", "row": 7},
        ],
        about=ABOUT,
    )
    gap = plain(5)
    gap.insert(3, [])
    yield Book(
        "08-blank-row-in-the-middle",
        "an empty row parts the activities, which go on below it",
        [Sheet([*LINES, list(HEADINGS), *gap])],
        read(5, **ONGOING),
        about=ABOUT,
    )
    footed: list[list[Any]] = [
        *LINES,
        list(HEADINGS),
        *plain(2),
        [],
        [None, None, None, None, None, None, "Ha Noi, 1 July 2024"],
        [None, None, None, None, None, None, "The Director"],
    ]
    yield Book(
        "09-signature-below",
        "place, date and signature stand below and beside the table",
        [Sheet(footed)],
        read(2, **ONGOING),
        at("ALM117", "G9"),
        about=ABOUT,
    )
    sections: list[list[Any]] = [
        *LINES,
        list(HEADINGS),
        ["Outcome 1: Skilled and Adaptable Workforce"],
        *plain(2),
        ["Outcome 2"],
        [3, TITLES[2], "VN", "ongoing"],
    ]
    yield Book(
        "10-sections-between-rows",
        "rows between the activities say to which outcome those below belong",
        [Sheet(sections, merges=["A6:D6"])],
        [
            {"title": TITLES[0], "outcome": "1"},
            {"title": TITLES[1], "outcome": "1"},
            {"title": TITLES[2], "outcome": "2"},
        ],
        about=ABOUT,
    )
    restarts: list[list[Any]] = [
        *LINES,
        list(HEADINGS),
        ["Outcome 1"],
        *plain(2),
        ["Outcome 2"],
        [1, TITLES[2], "VN", "ongoing"],
        [2, TITLES[3], "VN", "ongoing"],
    ]
    yield Book(
        "11-numbers-restart",
        "each section counts its activities from 1 again",
        [Sheet(restarts)],
        [{"title": title, "status": "ongoing"} for title in TITLES[:4]],
        at("ALM305", "A10"),
        about=ABOUT,
    )


def _columns() -> Iterator[Book]:
    yield Book(
        "12-columns-in-any-order",
        "the title is the last column and the number the third",
        [
            Sheet(
                [
                    *LINES,
                    ["Status", "Lead", "No.", "Activity"],
                    *([row[3], row[2], row[0], row[1]] for row in plain(3)),
                ]
            )
        ],
        read(3, **ONGOING),
        about=ABOUT,
    )
    yield Book(
        "13-extra-columns",
        "columns that no list knows are kept as they are, one without a heading",
        [
            Sheet(
                [
                    *LINES,
                    ["No.", "Activity", "Mood", "Lead", None, "Status"],
                    [1, TITLES[0], "good", "VN", "x", "ongoing"],
                ]
            )
        ],
        [{"title": TITLES[0], **ONGOING, "extras": {"Mood": "good", "column E": "x"}}],
        at("ALM111", "C5", "E6"),
        about=ABOUT,
    )
    untitled = [["No.", "Lead", "Status", "Output"]]
    untitled += [[n, "VN", "ongoing", "Report"] for n in (1, 2, 3)]  # type: ignore[list-item]
    yield Book(
        "14-missing-title-column",
        "the required column of titles is missing, which is said once for all rows",
        [Sheet([*LINES, *untitled])],
        [],
        at("ALM104", "A5:D5"),
        about=ABOUT,
    )
    yield Book(
        "15-no-status-column",
        "nothing tells how far the activities are, and that is said once",
        [
            Sheet(
                [
                    *LINES,
                    ["No.", "Activity", "Lead", "Place"],
                    [1, TITLES[0], "VN", "Ha Noi"],
                    [2, TITLES[1], "VN", "Hue"],
                ]
            )
        ],
        read(2, status="blank", leads=["VN"]),
        at("ALM105", "A5:D5"),
        about=ABOUT,
    )
    yield Book(
        "16-no-lead-column",
        "nothing tells who leads, and that is said once",
        [Sheet([*LINES, ["Activity", "Status"], *(row[1::2] for row in plain(3))])],
        [{"title": title, "leads": []} for title in TITLES[:3]],
        at("ALM118", "A5:B5"),
        about=ABOUT,
    )
    either: list[Any] = [1, TITLES[0], "VN", "ongoing", "Ha Noi"]
    yield Book(
        "18-heading-of-two-fields",
        "a heading names two fields at once; which of them is meant is asked",
        [Sheet([*LINES, [*HEADINGS, "Place / Budget"], either])],
        [{"title": TITLES[0], "extras": {"Place / Budget": "Ha Noi"}}],
        at("ALM119", "E5"),
        about=ABOUT,
    )
    dated: list[list[Any]] = [
        *LINES[:2],
        ["No.", "Activity", "Lead", "Status as of 30 June 2024"],
        *plain(2),
    ]
    yield Book(
        "19-date-in-heading",
        "the heading of the states names the day of which they speak",
        [Sheet(dated)],
        read(2, status="ongoing", as_of="2024-06-30"),
        at("ALM233", "D3"),
        about={**ABOUT, "as_of": None},
    )
    yield Book(
        "17-second-status-column",
        "two columns mean the status; the second is kept as an extra",
        [
            Sheet(
                [
                    *LINES,
                    [*HEADINGS, "State"],
                    [1, TITLES[0], "VN", "ongoing", "planned"],
                ]
            )
        ],
        [{"title": TITLES[0], "status": "ongoing", "extras": {"State": "planned"}}],
        at("ALM110", "E5"),
        about=ABOUT,
    )
