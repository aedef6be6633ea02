"""Explain an activity: every field with its cells, its reports, where it counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from almwp.errors import Translate
from almwp.intake.areanodes import area_nodes
from almwp.intake.fieldlist import field_list
from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, PlanReference, in_order
from almwp.model.folding import fold
from almwp.model.framework import Framework, Role
from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan
from almwp.scoring.states import KnownState, known_state
from almwp.workflow.explainedactivity import (
    ExplainedActivity,
    ExplainedEarlier,
    ExplainedField,
    ExplainedReference,
    ExplainedReport,
    ExplainedStanding,
)
from almwp.workflow.explainingconflicts import conflicts_of
from almwp.workflow.explainingfigures import Say, States, explain_part, sum_of

_IN_REPORTS: Mapping[str, Callable[[Observation, Translate], str]] = MappingProxyType(
    {
        "status": lambda report, translate: translate(_status(report)),
        "as_of": lambda report, _: str(report.as_of or ""),
        "percent": lambda report, _: _percent(report.percent),
        "change": lambda report, translate: translate(report.change or ""),
    }
)
"""Fields whose values stand in the reports, and how to tell them."""


def activities_named(plan: WorkPlan, words: str) -> tuple[Activity, ...]:
    """Return the activities that *words* name: by id, else by number, else by title.

    The numbers of all senders count: each knows its own.
    """
    wanted, folded = words.strip(), fold(words)
    numbers = _numbers(plan)
    for is_meant in (
        lambda a: a.id.casefold() == wanted.casefold(),
        lambda a: wanted.casefold() in {n.casefold() for n in numbers[a.id]},
        lambda a: bool(folded) and folded in {fold(t) for t in _titles(a)},
    ):
        if found := tuple(a for a in plan.activities if is_meant(a)):
            return found
    return ()


def activity_titles(plan: WorkPlan) -> Iterator[tuple[str, str]]:
    """Give the id and each title of the activities of *plan*."""
    return ((a.id, words) for a in plan.activities for words in _titles(a))


def activity_names(plan: WorkPlan) -> tuple[str, ...]:
    """Return under which names the activities of *plan* can be asked for."""
    names: list[str] = []
    numbers = _numbers(plan)
    for activity in plan.activities:
        names += [activity.id, *numbers[activity.id], *_titles(activity)]
    return tuple(dict.fromkeys(name for name in names if name))


def _numbers(plan: WorkPlan) -> Mapping[str, tuple[str, ...]]:
    """Return the numbers of each activity in the lists of all who report it."""
    sent = {
        (row.sha256, row.sheet, row.row): activity.number
        for submission in plan.submissions
        for activity in submission.activities
        for row in activity.origins
    }
    numbers: dict[str, tuple[str, ...]] = {}
    for activity in plan.activities:
        rows = [(row.sha256, row.sheet, row.row) for row in activity.origins]
        named = (activity.number, *(sent.get(row, "") for row in rows))
        numbers[activity.id] = tuple(dict.fromkeys(n for n in named if n))
    return numbers


def _titles(activity: Activity) -> Iterator[str]:
    for text in (activity.title, *activity.other_titles):
        yield from (words for _, words in text.forms)


def explain_activity(
    activity: Activity,
    plan: WorkPlan,
    card: Scorecard,
    framework: Framework | None,
    states: States,
    say: Say,
    translate: Translate,
    language: str = "en",
) -> ExplainedActivity:
    """Return all that is known of *activity*.

    Args:
        activity: The activity.
        plan: The plan to which it belongs.
        card: The figures in which it may count.
        framework: The framework by which was rolled up.
        states: The state of each activity.
        say: Tells formulas and reasons.
        translate: Tells names of values.
        language: The language of titles and headings.
    """
    day = card.as_of.end if card.as_of else None
    known = known_state(activity, day)
    labels = {f.key: f.label.in_(language) for f in field_list().progress}
    return ExplainedActivity(
        id=activity.id,
        number=activity.number,
        title=activity.title.in_(language),
        state=known.state,
        fields=_fields(
            activity, _numbers(plan)[activity.id], framework, translate, language
        ),
        references=explained_references(activity.references, framework, language),
        reports=_reports(activity, known, day),
        conflicts=conflicts_of(activity.id, plan, labels),
        routes=[route for route in plan.routes if route.activity == activity.id],
        standings=_standings(activity, card, states, say, language),
    )


def _fields(
    activity: Activity,
    numbers: tuple[str, ...],
    framework: Framework | None,
    translate: Translate,
    language: str,
) -> Iterator[ExplainedField]:
    for known in field_list().progress:
        value = _value(activity, known.key, framework, translate, language)
        if known.key == "number":
            value = "; ".join(numbers)
        earlier = [e for e in activity.earlier if e.field == known.key]
        before = {e.origin for e in earlier}
        origins = tuple(
            o
            for row in activity.origins
            if (o := row.of(known.key)) is not None and o not in before
        )
        if (value and known.key != "placement_basis") or origins:
            yield ExplainedField(
                field=known.key,
                label=known.label.in_(language),
                value=value,
                origins=origins,
                earlier=[
                    ExplainedEarlier(value=e.words, as_of=e.as_of, origin=e.origin)
                    for e in earlier
                ],
            )
    for extra in activity.extras:
        yield ExplainedField(field="", label=extra.heading, value=extra.value)


def _value(
    activity: Activity,
    key: str,
    framework: Framework | None,
    translate: Translate,
    language: str,
) -> str:
    """Return the value of a field in words; empty where there is none."""
    if key in _IN_REPORTS:
        told = (
            _IN_REPORTS[key](report, translate)
            for report in in_order(activity.observations)
        )
        return "; ".join(words for words in told if words)
    match key:
        case "title":
            return activity.title.in_(language)
        case "title_english":
            return activity.title.says("en") or ""
        case "title_national":
            own = [w for code, w in activity.title.forms if code not in ("en", "und")]
            return "; ".join(own)
        case "outcome":
            return _nodes(activity, framework, Role.OUTCOME)
        case "area":
            return _nodes(activity, framework, Role.PRIORITY_AREA)
        case "plan":
            named = [r.framework for r in activity.references if r.framework]
            return "; ".join(dict.fromkeys(named))
        case "placement_basis":
            return "; ".join(
                dict.fromkeys(translate(r.basis) for r in activity.references)
            )
        case _:
            pass
    value = getattr(activity, key, None)
    if isinstance(value, tuple):
        return "; ".join(str(each) for each in value)
    return str(value or "")


def _nodes(activity: Activity, framework: Framework | None, role: Role) -> str:
    """Return the nodes of *role* that the activity names, or the words for them."""
    if framework is None:
        named = [r.node or r.words for r in activity.references if role is Role.OUTCOME]
    else:
        is_area = role is Role.PRIORITY_AREA
        nodes = area_nodes(framework) if is_area else framework.with_role(role)
        of_role = {node.id for node in nodes}
        named = [r.node for r in activity.node_in(framework.id) if r.node in of_role]
    return "; ".join(dict.fromkeys(name for name in named if name))


def explained_references(
    references: Iterable[PlanReference], framework: Framework | None, language: str
) -> Iterator[ExplainedReference]:
    """Give the places in plans to which an activity or an indicator belongs."""
    titles = {n.id: n.title.in_(language) for n in framework.nodes} if framework else {}
    for each in references:
        is_here = framework is not None and each.framework == framework.id
        yield ExplainedReference(
            framework=each.framework,
            node=each.node,
            title=titles.get(each.node, "") if is_here and each.node else "",
            number=each.number,
            words=each.words,
            basis=each.basis,
        )


def _reports(
    activity: Activity, known: KnownState, day: date | None
) -> Iterator[ExplainedReport]:
    for report in in_order(activity.observations):
        yield ExplainedReport(
            as_of=report.as_of,
            meeting=report.meeting,
            status=_status(report),
            word=report.word,
            change=report.change or "",
            percent=report.percent,
            note=report.note,
            basis=report.basis,
            origin=report.origin,
            origins=(cell for cell in report.cells if cell != report.origin),
            counts=report == known.report,
            rivals=report in known.rivals,
            is_later=day is not None and not (report.as_of and report.as_of.end <= day),
        )


def _status(report: Observation) -> str:
    if report.change is Change.WITHDRAWN:
        return report.change.value
    return str(report.status)


def _percent(percent: Fraction | Absence) -> str:
    return "" if isinstance(percent, Absence) else f"{float(percent * 100):g} %"


def _standings(
    activity: Activity, card: Scorecard, states: States, say: Say, language: str
) -> Iterator[ExplainedStanding]:
    for line in card.lines:
        weights = sum_of(line.score).weight
        for part in line.score.parts:
            if part.id == activity.id:
                yield ExplainedStanding(
                    method=card.method,
                    kind=line.scope.kind,
                    scope=line.scope.id,
                    title=line.scope.title.in_(language),
                    part=explain_part(part, weights, states, say, language),
                )
