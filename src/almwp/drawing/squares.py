"""A grid: squares the darker the more there is, with the number in each."""

from almwp.drawing.colours import shade
from almwp.drawing.letters import Letters
from almwp.drawing.marks import Mark, Words, box
from almwp.drawing.page import LEADING, MARGIN, SIZE, SMALL, WIDTH, Laid, nothing
from almwp.drawing.page import paragraph as lines_of
from almwp.errors import Translate
from almwp.model.figures import Grid, GridRow

_LABEL = 150.0
_NARROWEST = 24.0
_LONGEST_HEAD = 130.0
"""How far up the heading of a narrow column runs."""


def width_of(figure: Grid) -> float:
    """Return how wide the picture of *figure* is; many columns need more room."""
    needed = 2 * MARGIN + _LABEL + 8 + _NARROWEST * len(figure.columns)
    return max(WIDTH, needed)


def squares(figure: Grid, letters: Letters, say: Translate) -> Laid:
    """Lay out a grid, one row below the other."""
    if not figure.rows and not figure.columns:
        return nothing(letters, say("nothing to show"))
    left = MARGIN + _LABEL + 8
    across = (width_of(figure) - MARGIN - left) / max(1, len(figure.columns))
    across = min(across, 110.0)
    marks: list[Mark] = []
    heads = _heads(figure, letters, left, across)
    marks += heads.marks
    top = heads.height + 2
    for row in figure.rows:
        laid = _row(row, letters, left, across, top)
        marks += laid.marks
        top += laid.height
    if not figure.rows:
        empty = lines_of(
            letters, say("nothing to show"), x=MARGIN, top=top, width=_LABEL
        )
        marks += empty.marks
        top += empty.height
    return Laid(marks=tuple(marks), height=top)


def _row(
    row: GridRow, letters: Letters, left: float, across: float, top: float
) -> Laid:
    label = lines_of(letters, row.label, x=MARGIN, top=top + 2, width=_LABEL)
    looks = [shade(square.depth) for square in row.squares]
    texts = [
        lines_of(
            letters,
            square.text,
            x=left + (i + 0.5) * across,
            top=top + 2,
            width=across - 3,
            lines=3,
            side="center",
            colour=colour,
        )
        for i, (square, (_, colour)) in enumerate(zip(row.squares, looks, strict=True))
    ]
    height = max(label.height, SIZE * LEADING, *(t.height for t in texts), 0) + 5
    marks: list[Mark] = [*label.marks]
    for i, ((look, _), text) in enumerate(zip(looks, texts, strict=True)):
        start = left + i * across
        marks += [box(start, top, start + across, top + height, look), *text.marks]
    return Laid(marks=tuple(marks), height=height)


def _heads(figure: Grid, letters: Letters, left: float, across: float) -> Laid:
    """Lay out the headings: across where all their words fit, upwards otherwise."""
    words = [word for head in figure.columns for word in head.split()]
    broken = [
        letters.broken(head, SMALL, across - 4, lines=4) for head in figure.columns
    ]
    is_whole = not any(lines[-1:] and lines[-1].endswith("…") for lines in broken)
    if is_whole and all(letters.width(word, SMALL) <= across - 4 for word in words):
        height = max((len(lines) for lines in broken), default=0) * LEADING * SMALL
        marks: list[Mark] = []
        for i, head in enumerate(figure.columns):
            # Short headings stand on their squares.
            top = height - len(broken[i]) * LEADING * SMALL
            marks += lines_of(
                letters,
                head,
                x=left + (i + 0.5) * across,
                top=top,
                width=across - 4,
                size=SMALL,
                lines=4,
                side="center",
            ).marks
        return Laid(marks=tuple(marks), height=height)
    return _upright_heads(figure, letters, left, across)


def _upright_heads(figure: Grid, letters: Letters, left: float, across: float) -> Laid:
    step = LEADING * SMALL
    room = max(1, int(across / step))
    broken = [
        letters.broken(head, SMALL, _LONGEST_HEAD, lines=min(room, 3))
        for head in figure.columns
    ]
    height = max(letters.width(x, SMALL) for lines in broken for x in lines) + 4
    marks: list[Mark] = []
    for i, lines in enumerate(broken):
        first = left + (i + 0.5) * across - (len(lines) - 1) * step / 2 + SMALL * 0.3
        marks += [
            Words(
                text=line,
                x=first + n * step,
                y=height - 2,
                size=SMALL,
                width=letters.width(line, SMALL),
                is_upright=True,
            )
            for n, line in enumerate(lines)
            if line
        ]
    return Laid(marks=tuple(marks), height=height)
