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
    return Markup("".join(_row(row, columns, mark) for row in rows))


def _row(row: Sequence[TableCell], columns: Sequence[Column], mark: Mark) -> str:
    """Return one row, which its first cell names."""
    cells = "".join(
        _cell(cell, column, mark, is_name=not place and len(row) > 1)
        for place, (cell, column) in enumerate(zip(row, columns, strict=True))
    )
    return f"<tr>\n{cells}</tr>\n"


def _cell(cell: TableCell, column: Column, mark: Mark, *, is_name: bool) -> str:
    is_name = is_name and bool(cell.text.strip())
    tag, told = ("th", ' scope="row"') if is_name else ("td", "")
    if column.is_number:
        told += ' class="number"'
    if (number := cell.number) is not None:
        # As the page's script reads it: whole numbers, no rounding.
        told += f' data-number="{number.numerator}/{number.denominator}"'
    if cell.order:
        told += f' data-order="{escape(harmless(cell.order))}"'
    return f"<{tag}{told}>{flowing(cell.text)}{mark(cell.origins)}</{tag}>\n"
