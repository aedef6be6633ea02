"""Join the cells of rows of headings into one block: a heading for each column."""

import re
from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve

from almwp.intake.asof import date_in_heading
from almwp.intake.cells import Cell, CellKind
from almwp.intake.display import words_of
from almwp.intake.grid import Grid
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.headingwords import REPORTED, Match, match_of, word_of
from almwp.intake.lexicon import Lexicon, heading_key

_NUMBERING = re.compile(r"\(?(\d{1,2}|[A-Za-z])\)?")
_READABLE = (CellKind.TEXT, CellKind.NUMBER, CellKind.DATE)
_BY_LAST_ROW = Fraction(90, 100)
"""How sure a heading is of which only the lowest row means something."""
_BY_FIRST_ROW = Fraction(85, 100)


def make_block(grid: Grid, first: int, last: int, lexicon: Lexicon) -> HeadingBlock:
    """Make the headings of the columns from the rows *first* to *last*."""
    rows = range(first, last + 1)
    columns = sorted({column for row in rows for column in grid.rows.get(row, {})})
    headings = []
    for column in columns:
        cells = [cell for row in rows if (cell := grid.shown(row, column))]
        unique = list({(cell.row, cell.column): cell for cell in cells}.values())
        is_group = grid.is_wide(first, column)
        heading = _heading(column, unique, is_group, lexicon)
        if heading.text:
            headings.append(heading)
    return HeadingBlock(
        first_row=first,
        last_row=last,
        headings=headings,
        worded=(first, last),
        sheet=lexicon.sheet.key,
        titles=lexicon.sheet.titles,
    )


def _heading(
    column: int, cells: list[Cell], is_group: bool, lexicon: Lexicon
) -> Heading:
    texts = _each_once([text_of(cell) for cell in cells if cell.kind in _READABLE])
    joined = " ".join(texts)
    match = _match(joined, texts, is_group, lexicon)
    return Heading(
        column=column,
        text=" ".join(joined.split()),
        word=match.word,
        cells=[cell for cell in cells if cell.column == column],
        is_words=any(cell.kind is CellKind.TEXT for cell in cells),
        confidence=match.confidence,
        rivals=match.rivals,
        by=match.by,
        day=match.day,
    )


def _each_once(texts: list[str]) -> list[str]:
    """Leave out what the row below says again: ``Status`` over ``Status 2024``."""
    if len(texts) < 2:
        return texts
    keys = [heading_key(text) for text in texts]
    return [
        text
        for text, key, below in zip(texts, keys, [*keys[1:], ""], strict=True)
        if not key or not f"{below} ".startswith(f"{key} ")
    ]


def text_of(cell: Cell) -> str:
    """Return the words of a cell of a heading; nothing where it has none to read."""
    return words_of(cell) if cell.kind in _READABLE else ""


def _match(joined: str, texts: list[str], is_group: bool, lexicon: Lexicon) -> Match:
    """Return what the words of a heading mean; if nothing, its last row tells.

    Failing that its first row tells, unless that is the name of a group of columns.
    """
    whole = match_of(joined, lexicon)
    if whole.by == "mapping":
        return _with_day(whole, [joined, *texts[-1:], *texts[:1]], lexicon)
    if whole.word or len(texts) < 2:
        return whole
    # The name of a group may come before or after that of its column in a heading:
    # "Penanggung jawab | Negara" is the "Negara penanggung jawab".
    tries = [(texts[-1], _BY_LAST_ROW)]
    if is_group:
        tries.append((" ".join(reversed(texts)), _BY_LAST_ROW))
    else:
        tries.append((texts[0], _BY_FIRST_ROW))
    for text, sureness in tries:
        part = match_of(text, lexicon)
        if part.word:
            return evolve(part, confidence=part.confidence * sureness)
    return whole


def _with_day(match: Match, texts: list[str], lexicon: Lexicon) -> Match:
    """Find the day in a heading whose meaning the user's own mapping says."""
    if match.word is None or match.word.key not in REPORTED:
        return match
    days = (date_in_heading(text, lexicon) for text in texts)
    return evolve(match, day=next(filter(None, days), None))


def is_known_whole(heading: Heading) -> bool:
    """Say whether the words of all its rows together are a heading that is known."""
    return heading.word is not None and heading.confidence > _BY_LAST_ROW


def is_known(cell: Cell, lexicon: Lexicon) -> bool:
    """Say whether a cell is a heading."""
    return cell.kind is CellKind.TEXT and word_of(cell.text, lexicon) is not None


def is_cover_row(cells: list[Cell], lexicon: Lexicon) -> bool:
    """Say whether a row is made of labels and their values: ``As of | 30/06/2024``.

    A label with a colon is one even where its value is missing, unless the row has a
    heading of titles.
    """
    labels, values = cells[::2], cells[1::2]
    if any(_is_label(cell, lexicon) for cell in cells):
        words = (word_of(c.text, lexicon) for c in cells if c.kind is CellKind.TEXT)
        return not any(word and word.key in lexicon.sheet.titles for word in words)
    return len(labels) == len(values) and all(
        lexicon.cover.get(heading_key(label.text.partition(":")[0]))
        and not is_known(value, lexicon)
        for label, value in zip(labels, values, strict=True)
    )


def _is_label(cell: Cell, lexicon: Lexicon) -> bool:
    label, colon, value = cell.text.partition(":")
    return bool(colon and not value and lexicon.cover.get(heading_key(label)))


def with_edges(
    grid: Grid, block: HeadingBlock, taken: int, lexicon: Lexicon
) -> HeadingBlock:
    """Add a row of groups right above, and a row that numbers the columns below.

    Args:
        grid: The sheet.
        block: The headings.
        taken: The last row that belongs to other headings.
        lexicon: The words of the table.
    """
    above, below = block.first_row - 1, block.last_row + 1
    if above > taken and _is_group_row(grid, above, lexicon):
        block = evolve(block, first_row=above)
    if _numbers_columns(grid.rows.get(below, {})):
        block = evolve(block, last_row=below)
    return block


def _is_group_row(grid: Grid, row: int, lexicon: Lexicon) -> bool:
    """Say whether a row only groups columns: several texts, each over several."""
    cells = grid.rows.get(row, {})
    if len(cells) < 2 or is_cover_row(list(cells.values()), lexicon):
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
