"""The marks by which a paper names the cells from which it was read."""

from collections.abc import Iterable, Iterator, Mapping

from almwp.drawing.plainly import plainly
from almwp.model.report import Block, Table
from almwp.model.source import Origin

Marks = Mapping[Origin, int]
"""The number by which each origin is named: from 1, in the order of the paper."""


def marks_of(blocks: Iterable[Block]) -> Marks:
    """Return the marks of all origins of *blocks*, each once."""
    found = (origin for block in plainly(blocks) for origin in _origins(block))
    return {origin: n for n, origin in enumerate(dict.fromkeys(found), start=1)}


def _origins(block: Block) -> Iterator[Origin]:
    yield from getattr(block, "origins", ())
    if isinstance(block, Table):
        for row in block.rows:
            for cell in row:
                yield from cell.origins
