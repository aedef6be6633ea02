"""The sign - for standard input and standard output."""

import io
import json
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Almwp = Callable[..., Any]

PROGRAM = Path(sys.executable).with_name("almwp")


def piped(content: bytes, *arguments: str | Path) -> tuple[int, bytes, str]:
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)], input=content, capture_output=True, timeout=60
    )
    said = done.stderr.decode()
    assert "Traceback" not in said
    return done.returncode, done.stdout, said


@pytest.fixture
def workbook(submissions: Path) -> bytes:
    return (submissions / "vn-bao-cao-slom21.xlsx").read_bytes()


def test_a_workbook_comes_in_by_a_pipe(workbook: bytes, submissions: Path) -> None:
    code, out, _ = piped(workbook, "check", "-", "--format", "json")
    (file,) = json.loads(out)["files"]
    _, own, _ = piped(b"", "check", submissions / "vn-bao-cao-slom21.xlsx")
    assert code == 0
    assert file["path"] == "standard input.xlsx"
    assert f"activities: {file['counts']['activities']}".encode() in own


def test_a_marked_copy_of_what_came_in_is_written(
    workbook: bytes, tmp_path: Path
) -> None:
    code, _, said = piped(workbook, "check", "-", "--annotate", tmp_path)
    assert code == 0
    assert "marked copy" in said
    assert [path.name for path in tmp_path.iterdir()] == ["standard input.xlsx"]


def test_a_plan_goes_from_one_command_to_the_next(submissions: Path) -> None:
    code, plan, said = piped(b"", "merge", submissions, "-o", "-")
    assert code == 0
    assert json.loads(plan)
    assert "standard" not in said
    code, table, _ = piped(plan, "score", "-", "--format", "csv", "-o", "-")
    assert code == 0
    assert table.startswith(b"method,framework,")
    code, changes, _ = piped(plan, "compare", "-", submissions)
    assert (code, changes.splitlines()[-1]) == (0, b"nothing changed")


def test_a_file_beside_what_comes_in_is_read_as_well(
    workbook: bytes, submissions: Path
) -> None:
    other = submissions / "ph-report-slom21.xlsx"
    code, out, _ = piped(workbook, "check", other, "-", "-")
    assert code == 0
    assert b"files: 2;" in out


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", 3, "standard input: nothing came in"),
        (b"no workbook", 3, "standard input: no reader"),
        (b"{ not a plan", 3, "standard input.json: "),
    ],
)
def test_what_is_no_file_is_refused_by_its_name(
    content: bytes, code: int, said: str
) -> None:
    ended, out, err = piped(content, "score", "-")
    assert (ended, out) == (code, b"")
    assert said in err


@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("position", "--country", "VN", "--meeting", "slom-21"), b"PK"),
        (("export", "--report", "progress", "--to", "markdown"), b"# "),
        (("plot", "progress"), b"<?xml"),
        (("plot", "progress", "--to", "png"), b"\x89PNG\r\n\x1a\n"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_a_result_goes_to_standard_output_byte_by_byte(
    words: tuple[str, ...], begins: bytes, submissions: Path, tmp_path: Path
) -> None:
    code, out, _ = piped(b"", *words, submissions, "-o", "-")
    assert code == 0
    assert out.startswith(begins)
    assert piped(b"", *words, submissions, "-o", tmp_path)[0] == 0
    (written,) = tmp_path.iterdir()
    assert written.read_bytes() == out


def test_a_template_goes_out_and_comes_in_again(tmp_path: Path) -> None:
    code, out, said = piped(b"", "template", "progress", "-o", "-")
    assert (code, said) == (0, "")
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(out)).namelist()
    assert piped(out, "check", "-")[0] == 0
    assert list(tmp_path.iterdir()) == []


def test_a_framework_goes_out_and_what_is_said_of_it_aside(
    submissions: Path,
) -> None:
    matrix = submissions.parent / "story" / "4-programme-2026-2030.xlsx"
    words = ("frameworks", "import", "-", "--id", "ALM-WP-2026-2030", "-o", "-")
    code, out, said = piped(matrix.read_bytes(), *words)
    assert code == 0
    assert tomllib.loads(out.decode())["id"] == "ALM-WP-2026-2030"
    assert "standard input.xlsx" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("merge", "-o", "-", "--format", "json"), "not both"),
        (("merge", "-o", "p.json", "--write-decisions", "-"), "--write-decisions"),
        (("check", "--annotate", "-"), "--annotate writes a file"),
        (("check", "--write-mapping", "-"), "--write-mapping writes a file"),
        (
            (
                "export",
                "--report",
                "progress",
                "--to",
                "csv",
                "--to",
                "json",
                "-o",
                "-",
            ),
            "name one format",
        ),
        (("plot", "progress", "--to", "svg", "--to", "png", "-o", "-"), "one format"),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_what_cannot_be_meant_is_refused_before_files_are_read(
    words: tuple[str, ...],
    said: str,
    almwp: Almwp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = almwp(*words, "gone.xlsx")
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert list(tmp_path.iterdir()) == []
