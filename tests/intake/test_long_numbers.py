"""Numbers of any length, in any field, are read or asked about; none breaks a run."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from almwp.catalogue.meetings import find_meeting
from almwp.intake.cells import Cell, CellKind, Sheet
from almwp.intake.fieldlist import field_list
from almwp.intake.lexicon import Lexicon
from almwp.intake.moments import read_moment
from almwp.intake.numberformat import number_of
from almwp.intake.percents import read_percent
from almwp.intake.timeframes import read_timeframe
from almwp.model.submission import Submission

TOO_LONG = 4_301
"""Python refuses to make a number of as many digits as this."""
LENGTHS = st.sampled_from([1, 4, 9, 10, 31, 400, TOO_LONG, 5_000])
FORMS = st.sampled_from(
    ["{}", "{}%", "1.{}", "{0}.{0}", "{0}/{0}/2024", "Total: {}", "-{}", "SLOM {}"]
)
HEADINGS = [field.label.in_("en") for field in field_list().progress]
COVER = [field.label.in_("en") for field in field_list().cover]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LENGTHS, FORMS, st.sampled_from("019"), st.booleans())
@example(TOO_LONG, "{}", "9", True)
@example(TOO_LONG, "{}", "9", False)
def test_a_number_of_any_length_never_breaks_a_run(
    read: Callable[..., Submission],
    sheet: Callable[..., Sheet],
    length: int,
    form: str,
    digit: str,
    is_number: bool,
) -> None:
    text = form.format(digit * length)
    kind = CellKind.NUMBER if is_number else CellKind.TEXT
    value = Cell(row=1, column=1, kind=kind, text=text)
    lines = [[label, value] for label in COVER]
    lines += [[f"{label}: {text}"] for label in COVER]
    rows = [[value] * len(HEADINGS), ["Total", value], [f"Total: {text}"]]
    for at in range(len(HEADINGS)):
        row: list[object] = [f"Training {at}"] * len(HEADINGS)
        row[at] = value
        rows.append(row)
    read(sheet([*lines, [], HEADINGS, *rows]))


@pytest.mark.parametrize("length", [10, TOO_LONG])
def test_a_number_too_long_for_its_place_is_not_understood(
    lexicon: Lexicon, length: int
) -> None:
    digits = "9" * length
    assert read_moment(digits, lexicon) is None
    assert not read_timeframe(digits, lexicon).timeframe.is_understood
    assert find_meeting(f"Meeting: SLOM {digits}") is None
    percent = Cell(row=1, column=1, kind=CellKind.TEXT, text=f"{digits}%")
    assert read_percent(percent).share is None


@pytest.mark.parametrize(
    "text", ["9" * TOO_LONG, "1E+999999", "1E+99999999", "1E-999999"]
)
def test_a_number_that_excel_cannot_hold_is_none(text: str) -> None:
    assert number_of(text) is None
