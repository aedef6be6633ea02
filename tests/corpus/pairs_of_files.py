"""Pairs of workbooks of which something is found only when both are read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet, Truth
from tests.corpus.reports import HEADINGS, LINES, TITLES


@dataclass(frozen=True)
class Pair:
    """Two workbooks, and what is found between them in each.

    Attributes:
        name: Name of their folder.
        difficulty: What is to be seen.
        books: The files, the earlier first.
        findings: What is found between the files, by the file's name.
    """

    name: str
    difficulty: str
    books: tuple[Book, Book]
    findings: dict[str, list[Found]] = field(default_factory=dict)

    @property
    def truth(self) -> Truth:
        """Say what is found."""
        return {
            "difficulty": self.difficulty,
            "findings": {
                f"{book.name}.xlsx": [list(f) for f in self.findings.get(book.name, [])]
                for book in self.books
            },
        }


def report(name: str, as_of: str, *rows: list[Any], country: str = "Viet Nam") -> Book:
    """Return a report with a column of percentages."""
    numbered = [[TITLES.index(row[0]) + 1, *row] for row in rows]
    return renumbered(name, as_of, *numbered, country=country)


def renumbered(
    name: str,
    as_of: str,
    *rows: list[Any],
    country: str = "Viet Nam",
    above: tuple[str, ...] = (),
) -> Book:
    """Return a report whose rows say their numbers, with more lines *above*."""
    lines: list[list[Any]] = [
        [f"Country: {country}"],
        LINES[1],
        [f"As of: {as_of}"],
        *([line] for line in above),
        [],
    ]
    sheet = Sheet([*lines, [*HEADINGS, "Progress (%)"], *rows])
    return Book(name, "", [sheet])


FAIRS, SURVEY = TITLES[:2]


def pairs() -> Iterator[Pair]:
    """Give the pairs, in the order of their numbers."""
    yield Pair(
        "01-contradiction",
        "two files of one day say different things of one activity",
        (
            report("labour", "2024-06-30", [FAIRS, "VN", "ongoing", "60%"]),
            report("planning", "2024-06-30", [FAIRS, "VN", "completed", "60%"]),
        ),
        {
            "labour": [("ALM501", "Report", "D6")],
            "planning": [("ALM501", "Report", "D6")],
        },
    )
    same = report("first", "2024-06-30", [FAIRS, "VN", "ongoing", "60%"])
    again = Book("second", "", same.sheets)
    yield Pair(
        "02-same-file-twice",
        "one file was sent under two names; it counts once",
        (same, again),
        {"second": [("ALM502", None, None)]},
    )
    yield Pair(
        "03-status-went-back",
        "what was completed a year ago is ongoing now, in another row of the file",
        (
            report(
                "2023",
                "2023-06-30",
                [FAIRS, "VN", "completed", None],
                [SURVEY, "VN", "ongoing", None],
            ),
            report(
                "2024",
                "2024-06-30",
                [SURVEY, "VN", "completed", None],
                [FAIRS, "VN", "ongoing", None],
            ),
        ),
        {"2024": [("ALM503", "Report", "D7")]},
    )
    yield Pair(
        "04-percentage-fell",
        "80 % was done a year ago and 60 % is done now",
        (
            report("2023", "2023-06-30", [FAIRS, "VN", "ongoing", "80%"]),
            report("2024", "2024-06-30", [FAIRS, "VN", "ongoing", 60]),
        ),
        {"2024": [("ALM504", "Report", "E6")]},
    )
    yield Pair(
        "05-progress",
        "all went forward, and nothing is to be said",
        (
            report("2023", "2023-06-30", [FAIRS, "VN", "planned", "0%"]),
            report("2024", "2024-06-30", [FAIRS, "VN", "completed", "100%"]),
        ),
    )
    yield Pair(
        "06-two-countries",
        "two countries each have job fairs of their own",
        (
            report("vn", "2023-06-30", [FAIRS, "VN", "completed", "80%"]),
            report(
                "la", "2024-06-30", [FAIRS, "LA", "ongoing", "60%"], country="Lao PDR"
            ),
        ),
        {
            "vn": [("ALM501", "Report", "C6")],
            "la": [("ALM501", "Report", "C6")],
        },
    )
    yield Pair(
        "07-one-number-of-two",
        "of two lists numbered alike, one number stands for another activity",
        (
            report(
                "2023",
                "2023-06-30",
                [FAIRS, "VN", "completed", None],
                [SURVEY, "VN", "ongoing", None],
            ),
            renumbered(
                "2024",
                "2024-06-30",
                [1, FAIRS, "VN", "completed", None],
                [2, TITLES[2], "VN", "ongoing", None],
                [3, SURVEY, "VN", "ongoing", None],
            ),
        ),
        {"2024": [("ALM505", "Report", "A7")]},
    )
    yield Pair(
        "08-both-count-from-1",
        "two ministries count their rows from 1; the numbers say nothing of who is who",
        (
            renumbered("labour", "2024-06-30", [1, FAIRS, "VN", "ongoing", "60%"]),
            renumbered("youth", "2024-06-30", [1, SURVEY, "VN", "ongoing", "60%"]),
        ),
        {"youth": [("ALM506", None, None)]},
    )
    yield from _versions()
    yield Pair(
        "11-may-be-one-activity",
        "two titles are near to each other, and nothing else says that they are one",
        (
            renumbered("labour", "2023-06-30", [4, "Job fairs for youth", "VN"]),
            renumbered("youth", "2024-06-30", [9, "Job fairs for the youth", "VN"]),
        ),
        {"youth": [("ALM512", "Report", "B6")]},
    )


def _versions() -> Iterator[Pair]:
    """Give two versions of one report: a likely one, and one that says so."""
    yield Pair(
        "09-likely-version",
        "a file of the same day has the same name, but for the word final",
        (
            report("labour", "2024-06-30", [FAIRS, "VN", "ongoing", "60%"]),
            report("labour final", "2024-06-30", [SURVEY, "VN", "ongoing", "60%"]),
        ),
        {"labour final": [("ALM507", None, None)]},
    )
    sender = "Institution: Ministry of Labour"
    first, second = (
        (sender, "Version: 1"),
        (sender, "Version: 2"),
    )
    yield Pair(
        "10-corrected-version",
        "the second version has one value, one row more and one row less",
        (
            renumbered(
                "one",
                "2024-06-30",
                [1, FAIRS, "VN", "ongoing", "60%"],
                [2, SURVEY, "VN", "ongoing", "60%"],
                above=first,
            ),
            renumbered(
                "two",
                "2024-06-30",
                [1, FAIRS, "VN", "ongoing", "70%"],
                [3, TITLES[2], "VN", "ongoing", "60%"],
                above=second,
            ),
        ),
        {
            "two": [
                ("ALM508", None, None),
                ("ALM509", "Report", "E8"),
                ("ALM510", "Report", "B9"),
                ("ALM511", None, None),
            ]
        },
    )
    items = Sheet(
        [
            *LINES,
            ["Item no.", "Agenda item", "Stance", "Evidence"],
            [1, "Review of the programme", "support", "1, 99"],
        ],
        name="Agenda",
    )
    yield Pair(
        "49-evidence-in-no-file",
        "a position names an activity that the report of its country does not have",
        (
            report("report", "2024-06-30", [FAIRS, "VN", "ongoing", "60%"]),
            Book("position", "", [items]),
        ),
        {"position": [("ALM330", "Agenda", "D6")]},
    )
