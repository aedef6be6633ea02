"""A timeline: what takes place when, as precisely as it is known."""

from almwp.drawing.colours import HAIR, PAGE, STANDINGS, softened
from almwp.drawing.letters import Letters
from almwp.drawing.marks import BLACK, GREY, Line, Look, Mark, box
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
from almwp.drawing.standingwords import standing_in_words
from almwp.drawing.yearaxis import NAMES, YearAxis, years_of
from almwp.errors import Translate
from almwp.model.figures import Standing, Stretch, Timeline
from almwp.model.moment import Moment
from almwp.model.surely import surely

_LABEL = 176.0
_LEFT = MARGIN + _LABEL + 10
_RIGHT = 378.0
_TEXT = WIDTH - MARGIN - _RIGHT - 8
_THICK = 9.0
_THIN = 2.0
"""The least that a bar is wide, such as that of one day."""


def stretches(figure: Timeline, letters: Letters, say: Translate) -> Laid:
    """Lay out the rows of a timeline, one below the other."""
    if not figure.stretches:
        return nothing(letters, say("nothing to show"))
    axis = years_of(moments_of(figure), _LEFT, _RIGHT)
    marks: list[Mark] = []
    first = top = (NAMES + LEADING * SMALL if figure.as_of else NAMES) + 3
    for stretch in figure.stretches:
        if top > first:
            points = ((MARGIN, top), (WIDTH - MARGIN, top))
            marks.append(Line(points=points, colour=HAIR, width=0.4))
        row = _row(stretch, axis, letters, say, top)
        marks += row.marks
        top += row.height
    behind: list[Mark] = []
    if axis:
        behind += axis.lines(letters, top)
    if axis and figure.as_of:
        # What is asked as of a year is asked as of its last day.
        x = axis.at(figure.as_of.end, is_over=True)
        line = Line(points=((x, first - 2), (x, top)), width=1.3, is_dashed=True)
        said = say("as of {day}").format(day=figure.as_of)
        wide = letters.width(said, SMALL)
        # The name of the line stays on the page, and clear of no other words.
        middle = max(_LEFT + wide / 2, min(WIDTH - MARGIN - wide / 2, x))
        name = paragraph(
            letters,
            said,
            x=middle,
            top=NAMES - 1,
            width=200,
            size=SMALL,
            lines=1,
            side="center",
            colour=BLACK,
        )
        # No line of a year runs through it.
        ground = box(
            middle - wide / 2 - 1, NAMES, middle + wide / 2 + 1, first - 2, PAGE
        )
        marks += [line, ground, *name.marks]
    explained = key(letters, _entries(figure, say), top + 6)
    return Laid(
        marks=(*behind, *marks, *explained.marks), height=top + 6 + explained.height
    )


def moments_of(figure: Timeline) -> list[Moment]:
    """Return all times that the axis of *figure* must show."""
    moments = [m for s in figure.stretches for m in (s.start, s.end) if m]
    if figure.as_of:
        moments.append(figure.as_of)
    # A period alone gives no axis: nothing stands on it.
    if moments and figure.period:
        years = (figure.period.first, figure.period.last)
        moments += [Moment.year(year) for year in years if year is not None]
    return moments


def _entries(figure: Timeline, say: Translate) -> list[tuple[Look, str]]:
    used = {s.standing for s in figure.stretches}
    entries = [(STANDINGS[s], standing_in_words(s, say)) for s in Standing if s in used]
    if any(_is_soft(s) for s in figure.stretches):
        soft = softened(STANDINGS[Standing.DONE])
        entries.append(
            (soft, say("pale or dashed: begins or ends on a day that is not known"))
        )
    return entries


def _is_soft(stretch: Stretch) -> bool:
    ends = [m for m in (stretch.start, stretch.end) if m]
    return len(ends) == 1 or any(m.start != m.end for m in ends)


def _row(
    stretch: Stretch,
    axis: YearAxis | None,
    letters: Letters,
    say: Translate,
    top: float,
) -> Laid:
    label = paragraph(letters, stretch.label, x=MARGIN, top=top + 2, width=_LABEL)
    standing = standing_in_words(stretch.standing, say)
    said = f"{standing}; {stretch.text}" if stretch.text else standing
    text = paragraph(
        letters, said, x=_RIGHT + 8, top=top + 2, width=_TEXT, size=SMALL, colour=GREY
    )
    height = max(label.height, text.height, _THICK + 3) + 5
    marks: list[Mark] = []
    if axis is None or (stretch.start is None and stretch.end is None):
        marks += paragraph(
            letters,
            say("time not known"),
            x=_LEFT + 4,
            top=top + 2,
            width=_RIGHT - _LEFT - 8,
            size=SMALL,
            lines=1,
            colour=GREY,
        ).marks
    else:
        marks += _bar(stretch, axis, top + 3.5)
    return Laid(marks=(*marks, *label.marks, *text.marks), height=height)


def _bar(stretch: Stretch, axis: YearAxis, upper: float) -> list[Mark]:
    look = STANDINGS[stretch.standing]
    soft = softened(look)
    lower = upper + _THICK
    middle = (upper + lower) / 2
    start, end = stretch.start, stretch.end
    marks: list[Mark] = []
    if start is None or end is None:
        known = surely(Moment, start or end)
        left, right = axis.at(known.start), axis.at(known.end, is_over=True)
        # It goes on from here, or went on until here, nobody says how long.
        far = axis.right if start else axis.left
        near = right if start else left
        if far != near:
            marks.append(
                Line(
                    points=((near, middle), (far, middle)),
                    colour=look.edge,
                    width=1.2,
                    is_dashed=True,
                )
            )
        marks.append(box(left, upper, max(right, left + _THIN), lower, soft))
        return marks
    left, right = axis.at(start.start), axis.at(end.end, is_over=True)
    # At its longest it lasts from there to there; at its shortest, within.
    sure_left, sure_right = axis.at(start.end), axis.at(end.start, is_over=True)
    if right < left:
        left, right, sure_left, sure_right = right, left, sure_right, sure_left
    right = max(right, left + _THIN)
    is_exact = start.start == start.end and end.start == end.end
    if is_exact:
        marks.append(box(left, upper, right, lower, look))
    else:
        marks.append(box(left, upper + 1, right, lower - 1, soft))
        if sure_right > sure_left + _THIN:
            marks.append(box(sure_left, upper, sure_right, lower, look))
    if stretch.standing is Standing.WITHDRAWN:
        points = ((left - 2, middle), (right + 2, middle))
        marks.append(Line(points=points, colour=BLACK, width=1.0))
    return marks
