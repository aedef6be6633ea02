"""What holds of the delivery scorer whatever was reported."""

from fractions import Fraction

from almwp_progress.delivery import score
from attrs import evolve
from hypothesis import given, settings

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, Status
from almwp.model.moment import Moment
from almwp.model.score import ScopeKind
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.strategies import plans
from almwp.testing.strategies.activities import activities, observations
from almwp.testing.strategies.facts import shares


def bounds(one: Activity, as_of: Moment | None = None) -> tuple[Fraction, Fraction]:
    question = Question(by=(), as_of=as_of)
    made = score(WorkPlan(activities=(one,)), question).lines[0].score
    return made.low, made.high


@given(plans)
@settings(max_examples=40)
def test_bounds_contain_the_value_of_every_part_and_line(plan: WorkPlan) -> None:
    scored = score(plan, Question(by=tuple(ScopeKind)[1:]))
    for line in scored.lines:
        weight = sum(part.weight or 0 for part in line.score.parts)
        assert weight == line.score.total
        for part in line.score.parts:
            if part.low is not None and part.high is not None:
                assert isinstance(part.value, Absence)
                assert 0 <= part.low < part.high <= 1
        assert 0 <= line.score.low <= line.score.high <= 1
        if isinstance(line.score.value, Fraction):
            assert line.score.low == line.score.value == line.score.high


@given(activities, shares)
@settings(max_examples=50)
def test_a_share_where_none_was_told_never_widens_the_bounds(
    one: Activity, share: Fraction
) -> None:
    last = evolve(
        one.observations[-1] if one.observations else Observation(),
        status=Status.ONGOING,
        change=None,
        percent=Absence.BLANK,
    )
    silent = evolve(one, observations=(last,), timeframe=Timeframe())
    heard = evolve(silent, observations=(evolve(last, percent=share),))
    before, after = bounds(silent), bounds(heard)
    assert before[0] <= after[0] == share == after[1] <= before[1]


@given(activities, observations)
@settings(max_examples=50)
def test_an_older_report_of_a_completed_edition_never_widens_the_bounds(
    one: Activity, newest: Observation
) -> None:
    day = Moment.parse("2024-12-31")
    last = evolve(newest, as_of=day, change=None, percent=Absence.BLANK)
    older = Observation(as_of=Moment.parse("2022-06-30"), status=Status.COMPLETED)
    before = bounds(evolve(one, observations=(last,)), day)
    after = bounds(evolve(one, observations=(older, last)), day)
    if isinstance(last.status, Status) and last.status is not Status.PLANNED:
        assert before[0] <= after[0] <= after[1] <= before[1]


@given(activities, observations, shares, shares)
@settings(max_examples=50)
def test_more_progress_never_scores_less(
    one: Activity, report: Observation, some: Fraction, more: Fraction
) -> None:
    less, more = sorted((some, more))

    def bounds_when(state: Status, percent: Fraction | Absence) -> tuple[Fraction, ...]:
        said = evolve(report, status=state, percent=percent, change=None)
        return bounds(evolve(one, observations=(said,)))

    made = [bounds_when(Status.ONGOING, percent) for percent in (less, more)]
    made_by_state = [
        bounds_when(state, Absence.BLANK)
        for state in (Status.PLANNED, Status.ONGOING, Status.COMPLETED)
    ]
    for several in (made, made_by_state):
        assert [low for low, _ in several] == sorted(low for low, _ in several)
        assert [high for _, high in several] == sorted(high for _, high in several)


@given(plans)
@settings(max_examples=30)
def test_the_roll_up_of_a_part_equals_the_part(plan: WorkPlan) -> None:
    day = Moment.parse("2024")
    whole = score(plan, Question(by=(ScopeKind.COUNTRY, ScopeKind.BODY), as_of=day))
    for line in whole.lines[1:]:
        ids = {part.id for part in line.score.parts}
        part = evolve(plan, activities=tuple(a for a in plan.activities if a.id in ids))
        alone = score(part, Question(by=(), as_of=day)).lines[0].score
        assert alone == line.score
