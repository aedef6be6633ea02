"""What all figures share on the page: measures, paragraphs, keys and the frame."""

from collections.abc import Iterable, Sequence
from typing import Literal

from attrs import evolve, frozen

from almwp.drawing.letters import Letters
from almwp.drawing.marks import BLACK, GREY, Look, Mark, Picture, Surface, Words, box

WIDTH = 480.0
"""Points across: what an upright A4 page has between its margins."""
MARGIN = 8.0
SIZE = 8.5
"""Size of the words."""
SMALL = 7.5
LEADING = 1.4
"""Height of a line for a letter that is one high: Vietnamese has two marks on one."""
MINUS = "\N{MINUS SIGN}"
LINES = 24
"""Lines of a label: a long title in two languages; the rest is in the description."""


@frozen(kw_only=True)
class Laid:
    """Marks laid out one after another, and how high they are together."""

    marks: tuple[Mark, ...] = ()
    height: float = 0.0


def paragraph(
    letters: Letters,
    text: str,
    *,
    x: float,
    top: float,
    width: float,
    size: float = SIZE,
    lines: int = LINES,
    side: Literal["left", "center", "right"] = "left",
    colour: str = BLACK,
    bold: bool = False,
) -> Laid:
    """Lay out *text* in lines that are not wider than *width*, from *top* down."""
    broken = letters.broken(text, size, width, lines=lines, bold=bold)
    marks = tuple(
        Words(
            text=line,
            x=x,
            y=top + size * (LEADING * i + 1.1),
            size=size,
            width=letters.width(line, size, bold=bold),
            side=side,
            colour=colour,
            is_bold=bold,
        )
        for i, line in enumerate(broken)
        if line
    )
    return Laid(marks=marks, height=len(broken) * LEADING * size)


def key(letters: Letters, entries: Iterable[tuple[Look, str]], top: float) -> Laid:
    """Explain looks in words, side by side as long as there is room."""
    marks: list[Mark] = []
    left, line = MARGIN, top
    height = 0.0
    for look, text in entries:
        said = _of_key(letters, text, left, line)
        wide = max((w.width for w in said.marks if isinstance(w, Words)), default=0.0)
        if left > MARGIN and left + 20 + wide > WIDTH - MARGIN:
            left, line, height = MARGIN, line + height + 2, 0.0
            said = _of_key(letters, text, left, line)
        marks.append(box(left, line + 1.5, left + 16, line + 9.5, look))
        marks += said.marks
        height = max(height, said.height)
        left += 20 + wide + 14
    return Laid(marks=tuple(marks), height=line + height - top)


def _of_key(letters: Letters, text: str, left: float, top: float) -> Laid:
    """Lay out words of a key beside their look, which stands at *left*."""
    width = WIDTH - 2 * MARGIN - 20
    return paragraph(
        letters, text, x=left + 20, top=top, width=width, size=SMALL, colour=GREY
    )


def framed(
    letters: Letters,
    body: Laid,
    *,
    caption: str = "",
    notes: Sequence[str] = (),
    width: float = WIDTH,
) -> Picture:
    """Return *body* with its caption above and its notes below."""
    inner = width - 2 * MARGIN
    marks: list[Mark] = []
    top = MARGIN
    if caption:
        said = paragraph(
            letters, caption, x=MARGIN, top=top, width=inner, size=10, bold=True
        )
        marks += said.marks
        top += said.height + 6
    marks += [moved(mark, top) for mark in body.marks]
    top += body.height
    for note in notes:
        said = paragraph(
            letters,
            note,
            x=MARGIN,
            top=top + 4,
            width=inner,
            size=SMALL,
            lines=40,
            colour=GREY,
        )
        marks += said.marks
        top += said.height + 4
    return Picture(width=width, height=top + MARGIN, marks=marks)


def nothing(letters: Letters, words: str) -> Laid:
    """Lay out a figure in which there is nothing to see."""
    return paragraph(
        letters, words, x=MARGIN, top=0, width=WIDTH - 2 * MARGIN, colour=GREY
    )


def moved(mark: Mark, down: float) -> Mark:
    """Return *mark* so much further down."""
    if isinstance(mark, Words):
        return evolve(mark, y=mark.y + down)
    if isinstance(mark, Surface):
        return evolve(mark, points=[(x, y + down) for x, y in mark.points])
    return evolve(mark, points=[(x, y + down) for x, y in mark.points])
