"""An indicator that several files report stands once in the plan, with all they say."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from almwp.model.activity import RowOrigin
from almwp.model.ids import CountryCode, IndicatorId
from almwp.model.indicator import Direction, Disaggregation, Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.merge import merge

WOMEN = (Disaggregation(by="sex", group="women"),)


def origin(file: str, cell: str) -> Origin:
    return Origin(file=file, sha256=sha(file), sheet="Indicators", cell=cell)


def sha(file: str) -> str:
    return file[0] * 64


def reading(file: str, year: int, value: int, **rest: Any) -> Reading:
    cell = origin(file, f"D{year}")
    when = Moment.year(year)
    return Reading(when=when, value=Fraction(value), origin=cell, **rest)


def target(file: str, year: int, value: int, **rest: Any) -> Target:
    cell = origin(file, f"E{year}")
    return Target(year=year, value=Fraction(value), origin=cell, **rest)


def sent(file: str, day: int, number: str = "1", **fields: Any) -> Submission:
    row = RowOrigin(
        file=file,
        sha256=sha(file),
        sheet="Indicators",
        row=5,
        columns=[("unit", "B"), ("direction", "C")],
    )
    indicator = Indicator(
        id=IndicatorId(f"VN:indicator:{number}"),
        number=number,
        name=Text.of("Workers trained"),
        country=CountryCode("VN"),
        origins=[row],
        **fields,
    )
    return Submission(
        file=file,
        sha256=sha(file),
        country=CountryCode("VN"),
        as_of=Moment.day(date(2024, 6, day)),
        indicators=[indicator],
    )


def test_readings_and_targets_of_all_files_are_in_the_plan() -> None:
    first = sent(
        "a.xlsx",
        1,
        baseline=reading("a.xlsx", 2020, 5),
        readings=[reading("a.xlsx", 2022, 7)],
        targets=[target("a.xlsx", 2025, 20)],
    )
    second = sent(
        "b.xlsx",
        2,
        readings=[reading("b.xlsx", 2023, 9), reading("b.xlsx", 2022, 7)],
        targets=[target("b.xlsx", 2024, 15), target("b.xlsx", 2024, 8, group=WOMEN)],
    )
    plan = merge([first, second])
    (found,) = plan.indicators
    assert [(str(r.when), str(r.value)) for r in found.readings] == [
        ("2022", "7"),
        ("2023", "9"),
    ]
    assert [(t.year, str(t.value)) for t in found.targets] == [
        (2024, "15"),
        (2024, "8"),
        (2025, "20"),
    ]
    assert found.baseline is not None
    assert [row.file for row in found.origins] == ["b.xlsx", "a.xlsx"]
    assert plan.conflicts == ()


@pytest.mark.parametrize(
    ("key", "old", "new", "claims"),
    [
        ("unit", "people", "workers", ("workers", "people")),
        ("direction", Direction.RISING, Direction.FALLING, ("falling", "rising")),
        (
            "readings",
            [reading("a.xlsx", 2022, 7)],
            [reading("b.xlsx", 2022, 9)],
            ("9 (2022)", "7 (2022)"),
        ),
        (
            "readings",
            [reading("a.xlsx", 2022, 7, group=WOMEN)],
            [reading("b.xlsx", 2022, 9, group=WOMEN)],
            ("9 (2022, women)", "7 (2022, women)"),
        ),
        (
            "targets",
            [target("a.xlsx", 2025, 7)],
            [target("b.xlsx", 2025, 9)],
            ("9 (2025)", "7 (2025)"),
        ),
        (
            "baseline",
            reading("a.xlsx", 2020, 1),
            reading("b.xlsx", 2020, 2),
            ("2 (2020)", "1 (2020)"),
        ),
    ],
)
def test_of_two_values_the_newer_counts_and_both_are_named(
    key: str, old: Any, new: Any, claims: tuple[str, ...]
) -> None:
    first, second = sent("a.xlsx", 1, **{key: old}), sent("b.xlsx", 2, **{key: new})
    for files in ([first, second], [second, first]):
        plan = merge(files)
        (found,), (conflict,) = plan.indicators, plan.conflicts
        kept = tuple(new) if isinstance(new, list) else new
        assert getattr(found, key) == kept
        about = (str(conflict.activity), conflict.field)
        assert about == (found.id, key.rstrip("s"))
        assert tuple(claim.value for claim in conflict.claims) == claims
        assert [c.origin and c.origin.file for c in conflict.claims] == [
            "b.xlsx",
            "a.xlsx",
        ]


def test_values_of_other_groups_and_days_do_not_contradict() -> None:
    first = sent("a.xlsx", 1, readings=[reading("a.xlsx", 2022, 7)])
    second = sent("b.xlsx", 2, readings=[reading("b.xlsx", 2022, 3, group=WOMEN)])
    plan = merge([first, second])
    assert plan.conflicts == ()
    assert len(plan.indicators[0].readings) == 2


def test_other_numbers_are_other_indicators_in_the_order_of_their_numbers() -> None:
    files = [sent(f"{c}.xlsx", 1, number) for c, number in (("a", "10"), ("b", "2"))]
    plan = merge(files)
    assert [indicator.number for indicator in plan.indicators] == ["2", "10"]
