"""The zip package of a workbook in memory: its parts, found by name and inflated."""

import zlib
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from almwp.errors import UnreadableFileError

_TAKE = 16_384
_GIVE = 65_536


@frozen(kw_only=True)
class Entry:
    """One entry of the archive.

    Attributes:
        name: Its name as stored.
        header: Where its header begins in the file.
        start: Where its bytes begin in the file.
        packed: How many bytes it has there.
        size: How many bytes it claims to have unpacked.
        crc: The checksum it claims.
        deflated: Whether it is packed at all.
    """

    name: str
    header: int
    start: int
    packed: int
    size: int
    crc: int
    deflated: bool


def part_key(name: str) -> str:
    """Return the name under which a part is known: case does not count in it."""
    return name.replace("\\", "/").removeprefix("/").lower()


def inflate(content: bytes, entry: Entry) -> Iterator[bytes]:
    """Unpack an entry piece by piece, whatever size it claims to have.

    Raises:
        zlib.error: Its bytes are damaged, or end too early.
    """
    packed = memoryview(content)[entry.start : entry.start + entry.packed]
    if not entry.deflated:
        for at in range(0, len(packed), _GIVE):
            yield bytes(packed[at : at + _GIVE])
        return
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    for at in range(0, len(packed), _TAKE):
        piece = unpacker.decompress(packed[at : at + _TAKE], _GIVE)
        while piece:
            yield piece
            piece = unpacker.decompress(unpacker.unconsumed_tail, _GIVE)
    if not unpacker.eof or unpacker.unused_data:
        raise zlib.error("the stream does not end where the entry ends")


@frozen(kw_only=True)
class Package:
    """A package that passed the pre-flight.

    Attributes:
        name: The file's name.
        content: The file's bytes.
        entries: Its entries by :func:`part_key`.
    """

    name: str
    content: bytes = field(repr=False)
    entries: Mapping[str, Entry]

    def find(self, name: str) -> str | None:
        """Return the key of a part, or None if the package does not hold it."""
        key = part_key(name)
        return key if key in self.entries else None

    def chunks(self, part: str) -> Iterator[bytes]:
        """Return the bytes of a part, piece by piece."""
        return inflate(self.content, self.entries[part])

    def refusal(self, why: str, **facts: object) -> UnreadableFileError:
        """Return the error with which this file is refused."""
        return UnreadableFileError(self.name, why, **facts)
