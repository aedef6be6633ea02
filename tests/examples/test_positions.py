"""The example positions: invented, and saying so on every paper made from them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
POSITIONS = EXAMPLES / "positions"


def run(script: str, *names: Path | str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(EXAMPLES / script), *map(str, names)],
        capture_output=True,
        check=False,
        cwd=cwd,
        encoding="utf-8",
        # What an old Windows says of its pipes; Vietnamese does not fit into it.
        env={**os.environ, "PYTHONIOENCODING": "cp1252"},
    )


def test_the_workbooks_are_made_from_their_list_with_the_same_bytes(
    tmp_path: Path,
) -> None:
    done = run("make_positions.py", tmp_path / "again", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    made = {path.name: path.read_bytes() for path in (tmp_path / "again").iterdir()}
    assert made == {path.name: path.read_bytes() for path in POSITIONS.iterdir()}


def test_three_countries_get_their_papers_and_each_says_that_it_is_invented(
    tmp_path: Path,
) -> None:
    folders = (EXAMPLES / "submissions", POSITIONS)
    done = run("10_positions.py", *folders, "--to", "markdown", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    papers = sorted((tmp_path / "position").glob("*.md"))
    assert len(papers) == 9
    for paper in papers:
        told = paper.read_text(encoding="utf-8")
        assert "INVENTED EXAMPLE" in told
        assert "Positions on the agenda" in told
        if paper.stem.endswith("meeting"):
            for internal in ("not cleared", "Fallback", ".xlsx", "Reasons"):
                assert internal not in told


def test_every_number_that_the_examples_name_is_that_of_an_activity(
    tmp_path: Path,
) -> None:
    folders = (EXAMPLES / "submissions", POSITIONS)
    run("10_positions.py", *folders, "--to=markdown", cwd=tmp_path)
    for paper in (tmp_path / "position").glob("*.md"):
        assert "No activity that was read" not in paper.read_text(encoding="utf-8")


def test_the_formats_are_chosen_or_those_that_are_there(tmp_path: Path) -> None:
    folders = (EXAMPLES / "submissions", POSITIONS)
    wanted = ("--to", "json", "--to=html")
    assert run("10_positions.py", *folders, *wanted, cwd=tmp_path).returncode == 0
    written = {path.suffix for path in (tmp_path / "position").iterdir()}
    assert written == {".json", ".html"}
    done = run("10_positions.py", *folders, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    written = {path.suffix for path in (tmp_path / "position").iterdir()}
    assert written >= {".docx", ".md", ".html"}
    wrong = run("10_positions.py", *folders, "--to", "none", cwd=tmp_path)
    assert wrong.returncode == 2
    assert "no exporter named 'none'" in wrong.stderr
