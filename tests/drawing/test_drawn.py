"""Pictures: whole files, the same each time, that say in words what they show."""

import hashlib
import os
import re
import subprocess
import sys
from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from almwp.drawing.drawn import draw_png, draw_svg
from almwp.errors import CallError
from almwp.model.figures import (
    AnyFigure,
    Bar,
    Figure,
    Flow,
    Grid,
    TargetPath,
    Timeline,
)
from almwp.testing.strategies.reports import (
    figures,
    flows,
    grids,
    target_paths,
    timelines,
)

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
NONE, ALL = Fraction(0), Fraction(1)
any_figures = figures | timelines | grids | target_paths | flows
ANOTHER_PROCESS = """
import hashlib
from almwp.drawing.drawn import draw_png, draw_svg
from almwp.model.figures import Bar, Figure
figure = Figure(caption="Tiến độ", bars=[Bar(label="Việc làm", low=0, high=1)])
drawn = draw_svg(figure).encode() + draw_png(figure, dpi=50)
print(hashlib.sha256(drawn).hexdigest())
"""


def labels_of(figure: AnyFigure) -> list[str]:
    match figure:
        case Figure():
            return [text for b in figure.bars for text in (b.label, b.text)]
        case Timeline():
            return [text for s in figure.stretches for text in (s.label, s.text)]
        case Grid():
            squares = [s.text for row in figure.rows for s in row.squares]
            return [*figure.columns, *(row.label for row in figure.rows), *squares]
        case TargetPath():
            return [figure.unit, *(p.text for p in (*figure.path, *figure.readings))]
        case Flow():
            return [text for s in figure.streams for text in (s.source, s.to)]


def in_one_line(text: str) -> str:
    return "".join(text.split())


def assert_sound(svg: str, figure: AnyFigure) -> None:
    tree = ElementTree.fromstring(svg)
    assert tree.tag == f"{SVG}svg"
    assert tree.get("role") == "img"
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    own = {name[:9] for name in ids if name}
    assert len(own) == 1
    for element in tree.iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image")
        link = element.get(HREF)
        assert link is None or (link[0] == "#" and link[1:] in ids)
        for value in element.attrib.values():
            for target in re.findall(r"url\((.*?)\)", value):
                assert target[1:] in ids
    title, told = tree.find(f"{SVG}title"), tree.find(f"{SVG}desc")
    assert title is not None
    assert told is not None
    assert tree.get("aria-labelledby") == title.get("id")
    assert tree.get("aria-describedby") == told.get("id")
    words = in_one_line(told.text or "")
    for label in labels_of(figure):
        assert in_one_line(label) in words, label


def test_a_picture_is_sound_and_says_all_its_labels(figure: AnyFigure) -> None:
    assert_sound(draw_svg(figure), figure)


@settings(max_examples=40, deadline=None)
@given(any_figures)
def test_any_figure_is_drawn_sound_and_the_same_twice(figure: AnyFigure) -> None:
    svg = draw_svg(figure, captioned=True)
    assert_sound(svg, figure)
    assert draw_svg(figure, captioned=True) == svg


def test_the_same_figure_gives_the_same_bytes(figure: AnyFigure) -> None:
    assert draw_png(figure, dpi=40) == draw_png(figure, dpi=40)
    assert draw_svg(figure) == draw_svg(figure)


def test_another_process_and_locale_give_the_same_bytes() -> None:
    figure = Figure(caption="Tiến độ", bars=[Bar(label="Việc làm", low=NONE, high=ALL)])
    drawn = draw_svg(figure).encode() + draw_png(figure, dpi=50)
    wanted = hashlib.sha256(drawn).hexdigest()
    for seed, language in (("1", "C"), ("77", "de_DE.UTF-8")):
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", ANOTHER_PROCESS],
            capture_output=True,
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "LC_ALL": language,
                "TZ": "Asia/Ho_Chi_Minh",
            },
            timeout=120,
        )
        assert done.stdout.decode().strip() == wanted, done.stderr.decode()


def test_the_user_s_own_settings_of_matplotlib_do_not_show() -> None:
    import matplotlib

    figure = Figure(caption="x", bars=[Bar(label="a", low=NONE, high=ALL)])
    before = draw_svg(figure), draw_png(figure, dpi=60)
    with matplotlib.rc_context():
        matplotlib.rcParams["svg.fonttype"] = "none"
        matplotlib.rcParams["font.size"] = 30
        matplotlib.rcParams["path.sketch"] = (1.0, 100.0, 2.0)
        assert (draw_svg(figure), draw_png(figure, dpi=60)) == before
        assert matplotlib.rcParams["font.size"] == 30


def test_two_pictures_of_one_page_share_no_id() -> None:
    figure = Figure(caption="x", bars=[Bar(label="a", low=NONE, high=ALL)])
    pages = [draw_svg(figure, mark="1"), draw_svg(figure, mark="2")]
    pages.append(draw_svg(Figure(caption="y", bars=figure.bars)))
    ids = [re.findall(r'\bid="([^"]+)"', page) for page in pages]
    every = [name for found in ids for name in found]
    assert len(every) == len(set(every))


def test_a_png_is_as_large_as_asked(figure: AnyFigure) -> None:
    data = draw_png(figure, dpi=72)
    assert data.startswith(b"\x89PNG")
    width, height = (int.from_bytes(data[i : i + 4]) for i in (16, 20))
    assert 480 <= width <= 1300
    assert 20 <= height <= 6000
    assert b"Software" not in data


def test_a_very_long_picture_is_drawn_less_finely() -> None:
    bars = [Bar(label=f"{i}", low=NONE, high=ALL) for i in range(1500)]
    data = draw_png(Figure(caption="", bars=bars), dpi=300)
    width, height = (int.from_bytes(data[i : i + 4]) for i in (16, 20))
    assert width * height <= 31_000_000


def test_markup_in_words_stays_words() -> None:
    hostile = '</desc><script>alert(1)</script> ]]> & "x" --> $\\frac$ \x00\ufffe'
    figure = Figure(
        caption=hostile,
        bars=[Bar(label=hostile, low=NONE, high=ALL)],
        alternative=hostile,
    )
    svg = draw_svg(figure, captioned=True)
    assert "<script" not in svg
    title = ElementTree.fromstring(svg).find(f"{SVG}title")
    assert title is not None
    assert "<script>alert(1)</script>" in (title.text or "")


def test_without_matplotlib_the_way_out_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("matplotlib", "matplotlib.ft2font"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(CallError, match=r'pip install "almwp\[figures\]"'):
        draw_svg(Figure(caption="x"))
