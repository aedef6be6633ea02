"""The process apart: however it ends, the caller gets lines or a sentence."""

import sys
from pathlib import Path

import pytest
from almwp_excel import refusals
from almwp_excel.apart import process
from almwp_excel.apart.process import (
    Allowance,
    Appetite,
    Ending,
    GivenUpError,
    lines_from_worker,
)
from almwp_excel.foreign.reader import read

from almwp.errors import UnreadableFileError
from almwp.intake.limits import MEBIBYTE, Limits
from almwp.workflow.session import Session

XLS = Path(__file__).with_name("files") / "report.xls"
APPETITE = Appetite(seconds_each_mebibyte=1, memory_each_byte=8)
ALLOWANCE = Allowance.of(0, APPETITE)
ASKED = {"bytes": MEBIBYTE, "sheets": 9, "cells": 9999, "merges": 9}


def ending(content: bytes, allowance: Allowance = ALLOWANCE) -> Ending:
    with pytest.raises(GivenUpError) as caught:
        lines_from_worker("calaminelines", content, ASKED, allowance)
    assert caught.value.seconds == allowance.seconds
    return caught.value.ending


def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Run other code in the process apart: what calamine might do to it."""
    path = tmp_path / "worker.py"
    path.write_text(code, encoding="utf-8")
    monkeypatch.setattr(process, "_WORKER", path)


def test_a_process_that_overruns_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, monkeypatch, "import time\ntime.sleep(600)\n")
    assert ending(b"", Allowance(seconds=1, memory=0)) is Ending.OVERRAN


@pytest.mark.parametrize(
    "code",
    [
        "import os\nos.abort()\n",
        "raise SystemExit(3)\n",
        "class Panic(BaseException): pass\nraise Panic\n",
        "import nothing_of_this_name\n",
    ],
    ids=["abort", "exit", "panic", "import"],
)
def test_a_process_that_dies_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    script(tmp_path, monkeypatch, code)
    assert ending(b"x" * MEBIBYTE) is Ending.BROKE_OFF


@pytest.mark.parametrize(
    "said",
    [
        "",
        "no json",
        "[]",
        '{"end": "yes"}',
        '[1, []]\n{"end": "yes"}',
        '{"sheet": "A", "visible": "Visible", "merges": []}',
        '{"sheet": "A", "visible": "?", "merges": []}\n{"end": "yes"}',
        '{"sheet": "A", "visible": "Visible", "merges": [1]}\n{"end": "yes"}',
        '{"sheet": "A", "visible": "Visible", "merges": []}\n[1]\n{"end": "yes"}',
        '{"sheet": "A", "visible": "Visible", "merges": []}\n[2, [[1, "text", "a"]]]\n'
        '[1, [[1, "text", "a"]]]\n{"end": "yes"}',
        '{"sheet": "A", "visible": "Visible", "merges": []}\n[1, [[1, "?", "a"]]]\n'
        '{"end": "yes"}',
    ],
)
def test_a_process_that_says_nonsense_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    script(tmp_path, monkeypatch, f"print({said!r})\n")
    with pytest.raises(UnreadableFileError) as caught:
        read(XLS.read_bytes(), "vn.xls", Limits())
    assert caught.value.reason in (refusals.BROKE_OFF, refusals.NO_SHEETS)


@pytest.mark.parametrize("program", ["", "/no/such/python"])
def test_a_process_that_cannot_be_started_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    assert ending(b"") is Ending.NOT_STARTED


def test_what_lies_where_the_user_stands_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "datetime", "python_calamine"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    lines = lines_from_worker("calaminelines", XLS.read_bytes(), ASKED, ALLOWANCE)
    assert lines[-1] == b'{"end": "yes"}'


def test_large_files_have_more_time_and_memory() -> None:
    small, large = (Allowance.of(s, APPETITE) for s in (1000, 20 * MEBIBYTE))
    assert small.seconds < 10
    assert small.memory < 500 * MEBIBYTE
    assert large.seconds > 2 * small.seconds
    assert large.memory > small.memory


def test_one_file_that_breaks_the_reader_does_not_stop_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, monkeypatch, "import os\nos.abort()\n")
    folder = tmp_path / "sent"
    folder.mkdir()
    (folder / "a.xls").write_bytes(XLS.read_bytes())
    (folder / "b.xlsx").write_bytes(XLS.with_suffix(".xlsx").read_bytes())
    read = Session.start().read([folder])
    (failure,) = read.failures
    assert failure.exit_code == 3
    assert "a.xls" in str(failure)
    assert [submission.file for submission in read.submissions] == ["b.xlsx"]
