"""Tables of indicators: their baselines, targets and readings, by group of people."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from attrs import evolve, frozen

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
from almwp.exporting.datatables.lists import (
    CELL,
    EXTRA,
    SOURCE,
    Cells,
    extra_cells,
    list_table,
    numbered,
    read_cells,
    source_cells,
)
from almwp.exporting.datatables.table import DataTable, Field, Value
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
    references=(to("indicators", "indicator"),),
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
    filed = [(each.first, each.indicator) for each in followed]
    values, *others = (
        evolve(
            list_table(name, about, _INDICATOR, "indicators", fields),
            rows=numbered(filed, cells),
        )
        for name, about, fields, cells in _LISTS
    )
    yield values
    yield evolve(GROUPS, rows=_groups(followed))
    yield from others


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


def _values(indicator: Indicator) -> Iterator[Cells]:
    for told in _told(indicator):
        yield (
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


def _sources(indicator: Indicator) -> Iterator[Cells]:
    return source_cells(indicator.sources)


def _extras(indicator: Indicator) -> Iterator[Cells]:
    return extra_cells(indicator.extras)


def _activities(indicator: Indicator) -> Iterator[Cells]:
    yield from ((said(activity),) for activity in indicator.activities)


def _cells(indicator: Indicator) -> Iterator[Cells]:
    return read_cells(indicator.origins)


_LISTS: tuple[
    tuple[str, str, tuple[Field, ...], Callable[[Indicator], Iterator[Cells]]], ...
] = (
    (
        "indicator_values",
        "A baseline, a target or a reading of an indicator",
        (
            required("what", "What it is", _WHAT),
            *moment_fields("at", "The time of which it speaks; of a target its year"),
            *exact_or_absent("value", "The value in the indicator's unit"),
            exact("upper_part", "Upper part of a percentage, where given"),
            exact("lower_part", "Lower part of a percentage, where given"),
            *ORIGIN,
        ),
        _values,
    ),
    (
        "indicator_activities",
        "An activity that an indicator follows",
        (stated("activity", "The activity"),),
        _activities,
    ),
    (
        "indicator_sources",
        "A survey, a record or a page from which numbers come",
        SOURCE,
        _sources,
    ),
    ("indicator_extras", "A value of a sender's own column", EXTRA, _extras),
    ("indicator_cells", "A cell in which a field was read", CELL, _cells),
)
