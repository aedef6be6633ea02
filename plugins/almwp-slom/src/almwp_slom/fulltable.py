"""The annex with every activity of a paper and all that its files say of it."""

from itertools import compress

from almwp.model.activity import Activity
from almwp.model.report import Block, Column, Heading, Paragraph, Table, TableCell
from almwp.model.source import Origin
from almwp_slom.activities import role_in_words
from almwp_slom.evidence import state_cell
from almwp_slom.origins import named_in
from almwp_slom.placement import place
from almwp_slom.progress_tables import outcome_in_words
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING
from almwp_slom.timecell import time_cell


def full_table(activities: tuple[Activity, ...], setting: Setting) -> tuple[Block, ...]:
    """Return the annex; it is never for the meeting, whose tables hold all it gets."""
    say = setting.say
    if not activities:
        return ()
    columns = (
        Column(heading=say("Activity"), share=14),
        Column(heading=say("Number at the sender"), share=4),
        Column(heading=say("Outcome"), share=8),
        Column(heading=_role(setting), share=8),
        Column(heading=say("Bodies and partners"), share=8),
        Column(heading=say("Time frame (as published)"), share=5),
        Column(heading=say("Place"), share=5),
        Column(heading=say("Output"), share=6),
        Column(heading=say("Status, as of"), share=7),
    )
    rows = tuple(_row(activity, setting) for activity in activities)
    heading = Heading(text=say("Annex: Full table of activities"))
    # A column in which nothing stands would only make the others narrow.
    filled = [
        any(cell.text != NOTHING or cell.origins for cell in column)
        for column in zip(*rows, strict=True)
    ]
    table = Table(
        columns=tuple(compress(columns, filled)),
        rows=tuple(tuple(compress(row, filled)) for row in rows),
    )
    if all(filled):
        return (heading, table)
    empty = compress(columns, (not is_filled for is_filled in filled))
    names = "; ".join(column.heading for column in empty)
    said = say("No file states this of any activity: {columns}").format(columns=names)
    return (heading, Paragraph(text=said), table)


def _role(setting: Setting) -> str:
    if setting.country is None:
        return setting.say("Lead and co-lead")
    return setting.say("Role, and with whom")


def _row(activity: Activity, setting: Setting) -> tuple[TableCell, ...]:
    wording, origin = setting.wording, activity.origin_of
    outcome = place(activity, setting.framework).outcome
    with_whom = dict.fromkeys(
        [
            *activity.bodies,
            *map(wording.party, activity.partners),
            *map(wording.party, activity.funders),
        ]
    )

    def cell(words: str, *origins: Origin | None) -> TableCell:
        return TableCell(text=words or NOTHING, origins=setting.origins(*origins))

    return (
        cell(setting.named(activity), *setting.cells_of([activity.id])),
        cell(activity.number, origin("number")),
        cell(
            outcome_in_words(outcome, setting) if outcome else "",
            *named_in(activity.origins, "outcome", "area", "plan"),
        ),
        cell(role_in_words(activity, setting), origin("leads"), origin("co_leads")),
        cell(
            "; ".join(with_whom),
            origin("bodies"),
            origin("partners"),
            origin("funders"),
        ),
        time_cell(
            activity.timeframe.raw or NOTHING,
            activity.timeframe,
            setting.origins(origin("timeframe")),
        ),
        cell(wording.said(activity.place), origin("place")),
        cell(wording.said(activity.output), origin("output")),
        state_cell(activity, setting),
    )
