"""Choose which columns of a published matrix are the levels of its framework."""

from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from almwp.intake.cells import column_letters, column_number
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.headingwords import word_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.matrixnames import slug
from almwp.model.fields import frozen_items, squeeze
from almwp.model.folding import fold
from almwp.model.framework import Role
from almwp.model.tabling import ColumnReading, TableReading

_ROLES: Mapping[str, Role] = {"outcome": Role.OUTCOME, "area": Role.PRIORITY_AREA}
_BODIES = "bodies"
"""The field whose column says which bodies carry the lowest node of a row."""
_TITLES = ("title", "title_english", "title_national")


@frozen(kw_only=True)
class AskedLevel:
    """A level that the user names.

    Attributes:
        heading: The heading of its column.
        role: What it is for.
    """

    heading: str
    role: Role | None = None


@frozen(kw_only=True)
class LevelColumn:
    """A column of a matrix that holds the nodes of one level.

    Attributes:
        id: Id of the level.
        heading: What the matrix calls it.
        role: What it is for.
        column: Number of the column; 0 for lines between the rows.
        letters: Its letters.
    """

    id: str
    heading: str
    role: Role | None
    column: int
    letters: str


@frozen(kw_only=True)
class ChosenLevels:
    """The levels of a matrix, and what was not used of it.

    Attributes:
        columns: From the top level down.
        left: Headings of columns that were not used.
        missing: Headings that the user named and that are not there.
    """

    columns: tuple[LevelColumn, ...] = field(default=(), converter=frozen_items)
    left: tuple[str, ...] = field(default=(), converter=frozen_items)
    missing: tuple[str, ...] = field(default=(), converter=frozen_items)


def choose_levels(
    table: TableReading, asked: tuple[AskedLevel, ...], lexicon: Lexicon
) -> ChosenLevels:
    """Return the levels of a table, in the order in which they stand.

    They are the columns that the user names.  Where he names none they are the outcome
    and the area, and what has no other meaning and stands left of the titles.
    """
    if asked:
        return _asked(table, asked, lexicon)
    known = [column_number(c.column) for c in table.columns if c.field in _ROLES]
    titles = [column_number(c.column) for c in table.columns if c.field in _TITLES]
    last = max(known + titles[:1], default=0)
    chosen = [
        column
        for column in table.columns
        if column.field in _ROLES
        or (column.field is None and column_number(column.column) < last)
    ]
    levels = [
        _level(_under_one_heading(column, table, lexicon), _role(column, lexicon))
        for column in chosen
    ]
    return _chosen(levels, table)


def _under_one_heading(
    column: ColumnReading, table: TableReading, lexicon: Lexicon
) -> ColumnReading:
    """Return a column without what stands over several columns of its table."""
    of = column.field
    if of is None or of not in _ROLES or table.rows[0] == table.rows[1]:
        return column
    label = field_of(lexicon.fields.progress, of).label
    return evolve(column, heading=label.in_(table.language))


def _asked(
    table: TableReading, asked: Iterable[AskedLevel], lexicon: Lexicon
) -> ChosenLevels:
    by_heading = {fold(column.heading): column for column in table.columns}
    levels, missing = [], []
    for each in asked:
        column = by_heading.get(fold(each.heading))
        if column is None:
            missing.append(each.heading)
        else:
            levels.append(_level(column, each.role or _role(column, lexicon)))
    chosen = _chosen(levels, table)
    return ChosenLevels(columns=chosen.columns, left=chosen.left, missing=missing)


def _chosen(levels: Iterable[LevelColumn], table: TableReading) -> ChosenLevels:
    own: dict[str, LevelColumn] = {}
    for level in levels:
        own.setdefault(level.id, level)
    used = {level.letters for level in own.values()}
    used |= {c.column for c in table.columns if c.field == _BODIES}
    left = [c.heading for c in table.columns if c.column not in used]
    return ChosenLevels(columns=own.values(), left=left)


def _level(column: ColumnReading, role: Role | None) -> LevelColumn:
    return LevelColumn(
        id=slug(column.heading) or f"column-{column.column.lower()}",
        heading=column.heading,
        role=role,
        column=column_number(column.column),
        letters=column.column,
    )


def _role(column: ColumnReading, lexicon: Lexicon) -> Role | None:
    if column.field and column.field in _ROLES:
        return _ROLES[column.field]
    meaning = lexicon.meaning("role", column.heading)
    return Role(meaning) if meaning else None


def find_headings(
    grid: Grid, asked: tuple[AskedLevel, ...], lexicon: Lexicon
) -> TableReading | None:
    """Return the table of a sheet by its row of headings, or None.

    It is the first row that has all the headings that the user names, or else those
    of outcomes and of areas.
    """
    wanted = {fold(each.heading) for each in asked}
    for row, cells in grid.rows.items():
        texts = {column: squeeze(cell.text) for column, cell in cells.items()}
        words = {column: word_of(text, lexicon) for column, text in texts.items()}
        keys = {word.key for word in words.values() if word}
        found = (
            wanted <= set(map(fold, texts.values())) if wanted else keys >= {*_ROLES}
        )
        if found:
            spoken = [word.language for word in words.values() if word]
            return TableReading(
                sheet=grid.sheet.name,
                kind="progress",
                rows=(row, row),
                language=next(filter(None, spoken), "en"),
                columns=[
                    ColumnReading(
                        column=column_letters(column),
                        heading=text,
                        field=word.key if (word := words[column]) else None,
                    )
                    for column, text in texts.items()
                ],
            )
    return None
