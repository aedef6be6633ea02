"""Workbooks whose difficulty is their sheets: hidden, explaining, empty, or several."""

from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from tests.corpus.bookmaking import Book, Sheet
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, at, plain, read

REPORT = Sheet([*LINES, list(HEADINGS), *plain(2)])
PLAIN = read(2, status="ongoing", leads=["VN"])


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    codes = Sheet(
        [["Code", "Activity", "Status"], ["OC1", "Training", "completed"], ["OC2"]],
        name="Lists",
        hidden="yes",
    )
    yield Book(
        "20-hidden-code-list",
        "a hidden sheet holds lists of codes below headings that look like a table",
        [REPORT, codes],
        PLAIN,
        [("ALM108", "Lists", None)],
        about=ABOUT,
        more={"fates": {"Lists!A2": "ignored", "Report!B6": "read"}},
    )
    yield Book(
        "21-very-hidden-sheet",
        "a sheet is hidden so that Excel does not offer to show it",
        [REPORT, Sheet([["OC1"]], name="Codes", hidden="very")],
        PLAIN,
        [("ALM108", "Codes", None)],
        about=ABOUT,
    )
    yield Book(
        "22-hidden-rows-and-columns",
        "a hidden row and a hidden column are read like all others, and it is said",
        [
            Sheet(
                [*LINES, list(HEADINGS), *plain(3)],
                hidden_rows=[7],
                hidden_columns=["C"],
            )
        ],
        read(3, status="ongoing", leads=["VN"]),
        at("ALM109", "C6"),
        about=ABOUT,
        more={"fates": {"Report!B7": "read", "Report!C6": "read"}},
    )
    how = [["How to fill in this form"], ["Write one activity in each row"]]
    yield Book(
        "23-instructions-first",
        "the first sheet explains how to fill in the second",
        [Sheet(how, name="Instructions"), REPORT],
        PLAIN,
        [("ALM113", "Instructions", None)],
        about=ABOUT,
    )
    sample: list[list[Any]] = [
        *how,
        [],
        list(HEADINGS),
        [1, "An example", "TH", "completed"],
    ]
    yield Book(
        "24-example-on-guidance-sheet",
        "the sheet that explains holds a table with an example, which is no activity",
        [REPORT, Sheet(sample, name="Hướng dẫn")],
        PLAIN,
        [("ALM116", "Hướng dẫn", None)],
        about=ABOUT,
    )
    yield Book(
        "25-sheet-without-headings",
        "a second sheet holds figures without headings, which are left out and counted",
        [REPORT, Sheet([["Ha Noi", 12], ["Hue", 7]], name="Figures")],
        PLAIN,
        [("ALM103", "Figures", None)],
        about=ABOUT,
    )
    cover = Sheet(
        [
            ["Country", "Viet Nam"],
            ["Work programme", "ALM WP 2021-2025"],
            ["As of", "2024-06-30"],
            ["Contact", "Ms Lan"],
        ],
        name="Cover",
    )
    yield Book(
        "26-cover-on-its-own-sheet",
        "country, programme and date stand on a cover sheet of their own",
        [cover, Sheet([list(HEADINGS), *plain(2)])],
        PLAIN,
        about={**ABOUT, "contact": "Ms Lan"},
    )
    more = Sheet(
        [list(HEADINGS), *([n, TITLES[n - 1], "VN", "planned"] for n in (3, 4))],
        name="New activities",
    )
    yield Book(
        "27-tables-on-two-sheets",
        "the second sheet has a table of its own and no lines above it",
        [REPORT, more],
        [
            *PLAIN,
            {"number": "3", "title": TITLES[2], "status": "planned", "row": 2},
            {"number": "4", "title": TITLES[3], "status": "planned", "row": 3},
        ],
        about=ABOUT,
    )
    name = normalize("NFD", "Báo cáo Việt Nam")
    yield Book(
        "28-sheet-name-decomposed",
        "the name of the sheet has its accents as signs of their own (NFD)",
        [
            Sheet(
                [*LINES, list(HEADINGS), *plain(1), [2, None, "VN", "ongoing"]],
                name=name,
            )
        ],
        PLAIN[:1],
        [("ALM211", name, "A7")],
        about=ABOUT,
        more={"fates": {f"{name}!B6": "read", f"{name}!A7": "refused"}},
    )
    yield Book(
        "29-empty-workbook",
        "no cell of the workbook is filled in",
        [Sheet([])],
        [],
        [("ALM101", None, None)],
    )
    yield Book(
        "30-no-table",
        "no sheet has a row of headings",
        [Sheet([["Dear colleagues,"], ["please find the report below."]])],
        [],
        [("ALM102", None, None)],
    )
    yield Book(
        "31-sender-unknown",
        "no line says which country reports",
        [Sheet([*LINES[1:], list(HEADINGS), *plain(2)])],
        PLAIN,
        [("ALM106", None, None)],
        about={**ABOUT, "country": None},
    )
    yield Book(
        "32-programme-unknown",
        "no line says on which programme the file reports",
        [Sheet([LINES[0], *LINES[2:], list(HEADINGS), *plain(2)])],
        PLAIN,
        [("ALM107", None, None)],
        about={**ABOUT, "framework": None},
    )
    yield Book(
        "33-programme-not-understood",
        "the line that names the programme names one that nobody knows",
        [
            Sheet(
                [
                    LINES[0],
                    ["Work programme: Five Year Plan"],
                    *LINES[2:],
                    list(HEADINGS),
                    *plain(2),
                ]
            )
        ],
        PLAIN,
        at("ALM114", "A2"),
        about={**ABOUT, "framework": None},
    )
    yield Book(
        "34-two-countries",
        "two lines name two countries; the first one stands",
        [
            Sheet(
                [LINES[0], ["Country: Thailand"], *LINES[1:], list(HEADINGS), *plain(2)]
            )
        ],
        PLAIN,
        at("ALM115", "A2"),
        about=ABOUT,
    )
    yield Book(
        "35-meeting-unknown",
        "the file was made for a meeting that no list knows",
        [Sheet([["Meeting: the big one"], *LINES, list(HEADINGS), *plain(2)])],
        PLAIN,
        at("ALM223", "A1"),
        about={**ABOUT, "meeting": "the big one"},
    )
