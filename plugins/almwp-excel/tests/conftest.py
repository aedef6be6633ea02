"""Builds workbooks from hand-made parts, and reads them."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from attrs import frozen

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Book, Cell
from almwp.intake.limits import Limits

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
