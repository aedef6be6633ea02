"""XML that does harm to whoever parses it, and document types in every part."""

from collections.abc import Iterator

from tests.hostile.hostile import Hostile
from tests.hostile.sound import (
    LINKS,
    MAIN,
    READ,
    SHEET,
    STRINGS,
    STYLES,
    WORKBOOK,
    WORKBOOK_LINKS,
    parts,
    report,
    sheet,
)

DOCTYPE = "a document type declaration"
DAMAGED = "the file is damaged or incomplete"
OVERLOAD = "built so as to overload"
ODD_LETTERS = "stores its letters in a way that Excel never does"
PARTS = ("[Content_Types].xml", "_rels/.rels", WORKBOOK, WORKBOOK_LINKS, SHEET)
UNREAD = (
    "docProps/core.xml",
    "docProps/app.xml",
    "xl/theme/theme1.xml",
    "xl/comments1.xml",
    "xl/drawings/drawing1.xml",
    "customXml/item1.xml",
)
"""Parts that nothing of the report refers to: another program may read them."""
_SHORT = "<!DOCTYPE x [<!ENTITY a 'b'>]>"


def files() -> Iterator[Hostile]:
    """Give the files of the family ``xml``."""
    yield from _doctypes()
    yield from _overloads()
    yield from _letters()
    yield from _roots()


def _refused(name: str, danger: str, says: str, part: str, xml: bytes) -> Hostile:
    return _hostile(name, danger, part, xml, 3, "ALM100", says)


def _read(name: str, danger: str, part: str, xml: bytes) -> Hostile:
    return _hostile(name, danger, part, xml, 0, READ)


def _hostile(
    name: str, danger: str, part: str, xml: bytes, code: int, *says: str
) -> Hostile:
    return Hostile(
        f"xml/{name}", danger, "report.xlsx", lambda: report({part: xml}), code, says
    )


def _doctypes() -> Iterator[Hostile]:
    sound = parts()
    for part in (*PARTS, STRINGS, STYLES):
        name = part.rpartition("/")[2].replace("[", "").replace("]", "")
        with_type = _SHORT.encode() + sound[part]
        yield _refused(
            f"doctype-in-{name}", "entities may follow", DOCTYPE, part, with_type
        )
    for part in UNREAD:
        name = part.rpartition("/")[2]
        yield _refused(
            f"doctype-in-unread-{name}",
            "another program may follow it",
            DOCTYPE,
            part,
            f"{_SHORT}<x>&a;</x>".encode(),
        )
    whole = sheet().decode()
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        mark = "" if encoding == "utf-16" else "\ufeff"
        hidden = f'{mark}<?xml version="1.0" encoding="UTF-16"?>{_SHORT}{whole}'
        yield _refused(
            f"doctype-in-{encoding}",
            "a search for bytes would not find it",
            DOCTYPE,
            SHEET,
            hidden.encode(encoding),
        )
    for name, danger, inside in (
        ("billion-laughs", "a page that becomes gigabytes", _laughs()),
        ("quadratic", "one long entity, many times", _quadratic()),
        ("file", "a file of the reader", '<!ENTITY a SYSTEM "file:///etc/passwd">'),
        ("network", "a call to a server", '<!ENTITY a SYSTEM "http://127.0.0.1:9/x">'),
        ("parameter", "a document type elsewhere", '<!ENTITY % a SYSTEM "x">%a;'),
    ):
        text = f"<!DOCTYPE x [{inside}]>{sheet(_cell('&a;')).decode()}"
        yield _refused(f"entity-{name}", danger, DOCTYPE, SHEET, text.encode())
    far = f'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">{whole}'.encode()
    yield _refused("doctype-elsewhere", "a call to a server", DOCTYPE, SHEET, far)
    late = f"<!--{'x' * 70_000}-->{_SHORT}{whole}".encode()
    yield _refused("doctype-late", "behind a long comment", DOCTYPE, SHEET, late)
    unknown = sheet(_cell("&nothing;"))
    yield _refused("entity-undeclared", "it means nothing", DAMAGED, SHEET, unknown)


def _cell(inside: str) -> str:
    return f'<row r="9"><c r="B9" t="inlineStr"><is><t>{inside}</t></is></c></row>'


def _laughs() -> str:
    lines = ['<!ENTITY a0 "ha">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)]
    return "".join([*lines, '<!ENTITY a "&a9;">'])


def _quadratic() -> str:
    return f'<!ENTITY b "{"x" * 50_000}"><!ENTITY a "{"&b;" * 5_000}">'


def _overloads() -> Iterator[Hostile]:
    digits = "".join(map(str, range(500_000)))
    for name, danger, inside in (
        ("deep", "elements in elements", "<a>" * 50_000 + "</a>" * 50_000),
        ("names", "a name for each", "".join(f"<n{n}/>" for n in range(60_000))),
        ("prefixes", "prefixes", "".join(f'<a xmlns:p{n}="u"/>' for n in range(9_000))),
        ("attribute", "an attribute of three megabytes", f'<a b="{digits}"/>'),
        (
            "attributes",
            "a tag of 100,000 attributes",
            "<a " + " ".join(f"a{n}='{n}'" for n in range(100_000)) + "/>",
        ),
    ):
        yield _refused(name, danger, OVERLOAD, SHEET, sheet(inside))
    long_text = sheet(_cell(digits))
    yield Hostile(
        "xml/text",
        "a cell of three million characters",
        "report.xlsx",
        lambda: report(sheet=long_text),
        0,
        ("activities: 3", "ALM172"),
    )


def _letters() -> Iterator[Hostile]:
    whole = sheet().decode()
    declared = '<?xml version="1.0" encoding="{}"?>'
    for name, danger, xml in (
        ("utf-8-mark", "a mark before the text", b"\xef\xbb\xbf" + whole.encode()),
        ("utf-16", "two bytes each", whole.encode("utf-16")),
        ("latin-1", "letters of the west", _encoded(declared, "iso-8859-1")),
    ):
        yield _read(f"letters-{name}", danger, SHEET, xml)
    utf_8 = whole.encode()
    for name, danger, xml, says in (
        ("broken", "no UTF-8", utf_8.replace(b"Job", b"J\xffb"), DAMAGED),
        (
            "overlong",
            "a slash in two bytes",
            utf_8.replace(b"Job", b"\xc0\xaf"),
            DAMAGED,
        ),
        ("surrogate", "half a letter", utf_8.replace(b"Job", b"\xed\xa0\x80"), DAMAGED),
        ("two-marks", "two marks", b"\xef\xbb\xbf" * 2 + utf_8, DAMAGED),
        ("utf-32", "four bytes each", whole.encode("utf-32"), "the file"),
        ("utf-7", "letters in disguise", _encoded(declared, "utf-7"), "the file"),
        ("ebcdic", "letters of a mainframe", _encoded(declared, "cp037"), "the file"),
        (
            "lying",
            "UTF-16 is said",
            (declared.format("UTF-16") + whole).encode(),
            DAMAGED,
        ),
        (
            "unknown",
            "a name that nobody knows",
            _as_said(declared, "x-none"),
            "the file",
        ),
        ("nul", "a zero among the letters", utf_8.replace(b"Job", b"J\0b"), DAMAGED),
        ("number-0", "a zero by its number", utf_8.replace(b"Job", b"&#0;"), DAMAGED),
        ("number-half", "half a letter", utf_8.replace(b"Job", b"&#xD800;"), DAMAGED),
    ):
        yield _refused(f"letters-{name}", danger, says, SHEET, xml)


def _encoded(declared: str, encoding: str) -> bytes:
    text = declared.format(encoding) + sheet().decode()
    return text.encode(encoding)


def _as_said(declared: str, encoding: str) -> bytes:
    return (declared.format(encoding) + sheet().decode()).encode()


def _roots() -> Iterator[Hostile]:
    whole = sheet()
    tight = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    for name, danger, xml in (
        ("none", "a part without content", b""),
        ("spaces", "nothing but spaces", b"  \n "),
        ("two", "two roots", whole + whole),
        ("unclosed", "it never ends", whole[:-12]),
        ("crossed", "tags that cross", b"<a><b></a></b>"),
        ("other-name", "not a sheet", whole.replace(b"worksheet", b"workbook")),
        ("no-space", "no namespace", whole.replace(f' xmlns="{MAIN}"'.encode(), b"")),
        ("other-space", "another's", whole.replace(MAIN.encode(), b"urn:other")),
        ("html", "a page of the web", b"<html><body><p>Sign in</p></body></html>"),
        ("binary", "no text at all", bytes(range(256)) * 40),
    ):
        yield _refused(f"root-{name}", danger, DAMAGED, SHEET, xml)
    style = b'<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/x.xsl"?>'
    yield _read("stylesheet", "a call to a server", SHEET, style + whole)
    later = b'<?xml version="1.1"?>' + whole
    yield _read("version-1.1", "a version that nobody uses", SHEET, later)
    cdata = whole.replace(b"<t>Job fairs</t>", b"<t><![CDATA[Job fairs]]></t>")
    yield _read("cdata", "text in another dress", SHEET, cdata)
    odd = (f"xlink:href='file:///etc/passwd' xmlns:xlink='{LINKS}'").encode()
    include = b"<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='x'/>"
    inside = whole.replace(b"<sheetData>", include + b"<sheetData " + odd + b">")
    yield _read("include", "another file is to be taken in", SHEET, inside)
    changes = {MAIN: tight, LINKS: LINKS.replace("schemas.openxmlformats", "x")}
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"

    def all_strict() -> bytes:
        made = {}
        for part, content in parts().items():
            text = content.decode().replace(MAIN, tight).replace(LINKS, strict)
            made[part] = text.encode()
        return report(made)

    yield Hostile(
        "xml/strict",
        "the strict form, which other libraries read as empty",
        "report.xlsx",
        all_strict,
        0,
        (READ,),
    )
    mixed = whole.replace(MAIN.encode(), changes[MAIN].encode())
    yield _read("strict-sheet-alone", "two forms in one workbook", SHEET, mixed)
