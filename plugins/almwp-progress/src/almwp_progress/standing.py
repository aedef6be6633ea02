"""What stands in one line by its state: its parts, and how much of it is in each."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from attrs import field, frozen

from almwp.model.activity import Activity
from almwp.model.fields import frozen_items
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.score import Part, Score
from almwp.model.source import Basis
from almwp.scoring.means import Bounds
from almwp.scoring.shares import value_of_share
from almwp.scoring.states import KnownState, State
from almwp_progress.absences import missing_as
from almwp_progress.deciding import cells_of_state, deciding
from almwp_progress.reasons import absence_of, reason_for
from almwp_progress.weighing import Weighing

_YES, _NO = Fraction(1), Fraction(0)


class Parts(NamedTuple):
    """The two parts that one activity can be in the shares of a line.

    Attributes:
        state: Its state.
        so: What it is in the share of its own state.
        other: What it is in the share of any other state.
    """

    state: State
    so: Part
    other: Part


def state_parts(
    activities: Iterable[Activity], states: Mapping[ActivityId, KnownState]
) -> Mapping[ActivityId, Parts]:
    """Return the parts of *activities* in the shares of their states.

    An activity stands in several scopes, and in each of them it is a part of five
    shares, but as one of two parts only; these have a weight of one.

    Args:
        activities: The activities.
        states: What is known of the state of each.
    """
    made: dict[ActivityId, Parts] = {}
    reasons: dict[tuple[State, Moment | None], str] = {}
    for activity in activities:
        known = states[activity.id]
        if known.report is None or known.state is State.NOT_REPORTED:
            reason = reason_for(known)
        else:  # of all reported on one day it is the same text
            told = (known.state, known.report.as_of)
            reason = reasons.get(told) or reasons.setdefault(told, reason_for(known))
        made[activity.id] = _parts(activity, known, reason)
    return made


def _parts(activity: Activity, known: KnownState, reason: str) -> Parts:
    cells = deciding(cells_of_state(activity, known))
    facts: dict[str, Any] = {
        "id": activity.id,
        "title": activity.title,
        "reason": reason,
        "basis": known.report.basis if known.report else Basis.REPORTED,
        "origin": cells.origin,
        "origins": cells.origins,
    }
    so = Part(value=_YES, **facts)
    if known.state is State.NOT_REPORTED:
        value = absence_of(known)
        other = Part(value=value, missing_as=missing_as(known), **facts)
    else:
        other = Part(value=_NO, **facts)
    return Parts(known.state, so, other)


@frozen(kw_only=True)
class Standing:
    """What stands in one line, by its state.

    Attributes:
        others: What each activity is in the share of any state but its own.
        own: What those of each state are in its share, and their places among all.
        number: How many of those that count are in each state.
        weighing: How many of these weigh anything.
        weights: How much these weigh together; None where a weight is not known.
    """

    others: tuple[Part, ...] = field(converter=frozen_items)
    own: Mapping[State, Sequence[tuple[int, Part]]]
    number: Mapping[State, int]
    weighing: Mapping[State, int]
    weights: Mapping[State, Fraction | int] | None

    def share(self, state: State, *, method: str, reasons: Iterable[str]) -> Score:
        """Return the share that is in *state*.

        What is in no known state may be in this one; that it is in none is always
        known.
        """
        bounds = self._bounds(state)
        total = sum(self.number.values())
        open_ = 0 if state is State.NOT_REPORTED else self.number[State.NOT_REPORTED]
        return Score(
            value=value_of_share(bounds),
            low=bounds.low,
            high=bounds.high,
            known=total - open_,
            total=total,
            method=method,
            parts=self._parts_in(state),
            reasons=reasons,
        )

    def open_parts(self) -> list[Part]:
        """Return the parts of activities of which no state is known."""
        return [self.others[place] for place, _ in self.own[State.NOT_REPORTED]]

    def _parts_in(self, state: State) -> list[Part]:
        parts = list(self.others)
        for place, so in self.own[state]:
            parts[place] = so
        return parts

    def _bounds(self, state: State) -> Bounds:
        is_open = state is not State.NOT_REPORTED
        every = sum(self.weighing.values())
        if not every:
            return Bounds(low=_NO, high=_YES, is_empty=True)
        amounts = self.weighing if self.weights is None else self.weights
        least = amounts[state]
        most = least + (amounts[State.NOT_REPORTED] if is_open else 0)
        if self.weights is None:  # each of them may weigh next to all or nothing
            low, high = Fraction(least == every), Fraction(most > 0)
            return Bounds(low=low, high=high, is_weighed=False)
        whole = sum(self.weights.values())
        return Bounds(low=Fraction(least) / whole, high=Fraction(most) / whole)


def standing_of(
    activities: Iterable[Activity],
    made: Mapping[ActivityId, Parts],
    weighing: Weighing,
) -> Standing:
    """Return what stands in a line.

    Args:
        activities: Those that stand in it.
        made: The parts of each, with a weight of one.
        weighing: Their weights.
    """
    others: list[Part] = []
    own: dict[State, list[tuple[int, Part]]] = {state: [] for state in State}
    for place, activity in enumerate(activities):
        state, so, other = made[activity.id]
        if not weighing.is_plain:
            so, other = weighing.weighed(so), weighing.weighed(other)
        others.append(other)
        own[state].append((place, so))
    if weighing.is_plain:
        number = {state: len(parts) for state, parts in own.items()}
        return Standing(
            others=others, own=own, number=number, weighing=number, weights=number
        )
    counted = {
        state: [part.weight for _, part in parts if not part.is_left_out]
        for state, parts in own.items()
    }
    is_weighed = all(None not in weights for weights in counted.values())
    return Standing(
        others=others,
        own=own,
        number={state: len(weights) for state, weights in counted.items()},
        weighing={s: sum(w != 0 for w in weights) for s, weights in counted.items()},
        weights={s: sum(filter(None, weights), _NO) for s, weights in counted.items()}
        if is_weighed
        else None,
    )
