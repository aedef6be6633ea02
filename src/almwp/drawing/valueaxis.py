"""The axis of values: round numbers from the least to the greatest."""

import math
from collections.abc import Sequence

from attrs import frozen

from almwp.drawing.colours import RULE
from almwp.drawing.letters import Letters
from almwp.drawing.marks import GREY, Line, Mark
from almwp.drawing.page import MINUS, SMALL, paragraph
from almwp.drawing.wording import decimal_mark
from almwp.errors import Translate

_PARTS = 5
_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)


@frozen
class ValueAxis:
    """Values between two places on the page.

    Attributes:
        first: The least value that is named.
        step: From one named value to the next.
        count: How many steps there are.
        top: Where the greatest is.
        bottom: Where the least is.
    """

    first: float
    step: float
    count: int
    top: float
    bottom: float

    def at(self, value: float) -> float:
        """Return how far down *value* is."""
        part = (value - self.first) / (self.step * self.count)
        return self.bottom - part * (self.bottom - self.top)

    def lines(
        self, letters: Letters, left: float, right: float, say: Translate
    ) -> tuple[Mark, ...]:
        """Lay out a line for each named value, with its number on the left."""
        marks: list[Mark] = []
        for number in range(self.count + 1):
            value = self.first + number * self.step
            y = self.at(value)
            marks.append(Line(points=((left, y), (right, y)), colour=RULE, width=0.5))
            marks += paragraph(
                letters,
                _named(value, self.step, say),
                x=left - 4,
                top=y - SMALL * 0.8,
                width=left - 8,
                size=SMALL,
                lines=1,
                side="right",
                colour=GREY,
            ).marks
        return tuple(marks)


def values_of(values: Sequence[float], top: float, bottom: float) -> ValueAxis:
    """Return an axis of round numbers on which all of *values* lie."""
    low, high = min(values), max(values)
    if low == high:
        low, high = low - (abs(low) / 10 or 1), high + (abs(high) / 10 or 1)
    # Where zero is near, it belongs to the picture.
    if 0 < low <= high / 2:
        low = 0.0
    if low / 2 <= high < 0:
        high = 0.0
    rough = (high - low) / _PARTS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(r * power for r in _ROUND if r * power >= rough * 0.999)
    first = math.floor(low / step + 1e-9) * step
    count = max(1, math.ceil((high - first) / step - 1e-9))
    return ValueAxis(first, step, count, top, bottom)


def _named(value: float, step: float, say: Translate) -> str:
    places = max(0, -math.floor(math.log10(step) + 1e-9) + (step % 1 != 0))
    written = f"{value:.{min(places, 12)}f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    if written in ("-0", ""):
        return "0"
    return written.replace("-", MINUS).replace(".", decimal_mark(say))
