"""Choose which columns of a published matrix are the levels of its framework."""

from collections.abc import Iterable, Mapping

from attrs import evolve, field, frozen

from almwp.intake.cells import column_letters, column_number
from almwp.intake.fieldlist import field_of
from almwp.intake.grid import Grid
from almwp.intake.headingwords import word_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.matrixcolumns import heading_of, number_columns, partner_columns
from almwp.intake.matrixnames import slug
from almwp.model.fields import frozen_items, squeeze
from almwp.model.folding import fold
from almwp.model.framework import Role
from almwp.model.tabling import ColumnReading, TableReading
from almwp.model.text import Text

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
        name: The same by language; empty where it has one language, that of the table.
        role: What it is for.
        column: Number of the column; 0 for lines between the rows.
        letters: Its letters.
        languages: The languages in which its cells may stand, in their order.
        others: Further columns with its titles: number and language of each.
        numbers: The column of the numbers of its nodes; 0 for none.
    """

    id: str
    heading: str
    name: Text = Text()
    role: Role | None
    column: int
    letters: str
    languages: tuple[str, ...] = field(default=(), converter=frozen_items)
    others: tuple[tuple[int, str], ...] = field(default=(), converter=frozen_items)
    numbers: int = 0

    @property
    def columns(self) -> tuple[int, ...]:
        """All columns that tell of its nodes."""
        beside = tuple(column for column, _ in self.others)
        return tuple(c for c in (self.numbers, self.column, *beside) if c)


@frozen(kw_only=True)
class ChosenLevels:
    """The levels of a matrix, and what was not used of it.

    Attributes:
        columns: From the top level down.
        left: Headings of columns that were not used.
        missing: Headings that the user named and that are not there.
        joined: Headings of columns that became one level, as words.
    """

    columns: tuple[LevelColumn, ...] = field(default=(), converter=frozen_items)
    left: tuple[str, ...] = field(default=(), converter=frozen_items)
    missing: tuple[str, ...] = field(default=(), converter=frozen_items)
    joined: tuple[str, ...] = field(default=(), converter=frozen_items)


def choose_levels(
    table: TableReading,
    asked: tuple[AskedLevel, ...],
    lexicon: Lexicon,
    grid: Grid | None = None,
) -> ChosenLevels:
    """Return the levels of a table, in the order in which they stand.

    They are the columns that the user names.  Where he names none they are the outcome
    and the area, and what has no other meaning and stands left of the titles.  Columns
    with their numbers, and with their titles in other languages, belong to them.
    """
    lexicon = lexicon.of("progress")
    numbers = number_columns(table, lexicon, grid)
    missing: list[str] = []
    if asked:
        chosen = list[tuple[ColumnReading, Role | None]]()
        by_heading = {fold(column.heading): column for column in table.columns}
        for each in asked:
            column = by_heading.get(fold(each.heading))
            if column is None:
                missing.append(each.heading)
            else:
                chosen.append((column, each.role or _role(column, lexicon)))
    else:
        columns = _likely(table, numbers, lexicon)
        chosen = [(column, _role(column, lexicon)) for column in columns]
    own = _with_partners(chosen, bool(asked), numbers, table, lexicon, grid)
    return evolve(own, missing=missing)


def _likely(
    table: TableReading, numbers: Mapping[str, str], lexicon: Lexicon
) -> list[ColumnReading]:
    """Return the outcome, the area, and what stands left of the titles."""
    known = [column_number(c.column) for c in table.columns if c.field in _ROLES]
    titles = [column_number(c.column) for c in table.columns if c.field in _TITLES]
    last = max(known + titles[:1], default=0)
    return [
        column
        for column in table.columns
        if column.column not in numbers
        and (
            column.field in _ROLES
            or (column.field is None and column_number(column.column) < last)
        )
    ]


def _with_partners(
    chosen: list[tuple[ColumnReading, Role | None]],
    is_asked: bool,
    numbers: Mapping[str, str],
    table: TableReading,
    lexicon: Lexicon,
    grid: Grid | None,
) -> ChosenLevels:
    """Make levels of columns, each with the columns that belong to it."""
    own: dict[str, LevelColumn] = {}
    joined: list[str] = []
    named = {column.column for column, _ in chosen} if is_asked else set[str]()
    taken = {*numbers, *named}
    number_of = {titles: column_number(at) for at, titles in numbers.items()}
    used: set[str] = set()
    for column, role in chosen:
        if column.column in used:
            continue
        partners = partner_columns(
            column, frozenset(taken | used), table, lexicon, grid
        )
        level = _level(_under_one_heading(column, table, lexicon), role)
        heading = heading_of(column, lexicon)
        languages = heading.languages or (table.language,)
        forms = {language or table.language: words for language, words in heading.forms}
        forms |= {language: other.heading for other, language in partners}
        several = len(forms) > 1
        first = next(iter(forms.values()))
        level = evolve(
            level,
            id=slug(first) if several and slug(first) else level.id,
            name=Text.from_forms(forms) if several else Text(),
            languages=languages,
            others=[(column_number(c.column), code) for c, code in partners],
            numbers=number_of.get(column.column, 0),
        )
        if level.id in own:
            continue
        own[level.id] = level
        used |= {column.column, *(c.column for c, _ in partners)}
        used |= {column_letters(level.numbers)} if level.numbers else set()
        if level.others or level.numbers:
            joined.append(_said_together(level, table))
    used |= {c.column for c in table.columns if c.field == _BODIES}
    left = [c.heading for c in table.columns if c.column not in used]
    return ChosenLevels(columns=own.values(), left=left, joined=joined)


def _said_together(level: LevelColumn, table: TableReading) -> str:
    by_number = {column_number(c.column): c.heading for c in table.columns}
    return " + ".join(by_number[column] for column in level.columns)


def _under_one_heading(
    column: ColumnReading, table: TableReading, lexicon: Lexicon
) -> ColumnReading:
    """Return a column without what stands over several columns of its table."""
    of = column.field
    if of is None or of not in _ROLES or table.rows[0] == table.rows[1]:
        return column
    label = field_of(lexicon.fields.progress, of).label
    return evolve(column, heading=label.in_(table.language))


def _level(column: ColumnReading, role: Role | None) -> LevelColumn:
    return LevelColumn(
        id=slug(column.heading) or f"column-{column.column.lower()}",
        heading=column.heading,
        role=role,
        column=column_number(column.column),
        letters=column.column,
    )


def _role(column: ColumnReading, lexicon: Lexicon) -> Role | None:
    key = column.field or heading_of(column, lexicon).key
    if key in _ROLES:
        return _ROLES[key]
    meaning = lexicon.meaning("role", column.heading)
    return Role(meaning) if meaning else None


def find_headings(
    grid: Grid, asked: Iterable[AskedLevel], lexicon: Lexicon
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
