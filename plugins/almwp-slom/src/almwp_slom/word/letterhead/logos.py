"""Pictures of a letterhead, without what they tell of the camera and its owner."""

import struct

from attrs import frozen

_PNG = b"\x89PNG\r\n\x1a\n"
_SHOWN = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"pHYs"),
    *(b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"),
}
"""The chunks of a PNG file that change how it looks."""
_APPLICATIONS = range(0xE0, 0xF0)
_LOOKS = (0xE0, 0xE2, 0xEE)
"""The applications' segments of a JPEG file that change how it looks."""
_COMMENT, _SCAN = 0xFE, 0xDA

_KINDS = (
    (_PNG, "png", "image/png"),
    (b"\xff\xd8\xff", "jpeg", "image/jpeg"),
    (b"GIF87a", "gif", "image/gif"),
    (b"GIF89a", "gif", "image/gif"),
    (b"BM", "bmp", "image/bmp"),
    (b"II*\x00", "tiff", "image/tiff"),
    (b"MM\x00*", "tiff", "image/tiff"),
    (b"\xd7\xcd\xc6\x9a", "wmf", "image/x-wmf"),
    (b"\x01\x00\x09\x00", "wmf", "image/x-wmf"),
)
_EMF = (b"\x01\x00\x00\x00", b" EMF")


@frozen(kw_only=True)
class Logo:
    """A picture of a letterhead.

    Attributes:
        content: The file.
        suffix: The ending of its name, without a point.
        kind: Its media type.
    """

    content: bytes
    suffix: str
    kind: str


def logo_of(content: bytes) -> Logo | None:
    """Return a picture by its first bytes, whatever its name says; None for none."""
    for start, suffix, kind in _KINDS:
        if content.startswith(start):
            bare = {"png": _bare_png, "jpeg": _bare_jpeg}.get(suffix, bytes)
            return Logo(content=bare(content), suffix=suffix, kind=kind)
    if content.startswith(_EMF[0]) and content[40:44] == _EMF[1]:
        return Logo(content=content, suffix="emf", kind="image/x-emf")
    return None


def _bare_png(content: bytes) -> bytes:
    kept, place = [_PNG], len(_PNG)
    while place + 12 <= len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        name = content[place + 4 : place + 8]
        if name in _SHOWN:
            kept.append(content[place : place + length + 12])
        place += length + 12
        if name == b"IEND":
            break
    return b"".join(kept)


def _bare_jpeg(content: bytes) -> bytes:
    kept, place = [content[:2]], 2
    while place + 4 <= len(content) and content[place] == 0xFF:
        kind = content[place + 1]
        if kind == _SCAN:
            break
        (length,) = struct.unpack(">H", content[place + 2 : place + 4])
        tells = kind == _COMMENT or (kind in _APPLICATIONS and kind not in _LOOKS)
        if not tells:
            kept.append(content[place : place + 2 + length])
        place += 2 + length
    return b"".join([*kept, content[place:]])
