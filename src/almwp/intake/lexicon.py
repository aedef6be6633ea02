"""Words of all languages, folded, and what they mean in a submission."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import field, frozen

from almwp.catalogue.vocabulary import Vocabulary
from almwp.intake.field import Field
from almwp.intake.fieldlist import FieldList, field_list
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.framework import Framework

TABLES = (
    "status",
    "change",
    "recurrence",
    "absence",
    "level",
    "mark",
    "basis",
    "month",
    "time",
    "all_members",
    "total",
    "guidance",
)
"""The tables of a vocabulary that give the meaning of words in cells."""


@frozen(kw_only=True)
class HeadingWord:
    """What a heading means: a field, and the language in which it is written."""

    key: str
    language: str


@frozen(kw_only=True)
class Lexicon:
    """Words of all languages, folded, and what they mean.

    Attributes:
        fields: The one list of fields.
        frameworks: The frameworks that a submission may name.
        headings: Folded heading of the table of activities.
        cover: Folded label of a line above the table.
        words: For each table of a vocabulary, folded word and its meaning.
        languages: Name or code of a language, folded, and its code.
    """

    fields: FieldList
    frameworks: tuple[Framework, ...] = field(default=(), converter=frozen_items)
    headings: Mapping[str, HeadingWord]
    cover: Mapping[str, HeadingWord]
    words: Mapping[str, Mapping[str, str]]
    languages: Mapping[str, str]

    def meaning(self, table: str, text: str) -> str | None:
        """Return what *text* means in *table*, or None."""
        return self.words[table].get(key_of(text))

    def choices(self, table: str) -> str:
        """List the meanings that *table* knows, for a hint."""
        meanings = dict.fromkeys(self.words[table].values())
        return ", ".join(m for m in meanings if m != "other")


def key_of(text: str) -> str:
    """Fold a word; what consists of signs only, such as a dash, stands for itself."""
    return fold(text) or text.strip()


def heading_key(text: str) -> str:
    """Fold a heading; unlike in a word, the percent sign means something in it."""
    return fold(text.replace("%", " percent ").replace("#", " number "))


def build_lexicon(
    vocabularies: Iterable[Vocabulary], frameworks: Iterable[Framework]
) -> Lexicon:
    """Fold the words of *vocabularies* into one lexicon.

    Where two languages use a word for different things, the language that comes
    first has it.
    """
    known = tuple(vocabularies)
    fields = field_list()
    return Lexicon(
        fields=fields,
        frameworks=frameworks,
        headings=_heading_words(fields.progress, known, "headings"),
        cover=_heading_words(fields.cover, known, "cover"),
        words=MappingProxyType({table: _table(known, table) for table in TABLES}),
        languages=MappingProxyType({fold(v.code): v.code for v in known}),
    )


def _heading_words(
    fields: tuple[Field, ...], vocabularies: tuple[Vocabulary, ...], table: str
) -> Mapping[str, HeadingWord]:
    found: dict[str, HeadingWord] = {}
    for key, language, words in _headings(fields, vocabularies, table):
        found.setdefault(heading_key(words), HeadingWord(key=key, language=language))
    return MappingProxyType(found)


def _headings(
    fields: tuple[Field, ...], vocabularies: tuple[Vocabulary, ...], table: str
) -> Iterator[tuple[str, str, str]]:
    for known in fields:
        for language, words in known.label.forms:
            yield known.key, language, words
    for known in fields:
        for words in known.synonyms:
            yield known.key, _language_of(words), words
    for vocabulary in vocabularies:
        for key, forms in getattr(vocabulary, table).items():
            for words in forms:
                yield key, vocabulary.code, words


_VIETNAMESE = re.compile(
    r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]",
    re.IGNORECASE,
)


def _language_of(words: str) -> str:
    """Say in which language a synonym is: Vietnamese shows, others count as English."""
    return "vi" if _VIETNAMESE.search(words) else "en"


def _table(vocabularies: tuple[Vocabulary, ...], table: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for vocabulary in vocabularies:
        words: Mapping[str, tuple[str, ...]] = getattr(vocabulary, table)
        for meaning, forms in words.items():
            for form in forms:
                found.setdefault(key_of(form), meaning)
    return MappingProxyType(found)
