"""Builds workbooks from hand-made parts, and reads them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape

import pytest
from attrs import frozen

from almwp.catalogue.frameworks import framework, framework_ids
from almwp.catalogue.languages import language_codes, vocabulary
from almwp.errors import UnreadableFileError
from almwp.intake.arrival import Arrival
from almwp.intake.cells import Book, Cell
from almwp.intake.lexicon import build_lexicon
from almwp.intake.limits import Limits
from almwp.intake.submission import read_submission
from almwp.model.submission import Submission

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def _types(*parts: tuple[str, str]) -> str:
    each = (
        f'<Override PartName="/xl/{name}" ContentType="{_KIND}.{kind}+xml"/>'
        for name, kind in parts
    )
    return f'<Types xmlns="{_TYPES}">{"".join(each)}</Types>'


def _relationships(*links: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}">{"".join(links)}</Relationships>'


def _link(number: int, kind: str, target: str, space: str = OFFICE) -> str:
    return f'<Relationship Id="rId{number}" Type="{space}/{kind}" Target="{target}"/>'


@frozen(kw_only=True)
class Maker:
    """Makes workbooks of parts, the usual ones unless others are given."""

    main: str = MAIN
    office: str = OFFICE

    def zip(self, parts: Mapping[str, str | bytes]) -> bytes:
        """Pack parts as they are."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in parts.items():
                archive.writestr(name, part)
        return out.getvalue()

    def parts(
        self,
        sheet: str = "<sheetData/>",
        *,
        strings: str | None = None,
        styles: str | None = None,
        workbook: str = "",
        links: str = "",
    ) -> dict[str, str | bytes]:
        """Return the parts of a workbook of one sheet."""
        parts: dict[str, str | bytes] = {
            "[Content_Types].xml": _types(
                ("workbook.xml", "sheet.main"), ("sharedStrings.xml", "sharedStrings")
            )
            if strings is not None
            else _types(("workbook.xml", "sheet.main")),
            "_rels/.rels": _relationships(
                _link(1, "officeDocument", "xl/workbook.xml", self.office)
            ),
            "xl/workbook.xml": (
                f'<workbook xmlns="{self.main}" xmlns:r="{self.office}">{workbook}'
                '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets>'
                "</workbook>"
            ),
            "xl/_rels/workbook.xml.rels": _relationships(
                _link(1, "worksheet", "worksheets/sheet1.xml", self.office),
                _link(2, "sharedStrings", "sharedStrings.xml", self.office),
                _link(3, "styles", "styles.xml", self.office),
                links,
            ),
            "xl/worksheets/sheet1.xml": (
                f'<worksheet xmlns="{self.main}">{sheet}</worksheet>'
            ),
        }
        if strings is not None:
            parts["xl/sharedStrings.xml"] = f'<sst xmlns="{self.main}">{strings}</sst>'
        if styles is not None:
            parts["xl/styles.xml"] = (
                f'<styleSheet xmlns="{self.main}">{styles}</styleSheet>'
            )
        return parts

    def book(self, sheet: str = "<sheetData/>", **more: Any) -> bytes:
        """Return the bytes of a workbook of one sheet."""
        return self.zip(self.parts(sheet, **more))


FORMATS = (
    *("General", "0%", "yyyy-mm-dd", "h:mm", "[h]:mm", "mmm-yy", "mm:ss.0"),
    *("dd/mm/yyyy hh:mm", "# ?/?", "yyyy", "@", "[$-409]h:mm AM/PM"),
)
LINES = ("Country: Viet Nam", "ALM WP 2021-2025", "As of: 2024-06-30")
ACTIVITY, INDICATOR = ("Activity", "Status"), ("Indicator", "Unit", "Reading date")
ROWS = {
    ACTIVITY: ("Training of inspectors", "ongoing"),
    INDICATOR: ("Inspectors", "persons", "2024-06"),
}


@pytest.fixture(scope="session")
def make() -> Maker:
    return Maker()


@pytest.fixture(scope="session")
def make_strict() -> Maker:
    return Maker(
        main="http://purl.oclc.org/ooxml/spreadsheetml/main",
        office="http://purl.oclc.org/ooxml/officeDocument/relationships",
    )


@pytest.fixture(scope="session")
def read() -> Callable[..., Book]:
    """Read bytes; limits are given by their names."""

    def reading(content: bytes, **limits: int) -> Book:
        from almwp_excel.reader import read

        return read(content, "vn.xlsx", Limits(**limits))

    return reading


@pytest.fixture(scope="session")
def cells(read: Callable[..., Book]) -> Callable[[bytes], dict[str, Cell]]:
    """Return the cells of the first sheet by their addresses, in their order."""

    def first_sheet(content: bytes) -> dict[str, Cell]:
        rows = read(content).sheets[0].rows()
        return {cell.ref: cell for row in rows for cell in row}

    return first_sheet


@pytest.fixture(scope="session")
def why_refused(read: Callable[..., Book]) -> Callable[..., str]:
    """Return the sentence with which a file is refused."""

    def refused(content: bytes, **limits: int) -> str:
        with pytest.raises(UnreadableFileError) as caught:
            read(content, **limits)
        assert caught.value.path == "vn.xlsx"
        why = caught.value.why
        assert "\n" not in why
        assert not why.endswith(".")
        assert why[0].islower()
        return why

    return refused


def _text(ref: str, text: str) -> str:
    return f'<c r="{ref}" t="str"><v>{escape(text)}</v></c>'


def _rows(headings: tuple[str, ...], heading: str, cell: str) -> str:
    rows = [_text(f"A{number}", line) for number, line in enumerate(LINES, start=1)]
    named = (*headings, heading)
    filled = ROWS[headings]
    rows.append("".join(_text(f"{'ABCD'[at]}4", name) for at, name in enumerate(named)))
    cells = "".join(_text(f"{'ABCD'[at]}5", text) for at, text in enumerate(filled))
    rows.append(cells + cell)
    return "".join(f'<row r="{n}">{row}</row>' for n, row in enumerate(rows, start=1))


@pytest.fixture(scope="session")
def read_cell(make: Maker) -> Callable[..., Submission]:
    """Read a report of one row in which one cell is odd: C5, or D5 of an indicator."""
    lexicon = build_lexicon(
        [vocabulary(code) for code in language_codes()],
        [framework(known) for known in framework_ids()],
    )
    codes = "".join(
        f'<numFmt numFmtId="{at + 200}" formatCode="{escape(code)}"/>'
        for at, code in enumerate(FORMATS)
    )
    looks = "".join(f'<xf numFmtId="{at + 200}"/>' for at in range(len(FORMATS)))
    styles = f"<numFmts>{codes}</numFmts><cellXfs>{looks}</cellXfs>"

    def reading(
        heading: str,
        stored: str,
        look: str = "General",
        kind: str = "n",
        *,
        starts_1904: bool = False,
    ) -> Submission:
        headings = INDICATOR if heading in ("Reading", "Baseline date") else ACTIVITY
        ref = f"{'ABCD'[len(headings)]}5"
        inside = f"<v>{escape(stored)}</v>"
        cell = f'<c r="{ref}" s="{FORMATS.index(look)}" t="{kind}">{inside}</c>'
        sheet = f"<sheetData>{_rows(headings, heading, cell)}</sheetData>"
        dates = '<workbookPr date1904="1"/>' if starts_1904 else ""
        content = make.book(sheet, styles=styles, workbook=dates)
        from almwp_excel.reader import read

        book = read(content, "vn.xlsx", Limits())
        return read_submission(
            Arrival(name="vn.xlsx", sha256="5a" * 32, book=book), lexicon
        )

    return reading


@pytest.fixture(scope="session")
def told_of_cell() -> Callable[[Submission], list[str]]:
    """Return what is said at the odd cell, in the order of the codes."""

    def told(read: Submission) -> list[str]:
        return sorted(f.code for f in read.findings if f.at.cell in ("C5", "D5"))

    return told
