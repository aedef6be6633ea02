"""Implementation: how many activities are completed, ongoing, planned, not reported."""

from collections.abc import Mapping

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.score import Scope, Score, Scorecard, ScoreLine, Share
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.rollup import own_activities, roll_up
from almwp.scoring.states import KnownState, State, known_state
from almwp.scoring.wording import because
from almwp_progress.absences import (
    BY_POLICY,
    OPEN_AS,
    is_left_out,
    missing_as,
    told_absences,
)
from almwp_progress.standing import Standing, StateParts, standing_of
from almwp_progress.weighing import Weighing, weighing_of

METHOD = "number {state} of number of all"
NOT_REPORTED_METHOD = "number without a known state of number of all"
OPEN = (
    "the state of {count} of {total} is not known: the bounds are the cases that none "
    "of them and that all of them are so"
)


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Count the activities of *plan* by state: as a whole, then by each scope."""
    own = own_activities(plan, question)
    states = {a.id: known_state(a, question.day) for a in own}
    parts = StateParts(states)

    def line(scope: Scope, activities: tuple[Activity, ...]) -> ScoreLine:
        weighing, reasons = _weighed(scope, activities, states, question)
        standing = standing_of(activities, parts, weighing)
        shares = [
            Share(name=state.value, score=_share(state, standing, weighing, reasons))
            for state in State
        ]
        return ScoreLine(scope=scope, score=shares[0].score, shares=shares)

    return roll_up("implementation", plan, question, line)


def share_completed(
    activities: tuple[Activity, ...],
    states: Mapping[ActivityId, KnownState],
    question: Question,
    scope: Scope,
) -> Score:
    """Return which share of *activities* is completed, as in a line of this scorer."""
    weighing, reasons = _weighed(scope, activities, states, question)
    standing = standing_of(activities, StateParts(states), weighing)
    return _share(State.COMPLETED, standing, weighing, reasons)


def _weighed(
    scope: Scope,
    activities: tuple[Activity, ...],
    states: Mapping[ActivityId, KnownState],
    question: Question,
) -> tuple[Weighing, list[str]]:
    """Return the weights of *activities*, and what is not known of their states."""
    rules = question.policy.absences
    left_out = {a.id for a in activities if is_left_out(states[a.id], rules)}
    weighing = weighing_of(activities, left_out, question, scope)
    missing = [
        missing_as(states[a.id])
        for a in activities
        if a.id not in left_out and states[a.id].state is State.NOT_REPORTED
    ]
    reasons: list[str] = []
    if missing:
        total = len(activities) - len(left_out)
        reasons.append(because(OPEN, count=len(missing), total=total))
        # The absences are different things, so each is counted by its own name.
        reasons += told_absences(OPEN_AS, missing)
    reasons += weighing.reasons()
    gone = [missing_as(states[each]) for each in left_out]
    reasons += told_absences(BY_POLICY, gone)
    return weighing, reasons


def _share(
    state: State, standing: Standing, weighing: Weighing, reasons: list[str]
) -> Score:
    if state is State.NOT_REPORTED:  # that itself is always known
        method, said = because(NOT_REPORTED_METHOD), [*weighing.reasons()]
    else:
        method, said = because(METHOD, state=state), reasons
    return standing.share(state, method=weighing.method(method), reasons=said)
