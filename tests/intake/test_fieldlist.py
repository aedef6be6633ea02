"""The one field list is free of contradictions and fully labelled."""

from collections import defaultdict

import pytest

from almwp.catalogue.vocabulary import Vocabulary
from almwp.intake.field import Field
from almwp.intake.fieldlist import field_list, field_of
from almwp.intake.lexicon import Lexicon, build_lexicon, heading_key

TABLES = {"cover": field_list().cover, "progress": field_list().progress}


def words_of(field: Field) -> list[str]:
    return [*(form for _, form in field.label.forms), *field.synonyms]


@pytest.mark.parametrize("table", TABLES)
def test_no_heading_means_two_fields_of_one_table(table: str) -> None:
    meanings = defaultdict(set)
    for field in TABLES[table]:
        for words in words_of(field):
            meanings[heading_key(words)].add(field.key)
    assert {key: keys for key, keys in meanings.items() if len(keys) > 1} == {}
    assert "" not in meanings


@pytest.mark.parametrize("table", TABLES)
def test_keys_are_given_once(table: str) -> None:
    keys = [field.key for field in TABLES[table]]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    "field", [*field_list().cover, *field_list().progress], ids=lambda f: f.key
)
def test_every_field_is_labelled_and_explained(field: Field) -> None:
    assert {"en", "vi"} <= set(field.label.languages)
    assert {"en", "vi"} <= set(field.help.languages)
    assert {language for language, _ in field.others} <= {"en", "vi", "id"}


def test_only_a_title_is_required() -> None:
    assert [f.key for f in field_list().progress if f.required] == ["title"]


def test_the_lexicon_knows_each_heading_in_its_language(lexicon: Lexicon) -> None:
    for field in field_list().progress:
        for language, forms in field.others:
            for words in forms:
                known = lexicon.headings[heading_key(words)]
                assert known.key == field.key
                assert known.language in {language, "en"}


def test_headings_of_fields_that_are_not_known_are_left_alone() -> None:
    words = {"mood": ("Mood",), "title": ("Deed",)}
    lexicon = build_lexicon([Vocabulary(code="xx", headings=words, cover=words)], [])
    assert lexicon.headings["deed"].language == "xx"
    assert "mood" not in {**lexicon.headings, **lexicon.cover}
    assert "deed" not in lexicon.cover


def test_a_field_that_is_not_there_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        field_of(field_list().progress, "mood")
