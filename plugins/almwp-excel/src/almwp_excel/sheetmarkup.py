"""The elements of a sheet part: cells as stored, merged blocks, hidden columns."""

import re
from collections.abc import Callable
from typing import NamedTuple

from almwp.intake.cells import Merge, column_letters, column_number
from almwp_excel import refusals
from almwp_excel.markup import Attributes, is_on, whole
from almwp_excel.package import Package
from almwp_excel.richtext import StoredText, TextRuns

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_MOST_MERGES = 500_000
_REF = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_SHARED = "(shared formula)"
_TABLE = "TABLE()"


class RawCell(NamedTuple):
    """A cell as its sheet stores it, with a value, a formula or a text of its own.

    Attributes:
        row: Its row.
        column: Its column.
        kind: The type it is marked with.
        style: The number of its style.
        value: Its value; None if it has none, which is not the same as an empty one.
        formula: Its formula.  A cell that shares the formula of another has the text
            of that one, as it stands there.
        inline: The text that stands in it instead of among the shared strings.
        hidden: Whether its row is hidden.
    """

    row: int
    column: int
    kind: str
    style: str
    value: str | None
    formula: str | None
    inline: StoredText | None
    hidden: bool

    @property
    def ref(self) -> str:
        """Its address."""
        return f"{column_letters(self.column)}{self.row}"


class SheetMarkup:
    """Gathers what a sheet stores while expat passes its elements.

    Attributes:
        cells: The cells met since they were last taken, in the order of the file.
        count: How many cells were met, empty ones included.
        in_order: Whether each stood after the one before.
        merges: The merged blocks.
        odd_merges: How many of them had no readable address.
        hidden_columns: One byte for each column, 1 where it is hidden.
    """

    def __init__(self, package: Package, sheet: str, allowed: int, limit: int) -> None:
        self.cells: list[RawCell] = []
        self.count = 0
        self.in_order = True
        self.merges: list[Merge] = []
        self.odd_merges = 0
        self.hidden_columns = bytearray(LAST_COLUMN + 1)
        self._package, self._sheet = package, sheet
        self._allowed, self._limit = allowed, limit
        self._column_elements = 0
        self._row, self._column, self._row_said = 0, 0, True
        self._row_hidden = False
        self._last = (0, 0)
        self._attributes: Attributes = {}
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: StoredText | None = None
        self._formula_attributes: Attributes = {}
        self._shared: dict[str, str] = {}
        self._pieces: list[str] = []
        self._in_cell = self._taking = self._in_inline = False
        self._runs = TextRuns()

    def starts(self) -> dict[str, Callable[[Attributes], None]]:
        """Return what to call where an element starts."""
        return {
            **self._runs.starts(),
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

    def _start_row(self, attributes: Attributes) -> None:
        said = attributes.get("r")
        self._row_said = said is not None
        row = self._row + 1 if said is None else whole(said) or 0
        if not 1 <= row <= LAST_ROW:
            self._refuse_address(said or str(row))
        self._row, self._column = row, 0
        self._row_hidden = is_on(attributes.get("hidden")) or _is_zero(
            attributes.get("ht")
        )

    def _start_cell(self, attributes: Attributes) -> None:
        self.count += 1
        if self.count > self._allowed:
            raise self._package.refusal(
                refusals.TOO_MANY_CELLS, limit=f"{self._limit:,}"
            )
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
        match = _REF.fullmatch(ref)
        row = int(match[2]) if match else 0
        column = column_number(match[1].upper()) if match else 0
        if not self._row_said and not self._column:
            self._row = row  # the row left it to its first cell to say where it is
        if row != self._row or not 1 <= row <= LAST_ROW or column > LAST_COLUMN:
            self._refuse_address(ref)
        self._column = column

    def _end_cell(self) -> None:
        self._in_cell = False
        if self._value is None and self._formula is None and self._inline is None:
            return
        place = (self._row, self._column)
        if place <= self._last:
            self.in_order = False
        self._last = place
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
            self._value = self._taken()

    def _start_formula(self, attributes: Attributes) -> None:
        self._taking = self._in_cell
        self._formula_attributes = attributes

    def _end_formula(self) -> None:
        if not self._taking:
            return
        written, attributes = self._taken(), self._formula_attributes
        kind, group = attributes.get("t", "normal"), attributes.get("si", "")
        if kind == "shared":
            if written.strip():
                self._shared[group] = written
            written = self._shared.get(group, _SHARED)
        elif kind == "dataTable":
            written = written or _TABLE
        if written.strip():
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
            self._inline = self._runs.take()
        self._in_inline = False

    def _start_merge(self, attributes: Attributes) -> None:
        merge = _merge(attributes.get("ref", ""))
        if merge is None:
            self.odd_merges += 1
            return
        self.merges.append(merge)
        if len(self.merges) > _MOST_MERGES:
            raise self._package.refusal(refusals.OVERLOADED)


def _merge(ref: str) -> Merge | None:
    """Return the block of an address such as ``A5:H5``, or None."""
    first, _, last = ref.partition(":")
    one, two = _REF.fullmatch(first), _REF.fullmatch(last or first)
    if not one or not two:
        return None
    rows = sorted((int(one[2]), int(two[2])))
    columns = sorted(column_number(each[1].upper()) for each in (one, two))
    if rows[0] < 1 or rows[1] > LAST_ROW or columns[1] > LAST_COLUMN:
        return None
    return Merge(top=rows[0], left=columns[0], bottom=rows[1], right=columns[1])


def _is_zero(size: str | None) -> bool:
    """Say whether a height or a width is zero."""
    return size is not None and "0" in size and not size.strip("0.")
