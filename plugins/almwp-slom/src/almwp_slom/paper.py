"""The report kind ``position``: what a country brings to a meeting, as blocks."""

from collections.abc import Callable, Iterable, Iterator
from itertools import count

from almwp.model.activity import Activity
from almwp.model.nationalposition import NationalPosition
from almwp.model.report import Block, Heading, Note, Paragraph, Report
from almwp.model.source import Origin, Source
from almwp.plan.preparing import items_of
from almwp.plugins.reportrequest import ReportRequest
from almwp.scoring.states import State
from almwp_slom.activities import activity_blocks
from almwp_slom.aftermeeting import after_meeting
from almwp_slom.agenda import agenda_blocks, uncleared
from almwp_slom.annexes import input_blocks, source_blocks
from almwp_slom.asks import ask_blocks
from almwp_slom.bearing import Bearing
from almwp_slom.catalogued import sources_of_members
from almwp_slom.cited import cited
from almwp_slom.continued import continued_blocks
from almwp_slom.cover import cover_blocks
from almwp_slom.fulltable import full_table
from almwp_slom.grounds import framework_notes, rests_on
from almwp_slom.indicators import indicator_blocks
from almwp_slom.opening import OpenedRequest, open_request
from almwp_slom.origins import named_in
from almwp_slom.own_files import sent_notes
from almwp_slom.own_timeline import timeline_blocks
from almwp_slom.parts import part_notes
from almwp_slom.pieces import piece_in_words
from almwp_slom.placement import Group, group, place
from almwp_slom.position import (
    assemble,
    listed_in_order,
    ministry_at,
    named,
    programme_line,
)
from almwp_slom.progress_tables import outcome_sections, summary_blocks
from almwp_slom.proposals import joined_blocks, proposal_blocks
from almwp_slom.scored import in_order, score_groups
from almwp_slom.setting import Setting
from almwp_slom.unknowns import unknown_blocks


def build(request: ReportRequest) -> Report:
    """Build the national position that *request* asks for.

    Raises:
        CallError: No country or no meeting was named.
    """
    country, _ = named(request)
    request = open_request(request, listed_in_order)
    position = assemble(request)
    groups = group(position.own_activities, request.framework)
    listed = (*in_order(groups), *position.shared_obligations)
    setting = Setting.of(request, listed, country.iso2)
    title = setting.say("National position of {country}")
    return paper(
        request, position, setting, title, _blocks(request, position, groups, setting)
    )


def paper(
    request: ReportRequest,
    position: NationalPosition,
    setting: Setting,
    title: str,
    blocks: Iterable[Block],
) -> Report:
    """Return a paper of one country for one meeting, made of *blocks*."""
    country, meeting = named(request)
    wording = setting.wording
    days = wording.days(meeting.start, meeting.last_day)
    return Report(
        title=title.format(country=country.in_a_sentence(request.language)),
        subtitle=f"{wording.meeting(meeting)}, {days}",
        language=request.language,
        notice=request.prepared.notice,
        audience=request.audience,
        blocks=blocks,
        data=position,
        manifest=position.manifest,
    )


def _blocks(
    request: OpenedRequest,
    position: NationalPosition,
    groups: tuple[Group, ...],
    setting: Setting,
) -> Iterator[Block]:
    say, sections = setting.say, count(1)
    own, shared = position.own_activities, position.shared_obligations
    listed = (*in_order(groups), *shared)
    bearing = Bearing(request=request, own=(*own, *shared))
    yield from cover_blocks(request, setting)
    if listed or not setting.is_open:
        yield from _context(request, position, groups, next(sections), setting)
    if own or not setting.is_open:
        yield from _own(request, position, groups, next(sections), setting)

    def part(
        title: str,
        blocks: Callable[[int], tuple[Block, ...]],
        *,
        holds: bool,
        starts_page: bool = False,
    ) -> Iterator[Block]:
        """Give a numbered section; the meeting gets no empty one."""
        if not holds and setting.is_open:
            return
        number = next(sections)
        yield Heading(text=f"{number} {title}", starts_page=starts_page)
        if holds:
            yield from blocks(number)
        else:
            yield Paragraph(text=say("The files say nothing on this."))

    yield from part(
        say("Obligations shared by all members"),
        lambda _: _shared(position, setting),
        holds=bool(shared),
    )
    agenda = position.agenda
    yield from part(
        say("Positions on the agenda"),
        lambda n: (
            *_uncleared(position, setting),
            *agenda_blocks(agenda, n, bearing, setting),
        ),
        holds=bool(agenda),
    )
    proposals = position.proposals
    yield from part(
        say("Proposals for the new period"),
        lambda n: (
            *continued_blocks(proposals, own, bearing, setting),
            *proposal_blocks(proposals, n, bearing, setting),
        ),
        holds=bool(proposals),
        starts_page=bool(agenda),  # so that the last item has its page to itself
    )
    yield from part(
        say("What we ask and offer"),
        lambda n: ask_blocks(position.asks, n, setting),
        holds=bool(position.asks),
    )
    yield from part(
        say("Proposals of other members that we join or watch"),
        lambda _: joined_blocks(position.joined, bearing, setting),
        holds=bool(position.joined),
    )
    if not setting.is_open:
        yield from full_table(listed, setting)
        unknown = say("Annex: What is not known")
        yield from unknown_blocks(unknown, listed, request, setting)
        code = position.country
        its = (i for i in request.plan.indicators if i.country == code)
        yield from indicator_blocks(its, request.as_of, setting)
    further = _further_sources(request, setting)
    yield from source_blocks(position.sources, listed, setting, further)
    if not setting.is_open:
        yield from input_blocks(request.manifest, setting)


def _further_sources(
    request: ReportRequest, setting: Setting
) -> Iterator[tuple[str, Iterable[Source]]]:
    """Give what a paper tells of a country and of ASEAN, and where it was read."""
    country, meeting = named(request)
    ministry = ministry_at(country, meeting)
    if ministry is not None:
        yield setting.say("Labour ministry on that day"), ministry.sources
    members = tuple(sources_of_members(request.members))
    yield setting.say("Members of ASEAN on that day"), members


def _context(
    request: OpenedRequest,
    position: NationalPosition,
    groups: tuple[Group, ...],
    section: int,
    setting: Setting,
) -> Iterator[Block]:
    say, (country, meeting) = setting.say, named(request)
    yield Heading(text="{} {}".format(section, say("Context and objectives")))
    if position.objectives:
        heading = say("Objectives of participation")
        yield Heading(text=f"{section}.1 {heading}", level=2)
        points = [
            (piece_in_words(p, setting), (p.origin,)) for p in position.objectives
        ]
        yield from cited(points, setting)
    elif not setting.is_open:
        yield Paragraph(text=say("The files state no objectives of participation."))
    place_of_grounds = 2 if position.objectives else 1
    grounds = say("What this paper rests on")
    yield Heading(text=f"{section}.{place_of_grounds} {grounds}", level=2)
    own, shared = position.own_activities, position.shared_obligations
    yield from rests_on(own, shared, groups, setting)
    yield from after_meeting((*own, *shared), meeting, setting)
    yield from sent_notes(request, setting)
    yield from part_notes(request, position, setting)
    elsewhere = tuple(a for a in request.elsewhere if a.is_led_by(country.iso2))
    yield from framework_notes(
        request.framework, position.scorecard, elsewhere, setting
    )


def _own(
    request: ReportRequest,
    position: NationalPosition,
    groups: tuple[Group, ...],
    section: int,
    setting: Setting,
) -> Iterator[Block]:
    say, (country, _) = setting.say, named(request)
    title = say("Progress of activities that {country} leads or co-leads")
    name = country.in_a_sentence(request.language)
    yield Heading(text=f"{section} {title.format(country=name)}")
    if not position.own_activities:
        said = say("The files name no activity that {country} leads or co-leads.")
        yield Paragraph(text=said.format(country=name))
        return
    whole = programme_line(position.scorecard)
    yield from summary_blocks(score_groups(groups, request), whole, setting)
    yield from timeline_blocks(in_order(groups), request.as_of, setting)
    yield from outcome_sections(groups, setting, section=str(section))


def _shared(position: NationalPosition, setting: Setting) -> tuple[Block, ...]:
    """Say how many shared obligations are met, and list them."""
    shared = position.shared_obligations
    met = sum(
        setting.known(a).state is State.COMPLETED
        and not setting.is_contested(a, "status")
        for a in shared
    )
    said = setting.say(
        "Reported as completed: {met} of {n}. Whether the country itself has done its"
        " part is known only where its own file reports it."
    )
    places = tuple(place(activity, None) for activity in shared)
    return (
        Paragraph(
            text=said.format(met=met, n=len(shared)),
            origins=setting.origins(*(c for a in shared for c in _told(a, setting))),
        ),
        *activity_blocks(places, setting),
    )


def _uncleared(position: NationalPosition, setting: Setting) -> tuple[Block, ...]:
    items = items_of(position.agenda)
    open_items = uncleared(items)
    if not open_items:
        return ()
    said = setting.say("Not cleared: {part} of {whole} items. Do not read these out.")
    cells = (
        cell
        for row in position.agenda
        for cell in named_in(row.origins, "item", "item_english", "clearance")
    )
    text = said.format(part=open_items, whole=len(items))
    return (Note(text=text, origins=setting.origins(*cells)),)


def _told(activity: Activity, setting: Setting) -> tuple[Origin, ...]:
    return (*setting.cells_of([activity.id]), *setting.state_cells(activity))
