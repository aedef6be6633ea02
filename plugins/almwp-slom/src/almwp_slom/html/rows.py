"""Rows of tables as markup: thousands of cells are too many for a template each."""

from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from almwp.exporting.characters import harmless
from almwp.exporting.evidence import Origins
from almwp.model.report import Column, TableCell
from almwp_slom.html.textmarkup import flowing

Mark = Callable[[Origins], Markup]
"""Gives the mark for what was read in some cells."""


def rows_markup(
    rows: Sequence[Sequence[TableCell]], columns: Sequence[Column], mark: Mark
) -> Markup:
    """Return *rows* of a table, with a line for each cell."""
    looks = [' class="number"' if column.is_number else "" for column in columns]
    return Markup("".join([_row(row, looks, mark) for row in rows]))


def _row(row: Sequence[TableCell], looks: Sequence[str], mark: Mark) -> str:
    """Return one row, which its first cell names if it says anything."""
    tags = ["td"] * len(row)
    if len(row) > 1 and row[0].text.strip():
        tags[0] = "th"
    cells = [
        _cell(cell, tag, look, mark)
        for cell, tag, look in zip(row, tags, looks, strict=True)
    ]
    return f"<tr>\n{''.join(cells)}</tr>\n"


def _cell(cell: TableCell, tag: str, look: str, mark: Mark) -> str:
    told = f' scope="row"{look}' if tag == "th" else look
    if (number := cell.number) is not None:
        # As the page's script reads it: whole numbers, no rounding.
        told += f' data-number="{number.numerator}/{number.denominator}"'
    if cell.order:
        told += f' data-order="{escape(harmless(cell.order))}"'
    marked = mark(cell.origins) if cell.origins else ""
    return f"<{tag}{told}>{flowing(cell.text)}{marked}</{tag}>\n"
