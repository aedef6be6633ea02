"""Implementation: how many activities are completed, ongoing, planned, not reported."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.score import Part, Scope, Score, Scorecard, ScoreLine, Share
from almwp.model.source import Basis
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.shares import share_of
from almwp.scoring.states import KnownState, State, known_state
from almwp.scoring.wording import because
from almwp_progress.reasons import absence_of, reason_for
from almwp_progress.rollup import own_activities, roll_up

METHOD = "number {state} of number of all"
NOT_REPORTED_METHOD = "number without a known state of number of all"
OPEN = (
    "the state of {count} of {total} is not known: the bounds are the cases that none "
    "of them and that all of them are so"
)
OPEN_AS = "not known, as {absence}: {count}"


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Count the activities of *plan* by state: as a whole, then by each scope."""
    day = question.as_of.end if question.as_of else None
    states = {a.id: known_state(a, day) for a in own_activities(plan, question)}

    def line(scope: Scope, activities: tuple[Activity, ...]) -> ScoreLine:
        return _line(scope, activities, states)

    return roll_up("implementation", plan, question, line, question.as_of)


def _line(
    scope: Scope,
    activities: tuple[Activity, ...],
    states: Mapping[ActivityId, KnownState],
) -> ScoreLine:
    shares = [
        Share(name=state.value, score=_share(state, activities, states))
        for state in State
    ]
    return ScoreLine(scope=scope, score=shares[0].score, shares=shares)


def _share(
    state: State,
    activities: Iterable[Activity],
    states: Mapping[ActivityId, KnownState],
) -> Score:
    if state is State.NOT_REPORTED:
        return _not_reported(activities, states)
    parts = []
    for activity in activities:
        known = states[activity.id]
        is_so = _is_so(known, state)
        parts.append(_part(activity, known, is_so))
    missing = Counter(part.value for part in parts if isinstance(part.value, Absence))
    reasons = []
    if missing:
        reasons.append(because(OPEN, count=missing.total(), total=len(parts)))
        # The absences are different things, so each is counted by its own name.
        reasons += [
            because(OPEN_AS, absence=kind.value, count=missing[kind])
            for kind in Absence
            if missing[kind]
        ]
    return share_of(parts, method=because(METHOD, state=state.value), reasons=reasons)


def _not_reported(
    activities: Iterable[Activity], states: Mapping[ActivityId, KnownState]
) -> Score:
    """Return the share whose state is not known; that itself is always known."""
    parts = []
    for activity in activities:
        known = states[activity.id]
        parts.append(
            _part(activity, known, Fraction(known.state is State.NOT_REPORTED))
        )
    return share_of(parts, method=NOT_REPORTED_METHOD)


def _is_so(known: KnownState, state: State) -> Fraction | Absence:
    if known.state is State.NOT_REPORTED:
        return absence_of(known)
    return Fraction(known.state is state)


def _part(activity: Activity, known: KnownState, value: Fraction | Absence) -> Part:
    report = known.report
    return Part(
        id=activity.id,
        title=activity.title,
        value=value,
        reason=reason_for(known),
        basis=report.basis if report else Basis.REPORTED,
        origin=report.origin if report else None,
    )
