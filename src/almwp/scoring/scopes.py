"""Put activities under the outcomes, areas, bodies and countries they belong to."""

from collections.abc import Iterable, Iterator, Mapping

from almwp.model.activity import Activity
from almwp.model.framework import Framework, Role
from almwp.model.ids import NodeId
from almwp.model.moment import Moment
from almwp.model.party import PartyKind
from almwp.model.score import Scope, ScopeKind
from almwp.model.source import Basis
from almwp.model.text import Text
from almwp.scoring.question import Question

_WEAKEST_LAST = tuple(Basis)
_NONE = {
    ScopeKind.PROGRAMME: Text.from_forms(
        {"en": "All activities", "vi": "Tất cả hoạt động"}
    ),
    ScopeKind.OUTCOME: Text.from_forms(
        {"en": "No outcome stated", "vi": "Chưa nêu kết quả"}
    ),
    ScopeKind.AREA: Text.from_forms(
        {"en": "No priority area stated", "vi": "Chưa nêu lĩnh vực ưu tiên"}
    ),
    ScopeKind.BODY: Text.from_forms({"en": "No body stated", "vi": "Chưa nêu cơ quan"}),
    ScopeKind.COUNTRY: Text.from_forms(
        {"en": "No lead country stated", "vi": "Chưa nêu nước chủ trì"}
    ),
}
_ALL_MEMBERS = Text.from_forms(
    {"en": "All member states", "vi": "Tất cả các nước thành viên"}
)


def group(
    activities: Iterable[Activity], kind: ScopeKind, question: Question
) -> tuple[tuple[Scope, tuple[Activity, ...]], ...]:
    """Return the scopes of one kind, each with its activities.

    An activity stands under each scope to which it belongs: one that two countries
    lead counts for both.  A node that was added after the day of the question is none
    of its scopes yet; what names it belongs to what the node belongs to.  Outcomes and
    areas come in the framework's order, bodies and countries by their ids; activities
    that belong nowhere come last.
    """
    found: dict[str, list[Activity]] = {}
    basis: dict[str, Basis] = {}
    for activity in activities:
        places = _places(activity, kind, question)
        for scope, standing in places.items():
            found.setdefault(scope, []).append(activity)
            basis[scope] = _weaker(basis.get(scope, standing), standing)
    order = _order(kind, question.framework)
    scopes = sorted(found, key=lambda s: (s == "", order.get(s, len(order)), s))
    titles = _titles(kind, question)
    return tuple(
        (
            Scope(
                kind=kind,
                id=scope,
                title=titles.get(scope, Text.of(scope)) if scope else _NONE[kind],
                basis=basis[scope],
            ),
            tuple(found[scope]),
        )
        for scope in scopes
    )


def belongs(activity: Activity, question: Question) -> bool:
    """Say whether *activity* belongs to the programme of *question*.

    It does if it names the programme or a plan under it, or no plan at all: who does
    not say on what he reports is taken to report on what is asked.
    """
    if question.framework is None:
        return True
    named = {r.framework for r in activity.references if r.framework}
    return not named or not named.isdisjoint(
        {question.framework.id, *question.plans_under}
    )


def nodes_of(
    activity: Activity,
    kind: ScopeKind,
    framework: Framework,
    as_of: Moment | None = None,
) -> Mapping[NodeId, Basis]:
    """Return the outcomes or the areas under which an activity stands.

    Args:
        activity: The activity.
        kind: ``OUTCOME`` or ``AREA``.
        framework: Whose nodes they are.
        as_of: When; nodes that were added later do not count.
    """
    found: dict[NodeId, Basis] = {}
    for node, basis in _nodes(activity, kind, framework, as_of):
        found[node] = _stronger(found.get(node, basis), basis)
    return found


def whole_programme(question: Question) -> Scope:
    """Return the scope of the programme as a whole."""
    framework = question.framework
    return Scope(
        kind=ScopeKind.PROGRAMME,
        id=framework.id if framework else "",
        title=framework.title if framework else _NONE[ScopeKind.PROGRAMME],
    )


def _weaker(one: Basis, other: Basis) -> Basis:
    return max(one, other, key=_WEAKEST_LAST.index)


def _stronger(one: Basis, other: Basis) -> Basis:
    return min(one, other, key=_WEAKEST_LAST.index)


def _places(
    activity: Activity, kind: ScopeKind, question: Question
) -> Mapping[str, Basis]:
    """Return the scopes of an activity; of two reasons the better one counts."""
    found: dict[str, Basis] = {}
    for scope, basis in _all_places(activity, kind, question):
        found[scope] = _stronger(found.get(scope, basis), basis)
    return found or {"": Basis.REPORTED}


def _all_places(
    activity: Activity, kind: ScopeKind, question: Question
) -> Iterator[tuple[str, Basis]]:
    framework = question.framework
    match kind:
        case ScopeKind.PROGRAMME:
            yield (framework.id if framework else ""), Basis.REPORTED
        case ScopeKind.OUTCOME | ScopeKind.AREA:
            yield from _nodes(activity, kind, framework, question.as_of)
        case ScopeKind.BODY:
            yield from ((body, Basis.REPORTED) for body in activity.bodies)
        case ScopeKind.COUNTRY:
            for party in activity.leads + activity.co_leads:
                if party.kind in (PartyKind.COUNTRY, PartyKind.ALL_MEMBERS):
                    yield party.id, Basis.REPORTED


def _nodes(
    activity: Activity,
    kind: ScopeKind,
    framework: Framework | None,
    as_of: Moment | None,
) -> Iterator[tuple[NodeId, Basis]]:
    """Give the outcomes or areas of the nodes that an activity names.

    One that is named counts before one that follows only from where the framework
    puts another node; the latter stands on the weakest basis of that way.
    """
    if framework is None:
        return
    role = Role.OUTCOME if kind is ScopeKind.OUTCOME else Role.PRIORITY_AREA
    there = (n for n in framework.with_role(role) if n.is_there(as_of))
    wanted = {node.id for node in there}
    named = [(r.node, r.basis) for r in activity.node_in(framework.id) if r.node]
    direct = [(node, basis) for node, basis in named if node in wanted]
    if direct:
        yield from direct
        return
    for node, basis in named:
        for above, standing in _ancestry(framework, node, basis).items():
            if above in wanted:
                yield above, standing


def _ancestry(
    framework: Framework, node: NodeId, basis: Basis
) -> Mapping[NodeId, Basis]:
    """Return a node and all above it, each with the basis of the best way there."""
    known = {each.id: each for each in framework.nodes}
    found: dict[NodeId, Basis] = {}
    waiting = [(node, basis)]
    while waiting:
        here, standing = waiting.pop()
        if here not in known:
            continue
        if here in found and _stronger(found[here], standing) is found[here]:
            continue
        found[here] = standing
        beyond = _weaker(standing, known[here].placement)
        waiting.extend((parent, beyond) for parent in known[here].parents)
    return found


def _order(kind: ScopeKind, framework: Framework | None) -> Mapping[str, int]:
    if framework is None or kind not in (ScopeKind.OUTCOME, ScopeKind.AREA):
        return {}
    return {node.id: place for place, node in enumerate(framework.nodes)}


def _titles(kind: ScopeKind, question: Question) -> Mapping[str, Text]:
    framework = question.framework
    match kind:
        case ScopeKind.PROGRAMME:
            return {framework.id: framework.title} if framework else {}
        case ScopeKind.OUTCOME | ScopeKind.AREA:
            return {n.id: n.title for n in framework.nodes} if framework else {}
        case ScopeKind.BODY:
            return dict(question.bodies)
        case ScopeKind.COUNTRY:
            return {"ALL": _ALL_MEMBERS, **dict(question.countries)}
