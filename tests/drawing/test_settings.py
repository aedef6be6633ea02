"""What the user has set for other programs does not show in a figure."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

DRAW = """
import hashlib
from fractions import Fraction
from almwp.drawing.drawn import draw_png, draw_svg
from almwp.model.figures import Bar, Figure, Flow, Standing, Stream, Stretch, Timeline
from almwp.model.moment import Moment
bars = Figure(caption="Tiến độ", bars=[
    Bar(label="Đào tạo nghề", low=Fraction(1, 3), high=Fraction(2, 3), text="một phần"),
])
flow = Flow(caption="Đi đâu", streams=[Stream(source="a", to="b", count=3)])
timeline = Timeline(caption="Thời gian", as_of=Moment.parse("2024-06"), stretches=[
    Stretch(label="Hội thảo", start=Moment.year(2023), standing=Standing.LATE),
])
total = hashlib.sha256()
for figure in (bars, flow, timeline):
    total.update(draw_svg(figure, captioned=True).encode())
    total.update(draw_png(figure, dpi=60, captioned=True))
print(total.hexdigest())
"""
RC = """
backend: pdf
figure.dpi: 33
savefig.dpi: 33
savefig.bbox: tight
savefig.transparent: True
figure.constrained_layout.use: True
font.family: monospace
font.size: 31
text.usetex: True
text.parse_math: True
axes.unicode_minus: False
svg.fonttype: none
svg.hashsalt: other
path.sketch: 1, 100, 2
hatch.linewidth: 9
lines.antialiased: False
patch.force_edgecolor: True
"""


def drawn(folder: Path, **settings: str) -> str:
    """Draw in a process of its own, started in *folder*."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MPL", "MATPLOTLIB", "LC_", "LANG", "TZ"))
    }
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", DRAW],
        capture_output=True,
        cwd=folder,
        env={**kept, "MPLCONFIGDIR": str(folder / "own"), **settings},
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().strip()


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    return drawn(tmp_path_factory.mktemp("plain"), PYTHONHASHSEED="0")


def test_settings_of_matplotlib_in_the_folder_and_at_home_do_not_show(
    tmp_path: Path, plain: str
) -> None:
    home = tmp_path / "home"
    for place in (tmp_path, tmp_path / "own", home / ".config" / "matplotlib"):
        place.mkdir(parents=True, exist_ok=True)
        (place / "matplotlibrc").write_text(RC, encoding="utf-8")
    assert drawn(tmp_path, HOME=str(home), USERPROFILE=str(home)) == plain
    named = {"MATPLOTLIBRC": str(tmp_path / "matplotlibrc")}
    assert drawn(tmp_path, **named) == plain


@pytest.mark.parametrize("backend", ["pdf", "ps", "svg", "agg"])
def test_the_way_in_which_others_draw_does_not_show(
    tmp_path: Path, plain: str, backend: str
) -> None:
    assert drawn(tmp_path, MPLBACKEND=backend) == plain


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C"},
        {"PYTHONHASHSEED": "77", "TZ": "America/Adak", "LC_ALL": "vi_VN.UTF-8"},
        {"PYTHONHASHSEED": "4242", "LC_ALL": "de_DE.UTF-8", "SOURCE_DATE_EPOCH": "1"},
    ],
)
def test_hash_order_clock_and_locale_do_not_show(
    tmp_path: Path, plain: str, settings: dict[str, str]
) -> None:
    assert drawn(tmp_path, **settings) == plain


def test_the_measure_sees_a_difference(plain: str) -> None:
    assert plain != hashlib.sha256().hexdigest()
    assert len(plain) == 64
