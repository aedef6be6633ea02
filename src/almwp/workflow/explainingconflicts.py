"""Tell the contradictions between senders, open ones and decided ones."""

from collections.abc import Iterator, Mapping

from attrs import evolve

from almwp.model.ids import ActivityId
from almwp.model.workplan import Conflict, WorkPlan
from almwp.workflow.explainedactivity import ExplainedClaim, ExplainedConflict


def conflicts_of(
    name: ActivityId, plan: WorkPlan, labels: Mapping[str, str]
) -> Iterator[ExplainedConflict]:
    """Give the contradictions about an activity or an indicator, open ones first.

    Args:
        name: Its id.
        plan: The plan.
        labels: The headings of its sheet, by the keys of their fields.
    """
    for conflict in plan.conflicts:
        if conflict.activity == name:
            yield _explained(conflict, labels)
    for each in plan.resolved:
        if each.conflict.activity == name:
            decision = each.decision
            yield evolve(
                _explained(each.conflict, labels),
                take=decision.take,
                because=decision.because,
                by=decision.by,
            )


def _explained(conflict: Conflict, labels: Mapping[str, str]) -> ExplainedConflict:
    return ExplainedConflict(
        field=conflict.field,
        label=labels.get(conflict.field, conflict.field),
        about=conflict.about,
        claims=tuple(
            ExplainedClaim(value=each.value, owner=each.owner, origin=each.origin)
            for each in conflict.claims
        ),
    )
