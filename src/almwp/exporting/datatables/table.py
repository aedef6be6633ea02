"""Tables for programs: columns with a type, a key, and references to other tables."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import evolve, field, frozen, validators

from almwp.model.fields import frozen_items, texts

Value = str | int | date | Fraction | None
"""What a cell holds; None where nothing is stated."""

_is_name = validators.matches_re(r"[a-z][a-z0-9_]*")


class Kind(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    WHOLE = "whole number"
    EXACT = "exact number"
    DAY = "day"


@frozen(kw_only=True)
class Field:
    """A column.

    Attributes:
        name: Its name, the same in every language of the report.
        about: What it holds.
        kind: What its cells hold.
        is_required: Whether every row has it.
        values: The values there are, where they are a closed list.
        unit: The unit of its numbers, where all rows have the same.
        bounds: The least and the most that its numbers can be.
    """

    name: str = field(validator=_is_name)
    about: str
    kind: Kind = Kind.TEXT
    is_required: bool = False
    values: tuple[str, ...] = field(default=(), converter=texts)
    unit: str = ""
    bounds: tuple[int, int] | None = None


@frozen(kw_only=True)
class Reference:
    """Columns whose cells name a row of another table.

    Attributes:
        fields: The columns.
        table: The other table.
        key: Its columns, in the same order.
    """

    fields: tuple[str, ...] = field(converter=texts)
    table: str
    key: tuple[str, ...] = field(converter=texts)


@frozen(kw_only=True)
class DataTable:
    """A table.

    Attributes:
        name: Its name.
        about: What one row is.
        fields: Its columns.
        key: The columns that tell its rows apart.
        references: Columns that name rows of other tables.
        rows: Its rows.

    Raises:
        ValueError: A row is longer or shorter than there are columns, or a key or a
            reference names a column that is not there.
    """

    name: str = field(validator=_is_name)
    about: str
    fields: tuple[Field, ...] = field(converter=frozen_items)
    key: tuple[str, ...] = field(converter=texts)
    references: tuple[Reference, ...] = field(default=(), converter=frozen_items)
    rows: tuple[tuple[Value, ...], ...] = field(default=(), converter=frozen_items)

    def __attrs_post_init__(self) -> None:
        names = self.names
        used = {*self.key, *(n for r in self.references for n in r.fields)}
        if len(set(names)) < len(names) or not used <= set(names):
            raise ValueError(f"{self.name}: columns are named twice or not at all")
        for row in self.rows:
            if len(row) != len(names):
                raise ValueError(f"{self.name}: {len(row)} cells of {len(names)}")

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(each.name for each in self.fields)

    def column(self, name: str) -> tuple[Value, ...]:
        """Return the cells of one column, from the top."""
        at = self.names.index(name)
        return tuple(row[at] for row in self.rows)

    def without_unanswered(self, tables: frozenset[str]) -> "DataTable":
        """Return this table without references to tables that are not there."""
        kept = tuple(r for r in self.references if r.table in tables)
        return evolve(self, references=kept)
