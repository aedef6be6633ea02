"""What the plan shows for an item or a proposal: activities, their state and cells."""

from collections.abc import Iterable

from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.report import Block, Column, Heading, Note, Table, TableCell
from almwp.model.source import Basis, Origin
from almwp_slom.activities import role_in_words
from almwp_slom.phrases import mark
from almwp_slom.setting import Setting
from almwp_slom.state import state_in_words
from almwp_slom.timecell import time_cell


def bearing_table(activities: tuple[Activity, ...], setting: Setting) -> Table:
    """Return a table of activities with what is known of each."""
    say = setting.say
    columns = (
        Column(heading=say("Activity"), share=14),
        Column(heading=_role(setting), share=8),
        Column(heading=say("Time frame (as published)"), share=6),
        Column(heading=say("Status, as of"), share=7),
    )
    return Table(columns=columns, rows=[_row(a, setting) for a in activities])


def named_in_words(activity: Activity, setting: Setting) -> str:
    """Name an activity, with its number where it has one in this paper."""
    if activity.id in setting.numbers:
        return setting.named(activity)
    return setting.title(activity)


def state_cell(activity: Activity, setting: Setting) -> TableCell:
    """Return the state of an activity, with the cells in which it was read."""
    known = setting.known(activity)
    words = state_in_words(activity, known, setting)
    if setting.is_open or not known.rivals:
        words = setting.settled(words, activity, "status")
    return TableCell(text=words, origins=setting.state_cells(activity))


def suggested_blocks(
    activities: tuple[Activity, ...], setting: Setting
) -> tuple[Block, ...]:
    """Return activities that may bear on an item, said to be a suggestion."""
    if not activities:
        return ()
    say = setting.say
    note = say(
        "The file names no evidence. By their words these activities may bear on the"
        " item; nobody has said so."
    )
    heading = Heading(text=say("Possible evidence (suggested)"), level=3)
    note_block = Note(text=note, basis=Basis.INFERRED)
    return (heading, note_block, bearing_table(activities, setting))


def unknown_notes(
    unknown: Iterable[ActivityId], cells: Iterable[Origin | None], setting: Setting
) -> tuple[Block, ...]:
    """Say which numbers are named that no activity has."""
    numbers = ", ".join(each.partition(":")[2] or each for each in unknown)
    if not numbers or setting.is_open:
        return ()
    said = setting.say("No activity that was read has the number: {numbers}")
    return (Note(text=said.format(numbers=numbers), origins=setting.origins(*cells)),)


def _role(setting: Setting) -> str:
    if setting.country is None:
        return setting.say("Lead and co-lead")
    return setting.say("Role, and with whom")


def _row(activity: Activity, setting: Setting) -> tuple[TableCell, ...]:
    origin = activity.origin_of
    role = role_in_words(activity, setting)
    when = activity.timeframe.raw or setting.unsaid(mark("not stated"))
    return (
        TableCell(
            text=named_in_words(activity, setting),
            origins=setting.cells_of([activity.id]),
        ),
        TableCell(
            text=setting.settled(role, activity, "leads", "co_leads"),
            origins=setting.origins(origin("leads"), origin("co_leads")),
        ),
        time_cell(
            setting.settled(when, activity, "timeframe"),
            activity.timeframe,
            setting.origins(origin("timeframe")),
        ),
        state_cell(activity, setting),
    )
