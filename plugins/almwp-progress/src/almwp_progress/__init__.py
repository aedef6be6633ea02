"""Score the progress of activities of the ALM work programme."""

from collections.abc import Iterator

from almwp.model.score import Scorecard
from almwp.model.workplan import WorkPlan
from almwp.plugins import Scorer, hookimpl
from almwp.scoring.question import Question


def _implementation(plan: WorkPlan, question: Question) -> Scorecard:
    from almwp_progress.implementation import score

    return score(plan, question)


def _delivery(plan: WorkPlan, question: Question) -> Scorecard:
    from almwp_progress.delivery import score

    return score(plan, question)


def _timeliness(plan: WorkPlan, question: Question) -> Scorecard:
    from almwp_progress.timeliness import score

    return score(plan, question)


def _achievement(plan: WorkPlan, question: Question) -> Scorecard:
    from almwp_progress.achievement import score

    return score(plan, question)


@hookimpl
def almwp_scorers() -> Iterator[Scorer]:
    """Contribute the scorers."""
    yield Scorer(
        name="implementation",
        summary="Shares of activities completed, ongoing, planned, not reported",
        score=_implementation,
    )
    yield Scorer(
        name="delivery",
        summary="Average progress of activities, recurring ones by their editions due",
        score=_delivery,
        takes_policy=True,
    )
    yield Scorer(
        name="timeliness",
        summary="Activities in time, due and overdue; expected and actual progress",
        score=_timeliness,
    )
    yield Scorer(
        name="achievement",
        summary="Indicators on their way from the baseline to the target",
        score=_achievement,
        counts="indicators",
        takes_policy=True,
    )
