"""Find the columns that belong to a level of a matrix: numbers, further titles."""

import re
from collections.abc import Iterator

from attrs import field, frozen

from almwp.intake.cells import column_number
from almwp.intake.display import words_of
from almwp.intake.grid import Grid
from almwp.intake.headingwords import word_of
from almwp.intake.languagenames import find_language
from almwp.intake.lexicon import Lexicon
from almwp.intake.matrixlanguages import sure_language
from almwp.model.fields import frozen_items, squeeze
from almwp.model.folding import fold
from almwp.model.tabling import ColumnReading, TableReading

_PARTS = re.compile(r"[/\n\r|]+|\s[–—-]\s")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*$")
_IS_NUMBER = re.compile(r"\W*(?:\d{1,3}(?:\.[\da-z]{1,3}){0,5}|[IVX]{1,6}|[A-Z])\W*")


@frozen(kw_only=True)
class Heading:
    """What the heading of a column says.

    Attributes:
        key: Key of the field; empty where it is none that is known.
        forms: Its words by language, in their order; the language is empty where
            nothing tells.
    """

    key: str
    forms: tuple[tuple[str, str], ...] = field(default=(), converter=frozen_items)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which it stands, in their order."""
        return tuple(language for language, _ in self.forms if language)


def heading_of(column: ColumnReading, lexicon: Lexicon) -> Heading:
    """Return what a heading means, and in which languages it stands."""
    words = squeeze(column.heading)
    bracket = _IN_BRACKETS.search(words)
    if bracket and (language := find_language(bracket[1], lexicon)):
        bare = words[: bracket.start()].strip()
        word = word_of(bare, lexicon)
        key = column.field or (word.key if word else fold(bare))
        return Heading(key=key, forms=((language, bare),))
    parts = [squeeze(part) for part in _PARTS.split(column.heading) if part.strip()]
    meant = [(part, word_of(part, lexicon)) for part in parts]
    known = {word.language: part for part, word in meant if word and word.language}
    keys = {word.key for _, word in meant if word}
    if len(parts) > 1 and len(known) == len(parts) and len(keys) == 1:
        return Heading(key=column.field or keys.pop(), forms=known.items())
    word = word_of(column.heading, lexicon)
    language = word.language if word else sure_language(words)
    key = column.field or (word.key if word else "")
    return Heading(key=key, forms=((language, words),))


def number_columns(
    table: TableReading, lexicon: Lexicon, grid: Grid | None
) -> dict[str, str]:
    """Return the columns that number the nodes of another, by the letters of each.

    The heading says so (``Outcome No.``), or it is a bare ``No.`` between two columns
    of a table whose every title has one number: a number at the left end of a table
    counts its rows.
    """
    found: dict[str, str] = {}
    columns = table.columns
    for place, column in enumerate(columns):
        rest = _without_number(column.heading, lexicon)
        if rest is None:
            continue
        beside = [columns[n] for n in (place + 1, place - 1) if 0 <= n < len(columns)]
        named = [c for c in beside if rest and rest <= set(fold(c.heading).split())]
        if rest:
            numbered = named[0] if named else None
        else:
            numbered = columns[place + 1] if 0 < place < len(columns) - 1 else None
        if numbered is None or numbered.column in found.values():
            continue
        if grid is None or _numbers_titles(column, numbered, table, grid):
            found[column.column] = numbered.column
    return found


def _without_number(heading: str, lexicon: Lexicon) -> frozenset[str] | None:
    """Return the words beside the word for a number; None where there is none."""
    words = squeeze(heading).split()
    for cut, rest in ((words[-1:], words[:-1]), (words[:1], words[1:]), (words, [])):
        word = word_of(" ".join(cut), lexicon) if cut else None
        if word and word.key == "number":
            return frozenset(fold(" ".join(rest)).split())
    return None


def _numbers_titles(
    column: ColumnReading, titles: ColumnReading, table: TableReading, grid: Grid
) -> bool:
    number_of: dict[str, str] = {}
    for number, title in _pairs(column, titles, table, grid):
        if not _IS_NUMBER.fullmatch(number):
            return False
        if number_of.setdefault(fold(title) or title, number) != number:
            return False
    return bool(number_of)


def partner_columns(
    level: ColumnReading,
    taken: frozenset[str],
    table: TableReading,
    lexicon: Lexicon,
    grid: Grid | None,
) -> tuple[tuple[ColumnReading, str], ...]:
    """Return the columns with the titles of a level in other languages.

    Their heading means the same in another language; or, where it means nothing that
    is known, it is of another language, stands right behind, and each title of the
    level has one beside it.

    Args:
        level: The column of the level.
        taken: Letters of columns that are something else.
        table: The table.
        lexicon: The words of its sheet.
        grid: Its cells, where they are known.
    """
    own = heading_of(level, lexicon)
    languages = {*(own.languages or (table.language,))}
    found: list[tuple[ColumnReading, str]] = []
    behind = column_number(level.column)
    for column in table.columns:
        if column.column in taken or column.column == level.column:
            continue
        other = heading_of(column, lexicon)
        (language, *_) = other.languages or ("",)
        if not language or language in languages or len(other.languages) > 1:
            continue
        is_same = bool(own.key) and own.key == other.key
        is_near = not other.key and column_number(column.column) == behind + 1
        if is_same or (is_near and grid and _is_one_to_one(level, column, table, grid)):
            found.append((column, language))
            languages.add(language)
            behind = column_number(column.column)
    return tuple(found)


def _is_one_to_one(
    level: ColumnReading, column: ColumnReading, table: TableReading, grid: Grid
) -> bool:
    one: dict[str, str] = {}
    other: dict[str, str] = {}
    for title, beside in _pairs(level, column, table, grid):
        if one.setdefault(fold(title), beside) != beside:
            return False
        if other.setdefault(fold(beside), title) != title:
            return False
    return bool(one) and any(map(sure_language, one.values()))


def _pairs(
    one: ColumnReading, other: ColumnReading, table: TableReading, grid: Grid
) -> Iterator[tuple[str, str]]:
    """Give what stands beside each other in the rows below the headings."""
    first, second = column_number(one.column), column_number(other.column)
    for row in grid.between(table.rows[1] + 1, None):
        left, right = grid.filled_down(row, first), grid.filled_down(row, second)
        if left and right and min(left.row, right.row) > table.rows[1]:
            yield words_of(left), words_of(right)
