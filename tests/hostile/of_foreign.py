"""Workbooks of old and foreign formats: .xls, .xlsb and .ods, bent by hand."""

import random
import struct
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

from tests.hostile.hostile import Hostile, bytes_of
from tests.hostile.rawzip import packed
from tests.hostile.sound import link, links, report, text_table

_FILES = Path(__file__).parents[2] / "plugins" / "almwp-excel" / "tests" / "files"
PASSWORD = "the file has a password"
ALL_READ = "activities: 4; cells: 39"
"""Said of the sound workbook, which has errors of its own."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def files() -> Iterator[Hostile]:
    """Give the files of the families ``xls`` and ``xlsb``."""
    yield from _containers()
    yield from _records()
    yield from _binaries()


def _xls(
    name: str, danger: str, code: int, content: Callable[[], bytes], *says: str
) -> Hostile:
    said = ("ALM100", *says) if code == 3 else says
    return Hostile(f"xls/{name}", danger, "report.xls", content, code, said)


@cache
def _sound() -> bytes:
    return (_FILES / "report.xls").read_bytes()


def _beginning(quarters: int) -> bytes:
    return _sound()[: len(_sound()) * quarters // 4]


def _patched(at: int, put: bytes) -> Callable[[], bytes]:
    def make() -> bytes:
        whole = _sound()
        return whole[:at] + put + whole[at + len(put) :]

    return make


def _containers() -> Iterator[Hostile]:
    for quarter in (1, 2, 3):
        yield _xls(
            f"cut-after-{quarter}-quarters",
            "the copying broke off",
            3,
            partial(_beginning, quarter),
            "Excel",
        )
    noise = OLE + random.Random(8).randbytes(8_192)
    yield _xls("noise", "only the head is true", 3, bytes_of(noise), "old Office")
    yield _xls("head-alone", "only the head", 3, bytes_of(OLE), "old Office")
    locked = OLE + bytes(504) + "EncryptedPackage\0".encode("utf-16-le")
    yield _xls("locked", "it has a password", 3, bytes_of(locked), PASSWORD)
    letter = OLE + bytes(504) + "WordDocument\0".encode("utf-16-le")
    yield _xls("letter", "a Word document", 3, bytes_of(letter), "old Office document")
    yield _xls("chain-ring", "its chains have no end", 3, _ring, "Excel")
    lying = struct.pack("<II", 0, 2**32 - 1)
    ring = _patched(68, lying)
    yield _xls("table-ring", "its table has no end", 1, ring, ALL_READ)
    root = struct.pack("<I", 2**31)
    yield _xls("lost-folder", "no directory", 3, _patched(48, root), "Excel")
    shift = struct.pack("<H", 31)
    yield _xls("vast-sectors", "sectors of gigabytes", 3, _patched(30, shift), "Excel")
    shift = struct.pack("<H", 0)
    yield _xls("tiny-sectors", "sectors of one byte", 3, _patched(30, shift), "Excel")
    for name, danger, content, says in (
        ("text", "a table of text", bytes_of(text_table()), "plain text"),
        ("page", "a page", bytes_of("<html><table><tr><td>1"), "a web page"),
        ("oldest", "from 1988", bytes_of(b"\x09\x04\x06\0\0\0\x10\0"), "before 1995"),
        ("xml", "XML", bytes_of('<?xml version="1.0"?><Workbook/>'), "XML text"),
    ):
        yield _xls(f"is-{name}", f"{danger} under another name", 3, content, says)
    yield _xls("is-xlsx", "a workbook under another name", 0, report, "XL502")


def _ring() -> bytes:
    """Return the workbook with every sector following upon itself."""
    whole = bytearray(_sound())
    (table,) = struct.unpack_from("<I", whole, 76)
    start = (table + 1) * 512
    for number in range(128):
        struct.pack_into("<I", whole, start + 4 * number, number)
    return bytes(whole)


def _records() -> Iterator[Hostile]:
    yield _xls("password", "its records are locked", 3, _with_password, PASSWORD)
    yield _xls("far-cell", "a cell at the last place", 3, _far_cell, "(limit cells)")
    for name, danger, kind in (
        ("extent", "it claims every row there could be", 0x200),
        ("texts", "it claims four billion texts", 0xFC),
    ):
        yield _xls(f"lying-{name}", danger, 1, _lying_record(kind), ALL_READ)


def _with_password() -> bytes:
    """Return the workbook with its second record turned into that of a password."""
    whole = bytearray(_sound())
    at = whole.index(struct.pack("<HHH", 0x809, 16, 0x600)) + 20
    struct.pack_into("<H", whole, at, 0x2F)
    return bytes(whole)


def _record(kind: int, least: int) -> int:
    """Return where a record of a kind stands in the file."""
    whole = _sound()
    at = whole.index(struct.pack("<HHH", 0x809, 16, 0x600))
    while at < len(whole) - 4:
        found, length = struct.unpack_from("<HH", whole, at)
        if found == kind and length >= least:
            return at + 4
        at += 4 + length
    raise ValueError(f"no record {kind:x}")


def _far_cell() -> bytes:
    whole = bytearray(_sound())
    struct.pack_into("<HH", whole, _record(0xFD, 10), 65_535, 255)
    return bytes(whole)


def _lying_record(kind: int) -> Callable[[], bytes]:
    def make() -> bytes:
        whole = bytearray(_sound())
        struct.pack_into("<II", whole, _record(kind, 8), 2**32 - 1, 2**32 - 1)
        return bytes(whole)

    return make


def _binaries() -> Iterator[Hostile]:
    corners = [(0, 0, 1.0), (1_048_575, 16_383, 2.0)]
    for name, danger, code, content, says in (
        ("two-corners", "the reader ends the process", 3, _xlsb(*corners), "Excel"),
        ("sound", "nothing: it shows what is read", 1, _xlsb((0, 0, 1.0)), "XL501"),
        ("rows-back", "rows that go back", 1, _xlsb((5, 0, 1.0), (2, 0, 2.0)), "XL501"),
        ("long-text", "a text of gigabytes", 3, _xlsb(text=2**31), "Excel"),
        ("cut", "it breaks off", 3, _xlsb((0, 0, 1.0), most=40), "Excel"),
        ("noise", "no records", 3, _xlsb(noise=True), "Excel"),
    ):
        said = ("ALM100", says) if code == 3 else (says,)
        yield Hostile(f"xlsb/{name}", danger, "report.xlsb", content, code, said)


def _xlsb(
    *cells: tuple[int, int, float],
    text: int = 0,
    most: int | None = None,
    noise: bool = False,
) -> Callable[[], bytes]:
    """Return what gives a binary workbook of one sheet.

    Args:
        cells: Row and column from 0, and the number in it.
        text: How many letters the text in a further cell claims to have.
        most: How many bytes of the sheet are stored.
        noise: Whether the sheet is noise.
    """
    sheet = _part(129) + _part(148, struct.pack("<4I", 0, 9, 0, 9)) + _part(145)
    for row, column, value in cells:
        sheet += _part(0, struct.pack("<II", row, 0) + bytes(9))
        sheet += _part(5, struct.pack("<II", column, 0) + struct.pack("<d", value))
    if text:
        sheet += _part(0, bytes(17)) + _part(6, struct.pack("<3I", 0, 0, text))
    sheet += _part(146) + _part(130)
    if noise:
        sheet = random.Random(8).randbytes(4_096)
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Data")
    book = _part(131) + _part(143) + _part(156, bundle) + _part(144) + _part(132)
    parts = {
        "[Content_Types].xml": (
            b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            b'content-types"/>'
        ),
        "_rels/.rels": links(link(1, "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": book,
        "xl/_rels/workbook.bin.rels": links(
            link(1, "worksheet", "worksheets/sheet1.bin")
        ),
        "xl/worksheets/sheet1.bin": sheet[:most],
    }
    return lambda: packed(parts)


def _part(kind: int, content: bytes = b"") -> bytes:
    """Return a record: kind and length in groups of seven bits."""
    head = bytes([kind & 0x7F | 0x80, kind >> 7]) if kind > 127 else bytes([kind])
    length = len(content)
    return head + bytes([length & 0x7F | 0x80, length >> 7]) + content


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
