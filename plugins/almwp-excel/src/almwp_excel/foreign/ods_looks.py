"""How the cells of an .ods workbook look: a pass over its content."""

import re
from bisect import bisect_left
from operator import itemgetter

from attrs import define, field

from almwp.errors import UnreadableFileError
from almwp.intake.cells import Merge, Strike
from almwp.intake.limits import Limits
from almwp_excel import refusals
from almwp_excel.foreign.looks import PLAIN, Look, SheetLooks
from almwp_excel.foreign.ods_styles import StyleTable
from almwp_excel.markup import Attributes, drive, listen, whole
from almwp_excel.package import Package

_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0 "
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_CELLS = (f"{_TABLE} table-cell", f"{_TABLE} covered-table-cell")
_SPACES = {f"{_TEXT} s": " ", f"{_TEXT} tab": "\t", f"{_TEXT} line-break": "\n"}
_MOST_SPACES = 32_767
_MOST_SIGNS = 100_000
_SHAPE_ONLY = Look(text="")
_HIDDEN = ("collapse", "filter")
_DEPTH = 256
_ERROR = re.compile(r"#[A-Z0-9/]+[!?]?|Err:\d+")
_MOST_ROWS, _MOST_COLUMNS = 1_048_576, 16_384


@define(kw_only=True)
class _OpenCell:
    """The cell whose end has not come yet."""

    attributes: Attributes
    row: int
    column: int
    columns: int
    style: str
    text: list[str] = field(factory=list)
    struck: int = 0
    signs: int = 0
    has_shape: bool = False
    has_paragraph: bool = False


class OdsContent:
    """Listens to the content of an .ods file, and notes how its cells look."""

    def __init__(self, package: Package, part: str, limits: Limits) -> None:
        self.sheets: list[SheetLooks] = []
        self._package, self._part, self._limits = package, part, limits
        self._before = self._merges = 0
        self._styles = StyleTable()
        self._depth = self._aside = 0
        self._row = self._rows = self._column = 0
        self._hidden = False
        self._columns: list[tuple[int, str]] = []
        self._cell: _OpenCell | None = None
        self._spans: list[bool] = []
        self._nested = 0

    def read(self) -> list[SheetLooks]:
        """Pass over the content.

        Raises:
            UnreadableFileError: It is damaged, or its cells span too much.
        """
        self._styles.read(self._package)
        parser = listen(self._package, {}, {}, self._on_text)
        parser.StartElementHandler = self._on_start
        parser.EndElementHandler = self._on_end
        for _ in drive(self._package, self._part, parser):
            pass
        return self.sheets

    def _on_start(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > _DEPTH:
            raise self._package.refusal(refusals.OVERLOADED)
        if self._aside or name == f"{_OFFICE} annotation" or name.startswith(_DRAW):
            self._aside += 1  # a comment or a shape on a cell is none of its text
            if self._cell is not None and name.startswith(_DRAW):
                self._cell.has_shape = True
        elif name == f"{_TABLE} table":
            self._nested += 1
            if self._nested == 1:
                self._begin_sheet()
        elif self._nested != 1:
            self._styles.start(name, attributes)
        elif name == f"{_TABLE} table-column":
            self._on_columns(attributes)
        elif name == f"{_TABLE} table-row":
            self._on_row(attributes)
        elif name in _CELLS:
            self._open(attributes)
        elif name in _SPACES and self._cell is not None:
            count = min(whole(attributes.get(f"{_TEXT} c")) or 1, _MOST_SPACES)
            self._on_text(_SPACES[name] * count)
        elif name == f"{_TEXT} p" and self._cell is not None:
            if self._cell.has_paragraph:
                self._cell.text.append("\n")
            self._cell.has_paragraph = True
        elif name == f"{_TEXT} span":
            style = attributes.get(f"{_TEXT} style-name", "")
            self._spans.append(self._styles.is_struck(style))

    def _on_end(self, name: str) -> None:
        self._depth -= 1
        if self._aside:
            self._aside -= 1
        elif name == f"{_TABLE} table":
            self._nested -= 1
        elif self._nested == 0:
            self._styles.end(name)
        elif self._nested == 1 and name in _CELLS:
            self._close()
        elif self._nested == 1 and name == f"{_TEXT} span" and self._spans:
            self._spans.pop()

    def _on_text(self, text: str) -> None:
        cell = self._cell
        if cell is None or self._aside or self._nested != 1:
            return
        if cell.signs < _MOST_SIGNS:
            cell.text.append(text)
        cell.signs += len(text)
        if any(self._spans):
            cell.struck += len(text)

    def _begin_sheet(self) -> None:
        if self.sheets:
            self._before += self.sheets[-1].extent
        self.sheets.append(SheetLooks())
        if len(self.sheets) > self._limits.sheets:
            raise self._package.refusal(
                refusals.TOO_MANY_SHEETS, limit=f"{self._limits.sheets:,}"
            )
        self._row = self._rows = 0
        self._columns = []

    def _on_columns(self, attributes: Attributes) -> None:
        count = whole(attributes.get(f"{_TABLE} number-columns-repeated")) or 1
        before = self._columns[-1][0] if self._columns else 0
        last = min(before + count, _MOST_COLUMNS)
        if attributes.get(f"{_TABLE} visibility") in _HIDDEN:
            self.sheets[-1].hidden_columns.update(range(before + 1, last + 1))
        style = attributes.get(f"{_TABLE} default-cell-style-name", "")
        self._columns.append((last, style))

    def _on_row(self, attributes: Attributes) -> None:
        self._row += self._rows or 1
        count = whole(attributes.get(f"{_TABLE} number-rows-repeated")) or 1
        self._rows, self._column = count, 1
        self._hidden = attributes.get(f"{_TABLE} visibility") in _HIDDEN

    def _open(self, attributes: Attributes) -> None:
        columns = whole(attributes.get(f"{_TABLE} number-columns-repeated")) or 1
        style = attributes.get(f"{_TABLE} style-name")
        if style is None:
            place = bisect_left(self._columns, self._column, key=itemgetter(0))
            style = self._columns[place][1] if place < len(self._columns) else ""
        self._cell = _OpenCell(
            attributes=attributes,
            row=self._row,
            column=self._column,
            columns=columns,
            style=style,
        )
        self._column += columns

    def _close(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        self._merge(cell)
        kind = cell.attributes.get(f"{_OFFICE} value-type")
        formula = cell.attributes.get(f"{_TABLE} formula")
        sheet = self.sheets[-1]
        if formula is None and (kind is None or (kind == "string" and not cell.signs)):
            if cell.has_shape:
                sheet.note(cell.row, cell.column, _SHAPE_ONLY)
            return
        bottom, right = cell.row + self._rows - 1, cell.column + cell.columns - 1
        if bottom > _MOST_ROWS or right > _MOST_COLUMNS:
            raise self._too_many_cells()
        if self._rows * cell.columns > self._limits.cells:
            raise self._too_many_cells()
        look = self._look(cell, kind or "", formula)
        sheet.fill(cell.row, cell.column, look, self._rows, cell.columns)
        if self._before + sheet.extent > self._limits.cells:
            raise self._too_many_cells()

    def _too_many_cells(self) -> UnreadableFileError:
        return self._package.refusal(
            refusals.TOO_MANY_CELLS, limit=f"{self._limits.cells:,}"
        )

    def _look(self, cell: _OpenCell, kind: str, formula: str | None) -> Look:
        words = "".join(cell.text)
        error = None
        if cell.attributes.get(f"{_CALC} value-type") == "error" or (
            formula is not None and kind != "string" and _ERROR.fullmatch(words)
        ):
            error = words or "#ERROR!"
        strike = Strike.NONE
        if self._styles.is_struck(cell.style):
            strike = Strike.WHOLE
        elif cell.struck:
            strike = Strike.WHOLE if cell.struck == cell.signs else Strike.PART
        is_whole = cell.signs < _MOST_SIGNS
        has_own_text = cell.has_shape and kind == "string" and is_whole
        look = Look(
            number_format=self._styles.number_format(cell.style, kind),
            formula=None if formula is None else formula.partition("=")[2],
            error=error,
            hidden=self._hidden,
            strike=strike,
            is_boolean=kind == "boolean",
            text=words if has_own_text else None,
        )
        return PLAIN if look == PLAIN else look

    def _merge(self, cell: _OpenCell) -> None:
        across = whole(cell.attributes.get(f"{_TABLE} number-columns-spanned")) or 1
        down = whole(cell.attributes.get(f"{_TABLE} number-rows-spanned")) or 1
        bottom, right = cell.row + down - 1, cell.column + across - 1
        inside = bottom <= _MOST_ROWS and right <= _MOST_COLUMNS
        if (across > 1 or down > 1) and inside:
            self.sheets[-1].merges.append(
                Merge(top=cell.row, left=cell.column, bottom=bottom, right=right)
            )
            self._merges += 1
            if self._merges > self._limits.merges:
                limit = f"{self._limits.merges:,}"
                raise self._package.refusal(refusals.TOO_MANY_MERGES, limit=limit)
