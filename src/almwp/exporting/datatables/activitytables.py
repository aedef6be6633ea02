"""Tables of activities, and of what was reported of them and when."""

from collections.abc import Iterator
from datetime import date

from attrs import evolve, frozen

from almwp.exporting.datatables.columns import (
    ABSENCES,
    ALL_MEMBERS,
    BASES,
    COUNTRY,
    FRAMEWORK,
    NONE,
    ORIGIN,
    SEVERAL,
    exact_or_absent,
    known_or_absent,
    moment_cells,
    moment_fields,
    origin_cells,
    required,
    said,
    stated,
    to,
    whole,
)
from almwp.exporting.datatables.lists import Cells, numbered
from almwp.exporting.datatables.table import DataTable, Value
from almwp.model.absence import Absence
from almwp.model.activity import Activity, ActivityLevel, Change, Observation, Status
from almwp.model.ids import FrameworkId
from almwp.model.party import PartyKind
from almwp.model.source import Origin
from almwp.model.timeframe import Recurrence
from almwp.scoring.states import State, known_state

ACTIVITY = (FRAMEWORK, COUNTRY, required("activity", "The activity"))
"""The first columns of a table about activities."""

ACTIVITIES = DataTable(
    name="activities",
    about="One activity",
    fields=(
        FRAMEWORK,
        COUNTRY,
        required("id", "Its id, the same in every submission that reports it"),
        stated("number", "Its number in the sender's list"),
        stated("title", "Its title, in English where there is one"),
        stated("kind", "Study, training, workshop, guideline, campaign..."),
        stated(
            "level", "Between whom it takes place", [x.value for x in ActivityLevel]
        ),
        stated("place", "Where"),
        stated("host", "ISO code of the country that hosts it"),
        stated("output", "The result by which its completion is known"),
        stated("budget", "Its budget in the sender's words"),
        stated("timeframe", "When it takes place, in the sender's words"),
        *moment_fields("begins", "When it begins"),
        *moment_fields("ends", "When it ends"),
        stated("recurrence", "How often it comes back", [x.value for x in Recurrence]),
        required("state", "What is known of it", [x.value for x in State]),
        stated("remarks", "What the sender adds"),
        *ORIGIN,
    ),
    key=("id",),
)
_DONE, _NOT_DONE = exact_or_absent("share_done", "Share done, from 0 to 1")
OBSERVATIONS = DataTable(
    name="observations",
    about="What was reported of an activity at one time",
    fields=(
        *ACTIVITY,
        whole("position", "Its number, the oldest first"),
        *moment_fields("as_of", "When it was so"),
        stated("meeting", "The meeting to which it was reported"),
        stated("status", "The state", [x.value for x in Status]),
        stated("status_absence", "Why there is no status", ABSENCES),
        stated("word", "The word that was used for the state"),
        stated("change", "What it changes in the plan", [x.value for x in Change]),
        evolve(_DONE, unit="share of the whole", bounds=(0, 1)),
        _NOT_DONE,
        stated("note", "What else was said"),
        required("basis", "On what the state stands", BASES),
        *ORIGIN,
        stated("share_done_cell", "The cell of the share"),
        stated("change_cell", "The cell of the change"),
        stated("as_of_cell", "The cell of the day"),
    ),
    key=("activity", "position"),
    references=(to("activities", "activity"),),
)


@frozen(kw_only=True)
class Placed:
    """An activity with the programme and the country by which it is filed.

    Attributes:
        activity: The activity.
        id: Its id in these tables.
        framework: The programme; ``none`` where none is known.
        country: The one country that leads it, or what stands for there being none.
    """

    activity: Activity
    id: str
    framework: str
    country: str

    @property
    def first(self) -> tuple[Value, Value, Value]:
        """The first cells of a row about it."""
        return self.framework, self.country, self.id


def framework_of(activity: Activity, wanted: FrameworkId | None) -> str:
    """Return the programme by which *activity* is filed.

    It is the one under review, where the activity names it, else the first it names.
    """
    named: list[str] = [r.framework for r in activity.references if r.framework]
    return wanted if wanted and wanted in named else (*named, NONE)[0]


def country_of(activity: Activity) -> str:
    """Return the country by which *activity* is filed: its one lead country."""
    if activity.is_owed_by_all:
        return ALL_MEMBERS
    leads = {p.id for p in activity.leads if p.kind is PartyKind.COUNTRY}
    return SEVERAL if len(leads) > 1 else (leads or {NONE}).pop()


def activity_tables(
    placed: tuple[Placed, ...], day: date | None
) -> Iterator[DataTable]:
    """Give the tables of activities and of their reports.

    Args:
        placed: The activities.
        day: The day as of which the state is told; None for the newest reports.
    """
    yield evolve(ACTIVITIES, rows=[_activity(each, day) for each in placed])
    filed = ((each.first, each.activity) for each in placed)
    yield evolve(OBSERVATIONS, rows=numbered(filed, _observations))


def _activity(placed: Placed, day: date | None) -> tuple[Value, ...]:
    activity = placed.activity
    time = activity.timeframe
    origin = activity.origin_of("title")
    return (
        *placed.first,
        said(activity.number),
        said(str(activity.title)),
        said(activity.kind),
        activity.level.value if activity.level else None,
        said(activity.place),
        activity.host,
        said(activity.output),
        said(activity.budget),
        said(time.raw),
        *moment_cells(time.start),
        *moment_cells(time.end),
        time.recurrence.value if time.recurrence else None,
        known_state(activity, day).state.value,
        said(activity.remarks),
        *origin_cells(origin),
    )


def _observations(activity: Activity) -> Iterator[Cells]:
    return map(_reported, activity.observations)


def _reported(report: Observation) -> Cells:
    status = report.status
    is_absent = isinstance(status, Absence)
    return (
        *moment_cells(report.as_of),
        said(report.meeting),
        None if is_absent else status.value,
        status.value if is_absent else None,
        said(report.word),
        report.change.value if report.change else None,
        *known_or_absent(report.percent),
        said(report.note),
        report.basis.value,
        *origin_cells(report.origin),
        _cell(report.percent_origin),
        _cell(report.change_origin),
        _cell(report.as_of_origin),
    )


def _cell(origin: Origin | None) -> str | None:
    return origin.cell if origin else None
