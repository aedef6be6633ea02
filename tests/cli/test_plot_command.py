"""The command ``almwp plot``: figures as files, and what is said where none is made."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from almwp.codec import write_plan
from almwp.model.submission import Submission
from almwp.plan.merge import merge
from almwp.testing.sampleindicators import sample_indicator, sample_reading

Almwp = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples" / "submissions"
DESC = "{http://www.w3.org/2000/svg}desc"


@pytest.fixture
def indicators(tmp_path: Path) -> Path:
    """A saved plan with indicators of two countries, of which two have one number."""
    saved = tmp_path / "plan.json"
    own = [
        sample_indicator(sample_reading("2022", 45), number=1),
        sample_indicator(sample_reading("2023", 50), number=2),
    ]
    other = [sample_indicator(sample_reading("2023", 50), country="ID")]
    sent = [
        Submission(file="vn.xlsx", sha256="a" * 64, indicators=own),
        Submission(file="id.xlsx", sha256="b" * 64, indicators=other),
    ]
    saved.write_text(write_plan(merge(sent)), encoding="utf-8")
    return saved


@pytest.mark.parametrize(
    ("what", "label"),
    [
        ("progress", "Skilled and Adaptable Workforce"),
        ("timeline", "Strengthening LMIS in AMS"),
        ("members", "Viet Nam"),
    ],
)
def test_a_figure_of_the_examples_is_drawn_and_the_same_again(
    almwp: Almwp, tmp_path: Path, what: str, label: str
) -> None:
    first = almwp("plot", what, EXAMPLES, "-o", tmp_path / "a")
    assert (first.code, first.err) == (0, "")
    assert first.out == f"{tmp_path / 'a' / what}.svg\n"
    almwp("plot", what, EXAMPLES, "-o", tmp_path / "b")
    content = (tmp_path / "a" / f"{what}.svg").read_bytes()
    assert content == (tmp_path / "b" / f"{what}.svg").read_bytes()
    told = ElementTree.fromstring(content).find(DESC)
    assert told is not None
    assert label in (told.text or "")


def test_one_country_as_of_a_day_in_vietnamese_has_a_file_of_its_own(
    almwp: Almwp, tmp_path: Path
) -> None:
    call = ["plot", "timeline", EXAMPLES, "--country", "Viet Nam", "--lang", "vi"]
    call += ["--as-of", "slom-20", "--to", "svg", "--to", "png"]
    ended = almwp(*call, "-o", tmp_path)
    assert ended.code == 0
    stem = "timeline-VN-as-of-2024-10-vi"
    assert {path.name for path in tmp_path.iterdir()} == {f"{stem}.svg", f"{stem}.png"}
    drawn = (tmp_path / f"{stem}.svg").read_text(encoding="utf-8")
    assert "<title" in drawn
    assert "Việt Nam: Các hoạt động theo thời gian, tính đến 2024-10" in drawn


@pytest.mark.parametrize("name", ["own.png", "OWN.SVG"])
def test_the_ending_of_a_file_says_its_format(
    almwp: Almwp, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "new" / name
    assert almwp("plot", "progress", EXAMPLES, "-o", path).out == f"{path}\n"
    start = path.read_bytes()[:5]
    assert start == (b"\x89PNG\r" if name.endswith("png") else b"<?xml")


@pytest.mark.parametrize(
    ("what", "count"),
    [
        ("indicators", 3),
        ("VN:indicator:2", 1),
        ("vn:INDICATOR:2", 1),
        ("Indicator 1", 2),
    ],
)
def test_indicators_are_drawn_by_id_or_name(
    almwp: Almwp, tmp_path: Path, indicators: Path, what: str, count: int
) -> None:
    ended = almwp("plot", what, indicators, "-o", tmp_path / "out")
    assert (ended.code, ended.err) == (0, "")
    assert len(ended.out.splitlines()) == count
    assert len(list((tmp_path / "out").iterdir())) == count


def test_indicators_of_one_country_as_of_a_day_are_drawn(
    almwp: Almwp, tmp_path: Path, indicators: Path
) -> None:
    out = tmp_path / "out"
    call = ["plot", "indicators", indicators, "--country", "ID", "-o", out]
    assert almwp(*call).code == 0
    assert almwp(*call, "--as-of", "2022").code == 0
    stem = "indicator-ID-indicator-1-ID"
    names = {path.name for path in out.iterdir()}
    assert names == {f"{stem}.svg", f"{stem}-as-of-2022.svg"}
    told = ElementTree.fromstring((out / f"{stem}.svg").read_bytes()).find(DESC)
    assert told is not None
    assert "Reading: 50" in (told.text or "")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["flow"], "no figure named 'flow' (known: progress, timeline, members, "),
        (["progres"], "did you mean 'progress'?"),
        (["indicators"], "the files hold no indicator"),
        (["progress", "--country", "XX"], "no country named 'XX'"),
        (["progress", "--lang", "xx"], "no language named 'xx'"),
        (["progress", "--framework", "xx"], "no framework named 'xx'"),
        (["progress", "--as-of", "some day"], "is neither a date"),
        (["progress", "-o", "a.pdf"], "ends neither in .svg nor in .png"),
        (["progress", "-o", "own.xlsx"], "ends neither in .svg nor in .png"),
        (["progress", "-o", "a.svg", "--to", "png"], "cannot be written as png"),
        (["progress", "--to", "gif"], "'gif' is not one of 'svg', 'png'"),
    ],
)
def test_a_wrong_call_is_said_in_a_sentence(
    almwp: Almwp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    call: list[str],
    said: str,
) -> None:
    shutil.copy(EXAMPLES / "ph-report-slom21.xlsx", tmp_path / "own.xlsx")
    before = (tmp_path / "own.xlsx").read_bytes()
    monkeypatch.chdir(tmp_path)
    ended = almwp("plot", call[0], "own.xlsx", *call[1:])
    assert ended.code == 2
    assert said in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["own.xlsx"]
    assert (tmp_path / "own.xlsx").read_bytes() == before


def test_several_figures_do_not_go_into_one_file(
    almwp: Almwp, tmp_path: Path, indicators: Path
) -> None:
    ended = almwp("plot", "indicators", indicators, "-o", tmp_path / "one.svg")
    assert ended.code == 2
    assert "there are 3 figures; name a folder" in ended.err
    assert not (tmp_path / "one.svg").exists()


def test_a_file_that_was_read_is_not_drawn_over(almwp: Almwp, tmp_path: Path) -> None:
    own = tmp_path / "progress.svg"  # whatever it is called, it is a workbook
    shutil.copy(EXAMPLES / "ph-report-slom21.xlsx", own)
    before = own.read_bytes()
    ended = almwp("plot", "progress", EXAMPLES, own, "-o", own)
    assert ended.code != 0
    assert own.read_bytes() == before


def test_a_country_that_leads_nothing_has_no_figure(
    almwp: Almwp, tmp_path: Path
) -> None:
    ended = almwp("plot", "timeline", EXAMPLES, "--country", "LA", "-o", tmp_path)
    assert ended.code == 1
    assert list(tmp_path.iterdir()) == []


def test_without_matplotlib_the_way_out_is_said_and_help_still_works(
    almwp: Almwp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    ended = almwp("plot", "progress", EXAMPLES, "-o", tmp_path)
    assert ended.code == 2
    assert 'pip install "almwp[figures]"' in ended.err
    assert list(tmp_path.iterdir()) == []
    assert "WHAT" in almwp("plot", "--help").out
