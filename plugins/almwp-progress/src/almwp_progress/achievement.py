"""Achievement: how far indicators came from their baselines to their targets."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import partial

from attrs import evolve

from almwp.model.absence import Absence
from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, IndicatorId
from almwp.model.indicator import Indicator
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.policy import Cap, Policy, Weighting
from almwp.model.score import Part, Scope, ScopeKind, Score, Scorecard, ScoreLine
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring import achievementwords as words
from almwp.scoring.achieved import Achievement
from almwp.scoring.achievement import achievement_of
from almwp.scoring.groups import groups_of, not_told_apart
from almwp.scoring.means import Counted, mean_of
from almwp.scoring.missing import ABSENCES
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs, group, whole_programme
from almwp.scoring.sharedindicators import (
    Followed,
    Shared,
    joint_achievement,
    shared_by_countries,
)
from almwp.scoring.weights import told_weights, weighed
from almwp.scoring.weightwords import Weight
from almwp.scoring.wording import because, joined, shown
from almwp_progress.groups import (
    asked_for,
    followed_groups,
    group_scores,
    remark_on_groups,
)

_NO_INDICATOR = Statement(
    about="indicators",
    text=Text.from_forms(
        {
            "en": "no indicator was read; indicators are sent in the sheet Indicators"
            " of the template",
            "vi": "không đọc được chỉ số nào; chỉ số được gửi trong trang Chỉ số"
            " (Indicators) của biểu mẫu",
        }
    ),
    basis=Basis.REPORTED,
)
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
    costs = told_weights({i.id: _activities_of(i, plan) for i in own}, question.policy)

    def score_of(scope: Scope, several: Sequence[Followed]) -> Score:
        weights: Mapping[str, Weight] = costs
        if question.policy.weights is Weighting.FRAMEWORK:
            counted = _counting(several, question.policy)
            standing = [places[each] for each in counted]
            weights = weighed(
                standing, question.policy, question.framework, scope, question.as_of
            )
        return _score(several, weights, question.policy)

    groups = followed_groups(own, question.policy, question.as_of)

    def line(scope: Scope, standing: Sequence[Activity]) -> ScoreLine:
        several = [followed[ActivityId(a.id)] for a in standing]
        made = score_of(scope, several)
        indicators = [each.indicator for each in several]
        return ScoreLine(
            scope=scope,
            score=evolve(made, reasons=(*made.reasons, *asked_for(indicators))),
            groups=group_scores(groups, indicators, partial(score_of, scope)),
        )

    kinds = dict.fromkeys((ScopeKind.PROGRAMME, *question.by))
    lines = [
        line(scope, standing)
        for kind in kinds
        for scope, standing in group([places[i.id] for i in own], kind, question)
    ]
    if not lines:
        lines = [line(whole_programme(question), [])]
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
        remarks=(
            *question.remarks,
            *([said] if left else ()),
            *remark_on_groups(own),
            *(() if plan.indicators else (_NO_INDICATOR,)),
        ),
        manifest=question.manifest,
        policy=question.policy,
        counts="indicators",
    )


def indicators_by_scope(
    plan: WorkPlan, question: Question
) -> Mapping[tuple[ScopeKind, str], tuple[Indicator, ...]]:
    """Return which indicators of *plan* stand in which scope of *question*."""
    known = {i.id: i for i in plan.indicators}
    places = [_place_of(i, plan) for i in plan.indicators]
    own = [place for place in places if belongs(place, question)]
    return {
        (scope.kind, scope.id): tuple(known[IndicatorId(a.id)] for a in standing)
        for kind in dict.fromkeys((ScopeKind.PROGRAMME, *question.by))
        for scope, standing in group(own, kind, question)
    }


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
    for group_of in groups_of(indicator):
        part = achievement_of(indicator, policy, day, group_of)
        reading = part.reading
        if reading is None or isinstance(reading.value, Absence):
            continue
        facts = {
            "by": tuple(d.by for d in group_of),
            "group": ", ".join(d.group for d in group_of),
            "reading": shown(reading.value),
            "when": reading.when,
        }
        if part.raw is None:
            told.append(because(words.GROUP, **facts))
        else:
            told.append(because(words.GROUP_SHARE, share=part.raw, **facts))
    if missing := not_told_apart(indicator):
        told.append(because(words.ASK_FOR_GROUPS, groups=missing))
    return evolve(whole, reasons=(*whole.reasons, *told))


def _counting(several: Sequence[Followed], policy: Policy) -> list[IndicatorId]:
    """Return the indicators that count, of one of several countries the first."""
    return [
        shared.members[0].indicator.id
        for shared in shared_by_countries(several)
        if not joint_achievement(shared, policy).is_left_out
    ]


def _score(
    several: Sequence[Followed], weights: Mapping[str, Weight], policy: Policy
) -> Score:
    sharing = shared_by_countries(several)
    counted = [_counted(shared, weights, policy) for shared in sharing]
    left = [c.part.missing for c in counted if c.is_left_out]
    open_ = [c.part.missing for c in counted if c.part.missing and not c.is_left_out]
    reasons: list[str] = []
    names = dict.fromkeys((*ABSENCES, *sorted({*open_, *left})))
    for absence in names:
        if bounded := open_.count(absence):
            facts = {"count": bounded, "absence": absence}
            reasons.append(because(words.OPEN_PARTS, **facts))
        if gone := left.count(absence):
            facts = {"count": gone, "absence": absence}
            reasons.append(because(words.LEFT_PARTS, **facts))
    if policy.cap is Cap.RAW and open_:
        reasons.append(because(words.RAW_BOUNDS))
    return mean_of(counted, method=words.FORMULA, reasons=reasons)


def _counted(shared: Shared, weights: Mapping[str, Weight], policy: Policy) -> Counted:
    known = joint_achievement(shared, policy)
    told = Weight() if known.is_left_out else _weight_of(shared, weights, policy)
    weight = told.value
    first = shared.members[0].indicator
    readings = (f.achievement.reading for f in shared.members)
    origin = next((r.origin for r in readings if r and r.origin), None)
    reasons = known.reasons
    if told.why:
        reasons = (*reasons, told.why)
    is_open = isinstance(known.value, Absence) and not known.is_left_out
    part = Part(
        id=first.id,
        title=first.name,
        weight=Fraction(0) if known.is_left_out else weight,
        value=known.value,
        reason=joined(reasons),
        origin=origin,
        origins=[cell for cell in known.cells if cell != origin],
        low=known.low if is_open else None,
        high=known.high if is_open else None,
        raw=known.raw if known.raw != known.value else None,
        is_left_out=known.is_left_out,
        missing_as=known.missing_as if isinstance(known.value, Absence) else "",
    )
    return Counted(
        part=part,
        low=known.low,
        high=known.high,
        weight=weight,
        is_left_out=known.is_left_out,
    )


def _weight_of(shared: Shared, weights: Mapping[str, Weight], policy: Policy) -> Weight:
    """Return the weight of one indicator; by listed weights, the sum of its members."""
    first, *others = shared.members
    weight = weights[first.indicator.id]
    if policy.weights in (Weighting.EQUAL, Weighting.FRAMEWORK):
        return weight
    for other in others:
        weight = weight.plus(weights[other.indicator.id])
    return weight
