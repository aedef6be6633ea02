"""What a file of an old or foreign format is, checked before any reader opens it."""

from enum import StrEnum

from attrs import field, frozen

from almwp.errors import UnreadableFileError
from almwp.findings.rule import Finding
from almwp.intake.limits import Limits
from almwp.model.fields import frozen_items
from almwp_excel import refusals
from almwp_excel.foreign.looks import SheetLooks
from almwp_excel.foreign.ods_looks import OdsContent
from almwp_excel.foreign.xls_looks import xls_looks
from almwp_excel.foreign.xlsb_extent import extents
from almwp_excel.markup import Attributes, walk
from almwp_excel.package import Package
from almwp_excel.preflight import open_package
from almwp_excel.relationships import Relationship, relationships
from almwp_excel.signature import OLE, is_zip, why_not_zip
from almwp_excel.workbook import said_of_links

_SHEETS = ("worksheet", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet")
_CONTENT, _MANIFEST = "content.xml", "meta-inf/manifest.xml"

_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"


class Format(StrEnum):
    """Formats of workbooks, by their usual endings."""

    XLS = ".xls"
    XLSB = ".xlsb"
    ODS = ".ods"
    XLSX = ".xlsx"


@frozen(kw_only=True)
class Entrant:
    """A file that may be opened.

    Attributes:
        format: What it is.
        size: How many bytes it has, unpacked.
        starts_1904: Whether its dates count from 1904, where that is known.
        looks: How the cells of its sheets look; None where that is not known.
        claimed: How many cells a sheet of it claims to have, at most.
        findings: What is to be said of the file as a whole.
    """

    format: Format
    size: int
    starts_1904: bool = False
    looks: list[SheetLooks] | None = field(default=None, repr=False)
    claimed: int = 0
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def is_foreign(head: bytes) -> bool:
    """Say whether a file begins as an OLE file or an OpenDocument spreadsheet does."""
    return head.startswith(OLE) or (is_zip(head) and _MIMETYPE in head[:128])


def let_in(content: bytes, name: str, limits: Limits) -> Entrant:
    """Find out what a file is and refuse what no reader should open.

    Raises:
        UnreadableFileError: It is none of the formats, has a password, is damaged, or
            passes a limit.
    """
    if len(content) > limits.file_bytes:
        raise UnreadableFileError(
            name, refusals.TOO_LONG, limit=f"{limits.file_bytes:,}"
        )
    if is_zip(content):
        return _of_package(open_package(content, name, limits), limits)
    why = why_not_zip(content)
    if why != refusals.OLD_EXCEL or not content.startswith(OLE):
        raise UnreadableFileError(name, why)
    found = xls_looks(content)
    if found is None:
        return Entrant(format=Format.XLS, size=len(content))
    if found.has_password:
        raise UnreadableFileError(name, refusals.PASSWORD)
    if found.claims_nonsense:
        raise UnreadableFileError(name, refusals.DAMAGED)
    if len(found.sheets) > limits.sheets:
        raise UnreadableFileError(
            name, refusals.TOO_MANY_SHEETS, limit=f"{limits.sheets:,}"
        )
    if sum(sheet.extent for sheet in found.sheets) > limits.cells:
        raise UnreadableFileError(
            name, refusals.TOO_MANY_CELLS, limit=f"{limits.cells:,}"
        )
    return Entrant(
        format=Format.XLS,
        size=len(content),
        starts_1904=found.starts_1904,
        looks=found.sheets,
        claimed=found.claimed,
    )


def _of_package(package: Package, limits: Limits) -> Entrant:
    size = sum(entry.size for entry in package.entries.values())
    if "mimetype" in package.entries and _CONTENT in package.entries:
        if _is_locked(package):
            raise package.refusal(refusals.PASSWORD)
        _check_parts(package)
        looks = OdsContent(package, _CONTENT, limits).read()
        return Entrant(format=Format.ODS, size=size, looks=looks)
    for link in relationships(package):
        if link.kind == "officeDocument" and (link.part or "").endswith(".bin"):
            _check_parts(package)
            links = relationships(package, link.part or "")
            _check_extents(package, links, limits)
            said = said_of_links(package, links)
            return Entrant(format=Format.XLSB, size=size, findings=said)
    return Entrant(format=Format.XLSX, size=size)


def _check_extents(
    package: Package, links: tuple[Relationship, ...], limits: Limits
) -> None:
    """Refuse sheets whose cells lie too far apart for a reader that fills the gap."""
    sheets = {link.part for link in links if link.part and link.kind in _SHEETS}
    cells = 0
    for extent in extents(package, sorted(sheets)):
        cells += extent
        if cells > limits.cells:
            limit = f"{limits.cells:,}"
            raise package.refusal(refusals.TOO_MANY_CELLS, limit=limit)


def _is_locked(package: Package) -> bool:
    """Say whether parts of an OpenDocument file are encrypted."""
    found: list[str] = []

    def visit(path: str, attributes: Attributes) -> None:
        if path.endswith("/encryption-data"):
            found.append(path)

    if _MANIFEST in package.entries:
        walk(package, _MANIFEST, visit)
    return bool(found)


def _check_parts(package: Package) -> None:
    """Refuse what is no sound XML: a reader that is not ours might believe it."""
    for part in package.entries:
        if part.endswith((".xml", ".rels", ".rdf")) and part != _CONTENT:
            walk(package, part, lambda path, attributes: None)
