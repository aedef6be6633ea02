"""What is refused, and with which sentence."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from almwp_excel import refusals

from almwp.errors import UnreadableFileError

Refuse = Callable[..., str]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", refusals.EMPTY),
        (b"STT,Ten\n1,Dao tao nghe\n", refusals.TEXT),
        ("Số;Tên\n1;Đào tạo".encode(), refusals.TEXT),
        ("\ufeffSố\tTên".encode("utf-16-le"), refusals.TEXT),
        (b"<html><table><tr><td>1</td></tr></table></html>", refusals.WEB_PAGE),
        (b"\xef\xbb\xbf<!DOCTYPE html><p>", refusals.WEB_PAGE),
        (b'<?xml version="1.0"?><?mso-application?>', refusals.XML_TABLE),
        (b"%PDF-1.7 ...", refusals.PDF),
        (b"\x89PNG\r\n", refusals.PICTURE),
        (b"Rar!\x1a\x07", refusals.OTHER_ARCHIVE),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", refusals.OLDEST_EXCEL),
        (b"\x00\x01\x02\x03 not text", refusals.UNKNOWN),
        (b"PK\x03\x04", refusals.DAMAGED),
        (b"PK\x05\x06" + bytes(18), refusals.ARCHIVE),
    ],
)
def test_a_file_that_is_no_workbook_is_called_by_its_name(
    why_refused: Refuse, content: bytes, why: str
) -> None:
    assert why_refused(content) == why


@pytest.mark.parametrize(
    ("stream", "why"),
    [
        ("EncryptedPackage", refusals.PASSWORD),
        ("Workbook", refusals.OLD_EXCEL),
        ("WordDocument", refusals.OLD_OFFICE),
    ],
)
def test_old_and_locked_files_are_told_apart(
    why_refused: Refuse, stream: str, why: str
) -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    assert why_refused(head + f"{stream}\0".encode("utf-16-le")) == why


def test_a_workbook_cut_anywhere_is_refused(make: Any, why_refused: Refuse) -> None:
    whole = make.book()
    for end in range(4, len(whole), 7):
        assert why_refused(whole[:end]) == refusals.DAMAGED


def test_a_workbook_with_any_byte_changed_is_read_or_refused(
    make: Any, read: Any
) -> None:
    whole = make.book('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
    refused = 0
    for at in range(len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :]
        try:
            for sheet in read(changed).sheets:
                list(sheet.rows())
        except UnreadableFileError:
            refused += 1
    assert refused > len(whole) / 2


def test_other_packages_are_called_by_their_names(
    make: Any, why_refused: Refuse
) -> None:
    parts = make.parts()
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    slides = "http://schemas.openxmlformats.org/presentationml/2006/main"
    part = "xl/workbook.xml"
    assert why_refused(make.zip(parts | {part: f'<document xmlns="{word}"/>'})) == (
        refusals.WORD
    )
    assert why_refused(make.zip(parts | {part: f'<p xmlns="{slides}"/>'})) == (
        refusals.SLIDES
    )
    rels = str(parts["_rels/.rels"]).replace("workbook.xml", "workbook.bin")
    binary = parts | {"_rels/.rels": rels, "xl/workbook.bin": b"\x83\x01"}
    assert why_refused(make.zip(binary)) == refusals.BINARY
    assert why_refused(make.zip({"vn.xlsx": make.book()})) == refusals.ARCHIVE
    ods = {"mimetype": "application/vnd.oasis", "content.xml": "<x/>"}
    assert why_refused(make.zip(ods)) == refusals.OPEN_DOCUMENT
    assert why_refused(make.zip({"[Content_Types].xml": "<x/>"})) == refusals.DAMAGED


@pytest.mark.parametrize(
    "name", ["/xl/a.xml", "xl/../../a.xml", "..\\a.xml", "C:/a.xml", "\\a.xml"]
)
def test_names_that_point_outside_are_refused(
    make: Any, why_refused: Refuse, name: str
) -> None:
    assert why_refused(make.zip(make.parts() | {name: "x"})) == refusals.UNSAFE_NAMES


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    "name", ["xl/workbook.xml", "XL/Workbook.XML", "xl\\workbook.xml"]
)
def test_a_part_that_is_there_twice_is_refused(
    make: Any, why_refused: Refuse, name: str
) -> None:
    out = io.BytesIO(make.book())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, "<x/>")
    assert why_refused(out.getvalue()) == refusals.TWICE


def test_locked_entries_are_refused(make: Any, why_refused: Refuse) -> None:
    whole = bytearray(make.book())
    directory = whole.index(b"PK\x01\x02")
    whole[directory + 8] |= 1
    assert why_refused(bytes(whole)) == refusals.LOCKED


@pytest.mark.parametrize(
    "limits",
    [
        {"file_bytes": 100},
        {"inflated_bytes": 500},
        {"entry_bytes": 100},
        {"entries": 3},
        {"sheets": 0},
        {"cells": 2},
    ],
)
def test_each_limit_is_named_with_its_value(
    make: Any, why_refused: Refuse, limits: dict[str, int]
) -> None:
    row = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="0"/><c r="C1"/></row>'
    content = make.book(f"<sheetData>{row}</sheetData>")
    ((name, value),) = limits.items()
    why = why_refused(content, **limits)
    assert f"more than {value:,} " in why
    assert f"(limit {name})" in why


def test_cells_are_counted_over_all_sheets(read: Any, why_refused: Refuse) -> None:
    book = openpyxl.Workbook()
    for sheet in (book.active, book.create_sheet()):
        assert sheet is not None
        sheet.append([1, 2, 3])
    out = io.BytesIO()
    book.save(out)
    assert len(read(out.getvalue(), cells=6).sheets) == 2
    assert "(limit cells)" in why_refused(out.getvalue(), cells=5)


def test_a_part_that_unpacks_too_far_is_refused(make: Any, why_refused: Refuse) -> None:
    bomb = make.zip(make.parts() | {"xl/media/image1.png": bytes(4_000_000)})
    assert "(limit ratio)" in why_refused(bomb)


@pytest.mark.parametrize("checksum_of", [10, 3000])
def test_claimed_sizes_are_not_believed(
    make: Any, why_refused: Refuse, checksum_of: int
) -> None:
    whole = bytearray(make.zip(make.parts() | {"zz.bin": b"a" * 3000}))
    for sign, size_at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = whole.rindex(sign)
        struct.pack_into("<I", whole, at + size_at, 10)
        # zipfile believes the size if the checksum is that of the first ten bytes.
        struct.pack_into("<I", whole, at + size_at - 8, zlib.crc32(b"a" * checksum_of))
    assert why_refused(bytes(whole)) == refusals.DAMAGED
    assert "(limit entry_bytes)" in why_refused(bytes(whole), entry_bytes=2000)


def test_a_directory_of_a_million_lines_is_refused_unread(why_refused: Refuse) -> None:
    lines = b"PK\x01\x02" + bytes(42)
    directory = lines * 100_000
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(directory), 4, 0)
    assert "(limit entries)" in why_refused(b"PK\x03\x04" + directory + end)


def test_a_workbook_without_sheets_is_refused(make: Any, why_refused: Refuse) -> None:
    parts = make.parts() | {"xl/workbook.xml": f'<workbook xmlns="{make.main}"/>'}
    assert why_refused(make.zip(parts)) == refusals.NO_SHEETS


PARTS = [
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
]


@pytest.mark.parametrize("part", PARTS)
def test_a_document_type_is_refused_in_every_part(
    make: Any, why_refused: Refuse, part: str
) -> None:
    parts = make.parts(strings="", styles="")
    parts[part] = f"<!DOCTYPE x [<!ENTITY a 'b'>]>{parts[part]}"
    assert f"the part '{part}' of the file has a document type" in (
        why_refused(make.zip(parts))
    )


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"<x",
        b"<x></y>",
        b"\x00\xff",
        b"<?xml version='1.0' encoding='windows-1258'?><x/>",
    ],
    ids=repr,
)
def test_a_damaged_part_is_refused(
    make: Any, why_refused: Refuse, part: str, damaged: bytes
) -> None:
    parts = make.parts(strings="", styles="") | {part: damaged}
    assert why_refused(make.zip(parts)) == refusals.DAMAGED


@pytest.mark.parametrize(
    "overload",
    [
        "<a>" * 300 + "</a>" * 300,
        "".join(f"<n{n}/>" for n in range(40_000)),
        "".join(f'<a xmlns:p{n}="u"/>' for n in range(2000)),
        # One tag of three megabytes; digits, so that the ratio limit does not speak.
        f'<a b="{"".join(str(n) for n in range(500_000))}"/>',
    ],
    ids=["nesting", "names", "prefixes", "tag"],
)
@pytest.mark.parametrize("part", PARTS)
def test_what_would_overload_the_parser_is_refused(
    make: Any, why_refused: Refuse, overload: str, part: str
) -> None:
    parts = make.parts(strings="", styles="")
    text = str(parts[part])
    at = text.rindex("</")
    parts[part] = text[:at] + overload + text[at:]
    assert why_refused(make.zip(parts)) == refusals.OVERLOADED


def test_what_a_file_calls_its_parts_cannot_break_the_sentence(
    make: Any, why_refused: Refuse
) -> None:
    name = "xl/\x1b[31m\n" + "a" * 300
    why = why_refused(make.zip(make.parts() | {name: bytes(4_000_000)}))
    assert "xl/?[31m?aaa" in why
    assert len(why) < 300
