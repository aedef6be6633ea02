"""Find columns that were emptied, exchanged, replaced throughout or cut off."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from almwp.findings import comparison_rules as rules
from almwp.findings.rule import Rule
from almwp.plan.comparison import FieldName, Suspicion
from almwp.plan.comparisonlimits import (
    CUT_SPACE,
    CUTS,
    EMPTIED,
    LEAST_ROWS,
    MOST,
)
from almwp.plan.comparisontables import Column, ColumnCell, Table
from almwp.plan.comparisonvalues import plain

_OF_ONE_ROUND = ("remarks",)
"""What is noted for one round: that it is blank in the next is as usual."""


def emptied(table: Table, column: Column) -> Suspicion | None:
    """Return the suspicion that a column was emptied, or left out of the new file."""
    had = [cell for cell in column.cells if cell.was]
    gone = [cell for cell in had if not cell.now]
    is_emptied = len(gone) >= max(LEAST_ROWS, EMPTIED * len(had))
    if not is_emptied or column.name.key in _OF_ONE_ROUND:
        return None
    return suspicion_of(rules.EMPTIED, table, [column.name], gone, rows=len(had))


def swapped(table: Table, columns: Sequence[Column]) -> Iterator[Suspicion]:
    """Give pairs of columns that have each other's values."""
    changed = [c for c in columns if len(c.changed) >= LEAST_ROWS]
    for place, one in enumerate(changed):
        for other in changed[place + 1 :]:
            if one.name.key == other.name.key == "timeframe":
                continue
            both = [
                (mine, theirs)
                for mine, theirs in zip(one.cells, other.cells, strict=True)
                if mine.was != theirs.was
            ]
            turned = [
                mine
                for mine, theirs in both
                if _same(mine.now, theirs.was) and _same(theirs.now, mine.was)
            ]
            if len(turned) >= max(LEAST_ROWS, MOST * len(both)):
                names = [one.name, other.name]
                yield suspicion_of(rules.SWAPPED, table, names, turned, rows=len(both))


def _same(one: str, other: str) -> bool:
    """Compare values of two columns: partners are known otherwise than leads."""
    return _bare(one) == _bare(other)


def _bare(sense: str) -> list[str]:
    return sorted(plain(member.rpartition(":")[2]) for member in sense.split("\n"))


def replaced(table: Table, column: Column) -> Suspicion | None:
    """Return the suspicion that one member was replaced by another throughout."""
    had: dict[str, list[ColumnCell]] = defaultdict(list)
    words: dict[str, str] = {}
    became: dict[str, Counter[str]] = defaultdict(Counter)
    for cell in column.cells:
        before = dict(cell.old.members or ()) if cell.old else {}
        after = dict(cell.new.members or ()) if cell.new else {}
        words |= before | after
        for member in before:
            had[member].append(cell)
        gone = before.keys() - after.keys()
        came = after.keys() - before.keys()
        if len(gone) == len(came) == 1:
            became[next(iter(gone))][next(iter(came))] += 1
    for member, cells in had.items():
        ((other, count),) = became[member].most_common(1) or ((member, 0),)
        if count >= LEAST_ROWS and count == len(cells):
            facts = (("old", words[member]), ("new", words[other]))
            return suspicion_of(
                rules.REPLACED, table, [column.name], cells, facts=facts
            )
    return None


def cut_off(table: Table, columns: Iterable[Column]) -> Iterator[Suspicion]:
    """Give texts that end where programs cut texts off.  One is enough to tell."""
    for column in columns:
        for length in CUTS:
            found = [cell for cell in column.cells if _is_cut(cell, length)]
            if found:
                facts = (("length", str(length)),)
                yield suspicion_of(
                    rules.CUT_OFF, table, [column.name], found, facts=facts
                )


def _is_cut(cell: ColumnCell, length: int) -> bool:
    if not cell.is_changed or cell.old is None or cell.new is None:
        return False
    old, new = " ".join(cell.old.words.split()), " ".join(cell.new.words.split())
    if len(new) < length // 2 or len(new) >= len(old) or not old.startswith(new):
        return False
    # Vietnamese has two lengths: marks count by themselves in some programs.
    sizes = (len(cell.new.words), len(unicodedata.normalize("NFD", cell.new.words)))
    return any(length - CUT_SPACE <= size <= length for size in sizes)


def went_back(table: Table, column: Column) -> Suspicion | None:
    """Return the suspicion that states or percentages fell.  One is enough to tell."""
    fell = [
        cell
        for cell in column.cells
        if cell.old
        and cell.new
        and cell.old.number is not None
        and cell.new.number is not None
        and not cell.new.is_refused
        and not cell.old.is_refused
        and cell.new.number < cell.old.number
    ]
    if not fell:
        return None
    rule = rules.STATUS_BACK if column.name.key == "status" else rules.PERCENT_LOWER
    known = sum(bool(cell.was and cell.now) for cell in column.cells)
    return suspicion_of(rule, table, [column.name], fell, rows=known)


def suspicion_of(
    rule: Rule,
    table: Table,
    names: Iterable[FieldName],
    cells: Sequence[ColumnCell],
    *,
    rows: int | None = None,
    facts: tuple[tuple[str, str], ...] = (),
) -> Suspicion:
    """Return a suspicion that rests on *cells*.

    Args:
        rule: What it looks like.
        table: The table in which they stand.
        names: The fields.
        cells: The cells.
        rows: How many rows were looked at, where that says something.
        facts: What else the rule speaks of.
    """
    counted = [("changed", str(len(cells)))]
    if rows is not None:
        counted.append(("rows", str(rows)))
    return Suspicion(
        rule=rule,
        kind=table.kind,
        names=names,
        facts=(*counted, *facts),
        evidence=[cell.evidence for cell in cells],
    )
