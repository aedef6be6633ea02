"""Lay out a table of scores in a given width, so that no line wraps."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from shutil import get_terminal_size

from attrs import field, frozen

from almwp.cli.saying import table_of
from almwp.model.fields import frozen_items

PIPED = 160
"""Characters of a line where nobody knows how wide it will be shown."""

_TITLES = (60, 40, 30, 22)
"""Characters of a title, as many as there is room for."""


class Role(Enum):
    """What a column is for."""

    KEY = auto()
    BAR = auto()
    COUNT = auto()
    FIGURE = auto()


@frozen(kw_only=True)
class Column:
    """One column of a table.

    Attributes:
        heading: Its heading.
        cells: Its cells, one for each row.
        role: What it is for: a key stands in each piece of a table that is split, a
            bar is left out where there is no room for it.
    """

    heading: str
    cells: tuple[str, ...] = field(converter=frozen_items)
    role: Role = Role.FIGURE

    def broken(self) -> "Column":
        """Return this column with cells that go on below before a bracket."""
        if self.role in (Role.KEY, Role.BAR):
            return self
        cells = [cell.replace(" (", "\n(") for cell in self.cells]
        return Column(heading=self.heading, cells=cells, role=self.role)


def columns_from(
    headings: Sequence[str], rows: Sequence[Sequence[str]], roles: Sequence[Role]
) -> list[Column]:
    """Return the columns of a table that is given by its rows."""
    return [
        Column(heading=heading, cells=[row[place] for row in rows], role=role)
        for place, (heading, role) in enumerate(zip(headings, roles, strict=True))
    ]


Make = Callable[[int], Sequence[Column]]
"""Makes the columns with titles of at most so many characters."""


def width_of_output(*, is_terminal: bool) -> int:
    """Return how many characters there are in a line; a file has always the same."""
    return get_terminal_size((PIPED, 24)).columns if is_terminal else PIPED


def laid_out(make: Make, width: int) -> str:
    """Return a table that fits into *width*, if there is a way.

    Titles are shortened first, then cells are broken, then bars are left out; at last
    counts and figures stand in two tables, one below the other.
    """
    for broken, without in ((False, ()), (True, ()), (True, (Role.BAR,))):
        for most in _TITLES:
            table = _table(make(most), broken=broken, without=without)
            if _width(table) <= width:
                return table
    roles = [c.role for c in make(_TITLES[-1])]
    told = [r for r in dict.fromkeys(roles) if r in (Role.COUNT, Role.FIGURE)]
    pieces = [_piece(make, width, [r for r in told if r is not role]) for role in told]
    return "\n\n".join(pieces)


def _piece(make: Make, width: int, without: Sequence[Role]) -> str:
    """Return a piece of a table without columns of some roles, as well as it fits."""
    with_bar = () if Role.FIGURE in without else tuple(without)
    table = ""
    for gone in (with_bar or (*without, Role.BAR), (*without, Role.BAR)):
        for most in _TITLES:
            for broken in (False, True):
                table = _table(make(most), broken=broken, without=gone)
                if _width(table) <= width:
                    return table
    return table


def _table(
    columns: Sequence[Column], *, broken: bool, without: Sequence[Role] = ()
) -> str:
    taken = [c.broken() if broken else c for c in columns if c.role not in without]
    rows = list(zip(*(c.cells for c in taken), strict=True))
    headers = [c.heading for c in taken]
    made = table_of(rows, headers)
    return "\n".join(line.rstrip() for line in made.split("\n"))


def _width(table: str) -> int:
    return max(map(len, table.split("\n")))
