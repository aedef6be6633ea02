"""Numbers of a column are read by its evidence, and so said, or asked about."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import pytest

from almwp.intake.cells import Cell, CellKind
from almwp.intake.field import Field, FieldType
from almwp.intake.lexicon import Lexicon
from almwp.intake.numbercolumn import column_numbers
from almwp.intake.numbers import read_written
from almwp.intake.parsed import Parsed, Spot
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values
from almwp.model.absence import Absence
from almwp.model.text import Text

READING = Field(
    key="reading",
    label=Text.of("Reading"),
    type=FieldType.NUMBER,
    help=Text.of("What was measured."),
)
ReadColumn = Callable[..., list[Parsed[Any]]]


def typed(text: str, row: int = 1) -> Cell:
    return Cell(row=row, column=1, kind=CellKind.TEXT, text=text)


def stored(text: str, code: str = "General") -> Cell:
    return Cell(row=1, column=1, kind=CellKind.NUMBER, text=text, number_format=code)


@pytest.fixture
def read_column(lexicon: Lexicon) -> ReadColumn:
    """Read cells as one column of numbers below headings in one language."""

    def reading(cells: Sequence[Cell | str], language: str = "en") -> list[Parsed[Any]]:
        made = [
            typed(c, row) if isinstance(c, str) else c
            for row, c in enumerate(cells, start=2)
        ]
        values = Values(
            spot=Spot(file="report.xlsx", sheet="Indicators"),
            lexicon=lexicon,
            language=language,
            numbers=((1, column_numbers(made, language)),),
        )
        return [read_value(values, READING, cell) for cell in made]

    return reading


def codes(parsed: Parsed[Any]) -> list[str]:
    return [f.code for f in parsed.findings]


@pytest.mark.parametrize("text", ["1.250", "1,250", "1.255", "-125,000", "(1.250)"])
def test_a_sign_before_three_digits_is_asked_about_where_nothing_tells(
    read_column: ReadColumn, text: str
) -> None:
    (parsed,) = read_column([text])
    assert codes(parsed) == ["ALM228"]
    offered = [read_written(words).value for words in parsed.findings[0].suggestions]
    read = read_written(text)
    assert offered == [read.value, read.other]


@pytest.mark.parametrize(
    ("others", "number"),
    [
        (["12,5"], 1250),
        (["1.250.000"], 1250),
        (["0,755"], 1250),
        (["2.500,5"], 1250),
        (["1 000,5"], 1250),
        (["12.5"], Fraction(5, 4)),
        (["1,250,000"], Fraction(5, 4)),
        (["1,000.5"], Fraction(5, 4)),
        (["12", "1 000", "12,5 %"], 1250),
    ],
)
def test_another_number_of_the_column_tells(
    read_column: ReadColumn, others: list[str], number: Fraction
) -> None:
    for cells in (["1.250", *others], [*others, "1.250"]):
        parsed = read_column(cells)[cells.index("1.250")]
        assert parsed.value == number
        assert codes(parsed) == ["ALM229"]
        assert others[-1] in parsed.findings[0].message()


@pytest.mark.parametrize(
    "others", [["12,5", "12.5"], ["1 000"], ["1'000"], ["12"], ["-"], [stored("12.5")]]
)
def test_numbers_that_tell_nothing_or_contradict_each_other_leave_it_open(
    read_column: ReadColumn, others: list[Any]
) -> None:
    assert codes(read_column(["1.250", *others])[0]) == ["ALM228"]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("vi", "1.250", 1250),
        ("id", "1.250", 1250),
        ("pt", "1.250", 1250),
        ("lo", "1.250", 1250),
        ("th", "1,250", 1250),
        ("ms", "1,250", 1250),
        ("my", "1,250", 1250),
        # What would be decimals in that language may come from an English machine.
        ("vi", "1,250", None),
        ("th", "1.250", None),
        ("en", "1,250", None),
        ("en", "1.250", None),
        ("tet", "1.250", None),
    ],
)
def test_the_language_tells_of_its_thousands_only(
    read_column: ReadColumn, language: str, text: str, number: int | None
) -> None:
    (parsed,) = read_column([text], language)
    assert parsed.value == number
    assert codes(parsed) == ["ALM228" if number is None else "ALM229"]


def test_the_language_tells_nothing_of_a_column_that_goes_another_way(
    read_column: ReadColumn,
) -> None:
    told = read_column(["1.250", "12.5"], "vi")
    assert told[0].value == Fraction(5, 4)
    mixed = read_column(["1.250", "1,250"], "vi")
    assert [codes(parsed) for parsed in mixed] == [["ALM228"], ["ALM228"]]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("12 %", 12, "%"),
        ("12,5%", Fraction(25, 2), "%"),
        ("12\uff05", 12, "%"),
        ("1250 người", 1250, "người"),
        ("1 250 workers", 1250, "workers"),
        ("USD 1250", 1250, "USD"),
        ("$1250.50", Fraction(2501, 2), "$"),
        ("1250 USD", 1250, "USD"),
        ("Rp 1.250.000", 1250000, "Rp"),
        ("฿12", 12, "฿"),
    ],
)
def test_a_unit_is_said_and_the_number_is_read(
    read_column: ReadColumn, text: str, number: Fraction, unit: str
) -> None:
    (parsed,) = read_column([text])
    assert parsed.value == number
    assert codes(parsed) == ["ALM230"]
    assert dict(parsed.findings[0].facts)["unit"] == unit


def test_a_doubtful_number_with_a_unit_is_asked_about(read_column: ReadColumn) -> None:
    assert codes(read_column(["1.250 người"])[0]) == ["ALM228"]
    told = read_column(["1.250 người"], "vi")[0]
    assert told.value == 1250
    assert codes(told) == ["ALM229", "ALM230"]


def test_a_percentage_of_excel_is_the_number_that_it_shows(
    read_column: ReadColumn,
) -> None:
    (parsed,) = read_column([stored("0.12", "0%")])
    assert parsed.value == 12
    assert codes(parsed) == ["ALM230"]


def test_a_date_and_words_are_no_numbers(read_column: ReadColumn) -> None:
    assert codes(read_column(["many"])[0]) == ["ALM227"]
    assert codes(read_column([stored("45473", "dd/mm/yyyy")])[0]) == ["ALM227"]


@pytest.mark.parametrize(
    ("text", "absence"),
    [("-", None), ("TBD", None), ("n/a", Absence.NOT_APPLICABLE)],
)
def test_an_absent_number_is_no_fault(
    read_column: ReadColumn, text: str, absence: Absence | None
) -> None:
    (parsed,) = read_column([text])
    assert parsed.value == absence
    assert codes(parsed) == []
