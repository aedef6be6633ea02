"""Find the rows of headings of a sheet, and tell which column is which field."""

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from almwp.intake.cells import Cell, CellKind
from almwp.intake.grid import Grid
from almwp.intake.lexicon import HeadingWord, Lexicon, heading_key
from almwp.model.fields import frozen_items

_PARTS = re.compile(r"[/\n\r|]+|\s[–—-]\s")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
NEAR = 86
"""How alike, of 100, a heading must be to one that is known."""
_LONGEST = 200
"""A text longer than this is no heading."""


@frozen(kw_only=True)
class Heading:
    """The heading of one column.

    Attributes:
        column: The column's number.
        text: The heading's words, of all its rows.
        word: What it means, or None for an extra column.
        near: The known heading for which it was taken; empty where it is that one.
        cells: The cells that make it up.
    """

    column: int
    text: str
    word: HeadingWord | None
    near: str = ""
    cells: tuple[Cell, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class HeadingBlock:
    """One or two rows of headings.

    Attributes:
        first_row: Its first row.
        last_row: Its last row.
        headings: One for each column that has a heading, from left to right.
    """

    first_row: int
    last_row: int
    headings: tuple[Heading, ...] = field(converter=frozen_items)

    @property
    def keys(self) -> frozenset[str]:
        """The fields for which there is a column."""
        return frozenset(h.word.key for h in self.headings if h.word)

    @property
    def language(self) -> str:
        """The language in which most headings are written."""
        counted: dict[str, int] = {}
        for heading in self.headings:
            if heading.word:
                language = heading.word.language
                counted[language] = counted.get(language, 0) + 1
        return max(counted, key=lambda language: (counted[language], language))


def find_blocks(grid: Grid, lexicon: Lexicon) -> tuple[HeadingBlock, ...]:
    """Return the blocks of headings of a sheet from the top down.

    A block names at least two fields, one of them the title of activities, or three
    fields without it; and at least half of its headings are known.
    """
    blocks: list[HeadingBlock] = []
    taken = 0
    for row in grid.rows:
        if row <= taken or not _may_be_headings(grid.rows[row], lexicon):
            continue
        block = _best(grid, row, lexicon)
        if block:
            blocks.append(block)
            taken = block.last_row
    return tuple(blocks)


def _may_be_headings(cells: Mapping[int, Cell], lexicon: Lexicon) -> bool:
    """Say whether a row names any field: most rows do not, and cost little."""
    return any(_word(c.text, lexicon) for c in cells.values() if len(c.text) < _LONGEST)


def _best(grid: Grid, row: int, lexicon: Lexicon) -> HeadingBlock | None:
    single = _block(grid, row, row, lexicon)
    if _is_sound(single) and not _continues(grid, row):
        return _with_near(single, lexicon)
    if len(grid.rows[row]) > 1 and _continues(grid, row):
        lower = _block(grid, row + 1, row + 1, lexicon)
        both = _block(grid, row, row + 1, lexicon)
        adds = len(both.headings) > len(lower.headings) or both.keys > lower.keys
        if adds and _is_sound(both):
            return _with_near(both, lexicon)
    return _with_near(single, lexicon) if _is_sound(single) else None


def _is_sound(block: HeadingBlock) -> bool:
    known = sum(1 for heading in block.headings if heading.word)
    enough = 2 if "title" in block.keys else 3
    return len(block.keys) >= enough and known * 2 >= len(block.headings)


def _continues(grid: Grid, row: int) -> bool:
    """Say whether the row below belongs to the headings.

    It does if none of its cells stands right below a heading of one column: then it
    would be the first row of data.
    """
    below = grid.rows.get(row + 1, {})
    if not below:
        return False
    for column in below:
        merge = grid.merge_at(row, column)
        is_group = merge is not None and merge.right > merge.left
        if column in grid.rows[row] and not is_group:
            return False
    return True


def _block(grid: Grid, first: int, last: int, lexicon: Lexicon) -> HeadingBlock:
    columns = sorted(
        {column for row in range(first, last + 1) for column in grid.rows.get(row, {})}
        | _spanned(grid, first, last)
    )
    headings = []
    for column in columns:
        cells = [c for row in range(first, last + 1) if (c := grid.shown(row, column))]
        heading = _heading(column, _once(cells), lexicon)
        # A group's own columns without a heading below are no columns of their own.
        if heading.text:
            headings.append(heading)
    return HeadingBlock(first_row=first, last_row=last, headings=tuple(headings))


def _spanned(grid: Grid, first: int, last: int) -> set[int]:
    """Return the columns that a second row of headings fills below a group."""
    if first == last:
        return set()
    return set(grid.rows.get(last, {}))


def _once(cells: list[Cell]) -> list[Cell]:
    unique: list[Cell] = []
    for cell in cells:
        if all(cell is not known for known in unique):
            unique.append(cell)
    return unique


def _heading(column: int, cells: list[Cell], lexicon: Lexicon) -> Heading:
    texts = [" ".join(c.text.split()) for c in cells if c.kind is CellKind.TEXT]
    texts = [text for text in texts if text]
    joined = " ".join(texts)
    tries = [joined, *reversed(texts[-1:])]
    word = next((w for text in tries if (w := _word(text, lexicon))), None)
    own = tuple(cell for cell in cells if cell.column == column)
    return Heading(column=column, text=joined, word=word, cells=own)


def _word(text: str, lexicon: Lexicon) -> HeadingWord | None:
    """Return what a heading means: as a whole, without brackets, or by its parts."""
    for whole in (text, _BRACKETED.sub(" ", text)):
        if word := lexicon.headings.get(heading_key(whole)):
            return word
    parts = [
        w for p in _PARTS.split(text) if (w := lexicon.headings.get(heading_key(p)))
    ]
    return parts[0] if len({part.key for part in parts}) == 1 else None


def _with_near(block: HeadingBlock, lexicon: Lexicon) -> HeadingBlock:
    """Take unknown headings for known ones that are nearly the same."""
    taken = set(block.keys)
    headings = []
    for heading in block.headings:
        near = None if heading.word else _near(heading.text, lexicon)
        if near and lexicon.headings[near].key not in taken:
            word = lexicon.headings[near]
            taken.add(word.key)
            heading = Heading(
                column=heading.column,
                text=heading.text,
                word=word,
                near=near,
                cells=heading.cells,
            )
        headings.append(heading)
    return HeadingBlock(
        first_row=block.first_row, last_row=block.last_row, headings=tuple(headings)
    )


def _near(text: str, lexicon: Lexicon) -> str | None:
    from rapidfuzz import fuzz, process

    key = heading_key(text)
    if len(key) < 5:
        return None
    found = process.extractOne(
        key, sorted(lexicon.headings), scorer=fuzz.ratio, score_cutoff=NEAR
    )
    return found[0] if found else None


def known_headings(lexicon: Lexicon, language: str = "en") -> Iterator[str]:
    """Give the usual headings of a table, for a hint."""
    for known in lexicon.fields.progress:
        if known.key in {"title", "outcome", "leads", "timeframe", "status"}:
            yield known.label.in_(language)
