"""How the cells of an .xls workbook look: a pass over its records."""

import struct
from collections.abc import Iterator

from attrs import define, field, frozen

from almwp.intake.cells import Strike
from almwp_excel.foreign.looks import PLAIN, Look, SheetLooks
from almwp_excel.foreign.ole import workbook_stream
from almwp_excel.numberformats import BUILT_IN, GENERAL

_BOF, _EOF, _PASSWORD = 0x809, 0x0A, 0x2F
_SHEET, _FORMAT, _XF, _FONT, _EPOCH = 0x85, 0x41E, 0xE0, 0x31, 0x22
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256
_EXTENT = 0x200
_ROW, _COLUMNS, _FORMULA, _BOOLEAN_OR_ERROR = 0x208, 0x7D, 0x06, 0x205
_ONE_CELL = frozenset({0x27E, 0x203, 0xFD, 0x204, 0xD6, _BOOLEAN_OR_ERROR, _FORMULA})
_MANY_CELLS = 0xBD
_BIFF8 = 0x600
_FORMULA_TEXT = "(formula)"
"""What stands for a formula whose text is stored in a form of its own."""
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


@frozen(kw_only=True)
class XlsLooks:
    """What the records of a workbook say.

    Attributes:
        sheets: How the cells of its sheets look, in order.
        starts_1904: Whether its dates count from 1904.
        has_password: Whether it cannot be read without a password.
        claimed: How many cells a sheet claims to have, at most.
        claims_nonsense: Whether one claims more than a sheet of that time can have,
            or to end before it begins.
    """

    sheets: list[SheetLooks] = field(repr=False)
    starts_1904: bool = False
    has_password: bool = False
    claimed: int = 0
    claims_nonsense: bool = False


@define(kw_only=True)
class _Budget:
    """How many bytes may be read: sheets that share their bytes have no end."""

    left: int

    def spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise struct.error("the sheets of the workbook overlap")


@define(kw_only=True)
class _Styles:
    formats: dict[int, str] = field(factory=lambda: dict(BUILT_IN))
    struck_fonts: list[bool] = field(factory=list)
    cells: list[tuple[int, int]] = field(factory=list)
    made: dict[tuple[int, str | None, str | None], Look] = field(factory=dict)

    def look(self, style: int, formula: str | None, error: str | None) -> Look:
        """Return how a cell of a style looks; the same object for the same look."""
        key = (style, formula, error)
        if key not in self.made:
            self.made[key] = self._make(*key)
        return self.made[key]

    def _make(self, style: int, formula: str | None, error: str | None) -> Look:
        font, number = self.cells[style] if style < len(self.cells) else (0, 0)
        place = font - 1 if font > 4 else font  # there is no font with the number 4
        struck = place < len(self.struck_fonts) and self.struck_fonts[place]
        look = Look(
            number_format=self.formats.get(number, GENERAL),
            formula=formula,
            error=error,
            strike=Strike.WHOLE if struck else Strike.NONE,
        )
        return PLAIN if look == PLAIN else look


def xls_looks(content: bytes) -> XlsLooks | None:
    """Pass over the records of a workbook; None where they are not as they should."""
    stream = workbook_stream(content)
    if stream is None:
        return None
    try:
        return _read(stream)
    except (struct.error, IndexError):
        return None


def _records(stream: bytes, at: int, budget: _Budget) -> Iterator[tuple[int, bytes]]:
    """Give the records from *at* to the end of the substream that begins there."""
    depth = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        data = stream[at + 4 : at + 4 + length]
        budget.spend(4 + length)
        if len(data) < length:
            return
        depth += (kind == _BOF) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            return
        if depth <= 1:  # a chart inside a sheet is a substream of its own
            yield kind, data
        at += 4 + length


def _read(stream: bytes) -> XlsLooks | None:
    styles = _Styles()
    places: list[int] = []
    version, starts_1904 = 0, False
    budget = _Budget(left=len(stream) + 4)
    for kind, data in _records(stream, 0, budget):
        if kind == _BOF:
            version = struct.unpack_from("<H", data)[0]
        elif kind == _PASSWORD:
            return XlsLooks(sheets=[], has_password=True)
        elif kind == _SHEET:
            places.append(struct.unpack_from("<I", data)[0])
        elif kind == _EPOCH:
            starts_1904 = data[:1] == b"\x01"
        elif kind == _FORMAT:
            number, code = _format(data, version)
            styles.formats[number] = code
        elif kind == _FONT:
            styles.struck_fonts.append(bool(data[2] & 0x08))
        elif kind == _XF:
            font, number = struct.unpack_from("<HH", data)
            styles.cells.append((font, number))
    if not places:
        return None
    sheets = [_sheet(stream, place, styles, budget) for place in places]
    claims = [sheet.claimed for sheet in sheets]
    return XlsLooks(
        sheets=sheets,
        starts_1904=starts_1904,
        claimed=max(rows * columns for rows, columns in claims),
        claims_nonsense=any(
            not 0 <= rows <= _MOST_ROWS or not 0 <= columns <= _MOST_COLUMNS
            for rows, columns in claims
        ),
    )


def _format(data: bytes, version: int) -> tuple[int, str]:
    """Return the number of a format and its code."""
    if version < _BIFF8:
        return data[0] | data[1] << 8, data[3 : 3 + data[2]].decode("cp1252", "replace")
    number, length, wide = struct.unpack_from("<HHB", data)
    if wide & 1:
        return number, data[5 : 5 + 2 * length].decode("utf-16-le", "replace")
    return number, data[5 : 5 + length].decode("latin-1")


def _sheet(stream: bytes, place: int, styles: _Styles, budget: _Budget) -> SheetLooks:
    found = SheetLooks()
    for kind, data in _records(stream, place, budget):
        if kind in _ONE_CELL:
            row, column, style = struct.unpack_from("<HHH", data)
            formula = _FORMULA_TEXT if kind == _FORMULA else None
            look = styles.look(style, formula, _error(kind, data))
            found.fill(row + 1, column + 1, look)
        elif kind == _MANY_CELLS:
            row, first = struct.unpack_from("<HH", data)
            for at in range(4, len(data) - 6, 6):
                style = struct.unpack_from("<H", data, at)[0]
                look = styles.look(style, None, None)
                found.fill(row + 1, first + 1 + (at - 4) // 6, look)
        elif kind == _EXTENT:
            found.claimed = _claimed(data)
        elif kind == _ROW and data[12] & 0x20:
            found.hidden_rows.add(struct.unpack_from("<H", data)[0] + 1)
        elif kind == _COLUMNS and data[8] & 0x01:
            first, last = struct.unpack_from("<HH", data)
            found.hidden_columns.update(range(first + 1, min(last, 255) + 2))
    return found


def _claimed(data: bytes) -> tuple[int, int]:
    """Return how many rows and columns a sheet says it has, from its record of it."""
    layout = "<IIHH" if len(data) >= 12 else "<HHHH"
    top, bottom, left, right = struct.unpack_from(layout, data)
    return bottom - top, right - left


def _error(kind: int, data: bytes) -> str | None:
    """Return the error that a cell shows, or None."""
    if kind == _BOOLEAN_OR_ERROR and data[7]:
        return _ERRORS.get(data[6], "#ERROR!")
    if kind == _FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:
        return _ERRORS.get(data[8], "#ERROR!")
    return None
