"""Put the activities of a plan under their scopes and make one line of each."""

from collections.abc import Callable
from datetime import date

from almwp.model.activity import Activity
from almwp.model.moment import Moment, Precision
from almwp.model.score import Scope, ScopeKind, Scorecard, ScoreLine
from almwp.model.source import Basis, Statement
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.scoring.question import Question
from almwp.scoring.scopes import belongs, group, whole_programme

Line = Callable[[Scope, tuple[Activity, ...]], ScoreLine]
"""Makes the line of a scope from its activities."""


def own_activities(plan: WorkPlan, question: Question) -> tuple[Activity, ...]:
    """Return the activities of *plan* that the question asks about."""
    return tuple(a for a in plan.activities if belongs(a, question))


def roll_up(
    method: str,
    plan: WorkPlan,
    question: Question,
    line: Line,
    as_of: Moment | None,
    remarks: tuple[Statement, ...] = (),
) -> Scorecard:
    """Return the lines of the programme as a whole and of each scope asked for."""
    own = own_activities(plan, question)
    lines = [
        line(scope, activities)
        for kind in dict.fromkeys((ScopeKind.PROGRAMME, *question.by))
        for scope, activities in group(own, kind, question)
    ]
    return Scorecard(
        method=method,
        framework=question.framework.id if question.framework else None,
        as_of=as_of,
        lines=lines or [line(whole_programme(question), ())],
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


def newest_moment(activities: tuple[Activity, ...]) -> Moment | None:
    """Return the time of the newest dated report; None where no report has a date."""
    times = [o.as_of for a in activities for o in a.observations if o.as_of]
    return max(times, key=_age, default=None)


def _age(moment: Moment) -> tuple[date, date]:
    return moment.end, moment.start


def _in_vietnamese(moment: Moment) -> str:
    """Write a day as Vietnamese papers do; what is no day stays as it is."""
    if moment.precision is not Precision.DAY:
        return str(moment)
    return f"{moment.start.day:02}/{moment.start.month:02}/{moment.start.year:04}"


def day_remark(moment: Moment | None) -> Statement:
    """Say which day is used where none was asked for."""
    if moment is None:
        forms = {
            "en": "no day was asked for and no report has a date, so nothing is said to"
            " be due",
            "vi": "không nêu ngày cần tính và không báo cáo nào ghi ngày, nên không coi"
            " hoạt động nào là đến hạn",
        }
    else:
        forms = {
            "en": f"no day was asked for; the newest report is of {moment}, and its day"
            " is used",
            "vi": "không nêu ngày cần tính; báo cáo mới nhất là "
            f"{_in_vietnamese(moment)}, nên lấy theo ngày đó",
        }
    return Statement(about="the day", text=Text.from_forms(forms), basis=Basis.INFERRED)
