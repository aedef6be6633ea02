"""Find the rows of headings of a sheet."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import evolve

from almwp.intake.cells import Cell, CellKind
from almwp.intake.grid import Grid
from almwp.intake.headingcells import (
    is_cover_row,
    make_block,
    text_of,
    with_edges,
)
from almwp.intake.headingchoice import with_near
from almwp.intake.headingdepth import MOST_ROWS, continues
from almwp.intake.headingrows import known_texts, likely_headings
from almwp.intake.headings import HeadingBlock
from almwp.intake.headingwords import LONGEST, is_any_a_number, match_of, word_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.spreadheadings import with_spread_heading

_TRIED = 60
"""Rows of a sheet without known headings in which misspelt ones are looked for."""
_TRIED_CELLS = 12_000
"""Cells in which they are: sixty rows as wide as any report that we know."""


def find_blocks(grid: Grid, lexicon: Lexicon) -> tuple[HeadingBlock, ...]:
    """Return the blocks of headings of a sheet from the top down.

    A block names at least two fields, one of them a title of activities, and at least
    half of its headings are known, or at least three fields however many others there
    are; or three fields without a title, and more than half are known.  Where no row
    will do, misspelt headings count as known.
    """
    found = search_blocks(grid, list(grid.rows), lexicon)
    if not found:
        found = search_misspelt(grid, lexicon, likely_headings(grid, lexicon))
    return tuple(joined(found))


def search_misspelt(
    grid: Grid, lexicon: Lexicon, likely: Iterable[int]
) -> list[HeadingBlock]:
    """Look for headings nearly as they should be.

    They are looked for near the top of a sheet, and in rows that have at least one
    heading as it should be.
    """
    worded = grid.worded
    # Without a text in any of its rows a block names nothing, however it is spelt.
    near_top = (
        row
        for row in islice(grid.rows, _TRIED)
        if not worded.isdisjoint(range(row, row + MOST_ROWS))
    )
    named = (row for row, _ in known_texts(grid, lexicon, likely))
    rows = sorted(
        {*_up_to_most(grid, near_top), *_up_to_most(grid, islice(named, _TRIED))}
    )
    return search_blocks(grid, rows, lexicon, try_near=True)


def _up_to_most(grid: Grid, rows: Iterable[int]) -> Iterator[int]:
    """Give rows until they hold more cells than misspelt headings are looked for in."""
    cells = 0
    for row in rows:
        start, end = grid.packed.stretch(row)
        cells += end - start
        yield row
        if cells > _TRIED_CELLS:
            return


def search_blocks(
    grid: Grid,
    rows: Sequence[int],
    lexicon: Lexicon,
    *,
    try_near: bool = False,
    known: Sequence[HeadingBlock] = (),
    likely: Container[str] | None = None,
) -> list[HeadingBlock]:
    """Return the blocks of headings that begin in one of *rows*, from the top down.

    Args:
        grid: The sheet.
        rows: The rows in question, from the top down.
        lexicon: The words of the table that is looked for.
        try_near: Whether headings count that are nearly as they should be.
        known: Headings that are there in any case, from the top down.
        likely: The texts of the sheet that may be headings; None for all.
    """
    blocks: list[HeadingBlock] = []
    before: list[HeadingBlock] = []
    waiting = list(reversed(known))
    for row in rows:
        while waiting and waiting[-1].first_row <= row:
            before.append(waiting.pop())
        cells = grid.rows[row]
        if before and row <= before[-1].last_row:
            continue
        if likely is not None and not _can_begin(grid, row, lexicon, likely):
            continue
        if not (try_near or may_be_headings(cells, lexicon)):
            continue
        if is_cover_row(list(cells.values()), lexicon):
            continue
        block = _best(grid, row, before, lexicon, try_near)
        if block:
            blocks.append(block)
            before.append(block)
    return blocks


def joined(blocks: Iterable[HeadingBlock]) -> list[HeadingBlock]:
    """Take headings that come again on the next page for one block with the first."""
    known: list[HeadingBlock] = []
    for block in blocks:
        if known and _comes_again(known[-1], block):
            again = (*known[-1].repeats, (block.first_row, block.last_row))
            known[-1] = evolve(known[-1], repeats=again)
        else:
            known.append(block)
    return known


def _comes_again(known: HeadingBlock, block: HeadingBlock) -> bool:
    is_same = known.mapped > 0 and known.texts == block.texts
    return is_same or known.layout == block.layout


def may_be_headings(cells: Mapping[int, Cell], lexicon: Lexicon) -> bool:
    """Say whether a row names any field: most rows do not, and cost little."""
    return any(
        c.kind is CellKind.TEXT and word_of(c.text, lexicon) for c in cells.values()
    )


def _best(
    grid: Grid, row: int, before: list[HeadingBlock], lexicon: Lexicon, try_near: bool
) -> HeadingBlock | None:
    """Return the deepest sound block that begins in *row*."""
    grid = with_spread_heading(grid, row, lexicon)
    taken = before[-1].last_row if before else 0
    last = row
    while last < row + MOST_ROWS - 1 and continues(grid, row, last + 1, lexicon):
        last += 1
    for end in range(last, row - 1, -1):
        if (
            end == row
            and not try_near
            and not _names_two(grid.rows[row].values(), lexicon)
        ):
            return None
        block = make_block(grid, row, end, lexicon)
        if try_near:
            block = with_near(block, lexicon)
        is_sound = _is_sound(block)
        if not is_sound and not _names_enough(block):
            continue
        full = block if try_near else with_near(block, lexicon)
        if is_sound or _may_begin(grid, full, before):
            return with_edges(grid, full, taken, lexicon)
    return None


def _can_begin(grid: Grid, row: int, lexicon: Lexicon, likely: Container[str]) -> bool:
    """Say whether headings can begin in a row, as :func:`_best` would find out.

    Near the top of a sheet that is asked of dozens of rows of data in which one word
    happens to be a heading.  They cost little: few of their texts may be headings.
    """
    cells, below = grid.rows[row], grid.rows.get(row + 1, {})
    known = sum(1 for cell in below.values() if cell.text in likely)
    if below and (
        known * 2 >= len(below)
        or all(cell.kind is CellKind.TEXT for cell in below.values())
        or (grid.merges and any(grid.merge_at(row, column) for column in cells))
    ):
        return True
    counts = is_any_a_number(lexicon)
    may_be = list(_that_may_mean(cells.values(), likely, counts))
    return len(may_be) >= 2 and _names_two(may_be, lexicon)


def _that_may_mean(
    cells: Iterable[Cell], likely: Container[str], counts: bool
) -> Iterator[Cell]:
    """Give the cells that may be headings; *counts* says whether numbers may."""
    for cell in cells:
        kind, text = cell.kind, cell.text
        if kind is CellKind.NUMBER and text[:1].isdecimal():
            may_be = counts
        else:
            is_long = len(text) > LONGEST  # white space may be what makes it so
            may_be = kind is not CellKind.TEXT or text in likely or is_long
        if may_be:
            yield cell


def _names_two(cells: Iterable[Cell], lexicon: Lexicon) -> bool:
    """Say whether a row names two fields, as headings of one row do at the least."""
    named: set[str] = set()
    for cell in cells:
        if word := match_of(text_of(cell), lexicon).word:
            named.add(word.key)
            if len(named) == 2:
                return True
    return False


def _names_enough(block: HeadingBlock) -> bool:
    """Say whether unknown headings do not count: three fields are there by name."""
    named = {h.word.key for h in block.headings if h.word and not h.near}
    return block.has_title and len(named) >= 3


def _may_begin(grid: Grid, block: HeadingBlock, before: list[HeadingBlock]) -> bool:
    """Say whether a row of many unknown texts can be headings rather than data.

    Among the rows of a table it is data, unless it repeats that table's headings.
    """
    is_apart = block.first_row - 1 not in grid.rows
    repeats = any(block.layout == known.layout for known in before)
    return not before or is_apart or repeats


def _is_sound(block: HeadingBlock) -> bool:
    # Two words for one field are no more of a sign than one: data repeat themselves.
    known = len(block.keys)
    words = sum(1 for heading in block.headings if heading.word or heading.is_words)
    if block.has_title:
        return len(block.keys) >= 2 and known * 2 >= words
    return len(block.keys) >= 3 and known * 2 > words
