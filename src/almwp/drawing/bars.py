"""Bars: how much is so at least, how much may be so as well, and the value."""

from almwp.drawing.colours import HAIR, MAY_BE, RULE, SURE, TRACK
from almwp.drawing.letters import Letters
from almwp.drawing.marks import BLACK, GREY, Line, Look, Mark, Surface, box
from almwp.drawing.page import (
    LEADING,
    MARGIN,
    MINUS,
    SMALL,
    WIDTH,
    Laid,
    key,
    nothing,
    paragraph,
)
from almwp.errors import Translate
from almwp.model.figures import Bar, Figure

_LABEL = 186.0
_LEFT = MARGIN + _LABEL + 10
_RIGHT = 382.0
_TEXT = WIDTH - MARGIN - _RIGHT - 8
_THICK = 10.0
_LEAST, _MOST = -1.0, 2.0
"""What lies beyond is cut off; the words beside the bar say how much it is."""


def bars(figure: Figure, letters: Letters, say: Translate) -> Laid:
    """Lay out the bars of *figure*, one below the other."""
    if not figure.bars:
        return nothing(letters, say("nothing to show"))
    scale = _Scale(figure)
    marks: list[Mark] = []
    top = LEADING * SMALL + 4
    for bar in figure.bars:
        if marks:
            points = ((MARGIN, top), (WIDTH - MARGIN, top))
            marks.append(Line(points=points, colour=HAIR, width=0.4))
        row = _row(bar, scale, letters, top)
        marks += row.marks
        top += row.height
    axis = scale.axis(letters, top)
    entries: list[tuple[Look, str]] = [
        (SURE, say("so at least")),
        (MAY_BE, say("may be so as well")),
    ]
    explained = key(letters, entries, top + 6)
    return Laid(
        marks=(*axis, *marks, *explained.marks), height=top + 6 + explained.height
    )


class _Scale:
    """From shares to points across."""

    def __init__(self, figure: Figure) -> None:
        values = [float(v) for b in figure.bars for v in (b.low, b.high)]
        self.first = max(_LEAST, min(0.0, *values))
        self.last = min(_MOST, max(1.0, *values))

    def at(self, share: float) -> float:
        inside = max(self.first, min(self.last, share))
        part = (inside - self.first) / (self.last - self.first)
        return _LEFT + part * (_RIGHT - _LEFT)

    def axis(self, letters: Letters, bottom: float) -> tuple[Mark, ...]:
        """Lay out the lines at the quarters, named where there is room."""
        marks: list[Mark] = []
        whole = self.last - self.first <= 1
        step = 0.25 if whole else 0.5
        for number in range(round(_LEAST / step), round(_MOST / step) + 1):
            share = number * step
            if not self.first <= share <= self.last:
                continue
            x = self.at(share)
            width = 1.0 if share in (0, 1) else 0.5
            points = ((x, LEADING * SMALL), (x, bottom))
            marks.append(Line(points=points, colour=RULE, width=width))
            named = paragraph(
                letters,
                f"{share:.0%}".replace("-", MINUS),
                x=x,
                top=0,
                width=60,
                size=SMALL,
                side="center",
                colour=GREY,
            )
            marks += named.marks
        return tuple(marks)


def _row(bar: Bar, scale: _Scale, letters: Letters, top: float) -> Laid:
    label = paragraph(letters, bar.label, x=MARGIN, top=top + 2, width=_LABEL)
    text = paragraph(letters, bar.text, x=_RIGHT + 8, top=top + 2, width=_TEXT)
    height = max(label.height, text.height, _THICK + 4) + 6
    # The bar stands beside the first line of its label.
    upper, lower = top + 3.0, top + 3.0 + _THICK
    low, high = sorted((float(bar.low), float(bar.high)))
    nearest = low if low > 0 else min(0.0, high)
    marks: list[Mark] = [box(scale.at(0), upper, scale.at(1), lower, TRACK)]
    marks += _between(low, high, scale, upper, lower, MAY_BE)
    marks += _between(0.0, nearest, scale, upper, lower, SURE)
    if bar.value is not None:
        x = scale.at(float(bar.value))
        points = ((x, upper - 2), (x, lower + 2))
        marks.append(Line(points=points, colour=BLACK, width=1.6))
    return Laid(marks=(*marks, *label.marks, *text.marks), height=height)


def _between(
    one: float, other: float, scale: _Scale, upper: float, lower: float, look: Look
) -> list[Surface]:
    left, right = sorted((scale.at(one), scale.at(other)))
    return [box(left, upper, right, lower, look)] if right > left else []
