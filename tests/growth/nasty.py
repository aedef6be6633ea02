"""Workbooks of any number of rows, each hard on whoever compares row with row."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import evolve

from almwp.model.workplan import WorkPlan
from almwp.workflow.reading import ReadFiles, read_files
from almwp.workflow.session import Session
from tests.corpus.bookmaking import Book, Sheet

Rows = list[list[Any]]

HEADINGS = (
    *("No.", "Activity", "Outcome", "Lead", "Partners"),
    *("Time frame", "Status", "Progress (%)", "As of", "Budget", "Remarks", "My own"),
)
_STORY = "\n".join(
    f"- line {n}: workshop (2021, ongoing) and study / ILO;" for n in "12345"
)
_WORDS = (
    "training",
    "of",
    "labour",
    "inspectors",
    "on",
    "safe",
    "sites",
    "in",
    "ASEAN",
)


def _about(country: str, as_of: str) -> Rows:
    return [
        [f"Country: {country}"],
        ["Work programme: ALM WP 2021-2025"],
        [f"As of: {as_of}"],
        [],
    ]


def _plain(n: int) -> list[Any]:
    title = " ".join(_WORDS[(n * k + k) % 9] for k in (1, 2, 4, 5, 7)) + f" {n}"
    return [n, title, f"{n % 5 + 1}", "VN", "ILO", "2021-2022", "ongoing", 40]


def _alike(n: int) -> list[Any]:
    return [None, "Training of inspectors", "1", "VN, TH", "ILO", "2021", "done", 100]


def _nearly_alike(n: int) -> list[Any]:
    return [None, f"Training of inspectors {n}", "1", "VN", "", "2021", "ongoing", 10]


def _faulty(n: int) -> list[Any]:
    when = ["01/02/2024", "1.250", "??"]
    return [
        n,
        None,
        f"{n}x",
        f"M {n}",
        "?",
        f"bogus {n}",
        f"nearly {n}",
        "1,5.0",
        *when,
    ]


def _one_number(n: int) -> list[Any]:
    return [1, f"Job fair {n}", "1", "VN", "", "2021", "ongoing", 10]


def _long(n: int) -> list[Any]:
    return [
        n,
        f"Study {n}\n{_STORY}",
        "1\n2\n3",
        "VN\nTH\nID",
        _STORY,
        _STORY,
        "ongoing",
    ]


def _conflicting(n: int) -> list[Any]:
    return [n, f"Job fair number {n}", "1", "VN", "", "2021", "completed", 100]


def _agreeing(n: int) -> list[Any]:
    return [n, f"Job fair number {n}", "2", "VN, MY", "JICA", "2022", "planned", 1]


_BOOKS: Mapping[str, Callable[[int], list[Any]]] = MappingProxyType(
    {
        "plain": _plain,
        "alike": _alike,
        "nearly alike": _nearly_alike,
        "faulty": _faulty,
        "one number": _one_number,
        "long": _long,
        "conflicting": _conflicting,
        "contradicting": _agreeing,
        "merged": lambda n: [n, f"Study {n}", "1" if n == 1 else None, "VN"],
        "merged by two": lambda n: [n, f"Study {n}", "1" if n % 2 else None, "VN"],
        "sections": lambda n: [f"Section {n}"] if n % 2 else _plain(n),
        "totals": lambda n: ["Total", n],
    }
)
KINDS = tuple(_BOOKS)
"""Names of the difficulties."""


@cache
def session() -> Session:
    """Return the one session of these tests."""
    return Session.start(strict=True)


def _merges(kind: str, rows: int) -> list[str]:
    if kind == "merged":
        return [f"C6:C{rows + 5}"]
    if kind == "merged by two":
        return [f"C{n}:C{n + 1}" for n in range(6, rows + 5, 2)]
    return []


@cache
def workbook(kind: str, rows: int, country: str = "Viet Nam", as_of: str = "") -> bytes:
    """Return a workbook of one difficulty with so many rows."""
    make = _BOOKS[kind]
    table: Rows = [make(n) for n in range(1, rows + 1)]
    lines = [*_about(country, as_of or "2024-06-30"), list(HEADINGS), *table]
    sheet = Sheet(lines, merges=_merges(kind, rows))
    if sheet.merges:  # the value stands in the first cell of each block
        sheet = Sheet(lines, name="Report")
    content = Book(kind, "", [sheet]).content()
    return _with_merges(content, _merges(kind, rows))


def _with_merges(content: bytes, merges: list[str]) -> bytes:
    """Merge blocks of cells in the XML, which keeps what stands in them."""
    import io
    import zipfile

    from tests.corpus.bookmaking import packed
    from tests.corpus.rawparts import sheet_edit

    if not merges:
        return content
    cells = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    block = f'</sheetData><mergeCells count="{len(merges)}">{cells}</mergeCells>'
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change = sheet_edit(lambda xml: xml.replace(b"</sheetData>", block.encode()))
    return packed(change(parts))


def files(*contents: bytes) -> ReadFiles:
    """Read workbooks that are on no disk."""
    given = [(Path(f"{n}.xlsx"), content) for n, content in enumerate(contents)]
    reading = evolve(session().reading, given=given)
    return read_files([path for path, _ in given], reading)


@cache
def plan(kind: str, rows: int) -> WorkPlan:
    """Return the plan of one workbook of a difficulty."""
    return session().merge(files(workbook(kind, rows)))


@cache
def contradicted(rows: int) -> WorkPlan:
    """Return a plan of which everything is contradicted by a second file."""
    return session().merge(
        files(
            workbook("conflicting", rows),
            workbook("contradicting", rows),
            workbook("contradicting", rows, "Malaysia", "2025-01-31"),
        )
    )
