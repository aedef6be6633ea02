"""A published count becomes as many activities, and says on what it stands."""

from collections import Counter

from hypothesis import given, settings

from almwp.model.framework import Framework
from almwp.model.source import Tally
from almwp.plan.tallies import plan_of_tally, remark_on
from almwp.scoring.states import State, known_state
from almwp.testing.strategies import frameworks, tallies


@given(frameworks, tallies)
@settings(max_examples=40)
def test_the_activities_are_as_many_as_were_counted(
    framework: Framework, tally: Tally
) -> None:
    plan = plan_of_tally(framework, tally)
    assert len({a.id for a in plan.activities}) == len(plan.activities) == tally.total
    counted = Counter(known_state(activity).state for activity in plan.activities)
    assert counted[State.COMPLETED] == (tally.completed or 0)
    assert counted[State.ONGOING] == (tally.ongoing or 0)
    assert counted[State.PLANNED] == (tally.planned or 0)
    known = sum(len(activity.observations) for activity in plan.activities)
    assert counted[State.NOT_REPORTED] == tally.total - known


@given(frameworks, tallies)
@settings(max_examples=40)
def test_the_basis_of_a_count_goes_with_every_figure(
    framework: Framework, tally: Tally
) -> None:
    remark = remark_on(framework, tally)
    assert (remark.basis, remark.sources) == (tally.basis, tally.sources)
    assert remark.as_of == tally.as_of
    for activity in plan_of_tally(framework, tally).activities:
        assert {r.basis for r in activity.references} == {tally.basis}
        assert {o.basis for o in activity.observations} <= {tally.basis}
