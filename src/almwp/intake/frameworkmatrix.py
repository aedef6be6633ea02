"""Read a published matrix, whose rows are projects, into the framework above them."""

from collections.abc import Iterator, Mapping

from attrs import evolve, field, frozen

from almwp.findings import file_rules, matrix_rules
from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Book, Visibility
from almwp.intake.frameworkbook import FrameworkBook, gather_framework
from almwp.intake.frameworkrow import Draft
from almwp.intake.grid import Grid, build_grids
from almwp.intake.lexicon import Lexicon
from almwp.intake.matrixlevels import AskedLevel, choose_levels, find_headings
from almwp.intake.matrixnodes import MatrixNodes
from almwp.intake.matrixrows import MatrixTable
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.framework import Framework
from almwp.model.tabling import TableReading

_KIND = "progress"
"""The kind of table that a matrix of projects looks like."""


@frozen(kw_only=True)
class Matrix:
    """A workbook in which a matrix was published.

    Attributes:
        file: Its name.
        sha256: Fingerprint of its bytes.
        book: Its cells.
        tables: Its tables, as they were understood.
        levels: The columns that the user names as levels; chosen where there are none.
        is_whole: Whether the matrix has all the nodes there are.
    """

    file: str
    sha256: str
    book: Book
    tables: tuple[TableReading, ...] = field(default=(), converter=frozen_items)
    levels: tuple[AskedLevel, ...] = field(default=(), converter=frozen_items)
    is_whole: bool = False


def read_matrix(matrix: Matrix, about: Framework, lexicon: Lexicon) -> FrameworkBook:
    """Return the framework of a matrix.

    Each distinct cell of a column of levels is a node, in the order of the rows; it
    belongs to what stands left of it.  A cell that is empty says what the one above
    says, as long as all left of it does.

    Args:
        matrix: The matrix.
        about: What it is a matrix of, without levels and nodes.  The nodes stand on
            its basis and sources.
        lexicon: The words of all languages.
    """
    every = {grid.sheet.name: grid for grid in build_grids(matrix.book)}
    grids = {
        name: grid
        for name, grid in every.items()
        if grid.sheet.visibility is Visibility.VISIBLE
    }
    tables = _tables(matrix, grids, lexicon)
    nodes = MatrixNodes(
        file=matrix.file,
        sha256=matrix.sha256,
        about=about,
        is_whole=matrix.is_whole,
        lexicon=lexicon,
    )
    used = {table.sheet for table in tables}
    findings = list(_sheets_left(matrix, every, used))
    for table in tables:
        others = [t.rows for t in tables if t.sheet == table.sheet]
        before = [last for _, last in others if last < table.rows[0]]
        reader = MatrixTable(
            file=matrix.file,
            levels=matrix.levels,
            table=table,
            # Lines above a table speak of it, and of no other.
            after=table.rows[0] if before else 1,
            until=min((row for row, _ in others if row > table.rows[1]), default=None),
            grid=grids[table.sheet],
            nodes=nodes,
            lexicon=lexicon,
        )
        findings += dict.fromkeys(reader.read())
    if not nodes.nodes:
        rule, place = matrix_rules.NO_MATRIX, Location(file=matrix.file)
        missing = _said_nowhere(matrix, grids) if not tables else ()
        return FrameworkBook(findings=[*findings, *missing, rule.at(place)])
    levels = nodes.levels
    head = Draft(
        sheet="framework",
        record=about,
        language=levels[0].language,
        origin=levels[0].origin,
    )
    drafts = {"framework": [head], "levels": levels, "nodes": nodes.nodes}
    book = gather_framework(drafts, lexicon, matrix.file)
    return evolve(book, findings=[*findings, *book.findings])


def _tables(
    matrix: Matrix, grids: Mapping[str, Grid], lexicon: Lexicon
) -> list[TableReading]:
    """Return the tables that have levels; those that are none of projects too."""
    known = [t for t in matrix.tables if t.kind == _KIND and t.sheet in grids]
    chosen = ((t, choose_levels(t, matrix.levels, lexicon)) for t in known)
    found = [table for table, levels in chosen if levels.columns and not levels.missing]
    if found:
        return found
    words = lexicon.of(_KIND)
    others = (find_headings(grid, matrix.levels, words) for grid in grids.values())
    return [table for table in others if table] or known


def _sheets_left(
    matrix: Matrix, grids: Mapping[str, Grid], used: set[str]
) -> Iterator[Finding]:
    """Name the sheets that were not read, and cells that are hidden on the others."""
    for name, grid in grids.items():
        place, count = Location(file=matrix.file, sheet=name), len(grid.cells)
        hidden = sum(cell.hidden for cell in grid.cells)
        if grid.sheet.visibility is not Visibility.VISIBLE:
            if count:
                yield file_rules.HIDDEN_SHEET.at(place, count=count)
        elif name not in used:
            if count and used:
                yield matrix_rules.SHEET_LEFT.at(place, count=count)
        elif hidden:
            yield file_rules.HIDDEN_ROWS.at(place, count=hidden)


def _said_nowhere(matrix: Matrix, grids: Mapping[str, Grid]) -> Iterator[Finding]:
    """Name the headings of levels that the user asks for and that no cell has."""
    said = {fold(cell.text) for grid in grids.values() for cell in grid.cells}
    for each in matrix.levels:
        if fold(each.heading) not in said:
            place, found = Location(file=matrix.file), each.heading
            yield matrix_rules.NO_SUCH_LEVEL.at(place, found=found)
