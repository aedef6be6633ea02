"""Rows of a plain report, so that a workbook of the corpus has one difficulty only."""

from collections.abc import Sequence
from typing import Any

from tests.corpus.bookmaking import Book, Found, Sheet, Truth

PLAN = "ALM-WP-2021-2025"
ABOUT: Truth = {"country": "VN", "framework": PLAN, "as_of": "2024-06-30"}
LINES: list[list[Any]] = [
    ["Country: Viet Nam"],
    ["Work programme: ALM WP 2021-2025"],
    ["As of: 2024-06-30"],
    [],
]
"""Lines above the table: headings stand in row 5, the first activity in row 6."""

TITLES = (
    "Job fairs",
    "Survey of wages",
    "Training of labour inspectors",
    "Guideline on remote work",
    "Campaign for safe sites",
    "Forum on social dialogue",
    "Study of green jobs",
    "Handbook for migrants",
    "Workshop on statistics",
    "Course in mediation",
    "Database of skills",
    "Visit to employment services",
    "Roadmap for apprenticeships",
    "Network of researchers",
)
HEADINGS = ("No.", "Activity", "Lead", "Status")


def plain(count: int, status: str = "ongoing") -> list[list[Any]]:
    """Return rows below :data:`HEADINGS`, nothing wrong with them."""
    return [[n, TITLES[n - 1], "VN", status] for n in range(1, count + 1)]


def read(count: int, **same: Any) -> list[Truth]:
    """Return the truth about :func:`plain` rows."""
    return [
        {"number": str(n), "title": TITLES[n - 1], **same} for n in range(1, count + 1)
    ]


def column(
    name: str,
    difficulty: str,
    heading: str,
    cells: Sequence[tuple[Any, Truth]],
    findings: Sequence[Found] = (),
    **rest: Any,
) -> Book:
    """Return a report with one more column, E, of which each cell has its truth.

    The first cell is E6.  Findings may leave out the sheet and the column: ``E6``.
    """
    rows = [
        [*row, value] for row, (value, _) in zip(plain(len(cells)), cells, strict=True)
    ]
    activities = [
        {"row": place, "title": title, **truth}
        for place, (title, (_, truth)) in enumerate(
            zip(TITLES, cells, strict=False), start=6
        )
    ]
    about = {**ABOUT, **rest.pop("about", {})}
    return Book(
        name,
        difficulty,
        [Sheet([*LINES, [*HEADINGS, heading], *rows])],
        activities,
        findings,
        about,
        **rest,
    )


def at(code: str, *cells: str, sheet: str = "Report") -> list[Found]:
    """Return findings of one code at cells of a sheet."""
    return [(code, sheet, cell) for cell in cells]


def table(
    name: str,
    difficulty: str,
    rows: list[list[Any]],
    activities: list[Truth],
    findings: list[Found],
    *headings: str,
    **more: Any,
) -> Book:
    """Return a report of one table, with columns beside the usual ones if need be."""
    sheet = Sheet([*LINES, [*HEADINGS, *headings], *rows])
    return Book(name, difficulty, [sheet], activities, findings, ABOUT, more)
