"""Score the progress of activities of the ALM work programme."""

from collections.abc import Iterator

from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan
from almwp.plugins import Scorer, hookimpl
from almwp.scoring.question import Question


def _implementation(plan: WorkPlan, question: Question) -> Scorecard:
    from almwp_progress.implementation import score

    return score(plan, question)


@hookimpl
def almwp_scorers() -> Iterator[Scorer]:
    """Contribute the scorers."""
    yield Scorer(
        name="implementation",
        summary="Shares of activities completed, ongoing, planned, not reported",
        score=_implementation,
    )
