"""Lay the matched records of two versions out as the tables in which they stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import log2

from attrs import field, frozen

from almwp.model.source import Origin
from almwp.plan.comparison import Evidence, FieldName, RecordKind, Value
from almwp.plan.comparisonlimits import CLOSED_BITS, MOST, OPEN_BITS
from almwp.plan.comparisonlisting import Listed
from almwp.plan.comparisonvalues import plain

TITLES = ("title", "name", "item", "text")
"""Fields by which rows are known; that they change is said of the row."""
MEASURES = ("reading", "target", "baseline", "numerator", "denominator")
"""Numbers of indicators: each stands in a cell of its own."""
_UNTESTED = ("number", "as_of", "indicators", "activities", "links", "change", "note")
"""Counts of rows, days of reports, and what follows from other sheets."""
_CLOSED = (
    *("status", "percent", "leads", "co_leads", "host", "level", "marks", "bodies"),
    *("audience", "clearance", "direction", "kind", "outcome", "plan", "stance"),
    *("asked", "joining", "unit", "proposed_by", "framework", "country", "to"),
)
_LETTERS, _DIGITS = re.compile(r"[A-Z]+"), re.compile(r"[0-9]+")


@frozen(kw_only=True, eq=False)
class ColumnCell:
    """One cell of a column in two versions.

    Attributes:
        title: What its row is about.
        name: The field.
        old: What the old version says, or None.
        new: What the new version says, or None.
        was: What is compared of the old version; empty where blank.
        now: What is compared of the new version; empty where blank.
    """

    title: str
    name: FieldName
    old: Value | None
    new: Value | None
    was: str
    now: str

    @property
    def is_changed(self) -> bool:
        """Whether the versions differ."""
        return self.was != self.now

    @property
    def evidence(self) -> Evidence:
        """The cell as evidence."""
        return Evidence(title=self.title, name=self.name, old=self.old, new=self.new)


@frozen(kw_only=True, eq=False)
class Column:
    """One column of a table in two versions, in the order of the new one.

    Attributes:
        name: Its field.
        cells: Its cells.
    """

    name: FieldName
    cells: tuple[ColumnCell, ...]
    counts: Counter[str] = field(init=False)

    @counts.default
    def _count(self) -> Counter[str]:
        return Counter(cell.was for cell in self.cells if cell.was)

    @property
    def changed(self) -> list[ColumnCell]:
        """The cells in which the versions differ."""
        return [cell for cell in self.cells if cell.is_changed]

    def bits(self, sense: str) -> float:
        """Return how much it weighs that a cell has this value of the column."""
        count = self.counts[sense]
        if not sense or not count:
            return 0.0
        is_closed = self.name.key in _CLOSED
        most = CLOSED_BITS if is_closed else OPEN_BITS
        if count == 1 and not is_closed:
            return most
        return min(most, -log2(count / self.counts.total()))


@frozen(kw_only=True, eq=False)
class Table:
    """The records that both versions have of one sheet of the new one.

    Attributes:
        kind: What they are.
        pairs: Them, the old one first, in the order of the new sheet.
        ranks: The place of each pair in the order of the old sheet.
        columns: The columns, those of numbers of indicators not among them.
        measures: The columns of numbers of indicators.
    """

    kind: RecordKind
    pairs: tuple[tuple[Listed, Listed], ...]
    ranks: tuple[int, ...]
    columns: tuple[Column, ...]
    measures: tuple[Column, ...] = ()

    def column(self, key: str, about: str = "") -> Column | None:
        """Return the column of a field, or None."""
        name = FieldName(key, about)
        return next((c for c in self.columns if c.name == name), None)

    @property
    def movable(self) -> tuple[Column, ...]:
        """The columns in which a value can stand in a wrong row."""
        return tuple(c for c in self.columns if c.name.key not in TITLES)


def tables_of(kind: RecordKind, pairs: Sequence[tuple[Listed, Listed]]) -> list[Table]:
    """Return the tables of the new version in which *pairs* stand."""
    by_sheet: dict[tuple[str, str], list[tuple[Listed, Listed]]] = defaultdict(list)
    for pair in pairs:
        row = pair[1].row
        by_sheet[(row.sha256, row.sheet) if row else ("", "")].append(pair)
    return [_table(kind, known) for known in by_sheet.values()]


def _table(kind: RecordKind, pairs: list[tuple[Listed, Listed]]) -> Table:
    ordered = sorted(pairs, key=lambda pair: pair[1].row.row if pair[1].row else 0)
    by_old = sorted(range(len(ordered)), key=lambda place: _place(ordered[place][0]))
    ranks = [0] * len(ordered)
    for rank, place in enumerate(by_old):
        ranks[place] = rank
    columns = [_column(name, ordered) for name in _names(ordered)]
    return Table(
        kind=kind,
        pairs=tuple(ordered),
        ranks=tuple(ranks),
        columns=tuple(c for c in columns if not _only_counts(c)),
        measures=tuple(_measures(ordered)) if kind is RecordKind.INDICATOR else (),
    )


def _place(listed: Listed) -> tuple[str, str, int]:
    row = listed.row
    return (row.sha256, row.sheet, row.row) if row else ("", "", 0)


def _names(pairs: Iterable[tuple[Listed, Listed]]) -> list[FieldName]:
    names = {name: None for pair in pairs for each in pair for name in each.values}
    return [
        name
        for name in names
        if name.key not in (*_UNTESTED, *MEASURES)
        and not (name.key in ("status", "percent") and name.about)
    ]


def _column(name: FieldName, pairs: Iterable[tuple[Listed, Listed]]) -> Column:
    return Column(
        name=name,
        cells=tuple(
            _cell(new.title, name, old.values.get(name), new.values.get(name))
            for old, new in pairs
        ),
    )


def _cell(
    title: str, name: FieldName, old: Value | None, new: Value | None
) -> ColumnCell:
    was, now = _sense(name, old), _sense(name, new)
    return ColumnCell(title=title, name=name, old=old, new=new, was=was, now=now)


def _sense(name: FieldName, value: Value | None) -> str:
    if value is None:
        return ""
    if name.key == "timeframe" and not name.about:
        return plain(value.written)  # the words stand for all that was understood
    return value.sense


def _measures(pairs: Iterable[tuple[Listed, Listed]]) -> list[Column]:
    """Return the numbers of indicators by field and column, in the order of rows."""
    found: dict[tuple[str, str], list[tuple[int, ColumnCell]]] = defaultdict(list)
    for place, (old, new) in enumerate(pairs):
        for name in dict.fromkeys((*new.values, *old.values)):
            if name.key not in MEASURES:
                continue
            was, now = old.values.get(name), new.values.get(name)
            letters, row = _address(now or was, place)
            cell = _cell(new.title, name, was, now)
            found[name.key, letters].append((row, cell))
    return [
        Column(
            name=FieldName(key),
            cells=tuple(cell for _, cell in sorted(cells, key=lambda c: c[0])),
        )
        for (key, _), cells in found.items()
    ]


def _address(value: Value | None, place: int) -> tuple[str, int]:
    """Return the column and the row in which a value stands."""
    if value is None or value.origin is None:
        return "", place
    cell = value.origin.cell
    letters, row = _LETTERS.search(cell), _DIGITS.search(cell)
    return (letters[0] if letters else ""), (int(row[0]) if row else place)


def _only_counts(column: Column) -> bool:
    """Say whether a column without a field counts its rows in both versions."""
    if column.name.key != "extra":
        return False
    return all(
        _runs([value.number if value else None for value in values])
        for values in (
            [cell.old for cell in column.cells],
            [cell.new for cell in column.cells],
        )
    )


def _runs(numbers: list[Fraction | None]) -> bool:
    steps = sum(
        one is not None and other is not None and other == one + 1
        for one, other in pairwise(numbers)
    )
    return len(numbers) > 1 and steps >= MOST * (len(numbers) - 1)


def title_cells(table: Table) -> list[Origin]:
    """Return the cells of the new version in which the titles stand."""
    return [new.origin for _, new in table.pairs if new.origin]
