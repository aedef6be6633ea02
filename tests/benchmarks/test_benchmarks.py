"""What is measured is the same job: almwp and the scripts read alike, and it is run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import almwp

ROOT = Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "benchmarks"
MAKE = """
import sys
from pathlib import Path
from workbooks import folder_of
folder, number, has_faults = sys.argv[1:]
folder_of(Path(folder), 2, int(number), has_faults=has_faults == "yes")
"""
NUMBER = 25
SCRIPTS = {
    "openpyxl": ("with_pandas.py", "openpyxl"),
    "calamine": ("with_pandas.py", "calamine"),
    "pydantic": ("with_pydantic.py",),
    "polars": ("with_polars.py",),
}


def run(*words: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(BENCHMARKS)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def workbooks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Return two sound workbooks and two in which each row has a fault."""
    made = {}
    for has_faults in ("no", "yes"):
        folder = tmp_path_factory.mktemp("books")
        run("-c", MAKE, folder, str(NUMBER), has_faults)
        made[has_faults] = sorted(folder.glob("*.xlsx"))
    return made


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_scripts_find_what_almwp_finds(
    name: str, workbooks: dict[str, list[Path]], tmp_path: Path
) -> None:
    every = [*workbooks["no"], *workbooks["yes"]]
    script, *engine = SCRIPTS[name]
    run(BENCHMARKS / "peers" / script, *engine, tmp_path, *every)
    told = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert len(told["activities"]) == 2 * NUMBER
    assert len(told["errors"]) == 2 * NUMBER
    read = almwp.read(workbooks["no"])
    assert [len(sent.activities) for sent in read.submissions] == [NUMBER, NUMBER]
    assert [each for sent in read.submissions for each in sent.findings] == []
    spoilt = almwp.read(workbooks["yes"])
    faulty = {
        (found.at.file, (found.at.cell or "").strip("QRSTD"))
        for sent in spoilt.submissions
        for found in sent.findings
    }
    assert len(faulty) == 2 * NUMBER
    completed = sum(
        activity.observations[-1].status is almwp.Status.COMPLETED
        for sent in read.submissions
        for activity in sent.activities
    )
    lines = told["tables"]["Outcome"].values()
    assert sum(line["completed"] for line in lines) == completed


@pytest.mark.parametrize("job", ["import", "whole"])
def test_our_own_job_is_done(
    job: str, workbooks: dict[str, list[Path]], tmp_path: Path
) -> None:
    run(BENCHMARKS / "ours.py", job, tmp_path, *workbooks["no"])
    written = {path.name for path in tmp_path.iterdir()}
    assert written == (set() if job == "import" else {"plan.json", "country.html"})


@pytest.mark.skipif(sys.platform == "win32", reason="no accounts of ended processes")
def test_the_command_prints_the_table(tmp_path: Path) -> None:
    words = ("small", "--rounds", "1", "--keep", tmp_path)
    table = run(BENCHMARKS / "run.py", *words)
    codes = [line.split("|")[1].strip() for line in table.splitlines() if "|" in line]
    assert codes[2:] == ["P7", "P7", "P17", "P17", "P17"]
    assert "Medians of 1 interleaved rounds" in table


HOLDING = """
import json, sys
from measuring import BARE, run_once
before = run_once(BARE).peak
much = b"x" * 200_000_000
print(json.dumps([before, run_once(BARE).peak]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no accounts of ended processes")
def test_a_program_is_not_charged_with_what_its_measurer_holds() -> None:
    before, after = json.loads(run("-c", HOLDING))
    assert after < before + 20_000_000
