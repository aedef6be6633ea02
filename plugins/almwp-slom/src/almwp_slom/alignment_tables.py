"""Alignment as tables: the plans, the activities by plan, and where plans meet."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from textwrap import shorten

from almwp.model.activity import ActivityLevel
from almwp.model.alignment import AlignedActivity, AlignedPlan, Alignment, Service
from almwp.model.ids import ActivityId, FrameworkId, NodeId
from almwp.model.report import Block, Column, Note, Table, TableCell
from almwp.model.source import Basis
from almwp_slom.activities import INFERRED_MARK
from almwp_slom.phrases import mark
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING

_LONGEST = 70
"""Letters of a part's title in a cell; the gaps and the catalogue have all of it."""

ABREAST = 4
"""How many plans stand beside one another in a table that a person can read."""

_REACH = {
    ActivityLevel.REGIONAL: mark("Regional"),
    ActivityLevel.NATIONAL: mark("National"),
    ActivityLevel.BILATERAL: mark("Between a few"),
}
_UNSURE = (Basis.INFERRED, Basis.UNKNOWN)


def plan_table(found: Alignment, setting: Setting) -> Table:
    """List the plans with how many activities serve them, and the whole."""
    say = setting.say
    rows = [_plan_row(plan, setting) for plan in found.plans]
    named = [activity.id for activity in found.activities if activity.named]
    apart = {*named, *found.without_plan}
    above = [each.id for each in found.activities if each.id not in apart]
    blank = TableCell(text=NOTHING)
    whole = TableCell(text=say("All activities, each once"))
    rows.append(
        (whole, blank, blank, _count(named, setting), _count(above, setting), blank)
    )
    return Table(
        columns=(
            Column(heading=say("Plan or programme"), share=16),
            Column(heading=say("Reach"), share=4),
            Column(heading=say("Years"), share=4),
            Column(heading=say("Named by"), share=3, is_number=True),
            Column(
                heading=say("Only through a plan under it"), share=4, is_number=True
            ),
            Column(heading=say("Known parts that are served"), share=5),
        ),
        rows=tuple(rows),
    )


def service_tables(found: Alignment, setting: Setting) -> Iterator[Block]:
    """Give the activities by plan, a few plans in each table."""
    say = setting.say
    plans = [plan for plan in found.plans if plan.named_by]
    served = [activity for activity in found.activities if activity.named]
    titles = _titles(found, setting)
    for first in range(0, len(plans), ABREAST):
        part = plans[first : first + ABREAST]
        ids = {plan.framework for plan in part}
        rows = [
            _service_row(activity, part, titles, setting)
            for activity in served
            if any(service.framework in ids for service in activity.named)
        ]
        yield Table(
            columns=(
                Column(heading=say("Activity"), share=10),
                *(Column(heading=plan.framework, share=6) for plan in part),
            ),
            rows=tuple(rows),
        )
    if any(s.basis in _UNSURE and s.nodes for a in served for s in a.named):
        said = say("{mark} Inferred: no report states this.")
        yield Note(text=said.format(mark=INFERRED_MARK))


def crossing_tables(found: Alignment, setting: Setting) -> Iterator[Block]:
    """Give where parts of the programme under review and other plans meet."""
    say = setting.say
    if not found.crossings:
        return
    counts = {(c.node, c.framework): c.activities for c in found.crossings}
    others = [p for p in found.plans if any(p.framework == plan for _, plan in counts)]
    parts = [
        part for part in found.plans[0].parts if any(part.node == n for n, _ in counts)
    ]
    for first in range(0, len(others), ABREAST):
        shown = others[first : first + ABREAST]
        rows = [
            (
                TableCell(
                    text=f"{part.number} {setting.wording.text(part.title)}".strip()
                ),
                *(
                    _count(counts.get((part.node, p.framework), ()), setting)
                    for p in shown
                ),
            )
            for part in parts
            if any((part.node, plan.framework) in counts for plan in shown)
        ]
        yield Table(
            caption=say(
                "Activities that serve a part of this programme and another plan"
            ),
            columns=(
                Column(heading=say("Part of this programme"), share=10),
                *(Column(heading=p.framework, share=6, is_number=True) for p in shown),
            ),
            rows=tuple(rows),
        )


Titles = Mapping[tuple[FrameworkId, NodeId], str]


def _titles(found: Alignment, setting: Setting) -> Titles:
    return {
        (plan.framework, part.node): shorten(
            f"{part.number} {setting.wording.text(part.title)}",
            width=_LONGEST,
            placeholder=" …",
        )
        for plan in found.plans
        for part in plan.parts
    }


def _plan_row(plan: AlignedPlan, setting: Setting) -> tuple[TableCell, ...]:
    say = setting.say
    title = setting.wording.text(plan.title)
    name = title if title == plan.framework else f"{title}\n{plan.framework}"
    return (
        TableCell(text=name),
        TableCell(text=say(_REACH[plan.reach]) if plan.is_known else say("not known")),
        TableCell(text=str(plan.period) if plan.period else say("not known")),
        _count(plan.named_by, setting),
        _count(plan.through, setting),
        TableCell(
            text=_served(plan, setting),
            origins=setting.cells_of(a for p in plan.parts for a in p.activities),
        ),
    )


def _served(plan: AlignedPlan, setting: Setting) -> str:
    say = setting.say
    if not plan.is_known:
        return say("nothing is known of this plan here")
    if not plan.parts:
        return say("no part of it is public")
    levels = dict.fromkeys(part.level for part in plan.parts)
    lines = []
    for level in levels:
        parts = [part for part in plan.parts if part.level == level]
        counted = say("{part} of {whole}").format(
            part=sum(not part.is_gap for part in parts), whole=len(parts)
        )
        if any(p.inferred and len(p.inferred) == len(p.activities) for p in parts):
            counted += f" {INFERRED_MARK}"
        lines.append(f"{setting.wording.text(parts[0].level_name)}: {counted}")
    return "\n".join(lines)


def _service_row(
    activity: AlignedActivity,
    plans: Sequence[AlignedPlan],
    titles: Titles,
    setting: Setting,
) -> tuple[TableCell, ...]:
    services = {service.framework: service for service in activity.named}
    number = setting.numbers[activity.id]
    return (
        TableCell(
            text=f"{number}. {setting.wording.text(activity.title)}",
            origins=setting.cells_of([activity.id]),
        ),
        *(
            _service(services.get(p.framework), activity, titles, setting)
            for p in plans
        ),
    )


def _service(
    service: Service | None,
    activity: AlignedActivity,
    titles: Titles,
    setting: Setting,
) -> TableCell:
    if service is None:
        return TableCell(text=NOTHING)
    sign = f" {INFERRED_MARK}" if service.basis in _UNSURE else ""
    lines = [
        titles.get((service.framework, node), node) + sign for node in service.nodes
    ]
    if service.number:
        numbered = setting.say("number {number} there")
        lines.append(numbered.format(number=service.number))
    return TableCell(
        text="\n".join(lines) or setting.say("the plan as a whole"),
        origins=setting.placed_in(activity.id),
    )


def _count(activities: Collection[ActivityId], setting: Setting) -> TableCell:
    number = len(activities)
    return TableCell(
        text=str(number) if number else NOTHING,
        number=Fraction(number),
        origins=setting.cells_of(activities),
    )
