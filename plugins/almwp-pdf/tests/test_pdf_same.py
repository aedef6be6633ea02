"""Same report, same bytes, wherever it is made; nothing of the machine in the file."""

import getpass
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from almwp_pdf.document import render
from pypdf.generic import StreamObject

from almwp.model.report import Report
from almwp.testing.samples import sample_reports

Read = Callable[[bytes], Any]

MAKE = """
from hashlib import sha256
from almwp_pdf.document import render
from almwp.testing.samples import sample_reports
for report in sample_reports():
    print(sha256(render(report)).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_elsewhere_makes_the_same_bytes(
    seed: str, tmp_path: Path
) -> None:
    home = tmp_path / "Nhà của tôi"
    home.mkdir()
    elsewhere = {
        "PYTHONHASHSEED": seed,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "TMPDIR": str(home),
        "TZ": "Asia/Ho_Chi_Minh",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "1",
        "TYPST_FONT_PATHS": str(home),
    }
    done = subprocess.run(
        [sys.executable, "-c", MAKE],
        env=os.environ | elsewhere,
        cwd=home,
        check=True,
        capture_output=True,
        text=True,
    )
    here = [sha256(render(report)).hexdigest() for report in sample_reports()]
    assert done.stdout.split() == here


def everything(paper: Any) -> bytes:
    """Return the bytes of a file with all its streams unpacked."""
    parts = [paper.content]
    for number in range(1, int(paper.reader.trailer["/Size"])):
        found = paper.reader.get_object(number)
        if isinstance(found, StreamObject):
            parts.append(found.get_data())
        else:
            parts.append(str(found).encode("utf-8", "replace"))
    return b"\n".join(parts)


@pytest.mark.parametrize("report", sample_reports(), ids=lambda report: report.title)
def test_a_file_tells_nothing_of_who_made_it_when_and_where(
    report: Report, read_back: Read
) -> None:
    paper = read_back(render(report))
    assert set(paper.reader.metadata) == {"/Title", "/Creator"}
    assert re.fullmatch(r"Typst [\d.]+", paper.reader.metadata["/Creator"])
    held = everything(paper)
    assert not re.search(rb"CreationDate|ModDate|CreateDate|ModifyDate", held)
    names = {str(Path.cwd()), str(Path.home()), tempfile.gettempdir(), sys.prefix}
    names |= {
        name for name in (getpass.getuser(), socket.gethostname()) if len(name) > 5
    }
    for name in names - {"/"}:
        assert name.encode() not in held, name


def test_no_file_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for report in sample_reports():
        render(report)
    assert list(tmp_path.iterdir()) == []
