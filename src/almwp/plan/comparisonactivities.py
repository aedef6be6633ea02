"""What an activity says, field by field, so that two versions can be compared."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status, in_order
from almwp.model.source import Origin
from almwp.plan.comparison import FieldName, Value
from almwp.plan.comparisonvalues import (
    Values,
    extra_values,
    list_value,
    moment_value,
    named_value,
    parties_value,
    percent_value,
    reference_values,
    source_values,
    text_value,
    texts_value,
    timeframe_values,
    title_values,
)

Refused = Mapping[tuple[str, str, int, str], tuple[str, Origin]]
"""What a finding kept out: by fingerprint, sheet, row and field, the words and cell."""

_TEXTS = ("number", "kind", "budget", "place", "output", "remarks")
_PARTIES = ("leads", "co_leads", "partners", "funders")
_RANKS = {Status.PLANNED: 0, Status.ONGOING: 1, Status.COMPLETED: 2}


def activity_values(activity: Activity, refused: Refused) -> Values:
    """Return what *activity* says, by field."""
    found = title_values(
        "title",
        activity.title,
        {
            "": activity.origin_of("title")
            or activity.origin_of("title_english")
            or activity.origin_of("title_national"),
            "en": activity.origin_of("title_english") or activity.origin_of("title"),
        },
    )
    for name, value in _plain_fields(activity):
        found.setdefault(name, value)
    found.update(_reported(activity))
    found.update(_kept_out(activity, refused, found))
    return found


def _plain_fields(activity: Activity) -> Iterator[tuple[FieldName, Value]]:
    at = activity.origin_of
    for key in _TEXTS:
        if words := getattr(activity, key):
            yield FieldName(key), text_value(words, at(key))
    for key in _PARTIES:
        if parties := getattr(activity, key):
            yield FieldName(key), parties_value(parties, at(key))
    for key in ("other_titles", "parts"):
        if texts := getattr(activity, key):
            # What stands at bullets under a title stands in the title's own cell.
            origin = at(key) or at("title")
            yield FieldName(key), texts_value(texts, origin)
    if activity.level:
        yield FieldName("level"), named_value(activity.level.value, at("level"))
    if activity.host:
        yield FieldName("host"), text_value(activity.host, at("host"))
    for key in ("bodies", "marks", "indicators"):
        if names := getattr(activity, key):
            yield FieldName(key), list_value([(n, str(n)) for n in names], at(key))
    if activity.links:
        links = [
            (f"{each.kind} {each.other} {each.note}", f"{each.kind} {each.other}")
            for each in activity.links
        ]
        yield FieldName("links"), list_value(links, None)
    where = at("outcome") or at("area") or at("plan")
    yield from reference_values(activity.references, where)
    yield from timeframe_values(activity.timeframe, at("timeframe"))
    yield from source_values(activity.sources, at("sources"))
    rows = activity.origins[:1]
    place = [(row.file, row.sha256, row.sheet) for row in rows]
    yield from extra_values(activity.extras, place[0] if place else None)


def _reported(activity: Activity) -> Iterator[tuple[FieldName, Value]]:
    """Give the newest report, and the earlier ones by their day."""
    known = in_order(activity.observations)
    if not known:
        return
    newest = known[-1]
    for key, value in _observed(newest, activity):
        yield FieldName(key), value
    if newest.as_of and activity.origin_of("as_of"):
        yield (
            FieldName("as_of"),
            moment_value(newest.as_of, activity.origin_of("as_of")),
        )
    for earlier in known[:-1]:
        about = str(earlier.as_of or "undated")
        for key, value in _observed(earlier, activity):
            if key in ("status", "percent"):
                yield FieldName(key, about), value


def newest_day(activity: Activity) -> str:
    """Return the day of the newest report, as earlier reports are named by theirs."""
    known = in_order(activity.observations)
    return str(known[-1].as_of or "undated") if known else ""


def _observed(
    observation: Observation, activity: Activity
) -> Iterator[tuple[str, Value]]:
    at = activity.origin_of
    status = observation.status
    if isinstance(status, Status):
        origin = observation.origin or at("status")
        rank = Fraction(_RANKS[status])
        yield "status", named_value(status.value, origin, observation.word, rank)
    elif status is not Absence.BLANK:
        yield "status", named_value(status.value, observation.origin, observation.word)
    if isinstance(observation.percent, Fraction):
        yield "percent", percent_value(observation.percent, at("percent"))
    elif observation.percent is not Absence.BLANK:
        yield "percent", named_value(observation.percent.value, at("percent"))
    if observation.change:
        origin = at("change") or observation.origin  # a status can say it as well
        yield "change", named_value(observation.change.value, origin)
    if observation.note:
        yield "note", text_value(observation.note, observation.origin)


def is_withdrawn(activity: Activity) -> bool:
    """Say whether the newest report of a change of plan withdraws the activity."""
    known = in_order(activity.observations)
    changes = [each.change for each in known if each.change]
    return bool(changes) and changes[-1] is Change.WITHDRAWN


def _kept_out(
    activity: Activity, refused: Refused, found: Values
) -> Iterator[tuple[FieldName, Value]]:
    """Give what was kept out of this row by a finding, where nothing else stands."""
    for row in activity.origins:
        for key in ("status", "percent", "timeframe", "leads", "host", "level"):
            kept_out = refused.get((row.sha256, row.sheet, row.row, key))
            if kept_out and FieldName(key) not in found:
                words, origin = kept_out
                said = text_value(words, origin)
                yield (
                    FieldName(key),
                    Value(
                        words=said.words,
                        written=said.written,
                        sense=said.sense,
                        number=said.number,
                        origin=origin,
                        is_refused=True,
                    ),
                )
