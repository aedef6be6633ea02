"""Explain how an indicator of several countries was put together."""

from collections.abc import Callable, Iterable
from datetime import date

from almwp.errors import Translate
from almwp.model.indicator import Indicator
from almwp.model.policy import Policy
from almwp.scoring.achievement import achievement_of
from almwp.scoring.poolsteps import pool_steps
from almwp.scoring.sharedindicators import (
    Followed,
    joint_achievement,
    pooled,
    put_together,
    shared_by_countries,
)
from almwp.workflow.explainedindicator import ExplainedPool


def explained_pool(
    indicator: Indicator,
    indicators: Iterable[Indicator],
    policy: Policy,
    day: date | None,
    say: Callable[[str], str],
    translate: Translate,
) -> ExplainedPool | None:
    """Return the sums of *indicator* over its countries, or None where it has one.

    Args:
        indicator: The indicator of one country.
        indicators: Those of the plan.
        policy: What counts where the formula has no answer.
        day: The day as of which to look.
        say: Tells reasons.
        translate: Tells headings and numbers.
    """
    same = put_together(indicator, indicators)
    if len(same) < 2:
        return None
    several = [
        Followed(indicator=i, achievement=achievement_of(i, policy, day)) for i in same
    ]
    shared = next(
        s
        for s in shared_by_countries(several)
        if any(f.indicator.id == indicator.id for f in s.members)
    )
    taken = [f for f in shared.members if not f.achievement.is_left_out]
    if len(taken) < 2:
        return None
    known = joint_achievement(shared, policy)
    pool = pooled(taken)
    return ExplainedPool(
        countries=sorted(str(f.indicator.country) for f in taken),
        numerator=pool.numerator if pool else None,
        denominator=pool.denominator if pool else None,
        steps=pool_steps(pool, taken, translate) if pool else (),
        value=known.value,
        low=known.low,
        high=known.high,
        reasons=(say(reason) for reason in known.reasons[:1]),
        cells=known.cells,
    )
