"""Indicators on their way to the target: the cases where others go wrong."""

from fractions import Fraction
from functools import partial

import pytest
from almwp_progress.achievement import score
from attrs import evolve

from almwp.model.absence import Absence
from almwp.model.indicator import (
    Direction,
    Disaggregation,
    Indicator,
    IndicatorKind,
    Reading,
    Target,
)
from almwp.model.policy import (
    Cap,
    NoBaseline,
    Policy,
    TargetIsBaseline,
)
from almwp.model.score import Part
from almwp.testing.sampleindicators import sample_indicator as indicator
from almwp.testing.sampleindicators import sample_reading as reading
from almwp.testing.totals import bounds_of_score as bounds
from almwp.testing.totals import only_part_of, total_of

F = Fraction


total = partial(total_of, score)


def part(*several: Indicator, policy: Policy | None = None) -> Part:
    return only_part_of(total(*several, policy=policy))


def test_half_of_the_way_is_one_half() -> None:
    assert total(indicator(reading("2023", 50))).value == F(1, 2)


def test_a_falling_indicator_that_improves_gains() -> None:
    falling = indicator(
        reading("2023", 12), base=30, target=10, direction=Direction.FALLING
    )
    assert total(falling).value == F(9, 10)


def test_a_falling_indicator_that_rises_is_worse_than_its_baseline() -> None:
    falling = indicator(
        reading("2023", 33), base=30, target=10, direction=Direction.FALLING
    )
    assert total(falling).value == 0
    assert part(falling).raw == F(-3, 20)


def test_a_target_of_zero_is_a_target_like_any_other() -> None:
    none_left = indicator(
        reading("2023", 6), base=24, target=0, direction=Direction.FALLING
    )
    assert total(none_left).value == F(3, 4)


def test_a_target_of_zero_from_a_baseline_of_zero_divides_by_nothing() -> None:
    held = indicator(reading("2023", 0), base=0, target=0, direction=Direction.FALLING)
    lost = indicator(reading("2023", 2), base=0, target=0, direction=Direction.FALLING)
    assert total(held).value == 1
    assert total(lost).value is Absence.BLANK
    assert bounds(total(lost)) == (0, 1)
    assert "the target is the baseline (0)" in part(lost).reason


@pytest.mark.parametrize(
    ("rule", "value", "known", "counted"),
    [
        (TargetIsBaseline.MET_OR_OPEN, Absence.BLANK, 0, 1),
        (TargetIsBaseline.MET_OR_NOT, F(0), 1, 1),
        (TargetIsBaseline.LEAVE_OUT, Absence.NOT_APPLICABLE, 0, 0),
    ],
)
def test_the_policy_says_what_counts_where_the_target_is_the_baseline(
    rule: TargetIsBaseline, value: Fraction | Absence, known: int, counted: int
) -> None:
    same = indicator(reading("2023", 45), base=50, target=50)
    scored = total(same, policy=Policy(target_is_baseline=rule))
    assert (scored.value, scored.known, scored.total) == (value, known, counted)
    assert rule in scored.parts[0].reason


def test_a_missing_baseline_is_not_zero() -> None:
    no_base = indicator(reading("2023", 30), base=None)
    scored = total(no_base)
    assert scored.value is Absence.BLANK
    assert (bounds(scored), scored.known, scored.total) == ((0, 1), 0, 1)
    assert "no baseline was stated, the policy is: bounds" in scored.parts[0].reason


def test_a_target_that_is_met_is_met_without_a_baseline() -> None:
    assert total(indicator(reading("2023", 61), base=None)).value == 1


@pytest.mark.parametrize("value", Absence)
def test_a_baseline_that_is_told_to_be_missing_is_missing(value: Absence) -> None:
    base = Reading(when=None, value=value)
    known = evolve(indicator(reading("2023", 50)), baseline=base)
    # What does not apply or is not due does not count by default.
    is_out = value in (Absence.NOT_APPLICABLE, Absence.NOT_DUE)
    scored = total(known)
    assert scored.value is (Absence.NOT_APPLICABLE if is_out else Absence.BLANK)
    assert scored.parts[0].value is value


def test_by_policy_the_first_reading_is_the_baseline() -> None:
    policy = Policy(no_baseline=NoBaseline.FIRST_READING)
    known = indicator(reading("2021", 20), reading("2023", 30), base=None)
    assert total(known, policy=policy).value == F(1, 4)
    alone = indicator(reading("2021", 20), base=None)
    assert total(alone, policy=policy).value is Absence.BLANK


def test_by_policy_what_has_no_baseline_is_left_out() -> None:
    policy = Policy(no_baseline=NoBaseline.LEAVE_OUT)
    several = (
        indicator(reading("2023", 50)),
        indicator(reading("2023", 50), base=None, number=2),
    )
    scored = total(*several, policy=policy)
    assert (scored.value, scored.known, scored.total) == (F(1, 2), 1, 1)
    assert scored.reasons[0] == "1 no baseline: left out by the policy"
    assert [p.weight for p in scored.parts] == [1, 0]


def test_over_achievement_is_capped_and_the_raw_share_is_kept() -> None:
    more = indicator(reading("2023", 70))
    assert total(more).value == 1
    assert part(more).raw == F(3, 2)
    assert "by the policy 3/2 counts as 1" in part(more).reason


def test_over_achievement_counts_in_full_where_the_policy_says_raw() -> None:
    several = indicator(reading("2023", 70)), indicator(reading("2023", 40), number=2)
    assert total(*several).value == F(1, 2)
    assert total(*several, policy=Policy(cap=Cap.RAW)).value == F(3, 4)


def test_a_cumulative_indicator_is_never_added_up_across_years() -> None:
    so_far = indicator(
        reading("2021", 100),
        reading("2022", 250),
        reading("2023", 400),
        base=0,
        target=1000,
        kind=IndicatorKind.CUMULATIVE,
    )
    assert total(so_far).value == F(2, 5)
    assert total(so_far, as_of="2022").value == F(1, 4)


def test_a_total_so_far_that_falls_is_said_to_be_wrong() -> None:
    fell = indicator(
        reading("2021", 100),
        reading("2022", 90),
        base=0,
        target=200,
        kind=IndicatorKind.CUMULATIVE,
    )
    assert "fell from 100 to 90 as of 2022" in part(fell).reason


def test_periods_of_a_year_are_added_up_when_the_year_is_whole() -> None:
    quarters = [reading(f"2023-Q{n}", 10 * n) for n in (1, 2, 3, 4)]
    facts = {"base": 60, "target": 180, "kind": IndicatorKind.PER_PERIOD}
    whole = indicator(*quarters, reading("2024-Q1", 90), **facts)  # type: ignore[arg-type]
    assert total(whole).value == F(1, 3)
    assert "100 is the sum of 4 readings of 2023" in part(whole).reason
    some = indicator(*quarters[:3], **facts)  # type: ignore[arg-type]
    assert total(some).value is Absence.BLANK
    assert "2023 is not told as a whole yet" in part(some).reason


def test_percentages_of_periods_are_pooled_by_their_parts() -> None:
    halves = reading("2023-H1", 10, 10, 100), reading("2023-H2", 90, 810, 900)
    pooled = indicator(
        *halves, base=62, target=92, unit="%", kind=IndicatorKind.PER_PERIOD
    )
    assert total(pooled).value == F(2, 3)  # 820 of 1,000 are 82 %, not 50 %
    assert "82 % is 820 of 1000 in 2 readings of 2023" in part(pooled).reason


def test_a_percentage_counts_as_its_parts_give_it_not_as_it_was_rounded() -> None:
    rounded = indicator(reading("2023", 33, 1, 3), base=0, target=100, unit="%")
    assert total(rounded).value == F(1, 3)


def test_a_blank_reading_takes_no_reading_away() -> None:
    known = indicator(reading("2022", 50), reading("2023", Absence.BLANK))
    assert total(known).value == F(1, 2)


def test_two_readings_of_one_day_that_differ_leave_it_open() -> None:
    rivals = indicator(reading("2023", 50), reading("2023", 55))
    assert total(rivals).value is Absence.BLANK
    assert "two readings as of 2023 differ: 50, 55" in part(rivals).reason


@pytest.mark.parametrize(
    ("value", "pace"),
    [(51, "on the path or ahead"), (44, "behind"), (48, "on the day")],
)
def test_the_path_runs_straight_from_milestone_to_milestone(
    value: int, pace: str
) -> None:
    known = indicator(reading("2022", value), milestones=((2022, 50),))
    assert pace in part(known).reason
    assert "the path to the target expects ~45" in part(known).reason


def test_what_is_to_be_kept_counts_by_the_distance_that_is_gone() -> None:
    keep = indicator(reading("2023", 9), base=14, target=10, direction=Direction.KEEP)
    assert total(keep).value == F(3, 4)
    within = Policy(keep_within=F(1, 10))
    assert total(keep, policy=within).value == 1
    off = indicator(reading("2023", 12), base=10, target=10, direction=Direction.KEEP)
    assert total(off).value is Absence.BLANK


def test_a_target_on_the_wrong_side_gives_no_share() -> None:
    wrong = indicator(reading("2023", 85), base=90, target=88)
    assert total(wrong).value is Absence.BLANK
    assert "one of the three is wrong" in part(wrong).reason


def test_groups_are_told_and_those_that_are_missing_are_asked_for() -> None:
    women = (Disaggregation(by="sex", group="women"),)
    known = indicator(reading("2023", 50))
    known = evolve(
        known,
        readings=(*known.readings, evolve(reading("2023", 45), group=women)),
        group_baselines=(evolve(reading("2020", 30), group=women),),
        targets=(*known.targets, Target(year=2025, value=F(60), group=women)),
    )
    assert part(known).value == F(1, 2)  # of everybody, not of women
    assert "sex, women: 45 as of 2023, 1/2 of the way" in part(known).reason
    assert "not told apart by sector, migrant status: ask for it" in part(known).reason
