"""Make the headings of tables whose rows the user's own mapping file names."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import evolve

from almwp.intake.cells import column_letters, column_number
from almwp.intake.display import words_of
from almwp.intake.grid import Grid
from almwp.intake.headingcells import make_block, with_edges
from almwp.intake.headingchoice import with_near
from almwp.intake.headings import Heading, HeadingBlock
from almwp.intake.headingwords import EXACT, mapping_key
from almwp.intake.lexicon import Lexicon
from almwp.intake.mapping import (
    MappedColumn,
    TableMapping,
    lexicon_under,
    word_of_column,
)
from almwp.model.folding import fold

_ENOUGH = Fraction(1, 2)
"""What share of the columns that a mapping names must stand in the rows it names."""


def mapped_blocks(
    grid: Grid, lexicon: Lexicon, mapped: Iterable[TableMapping]
) -> Iterator[HeadingBlock]:
    """Give the headings in the rows that *mapped* names, and where they come again.

    At least half of the columns that it names must stand there.

    Args:
        grid: A sheet, or a part of it.
        lexicon: The words of all languages, without those of these tables: a heading
            may mean one thing in one and another in the next.
        mapped: What the mapping says of the sheet.
    """
    tables = [table for table in mapped if table.rows]
    alike = _rows_alike(grid, [table.rows[0] for table in tables if table.rows])
    for table in tables:
        first, last = table.rows or (0, 0)
        words = lexicon_under(lexicon, (table,)).of(table.kind)
        block = _block(grid, table, first, last, words)
        share = _share(block, table)
        if share < _ENOUGH or not _begins_there(block, table):
            continue  # These are the rows of another table beside this one.
        for row in alike.get(_signature(grid, first), [first]):
            again = _block(grid, table, row, row + last - first, words)
            if row == first or (row > last and again.texts == block.texts):
                mapped_here = share if row == first else Fraction(0)
                yield evolve(again, mapped=mapped_here, said_language=table.language)


def _block(
    grid: Grid, table: TableMapping, first: int, last: int, words: Lexicon
) -> HeadingBlock:
    block = _with_letters(make_block(grid, first, last, words), table, grid)
    return with_edges(grid, with_near(block, words), 0, words)


_Signature = tuple[tuple[int, str], ...]


def _signature(grid: Grid, row: int) -> _Signature:
    return tuple((c, fold(cell.text)) for c, cell in grid.rows.get(row, {}).items())


def _rows_alike(grid: Grid, rows: Iterable[int]) -> dict[_Signature, list[int]]:
    """Return all rows that say what one of *rows* says, by what they say."""
    found: dict[_Signature, list[int]] = {_signature(grid, row): [] for row in rows}
    if not found:
        return found
    columns = {tuple(column for column, _ in signature) for signature in found}
    for row, cells in grid.rows.items():
        if tuple(cells) in columns and (own := _signature(grid, row)) in found:
            found[own].append(row)
    return found


def _begins_there(block: HeadingBlock, table: TableMapping) -> bool:
    """Say whether it is the one of the tables side by side that is meant."""
    if not block.headings:
        return False
    first = column_letters(block.headings[0].column)
    return table.first_column in ("", first)


def _share(block: HeadingBlock, table: TableMapping) -> Fraction:
    there = {mapping_key(heading.text) for heading in block.headings}
    there |= {mapping_key(words_of(c)) for h in block.headings for c in h.cells}
    letters = {column_letters(heading.column) for heading in block.headings}
    found = sum(
        1
        for column in table.columns
        if column.column in letters or mapping_key(column.heading) in there
    )
    return Fraction(found, len(table.columns) or 1)


def _with_letters(block: HeadingBlock, table: TableMapping, grid: Grid) -> HeadingBlock:
    """Give the columns that are named by their letters the meaning that they have."""
    named = {column_number(c.column): c for c in table.columns if c.column}
    if not named:
        return block
    used = {column for cells in grid.rows.values() for column in cells}
    headings = {heading.column: heading for heading in block.headings}
    for column, said in named.items():
        if column in headings or (column in used and headings):
            headings[column] = _named(headings.get(column), column, said)
    return evolve(block, headings=[headings[column] for column in sorted(headings)])


def _named(heading: Heading | None, column: int, said: MappedColumn) -> Heading:
    text = f"column {column_letters(column)}"
    known = heading or Heading(column=column, text=text, word=None)
    return evolve(
        known,
        word=word_of_column(said),
        confidence=EXACT,
        rivals=(),
        by="mapping",
    )
