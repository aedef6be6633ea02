"""Tell in which language the words of a column are: its heading's, if letters agree."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import define, field, frozen

from almwp.findings import reading_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell
from almwp.intake.fieldlist import field_of
from almwp.intake.headings import HeadingBlock
from almwp.intake.matrixlanguages import sure_language
from almwp.intake.rowvalues import RowValues
from almwp.intake.values import Values
from almwp.model.folding import compose
from almwp.model.text import UNDETERMINED

_WORD = re.compile(r"[^\W\d_]+")
_OWN_LETTERS = frozenset({"km", "lo", "my", "th", "vi"})
"""Languages whose texts can hardly be written in the English alphabet alone."""
_FEW, _MANY = 4, 2.5
"""One word in so many has letters of its own at the least, or most often has."""


@frozen(kw_only=True)
class Spoken:
    """In which language words are.

    Attributes:
        language: The language; ``und`` where it is not sure.
        is_asked: Whether the letters speak against the language of the heading, so
            that the sender is asked.
    """

    language: str = UNDETERMINED
    is_asked: bool = False


Asked = tuple[str, Cell]
"""Key of a column, and a cell of it whose language is to be asked for."""


@define
class RowLanguages:
    """The languages of all texts of a row.

    Attributes:
        found: Key of each column and the language of its words.
        asked: The cells whose language is to be asked for.
    """

    found: dict[str, str] = field(factory=dict)
    asked: list[Asked] = field(factory=list)


def heading_languages(block: HeadingBlock) -> dict[str, str]:
    """Return the language of each column by its field.

    It is that of most headings, unless the column's own heading is in another one.
    """
    found = {}
    for key, heading in block.chosen.items():
        own = heading.word.languages if heading.word else ()
        found[key] = block.language if block.language in own or not own else own[0]
    return found


def language_by_letters(words: str, heading: str) -> Spoken:
    """Return in which language *words* are that stand below a heading in *heading*.

    Letters that only one language has say more than the heading, where they are in
    many of the words: a name of a place does not make a title Vietnamese.  Below a
    Vietnamese, Thai, Lao, Khmer or Burmese heading several words without a letter of
    that language are not guessed to be of any; a single word may be a name.
    """
    sure = sure_language(words)
    if heading not in _OWN_LETTERS and sure in ("", heading):
        return Spoken(language=heading)
    said = _said(words)
    marked = sum(not word.isascii() for word in said)
    if heading in _OWN_LETTERS and sure in ("", heading):
        is_other = len(said) > 1 and marked * _FEW < len(said)
        return Spoken(is_asked=True) if is_other else Spoken(language=heading)
    if sure and sure != heading and said and marked * _MANY >= len(said):
        return Spoken(language=sure)
    return Spoken(language=heading)


def _said(words: str) -> list[str]:
    """Return the words without abbreviations, unless all are in capitals."""
    every: list[str] = _WORD.findall(compose(words))
    plain = [word for word in every if not (word.isupper() and word.isascii())]
    return plain if any(map(str.islower, plain)) else every


def row_languages(read: RowValues, stated: str, values: Values) -> RowLanguages:
    """Return the languages of all texts of a row."""
    told = RowLanguages()
    if "framework" in values.lexicon.sheet.templates:
        return told  # Its sheets read them in another way.
    for key in values.lexicon.sheet.spoken:
        if _add_languages(told.found, read, key, stated, values):
            cell = read.cell(key)
            told.asked += [(key, cell)] if cell else []
    return told


def _add_languages(
    found: dict[str, str], read: RowValues, key: str, stated: str, values: Values
) -> bool:
    """Add the languages of the columns *key* of a row, of which one is in English.

    What the cover states holds for the column that says nothing of its language.

    Args:
        found: Key of each column and the language of its words.
        read: The row.
        key: Key of that column; others end in ``_english`` and ``_national``.
        stated: The language that the cover names, or nothing.
        values: What is known of the sheet.

    Returns:
        Whether the language of that column is to be asked for.
    """
    english, national = _beside(key)
    if _words(read, english):
        found[english] = "en"
    if words := _words(read, national):
        found[national] = _national(words, stated, values)
    if not (words := _words(read, key)):
        return False
    if stated:
        found[key] = stated
        return False
    spoken = language_by_letters(words, values.languages.get(key, values.language))
    beside = (k for k in (english, national) if found.get(k) == spoken.language)
    other = next(beside, None)
    if other and _words(read, other) != words:
        spoken = Spoken()  # Another column speaks that language already.
    found[key] = spoken.language
    return spoken.is_asked and national not in found


@lru_cache(maxsize=64)
def _beside(key: str) -> tuple[str, str]:
    """Return the keys of the columns in English and in the national language."""
    return f"{key}_english", f"{key}_national"


def about_languages(asked: Iterable[Asked], values: Values) -> Iterator[Finding]:
    """Ask, once for each column, in which language it is."""
    columns: dict[str, list[Cell]] = defaultdict(list)
    for key, cell in asked:
        columns[key].append(cell)
    language = field_of(values.lexicon.fields.lines.fields, "language").label
    for key, cells in columns.items():
        yield values.finding(
            reading_rules.LANGUAGE_NOT_SURE,
            field_of(values.lexicon.columns, key),
            cells[0],
            expected=language.in_(values.language),
            count=len(cells),
        )


def _national(words: str, stated: str, values: Values) -> str:
    if values.language != "en":
        return values.language
    # Under English headings nobody says which language the national one is.
    return UNDETERMINED if stated else language_by_letters(words, UNDETERMINED).language


def _words(read: RowValues, key: str) -> str:
    said = read.values.get(key) or ""
    return said if isinstance(said, str) else " ".join(said)
