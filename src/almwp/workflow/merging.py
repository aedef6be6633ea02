"""Merge what was sent into a plan, with what people decided."""

from collections.abc import Iterable
from typing import TypeAlias

from almwp.errors import CallError
from almwp.model.decision import Decision
from almwp.model.submission import Submission
from almwp.model.workplan import WorkPlan
from almwp.plan.merge import merge
from almwp.workflow.collector import resting_collector
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

    Raises:
        CallError: Something else was given, such as the name of a file.
    """
    if isinstance(sent, ReadFiles):
        submissions = sent.submissions
        made = sent.decisions if decisions is None else decisions
    else:
        submissions, made = _submissions(sent), decisions or ()
    with resting_collector():
        return merge(submissions, made)


def _submissions(sent: object) -> tuple[Submission, ...]:
    """Return the submissions; a caller may take paths or a plan for them."""
    several = (sent,)
    if isinstance(sent, Iterable) and not isinstance(sent, str):
        several = tuple(sent)
    known = tuple(each for each in several if isinstance(each, Submission))
    if len(known) < len(several):
        (other, *_) = (each for each in several if not isinstance(each, Submission))
        raise CallError(
            "merge takes what read returned, or submissions, not {found}; read files "
            "and saved plans with read first",
            found="None" if other is None else type(other).__name__,
        )
    return known
