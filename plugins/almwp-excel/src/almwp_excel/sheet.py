"""One sheet: a first pass that checks and counts it, and the stream of its rows."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter

from attrs import field, frozen

from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Cell, Merge, Row
from almwp.intake.limits import Limits
from almwp.model.fields import frozen_items
from almwp_excel import refusals, rules
from almwp_excel.cellvalues import CellMaker
from almwp_excel.markup import MAIN, drive, listen, root_of
from almwp_excel.package import Package
from almwp_excel.sharedstrings import SharedStrings
from almwp_excel.sheetmarkup import RawCell, SheetMarkup
from almwp_excel.styles import CellStyle
from almwp_excel.workbook import Tab

_MACRO_SHEET = "http://schemas.microsoft.com/office/excel/2006/main"
_ROOTS = frozenset(
    {(space, name) for space in MAIN for name in ("worksheet", "chartsheet")}
    | {(space, "dialogsheet") for space in MAIN}
    | {(_MACRO_SHEET, "macrosheet")}
)


@frozen(kw_only=True)
class Surroundings:
    """What the cells of every sheet refer to.

    Attributes:
        package: The package.
        styles: The cell styles.
        strings: The shared strings.
        limits: The limits under which the file is read.
    """

    package: Package
    styles: tuple[CellStyle, ...] = field(converter=frozen_items, repr=False)
    strings: SharedStrings
    limits: Limits


@frozen(kw_only=True)
class Survey:
    """What the first pass over a sheet found.

    Attributes:
        merges: The merged blocks, from the top down.
        hidden_columns: One byte for each column, 1 where it is hidden.
        in_order: Whether its cells are stored from the top down and left to right.
        cells: How many cells it stores, empty ones included.
        formulas: How many of them have a formula with a stored result.
        findings: What is to be said about it.
    """

    merges: tuple[Merge, ...] = field(default=(), converter=frozen_items)
    hidden_columns: bytes = field(default=b"", repr=False)
    in_order: bool = True
    cells: int = 0
    formulas: int = 0
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def survey(around: Surroundings, tab: Tab, before: int) -> Survey:
    """Pass over a whole sheet once, so that reading its rows cannot fail later.

    Args:
        around: What its cells refer to.
        tab: The sheet.
        before: How many cells the sheets before it store.

    Raises:
        UnreadableFileError: It is damaged, stores cells where none can stand or two
            contents for one cell, or has too many cells.
    """
    if tab.part is None:
        return Survey()
    if root_of(around.package, tab.part) not in _ROOTS:
        raise around.package.refusal(refusals.DAMAGED)
    markup = SheetMarkup(
        around.package, tab.name, around.limits.cells - before, around.limits.cells
    )
    maker = CellMaker(around.styles, around.strings)
    formulas = 0
    for raw in _raw_cells(around.package, tab.part, markup):
        value = maker.value(raw)
        if value is not None and value.text and raw.formula is not None:
            formulas += 1
    at = Location(file=around.package.name, sheet=tab.name)
    findings = maker.findings(at)
    if markup.odd_merges:
        findings.append(rules.DAMAGED_MERGE.at(at, count=markup.odd_merges))
    if not markup.in_order:
        findings.append(rules.UNORDERED.at(at))
    found = Survey(
        merges=sorted(markup.merges, key=lambda merge: (merge.top, merge.left)),
        hidden_columns=bytes(markup.hidden_columns),
        in_order=markup.in_order,
        cells=markup.count,
        formulas=formulas,
        findings=findings,
    )
    if not found.in_order:
        _refuse_two_values(around, tab, found)
    return found


def read_rows(around: Surroundings, tab: Tab, found: Survey) -> Iterator[Row]:
    """Stream the rows of a sheet from the top down.

    Only a sheet whose cells are stored out of order is gathered and sorted first.
    """
    if tab.part is None:
        return
    cells = _cells(around, tab, tab.part, found)
    if not found.in_order:
        cells = iter(sorted(cells, key=attrgetter("row", "column")))
    for _, row in groupby(cells, key=attrgetter("row")):
        yield tuple(row)


def _cells(around: Surroundings, tab: Tab, part: str, found: Survey) -> Iterator[Cell]:
    limit = around.limits.cells
    markup = SheetMarkup(around.package, tab.name, limit, limit)
    maker = CellMaker(around.styles, around.strings)
    for raw in _raw_cells(around.package, part, markup):
        cell = maker.cell(raw, found.hidden_columns)
        if cell is not None:
            yield cell


def _raw_cells(package: Package, part: str, markup: SheetMarkup) -> Iterator[RawCell]:
    parser = listen(package, markup.starts(), markup.ends(), markup.text)
    for _ in drive(package, part, parser):
        yield from markup.cells
        markup.cells.clear()


def _refuse_two_values(around: Surroundings, tab: Tab, found: Survey) -> None:
    """Refuse a sheet that stores one cell twice: nobody can know which is meant."""
    for row in read_rows(around, tab, found):
        for left, right in pairwise(row):
            if left.column == right.column:
                name = refusals.shown(tab.name)
                raise around.package.refusal(
                    refusals.TWO_CONTENTS, sheet=name, ref=left.ref
                )
