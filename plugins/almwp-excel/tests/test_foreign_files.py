"""Old and foreign workbooks: the same report as .xlsx, .xls and .ods reads alike.

The files were made once: report.xlsx with XlsxWriter, the others from it with
LibreOffice.
"""

import sys
from pathlib import Path

import almwp_excel
import pytest
from almwp_excel import refusals
from almwp_excel.foreign.entrance import let_in
from almwp_excel.foreign.reader import read
from almwp_excel.foreign.xls_looks import xls_looks
from almwp_excel.reader import read as read_xlsx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Book, Cell, CellKind, Strike, Visibility
from almwp.intake.limits import Limits
from almwp.testing.conformance.readers import check_reader
from almwp.workflow.session import Session

FILES = Path(__file__).with_name("files")
XLS, ODS = FILES / "report.xls", FILES / "report.ods"
BOTH = pytest.mark.parametrize("path", [XLS, ODS], ids=["xls", "ods"])


def book_of(path: Path) -> Book:
    return read(path.read_bytes(), path.name, Limits())


def cells_of(book: Book) -> dict[str, Cell]:
    return {cell.ref: cell for row in book.sheets[0].rows() for cell in row}


@BOTH
def test_keeps_reader_promises(path: Path) -> None:
    (reader,) = (r for r in almwp_excel.almwp_readers() if r.name == "calamine")
    check_reader(reader, path.read_bytes(), path.name.upper(), cells=None)


@BOTH
def test_the_same_report_gives_the_same_activities_and_findings(path: Path) -> None:
    session = Session.start()
    read = session.read([FILES / "report.xlsx", path])
    assert not read.failures
    first, second = read.submissions
    assert len(first.activities) == 4
    for one, other in zip(first.activities, second.activities, strict=True):
        assert (one.title, one.leads, one.number) == (
            other.title,
            other.leads,
            other.number,
        )
        for was, now in zip(one.observations, other.observations, strict=True):
            assert (was.status, was.percent, was.as_of) == (
                now.status,
                now.percent,
                now.as_of,
            )
    assert first.ledger.by_fate == second.ledger.by_fate
    ours = {(f.code, f.at.sheet, f.at.cell) for f in first.findings}
    theirs = {(f.code, f.at.sheet, f.at.cell) for f in second.findings}
    assert ours - theirs == {("XL105", None, None)}
    assert {code for code, *_ in theirs - ours} <= {"XL503", "XL504"}
    assert len(theirs - ours) == 1


@BOTH
def test_every_cell_has_the_address_and_look_of_its_twin(path: Path) -> None:
    content = (FILES / "report.xlsx").read_bytes()
    twin = cells_of(read_xlsx(content, "report.xlsx", Limits()))
    found = cells_of(book_of(path))
    assert found.keys() == twin.keys()
    for ref, cell in found.items():
        assert cell.hidden == twin[ref].hidden
        assert cell.strike == twin[ref].strike
        assert (cell.formula is None) == (twin[ref].formula is None)
        if cell.kind is not CellKind.DATE:
            assert (cell.kind, cell.text) == (twin[ref].kind, twin[ref].text)


@BOTH
def test_what_calamine_does_not_give_is_seen_all_the_same(path: Path) -> None:
    book = book_of(path)
    cells = cells_of(book)
    assert (cells["E6"].text, cells["E6"].number_format) == ("0.75", "0%")
    assert (cells["G7"].kind, cells["G7"].text) == (CellKind.ERROR, "#DIV/0!")
    assert cells["B9"].strike is Strike.WHOLE
    assert cells["G6"].hidden
    assert cells["A8"].hidden
    assert not cells["A6"].hidden
    assert [merge.ref for merge in book.sheets[0].merges] == ["A4:G4"]
    shown = [sheet.visibility for sheet in book.sheets]
    assert shown == [Visibility.VISIBLE, Visibility.HIDDEN]


def test_what_is_lost_is_said_once() -> None:
    assert [finding.code for finding in book_of(XLS).findings] == ["XL503"]
    assert [finding.code for finding in book_of(ODS).findings] == ["XL504"]


def test_dates_of_the_1904_system_are_the_same_days() -> None:
    book = book_of(FILES / "report-1904.xls")
    assert book.starts_1904
    cells = cells_of(book)
    assert [cells[ref].text for ref in ("F6", "F7", "F8")] == [
        "2024-06-30",
        "2024-06-01",
        "2023-12-31",
    ]


def test_a_file_is_read_by_what_it_is_and_not_by_its_name() -> None:
    assert cells_of(read(ODS.read_bytes(), "vn.xls", Limits())) == cells_of(
        book_of(ODS)
    )
    content = (FILES / "report.xlsx").read_bytes()
    book = read(content, "vn.xls", Limits())
    assert cells_of(book) == cells_of(read_xlsx(content, "vn.xls", Limits()))
    assert book.findings[0].code == "XL502"


def why(content: bytes, **limits: int) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        read(content, "vn.xls", Limits(**limits))
    assert caught.value.path == "vn.xls"
    assert caught.value.why
    return caught.value.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", refusals.EMPTY),
        (b"a;b\n1;2\n", refusals.TEXT),
        (b"<html><table>", refusals.WEB_PAGE),
        (b'<?xml version="1.0"?><Workbook/>', refusals.XML_TABLE),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", refusals.OLDEST_EXCEL),
        (b"PK\x03\x04", refusals.DAMAGED),
        (XLS.read_bytes()[:1024] + b"W\0o\0r\0k\0b\0o\0o\0k\0\0\0", refusals.DAMAGED),
        (
            XLS.read_bytes()[:1024] + "EncryptedPackage".encode("utf-16-le"),
            refusals.PASSWORD,
        ),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_is_no_such_workbook_is_refused(content: bytes, reason: str) -> None:
    assert why(content) == reason


def test_an_old_workbook_whose_sheets_share_their_bytes_is_read_without_looks() -> None:
    content = bytearray(XLS.read_bytes())
    sheets = [at for at in range(len(content)) if content[at : at + 2] == b"\x85\x00"]
    first, second = sheets[:2]
    content[second + 4 : second + 8] = content[first + 4 : first + 8]
    assert xls_looks(XLS.read_bytes()) is not None
    assert xls_looks(bytes(content)) is None
    book = read(bytes(content), "vn.xls", Limits())
    assert [finding.code for finding in book.findings] == ["XL501"]


def test_an_old_workbook_with_a_password_is_refused() -> None:
    content = XLS.read_bytes()
    # The second record of the workbook becomes one that says: encrypted.
    first = content.index(b"\x09\x08\x10\x00")
    record = first + 20
    locked = content[:record] + b"\x2f\x00" + content[record + 2 :]
    assert why(locked) == refusals.PASSWORD


@pytest.mark.parametrize("path", [XLS, ODS])
def test_limits_hold(path: Path) -> None:
    content = path.read_bytes()
    assert why(content, cells=20) == refusals.TOO_MANY_CELLS
    assert why(content, sheets=1) == refusals.TOO_MANY_SHEETS
    assert why(content, file_bytes=1000) == refusals.TOO_LONG
    assert why(content, entry_bytes=500) == refusals.PART_TOO_LARGE


@pytest.mark.parametrize("path", [XLS, ODS])
def test_too_many_cells_are_refused_before_another_reader_sees_them(path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        let_in(path.read_bytes(), path.name, Limits(cells=20))
    assert caught.value.reason == refusals.TOO_MANY_CELLS


def test_without_calamine_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    assert why(XLS.read_bytes()) == refusals.NOT_INSTALLED


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    path=st.sampled_from([XLS, ODS]),
    changes=st.lists(
        st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=4)),
        min_size=1,
        max_size=6,
    ),
    end=st.floats(0.2, 1),
)
def test_any_damage_gives_a_book_or_a_sentence(
    path: Path, changes: list[tuple[float, bytes]], end: float
) -> None:
    content = bytearray(path.read_bytes())
    for at, new in changes:
        start = int(at * (len(content) - len(new)))
        content[start : start + len(new)] = new
    if end < 0.6:
        del content[int(end * len(content)) :]
    try:
        book = read(bytes(content), path.name, Limits())
    except UnreadableFileError as error:
        said = error.why
    else:
        said = "read"
        assert all(row for sheet in book.sheets for row in sheet.rows())
    assert said
