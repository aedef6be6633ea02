"""Reports in two languages side by side: ``--lang en --lang vi``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS, POSITIONS = EXAMPLES / "submissions", EXAMPLES / "positions"
POSITION = ("position", REPORTS, POSITIONS, "--country", "VN", "--meeting", "slom-21")

Almwp = Callable[..., Any]


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["--lang", "en", "--lang", "vi"], "position-VN-slom-21-en-vi.md"),
        (["--lang", "vi,en"], "position-VN-slom-21-vi-en.md"),
        (["--lang", "vi", "--lang", "vi"], "position-VN-slom-21-vi.md"),
        (["--lang", " en , "], "position-VN-slom-21.md"),
        (["--lang", ""], "position-VN-slom-21.md"),
    ],
)
def test_the_file_is_named_after_its_languages(
    almwp: Almwp, tmp_path: Path, options: list[str], name: str
) -> None:
    ended = almwp(*POSITION, "--to", "markdown", "-o", tmp_path, *options)
    assert ended.code == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_the_first_language_stands_first(almwp: Almwp, tmp_path: Path) -> None:
    almwp(*POSITION, "--to", "markdown", "-o", tmp_path, "--lang", "vi,en")
    (path,) = tmp_path.iterdir()
    title = path.read_text(encoding="utf-8").partition("\n")[0]
    assert title == (
        "# Lập trường quốc gia của Việt Nam / National position of Viet Nam"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--lang", "en,vi", "--lang", "id"], "in one language or in two side by side"),
        (["--lang", "en", "--lang", "xx"], "xx"),
        (["--lang", "xx,en"], "xx"),
        (["--lang", "en;vi"], "en;vi"),
    ],
)
def test_languages_that_cannot_be_are_refused_before_files_are_read(
    almwp: Almwp, tmp_path: Path, options: list[str], said: str
) -> None:
    nowhere = tmp_path / "nowhere.xlsx"
    call = ("position", nowhere, "--country", "VN", "--meeting", "slom-21")
    ended = almwp(*call, "-o", tmp_path, *options)
    assert ended.code == 2
    assert said in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("report", ["brief", "talking-points", "progress", "matrix"])
def test_every_report_can_be_in_two_languages(
    almwp: Almwp, tmp_path: Path, report: str
) -> None:
    call = ("export", REPORTS, POSITIONS, "--report", report, "--lang", "en,vi")
    further = ("--country", "VN", "--meeting", "slom-21", "--to", "markdown")
    ended = almwp(*call, *further, "-o", tmp_path)
    assert ended.code == 0, ended.err
    (path,) = tmp_path.iterdir()
    title = path.read_text(encoding="utf-8").partition("\n")[0]
    assert " / " in title
