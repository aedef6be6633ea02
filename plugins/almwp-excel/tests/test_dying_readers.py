"""Foreign files on which their reader panics or aborts: each is a sentence.

calamine panics and aborts on these as long as it does; should it mend that, the files
are refused all the same, or read.
"""

import struct
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from almwp_excel import refusals
from almwp_excel.foreign.reader import read

from almwp.cli.main import run
from almwp.errors import UnreadableFileError
from almwp.intake.limits import Limits
from almwp.workflow.session import Session

FILES = Path(__file__).with_name("files")
XLS = (FILES / "report.xls").read_bytes()
SHEET_AT = XLS.index(b"\x85\x00", 0x600) + 4
"""Where the .xls says at which byte its first sheet begins."""
EXTENT_AT = XLS.index(b"\x00\x02\x0e\x00", 0x600) + 4
"""Where it says how far its first sheet reaches."""


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_LINKS = (
    f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="{{}}" '
    f'Type="{_OFFICE}/{{}}" Target="{{}}"/></Relationships>'
)


def record(kind: int, data: bytes = b"") -> bytes:
    """Return a record: kind and length in groups of seven bits."""
    head = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 127 else bytes([kind])
    length = len(data)
    groups = [length >> 7 * place & 0x7F | 0x80 for place in range(3)]
    return head + bytes([*groups, length >> 21]) + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(*cells: tuple[int, int, str | float], link: str = "rId1") -> bytes:
    """Return a binary workbook.

    Args:
        cells: Row and column from 0, and value.
        link: Id of the link to the sheet; the workbook itself calls it ``rId1``.
    """
    sheet = record(129) + record(148, struct.pack("<4I", 0, 9, 0, 9)) + record(145)
    for row, column, value in cells:
        sheet += record(0, struct.pack("<II", row, 0) + bytes(9))
        start = struct.pack("<II", column, 0)
        if isinstance(value, str):
            sheet += record(6, start + _wide(value))
        else:
            sheet += record(5, start + struct.pack("<d", value))
    sheet += record(146) + record(130)
    sheets = record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Hoạt động"))
    workbook = record(131) + record(143) + sheets + record(144) + record(132)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels", _LINKS.format("rId1", "officeDocument", "xl/workbook.bin")
        )
        archive.writestr("xl/workbook.bin", workbook)
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            _LINKS.format(link, "worksheet", "worksheets/s.bin"),
        )
        archive.writestr("xl/worksheets/s.bin", sheet)
    return out.getvalue()


def with_extent(top: int, bottom: int, left: int, right: int) -> bytes:
    content = bytearray(XLS)
    struct.pack_into("<IIHH", content, EXTENT_AT, top, bottom, left, right)
    return bytes(content)


def beyond_its_end() -> bytes:
    content = bytearray(XLS)
    struct.pack_into("<I", content, SHEET_AT, 0x7F000000)
    return bytes(content)


PANICS = {"link.xlsb": xlsb((0, 0, "x"), link="rId9"), "place.xls": beyond_its_end()}
ABORTS = {
    "tall.xls": with_extent(0, 0x0100000A, 0, 7),
    "upside-down.xls": with_extent(0xFF0000, 10, 0, 7),
    "far.xlsb": xlsb((0, 0, "first"), (1_048_575, 16_383, "last")),
}


@pytest.mark.parametrize("name", [*PANICS, *ABORTS])
def test_a_file_that_kills_its_reader_is_refused_and_the_others_are_read(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes({**PANICS, **ABORTS}[name])
    (tmp_path / "good.xlsx").write_bytes((FILES / "report.xlsx").read_bytes())
    assert run(["check", str(tmp_path)]) == 3
    told = capsys.readouterr()
    assert f"{name}: error ALM100: the file could not be read" in told.out
    assert "good.xlsx: activities: " in told.out
    plan = tmp_path / "plan.json"
    assert run(["merge", str(tmp_path), "-o", str(plan)]) == 3
    told = capsys.readouterr()
    assert f"{name}: " in told.err
    assert "Traceback" not in told.err
    (saved,) = Session.start().read([plan]).submissions
    assert saved.file == "good.xlsx"


@pytest.mark.parametrize("name", PANICS)
def test_a_reader_that_panics_is_a_refusal(name: str) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(PANICS[name], name, Limits())
    assert caught.value.reason in (refusals.BROKE_OFF, refusals.DAMAGED)
    assert caught.value.path == name


def test_sheets_that_claim_what_cannot_be_never_reach_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    for name, why in (
        ("tall.xls", refusals.DAMAGED),
        ("upside-down.xls", refusals.DAMAGED),
        ("far.xlsb", refusals.TOO_MANY_CELLS),
    ):
        with pytest.raises(UnreadableFileError) as caught:
            read(ABORTS[name], name, Limits())
        assert caught.value.reason == why


def test_a_sheet_may_claim_all_that_an_old_sheet_can_have() -> None:
    book = read(with_extent(0, 65_536, 0, 256), "vn.xls", Limits())
    assert sum(len(row) for row in book.sheets[0].rows()) > 10


def test_the_extent_of_binary_sheets_is_that_of_their_cells() -> None:
    cells = ((10, 5, "a"), (19, 5, 1.5), (29, 9, "b" * 40_000))
    assert read(xlsb(*cells), "vn.xlsb", Limits(cells=100)).sheets
    with pytest.raises(UnreadableFileError) as caught:
        read(xlsb(*cells), "vn.xlsb", Limits(cells=99))
    assert caught.value.reason == refusals.TOO_MANY_CELLS


def test_limits_are_kept_in_foreign_files() -> None:
    with pytest.raises(UnreadableFileError) as caught:
        read(XLS, "vn.xls", Limits(merges=0))
    assert caught.value.reason == refusals.TOO_MANY_MERGES
    ods = (FILES / "report.ods").read_bytes()
    with pytest.raises(UnreadableFileError) as caught:
        read(ods, "vn.ods", Limits(merges=0))
    assert caught.value.reason == refusals.TOO_MANY_MERGES


def test_a_binary_workbook_is_read_and_what_is_lost_is_said() -> None:
    book = read(xlsb((1, 1, "Đào tạo"), (2, 3, 0.75)), "vn.xlsb", Limits())
    (sheet,) = book.sheets
    cells = [(cell.ref, cell.text) for row in sheet.rows() for cell in row]
    assert sheet.name == "Hoạt động"
    assert cells == [("B2", "Đào tạo"), ("D3", "0.75")]
    (finding,) = book.findings
    assert finding.code == "XL501"
    assert ".xlsb" in finding.message()


def test_macros_and_embedded_files_of_binary_workbooks_are_said() -> None:
    out = BytesIO(xlsb((1, 1, "x")))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/embeddings/oleObject1.bin", b"x")
    codes = [each.code for each in read(out.getvalue(), "vn.xlsb", Limits()).findings]
    assert codes == ["XL501", "XL107"]
