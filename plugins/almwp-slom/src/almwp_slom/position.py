"""Put together a national position from what the submissions say."""

from collections.abc import Iterable

import attrs
from attrs import evolve

from almwp.errors import CallError
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.meeting import Meeting
from almwp.model.member import Member, Ministry
from almwp.model.position import Audience, NationalPosition, Proposal
from almwp.model.score import ScopeKind, Scorecard, ScoreLine
from almwp.model.source import Source
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.bearing import Bearing
from almwp_slom.contested import contested_fields
from almwp_slom.readable import (
    readable_agenda,
    readable_asks,
    readable_pieces,
    readable_proposals,
)
from almwp_slom.redaction import is_open, opened_position


def assemble(request: ReportRequest) -> NationalPosition:
    """Put together what *request* asks for, as its audience may see it.

    Raises:
        CallError: No country or no meeting was named.
    """
    country, meeting = named(request)
    plan = request.plan.activities
    own = tuple(a for a in plan if a.is_led_by(country.iso2))
    counted = {activity.id for activity in own}
    shared = tuple(a for a in plan if a.is_owed_by_all and a.id not in counted)
    ministry = ministry_at(country, meeting)
    prepared, bearing = request.prepared, Bearing(request=request, own=(*own, *shared))
    told = frozenset(activity.id for activity in (*own, *shared))
    audience = request.audience
    agenda = [evolve(a, evidence=bearing.resolved(a.evidence)) for a in prepared.agenda]
    position = NationalPosition(
        country=country.iso2,
        meeting=meeting,
        version=prepared.version,
        framework=request.framework.id if request.framework else None,
        as_of=request.as_of,
        members=tuple(member.iso2 for member in request.members),
        institution=ministry.name if ministry else Text(),
        delegation=() if is_open(audience) else prepared.delegation,
        objectives=readable_pieces(prepared.objectives, audience),
        own_activities=own,
        shared_obligations=shared,
        scorecard=request.score(part_of(request.plan, own)),
        agenda=readable_agenda(agenda, audience, told),
        proposals=_proposals(prepared.proposals, bearing, audience, told),
        asks=readable_asks(prepared.asks, audience),
        joined=_proposals(prepared.joined, bearing, audience, told),
        sources=_sources((*own, *shared), request, ministry),
        manifest=request.manifest,
    )
    if not is_open(audience):
        return position
    day = request.as_of.end if request.as_of else None
    return opened_position(position, contested_fields(request.plan, day))


def _proposals(
    proposals: Iterable[Proposal],
    bearing: Bearing,
    audience: Audience,
    told: frozenset[ActivityId],
) -> tuple[Proposal, ...]:
    found = [evolve(p, continues=bearing.resolved(p.continues)) for p in proposals]
    return readable_proposals(found, audience, told)


def named(request: ReportRequest) -> tuple[Member, Meeting]:
    """Return the country and the meeting of *request*.

    Raises:
        CallError: One of them was not named.
    """
    if request.country is None:
        raise CallError(
            "a national position needs a country: name it, such as VN for Viet Nam"
        )
    if request.meeting is None:
        raise CallError(
            "a national position needs a meeting: name one that 'almwp meetings' lists,"
            " such as slom-21"
        )
    return request.country, request.meeting


def ministry_at(country: Member, meeting: Meeting) -> Ministry | None:
    """Return the labour ministry of *country* on the first day of *meeting*."""
    return country.ministry_on(meeting.start.start)


def part_of(plan: WorkPlan, activities: tuple[Activity, ...]) -> WorkPlan:
    """Return the part of *plan* that is about *activities*."""
    ids = {activity.id for activity in activities}
    conflicts = tuple(c for c in plan.conflicts if c.activity in ids)
    return attrs.evolve(plan, activities=activities, conflicts=conflicts)


def programme_line(card: Scorecard | None) -> ScoreLine | None:
    """Return the line of *card* that speaks of everything it scored."""
    if card is None:
        return None
    whole = (line for line in card.lines if line.scope.kind is ScopeKind.PROGRAMME)
    return next(whole, None)


def distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return *sources* in their order, each address once."""
    found: dict[str, Source] = {}
    for source in sources:
        found.setdefault(source.address, source)
    return tuple(found.values())


def _sources(
    activities: Iterable[Activity], request: ReportRequest, ministry: Ministry | None
) -> tuple[Source, ...]:
    found = [source for activity in activities for source in activity.sources]
    for record in (request.meeting, ministry, request.framework):
        found.extend(record.sources if record else ())
    return distinct(found)
