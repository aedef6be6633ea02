"""Workbooks that are read with the user's own mapping file, right or wrong."""

from collections.abc import Iterator
from typing import Any

from tests.corpus.bookmaking import Book, Sheet, Truth
from tests.corpus.reports import ABOUT, HEADINGS, LINES, TITLES, plain, read

_OWN: list[list[Any]] = [
    *LINES,
    ["Thing", "Who", "How far", "Mood"],
    [TITLES[0], "VN", "ongoing", "good"],
    [TITLES[1], "LA", "completed", "fair"],
]
_TRUTH: list[Truth] = [
    {
        "title": TITLES[0],
        "leads": ["VN"],
        "status": "ongoing",
        "extras": {"Mood": "good"},
    },
    {"title": TITLES[1], "leads": ["LA"], "status": "completed"},
]
_MAPPING = """\
[[table]]
sheet = "Report"
kind = "progress"
rows = [5, 5]

[table.columns]
"Thing" = "title"
"Who" = "leads"
"How far" = "status"
"Mood" = "extra"
"""


def books() -> Iterator[Book]:
    """Give the workbooks, in the order of their numbers."""
    yield Book(
        "280-headings-of-their-own",
        "the headings are words that only the user's mapping file knows",
        [Sheet(_OWN)],
        _TRUTH,
        about=ABOUT,
        mapping=_MAPPING,
    )
    yield Book(
        "281-mapped-column-not-there",
        "the mapping file names a column that the sheet does not have",
        [Sheet(_OWN)],
        _TRUTH,
        [("ALM120", "Report", None)],
        ABOUT,
        mapping=f'{_MAPPING}"With whom" = "partners"\n',
    )
    yield Book(
        "282-mapped-rows-empty",
        "the mapping file looks for the headings in rows in which nothing stands",
        [Sheet([*LINES, list(HEADINGS), *plain(2)])],
        read(2, status="ongoing"),
        [("ALM121", "Report", None)],
        ABOUT,
        mapping='[[table]]\nsheet = "Report"\nrows = [50, 51]\n\n'
        '[table.columns]\n"Activity" = "title"\n',
    )
    yield Book(
        "283-mapping-says-otherwise",
        "the mapping file gives a known heading another meaning, and goes before it",
        [
            Sheet(
                [
                    *LINES,
                    ["No.", "Activity", "Lead", "Status", "Remarks"],
                    [1, TITLES[0], "VN", "ongoing", "Ha Noi"],
                ]
            )
        ],
        [{"title": TITLES[0], "place": "Ha Noi", "remarks": ""}],
        about=ABOUT,
        mapping='[[table]]\nsheet = "Report"\n\n[table.columns]\n"Remarks" = "place"\n',
    )
