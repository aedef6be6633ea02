"""Tell what a row below the headings is: an activity, a section, an edition, totals."""

from collections.abc import Mapping
from enum import Enum, auto

from attrs import frozen

from almwp.intake.cells import Cell, CellKind
from almwp.intake.editions import is_edition
from almwp.intake.field import TITLES, Field
from almwp.intake.grid import Grid
from almwp.intake.sections import section_key
from almwp.intake.totals import is_total
from almwp.intake.values import Values


class RowKind(Enum):
    """What a row is."""

    ACTIVITY = auto()
    SECTION = auto()
    EDITION = auto()
    TOTAL = auto()
    EMPTY = auto()
    OUTSIDE = auto()


@frozen(kw_only=True, eq=False)
class Table:
    """A table of activities: its cells, and which column is which field.

    Attributes:
        grid: The sheet.
        columns: The field of each column that has one.
        headed: All columns that have a heading.
        rows: The rows below the headings, up to the next table.
        ends_before_headings: Whether the headings of another table come next.
    """

    grid: Grid
    columns: Mapping[int, Field]
    headed: frozenset[int]
    rows: tuple[int, ...]
    ends_before_headings: bool = False

    @property
    def first_title(self) -> int:
        """The first column that gives rows their titles."""
        titles = [c for c, of in self.columns.items() if of.key in TITLES]
        return min(titles, default=0)

    def title_of(self, row: int) -> Cell | None:
        """Return the cell that gives a row its title, own or merged down to it."""
        for column, of in self.columns.items():
            if of.key in TITLES and (cell := self.grid.filled_down(row, column)):
                return cell if cell.row >= self.rows[0] else None
        return None

    def footer(self) -> frozenset[int]:
        """Return the rows below the table that belong to it no more.

        They come after an empty row, and neither they nor any row after them has a
        title: signatures, places and dates, notes.
        """
        found: list[int] = []
        for row in reversed(self.rows):
            if self.title_of(row):
                break
            found.append(row)
        if len(found) == len(self.rows):
            return frozenset()
        after_gap = [row for row in found if row - 1 not in self.grid.rows]
        return frozenset(row for row in found if after_gap and row >= min(after_gap))


def kind_of(row: int, table: Table, values: Values) -> RowKind:
    """Tell what a row is.

    A section is one text alone: in a block over several columns, left of the titles,
    or in the words of an outcome or an area.  A number alone is a row that was
    numbered and never filled in.  What stands below no heading at all is outside.
    """
    cells, columns = table.grid.rows[row], table.columns
    if is_total(cells, columns, values.lexicon):
        return RowKind.TOTAL
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
