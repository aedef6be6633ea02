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
    told_absences,
)
from almwp_progress.standing import Standing, standing_of, state_parts
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
    lines = _Lines(own, states, question)

    def line(scope: Scope, activities: tuple[Activity, ...]) -> ScoreLine:
        standing, weighing = lines.standing(scope, activities)
        reasons = _reasons(standing, weighing)
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
    lines = _Lines(activities, states, question)
    standing, weighing = lines.standing(scope, activities)
    reasons = _reasons(standing, weighing)
    return _share(State.COMPLETED, standing, weighing, reasons)


class _Lines:
    """What is the same of an activity in all of the lines in which it stands."""

    def __init__(
        self,
        activities: tuple[Activity, ...],
        states: Mapping[ActivityId, KnownState],
        question: Question,
    ) -> None:
        rules = question.policy.absences
        self._parts = state_parts(activities, states)
        self._left_out = {a.id for a in activities if is_left_out(states[a.id], rules)}
        self._question = question

    def standing(
        self, scope: Scope, activities: tuple[Activity, ...]
    ) -> tuple[Standing, Weighing]:
        """Return what stands in one line, and how much it weighs there."""
        weighing = weighing_of(activities, self._left_out, self._question, scope)
        return standing_of(activities, self._parts, weighing), weighing


def _reasons(standing: Standing, weighing: Weighing) -> list[str]:
    """Tell what is not known of a line, and what does not count in it."""
    open_ = standing.open_parts()
    missing = [part.missing_as for part in open_ if not part.is_left_out]
    reasons: list[str] = []
    if missing:
        total = sum(standing.number.values())
        reasons.append(because(OPEN, count=len(missing), total=total))
        # The absences are different things, so each is counted by its own name.
        reasons += told_absences(OPEN_AS, missing)
    reasons += weighing.reasons()
    gone = [part.missing_as for part in open_ if part.is_left_out]
    reasons += told_absences(BY_POLICY, gone)
    return reasons


def _share(
    state: State, standing: Standing, weighing: Weighing, reasons: list[str]
) -> Score:
    if state is State.NOT_REPORTED:  # that itself is always known
        method, said = because(NOT_REPORTED_METHOD), [*weighing.reasons()]
    else:
        method, said = because(METHOD, state=state), reasons
    return standing.share(state, method=weighing.method(method), reasons=said)
