"""The kit catches languages that do not keep their promises, each by its message."""

import itertools
from collections.abc import Callable
from functools import partial
from typing import Any

import attrs
import pytest

from almwp.catalogue.languages import language_codes, language_name, vocabulary
from almwp.catalogue.vocabulary import Vocabulary
from almwp.errors import Translate
from almwp.plugins.records import Language
from almwp.testing.conformance import check_language

GOOD = Vocabulary(
    code="xx",
    headings={"title": ("Title", "Titre"), "percent": ("Progress %",)},
    status={"planned": ("prévu",), "other": ("?",)},
    month={"1": ("janvier",)},
)


def _language(load: Callable[[], Any]) -> Language:
    return Language(code="xx", name="Test", load=load)


def _changing() -> Callable[[], Vocabulary]:
    numbers = itertools.count()
    return lambda: Vocabulary(code="xx", total={"total": (str(next(numbers)),)})


def _without_a_code() -> Vocabulary:
    raise ValueError("words.toml: code: it is missing")


def _translated(translate: Translate) -> Callable[[], Vocabulary]:
    return lambda: attrs.evolve(GOOD, load_messages=lambda: translate)


def test_a_good_language_passes() -> None:
    check_language(_language(lambda: GOOD))


@pytest.mark.parametrize("code", language_codes())
def test_packaged_languages_pass(code: str) -> None:
    load = partial(vocabulary, code)
    check_language(Language(code=code, name=language_name(code), load=load))


@pytest.mark.parametrize(
    ("load", "message"),
    [
        (_without_a_code, "cannot be loaded: words.toml: code: it is missing"),
        (lambda: {}, "gave dict, no Vocabulary"),
        (_changing(), "two different vocabularies"),
        (lambda: Vocabulary(code="vi"), "gave the words of 'vi'"),
        (lambda: Vocabulary(code="xx", status={"done": ("x",)}), "no meaning done"),
        (lambda: Vocabulary(code="xx", month={"13": ("x",)}), "no meaning 13"),
        (
            lambda: Vocabulary(code="xx", status={"planned": (" ",)}),
            "status.planned: a word is empty",
        ),
        (
            lambda: Vocabulary(
                code="xx", status={"planned": ("Định",), "ongoing": ("dinh",)}
            ),
            "'dinh' means planned and ongoing",
        ),
        (
            lambda: Vocabulary(
                code="xx", status={"planned": ("rien",)}, absence={"blank": ("Rien",)}
            ),
            "'rien' in a column of states means planned and blank",
        ),
        (
            lambda: Vocabulary(code="xx", month={"1": ("...",)}),
            "month.1: '...' is only signs",
        ),
        (_translated(lambda sentence: ""), "the translation is empty"),
        (_translated(lambda sentence: sentence + "{more}"), "speaks of more"),
    ],
)
def test_a_bad_language_is_caught(load: Callable[[], Any], message: str) -> None:
    with pytest.raises(AssertionError, match=message):
        check_language(_language(load))


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ({"name": "Other"}, "'Test' gave the words of 'Other'"),
        ({"headings": {"nosuch": ("x",)}}, "headings: no column or field is named nos"),
        ({"cover": {"nosuch": ("x",)}}, "cover: no column or field is named nosuch"),
        ({"status": {"planned": ("...",)}}, r"status.planned: '...' is no word"),
        ({"month": {"1": ("2",)}}, "month.1: '2' is another month"),
        (
            {"month": {"1": ("hun",)}, "time": {"quarter": ("Hun",)}},
            "'Hun' means month 1 and time quarter",
        ),
        (
            {"status": {"planned": ("xy",)}, "change": {"added": ("xy",)}},
            "'xy' means status planned and change added",
        ),
        (
            {"all_members": {"all": ("tous",)}, "total": {"total": ("tous",)}},
            "'tous' means all_members all and total total",
        ),
        ({"status": {"completed": ("ongoing",)}}, "but ongoing in English"),
        ({"month": {"1": ("February",)}}, "means 1 here, but 2 in English"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_word_that_is_read_in_two_ways_is_caught(words: Any, message: str) -> None:
    changed = attrs.evolve(GOOD, **words)
    with pytest.raises(AssertionError, match=message):
        check_language(_language(lambda: changed))
