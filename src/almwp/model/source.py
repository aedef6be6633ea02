"""Where a statement comes from and how far it can be trusted."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Protocol

from attrs import field, frozen

from almwp.model.fields import frozen_items, is_cell, is_filled, is_sha256
from almwp.model.moment import Moment
from almwp.model.text import Text


class Basis(StrEnum):
    """On what a statement stands.

    ``confirmed``: read in the cited source.  ``reported``: somebody said so, and is
    named.  ``inferred``: deduced, and never to be shown as a fact.  ``unknown``:
    looked for and not found.
    """

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


@frozen(kw_only=True)
class Source:
    """A public page or paper.

    Attributes:
        address: Its address, as it was read.
        title: Its title, where known.
        date: When it was published, where known.
    """

    address: str = field(validator=is_filled)
    title: str = ""
    date: Moment | None = None

    def __str__(self) -> str:
        return self.address


@frozen(kw_only=True)
class Origin:
    """The cell in which a value was read.

    Attributes:
        file: The file's name without its folder.
        sha256: Fingerprint of the file's bytes, 64 hexadecimal digits.
        sheet: The sheet's name.
        cell: Address of the cell or range.
    """

    file: str
    sha256: str = field(validator=is_sha256)
    sheet: str
    cell: str = field(validator=is_cell)

    def __str__(self) -> str:
        return f"{self.file}!{self.sheet}!{self.cell}"


@frozen(kw_only=True)
class Statement:
    """Something said of a framework, a body, a meeting or a member.

    Attributes:
        about: What it speaks of, such as ``adoption``.
        text: What it says.
        basis: On what it stands.
        sources: Where it was read.
        as_of: When it was so.
        note: What a careful reader should know.
    """

    about: str = field(validator=is_filled)
    text: Text
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    as_of: Moment | None = None
    note: str = ""


@frozen(kw_only=True)
class Tally:
    """A count of activities that was reported without naming each of them.

    Attributes:
        id: Its name within the framework.
        text: What was counted.
        total: How many there are.
        completed: How many of them are completed, or None where not reported.
        ongoing: How many are ongoing, or None.
        planned: How many are planned, or None.
        as_of: When it was so.
        basis: On what the count stands, as a count of *this* framework.
        sources: Where it was read.
        note: What a careful reader should know.

    Raises:
        ValueError: The parts are more than the whole.
    """

    id: str = field(validator=is_filled)
    text: Text
    total: int
    completed: int | None = None
    ongoing: int | None = None
    planned: int | None = None
    as_of: Moment | None = None
    basis: Basis
    sources: tuple[Source, ...] = field(default=(), converter=frozen_items)
    note: str = ""

    def __attrs_post_init__(self) -> None:
        parts = [p for p in (self.completed, self.ongoing, self.planned) if p]
        if min([self.total, *parts], default=0) < 0 or sum(parts) > self.total:
            raise ValueError("a tally's parts are counts that do not exceed the total")


class _Row(Protocol):
    """What knows in which cell each of several fields was read."""

    def of(self, key: str, /) -> Origin | None:
        """Return the cell of a field, or None."""


def cell_in(rows: Iterable[_Row], key: str) -> Origin | None:
    """Return the first cell of *rows* in which the field *key* was read, or None."""
    return next((cell for row in rows if (cell := row.of(key))), None)
