"""Which activities go on in which proposal, as a figure of how many go where."""

from collections import Counter
from collections.abc import Iterable

from almwp.model.activity import Activity
from almwp.model.figures import Flow, Stream
from almwp.model.ids import ActivityId
from almwp.model.position import Proposal
from almwp.model.report import Block
from almwp.scoring.states import State
from almwp_slom.bearing import Bearing
from almwp_slom.evidence import named_in_words
from almwp_slom.pieces import with_clearance
from almwp_slom.setting import Setting
from almwp_slom.state import counted_state_in_a_word

_STATES = (*State, None)
"""From what activities go; None for those that the files contradict each other on."""
_FEWEST = 2
"""Streams below which a picture shows nothing that the words do not."""


def continued_blocks(
    proposals: tuple[Proposal, ...],
    own: Iterable[Activity],
    bearing: Bearing,
    setting: Setting,
) -> tuple[Block, ...]:
    """Return how many activities of which state go on in which proposal.

    Of a country's own activities those stand there too that none of these proposals
    takes up; the meeting is told only what goes on.

    Args:
        proposals: The proposals, in the order in which the paper numbers them.
        own: The country's own activities.
        bearing: Finds the activities that a proposal names.
        setting: For whom, and in which words.
    """
    takers: dict[ActivityId, list[int]] = {}
    activities: dict[ActivityId, Activity] = {}
    for place, proposal in enumerate(proposals):
        for named in proposal.continues:
            for activity in bearing.named(named):
                activities[activity.id] = activity
                its = takers.setdefault(activity.id, [])
                if place not in its:
                    its.append(place)
    if not takers:
        return ()
    if not setting.is_open:
        activities |= {activity.id: activity for activity in own}
    several, nobody = len(proposals), len(proposals) + 1

    def goal(activity: Activity) -> int:
        its = takers.get(activity.id, [])
        return its[0] if len(its) == 1 else several if its else nobody

    say, open_states = setting.say, [_state(a, setting) for a in activities.values()]
    counted = Counter(zip(open_states, map(goal, activities.values()), strict=True))
    goals = {
        place: f"{place + 1}. {_title(proposal, setting)}"
        for place, proposal in enumerate(proposals)
    }
    goals[several] = say("several of these proposals")
    goals[nobody] = say("in none of these proposals")
    if len(counted) < _FEWEST:
        return ()
    # The proposals stand in their order, the rest below them.
    pairs = sorted(counted, key=lambda pair: (pair[1], _STATES.index(pair[0])))
    told = [
        f"{goals[place]}: {'; '.join(names)}"
        for place in goals
        if place != nobody
        and (
            names := [
                named_in_words(a, setting)
                for a in activities.values()
                if goal(a) == place
            ]
        )
    ]
    left = sum(count for (_, place), count in counted.items() if place == nobody)
    if left:
        told.append(f"{goals[nobody]}: {left}")
    caption = say("Activities that go on in the proposals")
    return (
        Flow(
            caption=caption,
            before=say("Activities"),
            after=say("Proposals for the new period"),
            streams=[
                Stream(
                    source=counted_state_in_a_word(state, setting.wording)
                    if state
                    else say("not settled"),
                    to=goals[place],
                    count=counted[state, place],
                )
                for state, place in pairs
            ],
            alternative="\n".join(told),
            origins=setting.origins(*(p.origin_of("continues") for p in proposals)),
        ),
    )


def _state(activity: Activity, setting: Setting) -> State | None:
    if setting.is_contested(activity, "status"):
        return None
    return setting.known(activity).state


def _title(proposal: Proposal, setting: Setting) -> str:
    title = setting.wording.text(proposal.title)
    return with_clearance(title, proposal.clearance, setting)
