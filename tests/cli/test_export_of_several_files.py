"""``almwp export`` into formats of several files, and facts told with ``--set``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Almwp = Callable[..., Any]
Run = Callable[..., tuple[int, str, str]]

SUBMISSIONS = Path(__file__).parents[2] / "examples" / "submissions"
REPORTER = (
    *("--set", "iati.reporting-org=XM-SAMPLE-1"),
    *("--set", "iati.reporting-org-type=40"),
    *("--set", "iati.reporting-org-name=A = B"),
)


@pytest.fixture
def run(almwp: Almwp, tmp_path: Path) -> Run:
    """Export the plan of the examples into a new folder."""

    def call(*options: str) -> tuple[int, str, str]:
        ended = almwp(
            "export", SUBMISSIONS, "--report", "plan", "-o", tmp_path, *options
        )
        return ended.code, ended.out, ended.err

    return call


def test_each_format_is_where_it_says(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("--to", "datapackage", "--to", "parquet")
    assert code == 0
    assert [Path(line) for line in out.splitlines()] == [
        tmp_path / "plan.datapackage",
        tmp_path / "plan.parquet",
    ]
    assert (tmp_path / "plan.datapackage" / "datapackage.json").is_file()
    assert (tmp_path / "plan.parquet" / "report" / "part-0.parquet").is_file()


def test_a_second_run_replaces_the_first(run: Run, tmp_path: Path) -> None:
    for _ in range(2):
        code, _, err = run("--to", "datapackage")
        assert (code, err) == (0, "")


def test_one_zip_file_is_written_when_asked_for(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("--to", "datapackage", "--zip")
    assert code == 0
    assert Path(out.strip()) == tmp_path / "plan.datapackage.zip"


def test_a_folder_with_other_things_is_refused_in_a_sentence(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "plan.parquet").mkdir()
    (tmp_path / "plan.parquet" / "mine.txt").write_bytes(b"")
    code, _, err = run("--to", "parquet")
    assert code == 3
    assert "mine.txt" in err
    assert "Traceback" not in err


def test_a_reporting_organisation_makes_an_iati_file(run: Run, tmp_path: Path) -> None:
    code, _, err = run("--to", "iati", *REPORTER)
    text = (tmp_path / "plan.iati.xml").read_text(encoding="utf-8")
    assert code == 0
    assert "<iati-activity>" in text
    assert "activities are not published" in err
    assert "A = B" in text


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--to", "iati", "--set", "reporting-org"), "write NAME=VALUE"),
        (("--to", "iati", "--set", "=x"), "write NAME=VALUE"),
        (("--to", "iati", "--set", "iati.owner=x"), "asks for 'iati.owner'"),
        (("--to", "csv", *REPORTER), "asked for: -"),
        (("--to", "iati"), "cannot be written without what only you know"),
        (("--to", "iati", "--print"), "--set iati.reporting-org-type=..."),
        (("--to", "iati", *REPORTER[:2]), "--set iati.reporting-org-name=..."),
    ],
)
def test_a_wrong_call_is_told_in_one_sentence(
    options: tuple[str, ...], said: str, run: Run, tmp_path: Path
) -> None:
    code, out, err = run(*options)
    assert code == 2
    assert out == ""
    assert said in err
    assert list(tmp_path.iterdir()) == []
