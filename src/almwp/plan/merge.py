"""Merge submissions into one plan; contradictions are kept, both sides named."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from attrs import evolve

from almwp.model.activity import Activity
from almwp.model.decision import SAME, Decision, DecisionKind, UnfitDecision, WhyUnfit
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.naturalorder import NaturalOrder, natural_order
from almwp.model.submission import Submission
from almwp.model.workplan import Conflict, WorkPlan
from almwp.plan.indicators import merge_indicators
from almwp.plan.joining import join
from almwp.plan.lookalikes import told_apart
from almwp.plan.naming import NamedReports
from almwp.plan.owners import routes_of
from almwp.plan.pairdecisions import PairDecisions, pair_decisions
from almwp.plan.reported import ReportedActivity
from almwp.plan.sameness import same_activities
from almwp.plan.suggestions import Group, suggestions
from almwp.plan.superseding import versions_of
from almwp.plan.valuedecisions import ValueDecisions


def merge(
    submissions: Iterable[Submission], decisions: Iterable[Decision] = ()
) -> WorkPlan:
    """Return what *submissions* say together.  Their order does not matter.

    Which reports are of one activity is told in :mod:`almwp.plan.sameness`; those
    that look alike and were kept apart are among the conflicts.  Files of the same
    content count once, and of two versions of a file the corrected one.  Of two values
    the newer report's stands first, unless *decisions* say otherwise; a decision that
    does not fit is not applied, and is among the unfit.
    """
    ordered = _each_once(submissions)
    made = tuple(sorted(set(decisions), key=lambda decision: decision.order))
    versions = versions_of(ordered, made)
    reports = tuple(
        ReportedActivity(activity=a, submission=s)
        for s in versions.counted
        for a in s.activities
    )
    pairs = _pairs(made, reports)
    groups = _named(same_activities(reports, pairs))
    values = _value_decisions(made, reports, groups, versions.counted)
    activities: list[Activity] = []
    conflicts: list[Conflict] = []
    as_one, apart = _decided_pairs(pairs, reports, groups)
    for name, same in groups:
        merged, contradicted = join(name, same, values.choose)
        activities.append(merged)
        for conflict in contradicted:
            # Where a person said that two are one, their titles may well differ.
            if conflict.field == "title" and name in as_one:
                values.settle(conflict, as_one[name])
            else:
                conflicts.append(conflict)
    alike = told_apart(groups, apart)
    conflicts += alike.open
    followed = merge_indicators(versions.counted, values.choose)
    conflicts += followed.conflicts
    routed = routes_of(groups, made)
    unfit = (*versions.unfit, *pairs.unfit, *values.unfit, *routed.unfit)
    return WorkPlan(
        framework=_main_framework(versions.counted),
        activities=sorted(activities, key=lambda a: _order(a.id)),
        indicators=sorted(followed.indicators, key=lambda i: _order(ActivityId(i.id))),
        submissions=versions.counted,
        conflicts=sorted(conflicts, key=_order_of_conflict),
        decisions=made,
        resolved=sorted(
            (*values.resolved, *alike.resolved),
            key=lambda each: _order_of_conflict(each.conflict),
        ),
        unfit=sorted(unfit, key=_order_of_unfit),
        suggestions=suggestions(groups, {*apart, *alike.pairs}),
        superseded=versions.superseded,
        likely_versions=versions.likely,
        routes=sorted(routed.routes, key=lambda r: (_order(r.activity), r.country)),
    )


def merge_plans(plans: Iterable[WorkPlan]) -> WorkPlan:
    """Return what *plans* say together: all that was sent, and all decisions.

    The order of the plans does not matter, nor do they have to be merged at once.
    """
    known = tuple(plans)
    return merge(
        (submission for plan in known for submission in plan.sent),
        (decision for plan in known for decision in plan.decisions),
    )


def part_of(plan: WorkPlan, activities: Iterable[Activity]) -> WorkPlan:
    """Return *plan* with only some of its *activities*, and what concerns them.

    Conflicts on indicators stay, as these do.
    """
    kept = tuple(activities)
    ids = {activity.id for activity in kept}
    ids |= {ActivityId(indicator.id) for indicator in plan.indicators}
    return evolve(
        plan,
        activities=kept,
        conflicts=[c for c in plan.conflicts if c.activity in ids],
        resolved=[r for r in plan.resolved if r.conflict.activity in ids],
        suggestions=[s for s in plan.suggestions if not ids.isdisjoint(s.activities)],
        routes=[r for r in plan.routes if r.activity in ids],
    )


def _each_once(submissions: Iterable[Submission]) -> tuple[Submission, ...]:
    """Return one submission for each file content, in an order of their own."""
    by_content: dict[str, list[Submission]] = defaultdict(list)
    for submission in submissions:
        if submission not in by_content[submission.sha256]:
            by_content[submission.sha256].append(submission)
    # One content was read in two ways only if the calls differed: any fixed choice.
    chosen = [
        min(same, key=lambda s: (s.file, repr(s))) if len(same) > 1 else same[0]
        for same in by_content.values()
    ]
    return tuple(sorted(chosen, key=lambda s: (s.country or "", s.file, s.sha256)))


def _named(
    groups: Iterable[tuple[ReportedActivity, ...]],
) -> tuple[Group, ...]:
    """Give each group of reports the id of its activity, unique in the plan."""
    used: set[ActivityId] = set()
    named = []
    for same in groups:
        by_id = sorted(same, key=_order_of_report) if len(same) > 1 else same
        # The first of two activities with one id keeps it, as in a single file.
        name = _unused(by_id[0].activity.id, used)
        used.add(name)
        named.append((name, tuple(by_id)))
    return tuple(named)


def _order_of_report(report: ReportedActivity) -> tuple[Any, ...]:
    known = report.activity.id
    return _is_made_up(known), _order(known), report.submission.sha256


def _is_made_up(name: ActivityId) -> bool:
    """Say whether an id stands for a row without a number: it gives way to one."""
    return "~" in name


def _unused(wanted: ActivityId, used: Collection[ActivityId]) -> ActivityId:
    found, count = wanted, 1
    while found in used:
        count += 1
        found = ActivityId(f"{wanted}#{count}")
    return found


def _order(activity: ActivityId) -> tuple[str, NaturalOrder, str]:
    """Sort ``VN:2`` before ``VN:10``, and ``VN:N2`` before ``VN:N10``."""
    sender, _, number = activity.partition(":")
    return sender, natural_order(number), activity


def _order_of_conflict(conflict: Conflict) -> tuple[Any, ...]:
    return _order(conflict.activity), conflict.field, conflict.about


def _order_of_unfit(unfit: UnfitDecision) -> tuple[Any, ...]:
    return (*unfit.decision.order, unfit.why.value, unfit.found)


def _value_decisions(
    decisions: Iterable[Decision],
    reports: Sequence[ReportedActivity],
    groups: Sequence[Group],
    submissions: Iterable[Submission],
) -> ValueDecisions:
    """Hand each decision on a value to the activity or indicator that it names."""
    found = ValueDecisions()
    made = [decision for decision in decisions if decision.kind is DecisionKind.VALUE]
    if not made:
        return found
    named = NamedReports(reports, [group for _, group in groups])
    names = {id(report): name for name, group in groups for report in group}
    followed = {str(i.id) for s in submissions for i in s.indicators}
    for decision in made:
        (name,) = decision.activities
        meant = {str(names[id(reports[place])]) for place in named.of(name)}
        if not meant and name.id in followed:
            meant = {name.id}
        if len(meant) == 1:
            found.give(meant.pop(), decision)
        else:
            why = WhyUnfit.NAMES_SEVERAL if meant else WhyUnfit.NAMES_NOTHING
            found.refuse(decision, why, name.id)
    return found


def _pairs(
    decisions: Sequence[Decision], reports: tuple[ReportedActivity, ...]
) -> PairDecisions:
    if not any(decision.kind is DecisionKind.PAIR for decision in decisions):
        return PairDecisions()
    return pair_decisions(decisions, reports, same_activities(reports))


def _decided_pairs(
    pairs: PairDecisions, reports: Sequence[ReportedActivity], groups: Iterable[Group]
) -> tuple[dict[ActivityId, Decision], dict[frozenset[ActivityId], Decision]]:
    """Return which activities are one, and which are two, on a person's word."""
    if not pairs.applied:
        return {}, {}
    names = {id(report): name for name, group in groups for report in group}
    as_one: dict[ActivityId, Decision] = {}
    apart: dict[frozenset[ActivityId], Decision] = {}
    for decision, one, other in pairs.applied:
        if decision.take == SAME:
            as_one.setdefault(names[id(reports[one[0]])], decision)
            continue
        for first in one:
            for second in other:
                both = frozenset(names[id(reports[p])] for p in (first, second))
                apart.setdefault(both, decision)
    return as_one, apart


def _main_framework(submissions: Iterable[Submission]) -> FrameworkId | None:
    """Return the programme on which most activities report."""
    counted: Counter[FrameworkId] = Counter()
    for submission in submissions:
        if submission.framework:
            counted[submission.framework] += len(submission.activities)
    if not counted:
        return None
    return min(counted, key=lambda framework: (-counted[framework], framework))
