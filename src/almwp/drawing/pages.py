"""Long figures parted into several, each of which fits on a page."""

from collections.abc import Callable
from itertools import count

from attrs import evolve

from almwp.drawing.drawn import laid_out
from almwp.drawing.letters import Letters
from almwp.drawing.stretches import moments_of
from almwp.errors import Translate, in_english
from almwp.model.figures import AnyFigure, Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.moment import Period

PAGE = 640.0
"""Points of a page that a figure may take from top to bottom, at full size."""
SHRUNK = 0.8
"""The least size at which a picture is still read with ease; smaller it is parted."""


def in_pages(
    figure: AnyFigure, say: Translate = in_english, *, height: float = PAGE
) -> tuple[AnyFigure, ...]:
    """Part a figure of many rows, so that each part is not higher than *height*.

    A part has at least one row; its caption says which of how many it is.  A path or a
    flow has no rows and stays whole.

    Args:
        figure: What is to be drawn.
        say: Into which language the words of the picture are put.
        height: In points, for a picture that is drawn at its full size.

    Raises:
        CallError: matplotlib is not installed.
    """
    rows = _rows(figure)
    letters = Letters.load()

    def height_of(first: int, last: int) -> float:
        return laid_out(_part(figure, first, last), letters, say)[0].height

    if rows < 2 or (whole := height_of(0, rows)) <= height:
        return (figure,)
    likely = int(rows * height / whole)
    ends = [0]
    while ends[-1] < rows:
        first = ends[-1]
        end = _last_that_fits(
            first, rows, likely, lambda a, b: height_of(a, b) <= height
        )
        ends.append(end)
        likely = end - first
    starts, ends = ends[:-1], ends[1:]
    parts = [_part(figure, a, b) for a, b in zip(starts, ends, strict=True)]
    return tuple(
        evolve(part, caption=f"{figure.caption} ({number}/{len(parts)})")
        for number, part in zip(count(1), parts, strict=False)
    )


def _last_that_fits(
    first: int, rows: int, likely: int, fits: Callable[[int, int], bool]
) -> int:
    """Return the end of the longest part that begins with the row *first*.

    It is looked for around the *likely* number of its rows, as to lay out a part takes
    long.
    """
    low, high = first + 1, rows
    tried, step = first + likely, 1
    while low < high:
        tried = min(max(tried, low + 1), high)
        if fits(first, tried):
            low = tried
            tried += step
        else:
            high = tried - 1
            tried -= step
        step *= 2
    return low


def _rows(figure: AnyFigure) -> int:
    match figure:
        case Figure():
            return len(figure.bars)
        case Timeline():
            return len(figure.stretches)
        case Grid():
            return len(figure.rows)
        case TargetPath() | Flow():
            return 1


def _part(figure: AnyFigure, first: int, last: int) -> AnyFigure:
    match figure:
        case Figure():
            return evolve(figure, bars=figure.bars[first:last])
        case Timeline():
            part = evolve(figure, stretches=figure.stretches[first:last])
            return evolve(part, period=_years(figure))  # all parts have one axis
        case Grid():
            return evolve(figure, rows=figure.rows[first:last])
        case TargetPath() | Flow():
            return figure


def _years(figure: Timeline) -> Period | None:
    """Return the years of all rows together."""
    moments = moments_of(figure)
    if not moments:
        return figure.period
    first = min(moment.start.year for moment in moments)
    return Period(first=first, last=max(moment.end.year for moment in moments))
