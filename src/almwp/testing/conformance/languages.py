"""What every language promises."""

from string import Formatter

import attrs

from almwp.catalogue.vocabulary import Vocabulary, Words
from almwp.findings.rules import RULES
from almwp.intake.lexicon import heading_key, key_of
from almwp.model.absence import Absence
from almwp.model.activity import ActivityLevel, Change, Mark, Status
from almwp.model.source import Basis
from almwp.model.timeframe import Recurrence
from almwp.plugins.records import Language

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


def check_language(language: Language) -> None:
    """Check *language* against the promises that every language makes.

    Raises:
        AssertionError: Naming the promise that is not kept.
    """
    vocabulary = language.load()
    got = type(vocabulary).__name__
    assert isinstance(vocabulary, Vocabulary), f"load gave {got}, no Vocabulary"
    assert _tables(language.load()) == _tables(vocabulary), (
        "load gave two different vocabularies"
    )
    code = vocabulary.code
    assert code == language.code, f"{language.code!r} gave the words of {code!r}"
    for table, words in _tables(vocabulary).items():
        unknown = sorted(set(words) - _KNOWN.get(table, set(words)))
        assert not unknown, f"{table}: there is no meaning {', '.join(unknown)}"
        _check_words(table, words)
    _check_messages(vocabulary)


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
