"""What is left out of a paper for the whole meeting.

The meeting's paper, its data and its origins hold nothing of what a ministry wrote
for itself: remarks, notes, own columns, budgets, names of files and cells.
"""

from collections.abc import Iterable

import attrs

from almwp.model.activity import Activity, ActivityLink, Observation, PlanReference
from almwp.model.manifest import Manifest
from almwp.model.position import Audience, NationalPosition
from almwp.model.score import Score, Scorecard, ScoreLine, Share
from almwp.model.source import Origin


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


def opened_activity(activity: Activity) -> Activity:
    """Return *activity* as the whole meeting may see it."""
    return attrs.evolve(
        activity,
        references=tuple(map(_opened_reference, activity.references)),
        budget="",
        observations=tuple(map(_opened_observation, activity.observations)),
        links=tuple(map(_opened_link, activity.links)),
        remarks="",
        extras=(),
        origins=(),
    )


def opened_scorecard(card: Scorecard) -> Scorecard:
    """Return *card* with its figures, without what they were read from."""
    lines = tuple(map(_opened_line, card.lines))
    return attrs.evolve(card, lines=lines, manifest=Manifest())


def opened_position(position: NationalPosition) -> NationalPosition:
    """Return *position* as the whole meeting may see it."""
    card = position.scorecard
    return attrs.evolve(
        position,
        own_activities=tuple(map(opened_activity, position.own_activities)),
        shared_obligations=tuple(map(opened_activity, position.shared_obligations)),
        scorecard=opened_scorecard(card) if card else None,
        manifest=Manifest(),
    )


def _opened_reference(reference: PlanReference) -> PlanReference:
    return attrs.evolve(reference, words="")


def _opened_observation(observation: Observation) -> Observation:
    return attrs.evolve(observation, meeting="", word="", note="", origin=None)


def _opened_link(link: ActivityLink) -> ActivityLink:
    return attrs.evolve(link, note="")


def _opened_line(line: ScoreLine) -> ScoreLine:
    shares = tuple(
        Share(name=share.name, score=_opened_score(share.score))
        for share in line.shares
    )
    return attrs.evolve(line, score=_opened_score(line.score), shares=shares)


def _opened_score(score: Score) -> Score:
    return attrs.evolve(score, parts=(), reasons=())
