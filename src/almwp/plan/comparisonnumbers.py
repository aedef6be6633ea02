"""Find numbers and dates that were all turned in the same way."""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from almwp.findings import comparison_rules as rules
from almwp.findings.rule import Rule
from almwp.model.moment import Moment, Precision
from almwp.plan.comparison import Suspicion
from almwp.plan.comparisonlimits import FACTORS, LEAST_ROWS, MOST, NEARLY_EQUAL
from almwp.plan.comparisontables import Column, ColumnCell, Table

_DATE_SYSTEMS = 1462
"""Days between the two systems of dates of Excel: four years and a day."""


def turned_numbers(table: Table, column: Column) -> Suspicion | None:
    """Return the suspicion that numbers were multiplied, cut or turned throughout."""
    known = [
        (cell, cell.old.number, cell.new.number)
        for cell in column.cells
        if cell.old
        and cell.new
        and cell.name.key != "status"
        and cell.old.number is not None
        and cell.new.number is not None
    ]
    known = [each for each in known if each[1] or each[2]]
    if len(known) < LEAST_ROWS:
        return None
    opposite = [cell for cell, old, new in known if old and new == -old]
    if _throughout(opposite, known):
        return _suspicion(rules.SIGN_TURNED, table, column, opposite, len(known))
    broken = [each for each in known if each[1].denominator > 1]
    bare = [cell for cell, old, new in broken if new == _without_sign(old)]
    if _throughout(bare, broken):
        return _suspicion(rules.DECIMALS_LOST, table, column, bare, len(broken))
    for factor in FACTORS:
        for share in (Fraction(factor), Fraction(1, factor)):
            found = [c for c, old, new in known if _is_times(old, new, share)]
            if _throughout(found, known):
                facts = (("factor", str(share)),)
                return _suspicion(
                    rules.MULTIPLIED, table, column, found, len(known), facts
                )
    return None


def _throughout(found: Sequence[object], known: Sequence[object]) -> bool:
    return len(found) >= max(LEAST_ROWS, MOST * len(known))


def _is_times(old: Fraction, new: Fraction, factor: Fraction) -> bool:
    wanted = old * factor
    return bool(wanted) and abs(new / wanted - 1) <= NEARLY_EQUAL


def _without_sign(number: Fraction) -> Fraction | None:
    """Return the number that is left of 1.5 without its point: 15."""
    places = 0
    while number.denominator > 1:
        number *= 10
        places += 1
        if places > 15:  # no decimal number that anybody types
            return None
    return number


def turned_dates(table: Table, columns: Sequence[Column]) -> list[Suspicion]:
    """Return the suspicions that dates moved alike, or lost their order of parts.

    The beginning and the end of a time stand in one cell: they are one suspicion.
    """
    found: list[Suspicion] = []
    for column in columns:
        suspicion = _swapped(table, column) or _moved(table, column)
        if suspicion is None:
            continue
        if found and _is_same_cause(found[-1], suspicion):
            continue
        found.append(suspicion)
    return found


def _is_same_cause(one: Suspicion, other: Suspicion) -> bool:
    (first,), (second,) = one.names, other.names
    facts = [dict(each.facts).get("why") for each in (one, other)]
    return one.rule == other.rule and first.key == second.key and facts[0] == facts[1]


def _dated(column: Column) -> list[tuple[ColumnCell, Moment, Moment]]:
    return [
        (cell, cell.old.moment, cell.new.moment)
        for cell in column.cells
        if cell.old and cell.new and cell.old.moment and cell.new.moment
    ]


def _swapped(table: Table, column: Column) -> Suspicion | None:
    able = [
        (cell, old, new)
        for cell, old, new in _dated(column)
        if old.precision is new.precision is Precision.DAY
        and old.start.day <= 12
        and old.start.day != old.start.month
    ]
    found = [
        cell
        for cell, old, new in able
        if (new.start.day, new.start.month) == (old.start.month, old.start.day)
        and new.start.year == old.start.year
    ]
    if not _throughout(found, able):
        return None
    return _suspicion(rules.DAY_AND_MONTH, table, column, found, len(able))


def _moved(table: Table, column: Column) -> Suspicion | None:
    dated = _dated(column)
    steps = Counter(step for _, old, new in dated if (step := _step(old, new)))
    if not steps:
        return None
    (step, _), *_ = steps.most_common(1)
    found = [cell for cell, old, new in dated if _step(old, new) == step]
    if not _throughout(found, dated):
        return None
    unit, count = step
    why = "later by years: {count}"
    if unit == "year" and count < 0:
        why = "earlier by years: {count}"
    elif unit == "month":
        why = "later by months: {count}"
        if count < 0:
            why = "earlier by months: {count}"
    elif unit == "days":
        why = "by {count} days, the distance between the two date systems of Excel"
    facts = (("count", str(abs(count))), ("why", why))
    return _suspicion(rules.DATES_MOVED, table, column, found, len(dated), facts)


def _step(old: Moment, new: Moment) -> tuple[str, int] | None:
    """Return by what a date moved, where it is whole years, a month or the systems'."""
    if old.precision is not new.precision or old == new:
        return None
    days = (new.start - old.start).days
    if old.precision is Precision.DAY and abs(days) == _DATE_SYSTEMS:
        return "days", days
    months = (new.start.year - old.start.year) * 12 + new.start.month - old.start.month
    is_whole = old.start.day == new.start.day or _is_leap_day(old) or _is_leap_day(new)
    if not is_whole or not months:
        return None
    if months % 12 == 0:
        return "year", months // 12
    return ("month", months) if abs(months) == 1 else None


def _is_leap_day(moment: Moment) -> bool:
    return (moment.start.month, moment.start.day) == (2, 29)


def _suspicion(
    rule: Rule,
    table: Table,
    column: Column,
    cells: Iterable[ColumnCell],
    rows: int,
    facts: tuple[tuple[str, str], ...] = (),
) -> Suspicion:
    evidence = [cell.evidence for cell in cells]
    return Suspicion(
        rule=rule,
        kind=table.kind,
        names=[column.name],
        facts=(("changed", str(len(evidence))), ("rows", str(rows)), *facts),
        evidence=evidence,
    )
