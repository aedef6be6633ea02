"""Archives that are damaged, that lie, or that two programs would read differently."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from tests.hostile.hostile import Hostile, bytes_of
from tests.hostile.rawzip import Entry, archive, entry, packed
from tests.hostile.sound import READ, SHEET, WORKBOOK, parts, report, sheet

DAMAGED = "the file is damaged or incomplete"
OUTSIDE = "parts whose names point outside of it"
TWICE = "the same part twice"
LOCKED = "password"
ARCHIVE = "a zip archive without a workbook of its own"
NO_WORKBOOK = "send the Excel workbook"

Entries = list[Entry]


def files() -> Iterator[Hostile]:
    """Give the files of the family ``zip``."""
    yield from _cut()
    yield from _lying_entries()
    yield from _names()
    yield from _lying_directories()
    yield from _two_faced()


def _refused(
    name: str, danger: str, says: str, content: Callable[[], bytes]
) -> Hostile:
    said = ("ALM100", says)
    return Hostile(f"zip/{name}", danger, "report.xlsx", content, 3, said)


def _entries(change: Callable[[Entries], Entries]) -> Callable[[], bytes]:
    """Return what gives the report with its entries changed."""

    def make() -> bytes:
        return archive(change([entry(n, content) for n, content in parts().items()]))

    return make


def _of_sheet(**lies: object) -> Callable[[], bytes]:
    """Return what gives the report with lies about the entry of its sheet."""
    return _entries(
        lambda entries: [
            replace(e, **lies) if e.name == SHEET.encode() else e  # type: ignore[arg-type]
            for e in entries
        ]
    )


def _with(name: str | bytes, content: bytes = b"<x/>") -> Callable[[], bytes]:
    return _entries(lambda entries: [*entries, entry(name, content)])


def _beginning(eighths: int = 8, most: int | None = None) -> bytes:
    whole = report()
    return whole[: len(whole) * eighths // 8][:most]


def _cut() -> Iterator[Hostile]:
    for eighth in range(1, 8):
        yield _refused(
            f"cut-after-{eighth}-eighths",
            "the copying broke off",
            DAMAGED,
            partial(_beginning, eighths=eighth),
        )
    for bytes_left in (4, 30):
        yield _refused(
            f"cut-after-{bytes_left}-bytes",
            "hardly begun",
            DAMAGED,
            partial(_beginning, most=bytes_left),
        )
    yield _refused(
        "last-byte-missing", "the end is cut", DAMAGED, lambda: report()[:-1]
    )
    yield _refused("empty", "nothing at all", "empty (0 bytes)", bytes_of(b""))
    zeros = bytes_of(bytes(70_000))
    yield _refused("zeros", "a disk gave zeros", "not an Excel workbook", zeros)
    head = bytes_of(b"PK\3\4" + bytes(70_000))
    yield _refused("head-then-zeros", "only the head arrived", DAMAGED, head)


def _lying_entries() -> Iterator[Hostile]:
    lies: tuple[tuple[str, str, dict[str, object]], ...] = (
        ("wrong-checksum", "bytes changed on the way", {"crc": 1}),
        ("size-too-small", "more unpacks than is claimed", {"size": 10}),
        ("size-too-large", "less unpacks than is claimed", {"size": 99_999}),
        ("size-of-4-gibibytes", "a claim beyond the format", {"size": 2**32 - 2}),
        ("packed-size-too-small", "the stream is cut", {"packed_size": 10}),
        ("packed-size-too-large", "it takes in its neighbour", {"packed_size": 2_000}),
        ("packed-size-beyond-end", "it goes on past the file", {"packed_size": 2**30}),
        ("stored-but-deflated", "not packed as is claimed", {"method": 0}),
        ("method-bzip2", "a method that no workbook has", {"method": 12}),
        ("method-lzma", "a method that no workbook has", {"method": 14}),
        ("method-unknown", "a method that nobody knows", {"method": 4711}),
        ("begins-elsewhere", "its header is not where it is said", {"at": 11}),
        ("begins-beyond-end", "its header is not in the file", {"at": 2**31}),
        ("other-name-inside", "two names for one part", {"local_name": b"xl/x.xml"}),
    )
    for name, danger, told in lies:
        says = "(limit inflated_bytes)" if name == "size-of-4-gibibytes" else DAMAGED
        yield _refused(name, danger, says, _of_sheet(**told))
    for name, flags in (("locked", 0x801), ("strongly-locked", 0x841)):
        locked = _of_sheet(flags=flags)
        yield _refused(name, "a part is encrypted", LOCKED, locked)
    aes = _of_sheet(method=99, flags=0x801)
    yield _refused("locked-by-aes", "a part is encrypted in another way", LOCKED, aes)


def _names() -> Iterator[Hostile]:
    for name, danger, stored in (
        ("absolute", "it would be written to the root", "/etc/cron.d/x"),
        ("parent", "it would be written outside", "xl/../../../x.xml"),
        ("parent-backslash", "likewise on Windows", "..\\..\\x.exe"),
        ("drive", "it would be written to a drive", "C:/Windows/x.dll"),
        ("network", "it would be written to a server", "\\\\server\\share\\x"),
        ("nul", "its name ends early for some programs", b"xl/x.xml\0.png"),
        ("nameless", "no name at all", b""),
    ):
        yield _refused(f"name-{name}", danger, OUTSIDE, _with(stored))
    for name, stored in (
        ("same", WORKBOOK),
        ("other-case", "XL/Workbook.XML"),
        ("backslash", "xl\\workbook.xml"),
    ):
        danger = "two programs may read two workbooks"
        yield _refused(f"twice-{name}", danger, TWICE, _with(stored))


def _lying_directories() -> Iterator[Hostile]:
    def told(**lies: int | bytes) -> Callable[[], bytes]:
        whole = [entry(name, content) for name, content in parts().items()]
        return lambda: archive(whole, **lies)  # type: ignore[arg-type]  # of any kind

    for name, danger, lies in (
        ("directory-beyond-end", "it would be read past the file", 2**31),
        ("directory-at-start", "the parts would be its lines", 0),
    ):
        yield _refused(name, danger, DAMAGED, told(directory_at=lies))
    for name, size in (("too-long", 2**32 - 2), ("empty", 0), ("odd", 17)):
        danger = "its length is a lie"
        says = ARCHIVE if name == "empty" else DAMAGED
        lying = told(directory_size=size)
        yield _refused(f"directory-{name}", danger, says, lying)
    huge = struct.pack("<HHQQQ", 1, 24, 2**63 - 1, 2**63 - 1, 0)
    every = 2**32 - 1
    yield _refused(
        "zip64-sizes",
        "sizes beyond all disks",
        DAMAGED,
        _of_sheet(size=every, packed_size=every, extra=huge),
    )
    end = struct.pack("<4sQ2H2I4Q", b"PK\6\6", 44, 45, 45, 0, 0, *[2**62] * 4)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1)
    lost = told(zip64=end + locator, directory_at=every)
    yield _refused("zip64-end", "an end record of 2**62 entries", DAMAGED, lost)
    short = _of_sheet(size=every, extra=struct.pack("<HH", 1, 24))
    yield _refused("zip64-extra-cut", "an extra field that is cut", DAMAGED, short)


def _two_faced() -> Iterator[Hostile]:
    yield _refused(
        "within-archive",
        "the workbook is packed once more",
        ARCHIVE,
        lambda: packed({"report.xlsx": report()}),
    )

    def nested() -> bytes:
        inner = report()
        for level in range(60):
            inner = packed({f"level{level}.zip": inner})
        return inner

    yield _refused("nested-60-deep", "each archive holds another", ARCHIVE, nested)
    yield _refused("nothing-in-it", "an archive without entries", ARCHIVE, packed_none)
    for name, head, says in (
        ("pdf", b"%PDF-1.7\n", "a PDF under another name"),
        ("gif", b"GIF89a", "a picture under another name"),
        ("page", b"<html><body>", "a web page under another name"),
        ("program", b"MZ\x90\0", "not an Excel workbook"),
        ("rar", b"Rar!\x1a\x07", "a packed archive under another name"),
    ):
        danger = "one program reads this, another the workbook in it"
        two = _in_front(head)
        yield _refused(f"also-{name}", danger, says, two)
    yield _refused(
        "two-in-one",
        "one program reads the first workbook, another the second",
        DAMAGED,
        lambda: report() + report(sheet=sheet("<row/>")),
    )
    yield _refused(
        "second-end-in-comment",
        "the comment is an archive of its own",
        DAMAGED,
        lambda: archive(
            [entry(name, content) for name, content in parts().items()],
            after=packed({WORKBOOK: b"<x/>"}),
        ),
    )
    yield _refused("overlapping", "two parts share bytes", DAMAGED, _overlapping)
    other = entry("docProps/thumbnail.jpeg", packed({"x.zip": report()}))
    yield Hostile(
        "zip/archive-in-a-part",
        "a part is an archive, which is not to be opened",
        "report.xlsx",
        _entries(lambda entries: [*entries, other]),
        0,
        (READ,),
    )


def packed_none() -> bytes:
    """Return an archive without entries."""
    return packed({})


def _in_front(head: bytes) -> Callable[[], bytes]:
    whole = [entry(name, content) for name, content in parts().items()]
    return lambda: archive(whole, before=head)


def _overlapping() -> bytes:
    """Return an archive of which a part lies within the bytes of another."""
    whole = [entry(name, content) for name, content in parts().items()]
    start = len(archive(whole)) - 22 - sum(46 + len(each.name) for each in whole)
    inner = entry("xl/media/inner.bin", b"inner")
    # The outer part is not packed: its bytes are a whole entry, header included.
    body = archive([inner])[: 30 + len(inner.name) + len(inner.packed)]
    outer = entry("xl/media/outer.bin", body, packed=body, method=0)
    within = start + 30 + len(outer.name)
    hidden = replace(inner, at=within)
    return archive([*whole, outer, hidden])
