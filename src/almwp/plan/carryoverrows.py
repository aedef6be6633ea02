"""The rows in which activities were reported: cells of plans and times, and owners."""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import field, frozen

from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.source import Basis, Origin
from almwp.model.submission import Submission
from almwp.model.workplan import Claim, Conflict
from almwp.plan.fieldwords import said_of
from almwp.plan.reported import ReportedActivity

_PLACED = ("outcome", "area")
"""Columns of the places in the programme on which a file reports."""


@frozen(kw_only=True, eq=False)
class ReportedRows:
    """The activities of a plan as they were reported, file by file.

    Attributes:
        of: The reports of each activity.
        day: By when they count for what they say of the next period; None for all.
    """

    of: Mapping[ActivityId, tuple[ReportedActivity, ...]] = field(factory=dict)
    day: date | None = None

    def stands_in(self, activity: Activity, plan: FrameworkId) -> bool:
        """Say whether a report that counts names *plan*; a row unknown here counts."""
        reports = self.of.get(activity.id, ())
        return not reports or any(
            _names(each.activity, plan)
            for each in reports
            if was_sent_by(each.submission, each.activity, self.day)
        )

    def was_sent(self, activity: Activity) -> bool:
        """Say whether a report of *activity* was surely made by the day asked for."""
        reports = self.of.get(activity.id, ())
        return not reports or any(
            was_sent_by(each.submission, each.activity, self.day) for each in reports
        )

    def plan_cell(self, activity: Activity, plan: FrameworkId) -> Origin | None:
        """Return the cell in which the newest report that names *plan* names it."""
        naming = [
            each
            for each in sorted(self.of.get(activity.id, ()), key=_age)
            if _names(each.activity, plan)
        ]
        counting = [
            each
            for each in naming
            if was_sent_by(each.submission, each.activity, self.day)
        ]
        cells = [_cell_of(each, plan) for each in counting or naming]
        return cells[-1] if cells else _first_of(activity, ("plan", "title"))

    def time_cell(self, activity: Activity) -> Origin | None:
        """Return the cell of the time frame that counts, of several reports' cells."""
        for each in self.of.get(activity.id, ()):
            cell = each.activity.origin_of("timeframe")
            if cell and each.activity.timeframe == activity.timeframe:
                return cell
        return activity.origin_of("timeframe")

    def claims_of_time(self, conflict: Conflict) -> tuple[Claim, ...]:
        """Return what is claimed of a time frame, with each one who claims it.

        A conflict names one of those who say the same.
        """
        found: dict[tuple[str, str], Claim] = {}
        said = [
            (known.sense, each, known)
            for each in self.of.get(conflict.activity, ())
            for known in said_of(each.activity, conflict.field)
        ]
        for claim in conflict.claims:
            senses = {sense for sense, _, known in said if known.words == claim.value}
            found.setdefault((claim.value, claim.owner), claim)
            for sense, each, known in said:
                if sense in senses:
                    found.setdefault(
                        (claim.value, each.owner),
                        Claim(
                            value=claim.value,
                            owner=each.owner,
                            origin=known.origin
                            or each.activity.origin_of(conflict.field),
                        ),
                    )
        return tuple(found.values())


def was_sent_by(submission: Submission, activity: Activity, day: date | None) -> bool:
    """Say whether a row was surely reported by *day*, as its file or itself says."""
    if day is None:
        return True
    own = [report.as_of for report in activity.observations if report.as_of]
    days = own or ([submission.as_of] if submission.as_of else [])
    return any(when.end <= day for when in days)


def best_of_each_plan(activity: Activity) -> dict[FrameworkId, PlanReference]:
    """Return of each plan in which an activity stands the best founded reference."""
    found: dict[FrameworkId, PlanReference] = {}
    order = list(Basis)
    for reference in activity.references:
        plan = reference.framework
        if plan is None:
            continue
        known = found.setdefault(plan, reference)
        if order.index(reference.basis) < order.index(known.basis):
            found[plan] = reference
    return found


def _names(activity: Activity, plan: FrameworkId) -> bool:
    return any(reference.framework == plan for reference in activity.references)


def _cell_of(report: ReportedActivity, plan: FrameworkId) -> Origin | None:
    """Return the cell in which a row names a plan.

    Places in the programme of the file have columns of their own; a reference without
    words is that of the cover, for which the title of the row stands.
    """
    own = [r for r in report.activity.references if r.framework == plan]
    written = [r for r in own if r.words or r.node]
    keys: tuple[str, ...] = ("title",)
    if written:
        is_placed = plan == report.submission.framework and written[0].node
        keys = (*(_PLACED if is_placed else ()), "plan", "title")
    return _first_of(report.activity, keys)


def _first_of(activity: Activity, keys: Iterable[str]) -> Origin | None:
    return next((cell for key in keys if (cell := activity.origin_of(key))), None)


def _age(report: ReportedActivity) -> tuple[date, str]:
    when = report.submission.as_of
    return (when.end if when else date.min, report.submission.file)
