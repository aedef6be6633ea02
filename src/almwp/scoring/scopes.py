"""Put activities under the outcomes, areas, bodies and countries they belong to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Any

from almwp.model.activity import Activity
from almwp.model.framework import Framework
from almwp.model.party import PartyKind
from almwp.model.score import Scope, ScopeKind
from almwp.model.source import Basis
from almwp.model.text import Text
from almwp.scoring.question import Question
from almwp.scoring.standingunder import StandingUnder, weaker

Find = Callable[[Activity], Mapping[Any, Basis]]
"""Finds the scopes of one kind in which an activity stands, each on its basis."""

_NOWHERE: Mapping[str, Basis] = MappingProxyType({"": Basis.REPORTED})
_LEADING = (PartyKind.COUNTRY, PartyKind.ALL_MEMBERS)
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
    found: dict[str, list[Activity]] = defaultdict(list)
    bases: dict[str, set[Basis]] = defaultdict(set)
    find = _finder(kind, question)
    for activity in activities:
        for scope, standing in (find(activity) or _NOWHERE).items():
            found[scope].append(activity)
            bases[scope].add(standing)
    order = _order(kind, question.framework)
    scopes = sorted(found, key=lambda s: (s == "", order.get(s, len(order)), s))
    titles = _titles(kind, question)
    return tuple(
        (
            Scope(
                kind=kind,
                id=scope,
                title=titles.get(scope, Text.of(scope)) if scope else _NONE[kind],
                basis=reduce(weaker, bases[scope]),
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
    named = [r.framework for r in activity.references if r.framework]
    return not named or not question.plans.isdisjoint(named)


def whole_programme(question: Question) -> Scope:
    """Return the scope of the programme as a whole."""
    framework = question.framework
    return Scope(
        kind=ScopeKind.PROGRAMME,
        id=framework.id if framework else "",
        title=framework.title if framework else _NONE[ScopeKind.PROGRAMME],
    )


def _finder(kind: ScopeKind, question: Question) -> Find:
    """Return what finds the scopes of an activity; of two reasons the better counts."""
    framework = question.framework
    match kind:
        case ScopeKind.PROGRAMME:
            everywhere = {framework.id if framework else "": Basis.REPORTED}
            return lambda activity: everywhere
        case ScopeKind.OUTCOME | ScopeKind.AREA:
            if framework is None:
                return lambda activity: _NOWHERE
            return StandingUnder(kind, framework, question.as_of).nodes_of
        case ScopeKind.BODY:
            return lambda activity: dict.fromkeys(activity.bodies, Basis.REPORTED)
        case ScopeKind.COUNTRY:
            return _countries


def _countries(activity: Activity) -> Mapping[str, Basis]:
    several = activity.leads + activity.co_leads
    return dict.fromkeys([p.id for p in several if p.kind in _LEADING], Basis.REPORTED)


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
