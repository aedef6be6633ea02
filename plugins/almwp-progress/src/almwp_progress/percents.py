"""The share that was reported done: the newest one, and others that may be as new."""

from datetime import date
from fractions import Fraction

from attrs import field, frozen

from almwp.model.activity import Activity, Observation, in_order
from almwp.model.fields import frozen_items
from almwp.scoring.states import may_be_as_new


@frozen(kw_only=True)
class KnownPercent:
    """What was reported of the share that is done.

    Attributes:
        report: The newest report that tells a share.
        shares: The shares that it, and reports that may be as new, tell.
    """

    report: Observation
    shares: tuple[Fraction, ...] = field(converter=frozen_items)


def known_percent(activity: Activity, day: date | None) -> KnownPercent | None:
    """Return the newest share that was surely reported by *day*, or None.

    Args:
        activity: The activity.
        day: The day as of which to look; all reports count when not given.
    """
    telling = [
        o for o in in_order(made_by(activity, day)) if isinstance(o.percent, Fraction)
    ]
    if not telling:
        return None
    newest = telling[-1]
    shares = {
        o.percent
        for o in telling
        if may_be_as_new(o, newest) and isinstance(o.percent, Fraction)
    }
    return KnownPercent(report=newest, shares=sorted(shares))


def made_by(activity: Activity, day: date | None) -> tuple[Observation, ...]:
    """Return the reports that were surely made by *day*."""
    if day is None:
        return activity.observations
    return tuple(o for o in activity.observations if o.as_of and o.as_of.end <= day)


def is_newer(report: Observation, other: Observation) -> bool:
    """Say whether *report* was surely made after *other*."""
    if report.as_of is None:
        return False
    return other.as_of is None or other.as_of.end < report.as_of.start
