"""Write zip archives byte by byte, with whatever each header is to claim."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_DAY = 0x5C21  # 2026-01-01
_UTF8 = 0x800


@dataclass(frozen=True)
class Entry:
    """An entry, and the lies that are told about it.

    Attributes:
        name: Its name, in bytes to be free of every rule.
        packed: Its bytes as they stand in the file.
        method: How they are packed: 0 not at all, 8 deflated.
        crc: The checksum that is claimed.
        size: The size unpacked that is claimed.
        packed_size: The size packed that is claimed; the true one when None.
        flags: The flags of the entry.
        local_name: The name in the header before the bytes; the same when None.
        at: Where the directory says that it begins; where it does when None.
        extra: The extra field, in the directory.
    """

    name: bytes
    packed: bytes
    method: int
    crc: int
    size: int
    packed_size: int | None = None
    flags: int = _UTF8
    local_name: bytes | None = None
    at: int | None = None
    extra: bytes = b""

    @property
    def claimed(self) -> int:
        """The size packed that is claimed."""
        return len(self.packed) if self.packed_size is None else self.packed_size


def entry(name: str | bytes, content: bytes, **lies: object) -> Entry:
    """Return a deflated entry of *content*, true but for what *lies* say."""
    told = {
        "name": name.encode() if isinstance(name, str) else name,
        "packed": deflated(content),
        "method": 8,
        "crc": zlib.crc32(content),
        "size": len(content),
    }
    return Entry(**{**told, **lies})  # type: ignore[arg-type]  # lies of any kind


def deflated(content: bytes) -> bytes:
    """Return *content* as a raw stream."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


@cache
def zeros(mebibytes: int) -> tuple[bytes, int]:
    """Return so many zeros, deflated, and their checksum; a thousand times smaller."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    piece, crc, made = bytes(1024 * 1024), 0, []
    for _ in range(mebibytes):
        crc = zlib.crc32(piece, crc)
        made.append(packer.compress(piece))
    return b"".join([*made, packer.flush()]), crc


def archive(
    entries: Iterable[Entry],
    *,
    before: bytes = b"",
    after: bytes = b"",
    count: int | None = None,
    directory_size: int | None = None,
    directory_at: int | None = None,
    zip64: bytes = b"",
) -> bytes:
    """Return the archive of *entries*.

    Args:
        entries: What it holds.
        before: Bytes before the first entry, which offsets count.
        after: The archive's comment.
        count: How many entries the end record claims.
        directory_size: How many bytes of directory it claims.
        directory_at: Where it claims that the directory begins.
        zip64: Records between the directory and the end record.
    """
    out, lines = bytearray(before), []
    for each in entries:
        name = each.name if each.local_name is None else each.local_name
        at = len(out) if each.at is None else each.at
        sizes = (each.crc, each.claimed, each.size)
        out += _LOCAL.pack(
            b"PK\3\4", 20, each.flags, each.method, 0, _DAY, *sizes, len(name), 0
        )
        out += name + each.packed
        lines.append(
            _CENTRAL.pack(
                *(b"PK\1\2", 20, 20, each.flags, each.method, 0, _DAY, *sizes),
                *(len(each.name), len(each.extra), 0, 0, 0, 0, at),
            )
            + each.name
            + each.extra
        )
    directory = b"".join(lines)
    number = len(lines) if count is None else count
    size = len(directory) if directory_size is None else directory_size
    start = len(out) if directory_at is None else directory_at
    end = _END.pack(b"PK\5\6", 0, 0, number, number, size, start, len(after))
    return bytes(out) + directory + zip64 + end + after


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a sound archive of *parts*."""
    return archive(entry(name, content) for name, content in parts.items())
