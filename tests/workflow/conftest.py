"""Sessions, workbooks and small plugins for the tests of the use cases."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from almwp.intake.cells import Book, Cell, CellKind, Sheet
from almwp.plugins.hookspecs import hookimpl
from almwp.plugins.records import Reader
from almwp.workflow.session import Session

EXAMPLES = Path(__file__).parents[2] / "examples" / "submissions"
HEADINGS = ("No.", "Activity", "Lead country", "Status", "Time frame")

MakeWorkbook = Callable[..., Path]


@pytest.fixture(scope="session")
def session() -> Session:
    """A session with all installed plugins."""
    return Session.start()


@pytest.fixture(scope="session")
def submissions() -> Path:
    """The folder of example submissions."""
    return EXAMPLES


@pytest.fixture
def make_workbook(tmp_path: Path) -> MakeWorkbook:
    """Write a workbook below the test's folder and return its path."""

    def make(
        name: str, *rows: Sequence[str], headings: Sequence[str] = HEADINGS
    ) -> Path:
        import xlsxwriter

        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Report")
            sheet.write_row(0, 0, ["Country", "Viet Nam"])
            for number, row in enumerate((headings, *rows), start=2):
                sheet.write_row(number, 0, row)
        return path

    return make


class LineReader:
    """A plugin that reads text files: one activity in each line."""

    def __init__(self, fault: str = "") -> None:
        self.fault = fault

    @hookimpl
    def almwp_readers(self) -> Iterator[Reader]:
        yield Reader(
            name="lines",
            summary="Titles, one in each line",
            patterns=("*.TXT",),
            sniff=lambda head: head.startswith(b"LINES"),
            read=self.read,
        )

    def read(self, content: bytes, name: str, limits: object) -> Book:
        if self.fault == "at once":
            raise ZeroDivisionError("at once")
        titles = content.decode().splitlines()
        table = [HEADINGS[:2], *((str(n), t) for n, t in enumerate(titles, start=1))]

        def rows() -> Iterator[tuple[Cell, ...]]:
            for row, texts in enumerate(table, start=1):
                if self.fault == "later" and row == 2:
                    raise ZeroDivisionError("later")
                yield tuple(
                    Cell(row=row, column=column, kind=CellKind.TEXT, text=text)
                    for column, text in enumerate(texts, start=1)
                )

        book = Book(sheets=(Sheet(name="Lines", read_rows=rows),))
        return book if self.fault != "wrong type" else None  # type: ignore[return-value]


@pytest.fixture
def line_reader() -> type[LineReader]:
    """A plugin that reads lines, and breaks on demand."""
    return LineReader
