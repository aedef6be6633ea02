"""Relationships that lead round, outside, nowhere or twice."""

from collections.abc import Callable, Iterator

from tests.hostile.hostile import Hostile
from tests.hostile.sound import (
    READ,
    SHEET,
    WORKBOOK,
    link,
    links,
    report,
    sheet,
    workbook,
)

DAMAGED = "the file is damaged or incomplete"
NOT_STORED = "XL104"
OUTSIDE = ' TargetMode="External"'
_SHEET1 = link(1, "worksheet", "worksheets/sheet1.xml")


def files() -> Iterator[Hostile]:
    """Give the files of the family ``links``."""
    yield from _of_the_package()
    yield from _of_the_sheet()
    yield from _not_followed()


def _hostile(
    name: str, danger: str, code: int, content: Callable[[], bytes], *says: str
) -> Hostile:
    said = ("ALM100", *says) if code == 3 else says
    return Hostile(f"links/{name}", danger, "report.xlsx", content, code, said)


def _of_the_package() -> Iterator[Hostile]:
    for name, danger, target in (
        ("workbook-is-the-links", "it leads to itself", "_rels/.rels"),
        ("workbook-is-a-sheet", "it leads past the workbook", SHEET),
        ("workbook-missing", "it leads nowhere", "xl/gone.xml"),
        ("workbook-outside", "it leads out", "../../../../etc/passwd"),
        ("workbook-is-a-folder", "it leads to a folder", "xl/"),
        ("workbook-is-nothing", "it leads to no name", ""),
    ):
        rels = links(link(1, "officeDocument", target))
        made = _with("_rels/.rels", rels)
        yield _hostile(name, danger, 3, made, DAMAGED)
    far = links(link(1, "officeDocument", "http://127.0.0.1:9/x.xlsx", OUTSIDE))
    yield _hostile(
        "workbook-on-a-server", "a call", 3, _with("_rels/.rels", far), DAMAGED
    )
    none = _with("_rels/.rels", links())
    yield _hostile("no-workbook", "nothing leads to it", 3, none, DAMAGED)


def _with(part: str, content: bytes) -> Callable[[], bytes]:
    return lambda: report({part: content})


def _of_the_sheet() -> Iterator[Hostile]:
    for name, danger, target, more in (
        ("sheet-missing", "it leads nowhere", "worksheets/gone.xml", ""),
        ("sheet-outside", "it leads out", "../../../../../etc/passwd", ""),
        ("sheet-on-a-server", "a call", "http://127.0.0.1:9/s.xml", OUTSIDE),
        ("sheet-is-a-file", "a file of the reader", "file:///etc/passwd", ""),
    ):
        rels = links(link(1, "worksheet", target, more))
        made = _links(rels)
        yield _hostile(name, danger, 1, made, NOT_STORED, "ALM10")
    for name, danger, target in (
        ("sheet-is-the-workbook", "it leads round", "workbook.xml"),
        ("sheet-is-the-links", "it leads round", "_rels/workbook.xml.rels"),
        ("sheet-is-the-strings", "it leads astray", "sharedStrings.xml"),
    ):
        rels = links(link(1, "worksheet", target))
        yield _hostile(name, danger, 3, _links(rels), DAMAGED)
    twice = links(_SHEET1, link(1, "worksheet", "worksheets/sheet2.xml"))
    other = sheet().replace(b"Job fairs", b"Other fairs")
    yield _hostile(
        "id-twice",
        "two programs may read two sheets",
        3,
        lambda: report({"xl/worksheets/sheet2.xml": other}, links=twice),
        DAMAGED,
    )
    both = workbook(
        '<sheet name="A" sheetId="1" r:id="rId1"/>',
        '<sheet name="B" sheetId="2" r:id="rId1"/>',
    )
    yield _hostile(
        "one-part-for-two-sheets",
        "every row counts twice",
        0,
        lambda: report(workbook=both),
        "ALM302",
    )
    no_id = workbook('<sheet name="A" sheetId="1"/>')
    made_no_id = _with(WORKBOOK, no_id)
    yield _hostile("sheet-without-id", "it leads nowhere", 1, made_no_id, NOT_STORED)
    none = workbook("<!-- none -->")
    yield _hostile("no-sheets", "no sheets", 3, _with(WORKBOOK, none), "has no sheets")
    many = links(_SHEET1, *(link(n, "image", f"{n}.png") for n in range(2, 60_000)))
    yield _hostile("many", "links without end", 0, _links(many), READ)
    styles_round = links(
        _SHEET1,
        link(2, "styles", "workbook.xml"),
        link(3, "sharedStrings", "styles.xml"),
    )
    yield _hostile(
        "styles-lead-round", "they lead round", 0, _links(styles_round), READ
    )


def _links(rels: bytes) -> Callable[[], bytes]:
    return lambda: report(links=rels)


def _not_followed() -> Iterator[Hostile]:
    server = "\\\\127.0.0.1\\share\\x.xlsx"
    for name, danger, kind, target, says in (
        ("other-workbook", "values from a server", "externalLink", server, "XL102"),
        ("macros", "a program in the workbook", "vbaProject", "vba.bin", "XL101"),
        ("database", "a query", "connections", "connections.xml", "XL103"),
    ):
        rels = links(_SHEET1, link(9, kind, target))
        made = _links(rels)
        yield _hostile(f"to-{name}", danger, 0, made, READ, says)
    sheet_links = links(link(1, "hyperlink", "file:////127.0.0.1/share/x", OUTSIDE))
    tail = '<hyperlinks><hyperlink ref="B6" r:id="rId1"/></hyperlinks>'
    yield _hostile(
        "hyperlink-to-a-share",
        "whoever opens it says who he is",
        0,
        lambda: report(
            {"xl/worksheets/_rels/sheet1.xml.rels": sheet_links},
            sheet=sheet(tail=tail.replace("r:id", "id")),
        ),
        READ,
    )
