"""The agenda of a position: a table of its items, and a part for each."""

from collections.abc import Iterator

from almwp.model.activity import RowOrigin
from almwp.model.position import AgendaStance, Clearance
from almwp.model.report import (
    Block,
    Column,
    Heading,
    Note,
    Paragraph,
    Table,
    TableCell,
)
from almwp.model.source import Origin
from almwp.plan.preparing import items_of
from almwp_slom.bearing import Bearing
from almwp_slom.cited import cited
from almwp_slom.evidence import bearing_table, suggested_blocks, unknown_notes
from almwp_slom.origins import extra_cells, named_in
from almwp_slom.pieces import (
    asked_in_words,
    clearance_in_words,
    piece_blocks,
    stance_in_words,
    with_clearance,
)
from almwp_slom.readable import is_contested
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING

Item = tuple[AgendaStance, ...]
"""What the parts of a country say of one item: one stance, or several."""


def agenda_blocks(
    agenda: tuple[AgendaStance, ...], section: int, bearing: Bearing, setting: Setting
) -> tuple[Block, ...]:
    """Return the table of the items, and a heading with what is said of each."""
    items = items_of(agenda)
    blocks: list[Block] = [agenda_table(items, setting)]
    for place, item in enumerate(items, start=1):
        title = item_in_words(item, setting)
        cells = setting.origins(*item_cells(item))
        text = f"{section}.{place} {title}"
        blocks.append(Heading(text=text, level=2, origins=cells, starts_page=True))
        blocks += _item(item, bearing, setting)
    return tuple(blocks)


def agenda_table(items: tuple[Item, ...], setting: Setting) -> Table:
    """Return a row for each item; of a contested one with all that is said."""
    say = setting.say
    columns = [
        Column(heading=say("Item"), share=3),
        Column(heading=say("Agenda item"), share=14),
        Column(heading=say("Asked of the meeting"), share=6),
        Column(heading=say("Position"), share=8),
    ]
    if not setting.is_open:
        columns.append(Column(heading=say("Speaker"), share=6))
        columns.append(Column(heading=say("Clearance"), share=7))
    return Table(columns=columns, rows=[_row(item, setting) for item in items])


def item_in_words(item: Item, setting: Setting) -> str:
    """Name an item by its number and its title."""
    first = item[0]
    title = setting.wording.text(first.item)
    if not title.strip():  # a heading without words is none
        title = setting.say("not stated")
    if not first.number:
        return title
    return setting.say("Item {number}: {title}").format(
        number=first.number, title=title
    )


def _row(item: Item, setting: Setting) -> tuple[TableCell, ...]:
    def cell(key: str, words: list[str]) -> TableCell:
        found = "\n".join(dict.fromkeys(word for word in words if word))
        origins = cells_of(item, key)
        return TableCell(text=found or NOTHING, origins=setting.origins(*origins))

    cells = [
        cell("number", [row.number for row in item]),
        cell("item", [setting.wording.text(row.item) for row in item]),
        cell("asked", [asked_in_words(row.asked, setting) for row in item]),
        cell("stance", [_position(row, setting) for row in item]),
    ]
    if not setting.is_open:
        cells.append(cell("speaker", [setting.wording.said(r.speaker) for r in item]))
        words = [clearance_in_words(r.clearance, r.cleared_by, setting) for r in item]
        cells.append(cell("clearance", words))
    return tuple(cells)


def item_cells(item: Item) -> tuple[Origin, ...]:
    """Return the cells in which the number and the title of an item were read."""
    return (*cells_of(item, "number"), *cells_of(item, "item"))


_FIELDS = {
    "item": ("item", "item_english"),
    "stance": ("stance", "clearance"),
    "clearance": ("clearance", "cleared_by"),
    "talking_points": ("talking_points", "talking_points_english", "clearance"),
}
"""What is said of an item, and the fields in which it was read, where they differ."""


def cells_of(item: Item, key: str) -> tuple[Origin, ...]:
    """Return the cells in which something of an item was read, else that of its title.

    Args:
        item: What is said of it.
        key: The field that is shown.
    """
    rows = (row for each in item for row in each.origins)
    found = tuple(named_in(rows, *_FIELDS.get(key, (key,))))
    return found or tuple(row.origin for row in item if row.origin)


def _position(row: AgendaStance, setting: Setting) -> str:
    stance = stance_in_words(row.stance, setting)
    return with_clearance(stance, row.clearance, setting) if row.stance else stance


def _item(item: Item, bearing: Bearing, setting: Setting) -> Iterator[Block]:
    say = setting.say
    if is_contested(item):
        torn = (*cells_of(item, "stance"), *cells_of(item, "asked"))
        yield Note(text=_contradiction(item, setting), origins=setting.origins(*torn))
    titles = {setting.wording.text(row.item): (row.origin,) for row in item}
    if len(titles) > 1:
        yield Paragraph(text=say("The files word this item differently:"))
        yield from cited(titles.items(), setting)
    for row in item:
        if len(item) > 1:
            yield Note(
                text=say("As {who} says:").format(who=_who(row, bearing)),
                origins=setting.origins(row.origin),
            )
        yield from _facts(row, setting)
        yield from piece_blocks(say("Talking points"), row.talking_points, setting)
        yield from piece_blocks(say("Draft wording"), row.wording, setting)
        yield from piece_blocks(
            say("Reasons (not for the meeting)"), row.reasons, setting
        )
        yield from piece_blocks(
            say("Fallback (not for the meeting)"), row.fallback, setting
        )
        yield from _extras(row, setting)
    yield from _evidence(item, bearing, setting)


def _facts(row: AgendaStance, setting: Setting) -> Iterator[Block]:
    say = setting.say
    facts = [
        ("asked", say("Asked of the meeting"), asked_in_words(row.asked, setting)),
        ("stance", say("Position"), _position(row, setting)),
    ]
    if not setting.is_open:
        cleared = clearance_in_words(row.clearance, row.cleared_by, setting)
        speaker = setting.wording.said(row.speaker) or say("not stated yet")
        facts.append(("speaker", say("Speaker"), speaker))
        facts.append(("clearance", say("Clearance"), cleared))
    rows = [
        (
            TableCell(text=label),
            TableCell(text=words, origins=setting.origins(*cells_of((row,), key))),
        )
        for key, label, words in facts
        if words
    ]
    columns = (
        Column(heading=say("On this item"), share=3),
        Column(heading=say("What is said"), share=8),
    )
    if rows:
        yield Table(columns=columns, rows=rows)


def _contradiction(item: Item, setting: Setting) -> str:
    told = "; ".join(
        f"{_position(row, setting)}, {asked_in_words(row.asked, setting)}"
        + (f" ({row.origin})" if row.origin else "")
        for row in item
    )
    sentence = setting.say(
        "The files contradict each other on this item, and nothing was decided: {told}."
        " It is not in the meeting's file as long as they do."
    )
    return sentence.format(told=told)


def _who(row: AgendaStance, bearing: Bearing) -> str:
    return sender_of(row.origins, bearing)


def sender_of(origins: tuple[RowOrigin, ...], bearing: Bearing) -> str:
    """Name the ministry, else the file, from which a row came."""
    if not origins:
        return NOTHING
    sent = {s.sha256: s.institution for s in bearing.request.plan.submissions}
    return sent.get(origins[0].sha256) or origins[0].file


def _extras(row: AgendaStance, setting: Setting) -> Iterator[Block]:
    """Show own columns; nobody said that they may leave the ministry."""
    if row.extras:
        points = [
            (f"{extra.heading}: {extra.value}", tuple(extra_cells(extra, row.origins)))
            for extra in row.extras
        ]
        yield Heading(text=setting.say("Further columns of the file"), level=3)
        yield from cited(points, setting)


def _evidence(item: Item, bearing: Bearing, setting: Setting) -> Iterator[Block]:
    say = setting.say
    wanted = dict.fromkeys(each for row in item for each in row.evidence)
    named = [activity for each in wanted for activity in bearing.named(each)]
    unknown = [each for each in wanted if not bearing.named(each)]
    cells = [row.origin_of("evidence") for row in item]
    if named:
        yield Heading(text=say("Evidence from the plan"), level=3)
        yield bearing_table(tuple(dict.fromkeys(named)), setting)
    yield from unknown_notes(unknown, cells, setting)
    if not wanted and not setting.is_open:
        yield from suggested_blocks(bearing.suggested(item[0].item), setting)


def uncleared(items: tuple[Item, ...]) -> int:
    """Count the items of which a stance is not cleared."""
    return sum(
        any(row.clearance is not Clearance.CLEARED for row in item) for item in items
    )
