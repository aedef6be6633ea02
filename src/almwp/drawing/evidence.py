"""The numbered marks by which a paper names the cells from which it was read."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.report import Block, Pair, Report, Table
from almwp.model.source import Origin

Origins = tuple[Origin, ...]


@frozen(kw_only=True)
class Evidence:
    """One note of a paper: its mark, and the cells that stand behind it.

    Attributes:
        mark: Its number: from 1, in the order of the paper.
        origins: Where what is said was read.
    """

    mark: int
    origins: Origins = field(converter=frozen_items)


def evidence_of(report: Report) -> tuple[Evidence, ...]:
    """Return the notes of *report*, the same for every format.

    What was read in the same cells has the same mark, wherever it stands.
    """
    found = dict.fromkeys(origins_in(report.blocks))
    return tuple(
        Evidence(mark=mark, origins=origins)
        for mark, origins in enumerate(found, start=1)
    )


def marks_of(evidence: Iterable[Evidence]) -> Mapping[Origins, int]:
    """Return the mark of each group of cells, to be looked up by ``origins``."""
    return MappingProxyType({note.origins: note.mark for note in evidence})


def origins_in(blocks: Iterable[Block]) -> Iterator[Origins]:
    """Give the origins of blocks and cells that have any, in the order of reading."""
    for block in blocks:
        if isinstance(block, Pair):
            yield from origins_in((block.left, block.right))
            continue
        if block.origins:
            yield block.origins
        if isinstance(block, Table):
            for row in block.rows:
                yield from (cell.origins for cell in row if cell.origins)
