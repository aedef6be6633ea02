"""However the second reader ends, the first reading stands, and it is said."""

import sys
from pathlib import Path
from typing import Any

import pytest
from almwp_excel import rules
from almwp_excel.apart import process
from almwp_excel.cross_read import second_opinion

from almwp.cli.main import run
from almwp.workflow.session import Session

OUT_OF_TIME = (
    "import os, signal, time\n"
    "if hasattr(signal, 'SIGXCPU'): os.kill(os.getpid(), signal.SIGXCPU)\n"
    "time.sleep(600)\n"
)
"""What the system does to a process that has computed for as long as it may."""


def wide(make: Any, rows: int) -> bytes:
    """Return a workbook with a cell at the right edge of each of its rows.

    openpyxl fills each row up to there: some billion cells for a file of 300 kB.
    """
    cells = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="XFD{n}"><v>1</v></c></row>'
        for n in range(1, rows + 1)
    )
    return bytes(make.book(f"<sheetData>{cells}</sheetData>"))


def test_a_second_reader_that_takes_too_long_is_stopped_and_the_first_stands(
    make: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(process, "_SECONDS", 1)
    path = tmp_path / "wide.xlsx"
    path.write_bytes(wide(make, 9000))
    assert run(["check", str(path), "--cross-read"]) in (0, 1)
    told = capsys.readouterr().out
    assert "wide.xlsx: warning XL307: the second reader was stopped at the file" in told
    assert "cells: 18000 " in told


def test_a_second_reader_that_takes_too_much_memory_breaks_off(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("resource", reason="there is no bound of memory")
    monkeypatch.setattr(process, "_MEMORY", 80 * 1024 * 1024)
    looks = "".join(
        f"<dxf><font><b/><sz val='{n % 50}'/></font></dxf>" for n in range(100_000)
    )
    styles = f"<fonts/><cellXfs><xf/></cellXfs><dxfs>{looks}</dxfs>"
    (finding,) = second_opinion(make.book(styles=styles), "vn.xlsx")
    assert finding.rule in (rules.SECOND_BROKE_OFF, rules.SECOND_STOPPED)
    assert finding.at.file == "vn.xlsx"


@pytest.mark.parametrize(
    ("code", "does"),
    [
        ("XL308", "import os\nos.abort()\n"),
        ("XL308", "class Panic(BaseException): pass\nraise Panic\n"),
        ("XL308", "raise MemoryError\n"),
        ("XL308", "print('no line of ours')\n"),
        ("XL308", "print('[1,2]')\nprint('{\"end\":\"yes\"}')\n"),
        ("XL308", ""),
        ("XL307", "import time\ntime.sleep(600)\n"),
        ("XL307", "while True: pass\n"),
        ("XL307", OUT_OF_TIME),
    ],
    ids=[
        *("abort", "panic", "memory", "nonsense", "torn", "silent", "sleep", "busy"),
        "out of time",
    ],
)
def test_however_the_second_reader_ends_the_first_reading_stands(
    code: str,
    does: str,
    make: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    script = tmp_path / "worker.py"
    script.write_text(does, encoding="utf-8")
    monkeypatch.setattr(process, "_WORKER", script)
    monkeypatch.setattr(process, "_SECONDS", 1)
    monkeypatch.setattr(process, "_PATIENCE", 2)
    path = tmp_path / "vn.xlsx"
    row = '<row r="1"><c r="A1"><v>1</v></c></row>'
    path.write_bytes(make.book(f"<sheetData>{row}</sheetData>"))
    (file,) = Session.start().read([path], cross_read=True).files
    assert [finding.code for finding in file.differences] == [code]
    assert file.failure is None
    assert file.submission is not None
    assert len(file.submission.ledger.entries) == 1
    assert run(["check", str(path), "--cross-read", "--lang", "vi"]) in (0, 1)
    assert f"vn.xlsx: cảnh báo {code}: " in capsys.readouterr().out


def test_a_second_reader_that_cannot_be_started_is_said(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "")
    (finding,) = second_opinion(make.book(), "vn.xlsx")
    assert finding.code == "XL309"
