"""What becomes of an activity, and of words on a cover, on the way to the meeting.

Which fields may go there at all is said in :mod:`almwp.model.readership`; here is what
is made of those that hold a sender's own words.
"""

import re
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import attrs

from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import FrameworkId
from almwp.model.opening import opened
from almwp.model.party import Party, PartyKind
from almwp.model.position import Audience
from almwp.model.source import Origin
from almwp.model.timeframe import Timeframe
from almwp.scoring.states import known_state
from almwp_slom.contested import NONE
from almwp_slom.publicaddresses import public_sources
from almwp_slom.wording import ANOTHER_PARTY, is_secretariat

_VERSION = re.compile(r"(?:v|version|phiên bản)?[ .]?\d{1,6}(?:\.\d{1,6}){0,3}", re.I)
"""A version that is a number; whatever else is said of it is said to the ministry."""


def is_open(audience: Audience) -> bool:
    """Say whether a paper leaves the country's own people."""
    return audience is Audience.MEETING


def kept_origins(
    origins: Iterable[Origin | None], audience: Audience
) -> tuple[Origin, ...]:
    """Return the origins that a paper for *audience* may name, each once."""
    if is_open(audience):
        return ()
    return tuple(dict.fromkeys(origin for origin in origins if origin is not None))


def plain_version(version: str) -> str:
    """Return those of several versions that are plain numbers."""
    said = (one.strip() for one in version.split(","))
    return ", ".join(one for one in said if _VERSION.fullmatch(one))


_LEFT_OUT: dict[str, dict[str, Any]] = {
    "level": {"level": None},
    "leads": {"leads": ()},
    "co_leads": {"co_leads": ()},
    "timeframe": {"timeframe": Timeframe()},
    "host": {"host": None},
}
"""What takes the place of a field that the files contradict each other on."""


def opened_activity(
    activity: Activity,
    languages: Collection[str],
    frameworks: Collection[FrameworkId],
    contested: frozenset[str] = NONE,
    day: date | None = None,
) -> Activity:
    """Return *activity* as the whole meeting may see it.

    Args:
        activity: The activity.
        languages: The languages of the paper.
        frameworks: The plans of which the meeting knows.
        contested: Keys of the fields that the files contradict each other on.
        day: The day as of which progress is told; None for the newest reports.
    """
    if known_state(activity, day).rivals:
        activity = attrs.evolve(activity, observations=())
    for key in contested & _LEFT_OUT.keys():
        activity = attrs.evolve(activity, **_LEFT_OUT[key])
    time = activity.timeframe
    activity = attrs.evolve(
        activity,
        references=_known_to_all(activity.references, frameworks),
        leads=_parties(activity.leads),
        co_leads=_parties(activity.co_leads),
        timeframe=time if time.is_understood else Timeframe(),
        sources=public_sources(activity.sources),
    )
    return opened(activity, Audience.MEETING, languages)


def _known_to_all(
    references: Iterable[PlanReference], frameworks: Collection[FrameworkId]
) -> tuple[PlanReference, ...]:
    return tuple(each for each in references if each.framework in frameworks)


def _parties(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return *parties*; words that name nobody who is known are not told."""
    return tuple(dict.fromkeys(map(_party, parties)))


def _party(party: Party) -> Party:
    if party.kind is not PartyKind.PARTNER or is_secretariat(party):
        return attrs.evolve(party, name="")
    return ANOTHER_PARTY
