"""The shares of a line are those that its parts give one by one."""

from almwp_progress.implementation import score
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from almwp.model.policy import AbsenceRule, AbsenceRules, Policy, Weighting
from almwp.model.score import ScopeKind, Score
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.shares import counted_part, share_of_counted
from almwp.testing.strategies import plans

rules = st.sampled_from(AbsenceRule)
policies = st.builds(
    Policy,
    weights=st.sampled_from((Weighting.EQUAL, Weighting.BUDGET)),
    absences=st.builds(AbsenceRules, not_reported=rules, withheld=rules, blank=rules),
)


@given(plans, policies)
@settings(max_examples=60)
def test_shares_are_those_of_their_parts(plan: WorkPlan, policy: Policy) -> None:
    question = Question(by=[ScopeKind.COUNTRY], policy=policy)
    for line in score(plan, question).lines:
        for share in line.shares:
            assert share.score == _from_its_parts(share.score)


def _from_its_parts(made: Score) -> Score:
    """Return the same score from its parts, by the way that all methods have."""
    counted = [counted_part(p, is_left_out=p.is_left_out) for p in made.parts]
    again = share_of_counted(counted, method=made.method, reasons=made.reasons)
    return evolve(again, parts=made.parts)
