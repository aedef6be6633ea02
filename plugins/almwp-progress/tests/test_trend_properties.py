"""What holds of the trend scorer whatever was reported."""

from fractions import Fraction

from almwp_progress import achievement, delivery, implementation, trend
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.score import Scope, ScopeKind, Score, ScoreLine
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.strategies import plans
from almwp.testing.strategies.activities import activities, observations
from almwp.testing.strategies.facts import shares

EVERYTHING = Question(by=tuple(ScopeKind)[1:])
FIRST, SECOND = Moment.parse("2024-11-05"), Moment.parse("2025-10-17")


def figures(line: ScoreLine) -> dict[str, Score]:
    return {each.name: each.score for each in (*line.shares, *line.figures)}


def change(*several: Activity) -> Score:
    """Return the change between the two days, of both of which something is told."""
    mark = evolve(
        several[0],
        id=ActivityId("mark"),
        observations=(Observation(as_of=FIRST), Observation(as_of=SECOND)),
    )
    plan = WorkPlan(activities=(*several, mark))
    lines = trend.score(plan, Question(by=())).lines
    assert [line.as_of for line in lines] == [FIRST, SECOND]
    made = figures(lines[1])["change"]
    return evolve(made, parts=[p for p in made.parts if p.id != "mark"])


@given(plans)
@settings(max_examples=40, deadline=None)
def test_bounds_contain_the_value_of_every_figure_and_part(plan: WorkPlan) -> None:
    for line in trend.score(plan, EVERYTHING).lines:
        assert 0 <= line.score.low <= line.score.high <= 1
        for name, made in figures(line).items():
            least = -1 if name == "change" else 0
            if name != "indicators":
                assert least <= made.low <= made.high <= 1
            if isinstance(made.value, Fraction):
                assert made.low <= made.value <= made.high
        for part in figures(line).get("change", line.score).parts:
            if part.low is not None and isinstance(part.value, Fraction):
                assert part.high is not None
                assert part.low <= part.value <= part.high


@given(plans)
@settings(max_examples=30, deadline=None)
def test_a_moment_is_what_the_other_scorers_say_as_of_it(plan: WorkPlan) -> None:
    for line in trend.score(plan, EVERYTHING).lines:
        if line.as_of is None:
            continue
        asked = evolve(EVERYTHING, as_of=line.as_of)
        kind, scope = line.scope.kind, line.scope.id
        delivered = delivery.score(plan, asked).line(kind, scope)
        states = implementation.score(plan, asked).line(kind, scope)
        measured = achievement.score(plan, asked).line(kind, scope)
        assert delivered
        assert states
        assert line.score == delivered.score
        assert figures(line)["share completed"] == states.score
        if plan.indicators and measured:
            assert figures(line)["indicators"] == measured.score


@given(plans)
@settings(max_examples=30, deadline=None)
def test_the_order_of_activities_does_not_matter_and_is_never_that_of_scores(
    plan: WorkPlan,
) -> None:
    def told(plan: WorkPlan) -> list[tuple[object, ...]]:
        return [
            (x.scope, x.as_of, x.score.low, x.score.high, x.score.value)
            for x in trend.score(plan, EVERYTHING).lines
        ]

    made = told(plan)
    assert told(evolve(plan, activities=plan.activities[::-1])) == made
    lines = trend.score(plan, EVERYTHING).lines
    for kind in (ScopeKind.COUNTRY, ScopeKind.BODY):
        ids = [line.scope.id for line in lines if line.scope.kind is kind]
        assert ids == sorted(ids, key=lambda scope: (scope == "", scope))
    for scope in {(line.scope.kind, line.scope.id) for line in lines}:
        ends = [
            x.as_of.end
            for x in lines
            if (x.scope.kind, x.scope.id) == scope and x.as_of
        ]
        assert ends == sorted(set(ends))


@given(plans)
@settings(max_examples=30, deadline=None)
def test_whoever_counts_did_one_thing(plan: WorkPlan) -> None:
    for line in trend.score(plan, EVERYTHING).lines:
        if not line.shares:
            continue
        total = figures(line)["change"].total
        values = [share.score.value for share in line.shares]
        assert all(share.score.total == total for share in line.shares)
        if total:
            assert sum(v for v in values if isinstance(v, Fraction)) == 1
        else:
            assert set(values) == {Absence.NOT_APPLICABLE}


@given(st.lists(st.tuples(shares, shares), min_size=1, max_size=5), activities)
@settings(max_examples=40, deadline=None)
def test_where_all_is_known_the_change_is_the_difference_of_the_scores(
    told: list[tuple[Fraction, Fraction]], any_one: Activity
) -> None:
    several = []
    for number, (before, after) in enumerate(told):
        reports = (
            Observation(as_of=FIRST, status=Status.ONGOING, percent=before),
            Observation(as_of=SECOND, status=Status.ONGOING, percent=after),
        )
        several.append(
            evolve(
                any_one,
                id=ActivityId(f"a{number}"),
                observations=reports,
                timeframe=Timeframe(),
            )
        )
    lines = trend.score(WorkPlan(activities=several), Question(by=())).lines
    first, second = (line.score.value for line in lines)
    assert isinstance(first, Fraction)
    assert isinstance(second, Fraction)
    made = figures(lines[1])["change"]
    assert made.value == made.low == made.high == second - first
    assert made.value == Fraction(sum(b - a for a, b in told), len(told))


@given(activities, observations, shares, shares)
@settings(max_examples=50, deadline=None)
def test_a_share_where_none_was_told_never_widens_the_bounds(
    one: Activity, report: Observation, before: Fraction, after: Fraction
) -> None:
    def bounds(
        first: Fraction | Absence, second: Fraction | Absence
    ) -> tuple[Fraction, Fraction]:
        said = evolve(report, status=Status.ONGOING, change=None)
        reports = (
            evolve(said, as_of=FIRST, percent=first),
            evolve(said, as_of=SECOND, percent=second),
        )
        made = evolve(
            one, id=ActivityId("a"), observations=reports, timeframe=Timeframe()
        )
        (part,) = change(made).parts
        if part.low is not None and part.high is not None:
            return part.low, part.high
        assert isinstance(part.value, Fraction)
        return part.value, part.value

    nothing = bounds(Absence.BLANK, Absence.BLANK)
    later = bounds(Absence.BLANK, after)
    both = bounds(before, after)
    assert nothing[0] <= later[0] <= both[0] == after - before
    assert both[1] == after - before <= later[1] <= nothing[1]


@given(activities, shares, shares)
@settings(max_examples=50, deadline=None)
def test_a_newer_report_lies_within_what_was_left_open_without_it(
    one: Activity, before: Fraction, after: Fraction
) -> None:
    old = Observation(as_of=FIRST, status=Status.ONGOING, percent=before)
    new = Observation(as_of=SECOND, status=Status.ONGOING, percent=after)
    silent = evolve(one, id=ActivityId("a"), observations=(old,), timeframe=Timeframe())
    heard = evolve(silent, observations=(old, new))
    (open_,), (told,) = change(silent).parts, change(heard).parts
    assert open_.low is not None
    assert open_.high is not None
    assert isinstance(told.value, Fraction)
    assert open_.low <= told.value <= open_.high


@given(plans)
@settings(max_examples=20, deadline=None)
def test_the_trend_of_a_part_equals_the_part(plan: WorkPlan) -> None:
    plan = evolve(plan, indicators=())
    for kind in (ScopeKind.COUNTRY, ScopeKind.BODY):
        by = Question(by=(kind,))

        def lines_of(
            plan: WorkPlan, scope: Scope, by: Question = by
        ) -> list[ScoreLine]:
            return [x for x in trend.score(plan, by).lines if x.scope == scope]

        for scope in {x.scope for x in trend.score(plan, by).lines}:
            lines = lines_of(plan, scope)
            ids = {part.id for part in lines[0].score.parts}
            own = tuple(a for a in plan.activities if a.id in ids)
            assert lines_of(evolve(plan, activities=own), scope) == lines
