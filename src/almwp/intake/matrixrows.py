"""Read the rows of one table of a published matrix: places, lines between, bodies."""

import re

from attrs import define, field

from almwp.findings import matrix_rules
from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.cells import Cell, column_letters, column_number
from almwp.intake.display import words_of
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.lexicon import Lexicon
from almwp.intake.matrixlevels import (
    AskedLevel,
    ChosenLevels,
    LevelColumn,
    choose_levels,
)
from almwp.intake.matrixnodes import SECTIONS, MatrixNode, MatrixNodes
from almwp.intake.matrixplaces import MatrixPlaces
from almwp.intake.parsed import Spot
from almwp.intake.readvalue import read_value
from almwp.intake.rowkinds import RowKind, Table, kind_of
from almwp.intake.sections import section_key
from almwp.intake.values import Values
from almwp.model.fields import squeeze
from almwp.model.folding import fold
from almwp.model.tabling import TableReading

_KIND = "progress"
_FOOTNOTE = re.compile(r"\s*(?:[*†‡§¹²³]|\(\*+\)|\[\d+\])")
"""How a note below a table begins."""
_LONGEST = 60
"""A row that is left is quoted with so many letters."""


@define(kw_only=True, eq=False)
class MatrixTable:
    """One table of a matrix, while its rows are read.

    Attributes:
        file: Name of the file.
        levels: The columns that the user names as levels.
        table: Where it stands, and what its headings mean.
        after: The first row that may speak of it.
        until: The first row of the next table, or None.
        grid: The cells of its sheet.
        nodes: Takes the levels and nodes.
        lexicon: The words of all languages.
    """

    file: str
    levels: tuple[AskedLevel, ...]
    table: TableReading
    after: int
    until: int | None
    grid: Grid
    nodes: MatrixNodes
    lexicon: Lexicon
    _findings: list[Finding] = field(factory=list, init=False)
    _sections: dict[str, tuple[MatrixNode, ...]] = field(factory=dict, init=False)
    _above: dict[int, tuple[MatrixNode, ...]] = field(factory=dict, init=False)
    _left: list[int] = field(factory=list, init=False)

    def read(self) -> list[Finding]:
        """Read the rows; return what was found."""
        table = self.table
        chosen = choose_levels(table, self.levels, self.lexicon, self.grid)
        self._say_columns(chosen)
        values = Values(
            spot=Spot(file=self.file, sheet=table.sheet),
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
        places = MatrixPlaces(
            grid=self.grid, table=table, nodes=self.nodes, values=values
        )
        for row in self.grid.between(self.after, table.rows[0]):
            first = next(iter(self.grid.rows[row].values()))
            if section_key(first.text, values):
                self._read_line(first, row, places)
            else:
                self._left.append(row)
        for level in chosen.columns:
            self.nodes.add_level(level, table)
        below = shape.footer(values.lexicon)
        for row in shape.rows:
            if row in below:
                self._left.append(row)
            elif not self._is_headings(row):
                self._read_row(row, chosen.columns, shape, places)
        self._say_rows()
        return [*self._findings, *places.findings]

    def _is_headings(self, row: int) -> bool:
        """Say whether the headings come again, as on a further page."""
        first, last = self.table.rows
        heads = [self.grid.rows.get(n, {}) for n in range(first, last + 1)]
        return all(
            any(
                (head := cells.get(column)) and fold(head.text) == fold(cell.text)
                for cells in heads
            )
            for column, cell in self.grid.rows[row].items()
        )

    def _read_row(
        self,
        row: int,
        levels: tuple[LevelColumn, ...],
        shape: Table,
        places: MatrixPlaces,
    ) -> None:
        kind = kind_of(row, shape, places.values)
        cells = self.grid.rows[row]
        first = next(iter(cells.values()))
        own = next((x for x in levels if x.column == first.column), None)
        key = section_key(first.text, places.values)
        is_note = len(cells) == 1 and _FOOTNOTE.match(first.text) is not None
        is_line = kind is RowKind.SECTION and (
            own is None
            or self.grid.is_wide(row, first.column)
            or (key in SECTIONS and own.role is not SECTIONS[key])
        )
        if is_note:
            self._say_line(first, places.values)
        elif is_line:
            self._read_line(first, row, places)
        elif kind in (RowKind.ACTIVITY, RowKind.SECTION):
            self._read_places(row, levels, places)
            self._read_bodies(row, shape, places.values)
        else:
            self._left.append(row)

    def _read_places(
        self, row: int, levels: tuple[LevelColumn, ...], places: MatrixPlaces
    ) -> None:
        parents = next(reversed(self._sections.values()), ())
        is_new = False
        for level in levels:
            cell = places.cell_at(row, level)
            if cell is None:
                if is_new:  # What stands above is that of another branch.
                    self._above.pop(level.column, None)
                parents = self._above.get(level.column) or parents
                continue
            named = places.named_by(cell, level, row)
            if not named:
                # Of what cannot be read nothing is known; none is known to be none.
                parents = () if named is None else parents
                self._above[level.column] = ()
                is_new = True
                continue
            found = tuple(
                self.nodes.node(each, cell, level, parents, self.table)
                for each in named
            )
            is_new = is_new or self._above.get(level.column) != found
            self._above[level.column] = parents = found

    def _read_line(self, cell: Cell, row: int, places: MatrixPlaces) -> None:
        """Read a line between the rows, which may name an outcome or an area."""
        key = section_key(cell.text, places.values)
        self._above.clear()
        if not key:
            self._sections.clear()
            self._say_line(cell, places.values)
            return
        label = field_of(self.lexicon.fields.progress, key).label
        level = LevelColumn(
            id=key,
            heading=label.in_(self.table.language),
            role=SECTIONS[key],
            column=0,
            letters=column_letters(cell.column),
            languages=(self.table.language,),
        )
        self.nodes.add_level(level, self.table, row)
        self._sections.pop("area", None)
        above = () if key == "outcome" else self._sections.get("outcome", ())
        self._sections[key] = tuple(
            self.nodes.node(each, cell, level, above, self.table)
            for each in places.named_by(cell, level) or ()
        )

    def _read_bodies(self, row: int, shape: Table, values: Values) -> None:
        """Give the lowest nodes of a row the bodies that the row names."""
        lowest = next(reversed(self._sections.values()), ())
        if there := [column for column, nodes in self._above.items() if nodes]:
            lowest = self._above[max(there)]
        for column, of in shape.columns.items():
            cell = shape.grid.filled_down(row, column)
            if of.key == "bodies" and cell:
                read = read_value(values, of, cell)
                self._findings += read.findings
                for node in lowest:
                    node.bodies.update(dict.fromkeys(read.value or ()))

    def _say_line(self, cell: Cell, values: Values) -> None:
        place, found = values.spot.at(cell), squeeze(cell.text)
        self._findings.append(matrix_rules.LINE_LEFT.at(place, found=found))

    def _say_rows(self) -> None:
        """Name the rows of titles, totals and notes, which became no node."""
        if not self._left:
            return
        said = []
        for row in self._left:
            cells = self.grid.rows[row].values()
            words = " | ".join(squeeze(words_of(cell)) for cell in cells)
            short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}..."
            said.append(f"{row} ({short})")
        place = Location(file=self.file, sheet=self.table.sheet)
        self._findings.append(matrix_rules.ROWS_LEFT.at(place, found="; ".join(said)))

    def _say_columns(self, chosen: ChosenLevels) -> None:
        said: list[tuple[Rule, tuple[str, ...]]] = [
            (matrix_rules.NO_SUCH_LEVEL, chosen.missing),
            (matrix_rules.COLUMNS_LEFT, chosen.left),
            (matrix_rules.COLUMNS_JOINED, chosen.joined),
        ]
        place = Location(file=self.file, sheet=self.table.sheet)
        levels = ", ".join(level.heading for level in chosen.columns)
        for rule, headings in said:
            if headings and (levels or rule is matrix_rules.NO_SUCH_LEVEL):
                joint = "; " if rule is matrix_rules.COLUMNS_JOINED else ", "
                found = joint.join(headings)
                self._findings.append(rule.at(place, found=found, expected=levels))
