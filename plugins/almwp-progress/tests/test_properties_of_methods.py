"""What holds of each method whatever was reported, and whatever the policy says."""

from fractions import Fraction
from itertools import chain, pairwise

import almwp_progress
import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.activity import Observation, Status
from almwp.model.framework import Framework
from almwp.model.moment import Moment
from almwp.model.policy import (
    AbsenceRules,
    GivenWeight,
    Policy,
    Weighting,
)
from almwp.model.score import ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.samples import sample_framework
from almwp.testing.strategies.scoring import (
    policies_for,
    scored_plans,
    weighted_frameworks,
)

SCORERS = {s.name: s for s in almwp_progress.almwp_scorers()}
METHODS = ("implementation", "delivery", "timeliness", "achievement")
BY = tuple(ScopeKind)[1:]
DAY = Moment.parse("2024-12-31")
every_method = pytest.mark.parametrize("method", METHODS)


def card(
    method: str,
    plan: WorkPlan,
    policy: Policy,
    framework: Framework,
    by: tuple[ScopeKind, ...] = BY,
) -> Scorecard:
    question = Question(framework=framework, by=by, policy=policy, as_of=DAY)
    return SCORERS[method].score(plan, question)


def scores_of(line: ScoreLine) -> list[Score]:
    return [line.score, *(s.score for s in chain(line.shares, line.figures))]


def scores_of_states(line: ScoreLine) -> list[Score]:
    """Leave out the shares of what is not known, which fall with what is."""
    shares = [s for s in line.shares if s.name not in ("not reported", "not known")]
    return [line.score, *(s.score for s in chain(shares, line.figures))]


def figures(scored: Scorecard) -> list[object]:
    return [
        (
            line.scope.kind,
            line.scope.id,
            [(s.value, s.low, s.high, s.known, s.total) for s in scores_of(line)],
            sorted(line.score.reasons),
        )
        for line in scored.lines
    ]


@every_method
@given(st.data())
@settings(max_examples=15)
def test_every_row_has_coverage_and_exact_bounds_that_contain_its_value(
    method: str, data: st.DataObject
) -> None:
    plan = data.draw(scored_plans())
    policy = data.draw(policies_for(plan))
    scored = card(method, plan, policy, data.draw(weighted_frameworks()))
    for score in chain.from_iterable(map(scores_of, scored.lines)):
        assert 0 <= score.low <= score.high <= 1
        assert isinstance(score.low, Fraction)
        assert isinstance(score.high, Fraction)
        assert 0 <= score.known <= score.total <= len(score.parts)
        if isinstance(score.value, Fraction):
            assert score.low <= score.value <= score.high
        for part in score.parts:
            assert isinstance(part.value, Fraction | Absence)
            assert part.weight is None or isinstance(part.weight, Fraction)


@every_method
@given(st.data())
@settings(max_examples=12)
def test_the_order_of_rows_does_not_matter(method: str, data: st.DataObject) -> None:
    plan = data.draw(scored_plans())
    policy = data.draw(policies_for(plan))
    frame = data.draw(weighted_frameworks())
    turned = evolve(
        plan,
        activities=plan.activities[::-1],
        indicators=plan.indicators[::-1],
    )
    one = card(method, plan, policy, frame)
    assert figures(card(method, turned, policy, frame)) == figures(one)


@every_method
@given(st.data())
@settings(max_examples=12)
def test_the_roll_up_of_a_part_equals_the_part(
    method: str, data: st.DataObject
) -> None:
    plan = data.draw(scored_plans(in_one_area=True))
    policy = data.draw(policies_for(plan))
    frame = data.draw(weighted_frameworks(1))
    for line in card(method, plan, policy, frame).lines:
        ids = {part.id for part in line.score.parts}
        part_of_plan = evolve(
            plan,
            activities=[a for a in plan.activities if a.id in ids or not ids],
            indicators=[i for i in plan.indicators if i.id in ids],
        )
        if method == "achievement" and policy.weights is Weighting.BUDGET:
            part_of_plan = evolve(part_of_plan, activities=plan.activities)
        assume(policy.weights is not Weighting.BUDGET)  # currencies of the others
        alone = card(method, part_of_plan, policy, frame, by=()).lines[0]
        numbers = [(s.value, s.low, s.high, s.known) for s in scores_of(alone)]
        assert numbers == [(s.value, s.low, s.high, s.known) for s in scores_of(line)]


@every_method
@given(st.data(), st.sampled_from(Status))
@settings(max_examples=20, suppress_health_check=[HealthCheck.filter_too_much])
def test_more_information_never_widens_the_bounds(
    method: str, data: st.DataObject, status: Status
) -> None:
    plan = data.draw(scored_plans())
    policy = evolve(data.draw(policies_for(plan)), absences=AbsenceRules())
    frame = data.draw(weighted_frameworks())
    silent = evolve(
        plan,
        activities=[
            evolve(a, observations=() if n % 2 else a.observations)
            for n, a in enumerate(plan.activities)
        ],
        indicators=[
            evolve(i, readings=() if n % 2 else i.readings)
            for n, i in enumerate(plan.indicators)
        ],
    )
    told = Observation(as_of=Moment.parse("2024-06-30"), status=status)
    heard = evolve(
        silent,
        activities=[
            evolve(a, observations=a.observations or (told,)) for a in silent.activities
        ],
        indicators=[
            evolve(i, readings=k.readings)
            for i, k in zip(silent.indicators, plan.indicators, strict=True)
        ],
    )
    assume(policy.target_is_baseline != "leave out")
    assume(policy.no_baseline == "bounds")
    before = card(method, silent, policy, frame)
    after = card(method, heard, policy, frame)
    for less, more in zip(before.lines, after.lines, strict=True):
        both = zip(scores_of_states(less), scores_of_states(more), strict=True)
        for old, new in both:
            assert old.low <= new.low <= new.high <= old.high
            assert old.known <= new.known or method == "timeliness"


@pytest.mark.parametrize("method", ["implementation", "delivery", "timeliness"])
@given(st.data())
@settings(max_examples=12)
def test_more_progress_never_scores_less(method: str, data: st.DataObject) -> None:
    plan = data.draw(scored_plans())
    assume(plan.activities)
    policy = data.draw(policies_for(plan))
    frame = data.draw(weighted_frameworks())
    found = []
    for status in (Status.PLANNED, Status.ONGOING, Status.COMPLETED):
        told = Observation(as_of=Moment.parse("2024-06-30"), status=status)
        first = evolve(plan.activities[0], observations=(told,))
        more = evolve(plan, activities=(first, *plan.activities[1:]))
        found.append([x.score for x in card(method, more, policy, frame).lines])
    for less, more_of in pairwise(found):
        for one, other in zip(less, more_of, strict=True):
            assert one.low <= other.low
            assert one.high <= other.high


@pytest.mark.parametrize("method", METHODS)
@given(st.data())
@settings(max_examples=20)
def test_by_the_framework_each_mean_is_the_weighted_mean_of_those_below(
    method: str, data: st.DataObject
) -> None:
    plan = data.draw(scored_plans(in_one_area=True))
    frame = data.draw(weighted_frameworks(1))
    policy = Policy(weights=Weighting.FRAMEWORK)
    scored = card(method, plan, policy, frame)
    below = {"": ("O1", "O2"), "O1": ("A1", "A2"), "O2": ("A3",)}
    for above, nodes in below.items():
        kind = ScopeKind.OUTCOME if above else ScopeKind.PROGRAMME
        line = scored.line(kind, above or frame.id)
        assert line or above
        own = ScopeKind.AREA if above else ScopeKind.OUTCOME
        lines = [(n, scored.line(own, n)) for n in nodes]
        taken = [(n, x.score) for n, x in lines if x and x.score.total]
        if line is None or not taken:
            continue
        weights = [n.weight for name, _ in taken for n in frame.nodes if n.id == name]
        total = sum(w for w in weights if w)
        for bound in ("low", "high"):
            summed = sum(
                (w or 0) * getattr(score, bound)
                for w, (_, score) in zip(weights, taken, strict=True)
            )
            assert getattr(line.score, bound) == Fraction(summed) / total


@every_method
@given(st.data())
@settings(max_examples=10)
def test_weights_that_are_all_zero_divide_nothing(
    method: str, data: st.DataObject
) -> None:
    plan = data.draw(scored_plans())
    ids = [a.id for a in plan.activities] + [i.id for i in plan.indicators]
    assume(ids)
    nothing = [GivenWeight(id=each, weight=Fraction(0)) for each in ids]
    policy = Policy(weights=Weighting.GIVEN, given=nothing)
    for line in card(method, plan, policy, sample_framework()).lines:
        for score in scores_of(line):
            assert score.value is Absence.NOT_APPLICABLE
            assert [score.low, score.high] == [0, 1]
