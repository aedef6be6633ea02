"""Write findings on a copy of a workbook: fills, comments, a sheet that lists them."""

import re
from posixpath import basename, dirname

from attrs import define, field, frozen

from almwp.findings.remarks import Remark, Remarks
from almwp.intake.cells import place_of
from almwp_excel.annotate import refusals
from almwp_excel.annotate.elements import Place
from almwp_excel.annotate.findingsheet import (
    HEADING_ROW,
    finding_sheet,
    is_finding_sheet,
    listed_rows,
    remembered_fills,
)
from almwp_excel.annotate.links import Links
from almwp_excel.annotate.packing import pack
from almwp_excel.annotate.parts import Parts, add_type, drop_part
from almwp_excel.annotate.sheetmarks import SheetMarks
from almwp_excel.annotate.styling import EMPTY, Styles
from almwp_excel.annotate.tabs import (
    add_tab,
    drop_names,
    drop_tab,
    free_title,
    links_of_tabs,
    name_headings,
    renew_tab,
)
from almwp_excel.annotate.xmlpart import Element, parse, written
from almwp_excel.markup import MAIN, root_of
from almwp_excel.package import Package
from almwp_excel.places import LAST_COLUMN, LAST_ROW
from almwp_excel.preflight import ALREADY_READ, open_package
from almwp_excel.relationships import relationships
from almwp_excel.sharedstrings import SharedStrings, read_shared_strings
from almwp_excel.workbook import Workbook, read_workbook

_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}(?::[A-Z]{1,3}[1-9][0-9]{0,6})?")
_SHEET_TYPE = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
)
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


def annotate(content: bytes, name: str, remarks: Remarks, /) -> bytes:
    """Return a copy of a workbook with *remarks* written into it.

    What an earlier run wrote is taken away first.  A workbook without remarks, old or
    new, comes back as it is, byte for byte.

    Raises:
        UnreadableFileError: The file cannot be marked; the sentence says why.
    """
    package = open_package(content, name, ALREADY_READ)
    workbook = read_workbook(package, ALREADY_READ)
    part = _workbook_part(package)
    if root_of(package, part)[0] == MAIN[1]:
        if remarks.remarks:
            raise package.refusal(refusals.STRICT)
        return content
    return _Copy(
        package=package,
        workbook=workbook,
        part=part,
        remarks=remarks,
        strings=read_shared_strings(package, workbook.strings, ALREADY_READ),
    ).made()


@frozen(kw_only=True)
class _OldSheet:
    """A sheet of findings of an earlier run: the place of its tab, and its part."""

    place: int
    part: str


@define(kw_only=True, eq=False)
class _Copy:
    package: Package
    workbook: Workbook
    part: str
    remarks: Remarks
    strings: SharedStrings
    _parts: Parts = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._parts = Parts(self.package)

    def made(self) -> bytes:
        old = self._old_sheets()
        styles = self._styles(old)
        held = self._mark_sheets(styles, {sheet.part for sheet in old})
        if old or self.remarks.remarks:
            content = self._parts.content(self.part)
            root = parse(self.package, content)
            if self.remarks.remarks:
                self._list_findings(root, old, styles, held)
            else:
                self._drop_sheets(root, old)
            self._parts.put(self.part, written(root, content))
        if not self._parts.is_changed:
            return self.package.content
        self._put_styles(styles)
        return pack(self._parts)

    def _old_sheets(self) -> list[_OldSheet]:
        return [
            _OldSheet(place=place, part=tab.part)
            for place, tab in enumerate(self.workbook.tabs)
            if tab.part is not None
            and self._is_worksheet(tab.part)
            and is_finding_sheet(self.package, tab.part, self.strings)
        ]

    def _is_worksheet(self, part: str) -> bool:
        return root_of(self.package, part)[1] == "worksheet"

    def _styles(self, old: list[_OldSheet]) -> Styles:
        memory: dict[str, int] = {}
        for sheet in old:
            memory |= remembered_fills(self.package, sheet.part, self.strings)
        part = self.workbook.styles
        content = self._parts.content(part) if part else EMPTY
        return Styles(self.package, content, memory)

    def _put_styles(self, styles: Styles) -> None:
        if self.workbook.styles:
            self._parts.put(self.workbook.styles, styles.bytes())
            return
        name = "xl/styles.xml"  # where every reader looks, and nothing is
        if self._parts.has(name):
            name = self._parts.free_name("xl/styles{}.xml")
        self._parts.add(name, styles.bytes())
        add_type(self._parts, name, _STYLES_TYPE)
        links = Links(self._parts, self.part)
        links.drop_broken("styles")
        links.add("styles", name)

    def _mark_sheets(self, styles: Styles, own: set[str]) -> set[tuple[str, str]]:
        """Mark all sheets but *own*; return where no comment could be put."""
        by_sheet = self._by_sheet()
        held: set[tuple[str, str]] = set()
        done = set(own)
        for tab in self.workbook.tabs:
            if tab.part is None or tab.part in done or not self._is_worksheet(tab.part):
                continue
            done.add(tab.part)  # a part that two tabs share is marked once
            marks = SheetMarks(
                parts=self._parts,
                part=tab.part,
                name=tab.name,
                wanted=by_sheet.get(tab.name, {}),
                styles=styles,
                words=self.remarks.words,
            )
            held |= {(tab.name, remark.cell or "") for remark in marks.put()}
        return held

    def _by_sheet(self) -> dict[str, dict[Place, list[Remark]]]:
        found: dict[str, dict[Place, list[Remark]]] = {}
        for remark in self.remarks.remarks:
            if remark.sheet is None or not _CELL.fullmatch(remark.cell or ""):
                continue
            place = place_of(remark.cell or "")
            if place[0] <= LAST_ROW and place[1] <= LAST_COLUMN:
                cells = found.setdefault(remark.sheet, {})
                cells.setdefault(place, []).append(remark)
        return found

    def _list_findings(
        self,
        root: Element,
        old: list[_OldSheet],
        styles: Styles,
        held: set[tuple[str, str]],
    ) -> None:
        places = {sheet.place for sheet in old}
        tabs = self.workbook.tabs
        names = [tab.name for place, tab in enumerate(tabs) if place not in places]
        title = free_title(self.remarks.title, names)
        is_signed = any(
            key.startswith("_xmlsignatures/") for key in self.package.entries
        )
        content = finding_sheet(
            self.remarks, styles, sheets=set(names), discussed=held, is_signed=is_signed
        )
        if places == {len(tabs) - 1}:
            self._parts.put(old[0].part, content)
            self._drop_links_of(old[0].part)
            drop_names(root, old[0].place)
            renew_tab(root, title)
        else:
            self._drop_sheets(root, old)
            name = self._parts.free_name("xl/worksheets/sheet{}.xml")
            self._parts.add(name, content)
            add_type(self._parts, name, _SHEET_TYPE)
            add_tab(root, title, Links(self._parts, self.part).add("worksheet", name))
        last = HEADING_ROW + listed_rows(self.remarks)
        filtered = f"$A${HEADING_ROW}:$I${last}"
        name_headings(root, title, HEADING_ROW, filtered)

    def _drop_sheets(self, root: Element, old: list[_OldSheet]) -> None:
        links = links_of_tabs(root)
        for sheet in reversed(old):
            drop_tab(root, sheet.place)
            Links(self._parts, self.part).drop(links[sheet.place])
            self._drop_links_of(sheet.part)
            drop_part(self._parts, sheet.part)

    def _drop_links_of(self, part: str) -> None:
        """Drop what the old sheet leads to: it is written whole, without any of it."""
        key = f"{dirname(part)}/_rels/{basename(part)}.rels"
        if self._parts.has(key):
            drop_part(self._parts, key)


def _workbook_part(package: Package) -> str:
    """Return the key of the workbook part; that there is one was checked."""
    return next(
        link.part
        for link in relationships(package)
        if link.kind == "officeDocument"
        and link.part is not None
        and root_of(package, link.part)[1] == "workbook"
    )
