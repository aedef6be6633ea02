"""OpenDocument workbooks, in which one element can stand for a million cells."""

from collections.abc import Callable, Iterator
from html import escape

from tests.hostile.hostile import Hostile
from tests.hostile.rawzip import archive, deflated, entry
from tests.hostile.sound import LINES

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("draw", "drawing"),
    )
)
_CELL = (
    '<table:table-cell office:value-type="string"{}><text:p>{}</text:p>'
    "</table:table-cell>"
)
_LAST_ROWS = 'table:number-rows-repeated="{}"'
_LAST_COLUMNS = ' table:number-columns-repeated="{}"'


def files() -> Iterator[Hostile]:
    """Give the files of the family ``ods``."""
    yield from _repeated()
    yield from _packages()
    yield from _markup()


def _ods(
    name: str, danger: str, code: int, content: Callable[[], bytes], *says: str
) -> Hostile:
    said = ("ALM100", *says) if code == 3 else says
    return Hostile(f"ods/{name}", danger, "report.ods", content, code, said)


def _row(inside: str, more: str = "") -> str:
    return f"<table:table-row {more}>{inside}</table:table-row>"


def _rows() -> str:
    made = []
    for line in LINES:
        cells = (_CELL.format("", escape(text)) for text in line)
        made.append(_row("".join(cells) or "<table:table-cell/>"))
    return "".join(made)


def _content(more: str = "", *, before: str = "", after: str = "") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content '
        f'{_SPACES}><office:body><office:spreadsheet><table:table table:name="Report">'
        f"{_rows()}{more}</table:table>{after}</office:spreadsheet></office:body>"
        "</office:document-content>"
    ).encode()


def _book(content: bytes, **more: bytes) -> bytes:
    manifest = (
        b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
        b'manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        b'manifest:media-type="' + MIMETYPE + b'"/></manifest:manifest>'
    )
    parts = {"META-INF/manifest.xml": manifest, "content.xml": content}
    parts |= {name.replace("__", "/") + ".xml": part for name, part in more.items()}
    first = entry("mimetype", MIMETYPE, packed=MIMETYPE, method=0)
    return archive([first, *(entry(name, part) for name, part in parts.items())])


def _of(more: str = "", **rest: str) -> Callable[[], bytes]:
    return lambda: _book(_content(more, **rest))


def _repeated() -> Iterator[Hostile]:
    filled, empty = _CELL.format("{}", "x"), "<table:table-cell{}/>"
    columns, rows = _LAST_COLUMNS.format, _LAST_ROWS.format
    limit = "(limit cells)"
    for name, danger, inside in (
        ("both", "17 billion cells", _row(filled.format(columns(16_384)), rows(10**6))),
        ("rows", "a far row and a far column", _far(filled, empty)),
        ("count-huge", "a number without end", _row(filled.format(columns(10**18)))),
    ):
        code, says = (1, "XL505") if name == "count-huge" else (3, limit)
        yield _ods(f"repeated-{name}", danger, code, _of(inside), says)
    read = "activities: 2"
    end = _row(empty.format(columns(16_384)), rows(1_048_569))
    yield _ods("empty-to-the-end", "as LibreOffice writes", 0, _of(end), read, "XL504")
    none = _row(filled.format(columns(0)))
    yield _ods("repeated-zero", "a cell that is not there", 0, _of(none), read)
    fewer = _row(filled.format(columns(-5)))
    damaged = "the file is damaged or incomplete"
    yield _ods("repeated-negative", "fewer than none", 3, _of(fewer), damaged)


def _far(filled: str, empty: str) -> str:
    gap = _row(empty.format(""), _LAST_ROWS.format(1_000_000))
    aside = empty.format(_LAST_COLUMNS.format(16_000)) + filled.format("")
    return gap + _row(aside)


def _packages() -> Iterator[Hostile]:
    locked = (
        b'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        b'<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
        b"</m:manifest>"
    )
    damaged = "the file is damaged or incomplete"

    def manifest() -> bytes:
        return _book(b"\x8f\xa1", **{"META-INF__manifest": locked})

    yield _ods("locked", "it has a password", 3, manifest, "has a password")
    half = _content()[:-100]
    yield _ods("content-cut", "it breaks off", 3, lambda: _book(half), damaged)
    yield _ods("content-empty", "nothing in it", 3, lambda: _book(b""), damaged)
    yield _ods(
        "cut", "the copying broke off", 3, lambda: _book(_content())[:500], damaged
    )

    def bomb() -> bytes:
        space = b" " * 40_000_000
        return _book(_content() + space)

    yield _ods("ratio", "40 MB of spaces", 3, bomb, "(limit ratio)")

    def without_content() -> bytes:
        first = entry("mimetype", MIMETYPE, packed=MIMETYPE, method=0)
        return archive([first, entry("x.xml", b"<x/>", packed=deflated(b"<x/>"))])

    yield _ods("without-content", "nothing to read", 3, without_content, "Excel")


def _markup() -> Iterator[Hostile]:
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    says = "a document type declaration"
    yield _ods("doctype", "a file of the reader", 3, _of(before=doctype), says)

    def in_styles() -> bytes:
        return _book(_content(), styles=b"<!DOCTYPE x []><x/>")

    yield _ods("doctype-in-styles", "entities", 3, in_styles, says)
    deep = "<text:span>" * 5_000 + "</text:span>" * 5_000
    nested = _row(_CELL.format("", deep))
    yield _ods("deep", "elements in elements", 3, _of(nested), "overload")
    tables = "<table:table>" * 200 + "</table:table>" * 200
    inside = _row(f"<table:table-cell>{tables}</table:table-cell>")
    yield _ods("tables-in-tables", "tables in tables", 0, _of(inside), "activities: 2")
    spaces = _row(_CELL.format("", '<text:s text:c="2147483647"/>x'))
    yield _ods("spaces", "a cell of two billion spaces", 3, _of(spaces), "Excel")
    same = f'<table:table table:name="REPORT">{_rows()}</table:table>'
    twice = "two sheets of the workbook have the name"
    yield _ods("sheet-twice", "where is it?", 3, _of(after=same), twice)
