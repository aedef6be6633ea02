"""Sound files, of which the hostile ones are made: a small report in each format."""

from collections.abc import Callable, Mapping
from html import escape

from tests.hostile.rawzip import packed

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
SHEET = "xl/worksheets/sheet1.xml"
WORKBOOK = "xl/workbook.xml"
WORKBOOK_LINKS = "xl/_rels/workbook.xml.rels"
STRINGS, STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
READ = "activities: 2"
"""What is said of the sound report: none of its rows is lost."""

_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEADINGS = ("No.", "Activity", "Lead", "Status")
LINES: tuple[tuple[str, ...], ...] = (
    ("Country: Viet Nam",),
    ("Work programme: ALM WP 2021-2025",),
    ("As of: 2024-06-30",),
    (),
    HEADINGS,
    ("1", "Job fairs", "VN", "ongoing"),
    ("2", "Survey of wages", "VN", "planned"),
)
"""The report: headings in row 5, two activities below."""

Parts = dict[str, bytes]


def text_cell(ref: str, text: str) -> str:
    """Return a cell with a text of its own."""
    return f'<c r="{ref}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def rows(lines: tuple[tuple[str, ...], ...] = LINES) -> str:
    """Return *lines* as rows of a sheet."""
    made = []
    for number, line in enumerate(lines, start=1):
        cells = (
            text_cell(f"{letter}{number}", text)
            for letter, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", line, strict=False)
            if text
        )
        made.append(f'<row r="{number}">{"".join(cells)}</row>')
    return "".join(made)


def sheet(inside: str = "", *, head: str = "", tail: str = "") -> bytes:
    """Return a sheet of the report's rows and of *inside*, as further rows."""
    data = f"<sheetData>{rows()}{inside}</sheetData>"
    return f'<worksheet xmlns="{MAIN}">{head}{data}{tail}</worksheet>'.encode()


def link(number: int, kind: str, target: str, more: str = "") -> str:
    """Return a relationship."""
    return (
        f'<Relationship Id="rId{number}" Type="{LINKS}/{kind}" Target="{target}"'
        f"{more}/>"
    )


def links(*inside: str) -> bytes:
    """Return a part of relationships."""
    return (
        f'<Relationships xmlns="{PACKAGE}">{"".join(inside)}</Relationships>'.encode()
    )


def workbook(*sheets: str, before: str = "") -> bytes:
    """Return a workbook part that names *sheets*, the first one by default."""
    named = "".join(sheets) or '<sheet name="Report" sheetId="1" r:id="rId1"/>'
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}">{before}'
        f"<sheets>{named}</sheets></workbook>"
    ).encode()


def parts(**others: bytes) -> Parts:
    """Return the parts of the report; those of *others* take the place of its own.

    Args:
        others: ``sheet``, ``workbook``, ``links``, ``strings`` and ``styles``.
    """
    override = (
        f'<Override PartName="/xl/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in (
            ("workbook", "sheet.main"),
            ("worksheets/sheet1", "worksheet"),
            ("sharedStrings", "sharedStrings"),
            ("styles", "styles"),
        )
    )
    made = {
        "[Content_Types].xml": (
            f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{''.join(override)}</Types>"
        ).encode(),
        "_rels/.rels": links(link(1, "officeDocument", WORKBOOK)),
        WORKBOOK: workbook(),
        WORKBOOK_LINKS: links(
            link(1, "worksheet", "worksheets/sheet1.xml"),
            link(2, "sharedStrings", "sharedStrings.xml"),
            link(3, "styles", "styles.xml"),
        ),
        SHEET: sheet(),
        STRINGS: f'<sst xmlns="{MAIN}"><si><t>shared</t></si></sst>'.encode(),
        STYLES: (
            f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/></cellXfs>'
            "</styleSheet>"
        ).encode(),
    }
    names = {
        "sheet": SHEET,
        "workbook": WORKBOOK,
        "links": WORKBOOK_LINKS,
        "strings": STRINGS,
        "styles": STYLES,
    }
    return made | {names[key]: part for key, part in others.items()}


def report(more: Mapping[str, bytes] | None = None, **others: bytes) -> bytes:
    """Return the report as a workbook, with other parts or some more."""
    return packed(parts(**others) | dict(more or {}))


def with_sheet(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what gives the report with a sheet that is made when it is needed."""
    return lambda: report(sheet=make())


def table(*lines: tuple[str, ...]) -> bytes:
    """Return a workbook of nothing but *lines*."""
    data = f"<sheetData>{rows(lines)}</sheetData>"
    return report(sheet=f'<worksheet xmlns="{MAIN}">{data}</worksheet>'.encode())


def text_table(separator: str = ",") -> str:
    """Return the report as a table of text."""
    return "".join(f"{separator.join(line)}\n" for line in LINES)
