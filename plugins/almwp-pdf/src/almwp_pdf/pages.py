"""Pages upright or across, and which blocks stand on which."""

from collections.abc import Iterable

from almwp.drawing.page import WIDTH
from almwp.drawing.squares import width_of
from almwp.exporting.chapters import chapters
from almwp.model.figures import Grid
from almwp.model.report import Block, Heading, Table
from almwp_pdf.columns import is_wide

_WIDE_PICTURE = 1.25 * WIDTH
"""From which width on the words of a picture would become too small."""

Run = tuple[bool, tuple[Block, ...]]
"""Whether pages lie across, and what stands on them."""


def spread(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], tuple[Run, ...]]:
    """Divide *blocks* into what stands before the first heading and runs of pages.

    A wide table takes its heading and what belongs to it along, so that no heading is
    left alone on the page before.
    """
    held = tuple(blocks)
    heads = [n for n, block in enumerate(held) if isinstance(block, Heading)]
    first = heads[0] if heads else len(held)
    cover = held[:first]
    if any(map(_is_wide, cover)):
        cover, first = (), 0
    runs: list[tuple[bool, list[Block]]] = []
    for chapter in chapters(held[first:]):
        flipped = any(map(_is_wide, chapter))
        if runs and runs[-1][0] == flipped:
            runs[-1][1].extend(chapter)
        else:
            runs.append((flipped, chapter))
    return cover, tuple((flipped, tuple(held)) for flipped, held in runs)


def _is_wide(block: Block) -> bool:
    if isinstance(block, Table):
        return is_wide(block)
    return isinstance(block, Grid) and width_of(block) > _WIDE_PICTURE
