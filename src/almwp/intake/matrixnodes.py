"""Collect the levels and the nodes of a published matrix while its rows are read."""

from attrs import define, evolve, field

from almwp.intake.cells import Cell, column_letters
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworkrow import Draft
from almwp.intake.lexicon import Lexicon
from almwp.intake.matrixcells import NamedNode
from almwp.intake.matrixlevels import LevelColumn
from almwp.intake.matrixnames import labels_from, slug
from almwp.model.activity import RowOrigin
from almwp.model.folding import fold
from almwp.model.framework import Framework, Level, Node, Role
from almwp.model.ids import BodyId, NodeId
from almwp.model.tabling import TableReading
from almwp.model.text import Text

SECTIONS = {"outcome": Role.OUTCOME, "area": Role.PRIORITY_AREA}
"""What a line between the rows may name, and the role of its level."""


@define(kw_only=True, eq=False)
class MatrixNode:
    """A node while rows are read: what it belongs to, and the bodies of its rows.

    Only its number is known as long as it is bare.
    """

    node: Node
    origin: RowOrigin
    language: str
    is_bare: bool = False
    parents: dict[NodeId, None] = field(factory=dict)
    bodies: dict[BodyId, None] = field(factory=dict)

    def draft(self) -> Draft:
        """Return it as a row of a framework workbook."""
        return Draft(
            sheet="nodes",
            record=evolve(self.node, bodies=tuple(self.bodies)),
            parents=tuple(self.parents),
            language=self.language,
            origin=self.origin,
        )


@define(kw_only=True, eq=False)
class MatrixNodes:
    """The levels and nodes of a matrix.

    Attributes:
        file: The file's name.
        sha256: Fingerprint of its bytes.
        about: What it is a matrix of; the nodes stand on its basis and sources.
        is_whole: Whether the matrix has all the nodes there are.
        lexicon: The words of all languages.
    """

    file: str
    sha256: str
    about: Framework
    is_whole: bool
    lexicon: Lexicon
    _levels: dict[str, tuple[bool, Draft]] = field(factory=dict, init=False)
    _nodes: list[MatrixNode] = field(factory=list, init=False)
    _by_title: dict[tuple[str, str, str], MatrixNode] = field(factory=dict, init=False)
    _by_number: dict[tuple[str, str], MatrixNode] = field(factory=dict, init=False)
    _bare: dict[tuple[str, str], MatrixNode] = field(factory=dict, init=False)
    _ids: set[str] = field(factory=set, init=False)

    @property
    def levels(self) -> list[Draft]:
        """The levels; those that stand as lines between the rows are above the rest."""
        found = self._levels.values()
        return [draft for _, draft in sorted(found, key=lambda level: level[0])]

    @property
    def nodes(self) -> list[Draft]:
        """The nodes, in the order of the rows."""
        return [found.draft() for found in self._nodes]

    def add_level(
        self, level: LevelColumn, table: TableReading, row: int | None = None
    ) -> None:
        """Add a level, once."""
        if level.id in self._levels:
            return
        record = Level(
            id=level.id,
            name=level.name or Text.of(level.heading, table.language),
            role=level.role,
            complete=True if self.is_whole else None,
            basis=self.about.basis,
        )
        address = f"{level.letters}{row or table.rows[0]}"
        draft = Draft(
            sheet="levels",
            record=record,
            language=table.language,
            origin=self._origin(table, row or table.rows[0], address, ("id", "name")),
        )
        self._levels[level.id] = (level.column > 0, draft)

    def node(
        self,
        named: NamedNode,
        cell: Cell,
        level: LevelColumn,
        parents: tuple[MatrixNode, ...],
        table: TableReading,
    ) -> MatrixNode:
        """Return the node that a cell names, below *parents*.

        The same number and title are one node, and so is a number alone and the node
        of that number.
        """
        found = self._known(named, level)
        if found is None:
            found = self._made(named, cell, level, table)
            self._nodes.append(found)
        numbered = (level.id, named.number)
        if named.is_bare:
            if found.is_bare:
                self._bare[numbered] = found
        else:
            for words in named.forms.values():
                self._by_title.setdefault((*numbered, fold(words) or words), found)
        if named.number:
            self._by_number.setdefault(numbered, found)
        for parent in parents:
            found.parents[parent.node.id] = None
        return found

    def _known(self, named: NamedNode, level: LevelColumn) -> MatrixNode | None:
        numbered = (level.id, named.number)
        if named.is_bare:
            return self._by_number.get(numbered)
        for words in named.forms.values():
            if found := self._by_title.get((*numbered, fold(words) or words)):
                forms = {**named.forms, **dict(found.node.title.forms)}
                found.node = evolve(found.node, title=Text.from_forms(forms))
                return found
        if found := self._bare.pop(numbered, None):
            # The number alone came first; here is what it is called.
            found.node = evolve(found.node, title=Text.from_forms(named.forms))
            found.is_bare = False
            return found
        return None

    def _made(
        self, named: NamedNode, cell: Cell, level: LevelColumn, table: TableReading
    ) -> MatrixNode:
        title = next(iter(named.forms.values()))
        node = Node(
            id=NodeId(self._free_id(level, named.number, title)),
            level=level.id,
            number=named.number,
            title=Text.from_forms(named.forms),
            title_basis=self.about.basis,
            placement=self.about.basis,
            basis=self.about.basis,
            sources=self.about.sources,
        )
        address = f"{column_letters(cell.column)}{cell.row}"
        keys = ("title", "number", "parents")
        origin = self._origin(table, cell.row, address, keys)
        return MatrixNode(
            node=node, origin=origin, language=table.language, is_bare=named.is_bare
        )

    def _origin(
        self, table: TableReading, row: int, address: str, keys: tuple[str, ...]
    ) -> RowOrigin:
        return RowOrigin(
            file=self.file,
            sha256=self.sha256,
            sheet=table.sheet,
            row=row,
            columns=[(key, address) for key in keys],
        )

    def _free_id(self, level: LevelColumn, number: str, title: str) -> str:
        plain = slug(number)
        wanted = f"{level.id}-{plain}" if plain else slug(title) or level.id
        name, count = wanted, 2
        while name in self._ids:
            name, count = f"{wanted}-{count}", count + 1
        self._ids.add(name)
        return name

    def labels(self, level: LevelColumn) -> frozenset[str]:
        """Return the folded words that may stand before the number of a node."""
        known = [level.heading, *(words for _, words in level.name.forms)]
        for key, role in SECTIONS.items():
            if level.role is role:
                of = field_of(self.lexicon.fields.progress, key)
                known += [words for _, words in of.label.forms]
                known += of.synonyms
        return labels_from(known)
