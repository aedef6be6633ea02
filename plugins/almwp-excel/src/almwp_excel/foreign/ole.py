"""The stream of a workbook inside an OLE file, as old Excel wrote it."""

import struct

_END = 0xFFFFFFF0
"""Sector numbers from here on are no sectors."""
_STREAMS = ("workbook", "book")
_ENTRY = struct.Struct("<64sHBBIII16sIQQIQ")


def workbook_stream(content: bytes) -> bytes | None:
    """Return the stream of the workbook, or None where the file is damaged."""
    try:
        return _find(content)
    except (struct.error, IndexError, ValueError):
        return None


def _find(content: bytes) -> bytes | None:
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    directory, cutoff, mini_start = struct.unpack_from("<I4xII", content, 48)
    chain_start, chain_count = struct.unpack_from("<II", content, 68)
    if shift not in (9, 12) or mini_shift != 6:
        return None
    size = 1 << shift
    fat = _fat(content, size, chain_start, chain_count)
    listed = _chain(content, size, fat, directory)
    root_start = None
    for at in range(0, len(listed) - 127, 128):
        name_bytes, length, kind, *_, start, long = _ENTRY.unpack_from(listed, at)
        name = name_bytes[: max(length - 2, 0)].decode("utf-16-le", "replace").lower()
        if kind == 5:
            root_start = start
        if kind == 2 and name in _STREAMS:
            long &= 0xFFFFFFFF
            if long >= cutoff:
                return _chain(content, size, fat, start)[:long]
            if root_start is None:
                return None
            small = _chain(content, size, fat, root_start)
            table = _numbers(_chain(content, size, fat, mini_start))
            return _mini_chain(small, table, start)[:long]
    return None


def _fat(content: bytes, size: int, start: int, count: int) -> list[int]:
    """Return the table that says which sector follows which."""
    sectors = list(struct.unpack_from("<109I", content, 76))
    seen = 0
    while start < _END and seen < min(count, len(content) // size):
        more = _numbers(_sector(content, size, start))
        sectors += more[:-1]
        start = more[-1]
        seen += 1
    table: list[int] = []
    for sector in sectors:
        if sector < _END:
            if len(table) * 4 > len(content):
                raise ValueError("a table longer than the file")
            table += _numbers(_sector(content, size, sector))
    return table


def _sector(content: bytes, size: int, number: int) -> bytes:
    start = (number + 1) * size
    if start >= len(content):
        raise ValueError("a sector beyond the file")
    return content[start : start + size].ljust(size, b"\0")


def _numbers(data: bytes) -> list[int]:
    return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))


def _chain(content: bytes, size: int, fat: list[int], start: int) -> bytes:
    """Join the sectors of a stream."""
    pieces, seen = [], set()
    while start < _END:
        if start in seen:
            raise ValueError("a stream that runs in a ring")
        seen.add(start)
        pieces.append(_sector(content, size, start))
        start = fat[start]
    return b"".join(pieces)


def _mini_chain(small: bytes, table: list[int], start: int) -> bytes:
    pieces, seen = [], set()
    while start < _END:
        if start in seen:
            raise ValueError("a stream that runs in a ring")
        seen.add(start)
        pieces.append(small[start * 64 : start * 64 + 64])
        start = table[start]
    return b"".join(pieces)
