"""Tell whether a plan says nothing beyond the submissions that it holds."""

from collections.abc import Iterable

from attrs import evolve, fields, frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, RowOrigin
from almwp.model.folding import fold
from almwp.model.indicator import Indicator
from almwp.model.workplan import WorkPlan
from almwp.plan.joining import FILLED, UNITED
from almwp.plan.merge import merge

_DECIDED = ("observations", "references")
"""Fields of many values of which a decision can take away some."""


@frozen(kw_only=True)
class Unsourced:
    """What in a plan does not follow from its submissions and decisions.

    Attributes:
        path: Where it stands, such as ``plan.activities[3]``.
        name: The id of the activity or indicator; empty where none is there.
    """

    path: str
    name: str = ""


def unsourced(plan: WorkPlan) -> Unsourced | None:
    """Return the first thing in *plan* that its submissions do not say, if any.

    A plan that an earlier almwp merged by other rules says nothing else: its
    activities are made of the rows of its submissions, all of them, and every value is
    one of those rows'.
    """
    anew = merge(plan.sent, plan.decisions)
    for key in ("activities", "indicators"):
        told, known = getattr(plan, key), getattr(anew, key)
        if told == known or (key == "activities" and _is_of_rows(plan)):
            continue
        by_id = {each.id: each for each in known}
        for place, each in enumerate(told):
            if each != by_id.get(each.id):
                path = f"plan.{key}[{place}]{_field(each, by_id.get(each.id))}"
                return Unsourced(path=path, name=each.id)
        return Unsourced(path=f"plan.{key}")
    return None


def _field(told: Activity | Indicator, known: Activity | Indicator | None) -> str:
    """Return the first field that differs, as a path goes on."""
    if known is None:
        return ""
    keys = (attribute.name for attribute in fields(type(known)))
    return next((f".{k}" for k in keys if getattr(told, k) != getattr(known, k)), "")


def is_of_its_submissions(plan: WorkPlan) -> bool:
    """Say whether all of *plan* comes from its submissions and decisions."""
    return unsourced(plan) is None


def _is_of_rows(plan: WorkPlan) -> bool:
    """Say whether the activities are the rows of the submissions, put together."""
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
        _is_made_of(
            activity,
            [by_row[row] for row in activity.origins],
            is_decided=bool(plan.decisions),
        )
        for activity in plan.activities
    )


def _is_made_of(
    activity: Activity, sources: Iterable[Activity], *, is_decided: bool
) -> bool:
    """Say whether every value of *activity* is one of its *sources*."""
    known = tuple(sources)
    if not known:
        return False
    for key in FILLED:
        if getattr(activity, key) not in [getattr(each, key) for each in known]:
            return False
    for key in UNITED:
        everything = {repr(v) for each in known for v in getattr(each, key)}
        own = {repr(value) for value in getattr(activity, key)}
        if is_decided and key in _DECIDED:
            if key == "observations":
                everything |= {
                    repr(v) for e in known for o in e.observations for v in _silent(o)
                }
            if not own <= everything:
                return False
        elif own != everything:
            return False
    lines = {line for each in known for line in each.remarks.splitlines()}
    if set(activity.remarks.splitlines()) != lines:
        return False
    return _titles(activity) == {form for each in known for form in _titles(each)}


def _silent(report: Observation) -> Iterable[Observation]:
    """Give a report without the state or the percentage that was decided against."""
    without = evolve(report, percent=Absence.BLANK)
    yield without
    for each in (report, without):
        for change in dict.fromkeys((each.change, None)):
            yield evolve(each, status=Absence.BLANK, word="", change=change)


def _titles(activity: Activity) -> frozenset[str]:
    texts = (activity.title, *activity.other_titles)
    return frozenset(fold(form) for text in texts for _, form in text.forms)
