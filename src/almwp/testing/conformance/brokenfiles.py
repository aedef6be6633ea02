"""Broken files, and files that are something else: a reader refuses or reads them."""

from collections.abc import Iterator

from almwp.errors import PluginError, UnreadableFileError
from almwp.intake.limits import Limits
from almwp.plugins.guard import guard
from almwp.plugins.records import Read

__tracebackhide__ = True  # pytest shows the line of whoever calls the kit

_PARTS = 7
"""In how many pieces a file is torn, and at how many places it is spoilt."""


def check_refusals(read: Read, content: bytes, name: str) -> None:
    """Check that *read* breaks on nothing: it reads a file, or refuses it in words.

    Args:
        read: Reads a file.
        content: A file that it can read, of which broken ones are made.
        name: The file's name.

    Raises:
        AssertionError: It let anything but an ``UnreadableFileError`` pass, read what
            is no file, or read more than the limits allow.
    """
    for how, broken in _broken(content):
        _refused(read, broken, name, Limits(), how)
    refused = _refused(read, b"", name, Limits(), "an empty file")
    assert refused, "an empty file was read as if it held something"
    for limits in (Limits(file_bytes=len(content) - 1), Limits(cells=0)):
        refused = _refused(read, content, name, limits, "a file beyond the limits")
        assert refused, f"a file that passes the limits was read: {_passed(limits)}"


def _refused(read: Read, content: bytes, name: str, limits: Limits, how: str) -> bool:
    """Say whether a file was refused as files are; otherwise all of it was read."""
    try:
        guard("reader", lambda: _read_all(read, content, name, limits))
    except UnreadableFileError as error:
        said = error.why
        assert said, f"{how}: it was refused without a sentence"
        assert "\n" not in said, f"{how}: it was refused in several lines: {said}"
        return True
    except PluginError as error:
        raise AssertionError(
            f"{how}: read raised something else than an UnreadableFileError: "
            f"{error.why}"
        ) from error
    return False


def _read_all(read: Read, content: bytes, name: str, limits: Limits) -> None:
    for sheet in read(content, name, limits).sheets:
        for _ in sheet.rows():
            pass


def _broken(content: bytes) -> Iterator[tuple[str, bytes]]:
    size = len(content)
    for part in range(1, _PARTS):
        end = size * part // _PARTS
        yield f"a file that ends after {end} of {size} bytes", content[:end]
        spoilt = bytearray(content)
        spoilt[end : end + 2] = b"\xff\x00"
        yield f"a file with two wrong bytes at {end}", bytes(spoilt[:size])
    yield "a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256))
    yield "a broken ZIP file", b"PK\x03\x04" + bytes(60)
    yield "zeros", bytes(512)
    yield "bytes of every value", bytes(range(256)) * 4
    yield "text in UTF-16", "Activity;Status\nĐào tạo;x\n".encode("utf-16")


def _passed(limits: Limits) -> str:
    usual = Limits()
    if limits.cells != usual.cells:
        return f"cells={limits.cells}"
    return f"file_bytes={limits.file_bytes}"
