"""The axis of time: from days to points across, and the lines of the years."""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from almwp.drawing.colours import RULE
from almwp.drawing.letters import Letters
from almwp.drawing.marks import GREY, Line, Mark
from almwp.drawing.page import LEADING, SMALL, paragraph
from almwp.model.moment import Moment

NAMES = LEADING * SMALL + 2
"""How high the names of the years are."""
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
_ROOM = 28.0
"""Points that the name of a year needs across."""


@frozen
class YearAxis:
    """Whole years between two places on the page.

    Attributes:
        first: The first year.
        last: The last year.
        left: Where the first year begins.
        right: Where the last year ends.
    """

    first: int
    last: int
    left: float
    right: float

    @property
    def year(self) -> float:
        """How wide a year is."""
        return (self.right - self.left) / (self.last - self.first + 1)

    def at(self, day: date, *, is_over: bool = False) -> float:
        """Return where *day* begins, or where it ends."""
        start = date(day.year, 1, 1).toordinal()
        length = date(day.year, 12, 31).toordinal() - start + 1
        into = (day.toordinal() + is_over - start) / length
        return self.left + (day.year - self.first + into) * self.year

    def lines(self, letters: Letters, bottom: float) -> tuple[Mark, ...]:
        """Lay out the beginnings of the years down to *bottom*, named at the top."""
        step = next(s for s in _STEPS if s * self.year >= _ROOM or s == _STEPS[-1])
        marks: list[Mark] = []
        for year in range(self.first, self.last + 2):
            if (year - self.first) % step and year != self.last + 1:
                continue
            x = self.left + (year - self.first) * self.year
            points = ((x, NAMES), (x, bottom))
            marks.append(Line(points=points, colour=RULE, width=0.5))
            if year <= self.last:
                middle = x + self.year / 2 if step == 1 else x
                marks += paragraph(
                    letters,
                    str(year),
                    x=middle,
                    top=0,
                    width=_ROOM,
                    size=SMALL,
                    side="center",
                    colour=GREY,
                ).marks
        return tuple(marks)


def years_of(moments: Iterable[Moment], left: float, right: float) -> YearAxis | None:
    """Return the axis on which all of *moments* lie; None where there are none."""
    years = [year for m in moments for year in (m.start.year, m.end.year)]
    return YearAxis(min(years), max(years), left, right) if years else None
