"""A sheet of numbers costs some bytes for each cell, and few lines of our code."""

import gc
import tracemalloc
from collections.abc import Iterator

from almwp_excel.reader import read

from almwp.intake.arrival import Arrival
from almwp.intake.limits import Limits
from almwp.intake.submission import read_submission
from tests.fuzz.targets import session
from tests.growth.counting import lines
from tests.hostile.sound import MAIN, report

A_CELL = 40
"""Bytes for each number that a file holds while it is read, at the most."""
LINES = 12
"""Lines of our code that each asks for, from its bytes to the ledger."""
WIDTH = 20


def _rows(height: int) -> Iterator[str]:
    letters = "ABCDEFGHIJKLMNOPQRST"
    for row in range(1, height + 1):
        cells = (f'<c r="{a}{row}"><v>{row % 9}</v></c>' for a in letters)
        yield f'<row r="{row}">{"".join(cells)}</row>'


def numbers(height: int) -> bytes:
    data = f"<sheetData>{''.join(_rows(height))}</sheetData>"
    return report(sheet=f'<worksheet xmlns="{MAIN}">{data}</worksheet>'.encode())


def check(content: bytes) -> int:
    book = read(content, "x.xlsx", Limits())
    arrival = Arrival(name="x.xlsx", sha256="5a" * 32, book=book)
    return read_submission(arrival, session().reading.lexicon).ledger.total


def test_a_number_costs_no_more_than_some_bytes() -> None:
    check(numbers(100))  # fills the tables that are made at first use
    content = numbers(5_000)
    gc.collect()
    tracemalloc.start()
    try:
        assert check(content) == 5_000 * WIDTH
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak <= A_CELL * 5_000 * WIDTH + 2 * 1024 * 1024


def test_a_number_asks_for_few_lines_of_code() -> None:
    check(numbers(100))
    few = lines(lambda: check(numbers(500)))
    many = lines(lambda: check(numbers(1_500)))
    assert many.total() - few.total() <= LINES * 1_000 * WIDTH
