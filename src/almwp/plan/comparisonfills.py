"""Find values that were copied from a neighbour or filled down."""

from collections.abc import Iterable
from itertools import groupby

from almwp.findings import comparison_rules as rules
from almwp.findings.rule import Rule
from almwp.model.activity import Status
from almwp.plan.comparison import Suspicion
from almwp.plan.comparisonlimits import CLOSED_BITS, FILL_KINDS, LEAST_ROWS, MOST
from almwp.plan.comparisonshifts import needed_bits
from almwp.plan.comparisontables import Column, ColumnCell, Table

_ALL = 100


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
            and bits >= needed_bits(column)
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
    if not is_whole and weight * (len(best) - 1) < needed_bits(column):
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
