"""Colours stay apart in grey print and for people who see fewer of them."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

import pytest

from almwp.drawing.colours import (
    MAY_BE,
    MILESTONE,
    READING,
    STANDINGS,
    SURE,
    TRACK,
    ribbon,
    shade,
    softened,
)
from almwp.drawing.marks import BLACK, GREY, Look

Vector = tuple[float, ...]
Matrix = tuple[Vector, Vector, Vector]

# Machado, Oliveira and Fernandes (2009), full severity, for linear sRGB.
SEEN_BY: dict[str, Matrix] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey print": ((0.2126, 0.7152, 0.0722),) * 3,
}
TO_XYZ: Matrix = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)
WHITE = (0.9505, 1.0, 1.089)
SEEING = sorted(SEEN_BY)
LOOKS = [(str(standing), look) for standing, look in STANDINGS.items()]


def linear(colour: str) -> Vector:
    """Return the light of a colour; one that lets others through stands on white."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in range(1, len(colour), 2)]
    opaque = parts[3] if len(parts) == 4 else 1.0
    mixed = (part * opaque + 1 - opaque for part in parts[:3])
    return tuple(
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in mixed
    )


def through(matrix: Matrix, vector: Vector) -> Vector:
    found = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return tuple(min(1.0, max(0.0, part)) for part in found)


def lab(colour: str, seeing: str) -> Vector:
    seen = through(SEEN_BY[seeing], linear(colour))
    xyz = [sum(a * b for a, b in zip(row, seen, strict=True)) for row in TO_XYZ]
    x, y, z = (
        ratio ** (1 / 3) if ratio > 216 / 24389 else (24389 / 27 * ratio + 16) / 116
        for ratio in (value / white for value, white in zip(xyz, WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, seeing: str) -> float:
    """Return the CIE 1976 difference of two colours; 2.3 is just noticed."""
    pairs = zip(lab(one, seeing), lab(other, seeing), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2."""
    bright, dark = sorted(
        (through(TO_XYZ, linear(colour))[1] for colour in (one, other)), reverse=True
    )
    return (bright + 0.05) / (dark + 0.05)


def test_the_measure_is_that_of_the_books() -> None:
    assert difference("#000000", "#ffffff", "all") == pytest.approx(100, abs=0.1)
    assert contrast("#000000", "#ffffff") == pytest.approx(21, abs=0.01)
    red, green = "#d00000", "#5a7d00"
    assert difference(red, green, "deuteranopia") < difference(red, green, "all") / 2


@pytest.mark.parametrize("seeing", SEEING)
@pytest.mark.parametrize("change", [lambda look: look, softened])
def test_states_differ_by_their_pattern_or_clearly_by_their_shade(
    seeing: str, change: Callable[[Look], Look]
) -> None:
    least = 12 if change is not softened else 5
    for (one, first), (other, second) in combinations(LOOKS, 2):
        a, b = change(first), change(second)
        is_apart = difference(a.fill, b.fill, seeing) >= least
        assert a.pattern != b.pattern or is_apart, (one, other)


@pytest.mark.parametrize("seeing", SEEING)
def test_what_is_sure_what_may_be_and_what_is_left_are_apart(seeing: str) -> None:
    assert difference(SURE.fill, MAY_BE.fill, seeing) > 40
    assert difference(SURE.fill, TRACK.fill, seeing) > 40
    assert MAY_BE.pattern != TRACK.pattern
    assert difference(READING.fill, MILESTONE.fill, seeing) > 40


@pytest.mark.parametrize("look", [look for _, look in LOOKS] + [SURE, MAY_BE])
def test_every_bar_stands_out_from_the_page_by_its_outline(look: Look) -> None:
    assert contrast(look.edge, "#ffffff") >= 3


@pytest.mark.parametrize("seeing", SEEING)
def test_ribbons_that_lie_beside_each_other_have_outlines_that_are_seen(
    seeing: str,
) -> None:
    looks = [ribbon(place) for place in range(14)]
    for look in looks:
        assert difference(look.edge, look.fill, seeing) > 12
        assert contrast(look.edge, "#ffffff") >= 3
        # The number stands on it.
        assert contrast(BLACK, look.fill) >= 4.5
    for one, other in pairwise(looks):
        least = 4 if seeing == "grey print" else 10
        assert difference(one.fill, other.fill, seeing) > least


def steps() -> Sequence[Fraction]:
    return [Fraction(part, 60) for part in range(61)]


def test_words_in_squares_can_be_read_on_every_shade() -> None:
    for depth in steps():
        look, words = shade(depth)
        assert contrast(words, look.fill) >= 4.5, depth


@pytest.mark.parametrize("seeing", SEEING)
def test_the_more_there_is_the_darker_is_the_square(seeing: str) -> None:
    lights = [lab(shade(depth)[0].fill, seeing)[0] for depth in steps()]
    assert all(one > other for one, other in pairwise(lights))


@pytest.mark.parametrize("colour", [BLACK, GREY])
def test_words_can_be_read_on_the_page(colour: str) -> None:
    assert contrast(colour, "#ffffff") >= 4.5
