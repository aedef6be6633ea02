"""What a reader of a plugin hands in is looked over, and the plugin is named."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from almwp.errors import PluginError
from almwp.intake.cells import Book, Cell, CellKind, Sheet
from almwp.workflow.books import looked_over


def cell(
    row: Any = 1, column: Any = 1, text: Any = "x", kind: Any = CellKind.TEXT
) -> Any:
    return Cell(row=row, column=column, text=text, kind=kind)


def sheet(*rows: Any, name: Any = "A") -> Any:
    def read() -> Iterator[Any]:
        yield from rows

    return Sheet(name=name, read_rows=read)


def everything(book: Book) -> list[Any]:
    read = looked_over(book, "odd")
    return [list(each.rows()) for each in read.sheets]


def test_a_sound_book_passes_as_it_is() -> None:
    rows = ((cell(1, 1), cell(1, 3)), (cell(4, 2),))
    assert everything(Book(sheets=(sheet(*rows),))) == [list(rows)]


Make = Callable[[], Iterable[Any]]
BAD: dict[str, Make] = {
    "a sheet that is none": lambda: ["A"],
    "a sheet without a name": lambda: [sheet(name=None)],
    "two sheets of one name": lambda: [sheet(), sheet()],
    "a row that is no row": lambda: [sheet(5)],
    "a cell that is none": lambda: [sheet(("x",))],
    "a text that is none": lambda: [sheet((cell(text=5),))],
    "a kind that is none": lambda: [sheet((cell(kind="weird"),))],
    "row 0": lambda: [sheet((cell(0, 1),))],
    "a cell twice": lambda: [sheet((cell(), cell()))],
    "rows out of order": lambda: [sheet((cell(2),), (cell(1),))],
}


@pytest.mark.parametrize("sheets", BAD.values(), ids=BAD)
def test_what_is_unsound_names_the_plugin(sheets: Make) -> None:
    with pytest.raises(PluginError, match="'odd' broke: it gave"):
        everything(Book(sheets=tuple(sheets())))


def test_a_finding_that_is_none_names_the_plugin() -> None:
    with pytest.raises(PluginError, match="finding that is none"):
        looked_over(Book(findings=("bad",)), "odd")
