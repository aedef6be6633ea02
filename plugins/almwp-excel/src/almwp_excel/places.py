"""Where a cell can stand on a sheet, and the addresses that say where."""

import re

from almwp.intake.cells import Merge, column_number

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
"""The address of one cell."""


def read_block(ref: str) -> Merge | None:
    """Return the block of an address such as ``A5:H5``, or None."""
    first, _, last = ref.partition(":")
    one, two = REF.fullmatch(first), REF.fullmatch(last or first)
    if not one or not two:
        return None
    rows = sorted((int(one[2]), int(two[2])))
    columns = sorted(column_number(each[1].upper()) for each in (one, two))
    if rows[0] < 1 or rows[1] > LAST_ROW or columns[1] > LAST_COLUMN:
        return None
    return Merge(top=rows[0], left=columns[0], bottom=rows[1], right=columns[1])
