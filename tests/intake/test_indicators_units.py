"""A number of an indicator and its unit do not contradict each other in silence."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from almwp.intake.cells import Cell, CellKind, Sheet
from almwp.model.ledger import Fate
from almwp.model.submission import Submission

ABOVE: list[list[Any]] = [["Country: VN"], ["Plan: ALM WP 2021-2025"]]
HEADINGS = [
    *("Indicator", "Unit", "Baseline", "Baseline year", "Target", "Target year"),
]
SIXTY = Cell(row=1, column=1, kind=CellKind.NUMBER, text="0.6", number_format="0%")


@pytest.fixture
def counted(
    read: Callable[..., Submission], sheet: Callable[..., Sheet]
) -> Callable[..., Submission]:
    """Read one indicator with a unit, a baseline and a target."""

    def reading(unit: str | None, baseline: Any, target: Any = None) -> Submission:
        year = 2025 if target is not None else None
        row = ["Share in work", unit, baseline, 2020, target, year]
        return read(sheet([*ABOVE, HEADINGS, row]))

    return reading


@pytest.mark.parametrize("unit", ["%", "percent", "% of workers", "phần trăm"])
@pytest.mark.parametrize("written", ["0.6", 0.6, 1, "½"])
def test_a_bare_share_in_an_indicator_of_percent_is_asked_about(
    counted: Callable[..., Submission], unit: str, written: Any
) -> None:
    found = counted(unit, written)
    (asked,) = [f for f in found.findings if f.code == "ALM207"]
    assert asked.at.cell == "C4"
    assert len(asked.suggestions) == 2
    assert all(choice.endswith("%") for choice in asked.suggestions)
    assert found.indicators[0].baseline is None
    assert {e.cells: e.fate for e in found.ledger.entries}["C4"] is Fate.REFUSED


@pytest.mark.parametrize(
    ("unit", "written", "value"),
    [
        ("%", "0.6%", Fraction(3, 5)),
        ("%", SIXTY, 60),
        ("%", 75, 75),
        ("%", 0, 0),
        ("workers", 0.6, Fraction(3, 5)),
        (None, 0.6, Fraction(3, 5)),
        (None, "75%", 75),
    ],
)
def test_what_can_be_only_one_number_is_read(
    counted: Callable[..., Submission], unit: str | None, written: Any, value: Any
) -> None:
    (indicator,) = counted(unit, written).indicators
    assert indicator.baseline is not None
    assert indicator.baseline.value == value


def test_another_number_of_the_row_tells_that_it_counts_to_100(
    counted: Callable[..., Submission],
) -> None:
    (indicator,) = counted("%", 0.6, 5).indicators
    assert indicator.baseline is not None
    assert indicator.baseline.value == Fraction(3, 5)


def test_a_percentage_in_another_unit_is_refused(
    counted: Callable[..., Submission],
) -> None:
    found = counted("persons", "75%")
    assert ("ALM248", "C4") in [(f.code, f.at.cell) for f in found.findings]
    assert found.indicators[0].baseline is None
