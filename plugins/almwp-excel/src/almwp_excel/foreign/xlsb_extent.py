"""How far the cells of an .xlsb sheet reach: a pass over its records.

calamine makes room for every cell between the first and the last one, so that two cells
in the corners of a sheet ask for half a terabyte.
"""

import struct
from collections.abc import Iterable, Iterator
from typing import Final

from almwp_excel.package import Package

_ROW: Final = 0
_CELLS: Final = frozenset({*range(2, 12), 62})
"""Records of cells with a value; those of blank cells are passed over."""
_NUMBER: Final = struct.Struct("<I")


def extents(package: Package, parts: Iterable[str]) -> Iterator[int]:
    """Give how many cells lie between the first and the last one of each part."""
    for part in parts:
        yield _extent(package.chunks(part))


def _extent(chunks: Iterable[bytes]) -> int:
    row = 0
    rows: list[int] = []
    columns: list[int] = []
    for kind, number in _records(chunks):
        if kind == _ROW:
            row = number
        elif kind in _CELLS:
            rows = [min(row, *rows), max(row, *rows)] if rows else [row, row]
            at = number
            columns = [min(at, *columns), max(at, *columns)] if columns else [at, at]
    if not rows:
        return 0
    return (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1)


def _records(chunks: Iterable[bytes]) -> Iterator[tuple[int, int]]:
    """Give the kind of each record and the number that it begins with.

    What is no record any more ends them: a reader that goes on breaks off there.
    """
    held, skip = b"", 0
    for chunk in chunks:
        if skip >= len(chunk):
            skip -= len(chunk)
            continue
        held, skip = held + chunk[skip:], 0
        at = 0
        while (head := _head(held, at)) is not None:
            kind, length, start = head
            if len(held) - start < min(length, _NUMBER.size):
                break
            if length >= _NUMBER.size:
                yield kind, _NUMBER.unpack_from(held, start)[0]
            at = start + length
            if at > len(held):
                skip = at - len(held)
                break
        held = held[at:]


def _head(held: bytes, at: int) -> tuple[int, int, int] | None:
    """Return kind and length of the record at a place, and where its data begin.

    Kind and length are groups of seven bits, at most two and four of them.
    """
    numbers = []
    for most in (2, 4):
        number = 0
        for place in range(most):
            if at >= len(held):
                return None
            byte = held[at]
            at += 1
            number |= (byte & 0x7F) << 7 * place
            if byte < 0x80:
                break
        numbers.append(number)
    return numbers[0], numbers[1], at
