"""The report kind ``overlaps``: who leads where, what looks double, and gaps."""

from collections.abc import Iterator

from almwp.model.activity import Activity
from almwp.model.opening import opened
from almwp.model.overlap import Overlaps
from almwp.model.report import Block, Heading, Note, Report
from almwp.plan.overlaps import Scene, find_overlaps
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.annexes import input_blocks, source_blocks
from almwp_slom.beside import scene_of, subtitle_of
from almwp_slom.catalogued import distinct, sources_of_members, sources_of_plans
from almwp_slom.grounds import framework_notes, rests_on
from almwp_slom.opening import OpenedRequest, open_request
from almwp_slom.overlap_gaps import gap_blocks
from almwp_slom.overlap_pairs import pair_blocks, payer_blocks, series_blocks
from almwp_slom.overlap_tables import matrix_blocks
from almwp_slom.placement import group
from almwp_slom.setting import Setting


def build(request: ReportRequest) -> Report:
    """Build the overlaps and gaps of a plan, nobody ranked."""
    request = open_request(request, _listed)
    scene = scene_of(request, request.plan.activities)
    setting = Setting.of(request, scene.standing)
    found = opened(find_overlaps(scene), request.audience)
    return request.report(
        setting.say("Overlaps and gaps"),
        _blocks(request, scene, found, setting),
        subtitle=subtitle_of(request, setting),
        data=found,
    )


def _listed(request: OpenedRequest) -> tuple[Activity, ...]:
    return scene_of(request, request.plan.activities).standing


def _blocks(
    request: ReportRequest, scene: Scene, found: Overlaps, setting: Setting
) -> Iterator[Block]:
    say, standing = setting.say, scene.standing
    yield Heading(text="1 {title}".format(title=say("What this paper rests on")))
    yield from rests_on(standing, (), group(standing, scene.framework), setting)
    yield from framework_notes(scene.framework, None, request.elsewhere, setting)
    yield Note(text=say("Members stand in alphabetical order; nobody is ranked."))
    if found.withdrawn:
        left_out = setting.wording.count(
            len(found.withdrawn),
            say("1 activity was withdrawn and is left out."),
            say("{n} activities were withdrawn and are left out."),
        )
        yield Note(text=left_out, origins=setting.cells_of(found.withdrawn))
    yield Heading(text="2 {title}".format(title=say("Who leads where")))
    yield from matrix_blocks(found, setting)
    yield Heading(text="3 {title}".format(title=say("Gaps")))
    yield from gap_blocks(found, setting)
    plans = [request.framework] if request.framework else []
    sources = distinct((*sources_of_plans(plans), *sources_of_members(request.members)))
    if setting.is_open:
        yield from source_blocks(sources, (), setting)
        return
    activities = {activity.id: activity for activity in standing}
    yield Heading(text="4 {title}".format(title=say("Activities that look alike")))
    yield from pair_blocks(found, activities, setting, section="4")
    yield Heading(text="5 {title}".format(title=say("Editions of one series")))
    yield from series_blocks(found, activities, setting)
    yield Heading(text="6 {title}".format(title=say("Who pays for what is alike")))
    yield from payer_blocks(found, activities, setting)
    yield from source_blocks(sources, (), setting)
    yield from input_blocks(request.manifest, setting)
