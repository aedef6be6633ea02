"""The cover of a national position: who, where, when, and who may read it."""

from almwp.exporting.phrases import classification
from almwp.model.meeting import Meeting
from almwp.model.member import Member, Ministry
from almwp.model.moment import Precision
from almwp.model.report import Block, Column, Note, Table, TableCell
from almwp.model.source import Basis, Origin
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.position import ministry_at, named
from almwp_slom.setting import Setting


def cover_blocks(request: ReportRequest, setting: Setting) -> tuple[Block, ...]:
    """Return the particulars of the meeting, and what must be known of them."""
    country, meeting = named(request)
    facts = _facts(request, country, meeting, setting)
    columns = (
        Column(heading=setting.say("Delegation"), share=2),
        Column(heading=setting.wording.country(country.iso2), share=5),
    )
    rows = tuple(
        (TableCell(text=label), TableCell(text=fact, origins=setting.origins(*cells)))
        for label, fact, cells in facts
    )
    return (
        Table(columns=columns, rows=rows),
        *_notes(request, country, meeting, setting),
    )


def _facts(
    request: ReportRequest, country: Member, meeting: Meeting, setting: Setting
) -> list[tuple[str, str, tuple[Origin, ...]]]:
    """Return each fact with the cells that say it; an annex has the other sources."""
    say, wording = setting.say, setting.wording
    as_of = wording.day(request.as_of) if request.as_of else say("the newest reports")
    programme = (
        wording.text(request.framework.title)
        if request.framework
        else say("none named")
    )
    # Who goes there is known at home; the meeting has its own list of delegates.
    delegation = () if setting.is_open else request.prepared.delegation
    cells = request.prepared.origins_of
    in_chair = wording.country(meeting.chair) if meeting.chair else ""
    members = str(len(request.members)) if request.members else ""
    facts: list[tuple[str, str, tuple[Origin, ...]]] = [
        (say("Labour ministry on that day"), _ministry(country, meeting, setting), ()),
        (say("Meeting"), _meeting(meeting, setting), cells("meeting")),
        (
            say("Dates"),
            wording.days(meeting.start, meeting.last_day),
            (*cells("meeting_start"), *cells("meeting_end")),
        ),
        (say("Place"), wording.said(meeting.place), cells("meeting_place")),
        (
            say("Host"),
            wording.country(meeting.host) if meeting.host else "",
            cells("meeting_host"),
        ),
        (say("Chair"), in_chair, cells("meeting_chair")),
        (say("Members of ASEAN on that day"), members, ()),
        (
            say("Members of the delegation"),
            "\n".join(delegation),
            cells("delegation"),
        ),
        (say("Programme under review"), programme, ()),
        (say("Progress as of"), as_of, ()),
        (say("Classification"), classification(request.audience, say), ()),
        (say("Version"), request.prepared.version, cells("version")),
    ]
    return [fact for fact in facts if fact[1]]


def _meeting(meeting: Meeting, setting: Setting) -> str:
    title = setting.wording.meeting(meeting)
    if meeting.number is None or meeting.number_basis is not Basis.INFERRED:
        return title
    return setting.say("{meeting} (number inferred)").format(meeting=title)


def _ministry(country: Member, meeting: Meeting, setting: Setting) -> str:
    ministry = ministry_at(country, meeting)
    if ministry is None:
        return setting.say("not known")
    name = setting.wording.text(ministry.name)
    if _basis(ministry, setting.wording.language) is not Basis.INFERRED:
        return name
    return setting.say("{name} (name inferred)").format(name=name)


def _basis(ministry: Ministry, language: str) -> Basis:
    return dict(ministry.name_basis).get(language, ministry.basis)


def _notes(
    request: ReportRequest, country: Member, meeting: Meeting, setting: Setting
) -> tuple[Block, ...]:
    say, wording = setting.say, setting.wording
    notes = []
    if not setting.is_open:
        notes.append(
            say(
                "The outline of this paper is a synthesis of almwp's own: no model of a"
                " national position for SLOM is published."
            )
        )
    if request.members and country.iso2 not in {m.iso2 for m in request.members}:
        absent = say("{country} was not yet a member of ASEAN on that day.")
        name = country.in_a_sentence(request.language)
        notes.append(absent.format(country=name[0].upper() + name[1:]))
    if meeting.start.precision is not Precision.DAY:
        notes.append(
            say(
                "The day of the meeting is not known. The ministry's name and the"
                " number of members hold for the first day of: {stretch}."
            ).format(stretch=wording.day(meeting.start))
        )
    return tuple(Note(text=note) for note in notes)
