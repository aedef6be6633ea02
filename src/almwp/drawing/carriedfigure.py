"""What becomes of each activity in the next programme, drawn from a carry-over."""

from almwp.drawing.fatesfigure import Passage, fates_figure
from almwp.errors import Translate, in_english
from almwp.model.figures import Flow
from almwp.plan.carryover import (
    ActivityFate,
    CarriedActivity,
    CarriedOver,
    CarriedProposal,
    Hanging,
    NextPlace,
)

_GOES_ON = (ActivityFate.CONTINUES, ActivityFate.SUCCEEDED, ActivityFate.PROPOSED)
_MOST_GOALS = 14
"""Places on the right of which more could not be told apart: then fates alone stand."""


def carried_figure(
    carried: CarriedOver, say: Translate = in_english, language: str = "en"
) -> Flow:
    """Return how many activities of each outcome are closed, go on, or are open.

    What goes on stands under its place in the next programme, where that is sure and
    where there are not too many of them.

    Args:
        carried: What each activity becomes.
        say: Into which language the words are put.
        language: The language of titles.
    """
    outcomes = {o.node: _named(o, language) for o in carried.outcomes}
    nowhere = say("No outcome stated")
    hangs = {proposal.id: proposal for proposal in carried.proposals}
    goals = {a.id: _goal(a, hangs) for a in carried.activities}
    if len(set(goals.values())) > _MOST_GOALS:
        goals = {a.id: (a.fate, None) for a in carried.activities}
    every = list(ActivityFate)
    order = sorted(
        set(goals.values()),
        key=lambda goal: (
            every.index(goal[0]),
            goal[1] is None,
            (goal[1].number, goal[1].node) if goal[1] else ("", ""),
        ),
    )

    def fate_in_words(goal: tuple[ActivityFate, NextPlace | None]) -> str:
        fate, place = goal
        words = say(fate.value)
        return f"{words}: {_named(place, language)}" if place else words

    flow = fates_figure(
        [
            Passage(
                place=outcomes.get(a.outcome, nowhere) if a.outcome else nowhere,
                fate=fate_in_words(goals[a.id]),
            )
            for a in carried.activities
        ],
        before=carried.old,
        after=carried.new,
        places=[*outcomes.values(), nowhere],
        fates=[fate_in_words(goal) for goal in order],
        say=say,
        said=_said(carried, say),
    )
    return _with_origins(flow, carried)


def _goal(
    activity: CarriedActivity, proposals: dict[str, CarriedProposal]
) -> tuple[ActivityFate, NextPlace | None]:
    """Return what *activity* becomes, and its one sure place where it goes on."""
    fate = activity.fate
    if fate not in _GOES_ON:
        return fate, None
    hanging: Hanging = activity.hanging
    if fate is ActivityFate.PROPOSED:  # it hangs where its proposal does
        its = [proposals[name] for name in activity.proposals if name in proposals]
        found = {place.node: place for p in its for place in p.hanging.places}
    else:
        found = {place.node: place for place in hanging.places}
    if len(found) != 1:
        return fate, None
    (place,) = found.values()
    # The same place is one, on whatever it stands that the activity belongs there.
    return fate, NextPlace(
        framework=place.framework,
        node=place.node,
        number=place.number,
        title=place.title,
        provisional=place.provisional,
    )


def _named(place: NextPlace, language: str) -> str:
    mark = " (*)" if place.provisional else ""
    return f"{place.number} {place.title.in_(language)}".strip() + mark


def _said(carried: CarriedOver, say: Translate) -> str:
    """Say how many become what, and what else must be said with it."""
    told = [f"{say(c.fate.value)}: {c.count}" for c in carried.counts if c.count]
    words = say("activities of {programme}: {count}")
    whole = words.format(programme=carried.old, count=len(carried.activities))
    return "; ".join([f"{whole} ({', '.join(told)})" if told else whole,
                      *carried.remarks])  # fmt: skip


def _with_origins(flow: Flow, carried: CarriedOver) -> Flow:
    found = dict.fromkeys(
        origin
        for activity in carried.activities
        for reason in activity.reasons
        for origin in reason.origins
    )
    return Flow(
        caption=flow.caption,
        before=flow.before,
        after=flow.after,
        streams=flow.streams,
        alternative=flow.alternative,
        origins=tuple(found),
    )
