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
    found = _of_rows(packed, given)
    further: dict[int, list[FateStretch]] = {}
    for each in apart:
        further.setdefault(each.column, []).append(each)
    for column in sorted({*found, *further}):
        yield from _joined(column, found.get(column), further.get(column, []))


def _joined(
    column: int, numbers: "array[int] | None", further: list[FateStretch]
) -> Iterator[FateStretch]:
    """Join the stretches of one column where nothing lies between them."""
    told = iter(numbers or ())
    ended = (FateStretch(column, *each) for each in zip(told, told, told, strict=True))
    run: FateStretch | None = None
    for each in sorted([*ended, *further]) if further else ended:
        if run is None:
            run = each
        elif run.number == each.number and run.last + 1 == each.first:
            run = run._replace(last=each.last)
        else:
            yield run
            run = each
    if run is not None:
        yield run


def _of_rows(packed: PackedCells, given: "array[int]") -> "dict[int, array[int]]":
    """Pass over the rows once; rows just like the one above cost next to nothing.

    Returns:
        For each column its stretches from the top down: the first row, the last one
        and the number of the fate of each, one behind the other.
    """
    found: dict[int, array[int]] = {}
    begun: dict[int, tuple[int, int]] = {}  # where a stretch is open, and its number
    above, columns, numbers = 0, array("I"), array("I")

    def end(ended: dict[int, tuple[int, int]]) -> None:
        for column, (first, number) in ended.items():
            found.setdefault(column, array("I")).extend((first, above, number))

    for row, (start, stop) in zip(packed.numbers, pairwise(packed.starts), strict=True):
        before = (columns, numbers)
        columns, numbers = packed.columns[start:stop], given[start:stop]
        if row == above + 1 and (columns, numbers) == before:
            above = row
            continue
        ended = begun
        begun = {}
        for column, number in zip(columns, numbers, strict=True):
            _, same = ended.get(column, (0, 0))
            if number and same == number and row == above + 1:
                begun[column] = ended.pop(column)
            elif number:
                begun[column] = (row, number)
        end(ended)
        above = row
    end(begun)
    return found
