"""Read a published matrix, whose rows are projects, into the framework above them."""

from collections.abc import Iterator, Mapping

from attrs import define, evolve, field, frozen

from almwp.findings import matrix_rules
from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.cells import Book, Cell, Visibility, column_letters, column_number
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworkbook import FrameworkBook, gather_framework
from almwp.intake.frameworkrow import Draft
from almwp.intake.grid import Grid, build_grid
from almwp.intake.lexicon import Lexicon
from almwp.intake.matrixlevels import (
    AskedLevel,
    ChosenLevels,
    LevelColumn,
    choose_levels,
    find_headings,
)
from almwp.intake.matrixnodes import SECTIONS, MatrixNode, MatrixNodes
from almwp.intake.parsed import Spot
from almwp.intake.readvalue import read_value
from almwp.intake.rowkinds import RowKind, Table, kind_of
from almwp.intake.sections import section_key
from almwp.intake.values import Values
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
    grids = {
        sheet.name: build_grid(sheet)
        for sheet in matrix.book.sheets
        if sheet.visibility is Visibility.VISIBLE
    }
    tables = _tables(matrix, grids, lexicon)
    nodes = MatrixNodes(
        file=matrix.file,
        sha256=matrix.sha256,
        about=about,
        is_whole=matrix.is_whole,
        lexicon=lexicon,
    )
    findings: list[Finding] = []
    for table in tables:
        others = [t.rows for t in tables if t.sheet == table.sheet]
        before = [last for _, last in others if last < table.rows[0]]
        reader = _TableReader(
            matrix=matrix,
            table=table,
            # Lines above a table speak of it, and of no other.
            after=table.rows[0] if before else 1,
            until=min((row for row, _ in others if row > table.rows[1]), default=None),
            grid=grids[table.sheet],
            nodes=nodes,
            lexicon=lexicon,
        )
        findings += reader.read()
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
    chosen = ((table, choose_levels(table, matrix.levels, lexicon)) for table in known)
    found = [table for table, levels in chosen if levels.columns and not levels.missing]
    if found:
        return found
    words = lexicon.of(_KIND)
    others = (find_headings(grid, matrix.levels, words) for grid in grids.values())
    return [table for table in others if table] or known


def _said_nowhere(matrix: Matrix, grids: Mapping[str, Grid]) -> Iterator[Finding]:
    """Name the headings of levels that the user asks for and that no cell has."""
    said = {fold(cell.text) for grid in grids.values() for cell in grid.cells}
    for each in matrix.levels:
        if fold(each.heading) not in said:
            place, found = Location(file=matrix.file), each.heading
            yield matrix_rules.NO_SUCH_LEVEL.at(place, found=found)


@define(kw_only=True, eq=False)
class _TableReader:
    matrix: Matrix
    table: TableReading
    after: int
    until: int | None
    grid: Grid
    nodes: MatrixNodes
    lexicon: Lexicon
    _findings: list[Finding] = field(factory=list, init=False)
    _sections: dict[str, MatrixNode] = field(factory=dict, init=False)
    _above: dict[int, MatrixNode] = field(factory=dict, init=False)

    def read(self) -> list[Finding]:
        """Read the rows; return what was found."""
        table = self.table
        chosen = choose_levels(table, self.matrix.levels, self.lexicon)
        self._say_columns(chosen)
        values = Values(
            spot=Spot(file=self.matrix.file, sheet=table.sheet),
            lexicon=self.lexicon.of(_KIND).in_language(table.language),
            language=table.language,
        )
        columns = self.lexicon.of(_KIND).columns
        shape = Table(
            grid=self.grid,
            columns={
                column_number(c.column): field_of(columns, c.field)
                for c in table.columns
                if c.field
            },
            headed=frozenset(column_number(c.column) for c in table.columns),
            rows=tuple(self.grid.between(table.rows[1] + 1, self.until)),
        )
        for row in self.grid.between(self.after, table.rows[0]):
            first = next(iter(self.grid.rows[row].values()))
            if section_key(first.text, values):
                self._read_line(first, row, values)
        for level in chosen.columns:
            self.nodes.add_level(level, table)
        below = shape.footer(values.lexicon)
        for row in shape.rows:
            if row not in below:
                self._read_row(row, chosen.columns, shape, values)
        return self._findings

    def _read_row(
        self, row: int, levels: tuple[LevelColumn, ...], shape: Table, values: Values
    ) -> None:
        kind = kind_of(row, shape, values)
        first = next(iter(self.grid.rows[row].values()))
        own = next((x for x in levels if x.column == first.column), None)
        key = section_key(first.text, values)
        is_line = kind is RowKind.SECTION and (
            own is None
            or self.grid.is_wide(row, first.column)
            or (key in SECTIONS and own.role is not SECTIONS[key])
        )
        if is_line:
            self._read_line(first, row, values)
        elif kind in (RowKind.ACTIVITY, RowKind.SECTION):
            self._read_places(row, levels)
            self._read_bodies(row, shape, values)

    def _read_places(self, row: int, levels: tuple[LevelColumn, ...]) -> None:
        parent = next(reversed(self._sections.values()), None)
        is_new = False
        for level in levels:
            cell = self.grid.filled_down(row, level.column)
            if cell is None:
                if is_new:  # What stands above is that of another branch.
                    self._above.pop(level.column, None)
                parent = self._above.get(level.column, parent)
                continue
            found = self.nodes.node(cell, level, parent, self.table)
            is_new = is_new or self._above.get(level.column) is not found
            self._above[level.column] = parent = found

    def _read_line(self, cell: Cell, row: int, values: Values) -> None:
        """Read a line between the rows, which may name an outcome or an area."""
        key = section_key(cell.text, values)
        self._above.clear()
        if not key:
            self._sections.clear()
            place = values.spot.at(cell)
            self._findings.append(matrix_rules.LINE_LEFT.at(place, found=cell.text))
            return
        label = field_of(self.lexicon.fields.progress, key).label
        level = LevelColumn(
            id=key,
            heading=label.in_(self.table.language),
            role=SECTIONS[key],
            column=0,
            letters=column_letters(cell.column),
        )
        self.nodes.add_level(level, self.table, row)
        self._sections.pop("area", None)
        above = None if key == "outcome" else self._sections.get("outcome")
        self._sections[key] = self.nodes.node(cell, level, above, self.table)

    def _read_bodies(self, row: int, shape: Table, values: Values) -> None:
        """Give the lowest node of a row the bodies that the row names."""
        lowest = next(reversed(self._sections.values()), None)
        if self._above:
            lowest = self._above[max(self._above)]
        for column, of in shape.columns.items():
            cell = shape.grid.filled_down(row, column)
            if of.key == "bodies" and cell and lowest:
                read = read_value(values, of, cell)
                self._findings += read.findings
                lowest.bodies.update(dict.fromkeys(read.value or ()))

    def _say_columns(self, chosen: ChosenLevels) -> None:
        said: list[tuple[Rule, tuple[str, ...]]] = [
            (matrix_rules.NO_SUCH_LEVEL, chosen.missing),
            (matrix_rules.COLUMNS_LEFT, chosen.left),
        ]
        place = Location(file=self.matrix.file, sheet=self.table.sheet)
        levels = ", ".join(level.heading for level in chosen.columns)
        for rule, headings in said:
            if headings and (levels or rule is matrix_rules.NO_SUCH_LEVEL):
                found = ", ".join(headings)
                self._findings.append(rule.at(place, found=found, expected=levels))
