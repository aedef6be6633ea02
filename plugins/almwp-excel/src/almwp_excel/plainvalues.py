"""Where plain cells stand and what they hold; each value is looked up once."""

import re
from typing import Final

from almwp.intake.cells import CellKind, Strike, column_number
from almwp.intake.packedcells import CellPacker, Look
from almwp_excel.cellvalues import NUMBER, CellMaker
from almwp_excel.places import LAST_COLUMN
from almwp_excel.plaintext import NotPlainError, decoded
from almwp_excel.rawcells import RawCell
from almwp_excel.richtext import unescape
from almwp_excel.sharedstrings import SharedStrings
from almwp_excel.styles import CellStyle

Held = tuple[str, int]
"""The text of a cell and the number of its look."""
NOTHING: Final = None
"""What a cell holds that holds nothing."""
EMPTY_TEXT: Final = ()
"""What it holds if it names a shared text that is empty."""

_ATTRIBUTES = re.compile(
    r'(?: s="(0|[1-9][0-9]{0,8})")?(?: t="(s|n|b|e|d|str|inlineStr)")?'
)
_NUMERALS = re.compile(r"[0-9]{1,9}")
_REMEMBERED = 200_000
"""So many values are remembered; the next one makes room for others."""


class ValuesOfStyle(dict[str, Held | tuple[()] | None]):
    """What the cells with the same attributes hold, by the value that they store."""

    def __init__(
        self, around: "PlainValues", style: str, kind: str, *, is_hidden: bool
    ) -> None:
        super().__init__()
        self.kind = kind
        self._style, self._is_hidden = style, is_hidden
        self._around = around
        self._texts = around.strings.texts if kind == "s" else ()
        plain = CellKind.NUMBER if kind == "n" else CellKind.TEXT
        self._look = around.look_of(style, plain, is_hidden=is_hidden)

    def __missing__(self, value: str) -> Held | tuple[()] | None:
        around = self._around
        around.remembered += 1
        if around.remembered > _REMEMBERED:
            around.forget()
        held = self[value] = self._held(value)
        return held

    def _held(self, value: str) -> Held | tuple[()] | None:
        if self.kind == "s":
            if _NUMERALS.fullmatch(value):
                number = int(value)
                if number >= len(self._texts):
                    raise NotPlainError
                text = self._texts[number]
                if not text:
                    return EMPTY_TEXT
                if number not in self._around.strings.rich:
                    return text, self._look
        elif self.kind == "n" and NUMBER.fullmatch(value):
            return value, self._look
        elif not value:
            return NOTHING
        elif self.kind in ("str", "inlineStr"):
            return unescape(decoded(value)), self._look
        return self._around.held(self.raw(decoded(value)))

    def raw(self, value: str | None, formula: str | None = None) -> RawCell:
        """Return a cell with a value as it is stored; its place does not matter."""
        return RawCell(
            1, 1, self.kind, self._style, value, formula, None, self._is_hidden
        )


class PlainValues(dict[str, ValuesOfStyle]):
    """What the plain cells of shown rows hold, or of hidden ones, by their attributes.

    Whatever is not the commonest is asked of the same maker of cells as elsewhere; what
    is odd is not plain.

    Attributes:
        remembered: How many values are remembered.
    """

    def __init__(
        self,
        styles: tuple[CellStyle, ...],
        strings: SharedStrings,
        maker: CellMaker,
        packer: CellPacker,
        *,
        is_hidden: bool,
    ) -> None:
        super().__init__()
        self.strings = strings
        self._styles, self._maker, self._packer = styles, maker, packer
        self._is_hidden, self.remembered = is_hidden, 0

    def forget(self) -> None:
        """Forget all values, as there are too many of them."""
        self.remembered = 0
        for each in self.values():
            each.clear()

    def __missing__(self, attributes: str) -> ValuesOfStyle:
        match = _ATTRIBUTES.fullmatch(attributes)
        if match is None:
            raise NotPlainError
        style, kind = match[1] or "0", match[2] or "n"
        made = ValuesOfStyle(self, style, kind, is_hidden=self._is_hidden)
        self[attributes] = made
        return made

    def look_of(self, style: str, kind: CellKind, *, is_hidden: bool) -> int:
        """Return the number of the look of plain numbers or texts of a style."""
        number = int(style)
        if number >= len(self._styles):
            if number:
                raise NotPlainError
            of = CellStyle()
        else:
            of = self._styles[number]
        strike = Strike.WHOLE if of.struck else Strike.NONE
        return self._packer.look(Look(kind, of.number_format, is_hidden, strike))

    def held(self, raw: RawCell) -> Held | tuple[()] | None:
        """Return what any other cell holds, as the maker of cells says."""
        empty = self._maker.empty_texts
        value = self._maker.value(raw)
        if self._maker.has_odd:
            raise NotPlainError
        if self._maker.empty_texts > empty:
            self._maker.empty_texts = empty
            return EMPTY_TEXT
        if value is None:
            return NOTHING
        return value.text, self._packer.look(self._maker.look(raw, value))


class ColumnNumbers(dict[str, int]):
    """The numbers of columns by their letters."""

    def __missing__(self, letters: str) -> int:
        column = self[letters] = column_number(letters)
        if column > LAST_COLUMN:
            raise NotPlainError
        return column
