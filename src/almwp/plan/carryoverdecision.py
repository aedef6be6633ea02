"""Decide what an activity becomes from what is known of it, or leave it open."""

from collections.abc import Iterable

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.source import Basis
from almwp.plan.carryover import ActivityFate, CarryOverReason

SURE = (Basis.CONFIRMED, Basis.REPORTED)
"""On what a reason must stand to decide; what was deduced only suggests."""

_CLOSED = ActivityFate.CLOSED
_CONTINUES = ActivityFate.CONTINUES
_SUCCEEDED = ActivityFate.SUCCEEDED
_PROPOSED = ActivityFate.PROPOSED
_DROPPED = ActivityFate.DROPPED

_TAKEN_UP = frozenset((_PROPOSED, _CLOSED, _CONTINUES))
"""What is done or still runs can be taken up: a proposal is of the next period."""

_TOGETHER = {
    frozenset((_CLOSED, _SUCCEEDED)): _SUCCEEDED,
    # A crosswalk closes what a report withdrew: both say that it has ended.
    frozenset((_CLOSED, _DROPPED)): _DROPPED,
}
"""What two other sure fates make where they do not contradict each other."""


@frozen(kw_only=True)
class Decision:
    """What an activity becomes.

    Attributes:
        fate: What it becomes.
        basis: The best basis among the reasons that decide.
        rivals: Fates that sure reasons speak for, where they contradict one another.
    """

    fate: ActivityFate
    basis: Basis
    rivals: tuple[ActivityFate, ...] = field(default=(), converter=frozen_items)


def decided(reasons: Iterable[CarryOverReason]) -> Decision:
    """Decide by the sure ones of *reasons*; their order does not matter.

    Where none is sure, and where sure ones contradict each other, nothing is decided.
    """
    sure = [r for r in reasons if r.is_sure and r.speaks_for]
    fates = frozenset(r.speaks_for for r in sure if r.speaks_for)
    fate = _one_of(fates, sure)
    if fate is None:
        return Decision(
            fate=ActivityFate.UNDECIDED,
            basis=Basis.UNKNOWN,
            rivals=[each for each in ActivityFate if each in fates],
        )
    order = list(Basis)
    bases = [r.basis for r in sure if r.speaks_for is fate]
    return Decision(fate=fate, basis=min(bases, key=order.index))


def _one_of(
    fates: frozenset[ActivityFate], sure: list[CarryOverReason]
) -> ActivityFate | None:
    if len(fates) == 1:
        return next(iter(fates))
    if _PROPOSED in fates and fates <= _TAKEN_UP:
        return _PROPOSED
    if fates == {_SUCCEEDED, _PROPOSED}:
        # Only the very proposals that the crosswalk names are no second successor.
        is_one = _named_by(sure, _SUCCEEDED) == _named_by(sure, _PROPOSED)
        return _PROPOSED if is_one else None
    return _TOGETHER.get(fates)


def _named_by(reasons: list[CarryOverReason], fate: ActivityFate) -> set[str]:
    named = [(*r.proposals, *r.successors) for r in reasons if r.speaks_for is fate]
    return {name for names in named for name in names}


def in_weight(
    reasons: Iterable[CarryOverReason], fate: ActivityFate
) -> tuple[CarryOverReason, ...]:
    """Return *reasons*: those that decide for *fate*, other sure ones, the rest."""

    def weight(reason: CarryOverReason) -> int:
        if reason.is_sure:
            return 0 if reason.speaks_for is fate else 1
        return 2 if reason.speaks_for else 3

    return tuple(sorted(reasons, key=weight))
