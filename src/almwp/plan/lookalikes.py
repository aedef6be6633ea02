"""Tell what activities share that were kept apart, until a person says they are two."""

from collections.abc import Container, Mapping, Sequence

from attrs import field, frozen

from almwp.model.decision import Decision
from almwp.model.fields import frozen_items
from almwp.model.workplan import Conflict, ResolvedConflict
from almwp.plan.contradictions import claim_of
from almwp.plan.reported import ReportedActivity
from almwp.plan.sameness import look_alikes
from almwp.plan.serialnumbers import Files, serial_files
from almwp.plan.suggestions import Group, Pair


@frozen(kw_only=True)
class LookAlikes:
    """What activities share that were kept apart.

    Attributes:
        open: The contradictions on which nobody decided, at each side.
        resolved: Those of which somebody said that they are two activities.
        pairs: All pairs of activities that are among them.
    """

    open: tuple[Conflict, ...] = field(converter=frozen_items)
    resolved: tuple[ResolvedConflict, ...] = field(converter=frozen_items)
    pairs: tuple[Pair, ...] = field(converter=frozen_items)


def told_apart(groups: Sequence[Group], decided: Mapping[Pair, Decision]) -> LookAlikes:
    """Find activities that share a title, a number or a place in a plan.

    Args:
        groups: Each activity of the plan, with the reports of it.
        decided: Pairs of which somebody said that they are two.
    """
    names = {id(report): name for name, group in groups for report in group}
    open_ones: list[Conflict] = []
    resolved: list[ResolvedConflict] = []
    pairs: dict[Pair, None] = {}
    found = tuple(look_alikes([group for _, group in groups]))
    serial = _serial(groups) if any(key == "number" for key, _ in found) else {}
    for key, rivals in found:
        if key == "number" and _only_count(rivals, serial):
            continue
        claims = tuple(claim_of(r, key, _claimed(r, key)) for r in rivals)
        ids = [names[id(rival)] for rival in rivals]
        with_first = [frozenset((ids[0], other)) for other in ids[1:]]
        pairs |= dict.fromkeys(with_first)
        is_decided = all(pair in decided for pair in with_first)
        for name in ids:
            conflict = Conflict(activity=name, field=key, claims=claims)
            if is_decided:
                own = frozenset((ids[0], name if name != ids[0] else ids[1]))
                decision = decided[own]
                resolved.append(ResolvedConflict(conflict=conflict, decision=decision))
            else:
                open_ones.append(conflict)
    return LookAlikes(open=open_ones, resolved=resolved, pairs=pairs)


def _serial(groups: Sequence[Group]) -> Mapping[Files, int]:
    """Return the pairs of files whose numbers only count their rows."""
    return serial_files(
        (place, report.activity, report.submission)
        for place, (_, group) in enumerate(groups)
        for report in group
    )


def _only_count(rivals: tuple[ReportedActivity, ...], serial: Container[Files]) -> bool:
    """Say whether the number that reports share only counts the rows of their files."""
    first, *others = (report.submission.sha256 for report in rivals)
    return all(frozenset((first, other)) in serial for other in others)


def _claimed(report: ReportedActivity, key: str) -> str:
    """Say what tells two look-alikes apart: who leads, or what the number is of."""
    activity = report.activity
    if key in ("number", "plan"):
        return str(activity.title)
    leads = ", ".join(str(party) for party in activity.leads)
    return f"{activity.title} ({leads})" if leads else str(activity.title)
