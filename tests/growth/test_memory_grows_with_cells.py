"""Memory stays within a stated number of bytes for each cell and letter of a file."""

import gc
import re
import tracemalloc
from collections.abc import Callable

import pytest

from almwp.model.submission import Submission
from tests.growth.nasty import files, workbook

SOME = 300
A_CELL = 2_048
"""Bytes for each filled cell, at the most, while a file is read; see the docs."""
A_LETTER = 16
"""Bytes for each letter of the texts in the cells, beside those for the cells."""
REMEMBERED = 256 * 1024
"""Bytes for contents that are remembered, of each column the first thousand or so."""
KINDS = ("plain", "alike", "faulty", "long", "merged by two")


def peak(work: Callable[[], object]) -> int:
    """Return how many bytes *work* needs at once, beyond what was there before."""
    gc.collect()
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def read(content: bytes) -> Submission:
    (submission,) = files(content).submissions
    return submission


def letters_in(content: bytes) -> int:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        texts = package.read("xl/sharedStrings.xml").decode()
    return len(re.sub(r"<[^<>]*>", "", texts))


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_needs_no_more_than_is_stated(kind: str) -> None:
    few, many = workbook(kind, SOME), workbook(kind, 4 * SOME)
    cells = read(few).ledger.total  # fills the tables that are made at first use
    one, four = peak(lambda: read(few)), peak(lambda: read(many))
    assert one <= A_CELL * cells + A_LETTER * letters_in(few)
    assert four <= 4.4 * one + REMEMBERED


def test_cells_without_content_need_nothing() -> None:
    from tests.corpus.bookmaking import Book, Sheet
    from tests.corpus.rawparts import sheet_edit

    def book(phantoms: int) -> bytes:
        rows = "".join(
            f'<row r="{n}"><c r="A{n}" s="0"/></row>' for n in range(9, 9 + phantoms)
        )
        edit = sheet_edit(
            lambda xml: xml.replace(b"</sheetData>", f"{rows}</sheetData>".encode())
        )
        sheet = Sheet([["Country: Viet Nam"], ["No.", "Activity"], [1, "Study"]])
        return Book("phantoms", "", [sheet], edit=edit).content()

    few, many = book(50_000), book(200_000)  # more than is read at once
    read(few)
    one, other = peak(lambda: read(few)), peak(lambda: read(many))
    assert other - one < len(many) - len(few)
