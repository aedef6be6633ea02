"""Score the progress of activities of the ALM work programme."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from almwp.plugins import hookimpl

if TYPE_CHECKING:  # every start loads this; what a command needs comes with it
    from almwp.model.score import Scorecard
    from almwp.model.workplan import WorkPlan
    from almwp.plugins import Scorer
    from almwp.scoring.question import Question

_OF_INDICATORS = ("cap", "no_baseline", "target_is_baseline", "keep_within")
"""Choices of a policy that speak of indicators only."""


def _implementation(plan: "WorkPlan", question: "Question") -> "Scorecard":
    from almwp_progress.implementation import score

    return score(plan, question)


def _delivery(plan: "WorkPlan", question: "Question") -> "Scorecard":
    from almwp_progress.delivery import score

    return score(plan, question)


def _timeliness(plan: "WorkPlan", question: "Question") -> "Scorecard":
    from almwp_progress.timeliness import score

    return score(plan, question)


def _achievement(plan: "WorkPlan", question: "Question") -> "Scorecard":
    from almwp_progress.achievement import score

    return score(plan, question)


def _trend(plan: "WorkPlan", question: "Question") -> "Scorecard":
    from almwp_progress.trend import score

    return score(plan, question)


@hookimpl
def almwp_scorers() -> "Iterator[Scorer]":
    """Contribute the scorers."""
    from almwp.plugins import Scorer

    yield Scorer(
        name="implementation",
        summary="Shares of activities completed, ongoing, planned, not reported",
        score=_implementation,
        takes_policy=True,
        ignores=_OF_INDICATORS,
    )
    yield Scorer(
        name="delivery",
        summary="Average progress of activities, recurring ones by their editions due",
        score=_delivery,
        takes_policy=True,
        ignores=_OF_INDICATORS,
    )
    yield Scorer(
        name="timeliness",
        summary="Activities in time, due and overdue; expected and actual progress",
        score=_timeliness,
        takes_policy=True,
        ignores=_OF_INDICATORS,
    )
    yield Scorer(
        name="achievement",
        summary="Indicators on their way from the baseline to the target",
        score=_achievement,
        counts="indicators",
        takes_policy=True,
    )
    yield Scorer(
        name="trend",
        summary="Each country, outcome or body against itself, from report to report",
        score=_trend,
        takes_policy=True,
    )
