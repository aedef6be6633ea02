"""The process apart: however it ends, the caller gets lines or a sentence."""

import struct
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from almwp_excel import refusals
from almwp_excel.foreign import process
from almwp_excel.foreign.process import Allowance, GivenUpError, lines_from_worker
from almwp_excel.foreign.reader import read

from almwp.errors import UnreadableFileError
from almwp.intake.limits import MEBIBYTE, Limits
from almwp.workflow.session import Session

XLS = Path(__file__).with_name("files") / "report.xls"
ALLOWANCE = Allowance.of(0)


def why(content: bytes, allowance: Allowance = ALLOWANCE) -> str:
    with pytest.raises(GivenUpError) as caught:
        lines_from_worker(content, Limits(), allowance)
    assert caught.value.why.format_map(caught.value.facts)
    return caught.value.why


def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Run other code in the process apart: what calamine might do to it."""
    path = tmp_path / "worker.py"
    path.write_text(code, encoding="utf-8")
    monkeypatch.setattr(process, "_WORKER", path)


def test_a_process_that_overruns_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, monkeypatch, "import time\ntime.sleep(600)\n")
    assert why(b"", Allowance(seconds=1, memory=0)) == refusals.OVERRAN


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
    assert why(b"x" * MEBIBYTE) == refusals.BROKE_OFF


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
    assert why(b"") == refusals.NO_PROCESS


def test_what_lies_where_the_user_stands_is_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "datetime", "python_calamine"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(1)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    lines = lines_from_worker(XLS.read_bytes(), Limits(), ALLOWANCE)
    assert lines[-1] == b'{"end": "yes"}'


def test_large_files_have_more_time_and_memory() -> None:
    small, large = Allowance.of(1000), Allowance.of(20 * MEBIBYTE)
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


def record(kind: int, data: bytes = b"") -> bytes:
    """Return a record of a binary workbook: kind and length in groups of seven bits."""
    head = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 127 else bytes([kind])
    length = len(data)
    return head + bytes([length & 0x7F | 0x80, length >> 7]) + data


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(*cells: tuple[int, int, str | float]) -> bytes:
    """Return a binary workbook of one sheet with cells by row and column from 0."""
    sheet = record(129) + record(148, struct.pack("<4I", 0, 9, 0, 9)) + record(145)
    for row, column, value in cells:
        sheet += record(0, struct.pack("<II", row, 0) + bytes(9))
        start = struct.pack("<II", column, 0)
        if isinstance(value, str):
            sheet += record(6, start + wide(value))
        else:
            sheet += record(5, start + struct.pack("<d", value))
    sheet += record(146) + record(130)
    sheets = record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Hoạt động"))
    workbook = record(131) + record(143) + sheets + record(144) + record(132)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = (
        f'<Relationships xmlns="{space}"><Relationship Id="rId1" '
        f'Type="{office}/{{}}" Target="{{}}"/></Relationships>'
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels", links.format("officeDocument", "xl/workbook.bin")
        )
        archive.writestr("xl/workbook.bin", workbook)
        archive.writestr(
            "xl/_rels/workbook.bin.rels", links.format("worksheet", "worksheets/s.bin")
        )
        archive.writestr("xl/worksheets/s.bin", sheet)
    return out.getvalue()


def test_a_binary_workbook_is_read_and_what_is_lost_is_said() -> None:
    book = read(xlsb((1, 1, "Đào tạo"), (2, 3, 0.75)), "vn.xlsb", Limits())
    (sheet,) = book.sheets
    cells = [(cell.ref, cell.text) for row in sheet.rows() for cell in row]
    assert sheet.name == "Hoạt động"
    assert cells == [("B2", "Đào tạo"), ("D3", "0.75")]
    (finding,) = book.findings
    assert finding.code == "XL501"
    assert ".xlsb" in finding.message()


def test_a_workbook_of_two_cells_far_apart_fills_no_memory() -> None:
    content = xlsb((0, 0, "first"), (1_048_575, 16_383, "last"))
    with pytest.raises(UnreadableFileError) as caught:
        read(content, "vn.xlsb", Limits())
    assert caught.value.reason in (refusals.TOO_MANY_CELLS, refusals.BROKE_OFF)
