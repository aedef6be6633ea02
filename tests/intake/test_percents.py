"""Percentages in every way of writing; what can be two things is asked about."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.cells import Cell, CellKind
from almwp.intake.percents import read_percent
from almwp.model.absence import Absence
from almwp.model.submission import Submission

Table = Callable[..., Submission]
Said = Callable[[Submission], list[tuple[str, str | None]]]
HEADINGS = ["Activity", "Status", "Progress (%)"]
THREE_QUARTERS = Fraction(3, 4)


def rows(*shares: Any) -> list[list[Any]]:
    return [[f"Training {n}", "ongoing", share] for n, share in enumerate(shares)]


def shares(read: Submission) -> list[Fraction | Absence]:
    return [a.observations[0].percent for a in read.activities]


def stored(text: str, code: str = "General") -> Cell:
    return Cell(row=1, column=1, kind=CellKind.NUMBER, text=text, number_format=code)


@pytest.mark.parametrize(
    ("written", "share"),
    [
        (stored("0.75", "0%"), THREE_QUARTERS),
        (stored("0.55000000000000004", "0%"), Fraction(11, 20)),
        (stored("1.0000000000000002", "0%"), Fraction(1)),
        (stored("7.0000000000000007E-2", "0.0%"), Fraction(7, 100)),
        (75, THREE_QUARTERS),
        (75.5, Fraction(151, 200)),
        (100, Fraction(1)),
        (0, Fraction(0)),
        ("75%", THREE_QUARTERS),
        ("75 %", THREE_QUARTERS),
        ("75\u00a0%", THREE_QUARTERS),
        ("75,5 %", Fraction(151, 200)),
        ("75.5%", Fraction(151, 200)),
        ("75", THREE_QUARTERS),
        ("0%", Fraction(0)),
        ("1%", Fraction(1, 100)),
        ("0,5%", Fraction(1, 200)),
        ("75 percent", THREE_QUARTERS),
        ("75 phần trăm", THREE_QUARTERS),
        ("75 persen", THREE_QUARTERS),
        ("75\u202f%", THREE_QUARTERS),
        ("75\u200b%", THREE_QUARTERS),
        ("75\uff05", THREE_QUARTERS),
        ("\uff17\uff15\uff05", THREE_QUARTERS),
        ("๗๕%", THREE_QUARTERS),
        ("ร้อยละ 75", THREE_QUARTERS),
        ("75 เปอร์เซ็นต์", THREE_QUARTERS),
        ("75 peratus", THREE_QUARTERS),
        ("75 per cent", THREE_QUARTERS),
        ("75 Phan tram", THREE_QUARTERS),
        ("100 phần trăm", Fraction(1)),
        (stored("0.75", "# ?/?"), THREE_QUARTERS),
        (stored("0.75", "0/4"), THREE_QUARTERS),
        ("½", Fraction(1, 2)),
        ("¾", THREE_QUARTERS),
        ("⅓", Fraction(1, 3)),
    ],
)
def test_a_share_is_read_exactly(
    table: Table, said: Said, written: Any, share: Fraction
) -> None:
    read = table(HEADINGS, *rows(written))
    assert shares(read) == [share]
    # What is done as a whole and still ongoing is another matter.
    assert said(read) == ([("ALM238", "C6")] if share == 1 else [])


@pytest.mark.parametrize("written", [0.6, "0,6", 1, "1", "1.250", "1,250%", 0.01])
def test_what_can_be_two_shares_is_asked_about(
    table: Table, said: Said, written: Any
) -> None:
    read = table(HEADINGS, *rows(written))
    assert said(read) == [("ALM207", "C6")]
    assert shares(read) == [Absence.BLANK]
    assert len(read.findings[0].suggestions) == 2


@pytest.mark.parametrize("written", ["120%", 120, "-5%", -5, 75.0 * 100])
def test_a_share_outside_its_range_is_refused(
    table: Table, said: Said, written: Any
) -> None:
    assert said(table(HEADINGS, *rows(written))) == [("ALM208", "C6")]
    percent = stored("75", "0%")
    assert said(table(HEADINGS, *rows(percent))) == [("ALM208", "C6")]


@pytest.mark.parametrize(
    "written", ["most", "75-80%", ">75%", "75 persen?", "75 people", "1½", True, "7 5"]
)
def test_what_is_no_share_is_refused(table: Table, said: Said, written: Any) -> None:
    assert said(table(HEADINGS, *rows(written))) == [("ALM206", "C6")]


@pytest.mark.parametrize(
    ("written", "offered"),
    [("3/4", ("75%",)), ("1\u20443", ("33.33%",)), ("4/3", ()), ("3/4/5", ())],
)
def test_a_written_fraction_is_asked_about_and_what_it_would_be_is_offered(
    table: Table, said: Said, written: str, offered: tuple[str, ...]
) -> None:
    read = table(HEADINGS, *rows(written))
    assert said(read) == [("ALM206", "C6")]
    assert read.findings[0].suggestions == offered


def test_a_fraction_that_excel_took_for_a_day_is_no_share(
    table: Table, said: Said
) -> None:
    day = stored("45355", "d-mmm")
    assert said(table(HEADINGS, *rows(day, 75))) == [("ALM206", "C6")]


@pytest.mark.parametrize("absent", ["-", "n/a", "TBD"])
def test_an_absent_share_is_no_fault(table: Table, said: Said, absent: str) -> None:
    assert said(table(HEADINGS, *rows(absent))) == []


def test_a_number_above_1_tells_that_the_column_counts_hundredths(
    table: Table, said: Said
) -> None:
    read = table(HEADINGS, *rows(75, 1))
    assert shares(read) == [THREE_QUARTERS, Fraction(1, 100)]
    assert said(read) == [("ALM220", "C7")]


@pytest.mark.parametrize("written", [0.75, "0,75", 0.6, "0.01"])
def test_a_bare_part_of_one_beside_numbers_above_1_is_asked_about(
    table: Table, said: Said, written: Any
) -> None:
    read = table(HEADINGS, *rows(written, 75))
    assert shares(read) == [Absence.BLANK, THREE_QUARTERS]
    assert said(read) == [("ALM207", "C6")]


def test_a_number_above_100_tells_nothing_of_the_others(
    table: Table, said: Said
) -> None:
    assert said(table(HEADINGS, *rows(0.6, 120))) == [
        ("ALM207", "C6"),
        ("ALM208", "C7"),
    ]


def test_signs_and_negative_numbers_tell_nothing_of_bare_ones(
    table: Table, said: Said
) -> None:
    read = table(HEADINGS, *rows(0.6, "75%", -5, 0, stored("0.75", "0%")))
    assert said(read) == [("ALM207", "C6"), ("ALM208", "C8")]


def test_thousands_stay_doubtful_whatever_the_column_says(
    table: Table, said: Said
) -> None:
    assert said(table(HEADINGS, *rows("1.250", 75))) == [("ALM207", "C6")]


@given(st.integers(0, 100), st.sampled_from(["", "0", "5"]))
def test_a_written_percentage_is_that_many_hundredths(
    whole: int, decimals: str
) -> None:
    for sign in ".,":
        text = f"{whole}{sign}{decimals}%" if decimals else f"{whole}%"
        cell = Cell(row=1, column=1, kind=CellKind.TEXT, text=text)
        tenths = Fraction(int(decimals or 0), 10)
        assert read_percent(cell).share == (whole + tenths) / 100


@given(st.text(max_size=8))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_percent(Cell(row=1, column=1, kind=CellKind.TEXT, text=text))


@pytest.mark.parametrize(
    ("written", "absence"),
    [
        ("n/a", Absence.NOT_APPLICABLE),
        ("withheld", Absence.WITHHELD),
        ("not due", Absence.NOT_DUE),
        ("-", Absence.BLANK),
    ],
)
def test_why_a_share_is_absent_is_kept(
    table: Table, said: Said, written: str, absence: Absence
) -> None:
    read = table(HEADINGS, *rows(written))
    assert said(read) == []
    assert shares(read) == [absence]
