"""What a file is that is not a zip archive, judged by its first bytes."""

from almwp_excel import refusals

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_ARCHIVES = (b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ")
_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def is_zip(head: bytes, /) -> bool:
    """Say whether a file begins as a zip archive does, and a workbook is one."""
    return head.startswith(ZIP)


def is_archive(head: bytes) -> bool:
    """Say whether a file begins as a packed archive does, of whatever kind."""
    return head.startswith((*ZIP, *_ARCHIVES))


def why_not_zip(content: bytes) -> str:
    """Say what a file is that does not begin as a zip archive does."""
    if not content:
        return refusals.EMPTY
    if content.startswith(OLE):
        return _inside_ole(content)
    if content[:1] == b"\x09" and content[1:2] in (b"\x00", b"\x02", b"\x04", b"\x08"):
        return refusals.OLDEST_EXCEL  # a bare stream of Excel 2 to 5, never text
    if content.startswith(b"%PDF"):
        return refusals.PDF
    if content.startswith(_PICTURES) or _is_bitmap(content):
        return refusals.PICTURE
    if content.startswith(_ARCHIVES):
        return refusals.OTHER_ARCHIVE
    return _as_text(content)


def _is_bitmap(content: bytes) -> bool:
    """Say whether a file is a picture; a text may begin with its two letters."""
    return content.startswith(b"BM") and content[6:10] == bytes(4)


def _inside_ole(content: bytes) -> str:
    """Tell the old Office formats apart by the names of their streams."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return refusals.PASSWORD
    streams = ("Workbook", "Book")
    if any(f"{name}\0".encode("utf-16-le") in content for name in streams):
        return refusals.OLD_EXCEL
    return refusals.OLD_OFFICE


def _as_text(content: bytes) -> str:
    head = content[:4096]
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            text = head.decode(encoding, errors="replace")
            break
    else:
        text = head.decode("utf-8-sig", errors="replace")
    begin = text.lstrip("\ufeff \t\r\n").lower()
    if begin.startswith(("<!doctype html", "<html", "<table", "<head", "<meta")):
        return refusals.WEB_PAGE
    if begin.startswith("<?xml"):
        return refusals.WEB_PAGE if "<html" in begin else refusals.XML_TABLE
    if any(sign < " " and sign not in "\t\r\n\f" for sign in text):
        return refusals.UNKNOWN
    return refusals.TEXT
