"""Exact numbers in cells of text: as decimals, and as fractions that read back."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from almwp.exporting.csvcells import PLACES, number_cells


@given(st.fractions())
def test_a_number_is_read_back_exactly(number: Fraction) -> None:
    shown, numerator, denominator = number_cells(number)
    assert Fraction(int(numerator), int(denominator)) == number
    assert abs(Fraction(shown) - number) * 2 <= Fraction(1, 10**PLACES)


def test_no_number_is_three_empty_cells() -> None:
    assert number_cells(None) == ("", "", "")
