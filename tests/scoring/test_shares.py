"""Shares are exact, lie between 0 and 1, and allow for what is missing."""

from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.score import Part
from almwp.scoring.shares import share_of
from almwp.testing.strategies import parts, shares

piles = st.lists(parts, max_size=6)


def part(value: Fraction | Absence | int, weight: int = 1) -> Part:
    exact = value if isinstance(value, Absence) else Fraction(value)
    return Part(id="x", value=exact, weight=Fraction(weight))


@given(piles)
def test_bounds_hold_the_value_and_stay_between_0_and_1(pile: list[Part]) -> None:
    score = share_of(pile, method="m")
    assert 0 <= score.low <= score.high <= 1
    if isinstance(score.value, Fraction):
        assert score.low <= score.value <= score.high
    else:
        is_weighed = all(each.weight is not None for each in pile)
        assert is_weighed == (score.value is Absence.NOT_APPLICABLE)
        assert not is_weighed or sum(each.weight or 0 for each in pile) == 0
    assert score.parts == tuple(pile)
    assert score.total == len(pile)
    assert score.known == sum(isinstance(each.value, Fraction) for each in pile)


@given(piles, shares, st.data())
def test_more_information_never_widens_the_bounds(
    pile: list[Part], told: Fraction, data: st.DataObject
) -> None:
    missing = [n for n, each in enumerate(pile) if isinstance(each.value, Absence)]
    if not missing:
        return
    place = data.draw(st.sampled_from(missing))
    more = [*pile[:place], evolve(pile[place], value=told), *pile[place + 1 :]]
    before, after = share_of(pile, method="m"), share_of(more, method="m")
    assert before.low <= after.low <= after.high <= before.high
    assert after.known == before.known + 1


@given(piles)
def test_all_that_is_known_leaves_no_doubt(pile: list[Part]) -> None:
    known = [evolve(each, value=Fraction(1, 3)) for each in pile if each.weight]
    score = share_of(known, method="m")
    assert not known or score.low == score.value == score.high == Fraction(1, 3)


@given(piles, st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_matter(
    pile: list[Part], order: object
) -> None:
    one, other = share_of(pile, method="m"), share_of(pile[::-1], method="m")
    assert (one.value, one.low, one.high) == (other.value, other.low, other.high)


def test_shares_are_exact() -> None:
    assert share_of([part(1), part(0), part(0)], method="m").value == Fraction(1, 3)


def test_a_published_figure_is_given_back_exactly() -> None:
    """977 planned and 964 implemented, of a national mid-term report."""
    score = share_of([part(1)] * 964 + [part(0)] * 13, method="m")
    assert score.value == score.low == score.high == Fraction(964, 977)


@pytest.mark.parametrize("pile", [[], [part(1, 0)], [part(Absence.BLANK, 0)]])
def test_nothing_to_weigh_is_not_applicable_and_may_be_anything(
    pile: list[Part],
) -> None:
    score = share_of(pile, method="m")
    assert score.value is Absence.NOT_APPLICABLE
    assert score.low == 0
    assert score.high == 1


def test_what_weighs_nothing_changes_nothing() -> None:
    score = share_of([part(1), part(0), part(Absence.BLANK, 0)], method="m")
    assert score.value == score.high == Fraction(1, 2)
    assert (score.known, score.total) == (2, 3)


def test_weights_count() -> None:
    score = share_of([part(1, 3), part(0, 1), part(Absence.WITHHELD, 4)], method="m")
    assert (score.value, score.high) == (Fraction(3, 8), Fraction(7, 8))
