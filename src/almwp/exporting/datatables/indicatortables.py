"""Tables of indicators: their baselines, targets and readings, by group of people."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from attrs import evolve, frozen

from almwp.exporting.datatables.activitylists import CELL, EXTRA, SOURCE, origins_of
from almwp.exporting.datatables.columns import (
    COUNTRY,
    FRAMEWORK,
    NONE,
    ORIGIN,
    exact,
    exact_or_absent,
    known_or_absent,
    moment_cells,
    moment_fields,
    origin_cells,
    required,
    said,
    stated,
    to,
    whole,
)
from almwp.exporting.datatables.table import DataTable, Value
from almwp.model.absence import Absence
from almwp.model.indicator import (
    Direction,
    Disaggregation,
    Indicator,
    IndicatorKind,
    Reading,
)
from almwp.model.moment import Moment
from almwp.model.source import Origin

_INDICATOR = (FRAMEWORK, COUNTRY, required("indicator", "The indicator"))
_OF_INDICATOR = (to("indicators", "indicator"),)
_WHAT = ("baseline", "target", "reading")

INDICATORS = DataTable(
    name="indicators",
    about="One indicator",
    fields=(
        FRAMEWORK,
        COUNTRY,
        required("id", "Its id"),
        stated("number", "Its number in the sender's list"),
        stated("name", "Its name, in English where there is one"),
        stated("node", "The node of the programme that it follows"),
        stated("unit", "The unit of its values"),
        required("direction", "Which way is better", [x.value for x in Direction]),
        required("kind", "What a reading counts", [x.value for x in IndicatorKind]),
        stated("remarks", "What the sender adds"),
        *ORIGIN,
    ),
    key=("id",),
)
VALUES = DataTable(
    name="indicator_values",
    about="A baseline, a target or a reading of an indicator",
    fields=(
        *_INDICATOR,
        whole("position", "Its number"),
        required("what", "What it is", _WHAT),
        *moment_fields("at", "The time of which it speaks; of a target its year"),
        *exact_or_absent("value", "The value in the indicator's unit"),
        exact("upper_part", "Upper part of a percentage, where given"),
        exact("lower_part", "Lower part of a percentage, where given"),
        *ORIGIN,
    ),
    key=("indicator", "position"),
    references=_OF_INDICATOR,
)
GROUPS = DataTable(
    name="indicator_groups",
    about="The group of people of which a value speaks; none where it is everybody",
    fields=(
        *_INDICATOR,
        whole("position", "The value, by its number"),
        required("by", "By what people are told apart: sex, sector..."),
        required("group", "The group, in the sender's words"),
    ),
    key=("indicator", "position", "by", "group"),
    references=_OF_INDICATOR,
)
ACTIVITIES_OF = DataTable(
    name="indicator_activities",
    about="An activity that an indicator follows",
    fields=(
        *_INDICATOR,
        whole("position", "Its number"),
        stated("activity", "The activity"),
    ),
    key=("indicator", "position"),
    references=_OF_INDICATOR,
)
SOURCES = DataTable(
    name="indicator_sources",
    about="A survey, a record or a page from which numbers come",
    fields=(*_INDICATOR, whole("position", "Its number"), *SOURCE),
    key=("indicator", "position"),
    references=_OF_INDICATOR,
)
EXTRAS = DataTable(
    name="indicator_extras",
    about="A value of a sender's own column",
    fields=(*_INDICATOR, whole("position", "Its number"), *EXTRA),
    key=("indicator", "position"),
    references=_OF_INDICATOR,
)
CELLS = DataTable(
    name="indicator_cells",
    about="A cell in which a field was read",
    fields=(*_INDICATOR, whole("position", "Its number"), *CELL),
    key=("indicator", "position"),
    references=_OF_INDICATOR,
)


@frozen(kw_only=True)
class Followed:
    """An indicator and its id in these tables."""

    indicator: Indicator
    id: str

    @property
    def first(self) -> tuple[Value, Value, Value]:
        """The first cells of a row about it."""
        one = self.indicator
        return one.framework or NONE, one.country or NONE, self.id


@frozen(kw_only=True)
class _Told:
    what: str
    at: Moment | None
    value: Fraction | Absence
    upper: Fraction | None = None
    lower: Fraction | None = None
    group: tuple[Disaggregation, ...] = ()
    origin: Origin | None = None


def indicator_tables(followed: tuple[Followed, ...]) -> Iterator[DataTable]:
    """Give the tables of indicators."""
    yield evolve(INDICATORS, rows=map(_indicator, followed))
    yield evolve(VALUES, rows=_values(followed))
    yield evolve(GROUPS, rows=_groups(followed))
    for table, rows_of in (
        (ACTIVITIES_OF, _activities),
        (SOURCES, _sources),
        (EXTRAS, _extras),
        (CELLS, _cells),
    ):
        yield evolve(table, rows=_numbered(followed, rows_of))


def _indicator(followed: Followed) -> tuple[Value, ...]:
    one = followed.indicator
    return (
        *followed.first,
        said(one.number),
        said(str(one.name)),
        one.node,
        said(one.unit),
        one.direction.value,
        one.kind.value,
        said(one.remarks),
        *origin_cells(one.origin_of("name")),
    )


def _told(indicator: Indicator) -> Iterator[_Told]:
    baselines = (indicator.baseline, *indicator.group_baselines)
    for reading in filter(None, baselines):
        yield _of_reading("baseline", reading)
    for target in indicator.targets:
        at = Moment.year(target.year)
        group, origin = target.group, target.origin
        value = target.value
        yield _Told(what="target", at=at, value=value, group=group, origin=origin)
    for reading in indicator.readings:
        yield _of_reading("reading", reading)


def _of_reading(what: str, reading: Reading) -> _Told:
    return _Told(
        what=what,
        at=reading.when,
        value=reading.value,
        upper=reading.numerator,
        lower=reading.denominator,
        group=reading.group,
        origin=reading.origin,
    )


def _values(followed: Iterable[Followed]) -> Iterator[tuple[Value, ...]]:
    for each in followed:
        for number, told in enumerate(_told(each.indicator), start=1):
            yield (
                *each.first,
                number,
                told.what,
                *moment_cells(told.at),
                *known_or_absent(told.value),
                told.upper,
                told.lower,
                *origin_cells(told.origin),
            )


def _groups(followed: Iterable[Followed]) -> Iterator[tuple[Value, ...]]:
    for each in followed:
        for number, told in enumerate(_told(each.indicator), start=1):
            for group in dict.fromkeys(told.group):
                yield *each.first, number, group.by, group.group


def _sources(indicator: Indicator) -> Iterator[tuple[Value, ...]]:
    for each in indicator.sources:
        yield each.address, said(each.title), str(each.date) if each.date else None


def _extras(indicator: Indicator) -> Iterator[tuple[Value, ...]]:
    for each in indicator.extras:
        yield said(each.heading), said(each.value), each.cell


def _activities(indicator: Indicator) -> Iterator[tuple[Value, ...]]:
    yield from ((said(activity),) for activity in indicator.activities)


def _cells(indicator: Indicator) -> Iterator[tuple[Value, ...]]:
    yield from origins_of(indicator.origins)


def _numbered(
    followed: Iterable[Followed],
    rows_of: Callable[[Indicator], Iterator[tuple[Value, ...]]],
) -> Iterator[tuple[Value, ...]]:
    for each in followed:
        for number, row in enumerate(rows_of(each.indicator), start=1):
            yield *each.first, number, *row
