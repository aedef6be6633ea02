"""Gaps of an alignment: parts that nothing serves, activities that serve no plan."""

from collections.abc import Iterator, Mapping

from almwp.model.activity import Activity
from almwp.model.alignment import AlignedPlan, Alignment, PlanPart
from almwp.model.ids import ActivityId
from almwp.model.report import Block, Bullets, Note, Paragraph
from almwp_slom.overlap_pairs import names
from almwp_slom.setting import Setting
from almwp_slom.wording import Wording


def gap_blocks(
    found: Alignment, known: Mapping[ActivityId, Activity], setting: Setting
) -> Iterator[Block]:
    """List what nothing serves, plan by plan, and how sure that is."""
    say, told = setting.say, False
    idle = [p for p in found.plans if p.is_known and not p.named_by and not p.through]
    for plan in found.plans:
        if plan.named_by and any(part.is_gap for part in plan.parts):
            told = True
            yield from _of_plan(plan, setting)
    if idle:
        told = True
        yield Paragraph(text=say("Plans that no activity names:"))
        yield Bullets(items=[setting.wording.text(plan.title) for plan in idle])
    if found.without_plan:
        told = True
        yield Paragraph(text=say("Activities that name no plan that is known here:"))
        yield Bullets(
            items=[names([a], known, setting) for a in found.without_plan],
            origins=setting.cells_of(found.without_plan),
        )
    if not told:
        yield Paragraph(text=say("No gap was found."))


def _of_plan(plan: AlignedPlan, setting: Setting) -> Iterator[Block]:
    say, wording = setting.say, setting.wording
    title = wording.text(plan.title)
    for level in dict.fromkeys(part.level for part in plan.parts):
        gaps = [part for part in plan.parts if part.level == level and part.is_gap]
        if not gaps:
            continue
        lead_in = (
            say("{plan}, {level}: no activity that was read is said to serve")
            if gaps[0].is_sure
            else say("{plan}, {level}: of those known, no activity is said to serve")
        )
        level_name = wording.text(gaps[0].level_name)
        yield Paragraph(text=lead_in.format(plan=title, level=level_name) + ":")
        yield Bullets(items=[_named(part, wording) for part in gaps])
        if not gaps[0].is_sure:
            yield Note(
                text=say(
                    "This list names only what is public: it is not known to be"
                    " complete, and there may be further gaps."
                )
            )
        if gaps[0].may_serve:
            said = wording.count(
                len(gaps[0].may_serve),
                say(
                    "1 activity names this plan but no part on this level; it may"
                    " serve one."
                ),
                say(
                    "{n} activities name this plan but no part on this level; they may"
                    " serve some."
                ),
            )
            cells = setting.cells_of(gaps[0].may_serve)
            yield Note(text=said, origins=cells)


def _named(part: PlanPart, wording: Wording) -> str:
    return f"{part.number} {wording.text(part.title)}".strip()
