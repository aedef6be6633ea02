"""The records of a text table: the rows as Excel shows them, counted from 1."""

import csv
import io
from collections.abc import Iterator
from itertools import chain

from almwp.intake.cells import Row
from almwp.intake.textfile import row_of_texts
from almwp_excel import refusals
from almwp_excel.text_tables.encodings import UndecidableError

_END = "\0"
"""A line that no text holds: where it is no record of its own, a cell is still open."""
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384
_MOST_CHARACTERS = 131_072
"""Of a cell; the limit of the library is one for all that runs in a process."""


def count_cells(text: str, sign: str, most: int) -> int:
    """Pass over all records once, so that reading them later cannot fail.

    Args:
        text: The table.
        sign: The sign between its cells.
        most: How many cells it may have; above that, counting ends.

    Returns:
        How many cells it has, empty ones included.

    Raises:
        UndecidableError: It cannot be known where a cell ends, or there are more rows
            or columns than a sheet has.
    """
    records = csv.reader(chain(io.StringIO(text, newline=""), [_END]), delimiter=sign)
    cells = line = 0
    try:
        for number, record in enumerate(records):
            if record == [_END]:
                break
            if record and _END in record[-1]:
                raise UndecidableError(refusals.OPEN_QUOTE, line=f"{line + 1:,}")
            if number == _MOST_ROWS:
                raise UndecidableError(refusals.TOO_MANY_ROWS, limit=f"{number:,}")
            line += 1
            if len(record) > _MOST_COLUMNS:
                raise UndecidableError(
                    refusals.TOO_MANY_COLUMNS,
                    line=f"{line:,}",
                    limit=f"{_MOST_COLUMNS:,}",
                )
            if any(len(cell) > _MOST_CHARACTERS for cell in record):
                raise UndecidableError(refusals.LONG_CELL, line=f"{line:,}")
            line = records.line_num
            cells += len(record)
            if cells > most:
                break
    except csv.Error:  # of what Excel writes, it takes all but cells of 128 KiB
        raise UndecidableError(refusals.LONG_CELL, line=f"{line + 1:,}") from None
    return cells


def read_rows(text: str, sign: str) -> Iterator[Row]:
    """Give the rows; a line break inside a cell does not begin a new one."""
    records = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    for number, record in enumerate(records, 1):
        if row := row_of_texts(number, record):
            yield row
