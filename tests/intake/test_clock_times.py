"""Times of day and spans of hours, written as their cell shows them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almwp.intake.cells import Cell, CellKind
from almwp.intake.clocktimes import time_of_number
from almwp.intake.display import words_of
from almwp.intake.numberformat import is_date_format, is_time_format, shows_time


@pytest.mark.parametrize(
    ("code", "is_time", "is_date"),
    [
        ("h:mm", True, False),
        ("hh:mm:ss", True, False),
        ("mm:ss", True, False),
        ("[h]:mm", True, False),
        ("[mm]", True, False),
        ("[$-409]h:mm AM/PM", True, False),
        ("dd/mm/yyyy hh:mm", False, True),
        ("yyyy-mm-dd", False, True),
        ("mmm-yy", False, True),
        ("General", False, False),
        ("0.00", False, False),
        ("@", False, False),
        ('0" hours"', False, False),
        (r"0\h", False, False),
        ("[Red]0", False, False),
        ("[$USD] #,##0", False, False),
    ],
)
def test_a_format_shows_a_time_a_day_or_neither(
    code: str, is_time: bool, is_date: bool
) -> None:
    assert (is_time_format(code), is_date_format(code)) == (is_time, is_date)
    assert shows_time(code) is (is_time or "hh" in code)


@given(st.integers(0, 86_399), st.sampled_from(["h:mm", "h:mm:ss", "h:mm AM/PM"]))
def test_every_second_of_a_day_comes_back_as_it_was_typed(
    second: int, code: str
) -> None:
    stored = repr(second / 86_400)
    words = time_of_number(stored, code, starts_1904=False)
    hours, rest = divmod(second, 3600)
    minutes, seconds = divmod(rest, 60)
    assert words == f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
    dated = Cell(
        row=1,
        column=1,
        kind=CellKind.NUMBER,
        text=repr(45_473 + second / 86_400),
        number_format="dd/mm/yyyy hh:mm",
    )
    assert words_of(dated) == "2024-06-30" + (f" {words}" if second else "")


@given(st.integers(0, 10_000_000))
def test_hours_go_on_past_the_end_of_a_day(minutes: int) -> None:
    stored = repr(timedelta(minutes=minutes) / timedelta(days=1))
    words = time_of_number(stored, "[h]:mm", starts_1904=False)
    assert words == f"{minutes // 60:02}:{minutes % 60:02}"


@pytest.mark.parametrize("stored", ["-0.5", "2958466", "1E400", "NaN", "x"])
def test_what_excel_shows_as_no_time_is_none(stored: str) -> None:
    assert time_of_number(stored, "h:mm", starts_1904=False) == ""
