"""A text in several languages says what was said, and steps in only when asked."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from almwp.model.text import UNDETERMINED, Text
from almwp.testing import strategies

BOTH = Text.from_forms({"vi": "Việc làm", "en": "Employment"})


@given(st.dictionaries(strategies.languages, strategies.filled_words))
def test_words_are_kept_as_they_are(forms: dict[str, str]) -> None:
    text = Text.from_forms(forms)
    assert dict(text.forms) == forms
    assert text.languages == tuple(sorted(forms))
    assert bool(text) == bool(forms)


@given(strategies.texts)
def test_the_order_of_languages_does_not_matter(text: Text) -> None:
    assert Text(text.forms[::-1]) == text
    assert hash(Text(text.forms[::-1])) == hash(text)


@given(strategies.texts, strategies.languages)
def test_only_in_steps_in_for_a_missing_language(text: Text, language: str) -> None:
    said = text.says(language)
    assert (said is not None) == (language in text.languages)
    assert text.in_(language) == said or said is None
    assert bool(text.in_(language)) == bool(text)


@given(strategies.texts, strategies.languages, strategies.filled_words)
def test_adding_words_leaves_the_other_languages(
    text: Text, language: str, words: str
) -> None:
    added = text.with_(language, words)
    assert added.says(language) == words
    others = [form for form in text.forms if form[0] != language]
    assert [form for form in added.forms if form[0] != language] == others


@given(strategies.texts, strategies.languages)
def test_adding_no_words_takes_the_language_away(text: Text, language: str) -> None:
    assert text.with_(language, "").says(language) is None


def test_english_steps_in_before_any_other_language() -> None:
    assert BOTH.in_("th") == "Employment"
    assert str(BOTH) == "Employment"
    assert Text.from_forms({UNDETERMINED: "Kerja", "vi": "Việc"}).in_("th") == "Kerja"
    assert Text.of("Việc làm", "vi").in_("th") == "Việc làm"
    assert Text().in_("en") == ""


@pytest.mark.parametrize(
    "language", ["", "e", "EN", "english!", "en_US", "en\n", "v i"]
)
def test_what_is_no_language_code_is_refused(language: str) -> None:
    with pytest.raises(ValueError, match="is not a language code"):
        Text.of("words", language)


def test_two_forms_in_one_language_are_refused() -> None:
    with pytest.raises(ValueError, match="one form in each language"):
        Text((("en", "Study"), ("en", "Survey")))


@given(strategies.texts)
def test_empty_forms_are_left_out(text: Text) -> None:
    assume("id" not in text.languages)
    assert Text((*text.forms, ("id", ""))) == text
