"""The rows of a sheet as markup: written in their order, and kept packed till the end.

XlsxWriter keeps a record for each cell, or lets go of rows at once and then drops, in
silence, what is written into a row above.  Here nothing can be dropped: what is not in
order is refused.
"""

import re
import zlib
from collections.abc import Iterator

from attrs import define, field

from almwp.drawing.xmltext import in_attribute, in_element
from almwp.intake.cells import column_letters
from almwp_excel.annotate.plaintext import stored

_PIECE = 200_000
"""Characters of markup that are packed together."""
_EMPTY = b"<sheetData/>"
_BEHIND_LINKS = re.compile(rb"<(?:printOptions|pageMargins)\b")
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"/>')
_USUAL = 15.0
"""Points: how tall a row is that has no height of its own."""


def text_markup(text: str, look: int) -> str:
    """Return a cell that holds *text*, without its place; blank for no text."""
    if not text:
        return f' s="{look}"/>'
    plain = in_element(stored(text))
    kept = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() else ""
    return f' s="{look}" t="inlineStr"><is><t{kept}>{plain}</t></is></c>'


def number_markup(number: float, look: int) -> str:
    """Return a cell that holds *number*, without its place."""
    return f' s="{look}"><v>{number:.16G}</v></c>'


@define(eq=False)
class PackedRows:
    """The rows of one sheet.

    Attributes:
        row: The row that is being written, counted from 0; -1 before the first.
        size: How many bytes the markup of the rows has.
    """

    row: int = field(default=-1, init=False)
    size: int = field(default=0, init=False)
    _column: int = field(default=-1, init=False)
    _last_column: int = field(default=0, init=False)
    _height: float = field(default=_USUAL, init=False)
    _is_hidden: bool = field(default=False, init=False)
    _letters: list[str] = field(factory=list, init=False)
    _cells: list[str] = field(factory=list, init=False)
    _waiting: list[str] = field(factory=list, init=False)
    _length: int = field(default=0, init=False)
    _packed: list[bytes] = field(factory=list, init=False)
    _links: list[bytes] = field(factory=list, init=False)

    def begin(self, row: int, *, is_hidden: bool = False) -> None:
        """Begin *row*, which is below all that were written.

        Raises:
            ValueError: It is not.
        """
        if row <= self.row:
            raise ValueError(f"row {row} comes after row {self.row}")
        self._end()
        self.row, self._column, self._height = row, -1, _USUAL
        self._is_hidden = is_hidden

    def put(self, column: int, markup: str, height: float = 0) -> None:
        """Put a cell into the row, right of all that it has.

        Args:
            column: Its column, counted from 0.
            markup: The cell without its place.
            height: How tall the row must be for it, in points.

        Raises:
            ValueError: It is not right of them, or no row was begun.
        """
        if column <= self._column or self.row < 0:
            raise ValueError(f"column {column} comes after column {self._column}")
        while column >= len(self._letters):
            self._letters.append(column_letters(len(self._letters) + 1))
        self._cells.append(f'<c r="{self._letters[column]}{self.row + 1}"{markup}')
        self._column = column
        if height > self._height:
            self._height = height

    def link(self, to: str, said: str) -> None:
        """Let the cell that was put last lead to a place in the workbook."""
        place = f"{self._letters[self._column]}{self.row + 1}"
        leads = (
            f"location={in_attribute(stored(to))} display={in_attribute(stored(said))}"
        )
        self._links.append(f'<hyperlink ref="{place}" {leads}/>'.encode())

    def _end(self) -> None:
        """Keep the row that was being written."""
        if self.row < 0:
            return
        pixels = int(self._height * 4 / 3 + 0.5)  # as Excel does: no part of a pixel
        size = f' ht="{pixels * 0.75:.16g}"' if self._height > _USUAL else ""
        hidden = ' hidden="1"' if self._is_hidden else ""
        cells = "".join(self._cells)
        self._waiting.append(f'<row r="{self.row + 1}"{size}{hidden}>{cells}</row>')
        self._cells.clear()
        self._last_column = max(self._last_column, self._column)
        self._length += len(cells)
        if self._length > _PIECE:
            self._pack()

    def _pack(self) -> None:
        piece = "".join(self._waiting).encode()
        self.size += len(piece)
        self._packed.append(zlib.compress(piece, 1))
        self._waiting.clear()
        self._length = 0

    def within(self, frame: bytes) -> Iterator[bytes]:
        """Give a sheet piece by piece: *frame*, which has no rows, with these in it.

        Raises:
            ValueError: The frame has rows of its own.
        """
        head, empty, foot = frame.partition(_EMPTY)
        behind = _BEHIND_LINKS.search(foot)
        if not empty or behind is None:
            raise ValueError("a sheet has rows that were written in two ways")
        self._end()
        self._pack()
        letters = column_letters(self._last_column + 1)
        extent = f'<dimension ref="A1:{letters}{self.row + 1}"/>'.encode()
        yield _DIMENSION.sub(extent, head, count=1)
        yield b"<sheetData>"
        for piece in self._packed:
            yield zlib.decompress(piece)
        yield b"</sheetData>"
        yield foot[: behind.start()]
        if self._links:
            yield b"<hyperlinks>"
            yield from self._links
            yield b"</hyperlinks>"
        yield foot[behind.start() :]
