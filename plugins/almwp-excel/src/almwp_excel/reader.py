"""Reading a workbook: pre-flight, parts, one pass over each sheet."""

from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Book, Sheet
from almwp.intake.limits import Limits
from almwp_excel import rules
from almwp_excel.preflight import open_package
from almwp_excel.room import Room
from almwp_excel.sharedstrings import read_shared_strings
from almwp_excel.sheet import read_sheet
from almwp_excel.styles import read_styles
from almwp_excel.surroundings import Surroundings
from almwp_excel.workbook import read_workbook


def read(content: bytes, name: str, limits: Limits, /) -> Book:
    """Read a workbook (.xlsx, .xlsm) from its bytes.

    All is read before anything is handed out: the sheets hold their cells, packed.

    Raises:
        UnreadableFileError: It is no workbook, is damaged, or passes a limit.
    """
    package = open_package(content, name, limits)
    workbook = read_workbook(package, limits)
    around = Surroundings(
        package=package,
        styles=read_styles(package, workbook.styles, limits),
        strings=read_shared_strings(package, workbook.strings, limits),
        limits=limits,
    )
    sheets: list[Sheet] = []
    findings: list[Finding] = list(workbook.findings)
    room, formulas = Room(limits=limits), 0
    for tab in workbook.tabs:
        found = read_sheet(around, tab, room)
        room = Room(
            limits=limits,
            cells=room.cells + found.cells,
            filled=room.filled + len(found.packed),
            merges=room.merges + found.stored_merges,
            characters=room.characters + found.characters,
        )
        formulas += found.formulas
        findings += found.findings
        sheets.append(
            Sheet(
                name=tab.name,
                visibility=tab.visibility,
                merges=found.merges,
                read_rows=found.packed.rows,
                packed=found.packed,
            )
        )
    if workbook.uncalculated and formulas:
        at = Location(file=name)
        findings.insert(0, rules.NOT_CALCULATED.at(at, count=formulas))
    return Book(
        sheets=tuple(sheets),
        starts_1904=workbook.starts_1904,
        findings=tuple(findings),
    )
