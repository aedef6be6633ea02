"""Which value stands where submissions contradict each other and a person decided."""

from collections import defaultdict

from attrs import define, field

from almwp.model.decision import Decision, UnfitDecision, WhyUnfit
from almwp.model.folding import fold
from almwp.model.workplan import Claim, Conflict, ResolvedConflict


@define
class ValueDecisions:
    """Value decisions during one merge: which were applied, and which fit nothing.

    A decision is applied only where the files still contradict each other as they did
    when it was made.

    Attributes:
        resolved: The conflicts on which somebody decided.
        unfit: Decisions that stand against a conflict and were not applied.
    """

    _by_activity: dict[str, list[Decision]] = field(factory=dict)
    _unfit: dict[Decision, UnfitDecision] = field(factory=dict)
    _applied: set[Decision] = field(factory=set)
    resolved: list[ResolvedConflict] = field(factory=list)

    def give(self, activity: str, decision: Decision) -> None:
        """Hand over a decision on an activity, or an indicator, of the plan."""
        self._by_activity.setdefault(activity, []).append(decision)

    def refuse(self, decision: Decision, why: WhyUnfit, found: str = "") -> None:
        """Keep a decision that was not applied, and why."""
        known = UnfitDecision(decision=decision, why=why, found=found)
        self._unfit.setdefault(decision, known)

    def choose(self, conflict: Conflict) -> Claim | None:
        """Return the claim that stands on a person's word, or None: nobody decided."""
        chosen: dict[int, list[Decision]] = defaultdict(list)
        for decision in self._by_activity.get(conflict.activity, ()):
            if decision.field != conflict.field:
                continue
            if decision.about and decision.about != conflict.about:
                continue
            values = [claim.value for claim in conflict.claims]
            place = _place_of(decision.take, conflict.claims)
            has_changed = decision.among and set(decision.among) != set(values)
            if place is None or has_changed:
                found = "; ".join(values)
                why = WhyUnfit.VALUES_CHANGED
                if not has_changed:
                    why = WhyUnfit.NOT_OFFERED
                self.refuse(decision, why, found)
            else:
                chosen[place].append(decision)
        if len(chosen) > 1:
            for same in chosen.values():
                for decision in same:
                    self.refuse(decision, WhyUnfit.CONTRADICTED)
            return None
        for place, same in chosen.items():
            done = ResolvedConflict(conflict=conflict, decision=same[0])
            self.resolved.append(done)
            self._applied |= set(same)
            return conflict.claims[place]
        return None

    def settle(self, conflict: Conflict, decision: Decision) -> None:
        """Keep a conflict that a decision of another kind resolves."""
        self.resolved.append(ResolvedConflict(conflict=conflict, decision=decision))

    @property
    def unfit(self) -> tuple[UnfitDecision, ...]:
        """Decisions that were not applied, once all conflicts have been asked for."""
        for same in self._by_activity.values():
            for decision in same:
                if decision not in self._applied:
                    self.refuse(decision, WhyUnfit.NOT_OPEN)
        return tuple(
            unfit for d, unfit in self._unfit.items() if d not in self._applied
        )


def _place_of(take: str, claims: tuple[Claim, ...]) -> int | None:
    """Return the one claim that is meant, by its value or else by its owner."""
    for tell in (
        lambda claim: claim.value == take,
        lambda claim: bool(fold(take)) and fold(claim.value) == fold(take),
        lambda claim: claim.owner == take,
        lambda claim: bool(fold(take)) and fold(claim.owner) == fold(take),
    ):
        meant = [place for place, claim in enumerate(claims) if tell(claim)]
        if len(meant) == 1:
            return meant[0]
    return None
