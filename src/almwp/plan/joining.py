"""Join the reports of one activity into one, as decided where people decided."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, in_order
from almwp.model.folding import fold
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import Claim, Conflict
from almwp.plan.contradictions import Contradiction, Side, contradictions
from almwp.plan.fieldwords import SINGLE, Said, said_of
from almwp.plan.reported import ReportedActivity
from almwp.plan.revisions import revisions, without_rejected

Choose = Callable[[Conflict], Claim | None]
"""Gives the claim that stands on a person's word."""

FILLED = ("number", *SINGLE)
"""Fields of which the first filled one is kept; contradictions are in the conflicts."""

UNITED = (
    "parts",
    "references",
    "bodies",
    "partners",
    "funders",
    "indicators",
    "observations",
    "marks",
    "links",
    "sources",
    "extras",
    "origins",
)
"""Fields whose values are put together, each once."""


def join(
    name: ActivityId, reports: Sequence[ReportedActivity], choose: Choose
) -> tuple[Activity, list[Conflict]]:
    """Return the one activity of *reports*, and what is still contradicted in it.

    Args:
        name: The id of the activity.
        reports: The reports of it; of two values the newer report's stands first.
        choose: Gives the claim that stands on a person's word.
    """
    if len(reports) == 1:
        ordered, merged = reports, _alone(name, reports[0].activity)
    else:
        ordered = sorted(reports, key=_day, reverse=True)
        merged = _united(name, ordered)
        earlier, since = revisions(merged, ordered)
        merged = evolve(merged, earlier=earlier, since=since)
    open_ones: list[Conflict] = []
    for found in contradictions(name, ordered):
        claim = choose(found.conflict)
        if claim is None:
            open_ones.append(found.conflict)
        else:
            place = found.conflict.claims.index(claim)
            merged = _decided(merged, found, found.sides[place])
    return merged, open_ones


def _alone(name: ActivityId, activity: Activity) -> Activity:
    observations = in_order(activity.observations)
    told_in_order = observations is activity.observations
    if activity.id == name and (told_in_order or activity.observations == observations):
        return activity
    return evolve(activity, id=name, observations=observations)


def _united(name: ActivityId, ordered: Sequence[ReportedActivity]) -> Activity:
    first = ordered[0].activity
    joined: dict[str, Any] = {}
    for field in FILLED:
        values = [getattr(r.activity, field) for r in ordered]
        joined[field] = next(
            (value for value in values if _is_filled(value)), values[0]
        )
    for field in UNITED:
        everything = [v for r in ordered for v in getattr(r.activity, field)]
        joined[field] = tuple(dict.fromkeys(everything))
    observations = in_order(joined.pop("observations"))
    title, others = _titles([r.activity for r in ordered])
    remarks = [r.activity.remarks for r in ordered if r.activity.remarks]
    return evolve(
        first,
        **joined,
        id=name,
        title=title,
        other_titles=others,
        remarks="\n".join(dict.fromkeys(remarks)),
        observations=observations,
    )


def _day(report: ReportedActivity) -> date:
    """Return the day of which a report speaks; one without a day is the oldest."""
    as_of = report.submission.as_of
    told = [o.as_of.end for o in report.activity.observations if o.as_of]
    return max([*told, *([as_of.end] if as_of else [])], default=date.min)


def _titles(activities: list[Activity]) -> tuple[Text, tuple[Text, ...]]:
    """Return the first title, completed in further languages, and all others."""
    title = activities[0].title
    others: list[Text] = []
    for activity in activities:
        for language, words in activity.title.forms:
            if title.says(language) is None:
                title = title.with_(language, words)
            elif fold(words) not in {fold(form) for _, form in title.forms}:
                others.append(Text.of(words, language))
        others += activity.other_titles
    return title, tuple(dict.fromkeys(others))


def _is_filled(value: object) -> bool:
    return bool(value.raw if isinstance(value, Timeframe) else value)


def _decided(merged: Activity, found: Contradiction, chosen: Side) -> Activity:
    """Return the activity with what was chosen; what was not no longer counts.

    It stays in the submissions and in the resolved conflict.
    """
    key = found.conflict.field
    if key == "title":
        ordered = [chosen.report.activity]
        ordered += [s.report.activity for s in found.sides if s is not chosen]
        title, others = _titles([*ordered, merged])
        return evolve(merged, title=title, other_titles=others)
    rejected = [side.said for side in found.sides if side is not chosen and side.said]
    if key in ("status", "percent"):
        told = [_silenced(o, merged, key, rejected) for o in merged.observations]
        return evolve(merged, observations=in_order(tuple(filter(None, told))))
    if key == "outcome":
        return _placed(merged, found.conflict.about, chosen.said)
    value, known = getattr(chosen.report.activity, key), getattr(merged, key)
    merged = without_rejected(merged, key, [said.words for said in rejected])
    stood = {repr(getattr(side.report.activity, key)) for side in found.sides}
    # Words of another language are a translation, and not what was decided on.
    return evolve(merged, **{key: value}) if repr(known) in stood else merged


def _silenced(
    observation: Observation, activity: Activity, key: str, rejected: Sequence[Said]
) -> Observation | None:
    """Return an observation without a state or percentage that was rejected."""
    alone = evolve(activity, observations=(observation,))
    told = {(said.about, said.sense) for said in said_of(alone, key)}
    if told.isdisjoint((said.about, said.sense) for said in rejected):
        return observation
    if key == "percent":
        left = evolve(observation, percent=Absence.BLANK)
    else:
        change = None if observation.change is Change.WITHDRAWN else observation.change
        left = evolve(observation, status=Absence.BLANK, word="", change=change)
    is_empty = (
        isinstance(left.status, Absence)
        and isinstance(left.percent, Absence)
        and not (left.change or left.note)
    )
    return None if is_empty else left


def _placed(merged: Activity, about: str, chosen: Said | None) -> Activity:
    """Return the activity without places in the plan *about* that were not chosen."""
    kept = set(chosen.sense.split("\n")) if chosen else set()
    framework = FrameworkId(about)
    references = [
        r
        for r in merged.references
        if r.framework != framework or r.node is None or r.node in kept
    ]
    return evolve(merged, references=references)
