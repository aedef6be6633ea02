"""Put the activities of a plan under their scopes and make one line of each."""

from collections.abc import Iterable
from typing import Protocol

from almwp.model.activity import Activity
from almwp.model.moment import Moment
from almwp.model.score import Scope, ScopeKind, Scorecard, ScoreLine
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs, group, whole_programme


class MakeLine(Protocol):
    """Make the line of one scope from the activities that stand in it."""

    def __call__(
        self, scope: Scope, activities: tuple[Activity, ...], /
    ) -> ScoreLine: ...


def own_activities(plan: WorkPlan, question: Question) -> tuple[Activity, ...]:
    """Return the activities of *plan* that the question asks about."""
    return tuple(a for a in plan.activities if belongs(a, question))


def roll_up(
    method: str,
    plan: WorkPlan,
    question: Question,
    line: MakeLine,
    *,
    as_of: Moment | None = None,
    remarks: Iterable[Statement] = (),
) -> Scorecard:
    """Return the lines of the programme as a whole and of each scope asked for.

    Activities that report on other programmes are not counted, and a remark says so.

    Args:
        method: Name of the scorer.
        plan: What is scored.
        question: What is asked.
        line: Makes one line; of a plan without activities that of the programme alone.
        as_of: The day as of which the lines hold, where the question names none.
        remarks: What must be said with these figures, beside what the question says.
    """
    own = own_activities(plan, question)
    lines = [line(whole_programme(question), own)]
    for kind in dict.fromkeys(question.by):
        if kind is not ScopeKind.PROGRAMME:  # its line is there already
            lines += [line(*stands) for stands in group(own, kind, question)]
    return Scorecard(
        method=method,
        framework=question.framework.id if question.framework else None,
        as_of=question.as_of or as_of,
        lines=lines,
        remarks=(*question.remarks, *remarks, *left_out_remarks(plan, own)),
        manifest=question.manifest,
        policy=question.policy,
    )


def left_out_remarks(
    plan: WorkPlan, own: tuple[Activity, ...]
) -> tuple[Statement, ...]:
    """Say which activities report on other programmes and were not counted."""
    counted = {activity.id for activity in own}
    others = [a for a in plan.activities if a.id not in counted]
    if not others:
        return ()
    named = {r.framework for a in others for r in a.references if r.framework}
    text = f"reported on {', '.join(sorted(named))} and not counted here: {len(others)}"
    said = Statement(about="other programmes", text=Text.of(text), basis=Basis.REPORTED)
    return (said,)
