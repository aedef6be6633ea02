"""The path to a target: what is expected on a day between baseline and milestones."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from attrs import field, frozen

from almwp.model.fields import frozen_items
from almwp.model.indicator import Reading, Target
from almwp.model.moment import Moment


@frozen(kw_only=True)
class Expected:
    """What the path to a target expects at a time, as precisely as that is known.

    Attributes:
        low: The least.
        high: The most.
    """

    low: Fraction
    high: Fraction


@frozen(kw_only=True)
class Path:
    """The way from a baseline over the milestones to the last target.

    Attributes:
        baseline: Where it begins; None where that or its time is not known.
        milestones: The targets, one for each year, oldest first.
    """

    baseline: Reading | None
    milestones: tuple[Target, ...] = field(default=(), converter=frozen_items)

    def at(self, when: Moment) -> Expected | None:
        """Return what is expected during *when*, or None where no way leads there.

        Between two points the way is straight, by days.  Before its beginning and
        after its end it stays level.  Where the baseline or *when* is known only by
        its year, any day of that year may be meant.
        """
        found = []
        for start in self._starts():
            points = [*start, *self._later(start)]
            if not points or (not start and when.start < points[0][0]):
                return None
            inside = [day for day, _ in points if when.start < day < when.end]
            days = (when.start, *inside, when.end)
            found += [_on(points, day) for day in days]
        return Expected(low=min(found), high=max(found)) if found else None

    def _starts(self) -> list[list[tuple[date, Fraction]]]:
        base = self.baseline
        if base is None or base.when is None or not isinstance(base.value, Fraction):
            return [[]]
        return [[(day, base.value)] for day in sorted({base.when.start, base.when.end})]

    def _later(
        self, start: Sequence[tuple[date, Fraction]]
    ) -> list[tuple[date, Fraction]]:
        points = [
            (date(t.year, 12, 31), t.value)
            for t in self.milestones
            if isinstance(t.value, Fraction)
        ]
        return [point for point in points if not start or point[0] > start[0][0]]


def _on(points: Sequence[tuple[date, Fraction]], day: date) -> Fraction:
    before = points[0]
    if day <= before[0]:
        return before[1]
    for after in points[1:]:
        if day <= after[0]:
            run, whole = (day - before[0]).days, (after[0] - before[0]).days
            return before[1] + (after[1] - before[1]) * Fraction(run, whole)
        before = after
    return before[1]
