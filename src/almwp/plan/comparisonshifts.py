"""Find values that slipped by rows: each stands where another row's stood."""

from collections.abc import Container, Iterable, Iterator, Sequence
from math import log2

from attrs import evolve, field, frozen

from almwp.findings import comparison_rules as rules
from almwp.model.fields import frozen_items
from almwp.plan.comparison import FieldName, Suspicion
from almwp.plan.comparisonlimits import (
    CLOSED_BITS,
    FARTHEST_SHIFT,
    LEAST_ROWS,
    MOST,
    MOVED_BITS,
    PLACES_TRIED,
    SET_BACK_BITS,
)
from almwp.plan.comparisontables import (
    TITLES,
    Column,
    ColumnCell,
    Table,
    title_cells,
)

_STATE = ("status", "percent")


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
    cells: tuple[ColumnCell, ...] = field(converter=frozen_items)


def shifts_of(column: Column) -> Iterator[tuple[float, Shift]]:
    """Give, for each distance, the block of *column* that most surely slipped by it.

    Yields:
        How much the block weighs, in bits, and the block.
    """
    cells = column.cells
    if not column.changed or _moved_alike(column):
        return
    for distance in range(1, min(FARTHEST_SHIFT, len(cells) - 1) + 1):
        for by in (distance, -distance):
            best: tuple[float, Shift] | None = None
            for first, last in _blocks(cells, by):
                changed = [c for c in cells[first : last + 1] if c.is_changed]
                bits = _weight(column, first, last)
                if changed and (best is None or bits > best[0]):
                    found = Shift(
                        column=column, by=by, first=first, last=last, cells=changed
                    )
                    best = bits, found
            if best:
                yield best


def _weight(column: Column, first: int, last: int) -> float:
    """Return how much it weighs that the rows of a block have values of other rows.

    Each changed cell weighs what its value does.  Which cells changed weighs as well:
    after a slip those that did not are just those whose neighbour had the same value,
    which in a column of few values, or with blanks, tells more than the values do.
    """
    block = column.cells[first : last + 1]
    changed = [cell for cell in block if cell.is_changed]
    bits = sum(column.bits(cell.now) for cell in changed)
    # What a blank weighs: as much as it is rare among the rows.
    blanks = len(column.cells) - column.counts.total()
    if blanks:
        rare = min(CLOSED_BITS, -log2(blanks / len(column.cells)))
        bits += rare * sum(not cell.now for cell in changed)
    share = len(changed) / len(block)
    if len(changed) >= LEAST_ROWS and 0 < share < 1:
        apart = -share * log2(share) - (1 - share) * log2(1 - share)
        bits += len(block) * apart
    return bits


def needed_bits(column: Column) -> float:
    """Return the evidence from which on values of *column* surely moved."""
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

    Columns that slipped by the same rows are weighed together: what each of them alone
    could do by chance they do not do all at once.  Where more than half of all columns
    slipped, it is the titles that did, the other way: rows are known by their titles.
    """
    found = [each for column in columns for each in shifts_of(column)]
    found.sort(key=lambda each: -each[0])
    told: set[FieldName] = set()
    by_distance: dict[int, list[Shift]] = {}
    for bits, shift in found:
        if shift.column.name in told or len(shift.column.changed) < LEAST_ROWS:
            continue
        if bits < needed_bits(shift.column):
            others = _same_rows(shift, columns, told)
            bits += sum(_weight(c, shift.first, shift.last) for c in others)
        if bits >= needed_bits(shift.column) and len(shift.cells) >= LEAST_ROWS:
            told.add(shift.column.name)
            by_distance.setdefault(shift.by, []).append(shift)
    for by in sorted(by_distance):
        alike = sorted(by_distance[by], key=lambda shift: shift.first)
        together = _with_fitting(alike, columns)
        tested = {c.name.key for c in table.movable if c.changed}
        keys = {shift.column.name.key for shift in together}
        titles = [c.name for c in table.columns if c.name.key in TITLES]
        if len(keys) > len(_filled(table)) / 2 and len(keys) >= len(tested) > 1:
            slipped = _suspicion(table, together, titles[:1], -together[0].by)
            yield evolve(slipped, cells=title_cells(table))
        else:
            names = [shift.column.name for shift in together]
            yield _suspicion(table, together, names, together[0].by)


def _same_rows(
    shift: Shift, columns: Sequence[Column], told: Container[FieldName]
) -> list[Column]:
    """Return the other columns that slipped by the same rows, with all of them.

    State and percentage go together without any slip: only one of the two counts.
    """
    rows = range(shift.first, shift.last + 1)
    found: dict[str, Column] = {}
    own = _group(shift.column)
    for column in columns:
        cells, by = column.cells, shift.by
        if column.name in told or _group(column) == own:
            continue
        fits = len(cells) == len(shift.column.cells) and all(
            cells[p].now == cells[p - by].was for p in rows
        )
        if fits and any(cells[p].is_changed for p in rows):
            found.setdefault(_group(column), column)
    return list(found.values())


def _group(column: Column) -> str:
    return "state" if column.name.key in _STATE else column.name.key


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


def slipped_back(table: Table, column: Column) -> Suspicion | None:
    """Return the suspicion that states that went back did so as they slipped.

    Something is wrong anyway, so that less evidence tells the cause.
    """
    fits = [
        (bits, shift)
        for bits, shift in shifts_of(column)
        if bits >= SET_BACK_BITS
        and len(shift.cells) >= LEAST_ROWS
        and len(shift.cells) >= MOST * len(column.changed)
    ]
    if not fits:
        return None
    _, best = max(fits, key=lambda each: each[0])
    return _suspicion(table, [best], [column.name], best.by)
