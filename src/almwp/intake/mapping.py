"""A user's own mapping: which heading of which table means which field."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from attrs import evolve, field, frozen

from almwp.intake.headingwords import likenesses, mapping_key, match_of
from almwp.intake.lexicon import HeadingWord, Lexicon
from almwp.model.fields import frozen_items
from almwp.model.folding import fold

ANY = "*"
"""Stands for every sheet or every file."""


@frozen(kw_only=True)
class MappedColumn:
    """What a mapping says of one column.

    Attributes:
        heading: Its heading; of a column named by its letters nothing.
        column: Its letters; of one named by its heading nothing.
        field: Key of the field; None for a column that is kept as an extra.
    """

    heading: str = ""
    column: str = ""
    field: str | None

    @property
    def name(self) -> str:
        """How the mapping file names it."""
        return self.heading or f"column {self.column}"


@frozen(kw_only=True)
class TableMapping:
    """What a mapping says of one table, or of tables alike.

    Attributes:
        sheet: The name of its sheet, or ``*``.
        file: The name of its file, or ``*``.
        kind: Which table of a submission it is.
        rows: The first and the last row of its headings, or None where they are to be
            found.
        first_column: The letters of its first column, where tables stand side by side.
        language: The language of its headings; empty where it is to be found.
        columns: What its columns mean.
    """

    sheet: str = ANY
    file: str = ANY
    kind: str = "progress"
    rows: tuple[int, int] | None = None
    first_column: str = ""
    language: str = ""
    columns: tuple[MappedColumn, ...] = field(default=(), converter=frozen_items)

    def speaks_of(self, file: str, sheet: str, sheets: Iterable[str] = ()) -> bool:
        """Say whether a sheet is one of those that are meant.

        Args:
            file: Name of its file.
            sheet: Its name.
            sheets: Names of all sheets of the file; one that is written just as here
                is meant alone.
        """
        if self.sheet in sheets and sheet != self.sheet:
            return False
        return _is_named(file, self.file) and _is_named(sheet, self.sheet)


@frozen(kw_only=True)
class FieldMapping:
    """A user's own mapping of headings to fields.

    Attributes:
        tables: What it says of tables.
        name: Name of its file, without its folder.
        sha256: Fingerprint of its file; empty where there is none.
    """

    tables: tuple[TableMapping, ...] = field(default=(), converter=frozen_items)
    name: str = ""
    sha256: str = ""

    def of(
        self, file: str, sheet: str, sheets: Iterable[str] = ()
    ) -> tuple[TableMapping, ...]:
        """Return what is said of the tables of one sheet, of all *sheets* of a file."""
        names = frozenset(sheets)
        return tuple(t for t in self.tables if t.speaks_of(file, sheet, names))


NO_MAPPING = FieldMapping()
"""Says nothing of any table."""


def _is_named(name: str, wanted: str) -> bool:
    if wanted == ANY or name == wanted:
        return True
    return bool(fold(wanted)) and fold(name) == fold(wanted)


@lru_cache(maxsize=64)
def lexicon_under(lexicon: Lexicon, tables: tuple[TableMapping, ...]) -> Lexicon:
    """Return *lexicon* with the headings of a mapping; the same object each time.

    What a mapping says of a heading goes before what is known of it.  Where it says
    two things of one heading, the table that comes first has it.
    """
    mapped: dict[str, dict[str, HeadingWord | None]] = {}
    for table in tables:
        words = mapped.setdefault(table.kind, {})
        for column in table.columns:
            if column.heading:
                words.setdefault(
                    mapping_key(column.heading), _word(column, lexicon.of(table.kind))
                )
    for kind, known in lexicon.mapped_of.items():
        mapped[kind] = {**known, **mapped.get(kind, {})}
    headings_of = {
        kind: _overlaid(headings, mapped.get(kind, {}))
        for kind, headings in lexicon.headings_of.items()
    }
    return evolve(
        lexicon,
        headings=headings_of[lexicon.sheet.key],
        headings_of=MappingProxyType(headings_of),
        mapped_of=MappingProxyType(mapped),
    )


def word_of_column(column: MappedColumn) -> HeadingWord | None:
    """Return the meaning of a column that is named by its letters."""
    return HeadingWord(key=column.field, language="") if column.field else None


def _word(column: MappedColumn, lexicon: Lexicon) -> HeadingWord | None:
    """Return what a heading means, in its own language where that can be told."""
    if column.field is None:
        return None
    known = match_of(column.heading, lexicon).word
    if known and known.key == column.field:
        return known
    for like in likenesses(column.heading, lexicon)[:1]:
        if like.key == column.field:
            return lexicon.headings[like.words]
    return HeadingWord(key=column.field, language="")


def _overlaid(
    headings: Mapping[str, HeadingWord], mapped: Mapping[str, HeadingWord | None]
) -> Mapping[str, HeadingWord]:
    if not mapped:
        return headings
    own = {key: word for key, word in mapped.items() if word}
    rest = {key: word for key, word in headings.items() if key not in mapped}
    return MappingProxyType({**own, **rest})


def kinds_of(lexicon: Lexicon, keys: Iterable[str]) -> tuple[str, ...]:
    """Return the tables of a submission that have all fields *keys*, in their order."""
    wanted = set(keys)
    return tuple(
        sheet.key
        for sheet in lexicon.fields.sheets
        if wanted <= {known.key for known in sheet.fields}
    )
