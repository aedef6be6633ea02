"""Implementation: how many activities are completed, ongoing, planned, not reported."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.score import Part, Scope, ScopeKind, Score, Scorecard, ScoreLine, Share
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.scopes import group, whole_programme
from almwp.scoring.shares import share_of
from almwp_progress.states import KnownState, State, state_of

NOT_REPORTED = "not reported"
"""Name of the share of activities whose state is not known."""


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Count the activities of *plan* by state: as a whole, then by each scope."""
    day = question.as_of.end if question.as_of else None
    states = {activity.id: state_of(activity, day) for activity in plan.activities}
    kinds = (ScopeKind.PROGRAMME, *dict.fromkeys(question.by))
    lines = [
        _line(scope, activities, states)
        for kind in dict.fromkeys(kinds)
        for scope, activities in group(plan.activities, kind, question)
    ]
    if not lines:
        lines = [_line(whole_programme(question), (), states)]
    return Scorecard(
        method="implementation",
        framework=question.framework.id if question.framework else None,
        as_of=question.as_of,
        lines=lines,
        remarks=question.remarks,
        manifest=question.manifest,
    )


def _line(
    scope: Scope,
    activities: tuple[Activity, ...],
    states: Mapping[ActivityId, KnownState],
) -> ScoreLine:
    shares = [
        Share(name=state.value, score=_share(state, activities, states))
        for state in State
    ]
    shares.append(Share(name=NOT_REPORTED, score=_not_reported(activities, states)))
    return ScoreLine(scope=scope, score=shares[0].score, shares=shares)


def _share(
    state: State,
    activities: Iterable[Activity],
    states: Mapping[ActivityId, KnownState],
) -> Score:
    parts = []
    for activity in activities:
        known = states[activity.id]
        is_so = known.absence if known.state is None else Fraction(known.state is state)
        parts.append(_part(activity, known, is_so))
    missing = sum(1 for part in parts if isinstance(part.value, Absence))
    reasons = []
    if missing:
        reasons.append(
            f"the state of {missing} of {len(parts)} is not known: the bounds are the "
            "case that none of them and the case that all of them are so"
        )
    return share_of(
        parts, method=f"number {state.value} of number of all", reasons=reasons
    )


def _not_reported(
    activities: Iterable[Activity], states: Mapping[ActivityId, KnownState]
) -> Score:
    """Return the share whose state is not known; that itself is always known."""
    parts = []
    for activity in activities:
        known = states[activity.id]
        parts.append(_part(activity, known, Fraction(known.state is None)))
    return share_of(parts, method="number without a known state of number of all")


def _part(activity: Activity, known: KnownState, value: Fraction | Absence) -> Part:
    return Part(
        id=activity.id,
        title=activity.title,
        value=value,
        reason=known.reason,
        basis=known.basis,
        origin=known.origin,
    )
