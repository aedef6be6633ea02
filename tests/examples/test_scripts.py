"""Run the numbered scripts as a delegate runs them."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = ROOT / "examples" / "submissions"
OF_FILES = ("01_check.py", "02_score.py", "03_position.py")


def run(
    script: str, *names: str | Path, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    path = ROOT / "examples" / script
    return subprocess.run(
        [sys.executable, str(path), *map(str, names)],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        # What an old Windows says of its pipes; Vietnamese does not fit into it.
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )


def test_the_check_accounts_for_every_cell_of_every_workbook() -> None:
    done = run("01_check.py", SUBMISSIONS)
    assert done.returncode == 0, done.stderr
    sums = re.findall(r"(\d+) cells with content: (.*)", done.stdout)
    assert len(sums) == len(list(SUBMISSIONS.glob("*.xlsx")))
    for total, fates in sums:
        counts = [int(count) for count in re.findall(r"\d+", fates)]
        assert len(counts) == 5
        assert int(total) == sum(counts) > 0
    assert "error" not in done.stdout
    assert "Tình hình thực hiện!B18: note ALM221" in done.stdout


def test_the_score_tells_each_outcome_with_bounds_and_coverage() -> None:
    done = run("02_score.py", SUBMISSIONS)
    assert done.returncode == 0, done.stderr
    for outcome in ("Skilled and Adaptable Workforce", "Expanded Social Protection"):
        assert outcome in done.stdout
    # 10, 13, 9 and 7 rows; the one on labour market information is in three files,
    # the self-assessment too, and three more in two of them.
    assert re.search(r"the state of \d+ of 32 activities is known", done.stdout)
    assert re.search(r"completed, between [\d.]+% and [\d.]+%", done.stdout)


def test_the_position_leaves_a_word_file_and_the_same_bytes_twice(
    tmp_path: Path,
) -> None:
    written = []
    for place in ("first", "second"):
        (tmp_path / place).mkdir()
        done = run("03_position.py", SUBMISSIONS, cwd=tmp_path / place)
        assert done.returncode == 0, done.stderr
        folder = tmp_path / place / "position"
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert written[0] == written[1]
    assert set(written[0]) == {
        "position-VN-slom-21.docx",
        "position-VN-slom-21.md",
    }
    text = written[0]["position-VN-slom-21.md"].decode("utf-8")
    assert "Strengthening LMIS in AMS" in text
    with zipfile.ZipFile(
        tmp_path / "first" / "position" / "position-VN-slom-21.docx"
    ) as word:
        assert "Strengthening LMIS in AMS" in word.read("word/document.xml").decode()


def test_the_published_figure_comes_out_again() -> None:
    done = run("04_published_figure.py")
    assert done.returncode == 0, done.stderr
    assert "completed: 6 of 31, between 6/31 and 26/31" in done.stdout
    assert "the state of 11 of 31 is known" in done.stdout
    assert "inferred" in done.stdout


@pytest.mark.parametrize("script", OF_FILES)
def test_a_wrong_path_gives_a_sentence_and_no_traceback(
    script: str, tmp_path: Path
) -> None:
    done = run(script, tmp_path / "nowhere.xlsx", cwd=tmp_path)
    said = done.stdout + done.stderr
    assert done.returncode == 3
    assert "there is no such file" in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("script", OF_FILES)
def test_a_text_that_calls_itself_a_workbook_is_refused_in_words(
    script: str, tmp_path: Path
) -> None:
    false = tmp_path / "false.xlsx"
    false.write_text("not a workbook", encoding="utf-8")
    done = run(script, false, cwd=tmp_path)
    said = done.stdout + done.stderr
    assert done.returncode == 3
    assert "false.xlsx" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("script", OF_FILES)
def test_a_script_without_files_says_what_to_name(script: str) -> None:
    done = run(script)
    assert done.returncode == 2
    assert done.stderr.startswith("name the files")


def test_a_position_that_cannot_be_written_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "position").write_text("a file, not a folder", encoding="utf-8")
    done = run("03_position.py", SUBMISSIONS, cwd=tmp_path)
    assert done.returncode == 3
    assert "position" in done.stderr
    assert "Traceback" not in done.stderr
