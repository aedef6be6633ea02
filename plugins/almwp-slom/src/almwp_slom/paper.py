"""The report kind ``position``: what a country brings to a meeting, as blocks."""

from collections.abc import Iterator
from itertools import count

from almwp.model.position import NationalPosition
from almwp.model.report import Block, Heading, Report
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.activities import activity_blocks
from almwp_slom.annexes import input_blocks, source_blocks
from almwp_slom.cover import cover_blocks
from almwp_slom.grounds import framework_notes, rests_on
from almwp_slom.own_files import sent_notes
from almwp_slom.placement import Group, group, place
from almwp_slom.position import assemble, named, programme_line
from almwp_slom.progress_tables import outcome_sections, summary_blocks
from almwp_slom.scored import in_order, score_groups
from almwp_slom.setting import Setting
from almwp_slom.unknowns import unknown_blocks


def build(request: ReportRequest) -> Report:
    """Build the national position that *request* asks for.

    Raises:
        CallError: No country or no meeting was named.
    """
    country, meeting = named(request)
    position = assemble(request)
    groups = group(position.own_activities, request.framework)
    listed = (*in_order(groups), *position.shared_obligations)
    setting = Setting.of(request, listed, country.iso2)
    say, wording = setting.say, setting.wording
    days = wording.days(meeting.start, meeting.last_day)
    name = country.in_a_sentence(request.language)
    return Report(
        title=say("National position of {country}").format(country=name),
        subtitle=f"{wording.meeting(meeting)}, {days}",
        language=request.language,
        audience=request.audience,
        blocks=_blocks(request, position, groups, setting),
        data=position,
        manifest=position.manifest,
    )


def _blocks(
    request: ReportRequest,
    position: NationalPosition,
    groups: tuple[Group, ...],
    setting: Setting,
) -> Iterator[Block]:
    say, sections = setting.say, count(1)
    own, shared = position.own_activities, position.shared_obligations
    listed = (*in_order(groups), *shared)
    yield from cover_blocks(request, setting)
    grounds, unknown = say("What this paper rests on"), say("What is not known")
    yield Heading(text=f"{next(sections)} {grounds}")
    yield from rests_on(own, shared, groups, setting)
    yield from sent_notes(request, setting)
    country, _ = named(request)
    elsewhere = tuple(a for a in request.elsewhere if a.is_led_by(country.iso2))
    yield from framework_notes(
        request.framework, position.scorecard, elsewhere, setting
    )
    yield from _own(request, position, groups, next(sections), setting)
    if shared:
        owed = say("Obligations shared by all members")
        yield Heading(text=f"{next(sections)} {owed}")
        places = tuple(place(activity, None) for activity in shared)
        yield from activity_blocks(places, setting)
    if not setting.is_open:
        heading = f"{next(sections)} {unknown}"
        yield from unknown_blocks(heading, listed, request, setting)
    yield from source_blocks(position.sources, setting)
    if not setting.is_open:
        yield from input_blocks(request.manifest, setting)


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
    whole = programme_line(position.scorecard) if position.own_activities else None
    yield from summary_blocks(score_groups(groups, request), whole, setting)
    yield from outcome_sections(groups, setting, section=str(section))
