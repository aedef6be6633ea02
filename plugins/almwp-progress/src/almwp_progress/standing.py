"""What stands in one line by its state: its parts, and how much of it is in each."""

from collections import Counter
from collections.abc import Iterable, Mapping
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


class StateParts:
    """The parts of activities in the shares of their states: each is made once.

    An activity stands in several scopes, and in each of them it is a part of five
    shares, but as one of two parts only.
    """

    def __init__(self, states: Mapping[ActivityId, KnownState]) -> None:
        self._states = states
        self._made: dict[ActivityId, Parts] = {}
        self._reasons: dict[tuple[State, Moment | None], str] = {}

    def of(self, activity: Activity) -> Parts:
        """Return the parts of *activity*, with a weight of one."""
        made = self._made.get(activity.id)
        if made is None:
            known = self._states[activity.id]
            made = _parts(activity, known, self._reason_for(known))
            self._made[activity.id] = made
        return made

    def _reason_for(self, known: KnownState) -> str:
        """Return how a state is known: of all reported on one day, the same text."""
        if known.report is None or known.state is State.NOT_REPORTED:
            return reason_for(known)
        told = (known.state, known.report.as_of)
        reason = self._reasons.get(told)
        if reason is None:
            reason = self._reasons[told] = reason_for(known)
        return reason


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
        parts: The parts of each activity, with their weights.
        number: How many of those that count are in each state.
        weighing: How many of these weigh anything.
        weights: How much these weigh together; None where a weight is not known.
    """

    parts: tuple[Parts, ...] = field(converter=frozen_items)
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
            parts=[so if told is state else other for told, so, other in self.parts],
            reasons=reasons,
        )

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
    activities: Iterable[Activity], made: StateParts, weighing: Weighing
) -> Standing:
    """Return what stands in a line, from its activities and their weights."""
    every = [made.of(activity) for activity in activities]
    if weighing.is_plain:
        number = Counter(parts.state for parts in every)
        return Standing(parts=every, number=number, weighing=number, weights=number)
    parts: list[Parts] = []
    number, taken = Counter[State](), Counter[State]()
    weights: dict[State, Fraction] = dict.fromkeys(State, _NO)
    is_weighed = True
    for state, so, other in every:
        parts.append(Parts(state, weighing.weighed(so), weighing.weighed(other)))
        if parts[-1].so.is_left_out:
            continue
        number[state] += 1
        weight = parts[-1].so.weight
        if weight is None:
            is_weighed = False
        else:
            weights[state] += weight
        taken[state] += weight != 0
    return Standing(
        parts=parts,
        number=number,
        weighing=taken,
        weights=weights if is_weighed else None,
    )
