"""The report kind ``alignment``: which activity serves which plans, and gaps."""

from collections.abc import Iterator, Mapping

from almwp.model.activity import Activity
from almwp.model.alignment import Alignment
from almwp.model.ids import ActivityId
from almwp.model.opening import opened
from almwp.model.report import Block, Bullets, Heading, Note, Paragraph, Report
from almwp.model.source import Origin
from almwp.plan.alignment import align
from almwp.plan.overlapmoney import names_of
from almwp.plan.overlaps import Scene, concerns
from almwp.plugins.reportrequest import ReportRequest
from almwp_slom.alignment_gaps import gap_blocks
from almwp_slom.alignment_tables import crossing_tables, plan_table, service_tables
from almwp_slom.annexes import input_blocks, source_blocks
from almwp_slom.beside import scene_of, subtitle_of
from almwp_slom.catalogued import distinct, sources_of_plans
from almwp_slom.grounds import framework_notes, rests_on
from almwp_slom.opening import OpenedRequest, open_request
from almwp_slom.origins import named_in
from almwp_slom.overlap_pairs import names, pair_tables
from almwp_slom.placement import group
from almwp_slom.setting import Setting


def build(request: ReportRequest) -> Report:
    """Build the alignment of a plan's activities with all plans they name."""
    request = open_request(request, _listed)
    scene = _scene(request)
    setting = Setting.of(request, _listed(request))
    found = opened(align(scene, request.frameworks), request.audience)
    return request.report(
        setting.say("Alignment of plans"),
        _blocks(request, scene, found, setting),
        subtitle=subtitle_of(request, setting),
        data=found,
    )


def _scene(request: OpenedRequest) -> Scene:
    return scene_of(request, (*request.plan.activities, *request.elsewhere))


def _listed(request: OpenedRequest) -> tuple[Activity, ...]:
    """Return the activities; a country's own have the first numbers."""
    scene = _scene(request)
    concerned = concerns(scene)
    return tuple(sorted(scene.standing, key=lambda each: not concerned(each.id)))


def _blocks(
    request: ReportRequest, scene: Scene, found: Alignment, setting: Setting
) -> Iterator[Block]:
    say = setting.say
    aligned = {activity.id for activity in found.activities}
    standing = tuple(a for a in scene.standing if a.id in aligned)
    known = {activity.id: activity for activity in scene.standing}
    yield Heading(text="1 {title}".format(title=say("What this paper rests on")))
    yield from rests_on(standing, (), group(standing, scene.framework), setting)
    yield from framework_notes(scene.framework, None, (), setting)
    yield Heading(text="2 {title}".format(title=say("The plans and what serves them")))
    yield plan_table(found, setting)
    yield Note(
        text=say(
            "Each activity counts once in the whole, however many plans it serves; the"
            " counts of the plans add up to more."
        )
    )
    yield Heading(
        text="3 {title}".format(title=say("Which activity serves which plan"))
    )
    yield from service_tables(found, setting)
    yield from crossing_tables(found, setting)
    yield Heading(
        text="4 {title}".format(title=say("Activities that serve several plans"))
    )
    yield from _several(found, known, setting)
    number = 5
    if not setting.is_open:
        heading = say("Alike under different plans")
        yield Heading(text=f"{number} {heading}")
        yield Paragraph(
            text=say(
                "Activities that look alike and name different plans: two plans may pay"
                " for the same thing. This is a question to those who lead them."
            )
        )
        yield from pair_tables(found.alike_elsewhere, known, setting)
        number += 1
    yield Heading(text="{number} {title}".format(number=number, title=say("Gaps")))
    yield from gap_blocks(found, known, setting)
    shown = {plan.framework for plan in found.plans}
    plans = (plan for plan in request.frameworks if plan.id in shown)
    yield from source_blocks(distinct(sources_of_plans(plans)), (), setting)
    if not setting.is_open:
        yield from input_blocks(request.manifest, setting)


def _several(
    found: Alignment, known: Mapping[ActivityId, Activity], setting: Setting
) -> Iterator[Block]:
    say = setting.say
    if not found.serving_several:
        yield Paragraph(text=say("None was found."))
        return
    yield Paragraph(
        text=say("These serve several plans at once: they count, and are paid, once.")
    )
    services = {activity.id: activity.named for activity in found.activities}
    items, cells = [], list[Origin]()
    for activity in found.serving_several:
        plans = ", ".join(service.framework for service in services[activity])
        paid = ", ".join(names_of(known[activity].funders))
        told = f"{names([activity], known, setting)}: {plans}"
        if paid:
            told = say("{told}; paid by {names}").format(told=told, names=paid)
        items.append(told)
        cells += (*setting.cells_of([activity]), *setting.placed_in(activity))
        cells += named_in(known[activity].origins, "funders")
    yield Bullets(items=items, origins=setting.origins(*cells))
