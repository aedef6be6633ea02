"""Find changes that are valid and look like accidents; one suspicion for a cause."""

from collections.abc import Hashable, Iterable, Iterator

from almwp.findings import comparison_rules as rules
from almwp.model.moment import Moment
from almwp.model.workplan import WorkPlan
from almwp.plan.comparison import (
    Evidence,
    FieldName,
    RecordKind,
    Suspicion,
    Value,
)
from almwp.plan.comparisonfills import copied, filled
from almwp.plan.comparisonlimits import DUPLICATE_FIELDS
from almwp.plan.comparisonlisting import Listed
from almwp.plan.comparisonlosses import (
    cut_off,
    emptied,
    replaced,
    swapped,
    went_back,
)
from almwp.plan.comparisonmatching import Matched
from almwp.plan.comparisonnumbers import turned_dates, turned_numbers
from almwp.plan.comparisonorder import moved_rows, sorted_alone
from almwp.plan.comparisonshifts import shifted, slipped_back
from almwp.plan.comparisontables import TITLES, Column, Table, tables_of

_FOLLOWS = ("indicators", "links", "as_of")
"""What a row has from elsewhere: a copy of it has not."""


def suspicions_in(kind: RecordKind, matched: Matched) -> Iterator[Suspicion]:
    """Give what looks like an accident in the records of one kind."""
    for table in tables_of(kind, matched.pairs):
        yield from _of_table(table)
    yield from _doubled(kind, matched)


def _of_table(table: Table) -> Iterator[Suspicion]:
    """Give the suspicions of a table; what explains a column is looked for once.

    What comes first is the surer: a column that is blank is not looked at for values
    that slipped, and states that fell because the column was sorted did not go back.
    """
    explained: set[FieldName] = set()

    def explain(found: Iterable[Suspicion | None]) -> Iterator[Suspicion]:
        for suspicion in found:
            if suspicion:
                explained.update(suspicion.names)
                yield suspicion

    def left(*, with_parts: bool = False) -> list[Column]:
        return [
            column
            for column in table.movable
            if column.name not in explained
            # What explains the words of a time frame explains its parts.
            and not (_is_part(column) and FieldName("timeframe") in explained)
            and (with_parts or not _is_part(column))
            and any(cell.is_changed for cell in column.cells)
        ]

    moved = moved_rows(table)
    if moved:
        explained |= moved[1]
        yield moved[0]
    yield from explain([emptied(table, column) for column in left()])
    yield from explain(swapped(table, left()))
    yield from explain(filled(table, column) for column in left())
    numbers = [*left(), *table.measures]
    yield from explain(turned_numbers(table, column) for column in numbers)
    times = [c for c in left(with_parts=True) if c.name.key in _DATED or _is_dated(c)]
    for suspicion in turned_dates(table, times):
        explained |= {FieldName("timeframe")}
        yield from explain([suspicion])
    # One value that moves to the top of a column shifts all others, as sorting does;
    # columns that slipped together did not get there by sorting.
    for suspicion in shifted(table, left()):
        names = {each.name for each in suspicion.evidence}
        if len({name.key for name in names}) > 1:
            explained |= names
            yield from explain([suspicion])
    yield from explain([sorted_alone(table, column) for column in left()])
    yield from explain(shifted(table, left()))
    measures = [c for c in table.measures if c.name not in explained]
    yield from explain(sorted_alone(table, column) for column in measures)
    measures = [c for c in table.measures if c.name not in explained]
    yield from explain(shifted(table, measures))
    yield from explain(replaced(table, column) for column in left())
    yield from explain(copied(table, column) for column in left())
    yield from cut_off(table, table.columns)
    for column in left():
        if column.name.key in ("status", "percent"):
            back = went_back(table, column)
            yield from explain([(back and slipped_back(table, column)) or back])


_DATED = ("timeframe", "baseline_date")


def _is_part(column: Column) -> bool:
    return column.name.key == "timeframe" and bool(column.name.about)


def _is_dated(column: Column) -> bool:
    return any(cell.new and cell.new.moment for cell in column.cells)


def _doubled(kind: RecordKind, matched: Matched) -> Iterator[Suspicion]:
    """Give rows that are new and copies of others, title and all."""
    known: dict[Hashable, Listed] = {}
    before: dict[int, Listed] = {}
    for old, listed in matched.pairs:
        known.setdefault(_content(listed), listed)
        before[id(listed)] = old
    copies: list[tuple[Listed, Listed]] = []
    for listed in matched.added:
        content = _content(listed)
        if len(content[1]) < DUPLICATE_FIELDS:
            continue
        if content in known:
            copies.append((known[content], listed))
        known.setdefault(content, listed)
    if not copies:
        return
    name = _title_of(copies[0][1])
    yield Suspicion(
        rule=rules.ROW_DOUBLED,
        kind=kind,
        names=[name],
        facts=(("changed", str(len(copies))),),
        evidence=[
            Evidence(
                title=listed.title,
                name=name,
                old=was.values.get(name) if was else None,
                new=listed.values.get(name),
            )
            for first, copy in copies
            for was, listed in ((before.get(id(first)), first), (None, copy))
        ],
    )


def _content(listed: Listed) -> tuple[frozenset[str], tuple[Hashable, ...]]:
    title = _title_of(listed).key
    said = sorted(
        (name.key, name.about, value.sense)
        for name, value in listed.values.items()
        if name.key not in (title, "number", "audience", "clearance", *_FOLLOWS)
    )
    return listed.titles, tuple(said)


def _title_of(listed: Listed) -> FieldName:
    return next(
        name for name in (FieldName(key) for key in TITLES) if name in listed.values
    )


def order_of_versions(old: WorkPlan, new: WorkPlan) -> Iterator[Suspicion]:
    """Give the suspicion that the two versions were named in the wrong order."""
    was, is_now = _newest(old), _newest(new)
    if was and is_now and is_now.end < was.start:
        yield Suspicion(
            rule=rules.NEW_IS_OLDER,
            kind=RecordKind.ACTIVITY,
            names=[FieldName("as_of")],
            evidence=[
                Evidence(
                    title="", name=FieldName("as_of"), old=_day(was), new=_day(is_now)
                )
            ],
        )


def _newest(plan: WorkPlan) -> Moment | None:
    days = [sent.as_of for sent in plan.submissions if sent.as_of]
    return max(days, key=lambda day: (day.end, day.start)) if days else None


def _day(when: Moment) -> Value:
    return Value(words=str(when), written=str(when), sense=str(when), moment=when)
