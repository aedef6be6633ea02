"""The report kind ``matrix``: a plan's table in the columns that its body publishes."""

import re
from collections.abc import Callable, Iterator

from attrs import frozen

from almwp.model.activity import Activity
from almwp.model.ids import FrameworkId
from almwp.model.party import PartyKind
from almwp.model.report import (
    Block,
    Column,
    Heading,
    Note,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Basis, Origin
from almwp.plugins.reportrequest import ReportRequest
from almwp.scoring.states import State
from almwp_slom.annexes import source_blocks
from almwp_slom.catalogued import distinct, sources_of_plans
from almwp_slom.opening import OpenedRequest, open_request
from almwp_slom.origins import named_in
from almwp_slom.phrases import mark
from almwp_slom.placement import group
from almwp_slom.progress_tables import outcome_in_words
from almwp_slom.scored import in_order
from almwp_slom.setting import Setting
from almwp_slom.shares import NOTHING
from almwp_slom.timecell import time_cell


@frozen(kw_only=True)
class _Published:
    """One column as a body publishes it.

    Attributes:
        heading: Its heading.
        keys: The fields that stand in it.
        share: Its share of the width.
        say: What stands in it.
    """

    heading: str
    keys: tuple[str, ...]
    share: int
    say: Callable[[Activity, Setting], str]


def build(request: ReportRequest) -> Report:
    """Build the table of the plan's activities; with a country, of those it is in."""
    request = open_request(request, _listed)
    groups = group(_activities(request), request.framework)
    setting = Setting.of(request, in_order(groups))
    columns, is_known = _columns_of(request.framework.id if request.framework else None)
    say = setting.say
    blocks: list[Block] = []
    if not is_known:
        note = say(
            "No page shows the columns of this plan's table; those of the ASEAN TVET"
            " Council, which quotes its rows, are used."
        )
        blocks.append(Note(text=note, basis=Basis.INFERRED))
    filled = [one for one in groups if one.places]
    if not filled:
        blocks.append(Paragraph(text=say("The files name no activity of this plan.")))
    for one in filled:
        if len(filled) > 1:
            blocks.append(Heading(text=outcome_in_words(one.outcome, setting)))
        blocks.append(_table(one.activities, columns, setting))
    listed = [activity for one in filled for activity in one.activities]
    named = [source for activity in listed for source in activity.sources]
    named += sources_of_plans([request.framework] if request.framework else ())
    blocks += source_blocks(distinct(named), listed, setting)
    return request.report(
        say("Work plan matrix"),
        blocks,
        subtitle=", ".join(_subtitle(request, setting)),
    )


def _listed(request: OpenedRequest) -> tuple[Activity, ...]:
    return in_order(group(_activities(request), request.framework))


def _activities(request: OpenedRequest) -> tuple[Activity, ...]:
    if request.country is None:
        return request.plan.activities
    wanted = request.led | request.owed
    return tuple(a for a in request.plan.activities if a.id in wanted)


def _subtitle(request: ReportRequest, setting: Setting) -> Iterator[str]:
    wording = setting.wording
    if request.framework:
        yield wording.text(request.framework.title)
    if request.country:
        yield wording.text(request.country.name)
    if request.meeting:
        yield wording.meeting(request.meeting)


def _table(
    activities: tuple[Activity, ...],
    columns: tuple[_Published, ...],
    setting: Setting,
) -> Table:
    rows = [
        tuple(_cell(column, activity, setting) for column in columns)
        for activity in activities
    ]
    heads = [Column(heading=setting.say(c.heading), share=c.share) for c in columns]
    return Table(columns=heads, rows=rows)


def _cell(column: _Published, activity: Activity, setting: Setting) -> TableCell:
    words = column.say(activity, setting) or NOTHING
    cells = _cells(column.keys, activity, setting)
    if "timeframe" in column.keys:
        return time_cell(words, activity.timeframe, cells)
    return TableCell(text=words, origins=cells)


def _cells(
    keys: tuple[str, ...], activity: Activity, setting: Setting
) -> tuple[Origin, ...]:
    """Return the cells of what stands in a column."""
    cells = list(named_in(activity.origins, *keys))
    if "title" in keys:
        cells = [*setting.cells_of([activity.id]), *cells]
    if "status" in keys and setting.known(activity).state is State.COMPLETED:
        cells += setting.state_cells(activity)
    return setting.origins(*cells)


def _columns_of(framework: FrameworkId | None) -> tuple[tuple[_Published, ...], bool]:
    """Return the columns of a plan, and whether they were seen on a public page."""
    name = framework or ""
    if name.startswith("OSHNET-"):
        return _OSHNET, True
    return _TVET, name.startswith("ATC-")


def _title(activity: Activity, setting: Setting) -> str:
    bullets = [f"• {setting.wording.text(part)}" for part in activity.parts]
    return "\n".join([setting.shown_title(activity), *bullets])


def _leads(activity: Activity, setting: Setting) -> str:
    names = setting.wording.parties(activity.leads)
    return setting.settled(names, activity, "leads")


def _timeframe(activity: Activity, setting: Setting) -> str:
    return setting.settled(activity.timeframe.raw, activity, "timeframe")


def _timeline(activity: Activity, setting: Setting) -> str:
    """Put the state behind the year as the network does: 2021 [COMPLETED]."""
    when = _timeframe(activity, setting)
    is_done = setting.known(activity).state is State.COMPLETED
    if not is_done or setting.is_contested(activity, "status"):
        return when
    done = setting.say("[COMPLETED]")
    # A file that was copied from the network's own table has the word already.
    bare = _DONE.sub("", when).rstrip()
    return f"{bare} {done}".strip()


def _others(activity: Activity, setting: Setting) -> str:
    names = setting.wording.parties(activity.co_leads)
    names = setting.settled(names, activity, "co_leads")
    return "; ".join([*([names] if names else []), *activity.bodies])


def _partners(activity: Activity, setting: Setting) -> str:
    outside = (*activity.partners, *activity.funders)
    kept = tuple(party for party in outside if party.kind is not PartyKind.BODY)
    return setting.wording.parties(kept)


_DONE = re.compile(r"\[\s*completed\s*\]", re.IGNORECASE)

_TVET = (
    _Published(heading=mark("PLANNED ACTIONS"), keys=("title",), share=14, say=_title),
    _Published(heading=mark("LEAD"), keys=("leads",), share=6, say=_leads),
    _Published(heading=mark("TIMEFRAME"), keys=("timeframe",), share=5, say=_timeframe),
    _Published(
        heading=mark("CO-LEAD AND OTHER ASEAN BODIES"),
        keys=("co_leads", "bodies"),
        share=7,
        say=_others,
    ),
    _Published(
        heading=mark("POTENTIAL COLLABORATING PARTNERS"),
        keys=("partners", "funders"),
        share=8,
        say=_partners,
    ),
)
"""The table of the ASEAN TVET Council."""

_OSHNET = (
    _Published(heading=mark("Project Title"), keys=("title",), share=14, say=_title),
    _Published(
        heading=mark("Timeline"),
        keys=("timeframe", "status"),
        share=5,
        say=_timeline,
    ),
)
"""The table of ASEAN-OSHNET."""
