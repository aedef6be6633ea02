"""The installed program: encodings, pipes, and being stopped."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Almwp = Callable[..., Any]
InstallPlugin = Callable[[str, str], None]

PROGRAM = Path(sys.executable).with_name("almwp")
posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of another kind")

SLOW = """
import sys, time
from almwp.plugins import Reader, hookimpl

def read(*args):
    print("reading", file=sys.stderr, flush=True)
    time.sleep(60)

@hookimpl
def almwp_readers():
    yield Reader(name="slow", summary="", patterns=("*.slow",), sniff=bool, read=read)
"""


def test_the_program_is_installed_and_says_its_version(almwp_alone: Almwp) -> None:
    from almwp import __version__

    ended = almwp_alone("--version")
    assert (ended.code, ended.err) == (0, "")
    assert __version__ in ended.out


def test_the_version_is_said_in_the_same_words_with_other_options(
    almwp_alone: Almwp,
) -> None:
    assert almwp_alone("--version") == almwp_alone("--strict-plugins", "--version")


def test_the_exit_code_is_that_of_the_process(
    almwp_alone: Almwp, tmp_path: Path
) -> None:
    assert almwp_alone("check", tmp_path / "gone.xlsx").code == 3
    assert almwp_alone("nothing").code == 2


def test_python_runs_it_where_the_command_is_not_on_the_path(tmp_path: Path) -> None:
    gone = [sys.executable, "-m", "almwp", "check", str(tmp_path / "gone.xlsx")]
    done = subprocess.run(gone, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 3
    assert done.stdout.startswith("gone.xlsx: error ALM100: ")
    assert done.stderr == ""


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-16", "cp1258"])
def test_vietnamese_comes_out_whole_whatever_the_terminal_says(
    encoding: str, almwp_alone: Almwp, submissions: Path
) -> None:
    ended = almwp_alone(
        "check", submissions, "--lang", "vi", PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )
    assert ended.code == 0
    assert "Tình hình thực hiện" in ended.out


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_name_that_is_no_text_is_shown_by_its_number(
    almwp_alone: Almwp, submissions: Path, tmp_path: Path
) -> None:
    odd = tmp_path / os.fsdecode(b"vn\xff.xlsx")
    odd.write_bytes((submissions / "ph-report-slom21.xlsx").read_bytes())
    plan = tmp_path / "plan.json"
    assert "vn\\udcff.xlsx: activities: 9" in almwp_alone("check", odd).out
    assert almwp_alone("merge", odd, "-o", plan).code == 0
    assert almwp_alone("check", plan).code == 0


@posix
@pytest.mark.parametrize("call", [["plugins"], ["frameworks", "--format", "json"]])
def test_a_reader_that_has_enough_is_no_accident(call: list[str]) -> None:
    shell = subprocess.run(
        f"'{PROGRAM}' {' '.join(call)} | head -1",
        shell=True,
        capture_output=True,
        text=True,
    )
    assert shell.stderr == ""
    assert len(shell.stdout.splitlines()) == 1


@posix
@pytest.mark.parametrize(
    "call",
    [
        ["check", "SUBMISSIONS", "--ledger"],
        ["score", "SUBMISSIONS", "--format", "csv"],
        ["export", "SUBMISSIONS", "--report", "progress", "--to", "json", "-o", "-"],
        ["frameworks"],
    ],
    ids=" ".join,
)
def test_the_exit_code_tells_that_nobody_read_on(
    call: list[str], submissions: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [str(submissions) if word == "SUBMISSIONS" else word for word in call]
    done = subprocess.run([PROGRAM, *words], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@posix
def test_one_who_stops_it_gets_130_and_no_traceback(
    install_plugin: InstallPlugin, tmp_path: Path
) -> None:
    install_plugin("slow", SLOW)
    path = tmp_path / "a.slow"
    path.write_bytes(b"x")
    process = subprocess.Popen(
        [PROGRAM, "check", path],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stderr.readline() == "reading\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert (
        err.strip()
        == "almwp: stopped; files that were read: 0 of 1; nothing was written"
    )


def test_the_same_call_prints_the_same_bytes(
    almwp_alone: Almwp, submissions: Path
) -> None:
    call = (
        "score",
        submissions,
        "--by",
        "outcome,area,body,country",
        "--format",
        "json",
    )
    one, other = (
        almwp_alone(*call, PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale)
        for seed, zone, locale in (
            ("1", "UTC", "C"),
            ("2", "Asia/Ho_Chi_Minh", "C.UTF-8"),
        )
    )
    assert one == other


@posix
@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("members", 3),
        ("--help", 3),
        ("--version", 3),
        ("check gone.xlsx", 3),
        ("check --nothing", 2),
        ("merge SUBMISSIONS -o -", 3),
    ],
)
def test_output_that_takes_nothing_ends_in_an_exit_code(
    call: str, code: int, submissions: Path
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device is full here")
    words = call.replace("SUBMISSIONS", f"'{submissions}'")
    for sent in (">/dev/full", ">/dev/full 2>/dev/full"):
        shell = subprocess.run(
            f"'{sys.executable}' -m almwp {words} {sent}",
            shell=True,
            capture_output=True,
            text=True,
        )
        assert (shell.returncode, shell.stdout) == (code, "")
        assert "Traceback" not in shell.stderr
        if sent == ">/dev/full" and code == 3 and "gone" not in call:
            assert shell.stderr == "almwp: could not go on: there is no room left\n"


@posix
def test_output_that_is_closed_loses_no_result(
    submissions: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    for target, code in (("-", 3), (str(plan), 0)):
        shell = subprocess.run(
            f"'{sys.executable}' -m almwp merge '{submissions}' -o '{target}' >&-",
            shell=True,
            capture_output=True,
            text=True,
        )
        assert shell.returncode == code
        said = "standard output: it is closed; write into a file, -o plan.json"
        assert (said in shell.stderr) == (code == 3)
    assert plan.read_bytes().startswith(b"{")


@posix
def test_one_who_stops_it_while_it_starts_sees_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text(  # it is imported long before anything runs
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n", encoding="utf-8"
    )
    folders = [str(tmp_path), os.environ.get("PYTHONPATH", "")]
    done = subprocess.run(
        [sys.executable, "-m", "almwp", "members"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(folders)},
    )
    assert done.returncode == -signal.SIGINT
    assert (done.stdout, done.stderr) == ("", "")
