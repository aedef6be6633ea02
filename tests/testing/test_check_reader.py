"""The kit catches readers that do not keep their promises, each by its message."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Book, Cell, CellKind, Merge, Row, Sheet
from almwp.intake.limits import Limits
from almwp.plugins.records import Reader
from almwp.testing.conformance import check_reader


def _cell(row: int, column: int, text: str = "x", **more: Any) -> Cell:
    plain = Cell(row=row, column=column, kind=CellKind.TEXT, text=text)
    return plain._replace(**more)


def _sheet(*rows: Row, **more: Any) -> Sheet:
    return attrs.evolve(Sheet(name="Sheet1", read_rows=lambda: iter(rows)), **more)


def _nothing(*_: object) -> Any:
    return None


def _read_lines(content: bytes, name: str, limits: Limits) -> Book:
    """Each line is a row, each word a cell."""
    if len(content) > limits.file_bytes or content.count(b" ") >= limits.cells:
        raise UnreadableFileError(name, "it is too large")
    if not content.startswith(b"#lines"):
        raise UnreadableFileError(name, "it is no file of lines")
    try:
        lines = content.decode().split("\n")
    except UnicodeDecodeError:
        raise UnreadableFileError(name, "it is not saved as UTF-8") from None

    def rows() -> Iterator[Row]:
        for row, line in enumerate(lines, start=1):
            words = enumerate(line.split(), start=1)
            if cells := tuple(_cell(row, column, word) for column, word in words):
                yield cells

    return Book(sheets=(Sheet(name=name, read_rows=rows),))


GOOD = Reader(
    name="lines",
    summary="",
    patterns=("*.lines",),
    sniff=lambda head: head.startswith(b"#lines"),
    read=_read_lines,
)
CONTENT = "#lines\n\nĐào tạo\n".encode()


def _giving(*rows: Row, **more: Any) -> Reader:
    book = Book(sheets=(_sheet(*rows, **more),))

    def read(content: bytes, name: str, limits: Limits) -> Book:
        _read_lines(content, name, limits)  # refuses what is to be refused
        return book

    return attrs.evolve(GOOD, read=read)


def _changing() -> Callable[..., Book]:
    numbers = itertools.count()

    def read(content: bytes, name: str, limits: Limits) -> Book:
        return Book(sheets=(_sheet((_cell(1, 1, str(next(numbers))),)),))

    return read


def _exhausted(content: bytes, name: str, limits: Limits) -> Book:
    rows = iter([(_cell(1, 1),)])
    return Book(sheets=(Sheet(name="S", read_rows=lambda: rows),))


CELLS = {"vn.lines": {"A1": "#lines", "A3": "Đào", "B3": "tạo"}}


def _breaking(error: BaseException) -> Callable[..., Book]:
    """Read what is whole, and break on what is not."""

    def read(content: bytes, name: str, limits: Limits) -> Book:
        if content == CONTENT and limits == Limits():
            return _read_lines(content, name, limits)
        raise error

    return read


def _boundless(content: bytes, name: str, limits: Limits) -> Book:
    return _read_lines(content, name, Limits())


def _never_refusing(content: bytes, name: str, limits: Limits) -> Book:
    return _read_lines(CONTENT, name, limits)


def _shifted(content: bytes, name: str, limits: Limits) -> Book:
    """Count rows without the empty ones, as a careless reader does."""
    return _read_lines(content.replace(b"\n\n", b"\n"), name, limits)


def _without_accents(content: bytes, name: str, limits: Limits) -> Book:
    return _read_lines(content.replace("Đ".encode(), b"D"), name, limits)


def _half(content: bytes, name: str, limits: Limits) -> Book:
    return _read_lines(content.replace("tạo".encode(), b""), name, limits)


def test_a_good_reader_passes() -> None:
    check_reader(GOOD, CONTENT, "vn.lines", cells=CELLS)


@pytest.mark.parametrize(
    ("read", "message"),
    [
        (_breaking(KeyError("x")), "something else than an Unread.*KeyError"),
        (_breaking(SystemExit(2)), "something else than an Unread.*SystemExit"),
        (_breaking(UnreadableFileError("x", "")), "without a sentence"),
        (_breaking(UnreadableFileError("x", "a\nb")), "in several lines"),
        (_boundless, "passes the limits was read: file_bytes="),
        (_never_refusing, "an empty file was read as if it held something"),
        (_shifted, "vn.lines!A3: the cell with 'Đào' is lost or moved"),
        (_half, "vn.lines!B3: the cell with 'tạo' is lost or moved"),
        (_without_accents, "A3: 'Đào' was read as 'Dào'"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_reader_that_loses_cells_or_breaks_is_caught(
    read: Callable[..., Book], message: str
) -> None:
    with pytest.raises(AssertionError, match=message):
        check_reader(attrs.evolve(GOOD, read=read), CONTENT, "vn.lines", cells=CELLS)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"other": {}}, "the sheet 'other' is lost"),
        ({}, "there is no sheet named vn.lines"),
        ({"vn.lines": {"A1": "#lines"}}, "there is no cell at A3, B3"),
    ],
)
def test_cells_that_nobody_wrote_are_caught(
    cells: dict[str, dict[str, str]], message: str
) -> None:
    with pytest.raises(AssertionError, match=message):
        check_reader(GOOD, CONTENT, "vn.lines", cells=cells)


def test_a_reader_that_takes_pictures_is_caught() -> None:
    def sniff(head: bytes) -> bool:
        return bool(head)

    with pytest.raises(AssertionError, match=r"begins with .*PNG"):
        check_reader(attrs.evolve(GOOD, sniff=sniff), CONTENT, "vn.lines", cells=None)


def test_capitals_in_the_ending_of_a_file_do_not_matter() -> None:
    check_reader(GOOD, CONTENT, "VN.LINES", cells=None)


@pytest.mark.parametrize(
    ("reader", "message"),
    [
        (attrs.evolve(GOOD, patterns=("*.csv",)), "no pattern"),
        (attrs.evolve(GOOD, sniff=lambda head: False), "its own format"),
        (attrs.evolve(GOOD, sniff=lambda head: True), "takes an empty file"),
        (attrs.evolve(GOOD, read=_nothing), "NoneType instead of a Book"),
        (attrs.evolve(GOOD, read=_changing()), "two different books"),
        (attrs.evolve(GOOD, read=_exhausted), "when asked for again"),
        (
            attrs.evolve(
                GOOD, read=lambda *_: Book(sheets=(_sheet(), _sheet(name="SHEET1")))
            ),
            "the same name",
        ),
        (_giving(()), "a row without cells"),
        (_giving((_cell(2, 1),), (_cell(1, 1),)), "row 1 is out of order"),
        (_giving((_cell(1, 1),), (_cell(1, 2),)), "row 1 is out of order"),
        (_giving((_cell(1, 2), _cell(1, 1))), "columns of row 1 are out of order"),
        (_giving((_cell(1, 1), _cell(1, 1))), "columns of row 1 are out of order"),
        (_giving((_cell(1, 1), _cell(2, 2))), "cells of several rows"),
        (_giving((_cell(0, 1),)), "row 0 is out of order"),
        (_giving((_cell(1, 16_385),)), "no cell in row 1, column 16385"),
        (_giving((_cell(1_048_577, 1),)), "no cell in row 1048577"),
        (_giving((_cell(1, 1, ""),)), "Sheet1!A1: an empty cell"),
        (_giving((_cell(1, 1, "ten", kind=CellKind.NUMBER),)), "'ten' is no number"),
        (_giving((_cell(1, 1, "1", kind=CellKind.BOOLEAN),)), "'1' is no boolean"),
        (_giving((_cell(1, 1, kind=CellKind.UNCALCULATED),)), "no formula"),
        (
            _giving(merges=(Merge(top=3, left=1, bottom=2, right=1),)),
            "turned round or outside",
        ),
    ],
)
def test_a_bad_reader_is_caught(reader: Reader, message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_reader(reader, CONTENT, "vn.lines", cells=None)


def test_a_formula_without_a_result_is_not_an_empty_cell() -> None:
    cell = _cell(1, 1, "", kind=CellKind.UNCALCULATED, formula="A2")
    check_reader(_giving((cell,)), CONTENT, "vn.lines", cells=None)


@pytest.mark.parametrize("pattern", ["*", "*.*", "?*"])
def test_a_pattern_that_takes_every_file_is_caught(pattern: str) -> None:
    with pytest.raises(AssertionError, match="takes every file, whatever its format"):
        check_reader(
            attrs.evolve(GOOD, patterns=("*.lines", pattern)),
            CONTENT,
            "vn.lines",
            cells=CELLS,
        )


def test_a_reader_that_takes_saved_plans_is_caught() -> None:
    reader = attrs.evolve(
        GOOD,
        patterns=("*.lines", "*.json"),
        sniff=lambda head: head.startswith((b"#lines", b"{")),
    )
    with pytest.raises(AssertionError, match="sniff takes a plan that almwp saved"):
        check_reader(reader, CONTENT, "vn.lines", cells=CELLS)
