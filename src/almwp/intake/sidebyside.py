"""Part the tables of a sheet that stand side by side, with an empty column between.

Only headings that come twice make two tables of one: a title of the same kind on both
sides, or a table of another kind that knows more of its headings.  Otherwise an empty
column is a gap in one table.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

from attrs import field, frozen

from almwp.intake.grid import Grid
from almwp.intake.headings import HeadingBlock
from almwp.intake.headingwords import word_of
from almwp.intake.lexicon import Lexicon
from almwp.model.fields import frozen_items

Find = Callable[[Grid], tuple[HeadingBlock, ...]]
"""Finds the headings in a part of a sheet."""


@frozen(kw_only=True, eq=False)
class Strand:
    """Tables that stand below one another in the same columns.

    Attributes:
        grid: The part of the sheet in which they stand.
        blocks: Their headings, from the top down.
        until: The first row that no longer belongs to them, or None.
    """

    grid: Grid
    blocks: tuple[HeadingBlock, ...] = field(converter=frozen_items)
    until: int | None = None

    @property
    def stretches(self) -> Iterator[tuple[HeadingBlock, int | None]]:
        """Give the headings of each table, and the first row that is not its own."""
        ends = [after.first_row for _, after in pairwise(self.blocks)]
        return zip(self.blocks, [*ends, self.until], strict=True)


@frozen(kw_only=True, eq=False)
class SheetTables:
    """The tables of one sheet.

    Attributes:
        grid: The sheet.
        levels: From the top down, the strands that stand side by side.
    """

    grid: Grid
    levels: tuple[tuple[Strand, ...], ...] = field(converter=frozen_items)

    @property
    def blocks(self) -> tuple[HeadingBlock, ...]:
        """The headings of all tables, from the top down and from left to right."""
        return tuple(b for level in self.levels for s in level for b in s.blocks)

    @property
    def first_row(self) -> int:
        """The first row that is more than a line above the tables.

        Lines right above tables that stand side by side are the titles of these
        tables where each of the tables has some.
        """
        level = self.levels[0]
        first = min(strand.blocks[0].first_row for strand in level)
        while len(level) > 1 and _is_of_each(first - 1, self.grid, level):
            first -= 1
        return first


def _is_of_each(row: int, grid: Grid, level: tuple[Strand, ...]) -> bool:
    cells = grid.rows.get(row, {})
    firsts = [strand.blocks[0].headings[0].column for strand in level]
    ends = [*firsts[1:], None]
    return all(
        any(c >= first and (end is None or c < end) for c in cells)
        for first, end in zip(firsts, ends, strict=True)
    )


def part_side_by_side(
    grid: Grid, blocks: tuple[HeadingBlock, ...], find: Find, lexicon: Lexicon
) -> SheetTables:
    """Part the tables of a sheet.

    Args:
        grid: The sheet.
        blocks: Its headings, as they are when it is read across.
        find: Finds the headings in a part of it.
        lexicon: The words of all languages.
    """
    top = blocks[0].first_row
    whole = _parted(grid, top, None, find, lexicon, is_first=True)
    if whole:
        return SheetTables(grid=grid, levels=[whole])
    levels: list[tuple[Strand, ...]] = []
    plain: list[HeadingBlock] = []
    ends = [after.first_row for _, after in pairwise(blocks)]
    for block, until in zip(blocks, [*ends, None], strict=True):
        # One table alone was tried as a whole above.
        strands = whole
        if len(blocks) > 1:
            first = block.first_row
            strands = _parted(grid, first, until, find, lexicon, is_first=first == top)
        if strands and plain:
            levels.append((Strand(grid=grid, blocks=plain, until=block.first_row),))
            plain = []
        if strands:
            levels.append(strands)
        else:
            plain.append(block)
    if plain:
        levels.append((Strand(grid=grid, blocks=plain),))
    return SheetTables(grid=grid, levels=levels)


def _parted(
    grid: Grid,
    first: int,
    until: int | None,
    find: Find,
    lexicon: Lexicon,
    *,
    is_first: bool,
) -> tuple[Strand, ...]:
    """Return the strands in a stretch of rows; none where they are one."""
    stretches = _stretches(grid, first, until)
    if len(stretches) < 2:
        return ()
    lefts: list[int] = []
    before: tuple[HeadingBlock, ...] = ()
    parts = grid.parts(first, until, stretches[1:])
    for left, part in zip(stretches, parts, strict=True):
        found = tuple(block for block in find(part) if block.has_title)
        if before and found and _compete(before, found, lexicon):
            lefts.append(left)
            before = found
        else:
            before = before or found
    if not lefts:
        return ()
    # A line above the headings is that of the table above whose columns it stands.
    below = grid.parts(first, until, lefts)
    with_lines = grid.parts(1, until, lefts) if is_first else below
    strands = tuple(
        Strand(grid=part, blocks=find(rows), until=until)
        for part, rows in zip(with_lines, below, strict=True)
    )
    return strands if all(strand.blocks for strand in strands) else ()


def _stretches(grid: Grid, first: int, until: int | None) -> list[int]:
    """Return the first column of each stretch of columns without a gap."""
    used = grid.columns(first, until)
    return sorted(column for column in used if column - 1 not in used)


def _compete(
    left: tuple[HeadingBlock, ...], right: tuple[HeadingBlock, ...], lexicon: Lexicon
) -> bool:
    """Say whether what stands on the right is a table of its own."""
    return any(_is_other(one, other, lexicon) for one in left for other in right)


def _is_other(one: HeadingBlock, other: HeadingBlock, lexicon: Lexicon) -> bool:
    if one.sheet == other.sheet:
        return not one.keys.isdisjoint(other.keys & set(one.titles))
    words = lexicon.of(one.sheet)
    as_first = {w.key for h in other.headings if (w := word_of(h.text, words))}
    return len(other.keys) > len(as_first - one.keys)
