"""Small bars for the terminal: how much is so, how much may be, how much is not."""

from fractions import Fraction

from almwp.model.score import Score

WIDTH = 16
"""Characters of a bar, however wide the terminal is."""

MARKS = "#-."
"""Marks for what is so at least, what may be so as well, and what is not."""


def bar_of(score: Score) -> str:
    """Return a bar of plain characters for the bounds of *score*.

    What is there, however little, has a mark of its own.  What lies beyond none and
    all is cut off.
    """
    low, high = _inside(score.low), _inside(score.high)
    pieces = _lengths((low, high - low, 1 - high))
    return "".join(m * length for m, length in zip(MARKS, pieces, strict=True))


def _inside(share: Fraction) -> Fraction:
    return max(Fraction(0), min(Fraction(1), share))


def _lengths(pieces: tuple[Fraction, ...]) -> list[int]:
    """Return how many marks stand for each of *pieces*, which make one together."""
    places = range(len(pieces))
    marks = [max(1, int(piece * WIDTH)) if piece else 0 for piece in pieces]
    while sum(marks) > WIDTH:
        marks[max(places, key=lambda p: marks[p])] -= 1
    while sum(marks) < WIDTH:
        marks[max(places, key=lambda p: pieces[p] * WIDTH - marks[p])] += 1
    return marks
