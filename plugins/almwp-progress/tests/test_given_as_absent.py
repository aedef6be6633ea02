"""Baselines and targets that are withheld, cells of all countries, and what is kept."""

from fractions import Fraction

import pytest
from almwp_progress import achievement
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.ids import CountryCode, IndicatorId
from almwp.model.indicator import Direction, Indicator, Reading, Target
from almwp.model.moment import Moment
from almwp.model.policy import AbsenceRule, AbsenceRules, Policy
from almwp.model.score import Part, Score
from almwp.model.source import Origin
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring.missing import AbsenceCount, absences_of
from almwp.scoring.question import Question

F = Fraction
NONE, FIVE, TEN = F(0), F(5), F(10)


def cell(name: str) -> Origin:
    return Origin(file="a.xlsx", sheet="Indicators", cell=name, sha256="0" * 64)


def follow(
    country: str = "VN",
    *,
    baseline: Fraction | Absence = NONE,
    target: Fraction | Absence = TEN,
    parts: tuple[int, int] | None = None,
    direction: Direction = Direction.RISING,
    value: Fraction = FIVE,
) -> Indicator:
    numerator, denominator = (F(parts[0]), F(parts[1])) if parts else (None, None)
    if parts:
        value = 100 * F(*parts)
    return Indicator(
        id=IndicatorId(f"{country}:indicator:1"),
        name=Text.of("Hours kept"),
        country=CountryCode(country),
        unit="%" if parts else "days",
        direction=direction,
        baseline=Reading(
            when=Moment.year(2020), value=baseline, origin=cell(f"{country}2")
        ),
        targets=[Target(year=2025, value=target, origin=cell(f"{country}3"))],
        readings=[
            Reading(
                when=Moment.year(2023),
                value=value,
                numerator=numerator,
                denominator=denominator,
                origin=cell(f"{country}4"),
            )
        ],
    )


def scored(*several: Indicator, policy: Policy = Policy()) -> Score:
    card = achievement.score(
        WorkPlan(indicators=several), Question(by=(), policy=policy)
    )
    return card.lines[0].score


def part_of(*several: Indicator, policy: Policy = Policy()) -> Part:
    (part,) = scored(*several, policy=policy).parts
    return part


@pytest.mark.parametrize("place", ["baseline", "target"])
@pytest.mark.parametrize("given_as", [Absence.WITHHELD, Absence.NOT_DUE])
def test_what_was_given_as_absent_keeps_its_name(place: str, given_as: Absence) -> None:
    indicator = follow(**{place: given_as})  # type: ignore[arg-type]
    part = part_of(indicator)
    assert (part.value, part.missing) == (given_as, given_as.value)
    assert f"was given as {given_as}" in part.reason
    assert "stated" not in part.reason
    assert cell("VN2" if place == "baseline" else "VN3") in part.origins


@pytest.mark.parametrize("place", ["baseline", "target"])
def test_the_rule_for_what_is_withheld_speaks_of_baselines_and_targets(
    place: str,
) -> None:
    rules = AbsenceRules(withheld=AbsenceRule.LEAVE_OUT)
    indicator = follow(**{place: Absence.WITHHELD})  # type: ignore[arg-type]
    assert part_of(indicator).low == 0
    part = part_of(indicator, policy=Policy(absences=rules))
    assert part.is_left_out
    assert absences_of(scored(indicator, policy=Policy(absences=rules))) == (
        AbsenceCount(absence="withheld", count=1, is_left_out=True),
    )


def test_a_target_that_does_not_apply_leaves_the_others_in_force() -> None:
    known = follow()
    later = Target(year=2026, value=Absence.NOT_APPLICABLE)
    assert part_of(evolve(known, targets=[*known.targets, later])).value == F(1, 2)


def test_every_cell_of_every_country_stands_with_a_pooled_figure() -> None:
    part = part_of(
        follow("VN", parts=(5, 100)), follow("ID", parts=(30, 300), target=F(20))
    )
    named = {part.origin, *part.origins}
    assert named == {cell(c + n) for c in ("VN", "ID") for n in "234"}


def test_what_is_to_be_kept_is_pooled_by_its_parts() -> None:
    keep = Direction.KEEP
    one = follow("VN", baseline=F(20), parts=(150, 1000), direction=keep)
    other = follow("ID", baseline=F(0), parts=(10, 100), direction=keep)
    part = part_of(one, other)
    # Off by 50 of 1000 where the baseline was off by 100; the other keeps its target.
    assert part.value == 1 - F(50, 110)
    assert "160 of 1100 together" in part.reason
    assert "not known" not in part.reason


@given(st.lists(st.integers(0, 100), min_size=2, max_size=3), st.integers(1, 99))
def test_kept_together_lies_between_the_least_and_the_most_kept(
    numerators: list[int], base: int
) -> None:
    several = [
        follow(
            c,
            baseline=F(base) / 2,
            target=F(50),
            parts=(n, 100),
            direction=Direction.KEEP,
        )
        for c, n in zip(("ID", "MY", "VN"), numerators, strict=False)
    ]
    alone = [scored(each) for each in several]
    together = scored(*several)
    assert min(s.low for s in alone) <= together.low <= together.high
    assert together.high <= max(s.high for s in alone)
    assert isinstance(together.value, Fraction)


def test_a_plan_without_any_indicator_says_so() -> None:
    card = achievement.score(WorkPlan(), Question(by=()))
    assert any("no indicator was read" in str(r.text) for r in card.remarks)
