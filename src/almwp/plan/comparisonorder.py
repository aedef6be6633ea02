"""Find columns whose values stand in other rows: sorted alone, or left behind."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from math import lgamma, log
from typing import Any

from almwp.findings import comparison_rules as rules
from almwp.model.folding import fold
from almwp.plan.comparison import FieldName, Suspicion, Value
from almwp.plan.comparisonlimits import (
    FEW_KINDS,
    LEAST_ROWS,
    MOST,
    MOVED_BITS,
    OUT_OF_ORDER,
    SAME_VALUES,
    SORTED_BITS,
)
from almwp.plan.comparisontables import (
    TITLES,
    Column,
    ColumnCell,
    Table,
    title_cells,
)


def sorted_alone(table: Table, column: Column) -> Suspicion | None:
    """Return the suspicion that a column was sorted, or its values shuffled."""
    changed = column.changed
    if len(changed) < LEAST_ROWS:
        return None
    before = Counter(cell.was for cell in changed)
    after = Counter(cell.now for cell in changed)
    kept = (before & after).total()
    arrangements = _arrangements(list(after.values()))
    if kept < SAME_VALUES * len(changed):
        return None
    is_sorted = _became_ordered(
        [cell.old for cell in column.cells], [cell.new for cell in column.cells]
    )
    # The order among all rows is what was hit, not that among the changed ones alone.
    all_values = Counter(cell.now for cell in column.cells if cell.now)
    if is_sorted and _arrangements(list(all_values.values())) >= SORTED_BITS:
        rule = rules.SORTED_ALONE
    elif kept == len(changed):
        evidence = sum(column.bits(cell.now) for cell in changed) - arrangements
        if evidence < MOVED_BITS:
            return None
        rule = rules.CHANGED_PLACES
    else:
        return None
    filled = sum(bool(cell.was or cell.now) for cell in column.cells)
    return Suspicion(
        rule=rule,
        kind=table.kind,
        names=[column.name],
        facts=(
            ("changed", str(len(changed))),
            ("rows", str(filled)),
            ("kept", str(kept)),
        ),
        evidence=[cell.evidence for cell in changed],
    )


def _arrangements(counts: Sequence[int]) -> float:
    """Return in how many orders values that occur so often can stand, in bits."""
    total = lgamma(sum(counts) + 1) - sum(lgamma(count + 1) for count in counts)
    return total / log(2)


def _became_ordered(old: Sequence[Value | None], new: Sequence[Value | None]) -> bool:
    """Say whether values are in some order now in which they were not before."""
    before = [value for value in old if value]
    after = [value for value in new if value]
    kinds = len({value.sense for value in after})
    stretches = _runs(after)
    # Equal values stand together: sorted, whatever the order of the alphabet.
    is_grouped = stretches <= kinds + 2 * (len(after) // OUT_OF_ORDER)
    if is_grouped and kinds <= len(after) * FEW_KINDS and stretches < _runs(before):
        return True
    return any(
        _is_in_order(after, key, turn) and not _is_in_order(before, key, turn)
        for key in _KEYS
        for turn in (1, -1)
    )


def _runs(values: Sequence[Value]) -> int:
    """Count the stretches of equal values."""
    return sum(1 for _ in groupby(values, key=lambda value: value.sense))


def _number(value: Value) -> Any:
    return value.number


def _start(value: Value) -> Any:
    return value.moment.start if value.moment else None


def _folded(value: Value) -> Any:
    return fold(value.written)


def _letters(value: Value) -> Any:
    return value.written.casefold()


def _codes(value: Value) -> Any:
    return value.written


_KEYS: tuple[Callable[[Value], Any], ...] = (
    _number,
    _start,
    _folded,
    _letters,
    _codes,
)
"""By what it may have been sorted: numbers, dates, and words in three ways."""


def _is_in_order(
    values: Sequence[Value], key: Callable[[Value], Any], turn: int
) -> bool:
    keys = [key(value) for value in values]
    if any(each is None for each in keys) or len(keys) < LEAST_ROWS:
        return False
    back = sum(bool(b < a if turn > 0 else b > a) for a, b in pairwise(keys))
    return back <= len(keys) // OUT_OF_ORDER


def moved_rows(table: Table) -> tuple[Suspicion, set[FieldName]] | None:
    """Return columns that stayed in place while the rows moved, or the titles alone.

    Rows are known by their titles.  Where titles moved and the greater part of the
    columns stayed, it is the titles that moved; else the others were left behind.

    Returns:
        The suspicion, and the columns whose changes it explains.
    """
    if all(rank == place for place, rank in enumerate(table.ranks)):
        return None
    by_rank = {rank: place for place, rank in enumerate(table.ranks)}
    stayed: list[tuple[Column, list[ColumnCell], int]] = []
    explained: set[FieldName] = set()
    went = 0
    bits = 0.0
    for column in table.movable:
        if column.name.key == "timeframe" and column.name.about:
            continue  # parts of one cell, which has its say already
        cells = column.cells
        telling = [
            (cell, cells[by_rank[place]].was)
            for place, cell in enumerate(cells)
            if cells[by_rank[place]].was != cell.was
        ]
        agree = [cell for cell, there in telling if cell.now == there]
        if agree and len(agree) >= MOST * len(telling):
            explained.add(column.name)
        along = sum(cell.now == cell.was for cell, _ in telling)
        if len(agree) >= max(LEAST_ROWS, MOST * len(telling)):
            stayed.append((column, agree, len(telling)))
            bits += sum(column.bits(cell.now) for cell in agree)
        elif along >= max(LEAST_ROWS, MOST * len(telling)):
            went += 1
    if not stayed or bits < MOVED_BITS:
        return None
    titles = next(c for c in table.columns if c.name.key in TITLES)
    evidence = max(stayed, key=lambda each: (len(each[1]), -_length(each[1])))
    facts: tuple[tuple[str, str], ...]
    facts = (("stayed", str(len(evidence[1]))), ("moved", str(evidence[2])))
    if len(stayed) > went:
        new = [cell.new for cell in titles.cells]
        old = [titles.cells[by_rank[place]].old for place in range(len(new))]
        if _became_ordered(old, new):
            facts = (
                ("changed", str(evidence[2])),
                ("rows", str(len(new))),
                ("kept", str(evidence[2])),
            )
            rule = rules.SORTED_ALONE
        else:
            rule = rules.TITLES_MOVED
        names = [titles.name]
    else:
        rule = rules.LEFT_BEHIND
        names = [column.name for column, _, _ in stayed]
    suspicion = Suspicion(
        rule=rule,
        kind=table.kind,
        names=names,
        facts=facts,
        cells=title_cells(table) if names == [titles.name] else (),
        evidence=[cell.evidence for cell in evidence[1]],
    )
    return suspicion, explained


def _length(cells: Sequence[ColumnCell]) -> int:
    """Return how long the words are: what is short is seen at a glance."""
    return sum(len(cell.new.words) for cell in cells if cell.new)
