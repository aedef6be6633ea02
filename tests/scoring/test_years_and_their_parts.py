"""A year that is told as a whole, and the halves and quarters that make it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.indicator import IndicatorKind
from almwp.model.policy import Policy
from almwp.scoring.achievement import achievement_of
from almwp.scoring.measured import Measured, measured
from almwp.testing.sampleindicators import sample_indicator, sample_reading

HALVES = ("2023-H1", "2023-H2")


def made_of(*several: tuple[str, Fraction | int | Absence], unit: str = "") -> Measured:
    readings = [sample_reading(when, value) for when, value in several]
    each = sample_indicator(*readings, kind=IndicatorKind.PER_PERIOD, unit=unit)
    return measured(each, each.readings, None)


def test_a_year_that_contradicts_its_halves_is_said_with_both_numbers() -> None:
    made = made_of(("2023", 9000), ("2023-H1", 5000), ("2023-H2", 4500))
    assert made.is_open
    assert made.reasons == (
        "the year 2023 was told as 9000, but its 2 parts make 9500: one of them is"
        " wrong",
    )


def test_such_a_year_leaves_the_achievement_between_its_bounds() -> None:
    several = [("2023", 50), ("2023-H1", 20), ("2023-H2", 25)]
    readings = [sample_reading(*each) for each in several]
    each = sample_indicator(*readings, kind=IndicatorKind.PER_PERIOD)
    known = achievement_of(each, Policy())
    assert known.value is Absence.BLANK
    assert (known.low, known.high) == (Fraction(0), Fraction(1))
    assert "one of them is wrong" in known.reasons[0]


def test_an_older_year_is_told_and_does_not_keep_the_newest_from_counting() -> None:
    several = (("2022", 90), ("2022-H1", 50), ("2022-H2", 50), ("2023", 100))
    made = made_of(*several)
    assert not made.is_open
    assert made.reading is not None
    assert made.reading.value == 100
    assert "the year 2022 was told as 90" in made.reasons[0]


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.booleans())
def test_a_year_agrees_with_the_sum_of_its_halves_and_with_nothing_else(
    first: int, second: int, is_right: bool
) -> None:
    total = first + second + (not is_right)
    halves = zip(HALVES, (first, second), strict=True)
    made = made_of(("2023", total), *halves)
    assert made.is_open is not is_right
    assert made.reading is not None
    assert made.reading.value == total


def test_parts_that_make_no_whole_year_contradict_nothing() -> None:
    assert not made_of(("2023", 9), ("2023-H1", 5)).is_open
    assert not made_of(("2023", 9), ("2023-Q1", 5), ("2023-H2", 5)).is_open


def test_a_blank_for_the_year_takes_nothing_from_its_halves() -> None:
    made = made_of(("2023", Absence.BLANK), ("2023-H1", 5), ("2023-H2", 4))
    assert made.reading is not None
    assert made.reading.value == 9


def test_a_year_that_is_withheld_stays_withheld() -> None:
    made = made_of(("2023", Absence.WITHHELD), ("2023-H1", 5), ("2023-H2", 4))
    assert made.reading is not None
    assert made.reading.value is Absence.WITHHELD


@pytest.mark.parametrize(
    ("stated", "is_open"), [("33.3", False), ("33", False), ("33.4", True)]
)
def test_a_percentage_of_a_year_may_be_rounded(stated: str, is_open: bool) -> None:
    each = sample_indicator(
        sample_reading("2023", Fraction(stated)),
        sample_reading("2023-H1", 50, 1, 2),
        sample_reading("2023-H2", 0, 0, 1),
        kind=IndicatorKind.PER_PERIOD,
        unit="%",
    )
    assert measured(each, each.readings, None).is_open is is_open
