"""The elements of a sheet part: cells as stored, merged blocks, hidden columns."""

from collections.abc import Callable

from almwp.intake.cells import Merge, column_letters, column_number
from almwp_excel import refusals
from almwp_excel.markup import Attributes, is_on, whole
from almwp_excel.oddcells import OddCells
from almwp_excel.package import Package
from almwp_excel.places import LAST_COLUMN, LAST_ROW, REF, read_block
from almwp_excel.rawcells import RawCell
from almwp_excel.richtext import StoredText, TextRuns
from almwp_excel.room import Room
from almwp_excel.sharedformulas import SharedFormulas

_NOWHERE = -1


class SheetMarkup:
    """Gathers what a sheet stores while expat passes its elements.

    Attributes:
        cells: The cells met since they were last taken, in the order of the file.
        count: How many cells were met, empty ones included.
        in_order: Whether each stood after the one before.
        merges: The merged blocks.
        odd_merges: How many of them had no readable address.
        hidden_columns: One byte for each column, 1 where it is hidden.
        odd: What was odd about the cells.
    """

    def __init__(self, package: Package, sheet: str, room: Room) -> None:
        self.cells: list[RawCell] = []
        self.count = 0
        self.in_order = True
        self.merges: list[Merge] = []
        self.odd_merges = 0
        self.hidden_columns = bytearray(LAST_COLUMN + 1)
        self.odd = OddCells()
        self._package, self._sheet = package, sheet
        self._limits = room.limits
        self._most_merges = room.limits.merges - room.merges
        self._column_elements = 0
        self._row, self._column, self._row_said = 0, 0, True
        self._row_hidden = self._in_row = False
        self._unknown = 0
        self._home: int | None = None
        self._row_digits = "0"
        self._count_above = 0
        self._columns: dict[str, int] = {}
        self._last = (0, 0)
        self._attributes: Attributes = {}
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: StoredText | None = None
        self._formula_attributes: Attributes = {}
        self._formulas = SharedFormulas()
        self._pieces: list[str] = []
        self._in_cell = self._taking = self._in_inline = False
        self._runs = TextRuns()

    def starts(self) -> dict[str, Callable[[Attributes], None]]:
        """Return what to call where an element starts."""
        return {
            **self._runs.starts(),
            "sheetData": self._start_data,
            "col": self._start_columns,
            "row": self._start_row,
            "c": self._start_cell,
            "v": self._start_value,
            "f": self._start_formula,
            "is": self._start_inline,
            "mergeCell": self._start_merge,
        }

    def ends(self) -> dict[str, Callable[[], None]]:
        """Return what to call where an element ends."""
        return {
            **self._runs.ends(),
            "sheetData": self._end_data,
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_value,
            "f": self._end_formula,
            "is": self._end_inline,
        }

    def text(self, piece: str) -> None:
        """Take a piece of text, if it stands where a cell keeps text."""
        if self._taking:
            self._pieces.append(piece)
        elif self._in_inline and self._runs.taking:
            self._runs.add(piece)

    def _refuse_address(self, ref: str) -> None:
        raise self._package.refusal(
            refusals.NO_SUCH_CELL,
            sheet=refusals.shown(self._sheet),
            ref=refusals.shown(ref),
        )

    @property
    def _ref(self) -> str:
        return f"{column_letters(self._column)}{self._row}"

    def _refuse_two(self, one: str | None, other: str | None) -> None:
        """Refuse a cell with two contents: nobody can know which is meant."""
        if one and other and one.strip() and other.strip() and one != other:
            raise self._package.refusal(
                refusals.TWO_CONTENTS, sheet=refusals.shown(self._sheet), ref=self._ref
            )

    def _start_columns(self, attributes: Attributes) -> None:
        self._column_elements += 1
        if self._column_elements > LAST_COLUMN:
            raise self._package.refusal(refusals.OVERLOADED)
        if not is_on(attributes.get("hidden")) and not _is_zero(
            attributes.get("width")
        ):
            return
        first = whole(attributes.get("min")) or 1
        last = min(whole(attributes.get("max")) or first, LAST_COLUMN)
        if first <= last:
            self.hidden_columns[first : last + 1] = b"\x01" * (last + 1 - first)

    def unknown(self, step: int) -> None:
        """Enter (1) or leave (-1) an element that is none of those of cells."""
        self._unknown += step

    def _start_data(self, attributes: Attributes) -> None:
        # Excel looks for cells in one place: right in the sheet, and once.
        self._home = self._unknown if self._home is None else _NOWHERE

    def _end_data(self) -> None:
        self._home = _NOWHERE

    @property
    def is_where_cells_stand(self) -> bool:
        """Whether expat is in the first table of cells, right in the sheet."""
        return self._home == self._unknown == 1

    def _start_row(self, attributes: Attributes) -> None:
        self.odd.rows += 1
        if self.odd.rows > LAST_ROW:
            raise self._package.refusal(refusals.OVERLOADED)
        said = attributes.get("r")
        self._row_said = said is not None
        row = self._row + 1
        self._row_digits = str(row)
        if said is not None and said != self._row_digits:
            row = whole(said) or 0
            self._row_digits = str(row)
        if not 1 <= row <= LAST_ROW:
            self._refuse_address(said or str(row))
        self._row, self._column, self._in_row = row, 0, True
        self._row_hidden = is_row_hidden(attributes)
        self._count_above = self.count

    def _end_row(self) -> None:
        self._in_row = False
        if self.count == self._count_above:
            self.odd.bare_rows += 1

    @property
    def stored(self) -> int:
        """How many cells were met; a row without any counts as one."""
        return self.count + self.odd.bare_rows

    def _start_cell(self, attributes: Attributes) -> None:
        self.count += 1
        ref = attributes.get("r")
        if ref is None:
            self._column += 1
            if not self._row or self._column > LAST_COLUMN:
                self._refuse_address(f"row {self._row}, column {self._column}")
        else:
            self._place(ref)
        self._attributes = attributes
        self._value = self._formula = self._inline = None
        self._in_cell = True

    def _place(self, ref: str) -> None:
        """Take the address that a cell gives itself."""
        if ref.endswith(self._row_digits) and self._row_said:
            known = self._columns.get(ref[: -len(self._row_digits)])
            if known is not None:
                self._column = known  # as nearly all of millions of cells
                return
        match = REF.fullmatch(ref)
        row = int(match[2]) if match else 0
        column = column_number(match[1].upper()) if match else 0
        if not self._row_said and not self._column:
            self._row = row  # the row left it to its first cell to say where it is
        if row != self._row or not 1 <= row <= LAST_ROW or column > LAST_COLUMN:
            self._refuse_address(ref)
        self._column = column
        if match:
            self._columns[match[1]] = column

    def _end_cell(self) -> None:
        self._in_cell = False
        if self._value is None and self._formula is None and self._inline is None:
            return
        place = (self._row, self._column)
        if place <= self._last:
            self.in_order = False
        self._last = place
        if self._unknown != self._home or not self._in_row:
            self.odd.misplace(self._ref)
        if "vm" in self._attributes and self._attributes.get("t") == "e":
            self.odd.meet_newer(self._ref, self._value or "")
        self._refuse_two(self._inline.text if self._inline else None, self._value)
        self.cells.append(
            RawCell(
                self._row,
                self._column,
                self._attributes.get("t", "n"),
                self._attributes.get("s", "0"),
                self._value,
                self._formula,
                self._inline,
                self._row_hidden,
            )
        )

    def _start_value(self, attributes: Attributes) -> None:
        self._taking = self._in_cell

    def _end_value(self) -> None:
        if self._taking:
            value = self._taken()
            self._refuse_two(self._value, value)
            self._value = value or self._value or ""

    def _start_formula(self, attributes: Attributes) -> None:
        self._taking = self._in_cell
        self._formula_attributes = attributes

    def _end_formula(self) -> None:
        if not self._taking:
            return
        written = self._formulas.of(self._formula_attributes, self._taken())
        if written is not None:
            self._formula = written

    def _taken(self) -> str:
        text = "".join(self._pieces)
        self._pieces.clear()
        self._taking = False
        return text

    def _start_inline(self, attributes: Attributes) -> None:
        self._in_inline = self._in_cell
        self._runs.take()

    def _end_inline(self) -> None:
        if self._in_inline:
            inline = self._runs.take()
            self._refuse_two(self._inline.text if self._inline else None, inline.text)
            self._inline = inline if inline.text else self._inline or inline
        self._in_inline = False

    def _start_merge(self, attributes: Attributes) -> None:
        merge = read_block(attributes.get("ref", ""))
        if merge is None:
            self.odd_merges += 1
            return
        self.merges.append(merge)
        if len(self.merges) > self._most_merges:
            raise self._package.refusal(
                refusals.TOO_MANY_MERGES, limit=f"{self._limits.merges:,}"
            )


def is_row_hidden(attributes: Attributes) -> bool:
    """Say whether the attributes of a row hide it."""
    return is_on(attributes.get("hidden")) or _is_zero(attributes.get("ht"))


def _is_zero(size: str | None) -> bool:
    """Say whether a height or a width is zero."""
    return size is not None and "0" in size and not size.strip("0.")
