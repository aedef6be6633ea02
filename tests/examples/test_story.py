"""The story of one country: its scripts run, and its page is what they say."""

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.examples.test_scripts import run

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "examples" / "story"


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "docs" / "make_story_pages.py"))


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_page_is_what_the_scripts_say(made: dict[str, Any], language: str) -> None:
    page: Callable[[Path], str] = made["page"]
    place: Path = made["PAGES"][language == "vi"]
    assert place.is_relative_to(ROOT / "docs" / "vi") == (language == "vi")
    told = "run python docs/make_story_pages.py"
    assert place.read_text("utf-8") == page(place), told


def test_every_script_ends_well_as_a_delegate_runs_it(
    made: dict[str, Any], tmp_path: Path
) -> None:
    scripts: list[str] = made["scripts"]()
    assert len(scripts) == 5
    for script in scripts:
        done = run(script, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert done.stdout
    assert (tmp_path / "undecided.xlsx").is_file()


def test_the_workbooks_are_those_that_their_script_makes(tmp_path: Path) -> None:
    done = run("make_story.py", tmp_path)
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in STORY.glob("*.xlsx"))
    assert len(names) == 5
    for name in names:
        assert (tmp_path / name).read_bytes() == (STORY / name).read_bytes()


def test_every_workbook_says_that_it_is_invented() -> None:
    from openpyxl import load_workbook

    for path in STORY.glob("*.xlsx"):
        book = load_workbook(path)
        (sheet,) = book.worksheets
        assert "invented example" in str(sheet["A2"].value)
        book.close()
