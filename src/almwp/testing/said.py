"""Everything that a report says, to be looked for in a file that was made of it."""

from collections.abc import Iterable, Iterator

from almwp.errors import Translate
from almwp.exporting.tables import figure_table
from almwp.model.report import (
    Block,
    Bullets,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
)


def said_by(report: Report, say: Translate) -> Iterator[str]:
    """Give the texts of *report* in the order of reading.

    Args:
        report: The report.
        say: Translates the fixed words of figures into its language.
    """
    yield from (report.title, report.subtitle, report.notice)
    yield from said_in(report.blocks, say)


def said_in(blocks: Iterable[Block], say: Translate) -> Iterator[str]:
    """Give the texts of *blocks*: of a figure, those of the table that tells it.

    The headings of a table are left out where a figure shows nothing.
    """
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Note():
                yield block.text
            case Bullets():
                yield from block.items
            case Table():
                yield block.caption
                yield from (column.heading for column in block.columns)
                yield from (cell.text for row in block.rows for cell in row)
            case Pair():
                yield from said_in((block.left, block.right), say)
            case _:
                yield block.alternative
                table = figure_table(block, say)
                yield from said_in((table,) if table.rows else (), say)
