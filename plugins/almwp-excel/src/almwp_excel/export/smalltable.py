"""A small table, drawn where it stands in the paper."""

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from almwp.exporting.evidence import Origins
from almwp.model.report import Table
from almwp_excel.export.page import Page, Pages
from almwp_excel.export.tablecells import draw_bars, write_cell
from almwp_excel.export.tablecolumns import Shown, columns_of

_MOST_ROWS = 12
_TOO_LONG = 1_200
"""Units of a text that makes a row too tall to stand in the paper."""
_ROOM = 2
"""Characters of a column that stay free beside its longest word."""

Marked = Callable[[str, int, int, Origins], None]
"""Puts a mark beside a text: the text, its row, its column, what it rests on."""


@frozen(kw_only=True, eq=False)
class SmallTable:
    """A table that stands in the paper.

    Attributes:
        table: The table.
        heading: What stands above it, if anything does.
        columns: The columns in which it is shown.
        has_bars: Whether its shares are drawn as bars too.
    """

    table: Table
    heading: str
    columns: tuple[Shown, ...]
    has_bars: bool = False

    def draw(self, page: Page, row: int, grid: int, marked: Marked) -> int:
        """Draw it from *row* on, over *grid* columns of the sheet.

        Returns:
            The row below it.
        """
        spans = list(_spans(self.columns, grid, page.widths[0]))
        if self.heading:
            page.write(row, 0, self.heading, "small caption", grid)
            marked(self.heading, row, 0, self.table.origins)
            row += 1
        else:
            marked("", row, 0, self.table.origins)
        for (first, last), shown in zip(spans, self.columns, strict=True):
            page.write(row, first, shown.heading, "head", last - first + 1)
        top = row + 1
        for row, cells in enumerate(self.table.rows, start=top):
            for (first, last), shown in zip(spans, self.columns, strict=True):
                cell = cells[shown.place]
                write_cell(page, row, first, cell, shown, last - first + 1)
                if not shown.is_behind:
                    marked(cell.text, row, first, cell.origins)
        if self.has_bars:
            draw_bars(page, self.table, top, spans)
        return top + len(self.table.rows)


def is_short(table: Table) -> bool:
    """Tell whether *table* has few rows, none of them too tall for the paper."""
    if not table.columns or len(table.rows) > _MOST_ROWS:
        return False
    return all(len(cell.text) <= _TOO_LONG for row in table.rows for cell in row)


def small_table(
    table: Table, pages: Pages, grid: int, width: float, *, has_bars: bool
) -> SmallTable | None:
    """Return *table* as it stands in the paper; None where it is too large for that.

    Args:
        table: The table.
        pages: What the sheets of the workbook share.
        grid: How many columns the paper has for it.
        width: How wide each of them is, in characters.
        has_bars: Whether its shares are drawn as bars too.
    """
    if not is_short(table):
        return None
    columns = tuple(columns_of(table, pages, has_days=False))
    if sum(_least(columns, grid, width)) > grid:
        return None
    return SmallTable(
        table=table,
        heading=table.caption.strip(),
        columns=columns,
        has_bars=has_bars,
    )


def _least(columns: Sequence[Shown], grid: int, width: float) -> list[int]:
    """Return how many columns of the grid each needs so that no word is broken.

    What is longer than a fair part of the page is an address, which may be.
    """
    fair = max(grid // 4, 1)
    return [
        min(-int(-(shown.longest + _ROOM) // width), fair) or 1 for shown in columns
    ]


def _spans(
    columns: Sequence[Shown], grid: int, width: float
) -> Iterator[tuple[int, int]]:
    """Share the grid out: what each needs, then by how much more it has to say."""
    least = _least(columns, grid, width)
    more = [
        max(shown.width - few * width, len(shown.heading) / 2 - few * width, 0.01)
        for shown, few in zip(columns, least, strict=True)
    ]
    spare, ends_before, said, whole = grid - sum(least), 0, 0.0, sum(more)
    given = 0
    for few, wish in zip(least, more, strict=True):
        said += wish
        # Rounding what all up to here get lets the last end at the edge.
        upto = round(spare * said / whole)
        span = few + upto - given
        given = upto
        yield ends_before, ends_before + span - 1
        ends_before += span
