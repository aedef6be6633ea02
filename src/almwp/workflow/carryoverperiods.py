"""Choose the two programmes of a carry-over, and the plans that belong to them."""

from collections import Counter
from collections.abc import Mapping

from attrs import frozen

from almwp.catalogue.frameworks import framework as packaged_framework
from almwp.catalogue.frameworks import framework_ids
from almwp.errors import CallError
from almwp.model.framework import Framework
from almwp.model.ids import FrameworkId
from almwp.model.workplan import WorkPlan
from almwp.plugins.registry import Plugins
from almwp.workflow.scoring import load_framework


@frozen(kw_only=True, eq=False)
class Periods:
    """The two periods, and the plans that may reach from one into the other.

    Attributes:
        old: The earlier programme and the plans under it, by id.
        new: The next programme and the plans under it, by id.
        plans: All frameworks that are known, by id.
        first: First year of the next period; None where neither programme tells it.
    """

    old: frozenset[FrameworkId]
    new: frozenset[FrameworkId]
    plans: Mapping[FrameworkId, Framework]
    first: int | None = None

    def is_of_next(self, plan: FrameworkId) -> bool:
        """Say whether a plan is of the next period: the programme's own, or as late."""
        if plan in self.new:
            return True
        known = self.plans.get(plan)
        period = known.period if known else None
        return bool(period and self.first is not None and period.first >= self.first)

    def reach(self, plan: FrameworkId) -> bool | None:
        """Say whether a plan reaches from before into the next period.

        None where its period is not known, or has no end that was set.
        """
        known = self.plans.get(plan)
        period = known.period if known else None
        if period is None or self.first is None:
            return None
        if period.first >= self.first:
            return False
        return None if period.last is None else period.last >= self.first


def draft_of(framework: Framework) -> Framework | None:
    """Return what almwp brings of a programme that the user has loaded anew."""
    if framework.id not in framework_ids():
        return None
    packaged = packaged_framework(framework.id)
    return None if packaged == framework else packaged


def earlier_programme(
    plan: WorkPlan,
    wanted: str | None,
    to: Framework,
    known: Mapping[FrameworkId, Framework],
    plugins: Plugins,
) -> Framework:
    """Return the programme from which is carried over.

    Where none is named it is the latest one before *to* of the same kind on which the
    files report, themselves or by a plan under it; else the one on which most do.

    Raises:
        UnknownNameError: There is no such framework.
        CallError: The files report on none, or it does not come before *to*.
    """
    if wanted is not None:
        named = load_framework(wanted, plugins)
        if named.id == to.id or not _is_before(named, to):
            raise CallError(
                "{old} does not begin before {new}: name the earlier programme with "
                "--framework and the next one with --to",
                old=named.id,
                new=to.id,
            )
        return named
    counted: Counter[FrameworkId] = Counter()
    for activity in plan.activities:
        named_by = {r.framework for r in activity.references if r.framework}
        counted.update({f for name in named_by for f in _with_those_above(name, known)})
    for submission in plan.submissions:
        if submission.framework and submission.activities:
            counted.update(_with_those_above(submission.framework, known))
    new = plans_with(to.id, known)
    found = [
        known[name]
        for name in counted
        if name in known and name not in new and _is_before(known[name], to)
    ]
    if not found:
        raise CallError(
            "the files report on no programme before {new}; name the earlier one "
            "with --framework",
            new=to.id,
        )
    same = [framework for framework in found if framework.kind == to.kind]
    if same:
        return min(same, key=lambda f: (-_begin(f), -counted[f.id], f.id))
    return min(found, key=lambda f: (-counted[f.id], f.id))


def periods_of(
    old: Framework, to: Framework, known: Mapping[FrameworkId, Framework]
) -> Periods:
    """Return both periods with the plans under them."""
    first = to.period.first if to.period else None
    if first is None and old.period and old.period.last:
        first = old.period.last + 1
    new = plans_with(to.id, known)
    return Periods(
        old=plans_with(old.id, known) - new,
        new=new,
        plans={**known, old.id: old, to.id: to},
        first=first,
    )


def plans_with(
    name: FrameworkId, known: Mapping[FrameworkId, Framework]
) -> frozenset[FrameworkId]:
    """Return a programme and the plans that stand under it, directly or not."""
    found = {name}
    while True:
        below = {f.id for f in known.values() if f.parent in found} - found
        if not below:
            return frozenset(found)
        found |= below


def _with_those_above(
    name: FrameworkId, known: Mapping[FrameworkId, Framework]
) -> tuple[FrameworkId, ...]:
    found: dict[FrameworkId, None] = {}
    above: FrameworkId | None = name
    while above is not None and above not in found:
        found[above] = None
        framework = known.get(above)
        above = framework.parent if framework else None
    return tuple(found)


def _is_before(framework: Framework, to: Framework) -> bool:
    """Say whether a programme begins before *to*, as far as both periods are known."""
    if framework.period is None or to.period is None:
        return True
    return framework.period.first < to.period.first


def _begin(framework: Framework) -> int:
    return framework.period.first if framework.period else 0
