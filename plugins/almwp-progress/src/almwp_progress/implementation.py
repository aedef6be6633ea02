"""Implementation: how many activities are completed, ongoing, planned, not reported."""

from collections.abc import Mapping
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.score import Part, Scope, Score, Scorecard, ScoreLine, Share
from almwp.model.source import Basis
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.rollup import own_activities, roll_up
from almwp.scoring.shares import share_of_counted
from almwp.scoring.states import KnownState, State, known_state
from almwp.scoring.wording import because
from almwp_progress.absences import (
    BY_POLICY,
    OPEN_AS,
    is_left_out,
    missing_as,
    told_absences,
)
from almwp_progress.deciding import cells_of_state, deciding
from almwp_progress.reasons import absence_of, reason_for
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

    def line(scope: Scope, activities: tuple[Activity, ...]) -> ScoreLine:
        return _line(scope, activities, states, question)

    return roll_up("implementation", plan, question, line)


def share_completed(
    activities: tuple[Activity, ...],
    states: Mapping[ActivityId, KnownState],
    question: Question,
    scope: Scope,
) -> Score:
    """Return which share of *activities* is completed, as in a line of this scorer."""
    weighing, reasons = _weighed(scope, activities, states, question)
    return _share(State.COMPLETED, activities, states, weighing, reasons)


def _line(
    scope: Scope,
    activities: tuple[Activity, ...],
    states: Mapping[ActivityId, KnownState],
    question: Question,
) -> ScoreLine:
    weighing, reasons = _weighed(scope, activities, states, question)
    shares = [
        Share(
            name=state.value,
            score=_share(state, activities, states, weighing, reasons),
        )
        for state in State
    ]
    return ScoreLine(scope=scope, score=shares[0].score, shares=shares)


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
    state: State,
    activities: tuple[Activity, ...],
    states: Mapping[ActivityId, KnownState],
    weighing: Weighing,
    reasons: list[str],
) -> Score:
    counted = [
        weighing.counted(_part(a, states[a.id], _value(states[a.id], state)))
        for a in activities
    ]
    if state is State.NOT_REPORTED:  # that itself is always known
        method, said = because(NOT_REPORTED_METHOD), [*weighing.reasons()]
    else:
        method, said = because(METHOD, state=state), reasons
    return share_of_counted(counted, method=weighing.method(method), reasons=said)


def _value(known: KnownState, state: State) -> Fraction | Absence:
    if known.state is State.NOT_REPORTED is not state:
        return absence_of(known)
    return Fraction(known.state is state)


def _part(activity: Activity, known: KnownState, value: Fraction | Absence) -> Part:
    report = known.report
    cells = deciding(cells_of_state(activity, known))
    return Part(
        id=activity.id,
        title=activity.title,
        value=value,
        reason=reason_for(known),
        basis=report.basis if report else Basis.REPORTED,
        origin=cells.origin,
        origins=cells.origins,
        missing_as=missing_as(known) if isinstance(value, Absence) else "",
    )
