"""The pre-flight: refuse what no reader should open, before any part is parsed."""

import io
import struct
import sys
import zipfile
import zlib
from itertools import pairwise
from typing import Final

import attrs

from almwp.errors import UnreadableFileError
from almwp.intake.limits import MEBIBYTE, Limits
from almwp_excel import refusals
from almwp_excel.declarations import DeclarationWatch, odd_encoding
from almwp_excel.package import Entry, Package, inflate, part_key
from almwp_excel.signature import is_zip, why_not_zip

_LOCAL_HEADER = struct.Struct("<4s22sHH")
_DIRECTORY_END = b"PK\x05\x06"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_END_SEARCH = 66_000  # the end record with the longest comment it may have
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UTF8_NAME = 0x800
_LONG_DIRECTORY = b"PK\x06\x07"
"""What stands before the end record where the directory is described elsewhere."""

ALREADY_READ: Final = Limits(
    **{each.name: sys.maxsize for each in attrs.fields(Limits)}
)
"""For bytes that were read before, under the limits of whoever had them read."""


class _RefusedError(Exception):
    """A reason to refuse the file."""

    def __init__(self, why: str, limit: int | None = None, **facts: str) -> None:
        super().__init__(why)
        self.why = why
        self.facts = facts if limit is None else {"limit": f"{limit:,}", **facts}


def open_package(content: bytes, name: str, limits: Limits) -> Package:
    """Check a file from its first byte to its last and return its parts.

    Every entry is unpacked once and counted, so that no claimed size is believed.

    Raises:
        UnreadableFileError: It is not a sound package, or passes a limit.
    """
    try:
        _check_whole(content, limits)
        entries = _entries(content)
        _check_names([entry.name for entry in entries])
        _check_places(entries)
        _check_sizes(content, entries, limits)
    except _RefusedError as refused:
        raise UnreadableFileError(name, refused.why, **refused.facts) from None
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError):
        raise UnreadableFileError(name, refusals.DAMAGED) from None
    except (ValueError, NotImplementedError, OverflowError):
        # zipfile raises these on names, versions and offsets that cannot be.
        raise UnreadableFileError(name, refusals.DAMAGED) from None
    parts = {part_key(entry.name): entry for entry in entries}
    return Package(name=name, content=content, entries=parts)


def _check_whole(content: bytes, limits: Limits) -> None:
    if len(content) > limits.file_bytes:
        raise _RefusedError(refusals.TOO_LONG, limits.file_bytes)
    if not is_zip(content):
        raise _RefusedError(why_not_zip(content))
    # The directory is counted before zipfile makes an object of each of its lines.
    if content.count(_DIRECTORY_ENTRY, _directory_start(content)) > limits.entries:
        raise _RefusedError(refusals.TOO_MANY_PARTS, limits.entries)


def _directory_start(content: bytes) -> int:
    """Return from where on lines of the directory may stand, wherever it is sought.

    Readers differ in which end record they believe, and where.
    """
    search = max(0, len(content) - _END_SEARCH)
    found = [content.rfind(_DIRECTORY_END, search)]
    if found[0] < 0:
        raise _RefusedError(refusals.DAMAGED)
    if content[-22:-18] == _DIRECTORY_END:
        found.append(len(content) - 22)
    if content.find(_LONG_DIRECTORY, search) >= 0:
        return 0
    lengths = (int.from_bytes(content[at + 12 : at + 16], "little") for at in found)
    return max(0, min(at - length for at, length in zip(found, lengths, strict=True)))


def _entries(content: bytes) -> tuple[Entry, ...]:
    """Return the entries of the archive, folders left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        lines = archive.infolist()
    if lines and min(line.header_offset for line in lines) != 0:
        # Another archive stands before this one: which is meant depends on the reader.
        raise _RefusedError(refusals.DAMAGED)
    return tuple(_entry(content, line) for line in lines if not _is_folder(line))


def _is_folder(line: zipfile.ZipInfo) -> bool:
    return line.orig_filename.endswith(("/", "\\")) and line.file_size == 0


def _entry(content: bytes, line: zipfile.ZipInfo) -> Entry:
    """Find the bytes of an entry by the header that stands before them."""
    if line.flag_bits & _ENCRYPTED:
        raise _RefusedError(refusals.LOCKED)
    if line.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _RefusedError(refusals.DAMAGED)
    at = line.header_offset
    if at < 0:
        raise _RefusedError(refusals.DAMAGED)
    sign, _, name_length, extra_length = _LOCAL_HEADER.unpack_from(content, at)
    start = at + _LOCAL_HEADER.size + name_length
    encoding = "utf-8" if line.flag_bits & _UTF8_NAME else "cp437"
    name = line.orig_filename.encode(encoding)
    if sign != b"PK\x03\x04" or content[start - name_length : start] != name:
        raise _RefusedError(refusals.DAMAGED)
    start += extra_length
    if start + line.compress_size > len(content):
        raise _RefusedError(refusals.DAMAGED)
    return Entry(
        name=line.orig_filename,
        header=at,
        start=start,
        packed=line.compress_size,
        size=line.file_size,
        crc=line.CRC,
        deflated=line.compress_type == zipfile.ZIP_DEFLATED,
    )


def _check_names(names: list[str]) -> None:
    if any(_is_unsafe(name) for name in names):
        raise _RefusedError(refusals.UNSAFE_NAMES)
    if len({part_key(name) for name in names}) < len(names):
        raise _RefusedError(refusals.TWICE)


def _check_places(entries: tuple[Entry, ...]) -> None:
    """Refuse entries that share bytes: a small file can claim any number of them."""
    in_order = sorted(entries, key=lambda entry: entry.header)
    for one, other in pairwise(in_order):
        if one.start + one.packed > other.header:
            raise _RefusedError(refusals.DAMAGED)


def _is_unsafe(name: str) -> bool:
    """Say whether a name is absolute, leads upwards or hides its end."""
    plain = name.replace("\\", "/")
    return (
        not plain
        or "\0" in plain
        or plain.startswith("/")
        or plain[1:2] == ":"
        or ".." in plain.split("/")
    )


def _check_sizes(content: bytes, entries: tuple[Entry, ...], limits: Limits) -> None:
    """Check what is claimed, which is cheap, then unpack everything and count."""
    if len(entries) > limits.entries:
        raise _RefusedError(refusals.TOO_MANY_PARTS, limits.entries)
    if sum(entry.size for entry in entries) > limits.inflated_bytes:
        raise _RefusedError(refusals.TOO_LARGE, limits.inflated_bytes)
    total = 0
    for entry in entries:
        size = crc = 0
        watch = DeclarationWatch()
        for piece in inflate(content, entry):
            _check_letters(entry, piece, watch, is_first=not size)
            size += len(piece)
            crc = zlib.crc32(piece, crc)
            _check_size(entry, size, limits)
            if total + size > limits.inflated_bytes:
                raise _RefusedError(refusals.TOO_LARGE, limits.inflated_bytes)
        if (size, crc) != (entry.size, entry.crc):
            raise _RefusedError(refusals.DAMAGED)
        total += size


def _check_size(entry: Entry, size: int, limits: Limits) -> None:
    """Check how far an entry was unpacked."""
    part = refusals.shown(entry.name)
    if size > limits.entry_bytes:
        raise _RefusedError(refusals.PART_TOO_LARGE, limits.entry_bytes, part=part)
    if size > MEBIBYTE and size > limits.ratio * entry.packed:
        raise _RefusedError(refusals.PART_TOO_PACKED, limits.ratio, part=part)


def _check_letters(
    entry: Entry, piece: bytes, watch: DeclarationWatch, *, is_first: bool
) -> None:
    """Refuse a part that declares a document type, or could hide that it does."""
    if watch.is_declared(piece):
        raise _RefusedError(refusals.DOCTYPE, part=refusals.shown(entry.name))
    encoding = odd_encoding(piece) if is_first else None
    if encoding is not None:
        part, shown = refusals.shown(entry.name), refusals.shown(encoding)
        raise _RefusedError(refusals.ODD_LETTERS, part=part, encoding=shown)
