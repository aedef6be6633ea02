"""Which sign stands between the cells of a text table."""

import csv
import io
import re
from collections import Counter
from itertools import islice

from attrs import frozen

from almwp_excel import refusals
from almwp_excel.text_tables.encodings import UndecidableError

SEPARATORS = (",", ";", "\t", "|")
_SAID = re.compile(r'"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)', re.IGNORECASE)
"""The line with which Excel is told the separator; it is no row of the table."""
_SAMPLE = 65_536
_RECORDS = 500


@frozen(kw_only=True)
class Separator:
    """The sign between cells.

    Attributes:
        sign: The sign.
        start: Where the table begins, behind a line that names the sign.
        is_met: Whether it is met at all; where none is, each line is one cell.
    """

    sign: str
    start: int = 0
    is_met: bool = True

    @property
    def shown(self) -> str:
        """The sign as a person reads it."""
        return "TAB" if self.sign == "\t" else self.sign


def find_separator(text: str) -> Separator:
    """Return the sign that the file names, else the one by which most rows agree.

    Raises:
        UndecidableError: Two signs make tables of the same size.
    """
    said = _SAID.match(text)
    if said:
        return Separator(sign=said[1], start=said.end())
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:  # the last line of a sample is half a line
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    ranked = sorted(
        ((_agreement(sample, sign), sign) for sign in SEPARATORS), reverse=True
    )
    (best, sign), (second, other) = ranked[:2]
    if best == (0, 0):
        return Separator(sign=SEPARATORS[0], is_met=False)
    if best == second:
        raise UndecidableError(refusals.TWO_SEPARATORS, first=sign, second=other)
    return Separator(sign=sign)


def _agreement(sample: str, sign: str) -> tuple[int, int]:
    """Return how many rows have the same number of cells, and how many cells."""
    rows = csv.reader(io.StringIO(sample, newline=""), delimiter=sign)
    try:
        widths = Counter(len(row) for row in islice(rows, _RECORDS) if len(row) > 1)
    except csv.Error:  # a cell of 128 KiB: the quotation marks do not fit this sign
        return 0, 0
    if not widths:
        return 0, 0
    width, rows_of_it = max(widths.items(), key=lambda each: (each[1], each[0]))
    return rows_of_it, width
