"""One sheet: one pass that checks it, counts it and packs its cells."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import field, frozen

from almwp.findings.rule import Finding, Location
from almwp.intake.cells import Merge
from almwp.intake.mergedblocks import without_overlaps
from almwp.intake.packedcells import CellPacker, PackedCells
from almwp.model.fields import frozen_items
from almwp_excel import refusals, rules, sheetrules
from almwp_excel.filledcells import count_filled_cells
from almwp_excel.gatheredcells import GatheredCells
from almwp_excel.markup import MAIN, drive, listen, root_of
from almwp_excel.plainsheet import gather_plainly
from almwp_excel.room import MOST_CHARACTERS, Room
from almwp_excel.surroundings import Surroundings
from almwp_excel.workbook import Tab

_MACRO_SHEET = "http://schemas.microsoft.com/office/excel/2006/main"
_ROOTS = frozenset(
    {(space, name) for space in MAIN for name in ("worksheet", "chartsheet")}
    | {(space, "dialogsheet") for space in MAIN}
    | {(_MACRO_SHEET, "macrosheet")}
)


@frozen(kw_only=True)
class SheetCells:
    """What a sheet holds.

    Attributes:
        merges: The merged blocks, from the top down.
        stored_merges: How many merged blocks it stores, overlapping ones included.
        cells: How many cells it stores, empty ones included; a row without any
            counts as one.
        characters: How many characters they hold.
        formulas: How many of them have a formula with a stored result.
        packed: Those of them that hold something.
        findings: What is to be said about it.
    """

    merges: tuple[Merge, ...] = field(default=(), converter=frozen_items)
    stored_merges: int = 0
    cells: int = 0
    characters: int = 0
    formulas: int = 0
    packed: PackedCells = field(factory=lambda: CellPacker().packed(), repr=False)
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def read_sheet(around: Surroundings, tab: Tab, room: Room) -> SheetCells:
    """Pass over a whole sheet once; its cells are kept, so that nothing fails later.

    Args:
        around: What its cells refer to.
        tab: The sheet.
        room: What the sheets before it have left.

    Raises:
        UnreadableFileError: It is damaged, stores cells where none can stand or two
            contents for one cell, or has too many cells or merged blocks.
    """
    if tab.part is None:
        return SheetCells()
    if root_of(around.package, tab.part) not in _ROOTS:
        raise around.package.refusal(refusals.DAMAGED)
    gathered = gather_plainly(around, tab.name, tab.part, room)
    if gathered is None:
        gathered = gather_cells(around, tab.name, tab.part, room)
    return SheetCells(
        merges=without_overlaps(gathered.markup.merges),
        stored_merges=len(gathered.markup.merges),
        cells=gathered.markup.stored,
        characters=gathered.characters,
        formulas=gathered.formulas,
        packed=_in_order(around, tab, gathered),
        findings=_findings(around, tab.name, tab.part, gathered),
    )


def gather_cells(
    around: Surroundings, name: str, part: str, room: Room
) -> GatheredCells:
    """Gather the cells of a sheet, however its XML is written.

    Raises:
        UnreadableFileError: As for :func:`read_sheet`.
    """
    package = around.package
    gathered = GatheredCells.begin(around, name, room)
    markup = gathered.markup
    parser = listen(
        package, markup.starts(), markup.ends(), markup.text, markup.unknown
    )
    pieces = gathered.ends.counted(package.chunks(part))
    for _ in drive(package, part, parser, pieces):
        for raw in markup.cells:
            gathered.take(raw)
            if room.characters + gathered.characters > MOST_CHARACTERS:
                raise package.refusal(refusals.OVERLOADED)
        markup.cells.clear()
        room.insist(package, markup.stored, gathered.filled)
    return gathered


def _in_order(around: Surroundings, tab: Tab, gathered: GatheredCells) -> PackedCells:
    """Return the cells from the top down; one that is stored twice is refused."""
    packed = gathered.packed()
    if gathered.markup.in_order:
        return packed
    packed = packed.ordered()
    for row, (start, end) in zip(packed.numbers, pairwise(packed.starts), strict=True):
        for one, other in pairwise(range(start, end)):
            if packed.columns[one] == packed.columns[other]:
                # Nobody can know which of the two is meant.
                (left,) = packed.cells(row, one, other)
                name = refusals.shown(tab.name)
                raise around.package.refusal(
                    refusals.TWO_CONTENTS, sheet=name, ref=left.ref
                )
    return packed


def _findings(
    around: Surroundings, name: str, part: str, gathered: GatheredCells
) -> Iterator[Finding]:
    at = Location(file=around.package.name, sheet=name)
    markup, maker, filled = gathered.markup, gathered.maker, gathered.filled
    yield from maker.findings(at)
    rows = gathered.packer.rows
    yield from markup.odd.findings(at, markup.count - filled, rows)
    if gathered.ends.count != filled + maker.empty_texts:
        stored = count_filled_cells(around.package, part) - maker.empty_texts
        if stored != filled:
            yield sheetrules.CELLS_MISSED.at(at, found=str(filled), filled=stored)
    if markup.odd_merges:
        yield rules.DAMAGED_MERGE.at(at, count=markup.odd_merges)
    overlapping = len(markup.merges) - len(without_overlaps(markup.merges))
    if overlapping:
        yield rules.OVERLAPPING_MERGES.at(at, count=overlapping)
    if not markup.in_order:
        yield rules.UNORDERED.at(at)
