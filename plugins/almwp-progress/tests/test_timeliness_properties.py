"""What holds of timeliness for every plan."""

from fractions import Fraction

from almwp_progress.timeliness import score
from attrs import evolve
from hypothesis import given, settings

from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.moment import Moment
from almwp.model.score import ScopeKind
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.testing.strategies import plans
from almwp.testing.strategies.activities import activities, observations


@given(plans)
@settings(max_examples=25)
def test_the_shares_of_a_line_make_the_whole(plan: WorkPlan) -> None:
    scored = score(plan, Question(by=(ScopeKind.BODY, ScopeKind.COUNTRY)))
    for line in scored.lines:
        values = [each.score.value for each in line.shares]
        known = [value for value in values if isinstance(value, Fraction)]
        counted = line.shares[-1].score.total  # what the policy leaves out is in none
        assert sum(known) == 1 if counted else not known


@given(activities, observations)
@settings(max_examples=50)
def test_more_progress_never_scores_less(one: Activity, report: Observation) -> None:
    made = []
    for status in (Status.PLANNED, Status.ONGOING, Status.COMPLETED):
        said = evolve(report, status=status, change=None)
        plan = WorkPlan(activities=(evolve(one, observations=(said,)),))
        day = Moment.parse("2024")
        made.append(score(plan, Question(by=(), as_of=day)).lines[0].score)
    assert [each.low for each in made] == sorted(each.low for each in made)
    assert [each.high for each in made] == sorted(each.high for each in made)


@given(plans)
@settings(max_examples=25)
def test_what_was_not_reported_may_be_anything_within_the_bounds(
    plan: WorkPlan,
) -> None:
    day = Moment.parse("2024")
    silent = evolve(
        plan, activities=tuple(evolve(a, observations=()) for a in plan.activities)
    )
    before = score(silent, Question(by=(), as_of=day)).lines[0]
    gone = Observation(as_of=day, status=Status.ONGOING, change=Change.WITHDRAWN)
    for report in (*(Observation(as_of=day, status=s) for s in Status), gone):
        heard = (evolve(a, observations=(report,)) for a in silent.activities)
        after = score(
            evolve(silent, activities=tuple(heard)), Question(by=(), as_of=day)
        ).lines[0]
        if isinstance(after.score.value, Fraction):
            assert before.score.low <= after.score.low
            assert after.score.high <= before.score.high
        for old, new in zip(before.shares[:-1], after.shares[:-1], strict=True):
            assert old.score.low <= new.score.low
            assert new.score.high <= old.score.high


@given(plans)
@settings(max_examples=30)
def test_the_roll_up_of_a_part_equals_the_part(plan: WorkPlan) -> None:
    day = Moment.parse("2024")
    whole = score(plan, Question(by=(ScopeKind.COUNTRY, ScopeKind.BODY), as_of=day))
    for line in whole.lines[1:]:
        ids = {part.id for part in line.score.parts}
        part = evolve(plan, activities=tuple(a for a in plan.activities if a.id in ids))
        (alone,) = score(part, Question(by=(), as_of=day)).lines
        assert (alone.score, alone.shares) == (line.score, line.shares)
        assert alone.figures == line.figures
