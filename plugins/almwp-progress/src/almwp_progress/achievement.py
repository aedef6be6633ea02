"""Achievement: how far indicators came from their baselines to their targets."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from attrs import evolve

from almwp.model.absence import Absence
from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId
from almwp.model.indicator import Indicator
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.policy import Cap, Policy, Weighting
from almwp.model.score import Part, Scope, ScopeKind, Scorecard, ScoreLine
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring import achievementwords as words
from almwp.scoring.achievement import Achievement, achievement_of
from almwp.scoring.means import Counted, mean_of
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs, group, whole_programme
from almwp.scoring.sharedindicators import (
    Followed,
    Shared,
    joint_achievement,
    shared_by_countries,
)
from almwp.scoring.weights import weights_of
from almwp.scoring.wording import because, shown

_TOLD_APART = ("sex", "sector", "migrant status")
_ALL = Text.from_forms({"en": "All indicators", "vi": "Tất cả chỉ số"})


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Tell how far the indicators of *plan* came: as a whole, then by each scope."""
    places = {i.id: _place_of(i, plan) for i in plan.indicators}
    own = [i for i in plan.indicators if belongs(places[i.id], question)]
    followed = {
        ActivityId(i.id): Followed(
            indicator=i, achievement=_told_apart(i, question.policy, question.as_of)
        )
        for i in own
    }
    weights = weights_of({i.id: _activities_of(i, plan) for i in own}, question.policy)
    kinds = dict.fromkeys((ScopeKind.PROGRAMME, *question.by))
    lines = [
        _line(scope, [followed[a.id] for a in standing], weights, question.policy)
        for kind in kinds
        for scope, standing in group([places[i.id] for i in own], kind, question)
    ]
    if not lines:
        lines = [_line(whole_programme(question), [], weights, question.policy)]
    if question.framework is None:
        whole = evolve(lines[0], scope=evolve(lines[0].scope, title=_ALL))
        lines = [whole, *lines[1:]]
    left = len(plan.indicators) - len(own)
    said = Statement(
        about="other programmes",
        text=Text.of(f"indicators of other programmes, not counted here: {left}"),
        basis=Basis.REPORTED,
    )
    return Scorecard(
        method="achievement",
        framework=question.framework.id if question.framework else None,
        as_of=question.as_of,
        lines=lines,
        remarks=(*question.remarks, said) if left else question.remarks,
        manifest=question.manifest,
        policy=question.policy,
        counts="indicators",
    )


def _activities_of(indicator: Indicator, plan: WorkPlan) -> list[Activity]:
    """Return the activities that an indicator follows, whichever side says so."""
    named = set(indicator.activities)
    return [a for a in plan.activities if a.id in named or indicator.id in a.indicators]


def _place_of(indicator: Indicator, plan: WorkPlan) -> Activity:
    """Return what stands where the indicator does, as scopes group activities.

    An indicator that names no node stands where its activities do, by inference.
    """
    followed = _activities_of(indicator, plan)
    references = [*indicator.references]
    if indicator.framework:
        node = indicator.node
        references.append(PlanReference(framework=indicator.framework, node=node))
    if not any(r.node for r in references):
        references += [
            evolve(r, basis=Basis.INFERRED)
            for activity in followed
            for r in activity.references
            if r.node
        ]
    country = indicator.country
    leads = [Party(kind=PartyKind.COUNTRY, id=country)] if country else []
    return Activity(
        id=ActivityId(indicator.id),
        title=indicator.name,
        references=references,
        leads=leads,
        bodies=dict.fromkeys(body for a in followed for body in a.bodies),
    )


def _told_apart(
    indicator: Indicator, policy: Policy, as_of: Moment | None
) -> Achievement:
    """Return how far an indicator came, and what is known of single groups."""
    day = as_of.end if as_of else None
    whole = achievement_of(indicator, policy, day)
    told: list[str] = []
    found = dict.fromkeys(r.group for r in indicator.readings if r.group)
    for group_of in sorted(found, key=lambda g: [(d.by, d.group) for d in g]):
        part = achievement_of(indicator, policy, day, group_of)
        reading = part.reading
        if reading is None or isinstance(reading.value, Absence):
            continue
        by = ", ".join(d.by for d in group_of)
        facts = {
            "by": by,
            "group": ", ".join(d.group for d in group_of),
            "reading": shown(reading.value),
            "when": reading.when,
        }
        if part.raw is None:
            told.append(because(words.GROUP, **facts))
        else:
            told.append(because(words.GROUP_SHARE, share=part.raw, **facts))
    known = {d.by for group_of in found for d in group_of}
    missing = [by for by in _TOLD_APART if by not in known]
    if missing and indicator.readings:
        told.append(because(words.ASK_FOR_GROUPS, groups=", ".join(missing)))
    return evolve(whole, reasons=(*whole.reasons, *told))


def _line(
    scope: Scope,
    several: Sequence[Followed],
    weights: Mapping[str, Fraction | None],
    policy: Policy,
) -> ScoreLine:
    counted = [
        _counted(shared, weights, policy) for shared in shared_by_countries(several)
    ]
    open_ = [c for c in counted if isinstance(c.part.value, Absence)]
    left = [c for c in open_ if c.is_left_out]
    reasons = []
    for absence in Absence:
        bounded = sum(c.part.value is absence and not c.is_left_out for c in open_)
        if bounded:
            facts = {"count": bounded, "absence": absence}
            reasons.append(because(words.OPEN_PARTS, **facts))
        if gone := sum(c.part.value is absence for c in left):
            facts = {"count": gone, "absence": absence}
            reasons.append(because(words.LEFT_PARTS, **facts))
    if policy.cap is Cap.RAW and len(open_) > len(left):
        reasons.append(because(words.RAW_BOUNDS))
    return ScoreLine(
        scope=scope, score=mean_of(counted, method=words.FORMULA, reasons=reasons)
    )


def _counted(
    shared: Shared, weights: Mapping[str, Fraction | None], policy: Policy
) -> Counted:
    known = joint_achievement(shared, policy)
    weight = _weight_of(shared, weights, policy)
    first = shared.members[0].indicator
    origins = [f.achievement.reading for f in shared.members]
    reasons = known.reasons
    if weight is None and not known.is_left_out:
        reasons = (*reasons, because(words.NO_WEIGHT))
    is_open = isinstance(known.value, Absence) and not known.is_left_out
    part = Part(
        id=first.id,
        title=first.name,
        weight=Fraction(0) if known.is_left_out else weight or Fraction(0),
        value=known.value,
        reason="; ".join(reasons),
        origin=next((r.origin for r in origins if r and r.origin), None),
        low=known.low if is_open else None,
        high=known.high if is_open else None,
        raw=known.raw if known.raw != known.value else None,
    )
    return Counted(
        part=part,
        low=known.low,
        high=known.high,
        weight=weight,
        is_left_out=known.is_left_out,
    )


def _weight_of(
    shared: Shared, weights: Mapping[str, Fraction | None], policy: Policy
) -> Fraction | None:
    """Return the weight of one indicator; by listed weights, the sum of its members."""
    if policy.weights is Weighting.EQUAL:
        return Fraction(1)
    each = [weights[f.indicator.id] for f in shared.members]
    known = [weight for weight in each if weight is not None]
    return sum(known, Fraction(0)) if len(known) == len(each) else None
