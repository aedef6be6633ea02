"""People count: N2 comes before N10."""

from hypothesis import given
from hypothesis import strategies as st

from almwp.model.naturalorder import natural_order


def test_numbers_within_words_count() -> None:
    names = ["N10", "N2", "n1", "P-12", "P-3", "1.10", "1.2", "N2b"]
    assert sorted(names, key=natural_order) == [
        *("n1", "N2", "N2b", "N10", "P-3", "P-12", "1.2", "1.10"),
    ]


@given(st.lists(st.text(max_size=6), max_size=6), st.randoms())
def test_the_order_does_not_hang_on_the_order_before(names, random) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(names)
    random.shuffle(shuffled)
    assert sorted(shuffled, key=natural_order) == sorted(names, key=natural_order)


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_two_numbers_of_one_list_stand_as_they_count(one: int, other: int) -> None:
    first, second = natural_order(f"VN{one}"), natural_order(f"VN{other}")
    assert (first < second) == (one < other)
