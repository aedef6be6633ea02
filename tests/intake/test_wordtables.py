"""Words are found in a text by a pattern of those words alone that stand in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.lexicon import Lexicon
from almwp.intake.wordtables import any_of
from almwp.model.folding import fold
from almwp.workflow.session import Session

LEXICON: Lexicon = Session.start().reading.lexicon
PIECES = [*LEXICON.words["month"], *LEXICON.words["time"], "2024", "3", "xyz"]
TEXTS = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(["", " ", "-", " 2 ", "s"])),
    max_size=5,
).map(lambda parts: fold("".join(f"{word}{sign}" for word, sign in parts)))


@pytest.mark.parametrize("table", ["month", "time"])
@given(text=TEXTS)
def test_it_finds_what_a_pattern_of_all_words_finds(table: str, text: str) -> None:
    every = any_of(tuple(LEXICON.words[table]))
    found = LEXICON.months_in(text) if table == "month" else LEXICON.times_in(text)
    assert [m.span() for m in found.finditer(text)] == [
        m.span() for m in every.finditer(text)
    ]


def test_no_word_is_in_the_pattern_that_is_not_in_the_text() -> None:
    assert "march" in LEXICON.months_in("15 march 2024").pattern
    assert "june" not in LEXICON.months_in("15 march 2024").pattern
    assert LEXICON.times_in("2024").search("2024") is None
