"""What a paper does not know, said in it so that nobody is asked unprepared."""

from datetime import date

from almwp.intake.fieldlist import field_list
from almwp.model.activity import Activity
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Table,
    TableCell,
)
from almwp.model.workplan import Conflict
from almwp.scoring.states import State
from almwp_slom.setting import Setting


def unknown_blocks(
    heading: str,
    activities: tuple[Activity, ...],
    conflicts: tuple[Conflict, ...],
    meeting_day: date,
    setting: Setting,
) -> tuple[Block, ...]:
    """Return the section on what is not known; it is never for the meeting."""
    say = setting.say
    found: list[Block] = [
        *_listed(
            say("No state is reported of these activities:"),
            _without_state(activities, setting),
        ),
        *_listed(
            say("The last report is more than a year older than the meeting:"),
            _stale(activities, meeting_day, setting),
        ),
        *_listed(
            say("The report does not say when it was so:"),
            _undated(activities, setting),
        ),
        *_conflict_blocks(activities, conflicts, setting),
    ]
    if not found:
        found.append(Paragraph(text=say("The files leave no such question open.")))
    return (Heading(text=heading), *found)


def _listed(lead_in: str, items: tuple[str, ...]) -> tuple[Block, ...]:
    return (Paragraph(text=lead_in), Bullets(items=items)) if items else ()


def _without_state(
    activities: tuple[Activity, ...], setting: Setting
) -> tuple[str, ...]:
    return tuple(
        setting.named(a)
        for a in activities
        if setting.known(a).state is State.NOT_REPORTED
    )


def _moving(activities: tuple[Activity, ...], setting: Setting) -> tuple[Activity, ...]:
    """Return those whose state may have changed since: neither done nor withdrawn."""
    open_states = (State.ONGOING, State.PLANNED)
    return tuple(a for a in activities if setting.known(a).state in open_states)


def _stale(
    activities: tuple[Activity, ...], meeting_day: date, setting: Setting
) -> tuple[str, ...]:
    limit = a_year_before(meeting_day)
    items = []
    for activity in _moving(activities, setting):
        observed = setting.known(activity).report
        if observed and observed.as_of and observed.as_of.end < limit:
            last = setting.say("{activity} (last reported: {day})").format(
                activity=setting.named(activity),
                day=setting.wording.day(observed.as_of),
            )
            items.append(last)
    return tuple(items)


def _undated(activities: tuple[Activity, ...], setting: Setting) -> tuple[str, ...]:
    known = ((activity, setting.known(activity)) for activity in activities)
    return tuple(
        setting.named(activity)
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
    conflicts: tuple[Conflict, ...],
    setting: Setting,
) -> tuple[Block, ...]:
    say, known = setting.say, {activity.id: activity for activity in activities}
    rows = tuple(
        (
            TableCell(text=setting.named(known[conflict.activity])),
            TableCell(text=_field_in_words(conflict.field, setting)),
            TableCell(text=claim.value, origins=setting.origins(claim.origin)),
            TableCell(text=claim.owner),
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
            Column(heading=say("Activity"), share=6),
            Column(heading=say("On what"), share=2),
            Column(heading=say("What is said"), share=4),
            Column(heading=say("Who says so"), share=4),
        ),
        rows=rows,
    )
    said = say("The files contradict each other; nothing was decided here:")
    return (Paragraph(text=said), table)


def _field_in_words(key: str, setting: Setting) -> str:
    labels = {field.key: field.label for field in field_list().progress}
    return setting.wording.text(labels[key]) if key in labels else key
