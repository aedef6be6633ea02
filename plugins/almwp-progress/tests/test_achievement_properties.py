"""What always holds of the scorer of indicators."""

from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import almwp_progress
from almwp_progress.achievement import score
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.indicator import (
    Direction,
    Indicator,
    Reading,
)
from almwp.model.policy import (
    NoBaseline,
    Policy,
    TargetIsBaseline,
)
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import Scorer
from almwp.testing.conformance.scorers import check_scorer
from almwp.testing.sampleindicators import sample_indicator as indicator
from almwp.testing.sampleindicators import sample_reading as reading
from almwp.testing.strategies import indicators, plans
from almwp.testing.totals import total_of

F = Fraction


def scorer() -> Scorer:
    known = {each.name: each for each in almwp_progress.almwp_scorers()}
    return known["achievement"]


total = partial(total_of, score)


def test_keeps_scorer_promises() -> None:
    check_scorer(scorer())


@given(plans)
@settings(max_examples=25)
def test_keeps_scorer_promises_on_any_plan(plan: WorkPlan) -> None:
    check_scorer(scorer(), [plan])


policies = st.builds(
    Policy,
    no_baseline=st.sampled_from(NoBaseline),
    target_is_baseline=st.sampled_from(TargetIsBaseline),
    keep_within=st.fractions(0, 1, max_denominator=10),
)


@given(st.lists(indicators, max_size=4, unique_by=lambda i: i.id), policies)
@settings(max_examples=80)
def test_bounds_hold_the_value_and_order_does_not_matter(
    several: list[Indicator], policy: Policy
) -> None:
    scored = total(*several, policy=policy)
    assert 0 <= scored.low <= scored.high <= 1
    if isinstance(scored.value, Fraction):
        assert scored.low == scored.value == scored.high
    turned = [
        evolve(i, readings=i.readings[::-1], targets=i.targets[::-1])
        for i in several[::-1]
    ]
    assert total(*turned, policy=policy) == scored


numbers = st.integers(-20, 120)


def _of(when: str, value: int, denominator: int | None) -> Reading:
    if denominator is None:
        return reading(when, value)
    share = evolve(reading(when, value), denominator=F(denominator))
    return evolve(share, numerator=F(value * denominator, 100))


measured = st.builds(
    _of,
    st.sampled_from(["2021", "2023-Q2"]),
    numbers,
    st.none() | st.integers(1, 900),
)
rising = st.builds(
    indicator,
    measured,
    base=numbers,
    target=numbers,
    direction=st.sampled_from(Direction),
    unit=st.sampled_from(["%", "people"]),
    country=st.sampled_from(["VN", "ID", "PH"]),
    number=st.sampled_from([1, 2]),
)
several_known = st.lists(rising, min_size=1, max_size=4, unique_by=lambda i: i.id)


@given(several_known, st.data())
@settings(max_examples=120)
def test_more_information_never_widens_the_bounds(
    several: list[Indicator], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(several) - 1))
    lost = data.draw(st.sampled_from(["readings", "baseline", "targets"]))
    less_known: dict[str, Any] = {lost: None if lost == "baseline" else ()}
    without = [*several]
    without[place] = evolve(several[place], **less_known)
    less, more = total(*without), total(*several)
    assert less.low <= more.low <= more.high <= less.high


@given(rising, st.integers(1, 30))
@settings(max_examples=120)
def test_more_progress_never_scores_less(known: Indicator, step: int) -> None:
    if known.direction is Direction.KEEP:
        return
    (now,) = (evolve(r, numerator=None) for r in known.readings)
    known = evolve(known, readings=(now,))
    assert isinstance(now.value, Fraction)
    further = step if known.direction is Direction.RISING else -step
    then = evolve(known, readings=(reading("2023", now.value + further),))
    assert total(known).low <= total(then).low
    assert total(known).high <= total(then).high


@given(rising)
def test_the_roll_up_of_one_part_is_that_part(known: Indicator) -> None:
    scored = total(known)
    (only,) = scored.parts
    if isinstance(only.value, Fraction):
        assert scored.value == only.value
    else:
        assert (scored.low, scored.high) == (only.low, only.high)


def test_there_is_a_page_that_works_through_the_formulas() -> None:
    page = Path(__file__).parents[3] / "docs/explanation/how-scores-are-made.md"
    assert "(reading - baseline) / (target - baseline)" in page.read_text("utf-8")
