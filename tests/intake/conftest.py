"""Workbooks made in memory from small grids of plain values."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from almwp.catalogue.frameworks import framework, framework_ids
from almwp.catalogue.languages import language_codes, vocabulary
from almwp.intake.arrival import Arrival
from almwp.intake.cells import (
    Book,
    Cell,
    CellKind,
    Merge,
    Row,
    Sheet,
    Visibility,
    place_of,
)
from almwp.intake.lexicon import Lexicon, build_lexicon
from almwp.intake.submission import read_submission
from almwp.model.submission import Submission

SHA256 = "5a" * 32
ABOVE: list[list[Any]] = [
    ["Country: Viet Nam"],
    ["Work programme: ALM WP 2021-2025"],
    ["As of: 2024-06-30"],
    [],
]
"""Lines above a table; its headings are then in row 5 and its first row is row 6."""

UNFILLED = {"ALM118", "ALM128", "ALM306", "ALM308"}
"""Said of a row or a table that is not filled in, as most small ones of tests are."""


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return build_lexicon(
        [vocabulary(code) for code in language_codes()],
        [framework(known) for known in framework_ids()],
    )


def make_cell(value: Any, row: int = 1, column: int = 1) -> Cell:
    """Return a cell as a reader would: numbers as digits, dates as serial numbers."""
    kind, text, code = CellKind.TEXT, str(value), "General"
    if isinstance(value, Cell):
        return value._replace(row=row, column=column)
    if isinstance(value, bool):
        kind, text = CellKind.BOOLEAN, str(value).upper()
    elif isinstance(value, int | float):
        kind, text = CellKind.NUMBER, repr(value)
    elif isinstance(value, date):
        kind, code = CellKind.NUMBER, "dd/mm/yyyy"
        text = str((value - date(1899, 12, 30)).days)
    return Cell(row=row, column=column, kind=kind, text=text, number_format=code)


def make_merge(ref: str) -> Merge:
    first, _, last = ref.partition(":")
    (top, left), (bottom, right) = place_of(first), place_of(last)
    return Merge(top=top, left=left, bottom=bottom, right=right)


def make_sheet(
    rows: Sequence[Sequence[Any]],
    name: str = "Report",
    merges: Sequence[str] = (),
    visibility: Visibility = Visibility.VISIBLE,
) -> Sheet:
    """Return a sheet whose first row is row 1; None is an empty cell."""
    made: list[Row] = []
    for number, values in enumerate(rows, start=1):
        cells = tuple(
            make_cell(value, number, column)
            for column, value in enumerate(values, start=1)
            if value is not None
        )
        if cells:
            made.append(cells)
    return Sheet(
        name=name,
        visibility=visibility,
        merges=[make_merge(ref) for ref in merges],
        read_rows=lambda: iter(made),
    )


@pytest.fixture(scope="session")
def cell() -> Callable[..., Cell]:
    """Make a cell that a plain value cannot describe; its place comes later."""

    def made(text: str, kind: CellKind = CellKind.TEXT, **rest: Any) -> Cell:
        return Cell(row=1, column=1, kind=kind, text=text, **rest)

    return made


@pytest.fixture(scope="session")
def sheet() -> Callable[..., Sheet]:
    return make_sheet


@pytest.fixture(scope="session")
def read(lexicon: Lexicon) -> Callable[..., Submission]:
    """Read sheets, given in the order of their tabs."""

    def reading(*sheets: Sheet, **rest: Any) -> Submission:
        is_1904 = rest.pop("starts_1904", False)
        book = Book(sheets=sheets, starts_1904=is_1904)
        arrival = Arrival(name="report.xlsx", sha256=SHA256, book=book, **rest)
        return read_submission(arrival, lexicon)

    return reading


@pytest.fixture(scope="session")
def table(read: Callable[..., Submission]) -> Callable[..., Submission]:
    """Read one table below the usual lines: headings in row 5, rows from row 6.

    What is said of rows and tables that are not filled in is left out.
    """

    def reading(
        headings: Sequence[Any], *rows: Sequence[Any], merges: Sequence[str] = ()
    ) -> Submission:
        found = read(make_sheet([*ABOVE, headings, *rows], merges=merges))
        rest = [f for f in found.findings if f.code not in UNFILLED]
        return evolve(found, findings=rest)

    return reading


@pytest.fixture(scope="session")
def said() -> Callable[[Submission], list[tuple[str, str | None]]]:
    """Give the code and the cell of each finding, but for what is not filled in."""
    return lambda submission: [
        (f.code, f.at.cell) for f in submission.findings if f.code not in UNFILLED
    ]


INDICATORS = {
    "number": "No.",
    "name": "Indicator",
    "unit": "Unit",
    "direction": "Direction",
    "kind": "Type",
    "baseline": "Baseline",
    "baseline_date": "Baseline year",
    "target_year": "Target year",
    "target": "Target",
    "as_of": "Reading date",
    "reading": "Reading",
    "numerator": "Numerator",
    "denominator": "Denominator",
    "sex": "Sex",
    "sector": "Sector",
    "migrant_status": "Migrant status",
    "sources": "Source",
    "remarks": "Remarks",
}
"""Keys and headings of a table of indicators; its first row is row 5."""


@pytest.fixture(scope="session")
def followed(read: Callable[..., Submission]) -> Callable[..., Submission]:
    """Read a table of indicators: rows by the keys of their values, or as they are."""

    def reading(
        *rows: dict[str, Any] | list[Any], above: Sequence[Sequence[Any]] = ([],)
    ) -> Submission:
        cells: list[Sequence[Any]] = [*ABOVE[:2], *above, [*INDICATORS.values()]]
        for row in rows:
            if isinstance(row, list):
                cells.append(row)
            else:
                assert row.keys() <= INDICATORS.keys()
                cells.append([row.get(key) for key in INDICATORS])
        return read(make_sheet(cells))

    return reading
