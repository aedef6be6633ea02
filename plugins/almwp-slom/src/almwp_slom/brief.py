"""The report kind ``brief``: a position on two pages, however long the position is."""

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from almwp.model.askrows import ask_rows
from almwp.model.fields import frozen_items
from almwp.model.nationalposition import NationalPosition
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
from almwp.model.source import Origin
from almwp.model.text import Text
from almwp.plan.preparing import items_of
from almwp.plugins.reportrequest import ReportRequest
from almwp.scoring.states import State, count_states
from almwp_slom.agenda import Item, cells_of, item_cells, item_in_words
from almwp_slom.asks import to_whom
from almwp_slom.brief_room import Room, as_many_as_fit
from almwp_slom.opening import open_request
from almwp_slom.origins import named_in
from almwp_slom.paper import paper
from almwp_slom.pieces import (
    asked_in_words,
    piece_in_words,
    stance_in_words,
    with_clearance,
)
from almwp_slom.position import assemble, listed_in_order, named
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING
from almwp_slom.state import counted_state_in_a_word

_LONGEST_NAME = 250
"""The most signs of what names an item or a proposal: more than any title has."""
_MARKED = 30
"""About how many signs say how far something is cleared, or to whom it is said."""
_BEHIND = re.compile(r" \([^()]{1,40}\)$")


@frozen(kw_only=True)
class _Listed:
    """A list of the brief.

    Attributes:
        heading: The heading above it.
        items: Its points.
        cells: Where each was read.
        sizes: The room that each takes.
    """

    heading: str
    items: tuple[str, ...] = field(converter=frozen_items)
    cells: tuple[tuple[Origin | None, ...], ...] = field(converter=frozen_items)
    sizes: tuple[float, ...] = field(converter=frozen_items)


def build(request: ReportRequest) -> Report:
    """Build the two pages.

    Raises:
        CallError: No country or no meeting was named.
    """
    country, _ = named(request)
    request = open_request(request, listed_in_order)
    position = assemble(request)
    listed = (*position.own_activities, *position.shared_obligations)
    setting = Setting.of(request, listed, country.iso2)
    title = setting.say("Brief of {country}")
    made = paper(request, position, setting, title, _blocks(position, setting))
    return evolve(made, is_compact=True)


def _blocks(position: NationalPosition, setting: Setting) -> Iterator[Block]:
    say = setting.say
    counts = count_states(position.own_activities, setting.day)
    told = "; ".join(
        f"{counted_state_in_a_word(state, setting.wording)}: {counts[state]}"
        for state in State
        if counts[state]
    )
    own = say("Own activities: {n}. {states}")
    text = own.format(n=len(position.own_activities), states=told).strip()
    cells = (
        cell
        for a in position.own_activities
        for cell in (*setting.cells_of([a.id]), *setting.state_cells(a))
    )
    yield Paragraph(text=text, origins=setting.origins(*cells))
    room = Room.of(setting.wording)
    items = items_of(position.agenda)
    objectives = _objectives(position, setting, room)
    further = (_proposals(position, setting, room), _asks(position, setting, room))
    sizes = [room.of_row(item[0].item, _point(item, room)) for item in items]
    others = [sum(listed.sizes) for listed in (objectives, *further)]
    for_agenda = room.for_agenda(sizes, others)
    rooms = room.for_others(for_agenda, others)
    yield from _points(objectives, rooms[0], setting)
    if items:
        yield Heading(text=say("Positions on the agenda"))
        yield from _agenda(items, sizes, for_agenda, room, setting)
    for listed, its_room in zip(further, rooms[1:], strict=True):
        yield from _points(listed, its_room, setting)


def _objectives(position: NationalPosition, setting: Setting, room: Room) -> _Listed:
    pieces = position.objectives
    return _Listed(
        heading=setting.say("Objectives of participation"),
        items=[piece_in_words(p, setting) for p in pieces],
        cells=[(p.origin,) for p in pieces],
        sizes=[room.of_point(room.signs(p.text) + _MARKED) for p in pieces],
    )


def _proposals(position: NationalPosition, setting: Setting, room: Room) -> _Listed:
    proposals, titled = position.proposals, setting.wording.text
    return _Listed(
        heading=setting.say("Proposals for the new period"),
        items=[
            with_clearance(_cut(titled(p.title), _LONGEST_NAME), p.clearance, setting)
            for p in proposals
        ],
        cells=[
            tuple(named_in(p.origins, "title", "title_english", "clearance"))
            for p in proposals
        ],
        sizes=[
            room.of_point(min(room.signs(p.title), 2 * _LONGEST_NAME) + _MARKED)
            for p in proposals
        ],
    )


def _asks(position: NationalPosition, setting: Setting, room: Room) -> _Listed:
    rows = ask_rows(position.asks)
    return _Listed(
        heading=setting.say("What we ask and offer"),
        items=[
            f"{to_whom(row, setting)}: {piece_in_words(row[0].text, setting)}"
            for row in rows
        ],
        cells=[
            tuple(named_in(row[0].origins, "to", "text", "text_english", "clearance"))
            for row in rows
        ],
        sizes=[room.of_point(room.signs(r[0].text.text) + 2 * _MARKED) for r in rows],
    )


def _agenda(
    items: tuple[Item, ...],
    sizes: Sequence[float],
    left: float,
    room: Room,
    setting: Setting,
) -> Iterator[Block]:
    """Give the table with as many items as find room, and name the others."""
    say = setting.say
    names = [room.of_point(room.signs(item[0].item) + _MARKED) for item in items]
    shown = as_many_as_fit(sizes, left)
    while 1 < shown < len(items) and sum(sizes[:shown]) + sum(names[shown:]) > left:
        if sum(sizes[: shown - 1]) < left / 2:
            break
        shown -= 1
    columns = (
        Column(heading=say("Item"), share=2),
        Column(heading=say("Agenda item"), share=8),
        Column(heading=say("Asked of the meeting"), share=5),
        Column(heading=say("Position"), share=7),
        Column(heading=say("First talking point"), share=12),
    )
    rows = [_row(item, room, setting) for item in items[:shown]]
    yield Table(columns=columns, rows=rows)
    rest = items[shown:]
    if rest:
        more = say("and {n} more items: see the national position")
        cells = (cell for item in rest for cell in item_cells(item))
        origins = setting.origins(*cells)
        yield Paragraph(text=more.format(n=len(rest)), origins=origins)
        named = as_many_as_fit(names[shown:], left - sum(sizes[:shown]))
        words = [_cut(item_in_words(item, setting), _LONGEST_NAME) for item in rest]
        yield Bullets(items=words[:named], origins=origins)


def _point(item: Item, room: Room) -> Text | None:
    """Return the first talking point of an item, where it is short enough."""
    points = [p.text for row in item for p in row.talking_points]
    return points[0] if points and room.is_short(points[0]) else None


def _row(item: Item, room: Room, setting: Setting) -> tuple[TableCell, ...]:
    first = item[0]
    stances = [
        with_clearance(stance_in_words(r.stance, setting), r.clearance, setting)
        if r.stance
        else stance_in_words(None, setting)
        for r in item
    ]
    points = [p for row in item for p in row.talking_points]
    point = piece_in_words(points[0], setting) if points else NOTHING
    if points and not room.is_short(points[0].text):
        point = setting.say("see the national position")
    asked = [asked_in_words(row.asked, setting) for row in item]

    def cell(words: str, key: str) -> TableCell:
        origins = setting.origins(*cells_of(item, key))
        return TableCell(text=words or NOTHING, origins=origins)

    return (
        cell(first.number, "number"),
        cell(_cut(setting.wording.text(first.item), _LONGEST_NAME), "item"),
        cell("\n".join(dict.fromkeys(asked)), "asked"),
        cell(" / ".join(dict.fromkeys(stances)), "stance"),
        cell(point, "talking_points"),
    )


def _points(listed: _Listed, room: float, setting: Setting) -> Iterator[Block]:
    """Give as many points as find room, and how many there are besides."""
    if not listed.items:
        return
    many = as_many_as_fit(listed.sizes, room)
    shown = list(listed.items[:many])
    if many < len(listed.items):
        more = setting.say("and {n} more: see the national position")
        shown.append(more.format(n=len(listed.items) - many))
    origins = setting.origins(*(cell for own in listed.cells for cell in own))
    yield Heading(text=listed.heading)
    yield Bullets(items=shown, origins=origins)


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
