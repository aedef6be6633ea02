"""The workbook part: which sheets there are, and what else the package holds."""

from collections import Counter

from attrs import field, frozen

from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Visibility
from almwp.intake.limits import Limits
from almwp.model.fields import frozen_items
from almwp_excel import refusals, rules, sheetrules
from almwp_excel.embedded import embedded_files
from almwp_excel.markup import MAIN, Attributes, is_on, root_of, walk
from almwp_excel.package import Package
from almwp_excel.relationships import Relationship, relationships
from almwp_excel.untabbed import about_sheets_without_tab

_MACROS = ("vbaProject", "xlMacrosheet", "xlIntlMacrosheet")
_VISIBILITY = {
    "hidden": Visibility.HIDDEN,
    "veryhidden": Visibility.VERY_HIDDEN,
}


@frozen(kw_only=True)
class Tab:
    """One sheet as the workbook names it.

    Attributes:
        name: The name on its tab.
        visibility: Whether the tab is shown.
        part: Key of its part, or None if the package does not hold it.
    """

    name: str
    visibility: Visibility
    part: str | None


@frozen(kw_only=True)
class Workbook:
    """What the workbook part says.

    Attributes:
        tabs: Its sheets in order.
        starts_1904: Whether its dates count from 1904.
        uncalculated: Whether its writer left the calculation to Excel.
        styles: Key of the styles part.
        strings: Key of the shared strings part.
        findings: What is to be said about the workbook as a whole.
    """

    tabs: tuple[Tab, ...] = field(converter=frozen_items)
    starts_1904: bool
    uncalculated: bool
    styles: str | None
    strings: str | None
    findings: tuple[Finding, ...] = field(converter=frozen_items)


def read_workbook(package: Package, limits: Limits) -> Workbook:
    """Find the workbook by its relationship and read it.

    Raises:
        UnreadableFileError: The package is no workbook, is damaged, or has too many
            sheets or two of one name.
    """
    part = _workbook_part(package)
    links = relationships(package, part)
    by_id = {link.id: link for link in links}
    if len(by_id) < len(links):
        raise package.refusal(refusals.DAMAGED)  # which of two is meant?
    sheets: list[Attributes] = []
    starts_1904 = uncalculated = False

    def visit(path: str, attributes: Attributes) -> None:
        nonlocal starts_1904, uncalculated
        if path == "workbook/sheets/sheet":
            sheets.append(attributes)
            if len(sheets) > limits.sheets:
                raise package.refusal(
                    refusals.TOO_MANY_SHEETS, limit=f"{limits.sheets:,}"
                )
        elif path == "workbook/workbookPr":
            starts_1904 = is_on(attributes.get("date1904"))
        elif path == "workbook/calcPr":
            uncalculated = is_on(attributes.get("fullCalcOnLoad"))

    walk(package, part, visit)
    if not sheets:
        raise package.refusal(refusals.NO_SHEETS)
    tabs = tuple(_tab(package, sheet, by_id) for sheet in sheets)
    first = {link.kind: link.part for link in reversed(links)}
    return Workbook(
        tabs=tabs,
        starts_1904=starts_1904,
        uncalculated=uncalculated,
        styles=first.get("styles"),
        strings=first.get("sharedStrings"),
        findings=(
            *said_of_links(package, links),
            *_of_tabs(package, tabs),
            *about_sheets_without_tab(package, part, links, (t.part for t in tabs)),
        ),
    )


def _workbook_part(package: Package) -> str:
    """Return the key of the workbook part, or say what the package is instead."""
    for link in relationships(package):
        if link.kind == "officeDocument" and link.part is not None:
            if link.part.endswith(".bin"):
                raise package.refusal(refusals.BINARY)
            space, root = root_of(package, link.part)
            if root == "workbook" and space in MAIN:
                return link.part
            if "wordprocessingml" in space:
                raise package.refusal(refusals.WORD)
            if "presentationml" in space:
                raise package.refusal(refusals.SLIDES)
    if "mimetype" in package.entries and "content.xml" in package.entries:
        raise package.refusal(refusals.OPEN_DOCUMENT)
    if "[content_types].xml" in package.entries:
        raise package.refusal(refusals.DAMAGED)
    raise package.refusal(refusals.ARCHIVE)


def _tab(package: Package, sheet: Attributes, links: dict[str, Relationship]) -> Tab:
    name = sheet.get("name", "")
    if not name:
        raise package.refusal(refusals.DAMAGED)
    # The id is in the relationships' namespace, of which there are two.
    ids = [value for key, value in sheet.items() if key.endswith("relationships id")]
    link = links.get(ids[0]) if ids else None
    return Tab(
        name=name,
        visibility=_VISIBILITY.get(sheet.get("state", "").lower(), Visibility.VISIBLE),
        part=link.part if link else None,
    )


def said_of_links(package: Package, links: tuple[Relationship, ...]) -> list[Finding]:
    """Say what the workbook holds or leads to that is not read."""
    at = Location(file=package.name)
    kinds = Counter(link.kind for link in links)
    found: list[Finding] = []
    if any(kinds[kind] for kind in _MACROS):
        found.append(rules.MACROS.at(at))
    if kinds["externalLink"]:
        found.append(rules.EXTERNAL_LINKS.at(at, count=kinds["externalLink"]))
    if kinds["connections"]:
        found.append(rules.CONNECTIONS.at(at))
    if embedded := embedded_files(package):
        found.append(rules.EMBEDDED_FILES.at(at, count=embedded))
    return found


def _of_tabs(package: Package, tabs: tuple[Tab, ...]) -> list[Finding]:
    """Say which sheets are not stored, or are another; refuse two of one name."""
    names: set[str] = set()
    for tab in tabs:
        folded = tab.name.casefold()
        if folded in names:
            name = refusals.shown(tab.name)
            raise package.refusal(refusals.SAME_SHEET_NAME, sheet=name)
        names.add(folded)
    found: list[Finding] = []
    stored: dict[str, str] = {}
    for tab in tabs:
        at = Location(file=package.name, sheet=tab.name)
        if tab.part is None:
            found.append(rules.SHEET_WITHOUT_PART.at(at))
        elif (first := stored.setdefault(tab.part, tab.name)) != tab.name:
            found.append(sheetrules.SAME_PART.at(at, found=first))
    return found
