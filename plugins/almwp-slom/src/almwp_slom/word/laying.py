"""Blocks as a Word document lays them out: figures drawn, languages side by side."""

from collections.abc import Iterable, Iterator

from attrs import field, frozen

from almwp.errors import Translate
from almwp.model.fields import frozen_items
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.report import Block, Bullets, Heading, Note, Pair, Paragraph, Table
from almwp_slom.word.pictures import Pictured, pictured


@frozen(kw_only=True)
class SideBySide:
    """Texts in two languages that follow one another: the rows of one table."""

    pairs: tuple[Pair, ...] = field(converter=frozen_items)


Laid = Heading | Paragraph | Bullets | Table | Figure | Note | Pictured | SideBySide
"""What a Word document can lay out."""


def laid(blocks: Iterable[Block], say: Translate) -> Iterator[Laid]:
    """Give *blocks* as they are laid out.

    Args:
        blocks: The blocks of a report.
        say: Into which language the words of pictures are put.

    Raises:
        CallError: A figure is to be drawn, and matplotlib is not installed.
    """
    pairs: list[Pair] = []
    for block in blocks:
        if isinstance(block, Pair):
            pairs.append(block)
            continue
        if pairs:
            yield SideBySide(pairs=pairs)
            pairs = []
        match block:
            case Timeline() | Grid() | TargetPath() | Flow():
                yield pictured(block, say)
            case _:
                yield block
    if pairs:
        yield SideBySide(pairs=pairs)
