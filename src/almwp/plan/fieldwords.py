"""Put fields of an activity into words, so that two reports can be compared."""

from collections.abc import Iterator

from almwp.model.activity import Activity
from almwp.model.folding import fold
from almwp.model.party import Party

COMPARED = ("leads", "co_leads", "timeframe", "status", "host", "outcome")
"""Fields in which a contradiction between senders is reported."""


def words_of_field(activity: Activity, key: str) -> Iterator[tuple[str, str]]:
    """Give the time of which a value speaks, empty for always, and the value in words.

    Two reports contradict each other only where they speak of the same time: a status
    of 2022 and another of 2023 are history.
    """
    match key:
        case "leads":
            yield "", _parties(activity.leads)
        case "co_leads":
            yield "", _parties(activity.co_leads)
        case "timeframe":
            yield "", activity.timeframe.raw
        case "host":
            yield "", activity.host or ""
        case "outcome":
            nodes = {f"{r.framework} {r.node}" for r in activity.references if r.node}
            yield "", ", ".join(sorted(nodes))
        case "status":
            for observation in activity.observations:
                when = str(observation.as_of or "undated")
                yield when, str(observation.change or observation.status)
        case _:
            raise KeyError(key)


def says_less(key: str, words: str, other: str) -> bool:
    """Say whether *words* say less than *other* without contradicting it.

    One who names an outcome agrees with one who names the same outcome and an area.
    """
    if key != "outcome":
        return False
    return set(words.split(", ")) < set(other.split(", "))


def _parties(parties: tuple[Party, ...]) -> str:
    return ", ".join(sorted((party.id for party in parties), key=fold))
