"""Find values that slipped by rows, were copied from a neighbour or filled down."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from math import log2

from attrs import evolve, frozen

from almwp.findings import comparison_rules as rules
from almwp.findings.rule import Rule
from almwp.model.activity import Status
from almwp.plan.comparison import Suspicion
from almwp.plan.comparisonlimits import (
    CLOSED_BITS,
    FARTHEST_SHIFT,
    FILL_KINDS,
    LEAST_ROWS,
    MOST,
    MOVED_BITS,
    PLACES_TRIED,
)
from almwp.plan.comparisontables import (
    TITLES,
    Column,
    ColumnCell,
    Table,
    title_cells,
)

_ALL = 100


@frozen(kw_only=True)
class Shift:
    """A block of a column whose values are those of rows nearby.

    Attributes:
        column: The column.
        by: How many rows lower they stand; negative for higher.
        first: The first row of the block.
        last: Its last row.
        cells: Its cells that changed.
    """

    column: Column
    by: int
    first: int
    last: int
    cells: tuple[ColumnCell, ...]


def shift_of(column: Column) -> Shift | None:
    """Return the block of *column* that most surely slipped, if one did."""
    cells = column.cells
    if len(column.changed) < LEAST_ROWS or _moved_alike(column):
        return None
    best: tuple[float, Shift] | None = None
    for distance in range(1, min(FARTHEST_SHIFT, len(cells) - 1) + 1):
        for by in (distance, -distance):
            for first, last in _blocks(cells, by):
                block = cells[first : last + 1]
                changed = [cell for cell in block if cell.is_changed]
                bits = sum(column.bits(cell.now) for cell in changed)
                if len(changed) >= LEAST_ROWS and (best is None or bits > best[0]):
                    found = Shift(
                        column=column,
                        by=by,
                        first=first,
                        last=last,
                        cells=tuple(changed),
                    )
                    best = bits, found
    if best is None or best[0] < _needed(column):
        return None
    return best[1]


def _needed(column: Column) -> float:
    return MOVED_BITS + PLACES_TRIED * log2(len(column.cells))


def _blocks(cells: Sequence[ColumnCell], by: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of rows that have the values *by* rows above them."""
    first = None
    for place in range(len(cells) + 1):
        there = place - by
        fits = (
            place < len(cells)
            and 0 <= there < len(cells)
            and cells[place].now == cells[there].was
        )
        if fits and first is None:
            first = place
        elif not fits and first is not None:
            yield first, place - 1
            first = None


def _moved_alike(column: Column) -> bool:
    """Say whether all numbers changed by the same, as in a column that counts up."""
    steps = {
        cell.new.number - cell.old.number
        if cell.old
        and cell.new
        and cell.old.number is not None
        and cell.new.number is not None
        else None
        for cell in column.cells
    }
    return len(steps) == 1 and None not in steps


def shifted(table: Table, columns: Sequence[Column]) -> Iterator[Suspicion]:
    """Give blocks that slipped, columns that slipped together in one suspicion.

    Where more than half of all columns slipped, it is the titles that did, the other
    way: rows are known by their titles.
    """
    found = [shift for column in columns if (shift := shift_of(column))]
    found.sort(key=lambda shift: (shift.by, shift.first))
    for _, alike in groupby(found, key=lambda shift: shift.by):
        together = _with_fitting(list(alike), columns)
        tested = {c.name.key for c in table.movable if c.changed}
        keys = {shift.column.name.key for shift in together}
        titles = [c.name for c in table.columns if c.name.key in TITLES]
        if len(keys) > len(_filled(table)) / 2 and len(keys) >= len(tested) > 1:
            slipped = _suspicion(table, together, titles[:1], -together[0].by)
            yield evolve(slipped, cells=title_cells(table))
        else:
            names = [shift.column.name for shift in together]
            yield _suspicion(table, together, names, together[0].by)


def _with_fitting(found: list[Shift], columns: Sequence[Column]) -> list[Shift]:
    """Return the blocks that slipped, and columns of few values that slipped along.

    States alone tell no shift; where others slipped throughout and they fit, they did.
    """
    by = found[0].by
    first = min(shift.first for shift in found)
    last = max(shift.last for shift in found)
    known = {shift.column.name for shift in found}
    for column in columns:
        if column.name in known or len(column.cells) <= last:
            continue
        rows = [p for p in range(first, last + 1) if 0 <= p - by < len(column.cells)]
        fits = [p for p in rows if column.cells[p].now == column.cells[p - by].was]
        cells = tuple(column.cells[p] for p in fits if column.cells[p].is_changed)
        if cells and len(fits) == len(rows):
            found.append(
                Shift(column=column, by=by, first=first, last=last, cells=cells)
            )
    return found


def _filled(table: Table) -> set[str]:
    """Return the columns in which rows can be told apart."""
    return {c.name.key for c in table.movable if len(c.counts) > 1}


def _suspicion(
    table: Table, shifts: list[Shift], names: Iterable[object], by: int
) -> Suspicion:
    why = "they stand lower than before"
    if by < 0:
        why = "they stand higher than before"
    first = min(shift.first for shift in shifts)
    last = max(shift.last for shift in shifts)
    cells = [cell for shift in shifts for cell in shift.cells]
    return Suspicion(
        rule=rules.SHIFTED,
        kind=table.kind,
        names=names,
        facts=(
            ("shift", str(abs(by))),
            ("changed", str(len(cells))),
            ("rows", str(last - first + 1)),
            ("why", why),
        ),
        evidence=[cell.evidence for cell in cells],
    )


def copied(table: Table, column: Column) -> Suspicion | None:
    """Return the suspicion that values were copied from the row above or below."""
    cells = column.cells
    for step in (-1, 1):
        why = "the value is that of the row above"
        if step > 0:
            why = "the value is that of the row below"
        found = [
            cell
            for place, cell in enumerate(cells)
            if 0 <= place + step < len(cells)
            and cell.is_changed
            and cell.was
            and cell.now == cells[place + step].now == cells[place + step].was
        ]
        bits = sum(column.bits(cell.now) for cell in found)
        kinds = len({cell.now for cell in found})
        is_much = len(found) >= MOST * len(column.changed)
        if (
            is_much
            and len(found) >= LEAST_ROWS
            and kinds >= FILL_KINDS
            and bits >= _needed(column)
        ):
            facts = (
                ("changed", str(len(found))),
                ("rows", str(len(cells))),
                ("why", why),
            )
            return _of_column(rules.COPIED, table, column, facts, found)
    return None


def filled(table: Table, column: Column) -> Suspicion | None:
    """Return the suspicion that one value was dragged over others.

    That everything is completed, or done to 100 %, is how a programme ends.
    """
    if column.name.key == "status":
        return None
    best: list[ColumnCell] = []
    length = 0
    for value, stretch in groupby(column.cells, key=lambda cell: cell.now):
        rows = list(stretch)
        block = [cell for cell in rows if cell.is_changed and cell.was]
        if value and len(block) > len(best) and not _is_done(block[0]):
            best, length = block, len(rows)
    kinds = len({cell.was for cell in best})
    if len(best) < LEAST_ROWS or kinds < FILL_KINDS:
        return None
    rows_in_use = sum(bool(cell.was or cell.now) for cell in column.cells)
    is_whole = length >= MOST * rows_in_use and len(best) >= rows_in_use / 2
    # The first row of a block may have any value; each further one agrees with it.
    weight = column.bits(best[0].now) or CLOSED_BITS
    if not is_whole and weight * (len(best) - 1) < _needed(column):
        return None
    value = best[0].new.words if best[0].new else ""
    facts = (("changed", str(len(best))), ("kinds", str(kinds)), ("value", value))
    return _of_column(rules.FILLED, table, column, facts, best)


def _is_done(cell: ColumnCell) -> bool:
    if cell.new is None:
        return False
    is_all = cell.name.key == "percent" and cell.new.number == _ALL
    return is_all or cell.new.words == Status.COMPLETED.value


def _of_column(
    rule: Rule,
    table: Table,
    column: Column,
    facts: tuple[tuple[str, str], ...],
    cells: Iterable[ColumnCell],
) -> Suspicion:
    return Suspicion(
        rule=rule,
        kind=table.kind,
        names=[column.name],
        facts=facts,
        evidence=[cell.evidence for cell in cells],
    )
