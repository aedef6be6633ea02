"""The report kind ``progress``: all countries' activities by outcome, nobody ranked."""

from collections.abc import Iterator

from almwp.model.activity import Activity
from almwp.model.opening import opened
from almwp.model.report import Block, Heading, Report
from almwp.model.score import Scorecard
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.annexes import input_blocks, source_blocks
from almwp_slom.catalogued import distinct, sources_of_plans
from almwp_slom.grounds import framework_notes, rests_on
from almwp_slom.indicators import indicator_blocks
from almwp_slom.members_grid import grid_blocks
from almwp_slom.opening import open_request
from almwp_slom.placement import Group, group
from almwp_slom.position import programme_line
from almwp_slom.progress_tables import outcome_sections, summary_blocks
from almwp_slom.scored import in_order, score_groups
from almwp_slom.setting import Setting


def build(request: ReportRequest) -> Report:
    """Build the regional table of progress: activities in the order of the plan."""
    request = open_request(request, in_paper_order)
    card = opened(request.score(request.plan), request.audience)
    groups = group(request.plan.activities, request.framework)
    listed = in_order(groups)
    setting = Setting.of(request, listed)
    return request.report(
        setting.say("Progress of activities by outcome"),
        _blocks(request, groups, listed, card, setting),
        subtitle=_subtitle(request, setting),
        data=card,
    )


def in_paper_order(request: ReportRequest) -> tuple[Activity, ...]:
    """Return the activities in the order in which the paper numbers them."""
    return in_order(group(request.plan.activities, request.framework))


def _subtitle(request: ReportRequest, setting: Setting) -> str:
    wording, parts = setting.wording, []
    if request.framework:
        parts.append(wording.text(request.framework.title))
    if request.meeting:
        parts.append(wording.meeting(request.meeting))
    if request.as_of:
        as_of = setting.say("as of {day}")
        parts.append(as_of.format(day=wording.day(request.as_of)))
    return ", ".join(parts)


def _blocks(
    request: ReportRequest,
    groups: tuple[Group, ...],
    listed: tuple[Activity, ...],
    card: Scorecard,
    setting: Setting,
) -> Iterator[Block]:
    say = setting.say
    grounds, by_outcome = say("What this paper rests on"), say("Progress by outcome")
    yield Heading(text=f"1 {grounds}")
    yield from rests_on(listed, (), groups, setting)
    yield from framework_notes(request.framework, card, request.elsewhere, setting)
    yield Heading(text=f"2 {by_outcome}")
    whole = programme_line(card) if listed else None
    yield from summary_blocks(score_groups(groups, request), whole, setting)
    yield from grid_blocks(groups, request.members, setting)
    yield from outcome_sections(groups, setting, section="2")
    yield from indicator_blocks(request.plan.indicators, request.as_of, setting)
    named = [source for activity in listed for source in activity.sources]
    named += sources_of_plans([request.framework] if request.framework else ())
    yield from source_blocks(distinct(named), listed, setting)
    if not setting.is_open:
        yield from input_blocks(request.manifest, setting)
