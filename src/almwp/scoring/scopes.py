"""Put activities under the outcomes, areas, bodies and countries they belong to."""

from collections.abc import Iterable, Iterator, Mapping

from almwp.model.activity import Activity
from almwp.model.framework import Framework, Node, Role
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
    lead counts for both.  Outcomes and areas come in the framework's order, bodies and
    countries by their ids; activities that belong nowhere come last.
    """
    found: dict[str, list[Activity]] = {}
    basis: dict[str, Basis] = {}
    for activity in activities:
        for scope, standing in _places(activity, kind, question.framework):
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


def _places(
    activity: Activity, kind: ScopeKind, framework: Framework | None
) -> Iterator[tuple[str, Basis]]:
    places = dict(_all_places(activity, kind, framework))
    yield from places.items() if places else (("", Basis.REPORTED),)


def _all_places(
    activity: Activity, kind: ScopeKind, framework: Framework | None
) -> Iterator[tuple[str, Basis]]:
    match kind:
        case ScopeKind.PROGRAMME:
            yield (framework.id if framework else ""), Basis.REPORTED
        case ScopeKind.OUTCOME | ScopeKind.AREA:
            yield from _nodes(activity, kind, framework)
        case ScopeKind.BODY:
            yield from ((body, Basis.REPORTED) for body in activity.bodies)
        case ScopeKind.COUNTRY:
            for party in activity.leads + activity.co_leads:
                if party.kind in (PartyKind.COUNTRY, PartyKind.ALL_MEMBERS):
                    yield party.id, Basis.REPORTED


def _nodes(
    activity: Activity, kind: ScopeKind, framework: Framework | None
) -> Iterator[tuple[str, Basis]]:
    """Give the outcomes or areas of the nodes that an activity names.

    An outcome that follows only from where the framework puts an area stands on the
    weaker of the two bases.
    """
    if framework is None:
        return
    role = Role.OUTCOME if kind is ScopeKind.OUTCOME else Role.PRIORITY_AREA
    wanted = {node.id for node in framework.with_role(role)}
    named = activity.node_in(framework.id)
    direct = {r.node: r.basis for r in named if r.node in wanted}
    if direct:
        yield from ((str(node), basis) for node, basis in direct.items())
        return
    for reference in named:
        basis = reference.basis
        for node in framework.ancestors(reference.node) if reference.node else ():
            if node.id in wanted:
                yield (
                    node.id,
                    _weaker(basis, _placement(framework, node, reference.node)),
                )


def _placement(framework: Framework, above: Node, below: str | None) -> Basis:
    node = next((n for n in framework.nodes if n.id == below), None)
    return node.placement if node and node.id != above.id else Basis.CONFIRMED


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
