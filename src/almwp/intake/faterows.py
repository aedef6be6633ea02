"""Stretches of a column whose cells met the same fate, found row by row."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from almwp.intake.packedcells import PackedCells


class FateStretch(NamedTuple):
    """Cells below one another without a gap that met the same fate.

    Attributes:
        column: Their column.
        first: The row of the first of them.
        last: That of the last.
        number: The number of what was said of them.
    """

    column: int
    first: int
    last: int
    number: int


def fate_stretches(
    packed: PackedCells, given: "array[int]", apart: Iterable[FateStretch] = ()
) -> Iterator[FateStretch]:
    """Give the stretches of a sheet, column by column and from the top down.

    Args:
        packed: The cells of the sheet.
        given: For each the number of its fate, or 0.
        apart: Further cells.
    """
    found = sorted([*_of_rows(packed, given), *apart])
    run: FateStretch | None = None
    for each in found:
        if run is None:
            run = each
        elif run[::3] == each[::3] and run.last + 1 == each.first:
            run = run._replace(last=each.last)
        else:
            yield run
            run = each
    if run is not None:
        yield run


def _of_rows(packed: PackedCells, given: "array[int]") -> Iterator[FateStretch]:
    """Pass over the rows once; rows just like the one above cost next to nothing."""
    begun: dict[int, tuple[int, int]] = {}  # where a stretch is open, and its number
    above, columns, numbers = 0, array("I"), array("I")
    for row, (start, end) in zip(packed.numbers, pairwise(packed.starts), strict=True):
        before = (columns, numbers)
        columns, numbers = packed.columns[start:end], given[start:end]
        if row == above + 1 and (columns, numbers) == before:
            above = row
            continue
        ended = begun
        begun = {}
        for column, number in zip(columns, numbers, strict=True):
            first, same = ended.get(column, (0, 0))
            if number and same == number and row == above + 1:
                begun[column] = ended.pop(column)
            elif number:
                begun[column] = (row, number)
        for column, (first, number) in ended.items():
            yield FateStretch(column, first, above, number)
        above = row
    for column, (first, number) in begun.items():
        yield FateStretch(column, first, above, number)
