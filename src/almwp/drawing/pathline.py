"""The readings of an indicator against its path to the target."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from attrs import evolve

from almwp.drawing.colours import MILESTONE, READING
from almwp.drawing.letters import Letters
from almwp.drawing.marks import BLACK, GREY, Line, Look, Mark, Surface, Words, box
from almwp.drawing.page import (
    LEADING,
    MARGIN,
    SMALL,
    WIDTH,
    Laid,
    key,
    nothing,
    paragraph,
)
from almwp.drawing.valueaxis import ValueAxis, values_of
from almwp.drawing.wording import decimal_mark
from almwp.drawing.yearaxis import NAMES, YearAxis, years_of
from almwp.errors import Translate
from almwp.model.figures import PathPoint, TargetPath

_LEFT = MARGIN + 56
_RIGHT = WIDTH - MARGIN - 20
_HIGH = 190.0
_DOT = 3.2
_STEPS = 40
"""Pieces of a line between two points, for finding room beside it."""
Spot = tuple[float, float, float, float]
"""Left, top, right and bottom of something on the page."""
_NAME = 90.0
"""The most that the value beside a point is wide."""


def path_line(figure: TargetPath, letters: Letters, say: Translate) -> Laid:
    """Lay out the path as a dashed line with squares, the readings as dots."""
    points = (*figure.path, *figure.readings)
    axis = years_of((p.when for p in points), _LEFT + 12, _RIGHT - 12)
    if axis is None:
        return nothing(letters, say("nothing to show"))
    marks: list[Mark] = []
    unit = paragraph(
        letters,
        figure.unit,
        x=MARGIN,
        top=0,
        width=WIDTH - 2 * MARGIN,
        size=SMALL,
        lines=2,
        colour=GREY,
    )
    marks += unit.marks
    top = unit.height + 18
    names = top + _HIGH + 14
    values = values_of([float(p.value) for p in points], top, top + _HIGH)
    marks += values.lines(letters, _LEFT, _RIGHT, say)
    marks += _years(axis, letters, top, names)
    path = [_place(p, axis, values) for p in figure.path]
    readings = [_place(p, axis, values) for p in figure.readings]
    marks += _joined(path, BLACK, is_dashed=True)
    marks += _joined(readings, READING.fill, is_dashed=False)
    spans = [
        *_spans(figure.path, axis, values, BLACK),
        *_spans(figure.readings, axis, values, READING.fill),
    ]
    marks += spans
    marks += [_square(x, y) for x, y in path]
    marks += [_dot(x, y) for x, y in readings]
    taken = [m.box for m in marks if isinstance(m, Words)]
    taken += [(x - 4, y - 4, x + 4, y + 4) for x, y in (*path, *readings)]
    drawn = (path, readings, *(span.points for span in spans))
    lines = [spot for places in drawn for spot in _along(places)]
    room = _Room(taken, lines)
    marks += _values(figure.readings, readings, letters, room, READING.fill, say)
    marks += _values(figure.path, path, letters, room, BLACK, say)
    entries: list[tuple[Look, str]] = []
    if figure.readings:
        entries.append((READING, say("reading")))
    if figure.path:
        entries.append((MILESTONE, say("path to the target")))
    explained = key(letters, entries, names + NAMES + 4)
    return Laid(
        marks=(*marks, *explained.marks), height=names + NAMES + 4 + explained.height
    )


def _place(point: PathPoint, axis: YearAxis, values: ValueAxis) -> tuple[float, float]:
    """Return where a point is: in the middle of the time of which it speaks."""
    start, end = axis.at(point.when.start), axis.at(point.when.end, is_over=True)
    return (start + end) / 2, values.at(float(point.value))


def _years(
    axis: YearAxis, letters: Letters, top: float, bottom: float
) -> Iterable[Mark]:
    """Give the lines of the years, named below."""
    for mark in axis.lines(letters, bottom):
        if isinstance(mark, Words):
            yield evolve(mark, y=mark.y + bottom)
        elif isinstance(mark, Line):
            (x, _), (_, end) = mark.points
            yield evolve(mark, points=((x, top), (x, end)))


def _joined(
    places: Sequence[tuple[float, float]], colour: str, *, is_dashed: bool
) -> list[Mark]:
    if len(places) < 2:
        return []
    return [Line(points=places, colour=colour, width=1.2, is_dashed=is_dashed)]


def _spans(
    points: Sequence[PathPoint], axis: YearAxis, values: ValueAxis, colour: str
) -> Iterable[Line]:
    """Give a thin line for the time of which a point speaks."""
    for point in points:
        if point.when.start != point.when.end:
            y = values.at(float(point.value))
            start = axis.at(point.when.start)
            end = axis.at(point.when.end, is_over=True)
            yield Line(points=((start, y), (end, y)), colour=colour, width=0.6)


def _square(x: float, y: float) -> Surface:
    return box(x - _DOT, y - _DOT, x + _DOT, y + _DOT, MILESTONE)


def _dot(x: float, y: float) -> Surface:
    turns = [2 * math.pi * n / 16 for n in range(16)]
    points = [(x + _DOT * math.cos(t), y + _DOT * math.sin(t)) for t in turns]
    return Surface(points=points, look=READING)


def _values(
    points: Sequence[PathPoint],
    places: Sequence[tuple[float, float]],
    letters: Letters,
    room: "_Room",
    colour: str,
    say: Translate,
) -> Iterable[Words]:
    """Give the value beside each point where there is room for it.

    Where many points stand close together some are left out; the description has them
    all.
    """
    for point, (x, y) in zip(points, places, strict=True):
        text = point.text or _number(point, say)
        (line,) = letters.broken(text, SMALL, _NAME, lines=1) or ("",)
        if not line:
            continue
        wide = letters.width(line, SMALL)
        words = Words(
            text=line,
            x=x,
            y=y - 7,
            size=SMALL,
            width=wide,
            side="center",
            colour=colour,
        )
        spots = (
            (x, y - 7),
            (x, y + 6 + SMALL),
            (x + wide / 2 + 7, y + 3),
            (x - wide / 2 - 7, y + 3),
        )
        if there := room.take(evolve(words, x=a, y=b) for a, b in spots):
            yield there


def _number(point: PathPoint, say: Translate) -> str:
    value = point.value
    if value.denominator == 1:
        return str(value.numerator)
    written = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return written.replace(".", decimal_mark(say))


class _Room:
    """The places that are taken already, and where lines run.

    Words never stand on words or points; on a line only where no other place is free.
    """

    def __init__(self, taken: list[Spot], lines: list[Spot]) -> None:
        self._taken, self._lines = taken, lines

    def take(self, several: Iterable[Words]) -> Words | None:
        """Return the first of *several* that is free, which is taken from now on."""
        free = [words for words in several if _is_free(words.box, self._taken)]
        clear = (words for words in free if _is_free(words.box, self._lines))
        chosen = next(clear, free[0] if free else None)
        if chosen:
            self._taken.append(chosen.box)
        return chosen


def _along(places: Sequence[tuple[float, float]]) -> Iterable[Spot]:
    """Give small pieces of the line through *places*."""
    for (x, y), (a, b) in pairwise(places):
        for step in range(_STEPS + 1):
            part = step / _STEPS
            here, down = x + (a - x) * part, y + (b - y) * part
            yield here - 1, down - 1, here + 1, down + 1


def _is_free(wanted: Spot, taken: Iterable[Spot]) -> bool:
    left, top, right, bottom = wanted
    if left < _LEFT or right > WIDTH - MARGIN or top < LEADING * SMALL:
        return False
    return all(
        right <= a or left >= c or bottom <= b or top >= d for a, b, c, d in taken
    )
