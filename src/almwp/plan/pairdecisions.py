"""What people decided of two activities: that they are one, or that they are two."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from attrs import field, frozen

from almwp.model.decision import (
    SAME,
    Decision,
    DecisionKind,
    UnfitDecision,
    WhyUnfit,
)
from almwp.model.fields import frozen_items
from almwp.plan.naming import NamedReports
from almwp.plan.reported import ReportedActivity


@frozen(kw_only=True)
class PairDecisions:
    """Reports that are of one activity, or of two, on a person's word.

    Attributes:
        together: Places of two reports of one activity.
        apart: Places of two reports of two activities.
        applied: The decisions that say so, each with the reports of its two sides.
        unfit: Decisions that were not applied.
    """

    together: tuple[tuple[int, int], ...] = field(default=(), converter=frozen_items)
    apart: tuple[tuple[int, int], ...] = field(default=(), converter=frozen_items)
    applied: tuple[tuple[Decision, tuple[int, ...], tuple[int, ...]], ...] = field(
        default=(), converter=frozen_items
    )
    unfit: tuple[UnfitDecision, ...] = field(default=(), converter=frozen_items)


def pair_decisions(
    decisions: Iterable[Decision],
    reports: Sequence[ReportedActivity],
    groups: Iterable[Sequence[ReportedActivity]],
) -> PairDecisions:
    """Find out what *decisions* say of which reports.

    Those that contradict each other are not applied, whatever their order; nor are
    those that contradict what follows from others: of three activities, that the first
    is the second and the second the third, but not the first the third.

    Args:
        decisions: What people decided.
        reports: All reports.
        groups: The reports of each activity, as far as nobody decided.
    """
    named = NamedReports(reports, groups)
    sides: list[tuple[Decision, tuple[int, ...], tuple[int, ...]]] = []
    unfit: list[UnfitDecision] = []
    for decision in decisions:
        if decision.kind is not DecisionKind.PAIR:
            continue
        one, other = (named.of(name) for name in decision.activities)
        if not one or not other:
            missing = decision.activities[1 if one else 0]
            unfit.append(
                UnfitDecision(
                    decision=decision, why=WhyUnfit.NAMES_NOTHING, found=missing.id
                )
            )
        elif set(one) & set(other):
            unfit.append(UnfitDecision(decision=decision, why=WhyUnfit.NAMES_SEVERAL))
        elif several := next(
            (
                name.id
                for name, side in zip(decision.activities, (one, other), strict=True)
                if named.groups_of(side) > 1
            ),
            "",
        ):
            unfit.append(
                UnfitDecision(
                    decision=decision, why=WhyUnfit.NAMES_SEVERAL, found=several
                )
            )
        else:
            sides.append((decision, one, other))
    broken = _contradicted(sides)
    unfit += [
        UnfitDecision(decision=decision, why=WhyUnfit.CONTRADICTED)
        for place, (decision, _, _) in enumerate(sides)
        if place in broken
    ]
    fit = [side for place, side in enumerate(sides) if place not in broken]
    together = [
        (one[0], place)
        for decision, one, other in fit
        if decision.take == SAME
        for place in (*one[1:], *other)
    ]
    apart = [
        (first, second)
        for decision, one, other in fit
        if decision.take != SAME
        for first in one
        for second in other
    ]
    return PairDecisions(together=together, apart=apart, applied=fit, unfit=unfit)


def _contradicted(
    sides: Sequence[tuple[Decision, tuple[int, ...], tuple[int, ...]]],
) -> set[int]:
    """Return the places of decisions that contradict what others say together."""
    above: dict[int, int] = {}

    def root(place: int) -> int:
        while above.get(place, place) != place:
            place = above[place]
        return place

    for decision, one, other in sides:
        if decision.take == SAME:
            for place in (*one[1:], *other):
                above[root(place)] = root(one[0])
    in_one: dict[int, set[int]] = defaultdict(set)
    for place, (decision, one, _) in enumerate(sides):
        if decision.take == SAME:
            in_one[root(one[0])].add(place)
    broken: set[int] = set()
    for place, (decision, one, other) in enumerate(sides):
        if decision.take == SAME:
            continue
        shared = {root(p) for p in one} & {root(p) for p in other}
        if shared:
            broken.add(place)
            for group in shared:
                broken |= in_one[group]
    return broken
