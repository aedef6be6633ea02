"""Find the rows of headings of a sheet."""

import re
from collections.abc import Iterable, Mapping

from attrs import evolve

from almwp.intake.cells import Cell, CellKind
from almwp.intake.display import words_of
from almwp.intake.field import TITLES
from almwp.intake.grid import Grid
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.headingwords import nearest, word_of
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.model.folding import compose

_MOST_ROWS = 3
_NUMBERING = re.compile(r"\(?(\d{1,2}|[A-Za-z])\)?")
_TRIED = 60
"""Rows of a sheet without known headings in which misspelt ones are looked for."""


def find_blocks(grid: Grid, lexicon: Lexicon) -> tuple[HeadingBlock, ...]:
    """Return the blocks of headings of a sheet from the top down.

    A block names at least two fields, one of them a title of activities, and at least
    half of its headings are known, or at least three fields however many others there
    are; or three fields without a title, and more than half are known.  Where no row
    will do, misspelt headings count as known.
    """
    found = _search(grid, list(grid.rows), lexicon, try_near=False)
    if not found:
        found = _search(grid, list(grid.rows)[:_TRIED], lexicon, try_near=True)
    return tuple(_joined(found))


def _search(
    grid: Grid, rows: list[int], lexicon: Lexicon, try_near: bool
) -> list[HeadingBlock]:
    blocks: list[HeadingBlock] = []
    taken = 0
    for row in rows:
        cells = grid.rows[row]
        if row <= taken or not _may_be_headings(cells, lexicon):
            continue
        if _is_cover_row(list(cells.values()), lexicon):
            continue
        block = _best(grid, row, blocks, lexicon, try_near)
        if block:
            blocks.append(block)
            taken = block.last_row
    return blocks


def _joined(blocks: Iterable[HeadingBlock]) -> list[HeadingBlock]:
    """Take headings that come again on the next page for one block with the first."""
    joined: list[HeadingBlock] = []
    for block in blocks:
        if joined and joined[-1].layout == block.layout:
            again = (*joined[-1].repeats, (block.first_row, block.last_row))
            joined[-1] = evolve(joined[-1], repeats=again)
        else:
            joined.append(block)
    return joined


def _may_be_headings(cells: Mapping[int, Cell], lexicon: Lexicon) -> bool:
    """Say whether a row names any field: most rows do not, and cost little."""
    return any(
        c.kind is CellKind.TEXT and word_of(c.text, lexicon) for c in cells.values()
    )


def _is_cover_row(cells: list[Cell], lexicon: Lexicon) -> bool:
    """Say whether a row is made of labels and their values: ``As of | 30/06/2024``."""
    labels, values = cells[::2], cells[1::2]
    return len(labels) == len(values) and all(
        lexicon.cover.get(heading_key(label.text.partition(":")[0]))
        and not _is_known(value, lexicon)
        for label, value in zip(labels, values, strict=True)
    )


def _best(
    grid: Grid, row: int, before: list[HeadingBlock], lexicon: Lexicon, try_near: bool
) -> HeadingBlock | None:
    """Return the deepest sound block that begins in *row*."""
    taken = before[-1].last_row if before else 0
    last = row
    while last < row + _MOST_ROWS - 1 and _continues(grid, row, last + 1, lexicon):
        last += 1
    for end in range(last, row - 1, -1):
        block = _block(grid, row, end, lexicon)
        if try_near:
            block = _with_near(block, lexicon)
        full = block if try_near else _with_near(block, lexicon)
        if _is_sound(block) or (
            _names_enough(block) and _may_begin(grid, full, before)
        ):
            return _with_edges(grid, full, taken, lexicon)
    return None


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
    known = sum(1 for heading in block.headings if heading.word)
    words = sum(1 for heading in block.headings if heading.word or heading.is_words)
    if block.has_title:
        return len(block.keys) >= 2 and known * 2 >= words
    return len(block.keys) >= 3 and known * 2 > words


def _continues(grid: Grid, first: int, row: int, lexicon: Lexicon) -> bool:
    """Say whether *row*, right below headings, belongs to them.

    It does if a heading is merged down into it, unless it has a title of its own.
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
        reaches = merge is not None and row <= merge.bottom < first + _MOST_ROWS
        if reaches and word_of(cell.text, lexicon):
            return True
    known = sum(1 for cell in cells.values() if _is_known(cell, lexicon))
    above = grid.rows.get(row - 1, {})
    if any(c in above and not grid.is_wide(row - 1, c) for c in cells):
        named = sum(1 for cell in above.values() if _is_known(cell, lexicon))
        return named >= 2 and known == len(cells) >= 2
    return len(above) > 1 and known >= 1 and known * 2 >= len(cells)


def _has_title(
    cells: Mapping[int, Cell], grid: Grid, first: int, lexicon: Lexicon
) -> bool:
    """Say whether a text that is no heading stands right below that of the titles."""
    return any(
        column in cells
        and not grid.is_wide(first, column)
        and not _is_known(cells[column], lexicon)
        for column, cell in grid.rows[first].items()
        if (word := word_of(cell.text, lexicon)) and word.key in TITLES
    )


def _is_known(cell: Cell, lexicon: Lexicon) -> bool:
    return cell.kind is CellKind.TEXT and word_of(cell.text, lexicon) is not None


def _block(grid: Grid, first: int, last: int, lexicon: Lexicon) -> HeadingBlock:
    rows = range(first, last + 1)
    columns = sorted({column for row in rows for column in grid.rows.get(row, {})})
    headings = []
    for column in columns:
        cells = [cell for row in rows if (cell := grid.shown(row, column))]
        unique = list({id(cell): cell for cell in cells}.values())
        is_group = grid.is_wide(first, column)
        heading = _heading(column, unique, is_group, lexicon)
        if heading.text:
            headings.append(heading)
    return HeadingBlock(first_row=first, last_row=last, headings=headings)


def _heading(
    column: int, cells: list[Cell], is_group: bool, lexicon: Lexicon
) -> Heading:
    """Join the words of a heading; where they mean nothing, its last row tells.

    Failing that its first row tells, unless that is the name of a group of columns.
    """
    texts = [compose(words_of(cell)) for cell in cells if cell.kind in _READABLE]
    joined = " ".join(texts)
    tries = [joined, *texts[-1:], *([] if is_group else texts[:1])]
    return Heading(
        column=column,
        text=" ".join(joined.split()),
        word=next((word for text in tries if (word := word_of(text, lexicon))), None),
        cells=[cell for cell in cells if cell.column == column],
        is_words=any(cell.kind is CellKind.TEXT for cell in cells),
    )


_READABLE = (CellKind.TEXT, CellKind.NUMBER, CellKind.DATE)


def _with_edges(
    grid: Grid, block: HeadingBlock, taken: int, lexicon: Lexicon
) -> HeadingBlock:
    """Add a row of groups right above, and a row that numbers the columns below."""
    above, below = block.first_row - 1, block.last_row + 1
    if above > taken and _is_group_row(grid, above, lexicon):
        block = evolve(block, first_row=above)
    if _numbers_columns(grid.rows.get(below, {})):
        block = evolve(block, last_row=below)
    return block


def _is_group_row(grid: Grid, row: int, lexicon: Lexicon) -> bool:
    """Say whether a row only groups columns: several texts, each over several."""
    cells = grid.rows.get(row, {})
    if len(cells) < 2 or _is_cover_row(list(cells.values()), lexicon):
        return False
    return all(
        cell.kind is CellKind.TEXT
        and grid.is_wide(row, column)
        and not cell.text.rstrip().endswith(":")
        for column, cell in cells.items()
    )


def _numbers_columns(cells: Mapping[int, Cell]) -> bool:
    """Say whether a row reads ``(1) (2) (3)`` or ``A B 1 2 3``, as tables of law do."""
    marks = [_NUMBERING.fullmatch(words_of(cell).strip()) for cell in cells.values()]
    if len(marks) < 3 or not all(marks):
        return False
    found = [mark[1] for mark in marks if mark]
    letters = [mark for mark in found if mark.isalpha()]
    numbers = [int(mark) for mark in found if not mark.isalpha()]
    is_split = found == letters + [str(number) for number in numbers]
    in_order = [ord(letter.upper()) - 64 for letter in letters]
    return (
        is_split
        and numbers == list(range(1, len(numbers) + 1))
        and in_order == list(range(1, len(letters) + 1))
    )


def _with_near(block: HeadingBlock, lexicon: Lexicon) -> HeadingBlock:
    """Take unknown headings for known ones that are nearly the same."""
    taken = set(block.keys)
    headings = []
    for heading in block.headings:
        near = None if heading.word else nearest(heading.text, lexicon)
        if near and lexicon.headings[near].key not in taken:
            word = lexicon.headings[near]
            taken.add(word.key)
            heading = evolve(heading, word=word, near=near)
        headings.append(heading)
    return evolve(block, headings=headings)
