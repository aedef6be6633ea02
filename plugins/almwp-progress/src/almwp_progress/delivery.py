"""Delivery: how far activities have come on average; what is not known is bounds."""

from collections.abc import Mapping

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.policy import AbsenceRules
from almwp.model.score import Part, Scope, Score, Scorecard, ScoreLine
from almwp.model.source import Basis, Statement
from almwp.model.workplan import WorkPlan
from almwp.scoring.editions import is_recurring
from almwp.scoring.means import Counted, mean_of
from almwp.scoring.question import Question
from almwp.scoring.rollup import own_activities, roll_up
from almwp.scoring.states import State
from almwp.scoring.wording import because
from almwp_progress.absences import (
    BY_POLICY,
    OPEN_AS,
    is_left_out,
    missing_as,
    told_absences,
)
from almwp_progress.newestday import day_remark, newest_moment
from almwp_progress.progress import Progress, progress_of
from almwp_progress.weighing import Weighing, weighing_of

METHOD = "mean of the progress of activities by weight"
WITHDRAWN = "withdrawn and left out: {count}"
OPEN = (
    "the progress of {count} of {total} is known only roughly or not at all: "
    "the bounds are the least and the most that it can be"
)


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Average the progress of the activities of *plan*, as a whole and by scope."""
    own = own_activities(plan, question)
    moment = question.as_of or newest_moment(own)
    day = moment.end if moment else None
    progress = {a.id: progress_of(a, question.day, day) for a in own}
    remarks: tuple[Statement, ...] = ()
    if question.as_of is None and any(is_recurring(a.timeframe) for a in own):
        remarks = (day_remark(moment),)

    def line(scope: Scope, activities: tuple[Activity, ...]) -> ScoreLine:
        made = average_progress(activities, progress, question, scope)
        return ScoreLine(scope=scope, score=made)

    return roll_up("delivery", plan, question, line, remarks=remarks)


def average_progress(
    activities: tuple[Activity, ...],
    progress: Mapping[ActivityId, Progress],
    question: Question,
    scope: Scope,
) -> Score:
    """Return the average progress of *activities*; those withdrawn are left out."""
    rules = question.policy.absences
    withdrawn = {a.id for a in activities if is_withdrawn(progress[a.id])}
    ruled_out = {a.id for a in activities if is_ruled_out(progress[a.id], rules)}
    weighing = weighing_of(activities, withdrawn | ruled_out, question, scope)
    counted = [_counted(a, progress[a.id], weighing) for a in activities]
    open_ = [
        _missing_as(progress[a.id])
        for a in activities
        if a.id in weighing.weights and isinstance(progress[a.id].value, Absence)
    ]
    reasons: list[str] = []
    if open_:
        total = sum(not c.is_left_out for c in counted)
        reasons.append(because(OPEN, count=len(open_), total=total))
        reasons += told_absences(OPEN_AS, open_)
    reasons += weighing.reasons()
    if withdrawn:
        reasons.append(because(WITHDRAWN, count=len(withdrawn)))
    gone = [missing_as(progress[each].state) for each in ruled_out]
    reasons += told_absences(BY_POLICY, gone)
    return mean_of(counted, method=METHOD, reasons=reasons)


def is_withdrawn(made: Progress) -> bool:
    """Say whether an activity was taken out of the plan, so that it does not count."""
    return made.state.state is State.WITHDRAWN


def is_ruled_out(made: Progress, rules: AbsenceRules) -> bool:
    """Say whether the policy leaves out an activity of which nothing is known."""
    return made.high - made.low == 1 and is_left_out(made.state, rules)


def missing_name(made: Progress) -> str:
    """Return why an activity has no share or does not count; empty where it does."""
    if is_withdrawn(made):
        return State.WITHDRAWN.value
    return _missing_as(made) if isinstance(made.value, Absence) else ""


def _missing_as(made: Progress) -> str:
    """Return why a share is missing: the state is, or the share beside it."""
    if made.state.state is State.NOT_REPORTED and not made.withheld_by:
        return missing_as(made.state)
    return str(made.value)


def _counted(activity: Activity, made: Progress, weighing: Weighing) -> Counted:
    report = made.report
    counts = activity.id in weighing.weights
    has_bounds = isinstance(made.value, Absence) and counts
    part = Part(
        id=activity.id,
        title=activity.title,
        value=made.value,
        reason=made.reason,
        basis=report.basis if report else Basis.REPORTED,
        origin=made.cells.origin,
        origins=made.cells.origins,
        low=made.low if has_bounds else None,
        high=made.high if has_bounds else None,
        missing_as=missing_name(made),
    )
    return weighing.counted(part, (made.low, made.high))
