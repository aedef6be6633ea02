"""What every language promises."""

from string import Formatter
from unicodedata import normalize

import attrs

from almwp.catalogue.languages import vocabulary as packaged
from almwp.catalogue.vocabulary import Vocabulary, Words
from almwp.findings.rules import RULES
from almwp.intake.fieldlist import field_list
from almwp.intake.lexicon import TABLES, build_lexicon, heading_key, key_of
from almwp.model.absence import Absence
from almwp.model.activity import ActivityLevel, Change, Mark, Status
from almwp.model.folding import fold
from almwp.model.source import Basis
from almwp.model.timeframe import Recurrence
from almwp.plugins.records import Language

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_KNOWN: dict[str, set[str]] = {
    "status": {*Status, "other"},
    "change": {*Change},
    "recurrence": {*Recurrence},
    "absence": {*Absence},
    "level": {*ActivityLevel},
    "mark": {*Mark},
    "basis": {*Basis},
    "month": {str(number) for number in range(1, 13)},
    "time": {
        *("quarter", "half", "first half", "second half", "year"),
        *("beginning", "middle", "end", "filler"),
    },
    "all_members": {"all"},
    "total": {"total"},
    "guidance": {"sheet", "findings"},
}


_READ_TOGETHER = (
    ("status", "change"),
    ("month", "time"),
    ("all_members", "total"),
)
"""Tables of which a word may stand in the same cell."""
_OF_LETTERS = ("status", "change", "recurrence", "level", "total")
_AS_IN_ENGLISH = ("status", "month")


def check_language(language: Language) -> None:
    """Check *language* against the promises that every language makes.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    try:
        vocabulary: object = language.load()
    except ValueError as error:  # a fault of its file
        raise AssertionError(f"the language cannot be loaded: {error}") from error
    got = type(vocabulary).__name__
    assert isinstance(vocabulary, Vocabulary), f"load gave {got}, no Vocabulary"
    assert _tables(language.load()) == _tables(vocabulary), (
        "load gave two different vocabularies"
    )
    code = vocabulary.code
    assert code == language.code, f"{language.code!r} gave the words of {code!r}"
    named = vocabulary.name in ("", language.name)
    assert named, f"{language.name!r} gave the words of {vocabulary.name!r}"
    fields = field_list()
    keys = {field.key for sheet in fields.sheets for field in sheet.fields}
    places = {"headings": keys, "cover": {field.key for field in fields.cover}}
    for table, words in _tables(vocabulary).items():
        odd = sorted(set(words) - places.get(table, set(words)))
        assert not odd, f"{table}: no column or field is named {', '.join(odd)}"
        unknown = sorted(set(words) - _KNOWN.get(table, set(words)))
        assert not unknown, f"{table}: there is no meaning {', '.join(unknown)}"
        _check_words(table, words)
    _check_states(vocabulary)
    for first, second in _READ_TOGETHER:
        _check_apart(vocabulary, first, second)
    _check_plain_words(vocabulary)
    _check_against_english(vocabulary)
    _check_lexicon(vocabulary)
    _check_messages(vocabulary)


def _check_states(vocabulary: Vocabulary) -> None:
    """Check that a cell with a state says one thing: that, or why there is none."""
    absences = {key_of(f): m for m, forms in vocabulary.absence.items() for f in forms}
    for meaning, forms in vocabulary.status.items():
        for form in forms:
            other = absences.get(key_of(form), meaning)
            assert other == meaning, (
                f"{form!r} in a column of states means {meaning} and {other}"
            )


def _check_apart(vocabulary: Vocabulary, first: str, second: str) -> None:
    """Check that a word says one thing, where both tables are looked at."""
    known = {
        key_of(form): meaning
        for meaning, forms in getattr(vocabulary, first).items()
        for form in forms
    }
    for meaning, forms in getattr(vocabulary, second).items():
        for form in forms:
            other = known.get(key_of(form))
            assert other is None, (
                f"{form!r} means {first} {other} and {second} {meaning}"
            )


def _check_plain_words(vocabulary: Vocabulary) -> None:
    """Check that a state has letters, and that a number names no other month."""
    for table in _OF_LETTERS:
        for meaning, forms in getattr(vocabulary, table).items():
            for form in forms:
                is_word = any(sign.isalnum() for sign in form) or meaning == "other"
                assert is_word, f"{table}.{meaning}: {form!r} is no word"
    for meaning, forms in vocabulary.month.items():
        for form in forms:
            other = form.isdecimal() and int(form) != int(meaning)
            assert not other, f"month.{meaning}: {form!r} is another month"


def _check_against_english(vocabulary: Vocabulary) -> None:
    """Check that no word means something else in English, in which all may write."""
    english = packaged("en")
    for table in _AS_IN_ENGLISH if vocabulary.code != english.code else ():
        known = {
            key_of(form): meaning
            for meaning, forms in getattr(english, table).items()
            for form in forms
        }
        for meaning, forms in getattr(vocabulary, table).items():
            for form in forms:
                other = known.get(key_of(form), meaning)
                assert other == meaning, (
                    f"{table}: {form!r} means {meaning} here, but {other} in English"
                )


def _check_lexicon(vocabulary: Vocabulary) -> None:
    """Check that what is read from a cell is what the word was written down for."""
    known = [each for each in (packaged("en"),) if each.code != vocabulary.code]
    lexicon = build_lexicon([*known, vocabulary], ()).in_language(vocabulary.code)
    for table in TABLES:
        fold_as = fold if table in ("month", "time") else key_of
        for meaning, forms in getattr(vocabulary, table).items():
            for form in forms:
                assert fold_as(form), f"{table}.{meaning}: {form!r} is only signs"
                for same in (normalize("NFC", form), normalize("NFD", form)):
                    read = lexicon.words[table].get(fold_as(same))
                    assert read == meaning, (
                        f"{table}: {form!r} is not read back as {meaning}, but as "
                        f"{read}"
                    )
    for key, forms in vocabulary.headings.items():
        for form in forms:
            keys = {heading_key(normalize(way, form)) for way in ("NFC", "NFD")}
            assert len(keys) == 1, (
                f"headings.{key}: {form!r} is another heading when its accents are "
                "typed apart"
            )


def _tables(vocabulary: Vocabulary) -> dict[str, Words]:
    tables = {f.name: getattr(vocabulary, f.name) for f in attrs.fields(Vocabulary)}
    return {name: t for name, t in tables.items() if not callable(t) and name in _WORDS}


_WORDS = {"headings", "cover", *_KNOWN}


def _check_words(table: str, words: Words) -> None:
    key_in_table = heading_key if table in ("headings", "cover") else key_of
    meanings: dict[str, str] = {}
    for meaning, forms in words.items():
        for form in forms:
            assert form.strip(), f"{table}.{meaning}: a word is empty"
            other = meanings.setdefault(key_in_table(form), meaning)
            assert other == meaning, f"{table}: {form!r} means {other} and {meaning}"


def _check_messages(vocabulary: Vocabulary) -> None:
    translate = vocabulary.load_messages()
    for rule in RULES.values():
        for sentence in (rule.message, rule.hint):
            said = translate(sentence)
            assert said, f"{rule.code}: the translation is empty"
            more = sorted(_facts(said) - _facts(sentence))
            assert not more, f"{rule.code}: the translation speaks of {', '.join(more)}"


def _facts(sentence: str) -> set[str]:
    return {fact for _, fact, _, _ in Formatter().parse(sentence) if fact}
