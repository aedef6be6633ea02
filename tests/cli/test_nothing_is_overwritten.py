"""A delegate's own files and papers are not written over by mistake."""

import os
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


@pytest.fixture
def plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "plan.json"
    run(["merge", str(SUBMISSIONS / "ph-report-slom21.xlsx"), "-o", str(path)])
    capsys.readouterr()
    return path


@pytest.mark.parametrize(
    "call",
    [
        ["score", "PLAN"],
        ["compare", "PLAN", "SENT"],
        ["compare", "SENT", "PLAN"],
        ["carry-over", "PLAN", "--to", "ALM-WP-2026-2030"],
    ],
    ids=" ".join,
)
def test_a_plan_that_is_read_is_not_written_over_with_something_else(
    call: list[str], plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = plan.read_bytes()
    sent = SUBMISSIONS / "ph-report-slom21.xlsx"
    words = [{"PLAN": str(plan), "SENT": str(sent)}.get(word, word) for word in call]
    other = plan.with_name("other.json")
    os.link(plan, other)
    for path in (plan, other):  # a second name of the file is the file
        assert run([*words, "--format", "json", "-o", str(path)]) == 2
        assert "is read by this call" in capsys.readouterr().err
    assert plan.read_bytes() == before


def test_a_table_in_a_folder_that_is_read_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "vn.csv"
    table.write_text("No.,Activity,Lead country\n1,Job fairs,Viet Nam\n", "utf-8")
    before = table.read_bytes()
    call = ["score", str(tmp_path), "--format", "csv", "-o"]
    assert run([*call, str(table)]) == 2
    assert "is read by this call" in capsys.readouterr().err
    assert table.read_bytes() == before
    progress = tmp_path / "progress.csv"
    progress.write_bytes(before)
    call = ["export", str(tmp_path), "--report", "progress", "--to", "csv", "-o"]
    assert run([*call, str(tmp_path)]) == 2
    assert "is read by this call" in capsys.readouterr().err
    assert progress.read_bytes() == before


@pytest.mark.parametrize("content", [b"{", b"", b'{"almwp": "plan", "version": 99}'])
def test_a_plan_that_could_not_be_read_is_not_replaced(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.json"
    plan.write_bytes(content)
    call = ["merge", str(plan), str(SUBMISSIONS), "-o"]
    assert run([*call, str(plan)]) == 3
    assert "it could not be read, so it is not replaced either" in (
        capsys.readouterr().err
    )
    assert plan.read_bytes() == content
    assert run([*call, str(tmp_path / "new.json")]) == 3
    assert (tmp_path / "new.json").exists()
