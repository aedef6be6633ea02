"""Keep the values of columns that are no field."""

from collections.abc import Mapping, Set

from attrs import field, frozen

from almwp.intake.cells import Cell, CellKind, column_letters
from almwp.intake.headings import HeadingBlock
from almwp.intake.rowkinds import Table
from almwp.intake.values import Values
from almwp.model.activity import Extra
from almwp.model.fields import frozen_items
from almwp.model.folding import compose


@frozen(kw_only=True)
class ReadExtras:
    """The values of a row for which there is no field.

    Attributes:
        extras: From left to right; a value merged down to the row is one of them.
        headings: The heading of each column that has a value.
    """

    extras: tuple[Extra, ...] = field(default=(), converter=frozen_items)
    headings: Mapping[int, str] = field(factory=dict)


def read_extras(
    row: int, table: Table, block: HeadingBlock, values: Values
) -> ReadExtras:
    """Read the extra columns of a row; each value is kept as it is."""
    columns = _extra_columns(row, table, block) if table.unnamed else ()
    if not columns:
        return _NO_EXTRAS
    named = {heading.column: heading.text for heading in block.headings}
    extras, headings = [], {}
    for column in sorted(columns):
        cell = table.grid.filled_down(row, column)
        if cell is None or cell.row < table.rows[0]:
            continue
        heading = named.get(column) or f"column {column_letters(column)}"
        headings[column] = heading
        words = _as_it_is(cell, values)
        extras.append(Extra(heading=heading, value=words, cell=cell.ref))
    return ReadExtras(extras=extras, headings=headings)


_NO_EXTRAS = ReadExtras()


def _extra_columns(row: int, table: Table, block: HeadingBlock) -> Set[int]:
    """Return the columns in which a row may have values for which there is no field."""
    columns = table.grid.rows[row].keys() | table.headed
    read = {h.column for h in block.earlier_states} | table.marked_columns.keys()
    return columns - table.columns.keys() - read


def _as_it_is(cell: Cell, values: Values) -> str:
    if cell.kind is CellKind.UNCALCULATED:
        return f"={compose(cell.formula or '')}"
    return values.words(cell)
