"""Scores are exact and lie within their bounds."""

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.score import Part, ScopeKind, Score, Scorecard
from almwp.testing import strategies

HALF = Fraction(1, 2)


@given(strategies.shares, strategies.shares, strategies.shares)
def test_a_value_lies_within_its_bounds(
    low: Fraction, value: Fraction, high: Fraction
) -> None:
    def make() -> Score:
        return Score(value=value, low=low, high=high, known=1, total=1, method="m")

    if low <= value <= high:
        assert make().value == value
    else:
        with pytest.raises(ValueError, match=r"bounds are in order|is outside"):
            make()


@given(strategies.absences, strategies.shares, strategies.shares)
def test_bounds_are_in_order_even_without_a_value(
    absence: Absence, one: Fraction, other: Fraction
) -> None:
    low, high = sorted((one, other))
    made = Score(value=absence, low=low, high=high, known=0, total=3, method="m")
    assert made.value is absence
    if low != high:
        with pytest.raises(ValueError, match="bounds are in order"):
            attrs.evolve(made, low=high, high=low)


@given(st.integers(-3, 6), st.integers(-3, 6))
def test_no_more_is_known_than_there_is(known: int, total: int) -> None:
    def make() -> Score:
        return Score(
            value=HALF, low=HALF, high=HALF, known=known, total=total, method="m"
        )

    if 0 <= known <= total:
        assert (make().known, make().total) == (known, total)
    else:
        with pytest.raises(ValueError, match="cannot be known"):
            make()


def test_whole_numbers_become_exact_bounds_and_floats_are_refused() -> None:
    made = Score(value=HALF, low=0, high=1, known=1, total=2, method="m")
    assert (type(made.low), type(made.high)) == (Fraction, Fraction)
    wrong: Any
    for wrong in (0.5, True, "1/2", None):
        with pytest.raises(TypeError, match="a fraction or a whole number"):
            attrs.evolve(made, high=wrong)


def test_a_score_says_how_it_was_made() -> None:
    with pytest.raises(ValueError, match="method is not empty"):
        Score(value=HALF, low=HALF, high=HALF, known=1, total=1, method="")


def test_weights_are_not_negative() -> None:
    assert Part(id="a", value=HALF).weight == 1
    assert Part(id="a", value=HALF, weight=Fraction(0)).weight == 0
    with pytest.raises(ValueError, match="weight is not negative"):
        Part(id="a", value=HALF, weight=Fraction(-1))


@given(strategies.scorecards)
def test_a_line_is_found_by_its_scope(card: Scorecard) -> None:
    for line in card.lines:
        assert card.line(line.scope.kind, line.scope.id) == line
    assert card.line(ScopeKind.COUNTRY, "XX") is None
