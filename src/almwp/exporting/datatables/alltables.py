"""All tables of a report, and what they cannot carry of it."""

from collections.abc import Iterator

from attrs import evolve

from almwp.catalogue.languages import language_codes, vocabulary
from almwp.errors import Translate, in_english
from almwp.exporting.datatables.activitylists import activity_lists
from almwp.exporting.datatables.activitytables import (
    Placed,
    activity_tables,
    country_of,
    framework_of,
)
from almwp.exporting.datatables.columns import POSITION, each_id_once, required
from almwp.exporting.datatables.indicatortables import Followed, indicator_tables
from almwp.exporting.datatables.reporttables import report_tables
from almwp.exporting.datatables.scoretables import score_tables
from almwp.exporting.datatables.sendertables import sender_tables
from almwp.exporting.datatables.table import DataTable
from almwp.model.activity import Activity
from almwp.model.alignment import Alignment
from almwp.model.ids import FrameworkId
from almwp.model.indicator import Indicator
from almwp.model.nationalposition import NationalPosition
from almwp.model.overlap import Overlaps
from almwp.model.report import Report
from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan

LOSSES = DataTable(
    name="not_carried",
    about="Something of the report that these tables do not carry",
    fields=(
        POSITION,
        required("what", "What, and where it is, in the language of the report"),
    ),
    key=("position",),
)


def all_tables(report: Report) -> tuple[DataTable, ...]:
    """Return every table of *report*; tables that it cannot have are not among them.

    The last of them says what the others do not carry.
    """
    translate = translation_of(report)
    tables = [*report_tables(report, translate), *_of_data(report)]
    tables.append(evolve(LOSSES, rows=list(enumerate(losses(report), start=1))))
    names = frozenset(table.name for table in tables)
    return tuple(table.without_unanswered(names) for table in tables)


def with_losses(
    tables: tuple[DataTable, ...], lost: tuple[str, ...]
) -> tuple[DataTable, ...]:
    """Return *tables* with what a format does not carry besides, on the last one."""
    *others, last = tables
    said = [what for _, what in last.rows]
    return (*others, evolve(last, rows=list(enumerate([*said, *lost], start=1))))


def translation_of(report: Report) -> Translate:
    """Return a translation into the first language of *report*."""
    if report.language not in language_codes():
        return in_english
    return vocabulary(report.language).load_messages()


def activities_of(report: Report) -> tuple[Activity, ...]:
    """Return the activities behind *report*, each once."""
    match report.data:
        case WorkPlan() as plan:
            return plan.activities
        case NationalPosition() as position:
            every = (*position.own_activities, *position.shared_obligations)
            return tuple(dict.fromkeys(every))
        case _:
            return ()


def indicators_of(report: Report) -> tuple[Indicator, ...]:
    """Return the indicators behind *report*."""
    return report.data.indicators if isinstance(report.data, WorkPlan) else ()


def scorecard_of(report: Report) -> Scorecard | None:
    """Return the scores of *report*, wherever it has them."""
    match report.data:
        case Scorecard() as card:
            return card
        case NationalPosition() as position:
            return position.scorecard
        case _:
            return report.scorecard


def losses(report: Report) -> Iterator[str]:
    """Say what of *report* no table carries, in its language."""
    translate = translation_of(report)
    match report.data:
        case WorkPlan():
            yield translate(
                "the fate of each cell, how headings were understood, decisions that "
                "were not applied and former institutions: only in the format json"
            )
        case NationalPosition():
            yield translate(
                "the agenda, proposals, asks and objectives: as statements and cells, "
                "not as tables of their own; in full in the format json"
            )
        case Overlaps() | Alignment():
            yield translate(
                "the overlaps or alignment themselves: as statements and cells, not as "
                "tables of their own; in full in the format json"
            )
        case Scorecard():
            yield translate(
                "the activities themselves are not in this report; export the report "
                "plan for them"
            )
        case None:
            yield translate("this report is text: it has no data behind it")
    if scorecard_of(report) is not None:
        yield translate(
            "of a figure the policy, its further cells and what its parts were before: "
            "only in the format json"
        )


def _of_data(report: Report) -> Iterator[DataTable]:
    activities = activities_of(report)
    card = scorecard_of(report)
    if isinstance(report.data, WorkPlan | NationalPosition):
        wanted: FrameworkId | None = report.data.framework
        ids = each_id_once(activity.id for activity in activities)
        placed = tuple(
            Placed(
                activity=activity,
                id=name,
                framework=framework_of(activity, wanted),
                country=country_of(activity),
            )
            for activity, name in zip(activities, ids, strict=True)
        )
        day = card.as_of.end if card and card.as_of else None
        if isinstance(report.data, NationalPosition) and report.data.as_of:
            day = report.data.as_of.end
        yield from activity_tables(placed, day)
        yield from activity_lists(placed)
    if isinstance(report.data, WorkPlan):
        indicators = report.data.indicators
        ids = each_id_once(indicator.id for indicator in indicators)
        followed = tuple(
            Followed(indicator=indicator, id=name)
            for indicator, name in zip(indicators, ids, strict=True)
        )
        yield from indicator_tables(followed)
        yield from sender_tables(report.data, translation_of(report))
    if card is not None:
        yield from score_tables(card)
