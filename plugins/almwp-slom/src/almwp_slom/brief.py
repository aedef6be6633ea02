"""The report kind ``brief``: a position on two pages, however long the position is."""

import re
from collections.abc import Iterator, Sequence
from math import ceil

from almwp.model.position import NationalPosition
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.plan.preparing import items_of
from almwp.plugins.reportrequest import ReportRequest
from almwp.scoring.states import State, count_states
from almwp_slom.agenda import Item
from almwp_slom.paper import paper
from almwp_slom.pieces import (
    asked_in_words,
    piece_in_words,
    stance_in_words,
    with_clearance,
)
from almwp_slom.position import assemble, named
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING
from almwp_slom.state import state_in_a_word

_AGENDA_LINES, _OTHER_LINES = 44, 10
"""Lines of print that the agenda and each of the other lists may take of two pages."""
_AGENDA_ROWS, _OTHER_POINTS = 8, 4
"""How many there is room for beside another language: as many in both languages."""
_CELL, _ITEM = 110, 170
"""The most signs of a cell and of a point."""
_BEHIND = re.compile(r" \([^()]{1,40}\)$")
_CELL_WIDTH, _ITEM_WIDTH = 26, 90
"""About how many signs stand on a line of the narrowest cell, and of a point."""


def build(request: ReportRequest) -> Report:
    """Build the two pages.

    Raises:
        CallError: No country or no meeting was named.
    """
    country, _ = named(request)
    position = assemble(request)
    listed = (*position.own_activities, *position.shared_obligations)
    setting = Setting.of(request, listed, country.iso2)
    title = setting.say("Brief of {country}")
    return paper(request, position, setting, title, _blocks(position, setting))


def _blocks(position: NationalPosition, setting: Setting) -> Iterator[Block]:
    say = setting.say
    counts = count_states(position.own_activities, setting.day)
    told = "; ".join(
        f"{state_in_a_word(state, setting.wording)}: {counts[state]}"
        for state in State
        if counts[state]
    )
    own = say("Own activities: {n}. {states}")
    text = own.format(n=len(position.own_activities), states=told).strip()
    yield Paragraph(text=text)
    if position.objectives:
        yield Heading(text=say("Objectives of participation"))
        items = [piece_in_words(p, setting) for p in position.objectives]
        yield _points(items, setting)
    if position.agenda:
        yield Heading(text=say("Positions on the agenda"))
        yield from _agenda(items_of(position.agenda), setting)
    if position.proposals:
        yield Heading(text=say("Proposals for the new period"))
        items = [
            with_clearance(setting.wording.text(p.title), p.clearance, setting)
            for p in position.proposals
        ]
        yield _points(items, setting)
    if position.asks:
        yield Heading(text=say("What we ask and offer"))
        items = [
            f"{setting.wording.party(a.to)}: {piece_in_words(a.text, setting)}"
            for a in position.asks
        ]
        yield _points(items, setting)


def _agenda(items: tuple[Item, ...], setting: Setting) -> Iterator[Block]:
    say, rows = setting.say, list[tuple[TableCell, ...]]()
    left, in_two = _AGENDA_LINES, bool(setting.wording.second_language)
    for item in items:
        row = _row(item, setting)
        left -= max(ceil(len(cell.text) / _CELL_WIDTH) for cell in row)
        if len(rows) >= _AGENDA_ROWS if in_two else rows and left < 0:
            break
        rows.append(row)
    columns = (
        Column(heading=say("Item"), share=2),
        Column(heading=say("Agenda item"), share=8),
        Column(heading=say("Asked of the meeting"), share=5),
        Column(heading=say("Position"), share=7),
        Column(heading=say("First talking point"), share=8),
    )
    yield Table(columns=columns, rows=rows)
    if len(rows) < len(items):
        more = say("and {n} more items: see the national position")
        yield Paragraph(text=more.format(n=len(items) - len(rows)))


def _row(item: Item, setting: Setting) -> tuple[TableCell, ...]:
    first = item[0]
    stances = [
        with_clearance(stance_in_words(r.stance, setting), r.clearance, setting)
        if r.stance
        else stance_in_words(None, setting)
        for r in item
    ]
    points = [p for row in item for p in row.talking_points]
    point = piece_in_words(points[0], setting) if points else NOTHING
    asked = [asked_in_words(row.asked, setting) for row in item]

    def cell(words: str, key: str) -> TableCell:
        origins = setting.origins(*(row.origin_of(key) for row in item))
        return TableCell(text=_cut(words or NOTHING, _CELL), origins=origins)

    return (
        cell(first.number, "number"),
        cell(setting.wording.text(first.item), "item"),
        cell("\n".join(dict.fromkeys(asked)), "asked"),
        cell(" / ".join(dict.fromkeys(stances)), "stance"),
        cell(point, "talking_points"),
    )


def _points(items: Sequence[str], setting: Setting) -> Bullets:
    """Return as many points as there is room for, and how many there are besides."""
    shown: list[str] = []
    left, in_two = _OTHER_LINES, bool(setting.wording.second_language)
    for item in (_cut(item, _ITEM) for item in items):
        left -= ceil(len(item) / _ITEM_WIDTH)
        if len(shown) >= _OTHER_POINTS if in_two else shown and left < 0:
            break
        shown.append(item)
    if len(shown) < len(items):
        more = setting.say("and {n} more: see the national position")
        shown.append(more.format(n=len(items) - len(shown)))
    return Bullets(items=shown)


def _cut(words: str, most: int) -> str:
    """Return *words*, cut at a word where they are too long, and marked as cut.

    What stands in brackets behind them stays, as it says in which language they are.
    """
    if len(words) <= most:
        return words
    behind = _BEHIND.search(words)
    end = behind[0] if behind else ""
    kept = words[: most - 2 - len(end)]
    return f"{kept.rpartition(' ')[0] or kept} …{end}"
