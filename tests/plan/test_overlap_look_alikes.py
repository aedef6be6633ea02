from fractions import Fraction
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.plan.overlaplookalikes import CROWD, compare_titles, likeness_of
from almwp.plan.overlapwords import TitleWords, words_of

WORDS = ["study", "skills", "labour", "labor", "market", "migrant", "migrants", "of"]
SOME = st.sampled_from([*WORDS, "workers", "safety", "ASEAN"])
TITLES = st.lists(SOME, min_size=1, max_size=6).map(" ".join)


def titles(count: int) -> list[tuple[TitleWords, ...]]:
    """Return as many titles, made of few words each of which is very common."""
    verbs = ["study", "training", "workshop", "guideline", "campaign"]
    themes = ["green", "digital", "rural", "urban", "young", "ageing", "migrant"]
    things = [f"sector{number}" for number in range(60)]
    whom = ["workers", "inspectors", "employers", "teachers", "farmers"]
    made = product(whom, things, themes, verbs)
    return [(words_of(" ".join(words)),) for words in islice(made, count)]


def test_five_thousand_titles_are_not_compared_with_one_another() -> None:
    half, whole = compare_titles(titles(2_500)), compare_titles(titles(5_000))
    assert whole.comparisons < 5_000 * 6 * CROWD / 2
    assert whole.comparisons < 2.5 * half.comparisons
    assert whole.crowded


def test_many_activities_of_one_title_are_not_compared_with_one_another() -> None:
    found = compare_titles([(words_of("National campaign on safety"),)] * 1_000)
    assert 1_000 <= found.comparisons < 1_000 * CROWD


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Study on labour market information",
            "Regional study of labor market information systems",
            ("Study", "labour market information"),
        ),
        (
            "Đào tạo thanh tra lao động",
            "Khóa đào tạo cho thanh tra lao động",
            ("Đào tạo thanh tra lao động",),
        ),
        ("Job fairs", "JOB FAIRS", ("Job fairs",)),
    ],
)
def test_titles_that_share_most_of_their_words_are_alike(
    one: str, other: str, words: tuple[str, ...]
) -> None:
    likeness = likeness_of(words_of(one), words_of(other))
    assert likeness is not None
    assert likeness.words == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Workshop on green jobs", "Workshop on labour inspection"),
        ("Study", "Study on skills"),
        ("Đào tạo nghề", "Hội nghị về tiền lương"),
    ],
)
def test_titles_that_share_little_are_not_alike(one: str, other: str) -> None:
    assert likeness_of(words_of(one), words_of(other)) is None


def test_words_that_are_in_many_titles_tell_nothing() -> None:
    one, other = words_of("ASEAN workshop inspection"), words_of("ASEAN workshop wages")
    assert likeness_of(one, other, ordinary=["asean", "workshop"]) is None
    same = likeness_of(one, one, ordinary=["asean", "workshop", "inspection"])
    assert same is not None
    assert same.share == 1


@given(TITLES, TITLES)
def test_likeness_is_symmetric(one: str, other: str) -> None:
    there = likeness_of(words_of(one), words_of(other), ["asean"])
    back = likeness_of(words_of(other), words_of(one), ["asean"])
    assert (there and there.share) == (back and back.share)
    if there:
        assert Fraction(3, 5) <= there.share <= 1


@given(st.lists(TITLES, max_size=12))
def test_every_pair_that_is_alike_is_found_among_few_titles(written: list[str]) -> None:
    forms = [(words_of(title),) for title in written]
    found = compare_titles(forms)
    for one in range(len(forms)):
        for other in range(one + 1, len(forms)):
            pair = likeness_of(forms[one][0], forms[other][0])
            exact = set(forms[one][0].keys) & set(forms[other][0].keys)
            if pair and pair.share == 1 and exact:
                assert (one, other) in found.alike
    assert all(one < other for one, other in found.alike)


@pytest.mark.parametrize("slip", ["Tatapeka", "Tatape", "Tatopek", "Tatpaek"])
def test_a_slip_in_the_one_rare_word_hides_no_twin(slip: str) -> None:
    places = [f"{'abcdefghij'[number % 10] * 3}{number}x" for number in range(2_000)]
    crowd = [
        (words_of(f"Workshop on decent work for young workers in {place}"),)
        for place in places
    ]
    said = "Workshop on decent work for young workers in {}"
    forms = [(words_of(said.format(name)),) for name in ("Tatapek", slip)]
    found = compare_titles([forms[0], *crowd, forms[1]])
    assert found.alike[0, len(crowd) + 1].share == 1
    assert found.comparisons < 2_000 * 2 * CROWD


def test_what_stands_in_different_areas_is_not_even_looked_at() -> None:
    asked: list[tuple[int, int]] = []

    def may_overlap(one: int, other: int) -> bool:
        asked.append((one, other))
        return True

    areas = [(place % 8,) for place in range(2_000)]
    compare_titles(titles(2_000), areas, may_overlap)
    assert asked
    assert all(areas[one] == areas[other] for one, other in asked)
    assert asked == sorted(set(asked))


def test_what_stands_in_no_area_is_compared_with_all() -> None:
    same = [(words_of("Job fairs"),)] * 4
    areas = [("one", "two"), ("two", "three"), (), ("four",)]
    found = compare_titles(same, areas)
    assert sorted(found.alike) == [(0, 1), (0, 2), (1, 2), (2, 3)]
