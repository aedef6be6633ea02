"""Tell whether a plan says nothing beyond the submissions that it holds."""

from collections.abc import Iterable

from almwp.model.activity import Activity, RowOrigin
from almwp.model.folding import fold
from almwp.model.workplan import WorkPlan
from almwp.plan.joining import FILLED, UNITED
from almwp.plan.merge import merge


def is_of_its_submissions(plan: WorkPlan) -> bool:
    """Say whether all of *plan* comes from its submissions and decisions.

    If so it is merged anew from them.  A plan that an earlier almwp merged by other
    rules is of its submissions too: its activities are made of their rows, all of
    them, and every value is one of those rows'.
    """
    anew = merge(plan.sent, plan.decisions)
    if (anew.activities, anew.indicators) == (plan.activities, plan.indicators):
        return True
    if plan.decisions or anew.indicators != plan.indicators:
        return False
    by_row: dict[RowOrigin, Activity] = {}
    for submission in plan.submissions:
        for activity in submission.activities:
            if not activity.origins:
                return False
            by_row |= dict.fromkeys(activity.origins, activity)
    told = [row for activity in plan.activities for row in activity.origins]
    if len(told) != len(set(told)) or set(told) != by_row.keys():
        return False
    return all(
        _is_made_of(activity, [by_row[row] for row in activity.origins])
        for activity in plan.activities
    )


def _is_made_of(activity: Activity, sources: Iterable[Activity]) -> bool:
    """Say whether every value of *activity* is one of its *sources*."""
    known = tuple(sources)
    if not known:
        return False
    for key in FILLED:
        if getattr(activity, key) not in [getattr(each, key) for each in known]:
            return False
    for key in UNITED:
        everything = {repr(v) for each in known for v in getattr(each, key)}
        if {repr(value) for value in getattr(activity, key)} != everything:
            return False
    lines = {line for each in known for line in each.remarks.splitlines()}
    if set(activity.remarks.splitlines()) != lines:
        return False
    return _titles(activity) == {form for each in known for form in _titles(each)}


def _titles(activity: Activity) -> frozenset[str]:
    texts = (activity.title, *activity.other_titles)
    return frozenset(fold(form) for text in texts for _, form in text.forms)
