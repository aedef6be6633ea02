"""Put together a national position from what the submissions say."""

from collections.abc import Iterable

import attrs

from almwp.errors import CallError
from almwp.model.activity import Activity
from almwp.model.meeting import Meeting
from almwp.model.member import Member, Ministry
from almwp.model.moment import Moment
from almwp.model.nationalposition import NationalPosition
from almwp.model.opening import opened
from almwp.model.prepared import Part, Use
from almwp.model.score import ScopeKind, Scorecard, ScoreLine
from almwp.model.source import Source
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.catalogued import distinct, sources_of_members, sources_of_plans
from almwp_slom.opening import OpenedRequest, open_request
from almwp_slom.placement import group


def assemble(asked: ReportRequest) -> NationalPosition:
    """Put together what is *asked* for, as its audience may see it.

    Raises:
        CallError: No country or no meeting was named.
    """
    country, meeting = named(asked)
    request = open_request(asked, listed_in_order)
    own, shared = own_and_shared(request)
    ministry = ministry_at(country, meeting)
    prepared = request.prepared
    position = NationalPosition(
        country=country.iso2,
        meeting=meeting,
        version=prepared.version,
        framework=request.framework.id if request.framework else None,
        as_of=request.as_of,
        prepared=_newest_day(prepared.parts),
        members=tuple(member.iso2 for member in request.members),
        institution=ministry.name if ministry else Text(),
        delegation=prepared.delegation,
        objectives=prepared.objectives,
        own_activities=own,
        shared_obligations=shared,
        scorecard=request.score(part_of(request.plan, own)),
        agenda=prepared.agenda,
        proposals=prepared.proposals,
        asks=prepared.asks,
        joined=prepared.joined,
        sources=_sources((*own, *shared), request, ministry),
        manifest=request.manifest,
    )
    return opened(position, request.audience)


def listed_in_order(request: OpenedRequest) -> tuple[Activity, ...]:
    """Return the activities of a position as its paper numbers them."""
    own, shared = own_and_shared(request)
    groups = group(own, request.framework)
    return (*(a for one in groups for a in one.activities), *shared)


def own_and_shared(
    request: OpenedRequest,
) -> tuple[tuple[Activity, ...], tuple[Activity, ...]]:
    """Return what the country leads or co-leads, and what it owes with all others."""
    plan = request.plan.activities
    own = tuple(a for a in plan if a.id in request.led)
    shared = tuple(a for a in plan if a.id in request.owed - request.led)
    return own, shared


def _newest_day(parts: Iterable[Part]) -> Moment | None:
    """Return the newest day of which the papers that are used speak."""
    days = [p.as_of for p in parts if p.use is Use.USED and p.as_of]
    return max(days, key=lambda day: (day.end, day.start), default=None)


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


def _sources(
    activities: Iterable[Activity], request: ReportRequest, ministry: Ministry | None
) -> tuple[Source, ...]:
    found = [source for activity in activities for source in activity.sources]
    for record in (request.meeting, ministry):
        found.extend(record.sources if record else ())
    found += sources_of_plans([request.framework] if request.framework else ())
    found += sources_of_members(request.members)
    return distinct(found)
