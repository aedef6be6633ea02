"""Score a few activities or indicators as a whole, for tests of scorers."""

from almwp.model.activity import Activity
from almwp.model.framework import Framework
from almwp.model.indicator import Indicator
from almwp.model.moment import Moment
from almwp.model.policy import Policy
from almwp.model.score import Part, Score
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import ScorePlan
from almwp.scoring.question import Question


def total_of(
    score: ScorePlan,
    *several: Activity | Indicator,
    policy: Policy | None = None,
    as_of: str | None = None,
    framework: Framework | None = None,
) -> Score:
    """Return the score of all of *several* together.

    Args:
        score: The scorer's function.
        several: Activities, indicators or both.
        policy: The policy; the default, when not given.
        as_of: The day; the newest reports count when not given.
        framework: The framework by which to roll up.
    """
    plan = WorkPlan(
        activities=[each for each in several if isinstance(each, Activity)],
        indicators=[each for each in several if isinstance(each, Indicator)],
    )
    question = Question(
        framework=framework,
        by=(),
        policy=policy or Policy(),
        as_of=Moment.parse(as_of) if as_of else None,
    )
    return score(plan, question).lines[0].score


def only_part_of(scored: Score) -> Part:
    """Return the one part of a score that has one."""
    (only,) = scored.parts
    return only


def bounds_of_score(scored: Score) -> tuple[object, object]:
    """Return the least and the most that a score can be."""
    return scored.low, scored.high
