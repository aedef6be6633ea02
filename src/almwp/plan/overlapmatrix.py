"""The matrix of members by outcome and by area: who leads, who co-leads, and gaps."""

from collections.abc import Collection, Iterable, Sequence

from attrs import evolve

from almwp.model.activity import Activity
from almwp.model.framework import Framework, Node, Role
from almwp.model.ids import ActivityId, CountryCode, NodeId
from almwp.model.overlap import Matrix, MatrixRow, MemberPart
from almwp.model.party import Party, PartyKind
from almwp.model.score import ScopeKind
from almwp.model.text import Text
from almwp.plan.alignmentplaces import Places

_ROLES = {
    ScopeKind.OUTCOME: (Role.OUTCOME,),
    ScopeKind.AREA: (Role.PRIORITY_AREA, Role.TOPIC),
}
"""Proposals hang on topics until there are areas."""


def matrices_of(
    activities: Sequence[Activity],
    framework: Framework | None,
    members: Sequence[CountryCode],
    not_settled: Collection[ActivityId] = (),
) -> tuple[Matrix, ...]:
    """Return members by outcome and by area, where the programme has any.

    Without a programme there is one matrix with a single row.

    Args:
        activities: The activities.
        framework: The programme.
        members: Each has a part in every row.
        not_settled: Activities of whose lead a reader is told only that the files
            contradict each other.
    """
    places = Places(framework) if framework else None
    found = [
        Matrix(
            by=by,
            rows=[
                _settled(row, not_settled)
                for row in _rows(activities, places, _ROLES[by], members)
            ],
            activities=tuple(activity.id for activity in activities),
        )
        for by in (ScopeKind.OUTCOME, ScopeKind.AREA)
        if by is ScopeKind.OUTCOME or (framework and _nodes(framework, _ROLES[by]))
    ]
    return tuple(found)


def _settled(row: MatrixRow, not_settled: Collection[ActivityId]) -> MatrixRow:
    """Return a row in which a lead that is not settled is not called missing."""
    torn = tuple(each for each in row.without_lead if each in not_settled)
    if not torn:
        return row
    stated = tuple(each for each in row.without_lead if each not in torn)
    return evolve(row, without_lead=stated, not_settled=torn)


def members_without(
    activities: Iterable[Activity], members: Iterable[CountryCode]
) -> tuple[CountryCode, ...]:
    """Return the members that lead and co-lead nothing by themselves, in order."""
    active = {
        party.id
        for activity in activities
        for party in activity.leads + activity.co_leads
        if party.kind is PartyKind.COUNTRY
    }
    return tuple(member for member in members if member not in active)


def _nodes(framework: Framework, roles: Iterable[Role]) -> tuple[Node, ...]:
    return tuple(node for role in roles for node in framework.with_role(role))


def _rows(
    activities: Sequence[Activity],
    places: Places | None,
    roles: tuple[Role, ...],
    members: Sequence[CountryCode],
) -> tuple[MatrixRow, ...]:
    nodes = _nodes(places.framework, roles) if places else ()
    held: dict[NodeId | None, list[Activity]] = {node.id: [] for node in nodes}
    held[None] = []
    for activity in activities:
        found = places.with_roles(activity, *roles) if places else ()
        for node in found or (None,):
            held[node].append(activity)
    complete = (
        {level.id: level.complete is True for level in places.framework.levels}
        if places
        else {}
    )
    rows = [
        _row(node, held[node.id], members, is_sure=complete[node.level])
        for node in nodes
    ]
    if held[None]:
        rows.append(_row(None, held[None], members, is_sure=False))
    return tuple(rows)


def _row(
    node: Node | None,
    activities: Sequence[Activity],
    members: Sequence[CountryCode],
    *,
    is_sure: bool,
) -> MatrixRow:
    return MatrixRow(
        activities=tuple(activity.id for activity in activities),
        parts=tuple(_part(member, activities) for member in members),
        owed_by_all=tuple(a.id for a in activities if a.is_owed_by_all),
        led_by_others=tuple(a.id for a in activities if _is_led_by_others(a)),
        without_lead=tuple(a.id for a in activities if not a.leads and not a.co_leads),
        is_sure=is_sure,
        node=node.id if node else None,
        number=node.number if node else "",
        title=node.title if node else Text(),
    )


def _part(member: CountryCode, activities: Iterable[Activity]) -> MemberPart:
    leads, co_leads = [], []
    for activity in activities:
        if _names(activity.leads, member):
            leads.append(activity.id)
        elif _names(activity.co_leads, member):
            co_leads.append(activity.id)
    return MemberPart(country=member, leads=leads, co_leads=co_leads)


def _names(parties: Iterable[Party], member: CountryCode) -> bool:
    return any(party.is_country(member) for party in parties)


def _is_led_by_others(activity: Activity) -> bool:
    parties = activity.leads + activity.co_leads
    countries = (PartyKind.COUNTRY, PartyKind.ALL_MEMBERS)
    return bool(parties) and not any(party.kind in countries for party in parties)
