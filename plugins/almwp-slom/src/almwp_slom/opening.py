"""The one door to every paper: what a request holds, as its audience may see it.

Blocks and data of all kinds of reports are made from what comes out of here alone; a
:class:`Setting` is made of nothing else.
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from attrs import evolve, field, fields, frozen

from almwp.model.activity import Activity
from almwp.model.framework import Framework
from almwp.model.ids import ActivityId
from almwp.model.manifest import Manifest
from almwp.model.opening import opened
from almwp.model.position import AgendaStance, Proposal
from almwp.model.prepared import Prepared
from almwp.model.workplan import WorkPlan
from almwp.plan.holding import torn
from almwp.plan.preparing import items_of
from almwp.plugins.reportrequest import ReportRequest
from almwp.scoring.states import is_said_otherwise
from almwp_slom.bearing import Bearing
from almwp_slom.contested import NONE, Contested, contested_fields
from almwp_slom.ownwords import own_activities, own_submissions
from almwp_slom.redaction import is_open, opened_activity, plain_version

Listing = Callable[["OpenedRequest"], Iterable[Activity]]
"""Gives the activities of a paper in the order in which it numbers them."""


def _unchanging(contested: Contested) -> Contested:
    return MappingProxyType(dict(contested))


@frozen(kw_only=True)
class OpenedRequest(ReportRequest):
    """A request that holds only what its audience may see.

    Attributes:
        contested: What of each activity the files contradict each other on.
        otherwise: Activities whose newest report says, in the place of a state, another
            word than the three.
        led: Activities that the country leads or co-leads; the meeting may not be
            told so of those on whose lead the files contradict each other.
        owed: Activities that every member owes.
        kept_back: How many rows of the country's own papers its audience does not see.
    """

    contested: Contested = field(factory=dict, converter=_unchanging)
    otherwise: frozenset[ActivityId] = frozenset()
    led: frozenset[ActivityId] = frozenset()
    owed: frozenset[ActivityId] = frozenset()
    kept_back: int = 0


def open_request(request: ReportRequest, listing: Listing) -> OpenedRequest:
    """Return *request* as its audience may see it.

    Args:
        request: What a report is asked for.
        listing: The order in which its paper numbers activities; in the meeting's
            file these numbers are the only ids.
    """
    if isinstance(request, OpenedRequest):
        return request
    day = request.day
    everything = (*request.plan.activities, *request.elsewhere)
    code = request.country.iso2 if request.country else None
    request = _of_one_ministry(request)
    made = {each.name: getattr(request, each.name) for each in fields(ReportRequest)}
    ready = OpenedRequest(
        **made,
        contested=contested_fields(request.plan, day),
        otherwise=frozenset(a.id for a in everything if is_said_otherwise(a, day)),
        led=frozenset(a.id for a in everything if code and a.is_led_by(code)),
        owed=frozenset(a.id for a in everything if a.is_owed_by_all),
    )
    bearing = Bearing(request=request, own=())
    prepared = _prepared(ready, bearing)
    kept_back = _rows(request.prepared) - _rows(prepared)
    ready = evolve(ready, prepared=prepared, kept_back=kept_back)
    if is_open(request.audience):
        return _numbered(_for_the_meeting(ready), listing)
    audience, plan = request.audience, ready.plan
    return evolve(
        ready,
        plan=evolve(plan, activities=opened(plan.activities, audience)),
        elsewhere=opened(ready.elsewhere, audience),
    )


def _of_one_ministry(request: ReportRequest) -> ReportRequest:
    """Leave out what other countries wrote for their own ministries alone."""
    if request.country is None:
        return request
    code, plan = request.country.iso2, request.plan
    activities = own_activities(plan.activities, plan.submissions, code)
    return evolve(
        request,
        plan=evolve(
            plan,
            activities=activities,
            submissions=own_submissions(plan.submissions, code),
        ),
        elsewhere=own_activities(request.elsewhere, plan.submissions, code),
    )


def _prepared(request: OpenedRequest, bearing: Bearing) -> Prepared:
    """Return what the country has prepared, as the audience may see it."""
    prepared, audience = request.prepared, request.audience
    if is_open(audience):
        prepared = _agreed(prepared)
    languages = (request.language, request.second_language)
    spoken = [code for code in languages if code]
    agenda = [evolve(a, evidence=bearing.resolved(a.evidence)) for a in prepared.agenda]
    prepared = evolve(
        prepared,
        agenda=opened(tuple(agenda), audience, spoken),
        proposals=opened(_resolved(prepared.proposals, bearing), audience, spoken),
        joined=opened(_resolved(prepared.joined, bearing), audience, spoken),
        asks=opened(prepared.asks, audience, spoken),
        objectives=opened(prepared.objectives, audience, spoken),
    )
    if not is_open(audience):
        return prepared
    said = (p for p in prepared.joined if p.joining is not None or p.view is not None)
    return Prepared(
        agenda=_each_item_once(prepared.agenda),
        proposals=_once(prepared.proposals),
        joined=_once(said),
        asks=tuple(dict.fromkeys(prepared.asks)),
        version=plain_version(prepared.version),
        notice=prepared.notice,
    )


def _rows(prepared: Prepared) -> int:
    lists = (prepared.agenda, prepared.proposals, prepared.joined, prepared.asks)
    return sum(map(len, lists))


def _resolved(proposals: Iterable[Proposal], bearing: Bearing) -> tuple[Proposal, ...]:
    return tuple(evolve(p, continues=bearing.resolved(p.continues)) for p in proposals)


def _agreed(prepared: Prepared) -> Prepared:
    """Leave out what the files do not agree on."""
    held = {row for each in prepared.held for row in each.rows}
    lists = (prepared.agenda, prepared.proposals, prepared.joined, prepared.asks)
    for rows in lists:
        held |= set(torn(rows))
    agenda, proposals, joined, asks = (
        tuple(row for row in rows if row not in held) for rows in lists
    )
    return evolve(
        prepared, agenda=agenda, proposals=proposals, joined=joined, asks=asks
    )


def _each_item_once(agenda: Iterable[AgendaStance]) -> tuple[AgendaStance, ...]:
    """Return a row for each item: for the meeting all that are left say the same."""
    found = []
    for first, *others in items_of(agenda):
        named = (each for row in (first, *others) for each in row.evidence)
        found.append(evolve(first, evidence=tuple(dict.fromkeys(named))))
    return tuple(found)


def _once(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    found: dict[object, Proposal] = {}
    for each in proposals:
        found.setdefault(evolve(each, id="-", number=""), each)
    return tuple(found.values())


def _for_the_meeting(request: OpenedRequest) -> OpenedRequest:
    """Return *request* with activities as the whole meeting may see them."""
    day = request.day
    spoken = [code for code in (request.language, request.second_language) if code]
    known = tuple(filter(_is_of_the_region, request.frameworks))
    shown = {plan.id for plan in known}
    if request.framework:
        shown.add(request.framework.id)

    def shut(activities: Iterable[Activity]) -> tuple[Activity, ...]:
        return tuple(
            opened_activity(a, spoken, shown, request.contested.get(a.id, NONE), day)
            for a in activities
        )

    plan = WorkPlan(
        framework=request.plan.framework, activities=shut(request.plan.activities)
    )
    return evolve(
        request,
        plan=plan,
        elsewhere=shut(request.elsewhere),
        frameworks=known,
        manifest=Manifest(),
    )


def _is_of_the_region(framework: Framework) -> bool:
    """Say whether every member knows a plan; others are a country's own concern."""
    return framework.country is None and not framework.parties


def _numbered(request: OpenedRequest, listing: Listing) -> OpenedRequest:
    """Give each activity the number of the paper for its id, and nothing else."""
    everything = (*request.plan.activities, *request.elsewhere)
    order = dict.fromkeys(
        [*(a.id for a in listing(request)), *(a.id for a in everything)]
    )
    width = len(str(len(order)))
    ids = {old: ActivityId(f"{n:0{width}}") for n, old in enumerate(order, start=1)}

    def known(named: Iterable[ActivityId]) -> tuple[ActivityId, ...]:
        return tuple(ids[each] for each in named if each in ids)

    def renamed(activities: Iterable[Activity]) -> tuple[Activity, ...]:
        return tuple(evolve(a, id=ids[a.id]) for a in activities)

    prepared = request.prepared
    contested: Mapping[ActivityId, frozenset[str]] = {
        ids[each]: keys for each, keys in request.contested.items() if each in ids
    }
    return evolve(
        request,
        plan=evolve(request.plan, activities=renamed(request.plan.activities)),
        elsewhere=renamed(request.elsewhere),
        prepared=evolve(
            prepared,
            agenda=[evolve(a, evidence=known(a.evidence)) for a in prepared.agenda],
            proposals=_continuing(prepared.proposals, known),
            joined=_continuing(prepared.joined, known),
        ),
        contested=contested,
        otherwise=frozenset(known(request.otherwise)),
        led=frozenset(known(request.led)),
        owed=frozenset(known(request.owed)),
    )


def _continuing(
    proposals: Iterable[Proposal],
    known: Callable[[Iterable[ActivityId]], tuple[ActivityId, ...]],
) -> tuple[Proposal, ...]:
    return tuple(evolve(p, continues=known(p.continues)) for p in proposals)
