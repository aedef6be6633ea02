"""A flow: ribbons from the places on the left to those on the right."""

from collections.abc import Mapping, Sequence
from typing import Literal

from attrs import frozen

from almwp.drawing.colours import PLACE, ribbon
from almwp.drawing.letters import Letters
from almwp.drawing.marks import BLACK, Mark, Surface, box
from almwp.drawing.page import (
    LEADING,
    MARGIN,
    SIZE,
    SMALL,
    WIDTH,
    Laid,
    nothing,
    paragraph,
)
from almwp.errors import Translate
from almwp.model.figures import Flow, Stream

_LABEL = 140.0
_LEFT = MARGIN + _LABEL + 6
_RIGHT = WIDTH - MARGIN - _LABEL - 6
_WIDE = 7.0
"""How wide the bar of a place is."""
_GAP = 7.0
_HIGH = 200.0
"""How high the bars of one side are together, at most."""
_THICKEST = 26.0
"""How high one thing is, at most: a few do not look like many."""


@frozen(kw_only=True)
class _Place:
    """A place on one side: its bar, and the words beside it."""

    top: float
    height: float
    words: Laid
    slot: float


def ribbons(figure: Flow, letters: Letters, say: Translate) -> Laid:
    """Lay out a flow from left to right, as thick as so many things."""
    if not figure.streams:
        return nothing(letters, say("nothing to show"))
    total = sum(stream.count for stream in figure.streams)
    scale = min(_THICKEST, _HIGH / max(1, total))
    heads = _heads(figure, letters)
    top = heads.height + 6
    sources = _places(
        [(s.source, s.count) for s in figure.streams], letters, scale, top, is_left=True
    )
    goals = _places(
        [(s.to, s.count) for s in figure.streams], letters, scale, top, is_left=False
    )
    marks: list[Mark] = [*heads.marks]
    marks += _streams(figure.streams, sources, goals, letters, scale)
    for side, start in ((sources, _LEFT), (goals, _RIGHT - _WIDE)):
        for place in side.values():
            if place.height:
                lower = place.top + place.height
                marks.append(box(start, place.top, start + _WIDE, lower, PLACE))
            marks += place.words.marks
    bottom = max(p.slot for side in (sources, goals) for p in side.values())
    return Laid(marks=tuple(marks), height=bottom)


def _heads(figure: Flow, letters: Letters) -> Laid:
    width = WIDTH / 2 - MARGIN - 10
    left = paragraph(
        letters, figure.before, x=MARGIN, top=0, width=width, lines=3, bold=True
    )
    right = paragraph(
        letters,
        figure.after,
        x=WIDTH - MARGIN,
        top=0,
        width=width,
        lines=3,
        side="right",
        bold=True,
    )
    return Laid(
        marks=(*left.marks, *right.marks), height=max(left.height, right.height)
    )


def _places(
    counted: Sequence[tuple[str, int]],
    letters: Letters,
    scale: float,
    top: float,
    *,
    is_left: bool,
) -> Mapping[str, _Place]:
    """Lay out the places of one side in the order in which they occur first."""
    sums: dict[str, int] = {}
    for name, count in counted:
        sums[name] = sums.get(name, 0) + count
    places = {}
    for name, count in sums.items():
        height = count * scale
        words = _named(name, count, letters, top, is_left=is_left)
        slot = max(height, words.height, LEADING * SIZE)
        start = top + (words.height - height) / 2 if height < words.height else top
        places[name] = _Place(top=start, height=height, words=words, slot=top + slot)
        top += slot + _GAP
    return places


def _named(
    name: str, count: int, letters: Letters, top: float, *, is_left: bool
) -> Laid:
    """Lay out how many there are, and below where they are."""
    x = _LEFT - 6 if is_left else _RIGHT + 6
    side: Literal["left", "right"] = "right" if is_left else "left"
    number = paragraph(
        letters, str(count), x=x, top=top, width=_LABEL, side=side, bold=True
    )
    label = paragraph(
        letters,
        name,
        x=x,
        top=top + number.height,
        width=_LABEL,
        lines=16,
        side=side,
    )
    return Laid(
        marks=(*number.marks, *label.marks), height=number.height + label.height
    )


def _streams(
    streams: Sequence[Stream],
    sources: Mapping[str, _Place],
    goals: Mapping[str, _Place],
    letters: Letters,
    scale: float,
) -> list[Mark]:
    order = {name: number for number, name in enumerate(sources)}
    goal_order = {name: number for number, name in enumerate(goals)}

    def tops(places: Mapping[str, _Place], *, is_left: bool) -> dict[int, float]:
        """Stack the ribbons of each place in the order of where they come from or go.

        So no two ribbons of one place cross without need.
        """
        used = {name: place.top for name, place in places.items()}
        found: dict[int, float] = {}
        others = goal_order if is_left else order
        numbers = range(len(streams))
        for number in sorted(
            numbers,
            key=lambda n: others[streams[n].to if is_left else streams[n].source],
        ):
            stream = streams[number]
            here = stream.source if is_left else stream.to
            found[number] = used[here]
            used[here] += stream.count * scale
        return found

    lefts, rights = tops(sources, is_left=True), tops(goals, is_left=False)
    surfaces: list[Mark] = []
    counts: list[Mark] = []
    for number, stream in enumerate(streams):
        thick = stream.count * scale
        if not thick:
            continue
        left, right = lefts[number], rights[number]
        start, end = _LEFT + _WIDE, _RIGHT - _WIDE
        corners = (
            (start, left),
            (end, right),
            (end, right + thick),
            (start, left + thick),
        )
        look = ribbon(order[stream.source])
        surfaces.append(Surface(points=corners, look=look, is_ribbon=True))
        if thick >= LEADING * SMALL:
            counts += paragraph(
                letters,
                str(stream.count),
                x=start + 4,
                top=left + thick / 2 - SMALL * 0.75,
                width=60,
                size=SMALL,
                lines=1,
                colour=BLACK,
            ).marks
    return [*surfaces, *counts]
