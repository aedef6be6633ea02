"""A delegate's own files and papers are not written over by mistake."""

import shutil
from pathlib import Path

import pytest

from almwp.cli.main import run

SUBMISSIONS = Path(__file__).resolve().parents[2] / "examples" / "submissions"


def test_a_plan_is_not_saved_over_a_workbook(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.xlsx"
    shutil.copy(SUBMISSIONS / "ph-report-slom21.xlsx", own)
    before = own.read_bytes()
    assert run(["merge", str(own), "-o", str(own)]) == 2
    assert "a plan is saved in a file ending in .json" in capsys.readouterr().err
    assert own.read_bytes() == before


def test_papers_as_of_other_days_have_other_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = ["position", str(SUBMISSIONS), "--country", "VN", "--meeting", "slom-21"]
    call += ["--to", "markdown", "-o", str(tmp_path)]
    for more in ([], ["--as-of", "slom-20"], ["--audience", "meeting"]):
        assert run([*call, *more]) == 0
    assert len(set(capsys.readouterr().out.split())) == 3
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_that_was_sent_twice_is_said_and_counted_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        shutil.copy(SUBMISSIONS / "ph-report-slom21.xlsx", tmp_path / name)
    assert run(["check", str(tmp_path)]) == 0
    assert "two.xlsx: note ALM502: the file has the same content as one.xlsx" in (
        capsys.readouterr().out
    )


def test_a_language_that_is_read_and_not_spoken_is_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["check", str(SUBMISSIONS), "--lang", "id"]) == 2
    assert "(known: en, vi)" in capsys.readouterr().err
