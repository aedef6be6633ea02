"""What is left out of a paper for the whole meeting.

The meeting's paper, its data and its origins hold nothing of what a ministry wrote
for itself: remarks, notes, own columns, budgets, names of files and cells.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

import attrs

from almwp.model.activity import Activity, Observation, PlanReference
from almwp.model.ids import ActivityId
from almwp.model.indicator import Indicator, Reading
from almwp.model.manifest import Manifest
from almwp.model.party import Party, PartyKind
from almwp.model.position import Audience, NationalPosition
from almwp.model.score import Score, Scorecard, ScoreLine, Share
from almwp.model.source import Origin, Source
from almwp.model.timeframe import Timeframe
from almwp.scoring.states import known_state
from almwp_slom.contested import NONE, Contested


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


_LEFT_OUT: dict[str, dict[str, Any]] = {
    "title": {"other_titles": (), "parts": ()},
    "kind": {"kind": ""},
    "level": {"level": None},
    "leads": {"leads": ()},
    "co_leads": {"co_leads": ()},
    "timeframe": {"timeframe": Timeframe()},
    "place": {"place": ""},
    "host": {"host": None},
    "output": {"output": ""},
}
"""What takes the place of a field that the files contradict each other on."""


def opened_activity(
    activity: Activity, contested: frozenset[str] = NONE, day: date | None = None
) -> Activity:
    """Return *activity* as the whole meeting may see it.

    Args:
        activity: The activity.
        contested: Keys of the fields that the files contradict each other on.
        day: The day as of which progress is told; None for the newest reports.
    """
    if known_state(activity, day).rivals:
        activity = attrs.evolve(activity, observations=())
    for key in contested & _LEFT_OUT.keys():
        activity = attrs.evolve(activity, **_LEFT_OUT[key])
    time = activity.timeframe
    return attrs.evolve(
        activity,
        number="",
        other_titles=(),
        parts=(),
        references=tuple(map(_opened_reference, activity.references)),
        kind="",
        leads=tuple(map(_opened_party, activity.leads)),
        co_leads=tuple(map(_opened_party, activity.co_leads)),
        partners=(),
        funders=(),
        budget="",
        timeframe=time if time.is_understood else Timeframe(),
        place="",
        output="",
        sources=public_sources(activity.sources),
        observations=tuple(map(_opened_observation, activity.observations)),
        links=(),  # they name activities in the words of a cell
        remarks="",
        extras=(),
        origins=(),
    )


def opened_scorecard(card: Scorecard) -> Scorecard:
    """Return *card* with its figures, without what they were read from."""
    lines = tuple(map(_opened_line, card.lines))
    return attrs.evolve(card, lines=lines, manifest=Manifest())


def opened_activities(
    activities: Iterable[Activity], contested: Contested, day: date | None
) -> tuple[Activity, ...]:
    """Return *activities* as the whole meeting may see them."""
    return tuple(opened_activity(a, contested.get(a.id, NONE), day) for a in activities)


def opened_position(
    position: NationalPosition, contested: Contested
) -> NationalPosition:
    """Return *position* as the whole meeting may see it.

    Args:
        position: The position.
        contested: What of each activity the files contradict each other on.
    """
    card = position.scorecard
    day = position.as_of.end if position.as_of else None
    return attrs.evolve(
        position,
        own_activities=opened_activities(position.own_activities, contested, day),
        shared_obligations=opened_activities(
            position.shared_obligations, contested, day
        ),
        scorecard=opened_scorecard(card) if card else None,
        sources=public_sources(position.sources),
        manifest=Manifest(),
    )


def opened_indicators(
    indicators: Iterable[Indicator], contested: Contested
) -> tuple[Indicator, ...]:
    """Return *indicators* as the whole meeting may see them.

    One that the files contradict each other on is left out: any of its numbers may be
    the one that does not hold.
    """
    return tuple(
        _opened_indicator(each)
        for each in indicators
        if not contested.get(ActivityId(each.id), NONE)
    )


def public_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources that anybody can look up: addresses of the web."""
    return tuple(s for s in sources if s.address.startswith(("https://", "http://")))


def _opened_indicator(indicator: Indicator) -> Indicator:
    def opened(reading: Reading) -> Reading:
        return attrs.evolve(reading, origin=None)

    return attrs.evolve(
        indicator,
        number="",
        references=tuple(map(_opened_reference, indicator.references)),
        baseline=opened(indicator.baseline) if indicator.baseline else None,
        group_baselines=tuple(map(opened, indicator.group_baselines)),
        targets=[attrs.evolve(target, origin=None) for target in indicator.targets],
        readings=tuple(map(opened, indicator.readings)),
        sources=public_sources(indicator.sources),
        remarks="",
        extras=(),
        origins=(),
    )


def _opened_party(party: Party) -> Party:
    """Return a party that is known by its id without the words of the cell."""
    return party if party.kind is PartyKind.PARTNER else attrs.evolve(party, name="")


def _opened_reference(reference: PlanReference) -> PlanReference:
    return attrs.evolve(reference, words="")


def _opened_observation(observation: Observation) -> Observation:
    return attrs.evolve(
        observation,
        meeting="",
        word="",
        note="",
        origin=None,
        percent_origin=None,
        change_origin=None,
        as_of_origin=None,
    )


def _opened_line(line: ScoreLine) -> ScoreLine:
    shares = tuple(
        Share(name=share.name, score=_opened_score(share.score))
        for share in line.shares
    )
    return attrs.evolve(line, score=_opened_score(line.score), shares=shares)


def _opened_score(score: Score) -> Score:
    return attrs.evolve(score, parts=(), reasons=())
