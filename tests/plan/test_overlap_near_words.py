from itertools import product

import pytest
import rapidfuzz.fuzz
from hypothesis import given
from hypothesis import strategies as st

from almwp.plan.overlaplookalikes import compare_titles, likeness_of
from almwp.plan.overlapnearwords import NEAR, NearWords
from almwp.plan.overlapwords import words_of

WORDS = [
    *("labour", "labor", "market", "markets", "migrant", "migrants", "migration"),
    *("worker", "workers", "safety", "inspection", "inspections", "inspector"),
]
SOME = st.frozensets(st.sampled_from(WORDS), max_size=5)
TITLES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
Pairs = list[tuple[str, str]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Pairs:
    """Return the pairs of words for which rapidfuzz is asked, as they come."""
    ratio, found = rapidfuzz.fuzz.ratio, Pairs()

    def counting(one: str, other: str, *, score_cutoff: float) -> float:
        found.append((one, other))
        return ratio(one, other, score_cutoff=score_cutoff)

    monkeypatch.setattr(rapidfuzz.fuzz, "ratio", counting)
    return found


def test_no_two_words_are_compared_twice(asked: Pairs) -> None:
    verbs = ["strengthening", "promoting", "measuring", "protecting"]
    subjects = ["inspection", "migration", "statistics", "insurance"]
    places = ["factories", "hospitals", "plantations", "schools", "harbours"]
    said = product(verbs, subjects, places)
    compare_titles([(words_of(" ".join(words)),) for words in said])
    assert asked
    assert len(asked) == len(set(asked))


def test_words_are_not_compared_where_too_few_can_be_tied(asked: Pairs) -> None:
    words = frozenset({"alpha1", "bravo2", "charlie3", "delta4"})
    others = frozenset({"kilo55", "lima66", "mike77", "november88"})
    assert NearWords().tied(words, others, least=4) == {}
    assert len(asked) == len(others)
    asked.clear()
    assert NearWords().tied(words, others, least=3) == {}
    assert len(asked) == 2 * len(others)


@given(SOME, SOME)
def test_the_nearest_are_tied_and_each_once(words: set[str], others: set[str]) -> None:
    tied = NearWords().tied(words - others, others - words)
    assert len(set(tied.values())) == len(tied)
    for word, other in tied.items():
        assert rapidfuzz.fuzz.ratio(word, other) >= NEAR
    left = (words - others - tied.keys(), others - words - set(tied.values()))
    assert not any(rapidfuzz.fuzz.ratio(*pair) >= NEAR for pair in product(*left))


@given(st.lists(TITLES, max_size=8))
def test_what_was_compared_before_changes_nothing(titles: list[str]) -> None:
    forms = [words_of(title) for title in titles]
    known = NearWords()
    for one, other in product(forms, forms):
        alone = likeness_of(one, other)
        assert likeness_of(one, other, near_words=known) == alone
