"""The package written again: what was not changed keeps its packed bytes and place."""

import io
import struct
import zipfile
import zlib

from attrs import frozen

from almwp_excel.annotate.parts import Parts
from almwp_excel.package import part_key

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIPTOR = 0x8  # sizes follow the bytes; here they always stand before them
_UTF8_NAME = 0x800
_EPOCH = zipfile.ZipInfo("x").date_time


@frozen(kw_only=True)
class _Packed:
    """The bytes of an entry as they are stored."""

    data: bytes
    method: int
    crc: int
    size: int


def pack(parts: Parts) -> bytes:
    """Return the archive: old entries in their order, then those that were added."""
    package = parts.package
    out = io.BytesIO()
    directory: list[bytes] = []
    with zipfile.ZipFile(io.BytesIO(package.content)) as archive:
        lines, comment = archive.infolist(), archive.comment
    for line in lines:
        key = part_key(line.orig_filename)
        entry = package.entries.get(key)
        if entry is None:  # a folder
            nothing = _Packed(data=b"", method=zipfile.ZIP_STORED, crc=0, size=0)
            _write(out, directory, line, nothing)
        elif parts.has(key):
            new = parts.changed(key)
            kept = _Packed(
                data=package.content[entry.start : entry.start + entry.packed],
                method=line.compress_type,
                crc=entry.crc,
                size=entry.size,
            )
            _write(out, directory, line, kept if new is None else _packed(new))
    for name in parts.added.values():
        line = zipfile.ZipInfo(name, _EPOCH)
        line.create_system = 0  # the same bytes on every system
        line.flag_bits = 0 if name.isascii() else _UTF8_NAME
        new = parts.changed(part_key(name)) or b""
        _write(out, directory, line, _packed(new))
    start = out.tell()
    for part in directory:
        out.write(part)
    count, length = len(directory), out.tell() - start
    end = (b"PK\x05\x06", 0, 0, count, count, length, start, len(comment))
    out.write(_END.pack(*end) + comment)
    return out.getvalue()


def _packed(content: bytes) -> _Packed:
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Packed(
        data=packer.compress(content) + packer.flush(),
        method=zipfile.ZIP_DEFLATED,
        crc=zlib.crc32(content),
        size=len(content),
    )


def _write(
    out: io.BytesIO, directory: list[bytes], line: zipfile.ZipInfo, packed: _Packed
) -> None:
    year, month, day, hour, minute, second = line.date_time
    date = (year - 1980) << 9 | month << 5 | day
    time = hour << 11 | minute << 5 | second // 2
    flags = line.flag_bits & ~_DESCRIPTOR
    name = line.orig_filename.encode("utf-8" if flags & _UTF8_NAME else "cp437")
    about = (
        flags, packed.method, time, date, packed.crc, len(packed.data), packed.size,
    )  # fmt: skip
    at = out.tell()
    out.write(_LOCAL.pack(b"PK\x03\x04", 20, *about, len(name), 0) + name)
    out.write(packed.data)
    made_by = line.create_system << 8 | line.create_version
    central = (
        *(b"PK\x01\x02", made_by, 20, *about, len(name), 0, len(line.comment)),
        *(0, line.internal_attr, line.external_attr, at),
    )
    directory.append(_CENTRAL.pack(*central) + name + line.comment)
