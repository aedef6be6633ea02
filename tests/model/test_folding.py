"""Texts that look or read the same fold alike."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.folding import compose, fold
from almwp.testing import strategies

any_text = st.one_of(strategies.words, st.text(max_size=30))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đào tạo", "dao tao"),
        ("ĐÀO TẠO", "dao tao"),
        ("đào  tạo", "dao tao"),
        ("Hoạt động số 3", "hoat dong so 3"),
        ("  Title\u00a0of / activity:", "title of activity"),
        ("ti\u00adtle\ufeff", "title"),
        ("zero\u200bwidth", "zerowidth"),
        ("snake_case", "snake case"),
        ("Ørsted Łódź Ð", "orsted lodz d"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁve", "five"),
        ("\uff12\uff10\uff12\uff14", "2024"),
        ("…", ""),
        ("", ""),
    ],
)
def test_accents_case_and_signs_fold_away(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(any_text)
def test_composed_and_decomposed_forms_fold_alike(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed)


@given(any_text)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(strategies.vietnamese)
def test_capitals_fold_alike(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(any_text)
def test_what_is_folded_has_no_space_at_its_ends(text: str) -> None:
    assert fold(text) == fold(text).strip()
    assert "  " not in fold(text)


@given(any_text)
def test_composing_twice_changes_nothing(text: str) -> None:
    assert compose(compose(text)) == compose(text)


@given(strategies.vietnamese)
def test_composed_text_is_the_same_for_both_forms(text: str) -> None:
    assert compose(unicodedata.normalize("NFD", text)) == compose(text)
    assert compose(text) == unicodedata.normalize("NFC", text)


def test_composing_keeps_case_and_signs_and_drops_what_cannot_be_seen() -> None:
    assert compose("\ufeffĐa\u0300o ta\u0323o, 100%\u200b") == "Đào tạo, 100%"
