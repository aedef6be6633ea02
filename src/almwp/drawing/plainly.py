"""Blocks told with headings, paragraphs, lists, tables and bars alone."""

from collections.abc import Iterable, Iterator

from almwp.drawing.standingwords import standing_in_words
from almwp.errors import Translate, in_english
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Table,
    TableCell,
)

Plain = Heading | Paragraph | Bullets | Table | Figure | Note
"""What every exporter can lay out."""


def plainly(blocks: Iterable[Block], say: Translate = in_english) -> Iterator[Plain]:
    """Give *blocks* for an exporter that draws no figure but bars.

    Other figures become tables that say the same, with what they find in words below,
    and what stands side by side in two languages stands one below the other.

    Args:
        blocks: The blocks of a report.
        say: Into which language the headings of these tables are put.
    """
    for block in blocks:
        match block:
            case Timeline() | Grid() | TargetPath() | Flow():
                yield table_of(block, say)
                if block.alternative.strip():
                    yield Paragraph(text=block.alternative)
            case Pair():
                yield block.left
                yield block.right
            case _:
                yield block


def table_of(
    figure: Timeline | Grid | TargetPath | Flow, say: Translate = in_english
) -> Table:
    """Return a table that says what *figure* shows."""
    heads: list[str]
    rows: list[list[str]]
    match figure:
        case Timeline():
            heads = ["", say("From"), say("To"), say("State"), say("Time frame")]
            rows = [
                [
                    s.label,
                    str(s.start or ""),
                    str(s.end or ""),
                    standing_in_words(s.standing, say),
                    s.text,
                ]
                for s in figure.stretches
            ]
        case Grid():
            heads = ["", *figure.columns]
            rows = [[row.label, *(s.text for s in row.squares)] for row in figure.rows]
        case TargetPath():
            heads = [say("When"), say("Path to the target"), say("Reading")]
            rows = [[str(p.when), p.text or str(p.value), ""] for p in figure.path]
            rows += [[str(p.when), "", p.text or str(p.value)] for p in figure.readings]
            rows.sort(key=lambda row: row[0])
        case Flow():
            heads = [figure.before, figure.after, say("Number")]
            rows = [[s.source, s.to, str(s.count)] for s in figure.streams]
    return Table(
        caption=figure.caption,
        columns=[Column(heading=head) for head in heads],
        rows=[tuple(TableCell(text=text) for text in row) for row in rows],
        origins=figure.origins,
    )
