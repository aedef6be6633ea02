"""Implementation: how many activities are completed, ongoing, planned, not reported."""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.score import Part, Scope, ScopeKind, Score, Scorecard, ScoreLine, Share
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs, group, whole_programme
from almwp.scoring.shares import share_of
from almwp.scoring.states import KnownState, State, known_state
from almwp_progress.reasons import absence_of, reason_for


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Count the activities of *plan* by state: as a whole, then by each scope."""
    day = question.as_of.end if question.as_of else None
    own = tuple(a for a in plan.activities if belongs(a, question))
    states = {activity.id: known_state(activity, day) for activity in own}
    kinds = (ScopeKind.PROGRAMME, *dict.fromkeys(question.by))
    lines = [
        _line(scope, activities, states)
        for kind in dict.fromkeys(kinds)
        for scope, activities in group(own, kind, question)
    ]
    if not lines:
        lines = [_line(whole_programme(question), (), states)]
    return Scorecard(
        method="implementation",
        framework=question.framework.id if question.framework else None,
        as_of=question.as_of,
        lines=lines,
        remarks=(*question.remarks, *_left_out(plan, own)),
        manifest=question.manifest,
    )


def _left_out(plan: WorkPlan, own: tuple[Activity, ...]) -> tuple[Statement, ...]:
    """Say which activities report on other programmes and were not counted."""
    counted = {activity.id for activity in own}
    others = [a for a in plan.activities if a.id not in counted]
    if not others:
        return ()
    named = {r.framework for a in others for r in a.references if r.framework}
    text = f"reported on {', '.join(sorted(named))} and not counted here: {len(others)}"
    said = Statement(about="other programmes", text=Text.of(text), basis=Basis.REPORTED)
    return (said,)


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
        # The absences are different things, so each is counted by its own name.
        each = ", ".join(f"{missing[kind]} {kind}" for kind in Absence if missing[kind])
        reasons.append(
            f"the state of {missing.total()} of {len(parts)} is not known ({each}): "
            "the bounds are the cases that none of them and that all of them are so"
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
        parts.append(
            _part(activity, known, Fraction(known.state is State.NOT_REPORTED))
        )
    return share_of(parts, method="number without a known state of number of all")


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
