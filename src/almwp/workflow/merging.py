"""Merge what was sent into a plan, with what people decided."""

from collections.abc import Iterable
from typing import TypeAlias

from almwp.model.decision import Decision
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import merge
from almwp.workflow.reading import ReadFiles

Sent: TypeAlias = Iterable[Submission] | ReadFiles
"""Submissions; or files that were read."""

Decided: TypeAlias = Iterable[Decision] | None
"""What people decided; None for what saved plans bring along."""


def merge_sent(sent: Sent, decisions: Decided = None) -> WorkPlan:
    """Return what was *sent* says together, contradictions included.

    Args:
        sent: Submissions; or files that were read, which bring the decisions of saved
            plans along.
        decisions: What people decided; it takes the place of what saved plans bring.
    """
    if isinstance(sent, ReadFiles):
        brought = sent.decisions if decisions is None else decisions
        return merge(sent.submissions, brought)
    return merge(sent, decisions or ())
