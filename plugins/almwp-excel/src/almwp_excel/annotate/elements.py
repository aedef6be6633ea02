"""The elements of a sheet part with the bytes at which they begin; merged blocks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Any
from xml.parsers import expat

from almwp.intake.cells import Merge, place_of
from almwp_excel import refusals
from almwp_excel.package import Package

_PIECE = 65_536
Place = tuple[int, int]
"""Row and column of a cell, from 1."""


def merged_blocks(package: Package, content: bytes) -> list[Merge]:
    """Return the merged blocks of a sheet part; damaged ones are passed over."""
    found = []

    def start(name: str, attributes: dict[str, str], at: Callable[[], int]) -> None:
        if name.endswith(" mergeCell"):
            first, _, last = attributes.get("ref", "").replace("$", "").partition(":")
            try:
                (top, left), (bottom, right) = place_of(first), place_of(last or first)
            except ValueError:
                return
            found.append(Merge(top=top, left=left, bottom=bottom, right=right))

    if b"mergeCell" in content:
        parse_bytes(package, content, start, lambda name, at: None)
    return found


def parse_bytes(
    package: Package,
    content: bytes,
    on_start: Callable[[str, dict[str, str], Callable[[], int]], Any],
    on_end: Callable[[str, Callable[[], int]], Any],
) -> None:
    """Call functions at each element of a part; they can ask where its tag begins.

    Raises:
        UnreadableFileError: The part is damaged, or has a document type.
    """

    def doctype(*_: object) -> None:
        raise package.refusal(refusals.DOCTYPE)

    parser = expat.ParserCreate(None, " ")
    parser.StartDoctypeDeclHandler = doctype

    def at_byte() -> int:
        return parser.CurrentByteIndex

    parser.StartElementHandler = lambda name, known: on_start(name, known, at_byte)
    parser.EndElementHandler = lambda name: on_end(name, at_byte)
    try:
        for first in range(0, len(content), _PIECE):
            parser.Parse(content[first : first + _PIECE], False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError):
        raise package.refusal(refusals.DAMAGED) from None


def anchors(merges: Iterable[Merge], wanted: Iterable[Place]) -> dict[Place, Place]:
    """Return, for each wanted cell inside a merged block, the cell that shows it."""
    by_row: dict[int, list[int]] = {}
    for row, column in wanted:
        by_row.setdefault(row, []).append(column)
    rows = sorted(by_row)
    found = {}
    for merge in merges:
        for at in range(bisect_left(rows, merge.top), bisect_right(rows, merge.bottom)):
            row = rows[at]
            for column in by_row[row]:
                if merge.holds(row, column):
                    found[row, column] = (merge.top, merge.left)
    return found
