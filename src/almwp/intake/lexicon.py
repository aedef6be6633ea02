"""Words of all languages, folded, and what they mean in a submission."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import field, frozen

from almwp.catalogue.vocabulary import Vocabulary
from almwp.intake.doubts import is_doubtful
from almwp.intake.field import Field
from almwp.intake.fieldlist import FieldList, field_list
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId

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


@frozen(kw_only=True, eq=False)
class Lexicon:
    """Words of all languages, folded, and what they mean.

    Attributes:
        fields: The one list of fields.
        frameworks: The frameworks that a submission may name.
        headings: Folded heading of the table of activities.
        cover: Folded label of a line above the table.
        words: For each table of a vocabulary, folded word and its meaning.
        written: For each table, its words as they are written, those of English first.
        usual: For a language and a table, the usual word for each meaning.
        languages: Name or code of a language, folded, and its code.
    """

    fields: FieldList
    frameworks: tuple[Framework, ...] = field(default=(), converter=frozen_items)
    headings: Mapping[str, HeadingWord]
    cover: Mapping[str, HeadingWord]
    words: Mapping[str, Mapping[str, str]]
    written: Mapping[str, tuple[str, ...]]
    usual: Mapping[tuple[str, str], tuple[str, ...]]
    languages: Mapping[str, str]

    def meaning(self, table: str, text: str) -> str | None:
        """Return what *text* means in *table*, or None."""
        if is_doubtful(text) and fold(text):
            return None
        return self.words[table].get(key_of(text))

    def choices(self, table: str, language: str) -> str:
        """List what to write, in *language* or else in English, for a hint."""
        words = self.usual.get((language, table)) or self.usual.get(("en", table), ())
        return ", ".join(words)

    def framework(self, id: FrameworkId | None) -> Framework | None:  # noqa: A002
        """Return the framework with this id, or None."""
        return next((f for f in self.frameworks if f.id == id), None)

    @cached_property
    def months(self) -> re.Pattern[str]:
        """Finds the name of a month in a folded text."""
        return _any_of(self.words["month"])

    @cached_property
    def times(self) -> re.Pattern[str]:
        """Finds a word such as *quarter* or *end of* in a folded text."""
        return _any_of(self.words["time"])

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """For each table, of how many words its longest entry is made."""
        return {
            table: max((len(words.split()) for words in entries), default=0)
            for table, entries in self.words.items()
        }


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
        written=MappingProxyType({table: _written(known, table) for table in TABLES}),
        usual=MappingProxyType(
            {(v.code, table): _usual(v, table) for v in known for table in TABLES}
        ),
        languages=MappingProxyType(
            {fold(name): v.code for v in known for name in (v.code, v.name) if name}
        ),
    )


def _written(vocabularies: tuple[Vocabulary, ...], table: str) -> tuple[str, ...]:
    forms = (
        f for v in vocabularies for words in getattr(v, table).values() for f in words
    )
    return tuple(dict.fromkeys(forms))


def _usual(vocabulary: Vocabulary, table: str) -> tuple[str, ...]:
    """Return the first word of each meaning; other words are none to write."""
    words: Mapping[str, tuple[str, ...]] = getattr(vocabulary, table)
    return tuple(f[0] for meaning, f in words.items() if f and meaning != "other")


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
        for language, forms in known.others:
            for words in forms:
                yield known.key, language, words
    keys = {known.key for known in fields}
    for vocabulary in vocabularies:
        for key, forms in getattr(vocabulary, table).items():
            # A plugin may have headings for fields that this version does not know.
            for words in forms if key in keys else ():
                yield key, vocabulary.code, words


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    if not longest_first:
        return re.compile(r"(?!)")
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _table(vocabularies: tuple[Vocabulary, ...], table: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for vocabulary in vocabularies:
        words: Mapping[str, tuple[str, ...]] = getattr(vocabulary, table)
        for meaning, forms in words.items():
            for form in forms:
                found.setdefault(key_of(form), meaning)
    return MappingProxyType(found)
