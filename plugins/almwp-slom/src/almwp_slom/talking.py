"""The report kind ``talking-points``: what to say on each item, and who says it."""

from collections.abc import Iterator

from almwp.model.nationalposition import NationalPosition
from almwp.model.position import AgendaStance
from almwp.model.report import Block, Heading, Note, Paragraph, Report
from almwp.plan.preparing import items_of
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.agenda import Item, item_cells, item_in_words
from almwp_slom.opening import open_request
from almwp_slom.origins import named_in
from almwp_slom.paper import paper
from almwp_slom.pieces import (
    asked_in_words,
    piece_blocks,
    stance_in_words,
    with_clearance,
)
from almwp_slom.position import assemble, listed_in_order, named
from almwp_slom.readable import is_contested
from almwp_slom.setting import Setting


def build(request: ReportRequest) -> Report:
    """Build the talking points of a country for a meeting.

    Raises:
        CallError: No country or no meeting was named.
    """
    country, _ = named(request)
    request = open_request(request, listed_in_order)
    position = assemble(request)
    setting = Setting.of(request, (), country.iso2)
    title = setting.say("Talking points of {country}")
    return paper(request, position, setting, title, _blocks(position, setting))


def _blocks(position: NationalPosition, setting: Setting) -> Iterator[Block]:
    items = items_of(position.agenda)
    if not items:
        yield Paragraph(text=setting.say("The files say nothing on the agenda."))
    for item in items:
        cells = setting.origins(*item_cells(item))
        yield Heading(text=item_in_words(item, setting), origins=cells)
        yield from _item(item, setting)


def _item(item: Item, setting: Setting) -> Iterator[Block]:
    if is_contested(item):
        yield Note(
            text=setting.say(
                "The files contradict each other on this item: settle it before"
                " anybody speaks."
            ),
            origins=setting.origins(*(row.origin for row in item)),
        )
    for row in item:
        yield from _first_line(row, setting)
        yield from piece_blocks(
            setting.say("Talking points"), row.talking_points, setting, level=2
        )
        yield from piece_blocks(
            setting.say("Draft wording"), row.wording, setting, level=2
        )
        if not (setting.is_open or row.talking_points or row.wording):
            yield Paragraph(text=setting.say("No talking points are given."))


def _first_line(row: AgendaStance, setting: Setting) -> Iterator[Paragraph]:
    say, stance = setting.say, stance_in_words(row.stance, setting)
    if row.stance:
        stance = with_clearance(stance, row.clearance, setting)
    parts = [asked_in_words(row.asked, setting)]
    parts += [f"{say('Position')}: {stance}"] if stance else []
    if not setting.is_open:
        speaker = setting.wording.said(row.speaker) or say("not stated yet")
        parts.append(f"{say('Speaker')}: {speaker}")
    origins = named_in(row.origins, "asked", "stance", "clearance", "speaker")
    text = ". ".join(filter(None, parts))
    if text:
        yield Paragraph(text=text, origins=setting.origins(*origins))
