"""What a block of a paper tells, piece by piece, so that any block becomes rows."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.rows import Row, exact_cells, several
from almwp.model.source import Basis, Origin


@frozen(kw_only=True)
class Told:
    """One statement, or one cell of a table or a figure.

    Attributes:
        block: The kind of block, such as ``paragraph`` or ``table``.
        text: What a person reads.
        number: The exact number behind the text, where there is one.
        caption: What the table or the figure shows.
        row: The row of the table or the figure, counted from 1; None outside of one.
        column: The heading of the column.
        language: The language, where it is not that of the paper.
        basis: On what it stands, where it is about a basis.
        origins: Where it was read.
    """

    block: str
    text: str = ""
    number: Fraction | None = None
    caption: str = ""
    row: int | None = None
    column: str = ""
    language: str = ""
    basis: Basis | None = None
    origins: tuple[Origin, ...] = field(default=(), converter=frozen_items)


def table_told(
    block: str,
    caption: str,
    columns: Iterable[str],
    rows: Iterable[Iterable[tuple[str, Fraction | None]]],
    alternative: str = "",
    origins: tuple[Origin, ...] = (),
) -> Iterator[Told]:
    """Give the cells of a figure that has rows: texts, and the numbers behind them."""
    heads = tuple(columns)
    yield Told(block=block, text=alternative, caption=caption, origins=origins)
    for place, row in enumerate(rows, start=1):
        for column, (text, number) in zip(heads, row, strict=True):
            yield Told(
                block=block,
                text=text,
                number=number,
                caption=caption,
                row=place,
                column=column,
            )


def told_row(told: Told, place: int, section: str, language: str) -> Row:
    """Return what was *told* as a row.

    Args:
        told: What was told.
        place: The place of the block in the paper, counted from 1; 0 for its head.
        section: The headings under which the block stands.
        language: The language of the paper.
    """
    return {
        "place": place,
        "section": section,
        "block": told.block,
        "caption": told.caption,
        "row": told.row,
        "column": told.column,
        "text": told.text,
        **exact_cells("number", told.number),
        "language": told.language or language,
        "basis": str(told.basis or ""),
        "origins": several(told.origins),
    }
