"""One sheet: a first pass that checks and counts it, and the stream of its rows."""

from collections.abc import Callable, Iterator
from itertools import groupby, pairwise
from operator import attrgetter

from attrs import field, frozen

from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Cell, Merge, Row
from almwp.intake.limits import Limits
from almwp.intake.mergedblocks import without_overlaps
from almwp.model.fields import frozen_items
from almwp_excel import refusals, rules, sheetrules
from almwp_excel.cellvalues import CellMaker
from almwp_excel.filledcells import CellEnds, count_filled_cells
from almwp_excel.markup import MAIN, drive, listen, root_of
from almwp_excel.package import Package
from almwp_excel.rawcells import RawCell
from almwp_excel.room import MOST_CHARACTERS, Room
from almwp_excel.sharedstrings import SharedStrings
from almwp_excel.sheetmarkup import SheetMarkup
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
        stored_merges: How many merged blocks it stores, overlapping ones included.
        cells: How many cells it stores, empty ones included.
        characters: How many characters they hold.
        filled: How many of them hold something.
        formulas: How many of them have a formula with a stored result.
        findings: What is to be said about it.
    """

    merges: tuple[Merge, ...] = field(default=(), converter=frozen_items)
    hidden_columns: bytes = field(default=b"", repr=False)
    in_order: bool = True
    stored_merges: int = 0
    cells: int = 0
    characters: int = 0
    filled: int = 0
    formulas: int = 0
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def survey(around: Surroundings, tab: Tab, room: Room) -> Survey:
    """Pass over a whole sheet once, so that reading its rows cannot fail later.

    Args:
        around: What its cells refer to.
        tab: The sheet.
        room: What the sheets before it have left.

    Raises:
        UnreadableFileError: It is damaged, stores cells where none can stand or two
            contents for one cell, or has too many cells or merged blocks.
    """
    if tab.part is None:
        return Survey()
    if root_of(around.package, tab.part) not in _ROOTS:
        raise around.package.refusal(refusals.DAMAGED)
    markup = SheetMarkup(around.package, tab.name, room)
    maker = CellMaker(around.styles, around.strings)
    ends = CellEnds()
    filled = formulas = characters = 0
    for raw in _raw_cells(around.package, tab.part, markup, ends.take):
        value = maker.value(raw)
        if value is not None:
            filled += 1
            characters += len(value.text)
            if room.characters + characters > MOST_CHARACTERS:
                raise around.package.refusal(refusals.OVERLOADED)
            if value.text and raw.formula is not None:
                formulas += 1
    at = Location(file=around.package.name, sheet=tab.name)
    findings = maker.findings(at)
    findings += markup.odd.findings(at, markup.count - filled)
    if ends.count != filled + maker.empty_texts:
        stored = count_filled_cells(around.package, tab.part) - maker.empty_texts
        if stored != filled:
            missed = sheetrules.CELLS_MISSED.at(at, found=str(filled), filled=stored)
            findings.append(missed)
    if markup.odd_merges:
        findings.append(rules.DAMAGED_MERGE.at(at, count=markup.odd_merges))
    merges = without_overlaps(markup.merges)
    if len(merges) < len(markup.merges):
        overlapping = len(markup.merges) - len(merges)
        findings.append(rules.OVERLAPPING_MERGES.at(at, count=overlapping))
    if not markup.in_order:
        findings.append(rules.UNORDERED.at(at))
    found = Survey(
        merges=merges,
        hidden_columns=bytes(markup.hidden_columns),
        in_order=markup.in_order,
        stored_merges=len(markup.merges),
        cells=markup.count,
        characters=characters,
        filled=filled,
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
    if tab.part is None or not found.filled:
        return
    cells = _cells(around, tab, tab.part, found)
    if not found.in_order:
        cells = iter(sorted(cells, key=attrgetter("row", "column")))
    for _, row in groupby(cells, key=attrgetter("row")):
        yield tuple(row)


def _cells(around: Surroundings, tab: Tab, part: str, found: Survey) -> Iterator[Cell]:
    markup = SheetMarkup(around.package, tab.name, Room(limits=around.limits))
    maker = CellMaker(around.styles, around.strings)
    left = found.filled
    for raw in _raw_cells(around.package, part, markup):
        cell = maker.cell(raw, found.hidden_columns)
        if cell is not None:
            yield cell
            left -= 1
            if not left:
                return  # A million rows may follow that hold nothing but a format.


def _raw_cells(
    package: Package,
    part: str,
    markup: SheetMarkup,
    also: Callable[[bytes], None] | None = None,
) -> Iterator[RawCell]:
    parser = listen(
        package, markup.starts(), markup.ends(), markup.text, markup.unknown
    )
    for _ in drive(package, part, parser, also):
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
