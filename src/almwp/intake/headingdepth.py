"""Tell how many rows headings reach down: a row below them may belong to them."""

from collections.abc import Mapping
from typing import Final

from almwp.intake.cells import Cell, CellKind
from almwp.intake.grid import Grid
from almwp.intake.headingcells import is_known, is_known_whole, make_block
from almwp.intake.headingstates import with_dated_states
from almwp.intake.headingwords import EXACT, word_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.markedcolumns import is_group_of_marked

MOST_ROWS: Final = 3
"""Over how many rows headings may reach."""


def continues(grid: Grid, first: int, row: int, lexicon: Lexicon) -> bool:
    """Say whether *row*, right below headings, belongs to them.

    It does if a heading is merged down into it, unless it has a title of its own.
    Or if each of its words completes the heading above it: ``Status of | activity``;
    or if it only parts the headings of groups, as the days of states do.
    Without that it must be made of headings itself: at least half of them known where
    all stand below groups, and all of them where one stands below a heading of one
    column.  Else it is data.
    """
    cells = grid.rows.get(row, {})
    if not cells:
        return False
    if _has_title(cells, grid, first, lexicon):
        return False
    for column, cell in grid.rows[first].items():
        merge = grid.merge_at(first, column)
        reaches = merge is not None and row <= merge.bottom < first + MOST_ROWS
        if reaches and word_of(cell.text, lexicon):
            return True
    if _completes(grid, first, row, lexicon) or parts(grid, first, row, lexicon):
        return True
    known = sum(1 for cell in cells.values() if is_known(cell, lexicon))
    above = grid.rows.get(row - 1, {})
    if any(c in above and not grid.is_wide(row - 1, c) for c in cells):
        named = sum(1 for cell in above.values() if is_known(cell, lexicon))
        return named >= 2 and known == len(cells) >= 2
    return len(above) > 1 and known >= 1 and known * 2 >= len(cells)


def _completes(grid: Grid, first: int, row: int, lexicon: Lexicon) -> bool:
    """Say whether *row* goes on with the words of the headings above it.

    It completes one heading that was not known without it, and leaves none unknown;
    or it completes two, which no row of data does; or several of its words make
    another heading of one that was known: ``Lead | country``.
    """
    cells, above = grid.rows[row], grid.rows.get(row - 1, {})
    if not all(c in above and cell.kind is CellKind.TEXT for c, cell in cells.items()):
        return False
    without = make_block(grid, first, row - 1, lexicon).headings
    before = {h.column for h in without if h.word}
    whole = make_block(grid, first, row, lexicon).headings
    after = {h.column for h in whole if is_known_whole(h)}
    completed = (after - before) & cells.keys()
    if not after.issuperset(cells):
        return len(completed) > 1
    is_other = any(h.column in cells and h.confidence == EXACT for h in whole)
    return bool(completed) or (is_other and len(cells) > 1)


def parts(grid: Grid, first: int, row: int, lexicon: Lexicon) -> bool:
    """Say whether *row* only parts the headings above it, each of several columns.

    It has nothing but the days of states, as ``Status`` over two years, or else times
    or states with marks below.
    """
    columns = grid.rows[row].keys()
    if len(columns) < 2 or not all(grid.is_wide(row - 1, c) for c in columns):
        return False
    if is_group_of_marked(grid, row, lexicon):
        return True
    block = with_dated_states(make_block(grid, first, row, lexicon), lexicon)
    return columns <= {heading.column for heading in block.headings if heading.day}


def _has_title(
    cells: Mapping[int, Cell], grid: Grid, first: int, lexicon: Lexicon
) -> bool:
    """Say whether a text that is no heading stands right below that of the titles."""
    return any(
        column in cells
        and not grid.is_wide(first, column)
        and not is_known(cells[column], lexicon)
        for column, cell in grid.rows[first].items()
        if (word := word_of(cell.text, lexicon)) and word.key in lexicon.sheet.titles
    )
