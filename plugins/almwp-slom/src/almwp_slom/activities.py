"""Tables of activities: role, time frame, state and source of each."""

from almwp.model.activity import Activity
from almwp.model.report import Block, Bullets, Column, Note, Paragraph, Table, TableCell
from almwp_slom.placement import Place
from almwp_slom.setting import Setting
from almwp_slom.state import state_in_words

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
    mark = f" {INFERRED_MARK}" if place.is_inferred else ""
    status = state_in_words(known, setting)
    if setting.is_open or not known.rivals:  # else it says already what differs
        status = setting.settled(status, activity, "status")
    told_in = (report.origin for report in (known.report, *known.rivals) if report)
    origin = activity.origin_of
    return (
        TableCell(text=f"{setting.numbers[activity.id]}{mark}"),
        TableCell(
            text=setting.shown_title(activity),
            origins=setting.origins(origin("title")),
        ),
        TableCell(
            text=setting.settled(
                role_in_words(activity, setting), activity, "leads", "co_leads"
            ),
            origins=setting.origins(origin("leads"), origin("co_leads")),
        ),
        TableCell(
            text=setting.settled(
                activity.timeframe.raw or setting.say("not stated"),
                activity,
                "timeframe",
            ),
            origins=setting.origins(origin("timeframe")),
        ),
        TableCell(text=status, origins=setting.origins(*told_in)),
        _source_cell(activity, setting),
    )


def _source_cell(activity: Activity, setting: Setting) -> TableCell:
    addresses = "\n".join(source.address for source in activity.sources)
    origins = tuple(
        row.of("sources") or row.of("title") or row.of("number")
        for row in activity.origins
    )
    return TableCell(
        text=addresses or setting.say("no public source given"),
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
    say, notes = setting.say, []
    if any(place.is_inferred for place in places):
        notes.append(
            say(
                "{mark} No report states the outcome of this activity; it was inferred."
            ).format(mark=INFERRED_MARK)
        )
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
            notes.append(contested.format(number=number))
        elif place.others:
            others = "; ".join(setting.wording.text(o.title) for o in place.others)
            notes.append(
                say("No. {number} also serves: {outcomes}. It is counted here.").format(
                    number=number, outcomes=others
                )
            )
    return tuple(Note(text=note) for note in notes)


def _remarks(places: tuple[Place, ...], setting: Setting) -> tuple[Block, ...]:
    if setting.is_open:
        return ()
    items, origins = [], []
    for place in places:
        activity = place.activity
        reports = (setting.known(activity).report, activity.observation_on(setting.day))
        notes = [report.note for report in reports if report]
        said = " ".join(dict.fromkeys(x for x in (*notes, activity.remarks) if x))
        if said:
            number = setting.numbers[activity.id]
            items.append(
                setting.say("No. {number}: {remark}").format(number=number, remark=said)
            )
            origins.append(activity.origin_of("remarks"))
    if not items:
        return ()
    lead_in = setting.say("Remarks of the senders (not for the meeting):")
    bullets = Bullets(items=items, origins=setting.origins(*origins))
    return (Paragraph(text=lead_in), bullets)
