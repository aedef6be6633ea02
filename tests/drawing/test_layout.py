"""Words of a picture stay on it, do not stand on one another, and are not lost."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings

from almwp.drawing.drawn import laid_out
from almwp.drawing.letters import Letters, cleaned
from almwp.drawing.marks import Line, Picture, Surface, Words
from almwp.model.figures import AnyFigure, Bar, Figure
from almwp.testing.strategies.reports import (
    figures,
    flows,
    grids,
    target_paths,
    timelines,
)

LETTERS = Letters.load()
NONE, ALL = Fraction(0), Fraction(1)
any_figures = figures | timelines | grids | target_paths | flows


def words_of(picture: Picture) -> list[Words]:
    return [mark for mark in picture.marks if isinstance(mark, Words)]


def assert_in_order(picture: Picture) -> None:
    for mark in picture.marks:
        if isinstance(mark, Words):
            left, top, right, bottom = mark.box
            corners = [(left, top), (right, bottom)]
        else:
            assert isinstance(mark, Surface | Line)
            corners = list(mark.points)
        for x, y in corners:
            assert -1 <= x <= picture.width + 1, mark
            assert -1 <= y <= picture.height + 1, mark
    for one, other in combinations(words_of(picture), 2):
        a, b, c, d = one.box
        e, f, g, h = other.box
        apart = c <= e + 0.5 or g <= a + 0.5 or d <= f + 1 or h <= b + 1
        assert apart, (one, other)


def test_words_stay_on_the_picture_and_apart(figure: AnyFigure) -> None:
    picture, _ = laid_out(figure, LETTERS, captioned=True)
    assert_in_order(picture)


@settings(max_examples=60, deadline=None)
@given(any_figures)
def test_any_figure_is_laid_out_with_its_words_apart(figure: AnyFigure) -> None:
    picture, _ = laid_out(figure, LETTERS, captioned=True)
    assert_in_order(picture)


def test_a_label_that_fits_is_there_whole() -> None:
    label = "Hội thảo khu vực về bảo vệ quyền của người lao động di cư"
    bar = Bar(label=label, low=NONE, high=ALL)
    picture, _ = laid_out(Figure(caption="", bars=[bar]), LETTERS)
    assert label in " ".join(words.text for words in words_of(picture))


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("$x^2$ and _under_", "$x^2$ and _under_"),
        ("two\nlines\tand\x07 bells", "two lines and bells"),
        ("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt"),
        ("zero\u200bwidth \u202eturned", "zerowidth turned"),
        ("half \ud800", "half"),
    ],
)
def test_odd_text_stays_text(label: str, shown: str) -> None:
    assert cleaned(label).strip() == shown
    picture, _ = laid_out(
        Figure(caption="", bars=[Bar(label=label, low=NONE, high=ALL)]), LETTERS
    )
    assert shown in [words.text for words in words_of(picture)]


@pytest.mark.parametrize(
    "script", ["แรงงานข้ามชาติ", "ការងារ", "အလုပ်သမား", "劳工", "👩🏽‍🔧"]
)
def test_letters_that_the_font_lacks_are_numbered_and_told(script: str) -> None:
    bars = [Bar(label=f"Workshop {script}", low=NONE, high=ALL)] * 2
    picture, spelling = laid_out(Figure(caption="", bars=bars), LETTERS)
    texts = [words.text for words in words_of(picture)]
    assert texts.count("Workshop [1]") == 2
    assert any(text.startswith("[1]: letters that") for text in texts)
    assert spelling.lacking() == (("[1]", cleaned(script)),)


def test_every_letter_of_vietnamese_can_be_shown() -> None:
    vowels, others = "aăâeêioôơuưy", "bcdđfghjklmnpqrstvwxz"
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    toned = cleaned("".join(vowel + tone for vowel in vowels for tone in tones))
    assert len(toned) == len(vowels) * len(tones)
    letters = toned + others
    assert all(map(LETTERS.has, letters + letters.upper()))


@pytest.mark.parametrize("width", [20.0, 60.0, 200.0])
def test_no_line_is_wider_than_its_room(width: float) -> None:
    text = "Hướng dẫn bảo vệ " + "Đ" * 80 + " người lao động di cư"
    lines = LETTERS.broken(text, 8.5, width, lines=50)
    assert all(LETTERS.width(line, 8.5) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_what_is_cut_off_ends_in_an_ellipsis() -> None:
    lines = LETTERS.broken("one two three four five six", 8.5, 40, lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
