"""The matrix of members by outcome and area of the regional paper; without a rank."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from almwp.model.activity import Activity
from almwp.model.figures import Grid, GridRow, Square
from almwp.model.framework import Node, Role
from almwp.model.ids import CountryCode
from almwp.model.member import Member
from almwp.model.report import Block
from almwp_slom.placement import Group
from almwp_slom.progress_tables import outcome_in_words
from almwp_slom.setting import Setting

_ALL, _OTHERS, _OPEN = "ALL", "OTHERS", "OPEN"
"""Columns beside those of the members."""


def grid_blocks(
    groups: Sequence[Group], members: Iterable[Member], setting: Setting
) -> tuple[Block, ...]:
    """Return how many activities each member leads or co-leads, by outcome and area.

    Members stand in the order of their English names, as in ASEAN's own papers; there
    is neither a sum nor a rank.

    Args:
        groups: The activities by outcome.
        members: Each has a column, whether it leads anything or not.
        setting: For whom, and in which words.
    """
    say, filled = setting.say, [group for group in groups if group.places]
    if not filled:
        return ()
    inside = sorted(members, key=lambda member: str(member.name))
    codes = [member.iso2 for member in inside]
    activities = [a for group in filled for a in group.activities]
    leading = {a.id: _leaders(a, codes, setting) for a in activities}
    used = set().union(*leading.values())
    heads: dict[str, str] = {c: setting.wording.country(c) for c in codes}
    for key, words in (
        (_ALL, say("all ASEAN member states")),
        (_OTHERS, say("no member named")),
        (_OPEN, say("not settled")),
    ):
        if key in used:
            heads[key] = words
    rows: list[tuple[str, list[int]]] = []
    for group in filled:
        for label, its in _rows(group, setting):
            rows.append((label, [sum(h in leading[a.id] for a in its) for h in heads]))
    most = max(count for _, counts in rows for count in counts)
    cells = (a.origin_of(key) for a in activities for key in ("leads", "co_leads"))
    told = say("activities: {count}").format(count=len(activities))
    shows = say(
        "how many activities each member leads or co-leads; an activity of several "
        "members or areas counts for each of them"
    )
    return (
        Grid(
            caption=say("Activities by outcome, area and leading member"),
            columns=tuple(heads.values()),
            rows=[
                GridRow(label=label, squares=[_square(count, most) for count in counts])
                for label, counts in rows
            ],
            alternative=f"{told}; {shows}",
            origins=setting.origins(*cells),
        ),
    )


def _rows(group: Group, setting: Setting) -> Iterable[tuple[str, tuple[Activity, ...]]]:
    """Give the outcome with all its activities, then each area that is named."""
    yield outcome_in_words(group.outcome, setting), group.activities
    areas: dict[str, tuple[Node, list[Activity]]] = {}
    for activity in group.activities:
        for area in _areas(activity, setting):
            areas.setdefault(area.id, (area, []))[1].append(activity)
    order = {node.id: place for place, node in enumerate(_nodes(setting))}
    for area, its in sorted(areas.values(), key=lambda pair: order[pair[0].id]):
        yield f"– {setting.wording.text(area.title)}", tuple(its)


def _nodes(setting: Setting) -> tuple[Node, ...]:
    return setting.framework.nodes if setting.framework else ()


def _areas(activity: Activity, setting: Setting) -> Iterable[Node]:
    framework = setting.framework
    if framework is None:
        return
    found: set[str] = set()
    for reference in activity.node_in(framework.id):
        for node in framework.ancestors(reference.node) if reference.node else ():
            is_area = framework.role_of(node) is Role.PRIORITY_AREA
            if is_area and node.id not in found:
                found.add(node.id)
                yield node


def _leaders(
    activity: Activity, codes: Iterable[CountryCode], setting: Setting
) -> set[str]:
    """Return the columns under which *activity* counts, at least one."""
    if setting.is_contested(activity, "leads", "co_leads"):
        return {_OPEN}
    leaders: set[str] = {code for code in codes if activity.is_led_by(code)}
    if activity.is_owed_by_all:
        leaders.add(_ALL)
    return leaders or {_OTHERS}


def _square(count: int, most: int) -> Square:
    depth = Fraction(count, most) if count else Fraction()
    return Square(text=str(count) if count else "", depth=depth)
