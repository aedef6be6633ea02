"""The cells of one sheet while they are read, with all that is counted on the way."""

from typing import Self

from attrs import define, field

from almwp.intake.packedcells import CellPacker, PackedCells
from almwp_excel.cellvalues import CellMaker
from almwp_excel.filledcells import CellEnds
from almwp_excel.rawcells import RawCell
from almwp_excel.room import Room
from almwp_excel.sheetmarkup import SheetMarkup
from almwp_excel.surroundings import Surroundings

_REMEMBERED = 100_000
"""So many contents of cells are remembered; what comes later is looked up each time."""


@define(kw_only=True, eq=False)
class GatheredCells:
    """The cells of one sheet while they are read.

    Attributes:
        markup: Listens to expat; knows merged blocks and hidden columns.
        maker: Looks up what cells hold, and what is odd about them.
        ends: Counts the ends of cells, apart from all else.
        packer: Packs the cells that hold something.
        characters: How many characters they hold.
        formulas: How many of them have a formula with a stored result.
    """

    markup: SheetMarkup
    maker: CellMaker
    ends: CellEnds = field(factory=CellEnds)
    packer: CellPacker = field(factory=CellPacker)
    characters: int = 0
    formulas: int = 0
    _known: dict[tuple[object, ...], tuple[str, int]] = field(factory=dict, init=False)

    @classmethod
    def begin(cls, around: Surroundings, sheet: str, room: Room) -> Self:
        """Return what is known of a sheet before it is read."""
        return cls(
            markup=SheetMarkup(around.package, sheet, room),
            maker=CellMaker(around.styles, around.strings),
        )

    @property
    def filled(self) -> int:
        """How many cells hold something."""
        return self.packer.count

    def take(self, raw: RawCell) -> None:
        """Take the next cell that is stored with a value, a formula or a text."""
        held = self._known.get(raw[2:]) or self._held(raw)
        if held is None:
            return
        text, look = held
        formulas = () if raw.formula is None else (raw.formula,)
        self.packer.add_row(raw.row, (raw.column,), (look,), (text,), formulas)
        self.characters += len(text)
        if text and raw.formula is not None:
            self.formulas += 1

    def _held(self, raw: RawCell) -> tuple[str, int] | None:
        """Look up what a cell holds; remember it if it is nothing odd.

        Then all cells that store the same hold the same, wherever they stand.
        """
        odd = self.maker.odd
        value = self.maker.value(raw)
        if value is None:
            return None
        held = value.text, self.packer.look(self.maker.look(raw, value))
        if self.maker.odd == odd and len(self._known) < _REMEMBERED:
            self._known[raw[2:]] = held
        return held

    def packed(self) -> PackedCells:
        """Return the cells, in the order of the file."""
        self.packer.hide(self.markup.hidden_columns)
        return self.packer.packed()
