"""Tables of what activities and indicators have several of: sources, extras, cells."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from almwp.exporting.datatables.columns import (
    ORIGIN,
    POSITION,
    origin_cells,
    required,
    said,
    stated,
    to,
)
from almwp.exporting.datatables.table import DataTable, Field, Value
from almwp.model.activity import Extra, RowOrigin
from almwp.model.source import Source

Cells = tuple[Value, ...]
"""The cells of a row, or of a part of it."""
Owner = TypeVar("Owner")

SOURCE = (
    required("address", "Address of a public page, or its name"),
    stated("title", "Its title"),
    stated("date", "When it was published"),
)
EXTRA = (
    stated("heading", "The heading of a column that almwp has no field for"),
    stated("value", "What stands there"),
    stated("cell", "The cell"),
)
CELL = (stated("field", "The field that was read"), *ORIGIN)


def source_cells(sources: Iterable[Source]) -> Iterator[Cells]:
    """Give the rows of sources."""
    for each in sources:
        yield each.address, said(each.title), str(each.date) if each.date else None


def extra_cells(extras: Iterable[Extra]) -> Iterator[Cells]:
    """Give the rows of values of a sender's own columns."""
    for each in extras:
        yield said(each.heading), said(each.value), each.cell


def read_cells(rows: Iterable[RowOrigin]) -> Iterator[Cells]:
    """Give the cells in which the fields of rows were read, each with its field."""
    for row in rows:
        for key, _ in row.columns:
            yield said(key), *origin_cells(row.of(key))


def list_table(
    name: str, about: str, of: Sequence[Field], table: str, fields: Sequence[Field]
) -> DataTable:
    """Return a table, without rows, of what each row of another has several of.

    Args:
        name: Its name.
        about: What one row is.
        of: Its first columns, the last of which names the row of the other table.
        table: The other table.
        fields: Its own columns.
    """
    owner = of[-1].name
    return DataTable(
        name=name,
        about=about,
        fields=(*of, POSITION, *fields),
        key=(owner, POSITION.name),
        references=(to(table, owner),),
    )


def numbered(
    owners: Iterable[tuple[Cells, Owner]], several: Callable[[Owner], Iterable[Cells]]
) -> Iterator[Cells]:
    """Give the rows of such a table: the first cells, a number, and their own cells.

    Args:
        owners: What has several, each behind the first cells of its rows.
        several: Gives the cells of each.
    """
    for first, owner in owners:
        for number, row in enumerate(several(owner), start=1):
            yield *first, number, *row
