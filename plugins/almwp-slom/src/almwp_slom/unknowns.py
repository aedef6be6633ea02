"""What a paper does not know, said in it so that nobody is asked unprepared."""

from collections.abc import Mapping, Set
from datetime import date

from almwp.intake.fieldlist import field_list
from almwp.model.activity import Activity, Observation
from almwp.model.ids import ActivityId
from almwp.model.report import (
    Block,
    Column,
    Heading,
    Paragraph,
    Table,
    TableCell,
)
from almwp.model.workplan import Claim
from almwp.plugins.reportrequest import ReportRequest
from almwp.scoring.states import State, told_state
from almwp_slom.cited import Point, cited
from almwp_slom.claimed import claimed_in_words
from almwp_slom.own_files import sent_blocks
from almwp_slom.position import named
from almwp_slom.setting import Setting
from almwp_slom.state import state_in_a_word

_Items = tuple[Point, ...]
"""Points of a list, each with the cells in which it was read."""


def unknown_blocks(
    heading: str,
    activities: tuple[Activity, ...],
    request: ReportRequest,
    setting: Setting,
) -> tuple[Block, ...]:
    """Return the section on what is not known; it is never for the meeting.

    Args:
        heading: The heading of the section.
        activities: Those in the tables of the paper.
        request: From what the paper is made.
        setting: What the sections of the paper share.
    """
    say, (_, meeting) = setting.say, named(request)
    found: list[Block] = [
        *sent_blocks(request, setting),
        *_doubts(request, setting),
        *_listed(
            say("No state is reported of these activities:"),
            _without_state(activities, setting),
            setting,
        ),
        *_listed(
            say("The state of these activities is told in other words:"),
            _told_otherwise(activities, setting),
            setting,
        ),
        *_listed(
            say("Reports differ on the state of these activities:"),
            _differing(activities, owners_of(request, setting), setting),
            setting,
        ),
        *_listed(
            say("The last report is more than a year older than the meeting:"),
            _stale(activities, meeting.start.start, setting),
            setting,
        ),
        *_listed(
            say("The report does not say when it was so:"),
            _undated(activities, setting),
            setting,
        ),
        *_conflict_blocks(activities, request, setting),
    ]
    if not found:
        found.append(Paragraph(text=say("The files leave no such question open.")))
    return (Heading(text=heading), *found)


def _doubts(request: ReportRequest, setting: Setting) -> tuple[Block, ...]:
    """Say on which facts of the meeting the files and what is known do not agree."""
    lead_in = setting.say(
        "What is said of the meeting itself does not agree; the first is shown:"
    )
    items = (
        (
            f"{field_in_words(key, setting)}: {' / '.join(values)}",
            request.prepared.origins_of(key),
        )
        for key, values in request.prepared.doubts
    )
    return _listed(lead_in, tuple(items), setting)


def _listed(lead_in: str, items: _Items, setting: Setting) -> tuple[Block, ...]:
    if not items:
        return ()
    return (Paragraph(text=lead_in), *cited(items, setting))


def _without_state(activities: tuple[Activity, ...], setting: Setting) -> _Items:
    return tuple(
        (setting.named(a), setting.cells_of([a.id]))
        for a in activities
        if setting.known(a).state is State.NOT_REPORTED
        if not setting.known(a).rivals
        if a.id not in setting.otherwise
    )


def _told_otherwise(activities: tuple[Activity, ...], setting: Setting) -> _Items:
    said = ((a, setting.known(a).report) for a in activities)
    return tuple(
        (
            f"{setting.named(a)}: '{' '.join(report.word.split())}'",
            setting.state_cells(a),
        )
        for a, report in said
        if report and a.id in setting.otherwise
    )


def owners_of(request: ReportRequest, setting: Setting) -> Mapping[str, str]:
    """Return who sent each file, by the file's fingerprint."""
    owners = {}
    for sent in request.plan.submissions:
        country = setting.wording.country(sent.country) if sent.country else ""
        said = ", ".join(word for word in (country, sent.institution) if word)
        owners[sent.sha256] = said
    return owners


def _differing(
    activities: tuple[Activity, ...], owners: Mapping[str, str], setting: Setting
) -> _Items:
    items = []
    for activity in activities:
        known = setting.known(activity)
        if known.report and known.rivals:
            reports = (*known.rivals, known.report)
            told = "; ".join(_told(report, owners, setting) for report in reports)
            cells = setting.state_cells(activity)
            items.append((f"{setting.named(activity)}: {told}", cells))
    return tuple(items)


def _told(report: Observation, owners: Mapping[str, str], setting: Setting) -> str:
    """Say what one report tells, as of when, by whom and in which cell."""
    wording, origin = setting.wording, report.origin
    state = state_in_a_word(told_state(report) or State.NOT_REPORTED, wording)
    about: list[str] = []
    if report.as_of is not None:
        about.append(setting.say("as of {day}").format(day=wording.day(report.as_of)))
    if origin is not None:
        about += [word for word in (owners.get(origin.sha256, ""), str(origin)) if word]
    return f"{state} ({', '.join(about)})" if about else state


def _moving(activities: tuple[Activity, ...], setting: Setting) -> tuple[Activity, ...]:
    """Return those whose state may have changed since: neither done nor withdrawn."""
    open_states = (State.ONGOING, State.PLANNED)
    return tuple(a for a in activities if setting.known(a).state in open_states)


def _stale(
    activities: tuple[Activity, ...], meeting_day: date, setting: Setting
) -> _Items:
    limit = a_year_before(meeting_day)
    items = []
    for activity in _moving(activities, setting):
        observed = setting.known(activity).report
        if observed and observed.as_of and observed.as_of.end < limit:
            last = setting.say("{activity} (last reported: {day})").format(
                activity=setting.named(activity),
                day=setting.wording.day(observed.as_of),
            )
            cells = setting.cells_of([activity.id])
            items.append((last, (*cells, *setting.state_cells(activity))))
    return tuple(items)


def _undated(activities: tuple[Activity, ...], setting: Setting) -> _Items:
    known = ((activity, setting.known(activity)) for activity in activities)
    return tuple(
        (setting.named(activity), setting.state_cells(activity))
        for activity, said in known
        if said.state is not State.NOT_REPORTED
        if said.report and said.report.as_of is None
    )


def a_year_before(day: date) -> date:
    """Return the same day a year earlier; 28 February for 29 February."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def _conflict_blocks(
    activities: tuple[Activity, ...],
    request: ReportRequest,
    setting: Setting,
) -> tuple[Block, ...]:
    say, conflicts = setting.say, request.plan.conflicts
    known = {activity.id: setting.named(activity) for activity in activities}
    known |= _lost_leads(request, setting, known.keys())
    known |= _indicators(request, setting)
    owners = owners_of(request, setting)
    rows = tuple(
        (
            TableCell(
                text=known[conflict.activity],
                origins=setting.cells_of([conflict.activity])
                or setting.origins(*(each.origin for each in conflict.claims)),
            ),
            TableCell(text=field_in_words(conflict.field, setting)),
            TableCell(
                text=claimed_in_words(conflict, claim, setting),
                origins=setting.origins(claim.origin),
            ),
            TableCell(
                text=_owner(claim, owners), origins=setting.origins(claim.origin)
            ),
        )
        for conflict in conflicts
        if conflict.activity in known
        for claim in conflict.claims
    )
    if not rows:
        return ()
    table = Table(
        caption=say("Contradictions between the files"),
        columns=(
            Column(heading=say("Activity or indicator"), share=6),
            Column(heading=say("On what"), share=2),
            Column(heading=say("What is said"), share=4),
            Column(heading=say("Who says so"), share=4),
        ),
        rows=rows,
    )
    said = say("The files contradict each other; nothing was decided here:")
    return (Paragraph(text=said), table)


def _owner(claim: Claim, owners: Mapping[str, str]) -> str:
    """Name who says so as everywhere in the paper, not by a country's code."""
    told = owners.get(claim.origin.sha256, "") if claim.origin else ""
    return told or claim.owner


def _lost_leads(
    request: ReportRequest, setting: Setting, listed: Set[ActivityId]
) -> dict[ActivityId, str]:
    """Name those that one file says the country leads, while another's word stands."""
    country, _ = named(request)
    claimed = {
        conflict.activity
        for conflict in request.plan.conflicts
        if conflict.field in ("leads", "co_leads")
        if any(country.iso2 in claim.value.split(", ") for claim in conflict.claims)
    }
    absent = setting.say("{activity} (in no table of this paper)")
    return {
        activity.id: absent.format(activity=setting.title(activity))
        for activity in request.plan.activities
        if activity.id in claimed - listed
    }


def _indicators(request: ReportRequest, setting: Setting) -> dict[ActivityId, str]:
    """Name the indicators on which a file of the country contradicts another."""
    country, _ = named(request)
    own = {s.sha256 for s in request.plan.submissions if s.country == country.iso2}
    concerned: set[str] = {
        conflict.activity
        for conflict in request.plan.conflicts
        if any(c.origin and c.origin.sha256 in own for c in conflict.claims)
    }
    said = setting.say("Indicator: {name}")
    return {
        ActivityId(each.id): said.format(name=setting.wording.text(each.name))
        for each in request.plan.indicators
        if each.id in concerned or each.country == country.iso2
    }


def field_in_words(key: str, setting: Setting) -> str:
    """Name a field as the templates do; one that none has by its key."""
    fields = field_list()
    sheets = (fields.progress, fields.cover, fields.sheet("indicators").fields)
    labels = {each.key: each.label for sheet in reversed(sheets) for each in sheet}
    return setting.wording.text(labels[key]) if key in labels else key
