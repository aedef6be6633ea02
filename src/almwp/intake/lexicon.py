"""Words of all languages, folded, and what they mean in a submission."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from attrs import evolve, field, frozen

from almwp.catalogue.vocabulary import Vocabulary
from almwp.intake.doubts import is_doubtful
from almwp.intake.field import Field
from almwp.intake.fieldlist import FieldList, SheetFields, field_list
from almwp.intake.wordtables import any_of, collect_words, with_disputed
from almwp.model.fields import frozen_items
from almwp.model.folding import fold, unspaced
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
    "role",
    "framework_status",
    "yes_no",
    "stance",
    "asked",
    "clearance",
    "audience",
    "direction",
    "indicator_kind",
    "ask_kind",
    "succession",
    "month",
    "time",
    "all_members",
    "total",
    "guidance",
)
"""The tables of a vocabulary that give the meaning of words in cells."""
_IN_TEXTS = frozenset(("month", "time"))
"""Tables whose words are looked for inside of folded texts."""


@frozen(kw_only=True)
class HeadingWord:
    """What a heading means.

    Attributes:
        key: The field.
        language: The language in which it is written; empty where none is known.
        also: Other languages in which it is written just so.
    """

    key: str
    language: str
    also: tuple[str, ...] = field(default=(), converter=frozen_items)

    @property
    def languages(self) -> tuple[str, ...]:
        """All languages in which it is written so."""
        return (self.language, *self.also) if self.language else self.also


@frozen(kw_only=True, eq=False, slots=False)
class Lexicon:
    """Words of all languages, folded, and what they mean.

    Attributes:
        fields: The one list of fields.
        sheet: The sheet whose headings are known here; :meth:`of` gives those of
            another.
        frameworks: The frameworks that a submission may name.
        headings: Folded heading of the sheet.
        headings_of: The same for each sheet, by its key.
        cover: Folded label of a line above the table.
        words: For each table of a vocabulary, folded word and its meaning.
        disputed: For a language, the words that mean another thing in another: by
            table, as *words*.  They are none of the words but in that language.
        written: For a language and a table, its words as they are written.
        usual: For a language and a table, the usual word for each meaning.
        languages: Name or code of a language, folded, and its code.
        mapped_of: For each sheet, the folded headings that the user's own mapping file
            names, and the meaning they have there; None for one that is no field.
    """

    fields: FieldList
    sheet: SheetFields
    frameworks: tuple[Framework, ...] = field(default=(), converter=frozen_items)
    headings: Mapping[str, HeadingWord]
    headings_of: Mapping[str, Mapping[str, HeadingWord]]
    cover: Mapping[str, HeadingWord]
    words: Mapping[str, Mapping[str, str]]
    disputed: Mapping[str, Mapping[str, Mapping[str, str]]] = MappingProxyType({})
    written: Mapping[tuple[str, str], tuple[str, ...]]
    usual: Mapping[tuple[str, str], tuple[str, ...]]
    languages: Mapping[str, str]
    mapped_of: Mapping[str, Mapping[str, HeadingWord | None]] = MappingProxyType({})

    @cached_property
    def mapped(self) -> Mapping[str, HeadingWord | None]:
        """The headings of this sheet that the user's own mapping file names."""
        return self.mapped_of.get(self.sheet.key, {})

    @property
    def columns(self) -> tuple[Field, ...]:
        """The fields of the sheet."""
        return self.sheet.fields

    def of(self, key: str) -> "Lexicon":
        """Return the words for the sheet with this key; the same object each time."""
        return self if key == self.sheet.key else self._others[key]

    @cached_property
    def _others(self) -> Mapping[str, "Lexicon"]:
        return {
            sheet.key: evolve(self, sheet=sheet, headings=self.headings_of[sheet.key])
            for sheet in self.fields.sheets
        }

    def in_language(self, code: str) -> "Lexicon":
        """Return the words as they are meant in a language; the same object each time.

        Only there a word is known that means another thing in another language.
        """
        return self._by_language.get(code, self)

    @cached_property
    def _by_language(self) -> Mapping[str, "Lexicon"]:
        return {
            code: evolve(self, words=with_disputed(self.words, own), disputed={})
            for code, own in self.disputed.items()
        }

    @cached_property
    def any_heading(self) -> "Lexicon":
        """The words for all sheets at once: what is a heading of any of them."""
        every: dict[str, HeadingWord] = {}
        for words in self.headings_of.values():
            for key, word in words.items():
                every.setdefault(key, word)
        return evolve(self, headings=MappingProxyType(every), mapped_of={})

    @cached_property
    def sheet_names(self) -> Mapping[str, str]:
        """Folded name of a sheet, and the key of the sheet that is so called."""
        found: dict[str, str] = {}
        for sheet in self.fields.sheets:
            for name in sheet.names:
                found.setdefault(fold(name), sheet.key)
        return found

    def meaning(self, table: str, text: str) -> str | None:
        """Return what *text* means in *table*, or None."""
        found = self.words[table].get(key_of(text))
        if found is None or (is_doubtful(text) and fold(text)):
            return None
        return found

    def choices(self, table: str, language: str) -> str:
        """List what to write, in *language* or else in English, for a hint."""
        words = self.usual.get((language, table)) or self.usual.get(("en", table), ())
        return ", ".join(words)

    def framework(self, id: FrameworkId | None) -> Framework | None:  # noqa: A002
        """Return the framework with this id, or None."""
        return next((f for f in self.frameworks if f.id == id), None)

    def months_in(self, text: str) -> re.Pattern[str]:
        """Return what finds the names of months in *text*, which is folded."""
        return any_of(tuple(name for name in self.words["month"] if name in text))

    def times_in(self, text: str) -> re.Pattern[str]:
        """Return what finds words such as *quarter* or *end of* in a folded *text*."""
        return any_of(tuple(word for word in self.words["time"] if word in text))

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """For each table, of how many words its longest entry is made."""
        return {
            table: max((len(words.split()) for words in entries), default=0)
            for table, entries in self.words.items()
        }


def key_of(text: str) -> str:
    """Fold a word; what consists of signs only, such as a dash, stands for itself."""
    return unspaced(fold(text)) or text.strip()


def heading_key(text: str) -> str:
    """Fold a heading; unlike in a word, the percent sign means something in it."""
    return unspaced(fold(text.replace("%", " percent ").replace("#", " number ")))


def build_lexicon(
    vocabularies: Iterable[Vocabulary], frameworks: Iterable[Framework]
) -> Lexicon:
    """Fold the words of *vocabularies* into one lexicon.

    Where two languages use a heading for different things, the language that comes
    first has it.  A word of a cell is then known in its own language only.
    """
    known = tuple(vocabularies)
    keys = {table: fold if table in _IN_TEXTS else key_of for table in TABLES}
    words, disputed = collect_words(known, keys)
    fields = field_list()
    first = fields.sheets[0]
    headings_of = {
        sheet.key: _heading_words(sheet.fields, known, "headings")
        for sheet in fields.sheets
    }
    return Lexicon(
        fields=fields,
        sheet=first,
        frameworks=frameworks,
        headings=headings_of[first.key],
        headings_of=MappingProxyType(headings_of),
        cover=_heading_words(fields.cover, known, "cover"),
        words=words,
        disputed=disputed,
        written=MappingProxyType(
            {
                (v.code, table): _written(v, table, words[table])
                for v in known
                for table in TABLES
            }
        ),
        usual=MappingProxyType(
            {(v.code, table): _usual(v, table) for v in known for table in TABLES}
        ),
        languages=MappingProxyType(
            {fold(name): v.code for v in known for name in (v.code, v.name) if name}
        ),
    )


def _written(
    vocabulary: Vocabulary, table: str, agreed: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the words as they are written; a disputed one is none to offer."""
    forms = (form for words in getattr(vocabulary, table).values() for form in words)
    is_found_inside = table in _IN_TEXTS
    return tuple(
        dict.fromkeys(f for f in forms if is_found_inside or key_of(f) in agreed)
    )


def _usual(vocabulary: Vocabulary, table: str) -> tuple[str, ...]:
    """Return the first word of each meaning; other words are none to write."""
    words: Mapping[str, tuple[str, ...]] = getattr(vocabulary, table)
    return tuple(f[0] for meaning, f in words.items() if f and meaning != "other")


def _heading_words(
    fields: tuple[Field, ...], vocabularies: tuple[Vocabulary, ...], table: str
) -> Mapping[str, HeadingWord]:
    found: dict[str, HeadingWord] = {}
    for key, language, words in _headings(fields, vocabularies, table):
        new = HeadingWord(key=key, language=language)
        known = found.setdefault(heading_key(words), new)
        if known.key == key and language not in known.languages:
            also = (*known.also, language)
            found[heading_key(words)] = evolve(known, also=also)
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
