"""Put fields of an activity into words, so that two reports can be compared."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from attrs import frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Change, Observation, Status
from almwp.model.folding import fold
from almwp.model.party import Party
from almwp.model.source import Origin
from almwp.model.timeframe import Timeframe

SINGLE = (
    "kind",
    "level",
    "leads",
    "co_leads",
    "budget",
    "timeframe",
    "place",
    "host",
    "output",
)
"""Fields of which an activity has one value, whoever reports it."""

COMPARED = (*SINGLE, "status", "percent", "outcome")
"""Fields in which a contradiction between senders is reported."""

SAYING_LESS = ("outcome",)
"""Fields of which one report may say less than another without contradicting it."""

_FREE_WORDS = ("kind", "place", "output")
"""Fields in the sender's own words: those of another language are a translation."""


@frozen(kw_only=True)
class Said:
    """What one report says of one field.

    Two reports contradict each other only where they speak of the same matter: a
    status of 2022 and another of 2023 are history.

    Attributes:
        about: The matter of which it speaks, such as the time; empty for all.
        words: The value in words.
        sense: What is compared: the words without accents and case, or their meaning.
        origin: The cell in which it stands, where that is another than the field's.
    """

    words: str
    about: str = ""
    sense: str
    origin: Origin | None = None


def said_of(activity: Activity, key: str, language: str = "") -> Iterator[Said]:
    """Give what *activity* says of the field *key*; nothing where it says nothing.

    Args:
        activity: The activity as one sender reports it.
        key: One of the fields that are compared.
        language: The language in which the sender writes.
    """
    if key == "status":
        yield from _states(activity)
    elif key == "percent":
        yield from _percentages(activity)
    elif key == "timeframe":
        words = activity.timeframe.raw
        if words:
            yield Said(words=words, sense=_sense_of_time(activity.timeframe))
    elif key == "outcome":
        yield from _outcomes(activity)
    else:
        value = getattr(activity, key)
        words = _parties(value) if isinstance(value, tuple) else str(value or "")
        about = language if key in _FREE_WORDS else ""
        if words:
            yield Said(about=about, words=words, sense=fold(words) or words)


def hold_one_value(activities: Iterable[Activity], key: str) -> bool:
    """Say whether *activities* hold the same value of a field of `SINGLE`.

    Then all of them say the same, and nothing need be put into words: who reports every
    month says most things every month.
    """
    values = map(attrgetter(key), activities)
    first = next(values, None)
    return all(value == first for value in values)


def says_less(one: Said, other: Said) -> bool:
    """Say whether *one* says less than *other* of a field of `SAYING_LESS`.

    One who names an outcome agrees with one who names the same outcome and an area.
    """
    return set(one.sense.split("\n")) < set(other.sense.split("\n"))


def _states(activity: Activity) -> Iterator[Said]:
    for observation in activity.observations:
        words = _state(observation)
        if words:
            when = str(observation.as_of or "undated")
            origin = observation.origin
            yield Said(about=when, words=words, sense=words, origin=origin)


def _percentages(activity: Activity) -> Iterator[Said]:
    for observation in activity.observations:
        share = observation.percent
        if not isinstance(share, Absence):
            when = str(observation.as_of or "undated")
            words = f"{float(share * 100):g} %"
            origin = observation.percent_origin or activity.origin_of("percent")
            yield Said(about=when, words=words, sense=str(share), origin=origin)


def _state(observation: Observation) -> str:
    """Return the state; a percentage alone or a word of another kind is none."""
    if observation.change is Change.WITHDRAWN:
        return observation.change.value
    if isinstance(observation.status, Status):
        return observation.status.value
    return ""


def _sense_of_time(timeframe: Timeframe) -> str:
    """Return what was understood, as senders write the same years in many ways."""
    if timeframe.editions or not timeframe.is_understood:
        return fold(timeframe.raw) or timeframe.raw
    start, end = timeframe.start, timeframe.end
    return f"{start} {end or start} {timeframe.recurrence}"


def _outcomes(activity: Activity) -> Iterator[Said]:
    """Give the places in each framework; places in two frameworks do not compete."""
    nodes: dict[str, set[str]] = {}
    for reference in activity.references:
        if reference.framework and reference.node:
            nodes.setdefault(reference.framework, set()).add(reference.node)
    for framework, named in nodes.items():
        words = ", ".join(f"{framework} {node}" for node in sorted(named))
        yield Said(about=framework, words=words, sense="\n".join(sorted(named)))


def _parties(parties: tuple[Party, ...]) -> str:
    return ", ".join(
        sorted({party.id for party in parties}, key=lambda p: (fold(p), p))
    )
