"""Tables of activities: role, time frame, state and source of each."""

from almwp.model.activity import Activity
from almwp.model.report import Block, Column, Note, Paragraph, Table, TableCell
from almwp_slom.cited import Point, cited
from almwp_slom.origins import named_in
from almwp_slom.phrases import mark
from almwp_slom.placement import Place
from almwp_slom.setting import Setting
from almwp_slom.state import state_in_words
from almwp_slom.timecell import time_cell

INFERRED_MARK = "†"
"""Marks the number of an activity whose outcome was inferred."""


def activity_blocks(places: tuple[Place, ...], setting: Setting) -> tuple[Block, ...]:
    """Return a table of activities, and what must be said with it.

    The table has no caption: it stands under a heading that says the same.
    """
    say = setting.say
    columns = (
        Column(heading=say("No."), share=2),
        Column(heading=say("Activity"), share=15),
        Column(heading=_role_heading(setting), share=9),
        Column(heading=say("Time frame (as published)"), share=7),
        Column(heading=say("Status, as of"), share=8),
        Column(heading=say("Source"), share=11),
    )
    rows = tuple(_row(place, setting) for place in places)
    table = Table(columns=columns, rows=rows)
    return (table, *_placement_notes(places, setting), *_remarks(places, setting))


def _role_heading(setting: Setting) -> str:
    if setting.country is None:
        return setting.say("Lead and co-lead")
    return setting.say("Role, and with whom")


def _row(place: Place, setting: Setting) -> tuple[TableCell, ...]:
    activity = place.activity
    known = setting.known(activity)
    sign = f" {INFERRED_MARK}" if place.is_inferred else ""
    status = state_in_words(activity, known, setting)
    if setting.is_open or not known.rivals:  # else it says already what differs
        status = setting.settled(status, activity, "status")
    origin = activity.origin_of
    return (
        TableCell(text=f"{setting.numbers[activity.id]}{sign}"),
        TableCell(
            text=setting.shown_title(activity),
            origins=setting.cells_of([activity.id]),
        ),
        TableCell(
            text=setting.settled(
                role_in_words(activity, setting), activity, "leads", "co_leads"
            ),
            origins=setting.origins(origin("leads"), origin("co_leads")),
        ),
        time_cell(
            setting.settled(
                activity.timeframe.raw or setting.unsaid(mark("not stated")),
                activity,
                "timeframe",
            ),
            activity.timeframe,
            setting.origins(origin("timeframe")),
        ),
        TableCell(text=status, origins=setting.state_cells(activity)),
        _source_cell(activity, setting),
    )


def _source_cell(activity: Activity, setting: Setting) -> TableCell:
    addresses = "\n".join(source.address for source in activity.sources)
    origins = tuple(named_in(activity.origins, "sources"))
    return TableCell(
        text=addresses or setting.unsaid(mark("no public source given")),
        origins=setting.origins(*origins),
    )


def role_in_words(activity: Activity, setting: Setting) -> str:
    """Say who leads *activity*, seen from the country whose paper it is."""
    say, wording, country = setting.say, setting.wording, setting.country
    leads = tuple(p for p in activity.leads if not p.is_country(country or ""))
    co_leads = tuple(p for p in activity.co_leads if not p.is_country(country or ""))
    lines: list[str] = []
    if len(leads) < len(activity.leads):
        lines.append(say("Lead"))
        if leads:
            lines.append(say("jointly with: {names}"))
    elif len(co_leads) < len(activity.co_leads):
        lines.append(say("Co-lead"))
        if leads:
            lines.append(say("led by: {names}"))
    elif leads:
        lines.append(say("Lead: {names}"))
    else:
        lines.append(say("Lead not stated"))
    if co_leads:
        lines.append(say("co-lead: {co_names}"))
    names, co_names = wording.parties(leads), wording.parties(co_leads)
    return "\n".join(lines).format(names=names, co_names=co_names)


def _placement_notes(places: tuple[Place, ...], setting: Setting) -> tuple[Block, ...]:
    say, notes = setting.say, list[Note]()
    if any(place.is_inferred for place in places):
        inferred = say(
            "{mark} No report states the outcome of this activity; it was inferred."
        ).format(mark=INFERRED_MARK)
        notes.append(Note(text=inferred))
    for place in places:
        number = setting.numbers[place.activity.id]
        if setting.is_contested(place.activity, "outcome"):
            contested = (
                say("The outcome of No. {number} is not settled. It is counted here.")
                if setting.is_open
                else say(
                    "The files contradict each other on the outcome of No. {number}. It"
                    " is counted here."
                )
            )
            notes.append(_noted(contested.format(number=number), place, setting))
        elif place.others:
            others = "; ".join(setting.wording.text(o.title) for o in place.others)
            also = say("No. {number} also serves: {outcomes}. It is counted here.")
            said = also.format(number=number, outcomes=others)
            notes.append(_noted(said, place, setting))
    return tuple(notes)


def _noted(words: str, place: Place, setting: Setting) -> Note:
    """Say something of where an activity is placed, with the cells that place it."""
    cells = named_in(place.activity.origins, "outcome", "area", "plan")
    return Note(text=words, origins=setting.origins(*cells))


def _remarks(places: tuple[Place, ...], setting: Setting) -> tuple[Block, ...]:
    if setting.is_open:
        return ()
    points = list[Point]()
    for place in places:
        activity = place.activity
        reports = (setting.known(activity).report, activity.observation_on(setting.day))
        notes = [report.note for report in reports if report]
        said = " ".join(dict.fromkeys(x for x in (*notes, activity.remarks) if x))
        if said:
            number = setting.numbers[activity.id]
            words = setting.say("No. {number}: {remark}")
            cells = (
                *named_in(activity.origins, "remarks"),
                *(cell for report in reports if report for cell in report.cells),
            )
            points.append((words.format(number=number, remark=said), cells))
    if not points:
        return ()
    lead_in = setting.say("Remarks of the senders (not for the meeting):")
    return (Paragraph(text=lead_in), *cited(points, setting))
