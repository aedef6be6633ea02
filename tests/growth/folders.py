"""Folders of any number of small returns, each hard on whoever compares file with file.

The rows of each are few, so that what grows is the number of files.
"""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from almwp.model.workplan import WorkPlan
from almwp.workflow.reading import ReadFiles
from tests.corpus.bookmaking import Book, Sheet
from tests.growth.nasty import files, session

HEADINGS = (
    *("No.", "Activity", "Outcome", "Lead", "Time frame", "Place"),
    *("Status", "Progress (%)", "Budget"),
)
ROWS = 3
Return = tuple[list[list[str]], list[list[Any]]]
"""What stands above the table, and the rows of it."""


def _about(day: str, institution: str = "Ministry", version: str = "") -> Any:
    lines = [
        ["Country", "Viet Nam"],
        ["Institution", institution],
        ["Work programme", "ALM WP 2021-2025"],
        ["As of", day],
    ]
    return [*lines, ["Version", version]] if version else lines


def _day(n: int) -> str:
    return f"{2015 + n // 12}-{n % 12 + 1:02}-28"


def _row(number: object, title: str, n: int = 0) -> list[Any]:
    place = ("Hanoi", "Hue", "Vinh")[n % 3]
    state = "completed" if n % 5 == 4 else "ongoing"
    frame = f"2021-{2022 + n % 2}"
    return [number, title, "1", "VN", frame, place, state, n % 90, f"USD {n}"]


def _months(n: int) -> Return:
    """Say the same work every month, and something else of it."""
    rows = [_row(f"VN.{k}", f"Training of inspectors {k}", n) for k in range(ROWS)]
    return _about(_day(n)), rows


def _senders(n: int) -> Return:
    """Count the rows of each sender from 1: its numbers stand for its own work."""
    rows = [_row(k + 1, f"Training number {k} of province {n}") for k in range(ROWS)]
    return _about("2024-06-30", f"Province {n}"), rows


def _together(n: int) -> Return:
    """Report one activity on one day, and each sender another state of it."""
    return _about("2024-06-30", f"Province {n}"), [_row("VN.1", "Job fairs", n)]


def _one_number(n: int) -> Return:
    """Give one number to as many activities as there are files."""
    titles = ("fairs", "studies", "surveys", "guides")
    title = f"Regional {titles[n % 4]} on wages and work {n}"
    return _about(_day(n)), [_row("VN.7", title)]


def _versions(n: int) -> Return:
    """Send one file again and again, each time with a higher version."""
    rows = [_row(f"VN.{k}", f"Training of inspectors {k}", n) for k in range(ROWS)]
    return _about("2024-06-30", version=f"{n + 1}"), rows


_FOLDERS: Mapping[str, Callable[[int], Return]] = MappingProxyType(
    {
        "months": _months,
        "senders": _senders,
        "together": _together,
        "one number": _one_number,
        "versions": _versions,
    }
)
KINDS = tuple(_FOLDERS)
"""Names of the difficulties."""


@cache
def returned(kind: str, number: int) -> bytes:
    """Return one workbook of such a folder."""
    about, rows = _FOLDERS[kind](number)
    sheets = [Sheet(about, name="Cover"), Sheet([list(HEADINGS), *rows], name="Report")]
    return Book(kind, "", sheets).content()


@cache
def folder(kind: str, number: int) -> ReadFiles:
    """Return so many files of such a folder, read."""
    return files(*(returned(kind, n) for n in range(number)))


@cache
def merged(kind: str, number: int) -> WorkPlan:
    """Return what they say together."""
    return session().merge(folder(kind, number))
