"""What was read of a file is all that is kept of it: its cells are let go at once."""

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from almwp.workflow.reading import ReadFiles, read_files
from tests.corpus.bookmaking import Book, Sheet
from tests.corpus.rawparts import sheet_edit
from tests.growth.counting import lines
from tests.growth.nasty import files, session, workbook

FILES = 6
ROWS = 40
A_ROW = 4_096
"""Bytes that are kept for a row of eight filled cells, at the most."""
A_CELL = 800
"""Lines of our own code that are run for a filled cell, at the most."""
OF_INTAKE = ("almwp.intake.", "almwp_excel")


def held() -> int:
    """Count what reading made and is not part of a submission: cells, rows, grids."""
    gc.collect()
    return still_there()


def still_there() -> int:
    """Count the same, with what only Python's search for garbage would let go."""
    kinds = (type(each) for each in gc.get_objects())
    return sum(str(kind.__module__).startswith(OF_INTAKE) for kind in kinds)


def read_each(content: bytes, on_file: Callable[[Path], None]) -> ReadFiles:
    given = [(Path(f"{n}.xlsx"), content) for n in range(FILES)]
    reading = evolve(session().reading, given=given)
    return read_files([path for path, _ in given], reading, on_file)


@pytest.mark.parametrize("kind", ["plain", "faulty", "merged", "sections"])
def test_no_cell_of_a_file_is_held_when_the_next_is_read(kind: str) -> None:
    content = workbook(kind, ROWS)
    read_each(content, lambda path: None)  # fills the tables that are made at first use
    found: list[int] = []
    read = read_each(content, lambda path: found.append(held()))
    assert len(read.submissions) == len(found) == FILES
    assert found == [found[0]] * FILES


def oddly_written() -> bytes:
    """Return a workbook that no pattern reads: a comment stands between its rows."""
    edit = sheet_edit(
        lambda xml: xml.replace(b"</sheetData>", b"<!-- end --></sheetData>")
    )
    rows: list[list[Any]] = [
        ["Country: Viet Nam"],
        ["No.", "Activity", "Status"],
        [1, "Study", "done"],
    ]
    return Book("odd", "", [Sheet(rows)], edit=edit).content()


@pytest.mark.parametrize(
    "content",
    [workbook("plain", ROWS), workbook("merged", ROWS), oddly_written()],
    ids=["plain", "merged", "oddly written"],
)
def test_nothing_of_a_file_waits_for_the_search_for_garbage(content: bytes) -> None:
    read_each(content, lambda path: None)  # fills the tables that are made at first use
    found: list[int] = []
    gc.collect()
    gc.disable()
    try:
        read = read_each(content, lambda path: found.append(still_there()))
        found.append(still_there())
    finally:
        gc.enable()
    assert len(read.submissions) == FILES
    assert found == [found[0]] * (FILES + 1)


def test_what_is_held_of_a_row_is_no_more_than_is_stated() -> None:
    few, many = workbook("plain", ROWS), workbook("plain", 4 * ROWS)
    files(few, many)
    kept: list[ReadFiles] = []
    gc.collect()

    def rest(content: bytes) -> int:
        import tracemalloc

        tracemalloc.start()
        try:
            kept.append(files(content))
            gc.collect()
            return tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()

    one, four = rest(few), rest(many)
    assert (four - one) / (3 * ROWS) < A_ROW


def test_a_cell_is_looked_at_a_bounded_number_of_times() -> None:
    content = workbook("plain", 4 * ROWS)
    (submission,) = files(content).submissions
    assert lines(lambda: files(content)).total() < A_CELL * submission.ledger.total


def test_what_is_held_is_seen() -> None:
    from almwp.intake.cells import Cell, CellKind

    before = held()
    kept = [[Cell(row=1, column=n, kind=CellKind.TEXT, text="x")] for n in range(1, 9)]
    assert held() > before
    assert len(kept) == 8
