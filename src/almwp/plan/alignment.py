"""Work out which activity serves which plans, and what is served twice or not."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from attrs import field, frozen

from almwp.model.activity import Activity, ActivityLevel
from almwp.model.alignment import (
    AlignedActivity,
    AlignedPlan,
    Alignment,
    Crossing,
    PlanPart,
    Service,
)
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.overlap import LookAlike
from almwp.model.source import Basis
from almwp.model.text import Text
from almwp.plan.alignmentplaces import Places, weakest
from almwp.plan.overlaps import Scene, concerns, find_alikes, plans_named

_REACHES = tuple(ActivityLevel)
_UNSURE = (Basis.INFERRED, Basis.UNKNOWN)


@frozen(kw_only=True)
class Plans:
    """The plans beside one another.

    Attributes:
        known: Plans of which something is known, by id.
    """

    known: tuple[Framework, ...] = field(default=(), converter=frozen_items)

    def above(self, framework: FrameworkId) -> tuple[FrameworkId, ...]:
        """Return the plans under which *framework* stands, the nearest first."""
        parents = {plan.id: plan.parent for plan in self.known}
        found: list[FrameworkId] = []
        parent = parents.get(framework)
        while parent is not None and parent not in (framework, *found):
            found.append(parent)
            parent = parents.get(parent)
        return tuple(found)


def align(scene: Scene, frameworks: Iterable[Framework]) -> Alignment:
    """Work out what serves what; the order of the activities does not matter.

    Args:
        scene: The activities, and the programme under review.
        frameworks: Every plan of which to tell, as far as anything is known of it.
    """
    by_id = {plan.id: plan for plan in frameworks}
    if scene.framework:
        by_id[scene.framework.id] = scene.framework
    plans = Plans(known=tuple(by_id[plan] for plan in sorted(by_id)))
    places = {plan.id: Places(plan) for plan in plans.known}
    concerned = concerns(scene)
    standing = tuple(a for a in scene.standing if concerned(a.id))
    aligned = tuple(_aligned(activity, plans, places) for activity in standing)
    own = scene.framework.id if scene.framework else None
    columns = _columns(standing, aligned, plans, places, own)
    return Alignment(
        framework=own,
        country=scene.country,
        plans=columns,
        activities=aligned,
        withdrawn=tuple(filter(concerned, scene.withdrawn)),
        serving_several=tuple(
            activity.id
            for activity in aligned
            if len(side_by_side(activity, plans)) > 1
        ),
        alike_elsewhere=_alike_elsewhere(scene, plans),
        without_plan=tuple(a.id for a in aligned if not a.services),
        crossings=_crossings(aligned, columns, own),
    )


def side_by_side(activity: AlignedActivity, plans: Plans) -> tuple[FrameworkId, ...]:
    """Return the plans that *activity* names, without those that stand above another.

    Who carries out a body's plan carries out the programme above it: that is one plan.
    """
    return _side_by_side((s.framework for s in activity.named), plans)


def _side_by_side(
    named: Iterable[FrameworkId], plans: Plans
) -> tuple[FrameworkId, ...]:
    own = tuple(dict.fromkeys(named))
    higher = {above for plan in own for above in plans.above(plan)}
    return tuple(plan for plan in own if plan not in higher)


def _aligned(
    activity: Activity, plans: Plans, places: Mapping[FrameworkId, Places]
) -> AlignedActivity:
    named: dict[FrameworkId, Service] = {}
    for plan in plans_named(activity):
        references = [r for r in activity.references if r.framework == plan]
        nodes = {r.node for r in references if r.node}
        order = places[plan].order if plan in places else {}
        named[plan] = Service(
            framework=plan,
            nodes=sorted(nodes, key=_in_order(order)),
            number=next((r.number for r in references if r.number), ""),
            basis=weakest(r.basis for r in references if bool(r.node) == bool(nodes)),
        )
    services = dict(named)
    for plan in sorted(named):
        for above in plans.above(plan):
            services.setdefault(
                above, Service(framework=above, basis=named[plan].basis, through=plan)
            )
    return AlignedActivity(
        id=activity.id, title=activity.title, services=tuple(services.values())
    )


def _in_order(
    order: Mapping[NodeId, int],
) -> Callable[[NodeId], tuple[int, NodeId]]:
    """Return a key that sorts nodes as their plan does, unknown ones last."""
    return lambda node: (order.get(node, len(order)), node)


def _columns(
    standing: Sequence[Activity],
    aligned: Sequence[AlignedActivity],
    plans: Plans,
    places: Mapping[FrameworkId, Places],
    own: FrameworkId | None,
) -> tuple[AlignedPlan, ...]:
    named: dict[FrameworkId, list[ActivityId]] = defaultdict(list)
    through: dict[FrameworkId, list[ActivityId]] = defaultdict(list)
    for activity in aligned:
        for service in activity.services:
            held = named if service.through is None else through
            held[service.framework].append(activity.id)
    known = {plan.id: plan for plan in plans.known}
    found = []
    for plan in sorted({*known, *named, *through}):
        text = known.get(plan)
        found.append(
            AlignedPlan(
                framework=plan,
                title=text.title if text else Text.of(plan),
                reach=reach_of(text) if text else ActivityLevel.REGIONAL,
                period=text.period if text else None,
                is_known=text is not None,
                named_by=named[plan],
                through=through[plan],
                parts=_parts(places[plan], standing, named[plan]) if text else (),
            )
        )
    found.sort(key=lambda p: (p.framework != own, _REACHES.index(p.reach), p.framework))
    return tuple(found)


def reach_of(framework: Framework) -> ActivityLevel:
    """Say whether a plan is of the region, of one country, or between a few."""
    if framework.parties:
        return ActivityLevel.BILATERAL
    return ActivityLevel.NATIONAL if framework.country else ActivityLevel.REGIONAL


def _parts(
    places: Places, standing: Sequence[Activity], naming: Sequence[ActivityId]
) -> tuple[PlanPart, ...]:
    wanted = set(naming)
    served = {a.id: places.counted(a) for a in standing if a.id in wanted}
    framework = places.framework
    rank = {level.id: place for place, level in enumerate(framework.levels)}
    levels = {level.id: level for level in framework.levels}
    on_level = {node.id: rank[node.level] for node in framework.nodes}
    deepest = {
        activity: max((on_level[node] for node in nodes), default=-1)
        for activity, nodes in served.items()
    }
    serving: dict[NodeId, list[ActivityId]] = defaultdict(list)
    for activity, nodes in served.items():
        for node in nodes:
            serving[node].append(activity)
    return tuple(
        PlanPart(
            node=node.id,
            level=node.level,
            level_name=levels[node.level].name,
            number=node.number,
            title=node.title,
            activities=sorted(serving[node.id]),
            inferred=sorted(
                a for a in serving[node.id] if served[a][node.id] in _UNSURE
            ),
            is_sure=levels[node.level].complete is True,
            may_serve=sorted(
                a for a, deep in deepest.items() if deep < rank[node.level]
            )
            if not serving[node.id]
            else (),
        )
        for node in framework.nodes
    )


def _alike_elsewhere(scene: Scene, plans: Plans) -> tuple[LookAlike, ...]:
    """Return pairs that look alike of which one names a plan that the other does not.

    A programme and a plan under it are no two plans.
    """
    found = []
    for pair in find_alikes(scene).look_alikes:
        one = set(_side_by_side(pair.one_serves, plans))
        other = set(_side_by_side(pair.other_serves, plans))
        higher = {above for plan in one | other for above in plans.above(plan)}
        if (one - higher) and (other - higher) and one - higher != other - higher:
            found.append(pair)
    return tuple(found)


def _crossings(
    aligned: Sequence[AlignedActivity],
    columns: Sequence[AlignedPlan],
    own: FrameworkId | None,
) -> tuple[Crossing, ...]:
    """Return where parts of the programme under review and other plans meet."""
    others = {
        activity.id: {s.framework for s in activity.named if s.framework != own}
        for activity in aligned
    }
    return tuple(
        Crossing(node=part.node, framework=plan.framework, activities=both)
        for column in columns
        if column.framework == own
        for part in column.parts
        for plan in columns
        if plan.framework != own
        if (both := tuple(a for a in part.activities if plan.framework in others[a]))
    )
