"""Read the cells of the levels of a matrix, each once, and say what became no node."""

from attrs import define, evolve, field

from almwp.findings import matrix_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, CellKind, Strike
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.matrixcells import ColumnWords, InCell, NamedNode, nodes_in
from almwp.intake.matrixlevels import LevelColumn
from almwp.intake.matrixnodes import MatrixNodes
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values
from almwp.model.fields import squeeze
from almwp.model.folding import fold
from almwp.model.tabling import TableReading

_STRUCK = {
    Strike.PART: value_rules.PARTLY_STRUCK,
    Strike.WHOLE: value_rules.STRUCK_CELL,
}


@define(kw_only=True, eq=False)
class MatrixPlaces:
    """The cells of one table's levels.

    Attributes:
        grid: The cells of its sheet.
        table: The table.
        nodes: The nodes of the matrix.
        values: What is known of the sheet.
        findings: What was found so far.
    """

    grid: Grid
    table: TableReading
    nodes: MatrixNodes
    values: Values
    findings: list[Finding] = field(factory=list, init=False)
    _read: dict[tuple[str, str], tuple[NamedNode, ...] | None] = field(
        factory=dict, init=False
    )
    _titles: dict[tuple[str, str, str, str], str] = field(factory=dict, init=False)

    def cell_at(self, row: int, level: LevelColumn) -> Cell | None:
        """Return the cell of a row that names a node of a level, in any language."""
        columns = (level.column, *(column for column, _ in level.others))
        cells = (self.grid.filled_down(row, column) for column in columns)
        return next((cell for cell in cells if cell is not None), None)

    def named_by(
        self, cell: Cell, level: LevelColumn, row: int | None = None
    ) -> tuple[NamedNode, ...] | None:
        """Return the nodes that a cell names; none where it says that there is none.

        Returns:
            None where the cell cannot be read.
        """
        beside = [
            (self.grid.filled_down(row, column), language)
            for column, language in level.others
            if row is not None and column != cell.column
        ]
        number = self._number(row, level)
        refs = [other.ref for other in (number, *(c for c, _ in beside)) if other]
        key = (level.id, " ".join([cell.ref, *refs]))
        if key not in self._read:
            self._read[key] = self._made(cell, beside, number, level)
        return self._read[key]

    def _number(self, row: int | None, level: LevelColumn) -> Cell | None:
        if row is None or not level.numbers:
            return None
        return self.grid.filled_down(row, level.numbers)

    def _made(
        self,
        cell: Cell,
        beside: list[tuple[Cell | None, str]],
        number: Cell | None,
        level: LevelColumn,
    ) -> tuple[NamedNode, ...] | None:
        words = self._words(cell, level)
        if words is None:
            return None
        if not words:
            return ()
        inside = nodes_in(words, self._column(cell, level))
        if inside.is_doubtful:
            self._say_several(cell, words)
        if len(inside.nodes) > 1:
            return inside.nodes
        (node,) = inside.nodes
        said = self._words(number, level) if number else ""
        if said and not node.number:
            node = evolve(node, number=said)
        elif said and node.is_bare and squeeze(words) != said:
            node = evolve(node, is_bare=False)
        for other, language in beside:
            if other is not None:
                node = self._with_title(node, other, language, level)
        return (node,)

    def _with_title(
        self, node: NamedNode, cell: Cell, language: str, level: LevelColumn
    ) -> NamedNode:
        """Return a node with its title in another language, if that is one title."""
        words = self._words(cell, level)
        if not words or language in node.forms:
            return node
        column = evolve(self._column(cell, level), languages=(), language=language)
        read: InCell = nodes_in(words, column)
        if len(read.nodes) != 1:
            self._say_several(cell, words)
            return node
        title = read.nodes[0].forms.get(language, squeeze(words))
        first = next(iter(node.forms.values()))
        key = (level.id, node.number, fold(first), language)
        other = self._titles.setdefault(key, title)
        if fold(other) != fold(title):
            place, rule = self.values.spot.at(cell), matrix_rules.TITLES_DIFFER
            self.findings.append(rule.at(place, found=title, expected=other))
            title = other
        return evolve(node, forms={**node.forms, language: title})

    def _words(self, cell: Cell, level: LevelColumn) -> str | None:
        """Return the words of a cell; empty where it says that there is nothing.

        What is broken is refused as in any other file.
        """
        if cell.kind in (CellKind.ERROR, CellKind.UNCALCULATED):
            of = field_of(self.values.lexicon.fields.progress, "area")
            refused = read_value(self.values, of, cell).findings
            self.findings += [evolve(each, field=level.id) for each in refused]
            return None
        words = self.values.words(cell)
        place = self.values.spot.at(cell)
        if self.values.is_absent(words) or not any(map(str.isalnum, words)):
            rule = matrix_rules.NO_NODE_SAID
            self.findings.append(rule.at(place, found=words))
            return ""
        if cell.strike is not Strike.NONE:
            self.findings.append(_STRUCK[cell.strike].at(place, found=words))
        return words

    def _column(self, cell: Cell, level: LevelColumn) -> ColumnWords:
        language = dict(level.others).get(cell.column, "")
        languages = (language,) if language else level.languages
        return ColumnWords(
            labels=self.nodes.labels(level),
            languages=languages,
            language=next(iter(languages), self.table.language),
        )

    def _say_several(self, cell: Cell, words: str) -> None:
        place = self.values.spot.at(cell)
        found = squeeze(words)
        self.findings.append(matrix_rules.MAYBE_SEVERAL.at(place, found=found))
