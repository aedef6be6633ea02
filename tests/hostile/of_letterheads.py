"""Letterheads (.docx), of which a paper takes over what is harmless."""

from collections.abc import Callable, Iterator

from tests.hostile.hostile import Hostile, bytes_of
from tests.hostile.rawzip import archive, entry, packed, zeros
from tests.hostile.sound import LINKS, TYPES, link, links, report

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MEBIBYTE = 1024 * 1024
CALL = (
    *("export", "{good}", "--report", "progress", "--to", "docx"),
    *("--letterhead", "{file}", "-o", "."),
)


def files() -> Iterator[Hostile]:
    """Give the files of the family ``letterhead``."""
    for name, danger, says, content in (
        ("nothing", "nothing", "", bytes_of(b"")),
        ("text", "plain text", "", bytes_of(b"Ministry of Labour")),
        ("workbook", "a workbook", "", report),
        ("old", "an old document", "", bytes_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
        ("cut", "the copying broke off", "", lambda: _letter()[:300]),
        ("doctype", "a file of the reader", "", _doctype),
        ("laughs", "a page that becomes gigabytes", "", _laughs),
        ("deep", "elements in elements", "", _deep),
        ("ratio", "a part that unpacks to 100 MB", "", _bomb),
        ("ring", "parts that lead to each other", "", _ring),
        ("locked", "it has a password", "", _locked),
        ("macros", "a program in the document", "", _macros),
    ):
        code = 3 if name != "ring" else 0
        named = ("letter.docx", *([says] if says else []))
        yield Hostile(
            f"letterhead/{name}",
            danger,
            "letter.docx",
            content,
            code,
            named if code else (".docx",),
            call=CALL,
        )
    yield Hostile(
        "letterhead/calls-a-server",
        "a template and a picture on a server",
        "letter.docx",
        _calls,
        0,
        (".docx",),
        call=CALL,
    )


def _parts(body: str = "<w:p/>", kind: str = "document.main+xml") -> dict[str, bytes]:
    types = (
        f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="text/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_KIND}.{kind}"/></Types>'
    )
    document = (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{LINKS}"><w:body>{body}'
        "</w:body></w:document>"
    )
    return {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": links(link(1, "officeDocument", "word/document.xml")),
        "word/document.xml": document.encode(),
    }


def _letter() -> bytes:
    return packed(_parts())


def _changed(change: Callable[[bytes], bytes]) -> bytes:
    parts = _parts()
    parts["word/document.xml"] = change(parts["word/document.xml"])
    return packed(parts)


def _doctype() -> bytes:
    told = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return _changed(lambda xml: told + xml.replace(b"<w:p/>", b"<w:p>&a;</w:p>"))


def _laughs() -> bytes:
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    told = f"<!DOCTYPE x [{''.join(lines)}]>".encode()
    return _changed(lambda xml: told + xml.replace(b"<w:p/>", b"<w:p>&a9;</w:p>"))


def _deep() -> bytes:
    return packed(_parts("<w:p>" * 20_000 + "</w:p>" * 20_000))


def _bomb() -> bytes:
    packed_zeros, crc = zeros(100)
    sound = [entry(name, part) for name, part in _parts().items()]
    big = entry(
        "word/styles.xml", b"", packed=packed_zeros, crc=crc, size=100 * MEBIBYTE
    )
    rels = links(link(1, "styles", "styles.xml"))
    return archive([*sound, entry("word/_rels/document.xml.rels", rels), big])


def _ring() -> bytes:
    rels = links(link(1, "styles", "document.xml"), link(2, "header", "document.xml"))
    return packed(_parts() | {"word/_rels/document.xml.rels": rels})


def _locked() -> bytes:
    return archive(entry(n, part, flags=0x801) for n, part in _parts().items())


def _macros() -> bytes:
    parts = _parts()
    types = parts["[Content_Types].xml"].replace(
        f"{_KIND}.document.main+xml".encode(),
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return packed(parts | {"[Content_Types].xml": types})


def _calls() -> bytes:
    outside = ' TargetMode="External"'
    rels = links(
        link(1, "attachedTemplate", "http://127.0.0.1:9/x.dotm", outside),
        link(2, "image", "http://127.0.0.1:9/x.png", outside),
    )
    return packed(_parts() | {"word/_rels/document.xml.rels": rels})
