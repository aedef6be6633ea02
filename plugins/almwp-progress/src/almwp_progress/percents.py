"""The share that was reported done: the newest one, and whether it still holds."""

from datetime import date
from fractions import Fraction

from attrs import field, frozen

from almwp.model.absence import Absence
from almwp.model.activity import Activity, Observation, in_order
from almwp.model.fields import frozen_items
from almwp.scoring.editions import is_recurring
from almwp.scoring.states import State, may_be_as_new, told_state


@frozen(kw_only=True)
class KnownPercent:
    """What was reported of the share that is done.

    Attributes:
        report: The newest report that tells a share.
        reports: That one, and others that tell a share and may be as new.
        shares: The shares that these tell, the least first.
        taken_by: The newest report after it by which the share no longer holds; None
            where it still does.
    """

    report: Observation
    reports: tuple[Observation, ...] = field(converter=frozen_items)
    shares: tuple[Fraction, ...] = field(converter=frozen_items)
    taken_by: Observation | None = None


def known_percent(activity: Activity, day: date | None) -> KnownPercent | None:
    """Return the newest share that was surely reported by *day*, or None.

    It holds until a newer report tells more, or takes it back: says that the activity
    is completed, planned or withdrawn, or gives another answer in place of the share,
    such as *withheld*.  *Ongoing* with a blank says nothing of the share, so the one
    that was told last stays.  Of a recurring activity any newer state takes the share
    away, as it speaks of other editions.

    Args:
        activity: The activity.
        day: The day as of which to look; all reports count when not given.
    """
    made = in_order(made_by(activity, day))
    telling = [o for o in made if isinstance(o.percent, Fraction)]
    if not telling:
        return None
    newest = telling[-1]
    reports = [o for o in telling if may_be_as_new(o, newest)]
    recurs = is_recurring(activity.timeframe)
    taking = [o for o in made if is_newer(o, newest) and _takes_share(o, recurs)]
    return KnownPercent(
        report=newest,
        reports=reports,
        shares=sorted({o.percent for o in reports if isinstance(o.percent, Fraction)}),
        taken_by=taking[-1] if taking else None,
    )


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


def withholds_share(report: Observation) -> bool:
    """Say whether *report* answers with an absence where the share should stand.

    A blank is no answer.
    """
    return isinstance(report.percent, Absence) and report.percent is not Absence.BLANK


def _takes_share(report: Observation, recurs: bool) -> bool:
    told = told_state(report)
    if told is None or (told is State.ONGOING and not recurs):
        return withholds_share(report)
    return True
