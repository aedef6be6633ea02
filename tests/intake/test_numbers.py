"""Numbers are read exactly, however they are written; what is none is not read."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.cells import Cell, CellKind
from almwp.intake.numbercolumn import written
from almwp.intake.numbers import ReadNumber, read_number, read_written


def typed(text: str) -> Cell:
    return Cell(row=1, column=1, kind=CellKind.TEXT, text=text)


def stored(text: str, code: str = "General") -> Cell:
    return Cell(row=1, column=1, kind=CellKind.NUMBER, text=text, number_format=code)


CLEAR = {
    "1250": Fraction(1250),
    "0": Fraction(0),
    "-12": Fraction(-12),
    "\u221212": Fraction(-12),
    "+3": Fraction(3),
    "(1 250)": Fraction(-1250),
    "(12,5)": Fraction(-25, 2),
    "12,5": Fraction(25, 2),
    "12.5": Fraction(25, 2),
    "0,755": Fraction(151, 200),
    "0.755": Fraction(151, 200),
    "1250,5": Fraction(2501, 2),
    "1250.555": Fraction(250111, 200),
    "1.2500": Fraction(5, 4),
    "1 250": Fraction(1250),
    "1\u00a0250": Fraction(1250),
    "1\u202f250": Fraction(1250),
    "1\u2009250,75": Fraction(5003, 4),
    "1'250": Fraction(1250),
    "1\u2019250.5": Fraction(2501, 2),
    "1.250.000": Fraction(1250000),
    "1,250,000": Fraction(1250000),
    "1.250,5": Fraction(2501, 2),
    "1,250.5": Fraction(2501, 2),
    "1,250.500": Fraction(2501, 2),
    "12 345 678,9": Fraction(123456789, 10),
    "\u200b1250": Fraction(1250),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "๑๒๕๐": Fraction(1250),
    "໑໒໕໐": Fraction(1250),
    "១២៥០": Fraction(1250),
    "၁၂၅၀": Fraction(1250),
    "\uff11\uff12\uff15\uff10": Fraction(1250),
    "๑,๒๕๐.๕": Fraction(2501, 2),
}


@pytest.mark.parametrize(("text", "number"), CLEAR.items())
def test_a_number_that_can_only_be_one_is_read_exactly(
    text: str, number: Fraction
) -> None:
    read = read_number(typed(text))
    assert (read.value, read.other, read.unit) == (number, None, "")


@pytest.mark.parametrize(
    "text",
    [
        "many",
        "1.25.0",
        "1.2500.000",
        "12,50,000",
        "1 2",
        "1 250'000",
        "1.250 000",
        "01.250.000",
        "12-15",
        "12 or 13",
        "about 1200",
        "1250?",
        "~1250",
        "<1250",
        "1,2 million",
        "1,2 triệu",
        "3 nghìn",
        "3 tỷ đồng",
        "12 ล้านคน",
        "12ล้านคน",
        "EST 1200",
        "5 juta",
        "12k",
        "1e5",
        "1/2",
        "3%5",
        "12 without Cambodia",
        "$12 million",
        "(12",
        "12)",
        "(-12)",
        "--1",
        "1250 (2023)",
        "USD 12 EUR",
        "9" * 31,
    ],
)
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert read_number(typed(text)) == ReadNumber()


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [
        ("0.1", "General", Fraction(1, 10)),
        ("0.30000000000000004", "General", Fraction(3, 10)),
        ("0.55000000000000004", "0.00", Fraction(11, 20)),
        ("1.25", "#,##0.000", Fraction(5, 4)),
        ("1250", "#,##0", Fraction(1250)),
        ("7.0000000000000007E-2", "General", Fraction(7, 100)),
        ("-3", "General", Fraction(-3)),
        ("0.75", "# ?/?", Fraction(3, 4)),
    ],
)
def test_a_number_of_excel_is_what_excel_shows_of_its_digits(
    text: str, code: str, number: Fraction
) -> None:
    assert read_number(stored(text, code)) == ReadNumber(value=number)


@given(
    st.decimals(-10_000_000, 10_000_000, places=2),
    st.sampled_from(
        [(".", ","), (",", "."), (" ", ","), ("\u202f", "."), ("'", "."), ("", ",")]
    ),
)
def test_a_number_means_the_same_in_every_way_of_writing_it(
    number: Any, signs: tuple[str, str]
) -> None:
    thousands, decimal = signs
    text = f"{number:,.2f}".translate({ord(","): thousands, ord("."): decimal})
    read = read_written(text)
    assert read.value == Fraction(number)
    assert read.other is None
    assert read.decimal == decimal


@given(st.fractions(max_denominator=1))
def test_a_whole_number_is_written_as_it_is_read(number: Fraction) -> None:
    if len(written(number)) <= 30:
        assert read_written(written(number)).value == number


@given(st.decimals(-10_000, 10_000, places=6))
def test_what_is_offered_can_only_be_read_in_one_way(number: Any) -> None:
    read = read_written(written(Fraction(number)))
    assert (read.value, read.other) == (Fraction(number), None)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    read_number(typed(text))
