"""Delivery: how far activities have come on average; what is not known is bounds."""

from collections.abc import Mapping
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Activity
from almwp.model.ids import ActivityId
from almwp.model.policy import AbsenceRule, AbsenceRules, Policy
from almwp.model.score import Part, Scope, Score, Scorecard, ScoreLine
from almwp.model.source import Basis, Statement
from almwp.model.workplan import WorkPlan
from almwp.scoring.editions import is_recurring
from almwp.scoring.means import Counted, mean_of
from almwp.scoring.question import Question
from almwp.scoring.states import State
from almwp.scoring.weights import weights_of
from almwp.scoring.wording import because
from almwp_progress.progress import Progress, progress_of
from almwp_progress.rollup import day_remark, newest_moment, own_activities, roll_up

METHOD = "mean of the progress of activities by weight"
WITHDRAWN = "withdrawn and left out: {count}"
BY_POLICY = "left out by the policy, as {absence}: {count}"
NO_WEIGHT = "the weight of {count} of {total} is not known"
OPEN = (
    "the progress of {count} of {total} is known only roughly or not at all: "
    "the bounds are the least and the most that it can be"
)


def score(plan: WorkPlan, question: Question) -> Scorecard:
    """Average the progress of the activities of *plan*, as a whole and by scope."""
    own = own_activities(plan, question)
    moment = question.as_of or newest_moment(own)
    asked = question.as_of.end if question.as_of else None
    day = moment.end if moment else None
    progress = {a.id: progress_of(a, asked, day) for a in own}
    remarks: tuple[Statement, ...] = ()
    if question.as_of is None and any(is_recurring(a.timeframe) for a in own):
        remarks = (day_remark(moment),)

    def line(scope: Scope, activities: tuple[Activity, ...]) -> ScoreLine:
        made = average_progress(activities, progress, question.policy)
        return ScoreLine(scope=scope, score=made)

    return roll_up("delivery", plan, question, line, question.as_of, remarks)


def average_progress(
    activities: tuple[Activity, ...],
    progress: Mapping[ActivityId, Progress],
    policy: Policy,
) -> Score:
    """Return the average progress of *activities*; those withdrawn are left out."""
    rules = policy.absences
    weights = weights_of({a.id: (a,) for a in activities}, policy)
    counted = [_counted(a, progress[a.id], weights[a.id], rules) for a in activities]
    unknown = sum(c.weight is None for c in counted if not c.is_left_out)
    left_out = [c for c in counted if c.is_left_out]
    withdrawn = sum(_is_withdrawn(progress[a.id]) for a in activities)
    reasons = []
    total = len(counted) - len(left_out)
    missing = [c for c in counted if not c.is_left_out and _is_open(c)]
    if missing:
        reasons.append(because(OPEN, count=len(missing), total=total))
    if unknown:
        reasons.append(because(NO_WEIGHT, count=unknown, total=total))
    if withdrawn:
        reasons.append(because(WITHDRAWN, count=withdrawn))
    for absence in Absence:
        same = [
            a
            for a in activities
            if progress[a.id].value is absence
            and not _is_withdrawn(progress[a.id])
            and _is_ruled_out(progress[a.id], rules)
        ]
        if same:
            reasons.append(because(BY_POLICY, absence=absence.value, count=len(same)))
    return mean_of(counted, method=METHOD, reasons=reasons)


def _counted(
    activity: Activity, made: Progress, weight: Fraction | None, rules: AbsenceRules
) -> Counted:
    report = made.report
    is_left_out = _is_withdrawn(made) or _is_ruled_out(made, rules)
    has_bounds = isinstance(made.value, Absence) and not is_left_out
    part = Part(
        id=activity.id,
        title=activity.title,
        weight=Fraction(0) if is_left_out or weight is None else weight,
        value=made.value,
        reason=made.reason,
        basis=report.basis if report else Basis.REPORTED,
        origin=report.origin if report else None,
        low=made.low if has_bounds else None,
        high=made.high if has_bounds else None,
    )
    return Counted(
        part=part,
        low=made.low,
        high=made.high,
        weight=weight,
        is_left_out=is_left_out,
    )


def _is_open(counted: Counted) -> bool:
    return isinstance(counted.part.value, Absence)


def _is_withdrawn(made: Progress) -> bool:
    return made.state.state is State.WITHDRAWN


def _is_ruled_out(made: Progress, rules: AbsenceRules) -> bool:
    """Say whether the policy leaves out an activity of which no state is known."""
    if made.state.state is not State.NOT_REPORTED or made.high - made.low < 1:
        return False
    if made.state.report is None:
        return rules.not_reported is AbsenceRule.LEAVE_OUT
    rule = {
        Absence.BLANK: rules.blank,
        Absence.NOT_APPLICABLE: rules.not_applicable,
        Absence.NOT_DUE: rules.not_due,
        Absence.WITHHELD: rules.withheld,
    }
    return isinstance(made.value, Absence) and rule[made.value] is AbsenceRule.LEAVE_OUT
