"""Tell what a row below the headings is: an activity, a section, an edition, totals."""

import re
from collections.abc import Mapping
from enum import Enum, auto
from functools import cached_property
from itertools import takewhile

from attrs import field, frozen

from almwp.intake.asides import is_aside, is_place_and_date, is_signature
from almwp.intake.cells import Cell, CellKind, Strike, column_letters
from almwp.intake.editions import is_edition
from almwp.intake.field import TITLES, Field
from almwp.intake.grid import Grid
from almwp.intake.lexicon import Lexicon
from almwp.intake.markedcolumns import MarkedColumns
from almwp.intake.sections import section_key
from almwp.intake.totals import is_total
from almwp.intake.values import Values
from almwp.model.fields import frozen_items
from almwp.model.folding import compose

_SIGNERS = 3
"""How many sign beside each other at the most."""
_NAMING = frozenset({"other_titles", "number"})
"""Fields that name a row, beside its titles, and tell nothing of it."""
_HEADING_NUMBER = re.compile(r"(?:X{0,3}(?:I[XV]|V?I{1,3}|V)|X{1,3}|[A-Z])[.)]?")
"""A Roman numeral or a letter, as headings between rows are numbered."""


class RowKind(Enum):
    """What a row is."""

    ACTIVITY = auto()
    SECTION = auto()
    EDITION = auto()
    TOTAL = auto()
    EMPTY = auto()
    HEADINGS = auto()
    OUTSIDE = auto()


@frozen(kw_only=True, eq=False, slots=False)
class Table:
    """A table of activities: its cells, and which column is which field.

    Attributes:
        grid: The sheet.
        columns: The field of each column that has one.
        headed: All columns that have a heading.
        rows: The rows below the headings, up to the next table.
        ends_before_headings: Whether the headings of another table come next.
        titles: Keys of the fields each of which says what a row is about.
        marked: Columns of which a mark chooses one; the first stands for their field.
    """

    grid: Grid
    columns: Mapping[int, Field]
    headed: frozenset[int]
    rows: tuple[int, ...]
    ends_before_headings: bool = False
    titles: tuple[str, ...] = field(default=TITLES, converter=frozen_items)
    marked: tuple[MarkedColumns, ...] = field(default=(), converter=frozen_items)

    @cached_property
    def marked_columns(self) -> Mapping[int, str]:
        """The key of the field that a mark tells, by its column."""
        return {c: several.key for several in self.marked for c, _ in several.columns}

    @cached_property
    def column_of(self) -> Mapping[str, int]:
        """The column of each field, by its key."""
        return {of.key: column for column, of in self.columns.items()}

    @cached_property
    def places(self) -> Mapping[str, tuple[str, str]]:
        """The key of each field with the letters of its column, by the key."""
        return {k: (k, column_letters(column)) for k, column in self.column_of.items()}

    def places_of(self, keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Return *keys* with the letters of their columns.

        Rows that are filled alike are told the same object: a report keeps it for each.
        """
        known = self._places_of_rows.get(keys)
        if known is None:
            places = self.places
            known = self._places_of_rows[keys] = tuple([places[key] for key in keys])
        return known

    @cached_property
    def _places_of_rows(self) -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
        return {}

    @cached_property
    def has_strikes(self) -> bool:
        """Whether any text on the sheet is struck through."""
        looks = self.grid.packed.known_looks
        return any(look.strike is not Strike.NONE for look in looks)

    @cached_property
    def unnamed(self) -> frozenset[int]:
        """The columns that have a heading or values, and no field."""
        first, last = self.rows[0], self.rows[-1]
        return (self.headed | self.grid.columns(first, last + 1)) - self.columns.keys()

    @cached_property
    def title_columns(self) -> tuple[int, ...]:
        """The columns that give rows their titles."""
        return tuple(c for c, of in self.columns.items() if of.key in self.titles)

    @cached_property
    def number_columns(self) -> tuple[int, ...]:
        """The columns that give rows their numbers."""
        return tuple(c for c, of in self.columns.items() if of.key == "number")

    @property
    def first_title(self) -> int:
        """The first column that gives rows their titles."""
        return min(self.title_columns, default=0)

    def title_of(self, row: int) -> Cell | None:
        """Return the cell that gives a row its title, own or merged down to it."""
        for column in self.title_columns:
            if cell := self.grid.filled_down(row, column):
                return cell if cell.row >= self.rows[0] else None
        return None

    @property
    def reports(self) -> bool:
        """Whether any column tells more of an activity than number and title."""
        return bool(self._telling)

    @cached_property
    def _telling(self) -> frozenset[int]:
        naming = {*self.titles, *_NAMING}
        return frozenset(c for c, of in self.columns.items() if of.key not in naming)

    def is_bare(self, row: int) -> bool:
        """Say whether a row has nothing but a title, and perhaps a number."""
        own = self.grid.rows[row].keys()
        if not self._telling.isdisjoint(own) or not own <= self.columns.keys():
            return False
        if not self.title_of(row):
            return False
        return not any(self._value_at(row, column) for column in self._telling)

    def is_numbered_section(self, row: int) -> bool:
        """Say whether a bare row is numbered as a heading, and others are not."""
        return self._is_headlike(row) and self._has_plain_rows

    @cached_property
    def _has_plain_rows(self) -> bool:
        return any(self.title_of(r) and not self._is_headlike(r) for r in self.rows)

    def _is_headlike(self, row: int) -> bool:
        own = self.grid.rows[row]
        for column in self.number_columns:
            cell = own.get(column)
            if cell is not None and cell.kind is CellKind.TEXT:
                number = compose(cell.text).strip()
                is_one = _HEADING_NUMBER.fullmatch(number) is not None
                return is_one and self.is_bare(row)
        return False

    def _value_at(self, row: int, column: int) -> Cell | None:
        cell = self.grid.filled_down(row, column)
        return cell if cell and cell.row >= self.rows[0] else None

    def is_aside(self, row: int, lexicon: Lexicon) -> bool:
        """Say whether a row is a note or a signature in the place of a title."""
        cells = self.grid.rows[row]
        is_alone = len(cells) == 1 or self.is_bare(row)
        return is_alone and is_aside(cells, lexicon)

    def footer(self, lexicon: Lexicon) -> frozenset[int]:
        """Return the rows below the table that belong to it no more.

        They come after an empty row, and neither they nor any row after them has a
        title: signatures, places and dates, notes.  Where the words over a signature
        stand in the column of the titles, all below them belongs to it; so does all
        below a place and date, where each row is one text in the same column.
        """
        return self._untitled(lexicon) | self._signed() | self._dated(lexicon)

    def _signed(self) -> frozenset[int]:
        """Return the rows of signatures below the table, and the place and date."""
        of_rows, lean = self.grid.rows, self._lean_end
        if not any(is_signature(of_rows[row]) for row in lean):
            return frozenset()
        head = next(row for row in self.rows if is_signature(of_rows[row]))
        begin = head
        for row in reversed([row for row in self.rows if row < head]):
            if self.title_of(row):
                break
            begin = row
        found = frozenset(row for row in self.rows if row >= begin)
        is_apart = begin - 1 not in of_rows and begin > self.rows[0]
        return found if is_apart and found <= {*lean} else frozenset()

    def _dated(self, lexicon: Lexicon) -> frozenset[int]:
        """Return the rows of a signature that has nothing but place and date over it.

        *Jakarta, 1 Juli 2025*, an office and a name: each in a row of its own.
        """
        of_rows = self.grid.rows
        found = [*takewhile(lambda row: len(of_rows[row]) == 1, self._lean_end)]
        for row in reversed(found):
            if row - 1 in of_rows or row == self.rows[0]:
                continue
            ((column, cell),) = of_rows[row].items()
            if is_place_and_date(cell, lexicon):
                below = frozenset(each for each in found if each >= row)
                is_one_column = all(column in of_rows[each] for each in below)
                return below if is_one_column else frozenset()
        return frozenset()

    @cached_property
    def _lean_end(self) -> tuple[int, ...]:
        """The last rows, as far up as all have few cells and none a number.

        The words over a signature may stand in the column of the numbers.
        """
        of_rows = self.grid.rows

        def is_lean(row: int) -> bool:
            own = of_rows[row]
            return len(own) <= _SIGNERS and (
                own.keys().isdisjoint(self.number_columns) or is_signature(own)
            )

        return tuple(takewhile(is_lean, reversed(self.rows)))

    def _untitled(self, lexicon: Lexicon) -> frozenset[int]:
        found: list[int] = []
        for row in reversed(self.rows):
            if self.title_of(row) and not self.is_aside(row, lexicon):
                break
            found.append(row)
        if len(found) == len(self.rows):
            return frozenset()
        after_gap = [row for row in found if row - 1 not in self.grid.rows]
        return frozenset(row for row in found if after_gap and row >= min(after_gap))


def kind_of(row: int, table: Table, values: Values) -> RowKind:
    """Tell what a row is.

    A section is one text alone: in a block over several columns, left of the titles,
    or in the words of an outcome or an area; or a title alone that has the number of
    a heading (``II``, ``B.``).  A number alone is a row that was numbered and never
    filled in.  What stands below no heading at all is outside, and so are notes.
    """
    cells, columns = table.grid.rows[row], table.columns
    if is_total(cells, columns, table.number_columns, values.lexicon):
        return RowKind.TOTAL
    if table.is_aside(row, values.lexicon):
        return RowKind.OUTSIDE
    if table.is_numbered_section(row):
        return RowKind.SECTION
    if len(cells) > 1 and not table.headed.isdisjoint(cells):
        return RowKind.EDITION if is_edition(cells, columns) else RowKind.ACTIVITY
    title = table.title_of(row)
    if len(cells) == 1 and (title is None or title.row == row):
        (column, cell), *_ = cells.items()
        of = columns.get(column)
        if cell.kind is CellKind.TEXT and _is_section(row, cell, of, table, values):
            return RowKind.SECTION
        if cell.kind is CellKind.NUMBER and of and of.key == "number":
            return RowKind.EMPTY
    if title is None and table.headed.isdisjoint(cells):
        return RowKind.OUTSIDE
    return RowKind.EDITION if is_edition(cells, columns) else RowKind.ACTIVITY


def _is_section(
    row: int, cell: Cell, of: Field | None, table: Table, values: Values
) -> bool:
    if table.grid.is_wide(row, cell.column) or cell.column < table.first_title:
        return True
    if (of and of.key in _SAYING_WHERE) or section_key(cell.text, values):
        return True
    # The title of the next table stands right above its headings.
    is_last = row == table.rows[-1] and table.ends_before_headings
    return is_last and row - 1 not in table.grid.rows


_SAYING_WHERE = frozenset({"number", "outcome", "area"})
