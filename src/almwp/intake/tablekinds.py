"""Find the tables of a sheet, and tell which table of a submission each one is."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import evolve

from almwp.intake.grid import Grid
from almwp.intake.headingblocks import joined, search_blocks, search_misspelt
from almwp.intake.headingchoice import with_runners_up
from almwp.intake.headingrows import heading_rows, likely_headings
from almwp.intake.headings import HeadingBlock
from almwp.intake.headingstates import with_dated_states
from almwp.intake.lexicon import Lexicon
from almwp.intake.limits import Limits
from almwp.intake.mappedblocks import mapped_blocks
from almwp.intake.mapping import TableMapping, lexicon_under
from almwp.intake.markedcolumns import with_marked_columns
from almwp.intake.sidebyside import SheetTables, Strand, part_side_by_side
from almwp.model.folding import fold

_USUAL = Limits()


def tables_of(
    grid: Grid,
    lexicon: Lexicon,
    mapped: tuple[TableMapping, ...] = (),
    limits: Limits = _USUAL,
) -> SheetTables:
    """Return the tables of a sheet, parted where they stand side by side.

    Args:
        grid: The sheet.
        lexicon: The words of all languages.
        mapped: What the user's own mapping says of the sheet.
        limits: How many of its texts may be headings.

    Raises:
        ManyHeadingsError: They are more.
    """

    def find(part: Grid) -> tuple[HeadingBlock, ...]:
        return find_tables(part, lexicon, mapped, limits)

    blocks = find(grid)
    if not blocks:
        return SheetTables(grid=grid, levels=())
    named = [table for table in mapped if table.rows]
    if named and not any(table.first_column for table in named):
        # The mapping says where the headings stand, and of no table that it is beside.
        strand = Strand(grid=grid, blocks=blocks)
        return SheetTables(grid=grid, levels=[(strand,)])
    return part_side_by_side(grid, blocks, find, _words(lexicon, mapped))


def _words(lexicon: Lexicon, mapped: tuple[TableMapping, ...]) -> Lexicon:
    """Add what a mapping says of headings wherever they stand.

    Where it names rows it speaks of these rows alone.
    """
    anywhere = tuple(table for table in mapped if not table.rows)
    return lexicon_under(lexicon, anywhere) if anywhere else lexicon


def find_tables(
    grid: Grid,
    lexicon: Lexicon,
    mapped: tuple[TableMapping, ...] = (),
    limits: Limits = _USUAL,
) -> tuple[HeadingBlock, ...]:
    """Return the headings of the tables of a sheet, from the top down.

    Many headings are those of several tables of a submission: a table is the one of
    which it has a row's title and the most fields, and, where two have as many, the
    one after which the sheet is named or else the earlier in the list of fields.  A
    table other than that of activities has a field by which it can be told, or the
    sheet is named after it.  Where the user's own mapping names the rows of headings,
    they are the headings.
    """
    lexicon = _words(lexicon, mapped)
    own = list(mapped_blocks(grid, lexicon, mapped))
    named = lexicon.sheet_names.get(fold(grid.sheet.name), "")
    named_rows = sorted((b for b in own if b.mapped), key=lambda b: b.first_row)
    likely = likely_headings(grid, lexicon, limits.headings)
    texts = frozenset(map(grid.packed.texts.__getitem__, likely))
    found = [
        block
        for key, rows in heading_rows(grid, lexicon, named, likely).items()
        for block in search_blocks(
            grid, rows, lexicon.of(key), known=named_rows, likely=texts
        )
        if _can_be(block, named, lexicon)
    ]
    if not found and not own:
        first = named or lexicon.fields.sheets[0].key
        found = search_misspelt(grid, lexicon.of(first), likely)
    found += named_rows
    best_first = sorted(found, key=lambda block: _rank(block, named), reverse=True)
    chosen: list[HeadingBlock] = []
    taken: set[int] = set()
    # Rows that only read like those of a mapping count where they are nothing else.
    for block in [*best_first, *(block for block in own if not block.mapped)]:
        rows_of_block = range(block.first_row, block.last_row + 1)
        if taken.isdisjoint(rows_of_block):
            chosen.append(block)
            taken.update(rows_of_block)
    ordered = joined(sorted(chosen, key=lambda block: block.first_row))
    dated = (with_dated_states(b, lexicon.of(b.sheet)) for b in ordered)
    blocks = [
        with_runners_up(_in_said_language(b, mapped), lexicon.of(b.sheet))
        for b in dated
    ]
    ends = [*(block.first_row for block in blocks[1:]), None]
    return tuple(
        with_marked_columns(grid, block, until, lexicon.of(block.sheet))
        for block, until in zip(blocks, ends, strict=False)
    )


def _in_said_language(
    block: HeadingBlock, mapped: tuple[TableMapping, ...]
) -> HeadingBlock:
    said = (t.language for t in mapped if t.kind == block.sheet and not t.rows)
    language = block.said_language or next(filter(None, said), "")
    return evolve(block, said_language=language) if language else block


def _can_be(block: HeadingBlock, named: str, lexicon: Lexicon) -> bool:
    telling = lexicon.of(block.sheet).sheet.telling
    return not telling or block.sheet == named or not block.keys.isdisjoint(telling)


def _rank(block: HeadingBlock, named: str) -> tuple[Fraction, bool, int, bool]:
    exact = {h.word.key for h in block.headings if h.word and not h.near}
    return block.mapped, block.has_title, len(exact), block.sheet == named


def template_of(tables: Iterable[SheetTables], lexicon: Lexicon) -> str:
    """Tell which template the tables of a file are of.

    A paper for a meeting may hold proposals and report activities as well.
    """
    sheets = {block.sheet for sheet in tables for block in sheet.blocks}
    kinds = [s.templates[0] for s in lexicon.fields.sheets if s.key in sheets]
    return "position" if "position" in kinds else next(iter(kinds), "unknown")
