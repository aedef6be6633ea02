"""What is known of the cells of a foreign sheet beyond calamine's values."""

from bisect import bisect_right
from collections.abc import Iterable
from operator import itemgetter

from attrs import define, field, frozen

from almwp.intake.cells import Cell, CellKind, Merge, Strike

_first = itemgetter(0)


@frozen(kw_only=True)
class Look:
    """How a cell looks.

    Attributes:
        number_format: Its format code.
        formula: Its formula, or None.
        error: The error that it shows, or None.
        hidden: Whether its row is hidden.
        strike: How much of it is struck through.
        is_boolean: Whether its number stands for true or false.
        text: Its text, where calamine mixes that of a shape into it; else None.
    """

    number_format: str = "General"
    formula: str | None = None
    error: str | None = None
    hidden: bool = False
    strike: Strike = Strike.NONE
    is_boolean: bool = False
    text: str | None = None

    @property
    def is_unread(self) -> bool:
        """Whether calamine may give the cell as empty although it is not."""
        return self.error is not None or self.formula is not None


PLAIN = Look()
Run = tuple[int, int, Look]
"""First and last column of neighbours that look alike, and how they look."""


@define(kw_only=True)
class SheetLooks:
    """How the cells of one sheet look, gathered while its file is passed over.

    Attributes:
        runs: The cells that are not plain, by their rows; rows that are the same share
            one list.
        unread: Rows in which cells may be given as empty although they are not.
        hidden_rows: Rows that are hidden.
        hidden_columns: Columns that are hidden.
        merges: Blocks of merged cells, where calamine does not give them.
        filled: How many cells have a value, an error or a formula.
        box: First row and column, last row and column of these.
        claimed: How many rows and columns the sheet says it has, where it does.
    """

    runs: dict[int, list[Run]] = field(factory=dict)
    unread: set[int] = field(factory=set)
    hidden_rows: set[int] = field(factory=set)
    hidden_columns: set[int] = field(factory=set)
    merges: list[Merge] = field(factory=list)
    filled: int = 0
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    claimed: tuple[int, int] = (0, 0)

    def fill(
        self, row: int, column: int, look: Look, rows: int = 1, columns: int = 1
    ) -> None:
        """Note a block of filled cells, and how they look."""
        bottom, right = row + rows - 1, column + columns - 1
        before = self.box if self.filled else (row, column, bottom, right)
        top, left, low, last = before
        self.box = min(top, row), min(left, column), max(low, bottom), max(last, right)
        self.filled += rows * columns
        self.note(row, column, look, rows, columns)

    def note(
        self, row: int, column: int, look: Look, rows: int = 1, columns: int = 1
    ) -> None:
        """Note how a block of cells looks."""
        if look is PLAIN:
            return
        right = column + columns - 1
        runs = self.runs.get(row)
        if runs is None:
            runs = []
            self.runs.update(dict.fromkeys(range(row, row + rows), runs))
        if runs and runs[-1][1] == column - 1 and runs[-1][2] is look:
            runs[-1] = (runs[-1][0], right, look)
        else:
            runs.append((column, right, look))
        if look.is_unread:
            self.unread.update(range(row, row + rows))

    @property
    def extent(self) -> int:
        """How many cells lie between the first and the last filled one."""
        top, left, bottom, right = self.box
        return (bottom - top + 1) * (right - left + 1) if self.filled else 0

    def cells(self, row: int, told: Iterable[tuple[int, str, str]]) -> tuple[Cell, ...]:
        """Return the cells of a row: those that calamine gives, with their looks.

        Args:
            row: Number of the row.
            told: Column, kind and text of each cell that calamine gives.
        """
        runs = sorted(self.runs.get(row, ()), key=_first)
        hidden = row in self.hidden_rows
        made = {}
        for first, last, look in runs:
            if look.is_unread:
                kind = CellKind.TEXT if look.error is None else CellKind.ERROR
                for column in range(first, last + 1):
                    cell = Cell(row=row, column=column, kind=kind, text="")
                    made[column] = self._seen(cell, look, hidden)
        for column, kind_name, text in told:
            look = _at(runs, column)
            if look.error is None and look.text != "":
                kind = CellKind(kind_name)
                cell = Cell(row=row, column=column, kind=kind, text=text)
                made[column] = self._seen(cell, look, hidden)
        return tuple(made[column] for column in sorted(made))

    def _seen(self, cell: Cell, look: Look, row_is_hidden: bool) -> Cell:
        hidden = row_is_hidden or look.hidden or cell.column in self.hidden_columns
        if look is PLAIN:
            return cell._replace(hidden=True) if hidden else cell
        kind, text = cell.kind, look.error or look.text or cell.text
        if look.is_boolean and kind is CellKind.NUMBER:
            kind, text = CellKind.BOOLEAN, "FALSE" if text == "0" else "TRUE"
        return cell._replace(
            kind=kind,
            text=text,
            number_format=look.number_format,
            formula=look.formula,
            hidden=hidden,
            strike=look.strike,
        )


def _at(runs: list[Run], column: int) -> Look:
    place = bisect_right(runs, column, key=_first) - 1
    if place >= 0 and column <= runs[place][1]:
        return runs[place][2]
    return PLAIN
