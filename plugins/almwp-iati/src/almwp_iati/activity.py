"""Activities as IATI has them, and which facts they lack for it."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen
from lxml.etree import _Element as Element

from almwp.catalogue.members import members
from almwp.model.activity import Activity, ActivityLevel, LinkKind
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.party import Party, PartyKind
from almwp.model.text import Text
from almwp.scoring.states import State, known_state
from almwp_iati.elements import element, narrative, told
from almwp_iati.reporting import Reporter

_STATUS = {
    State.PLANNED: "1",
    State.ONGOING: "2",
    State.COMPLETED: "3",
    State.WITHDRAWN: "5",
}
"""Codes of IATI's list ActivityStatus."""
_SCOPE = {ActivityLevel.REGIONAL: "2", ActivityLevel.NATIONAL: "4"}
_FUNDING, _ACCOUNTABLE = "1", "2"
_PLANNED_START, _PLANNED_END = "1", "3"
_PARENT = "1"
_OWN_VOCABULARY = "99"
_DEMANDED = (
    "reporting-org",
    "title",
    "participating-org",
    "activity-status",
    "activity-date",
)
"""What IATI demands of an activity and our files may not say."""


@frozen(kw_only=True)
class Publishing:
    """What all activities of one file share.

    Attributes:
        reporter: Who reports; None where nobody says.
        identifiers: The identifiers of the activities of this file.
        day: The day as of which the state is told; None for the newest reports.
    """

    reporter: Reporter | None
    identifiers: Mapping[ActivityId, str]
    day: date | None


def activity_parts(
    activity: Activity, identifier: str, publishing: Publishing
) -> list[Element]:
    """Return the elements of *activity* in IATI's order, as far as facts reach.

    Args:
        activity: The activity.
        identifier: Its identifier in IATI; empty where nobody says who reports.
        publishing: What all activities of the file share.
    """
    return [
        *_identity(identifier, publishing),
        *_texts(activity),
        *_parties(activity),
        *_status(activity, publishing),
        *_dates(activity),
        *_scope(activity),
        *_tags(activity),
        *_related(activity, publishing),
    ]


def lacking(parts: list[Element]) -> tuple[str, ...]:
    """Return the names of elements that IATI demands and *parts* have not."""
    there = {part.tag for part in parts}
    return tuple(name for name in _DEMANDED if name not in there)


def _identity(identifier: str, publishing: Publishing) -> Iterator[Element]:
    if publishing.reporter is None:
        return
    yield element("iati-identifier", text=identifier)
    yield publishing.reporter.element()


def _texts(activity: Activity) -> Iterator[Element]:
    if not activity.title:
        return
    yield told("title", activity.title)
    # A title is all that most files say of an activity; IATI wants a description too.
    described = Text.of(activity.output, "und") if activity.output else activity.title
    yield told("description", described)


def _parties(activity: Activity) -> Iterator[Element]:
    bodies = tuple(Party(kind=PartyKind.BODY, id=body) for body in activity.bodies)
    carriers = (*activity.leads, *activity.co_leads, *bodies)
    for role, parties in ((_FUNDING, activity.funders), (_ACCOUNTABLE, carriers)):
        for name in dict.fromkeys(map(_name, parties)):
            made = element("participating-org", {"role": role})
            made.append(narrative(name))
            yield made


def _name(party: Party) -> str:
    match party.kind:
        case PartyKind.COUNTRY:
            names = {member.iso2: str(member.name) for member in members()}
            known: Mapping[str, str] = {str(code): n for code, n in names.items()}
            return known.get(party.id, str(party))
        case PartyKind.ALL_MEMBERS:
            return "all ASEAN member states"
        case PartyKind.BODY | PartyKind.PARTNER:
            return str(party)


def _status(activity: Activity, publishing: Publishing) -> Iterator[Element]:
    code = _STATUS.get(known_state(activity, publishing.day).state)
    if code is not None:
        yield element("activity-status", {"code": code})


def _dates(activity: Activity) -> Iterator[Element]:
    time = activity.timeframe
    if time.start:
        yield _date(_PLANNED_START, time.start.start, time.start, time.raw)
    if time.end:
        yield _date(_PLANNED_END, time.end.end, time.end, time.raw)


def _date(kind: str, day: date, moment: Moment, raw: str) -> Element:
    """Return a day; of a year or a quarter its words say that it is one."""
    made = element("activity-date", {"type": kind, "iso-date": day.isoformat()})
    words = f"{moment} ({moment.precision.value})"
    made.append(narrative(f"{words}: {raw}" if raw else words))
    return made


def _scope(activity: Activity) -> Iterator[Element]:
    code = _SCOPE.get(activity.level) if activity.level else None
    if code is not None:
        yield element("activity-scope", {"code": code})


def _tags(activity: Activity) -> Iterator[Element]:
    """Give the nodes of programmes: as tags, for sectors would need percentages."""
    places = dict.fromkeys((r.framework, r.node) for r in activity.references)
    for framework, node in places:
        if not framework or not node:
            continue
        code = f"{framework}:{node}"
        made = element("tag", {"code": code, "vocabulary": _OWN_VOCABULARY})
        made.append(narrative(code))
        yield made


def _related(activity: Activity, publishing: Publishing) -> Iterator[Element]:
    for link in activity.links:
        ref = publishing.identifiers.get(link.other)
        if link.kind is LinkKind.PART_OF and ref:
            yield element("related-activity", {"ref": ref, "type": _PARENT})
