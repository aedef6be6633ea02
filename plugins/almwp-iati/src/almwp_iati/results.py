"""Results: indicators with baselines, targets and actual values by period."""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from attrs import frozen
from lxml.etree import _Element as Element

from almwp.exporting.csvcells import decimal
from almwp.model.absence import Absence
from almwp.model.indicator import (
    Direction,
    Disaggregation,
    Indicator,
    Reading,
    Target,
)
from almwp.model.moment import Moment
from almwp.model.source import Origin
from almwp_iati.elements import element, exact_value, own, told

_OTHER = "9"
"""Whether a result is an output or an outcome, no file says."""
_UNIT, _PERCENTAGE = "1", "2"
_ASCENDING = {Direction.RISING: "true", Direction.FALLING: "false"}


@frozen(kw_only=True)
class _Value:
    what: str
    at: Moment | None
    value: Fraction | Absence
    group: tuple[Disaggregation, ...]
    origin: Origin | None


def result(indicator: Indicator) -> Element:
    """Return *indicator* as a result of an activity."""
    made = element("result", {"type": _OTHER})
    made.append(told("title", indicator.name))
    measure = _PERCENTAGE if indicator.unit.strip() == "%" else _UNIT
    inner = element(
        "indicator",
        {"measure": measure, "ascending": _ASCENDING.get(indicator.direction)},
    )
    inner.append(told("title", indicator.name))
    every = tuple(_values(indicator))
    for each in every:
        if each.what == "baseline":
            inner.extend(_baseline(each))
    inner.extend(_periods(each for each in every if each.what != "baseline"))
    inner.append(
        own(
            "indicator",
            {
                "id": indicator.id,
                "unit": indicator.unit,
                "kind": indicator.kind.value,
                "direction": indicator.direction.value,
                "country": indicator.country,
                "framework": indicator.framework,
                "node": indicator.node,
            },
        )
    )
    inner.extend(_beside(each) for each in every)
    made.append(inner)
    return made


def _values(indicator: Indicator) -> Iterator[_Value]:
    for baseline in (indicator.baseline, *indicator.group_baselines):
        if baseline:
            yield _of_reading("baseline", baseline)
    for target in indicator.targets:
        yield _of_target(target)
    for reading in indicator.readings:
        yield _of_reading("actual", reading)


def _of_reading(what: str, reading: Reading) -> _Value:
    return _Value(
        what=what,
        at=reading.when,
        value=reading.value,
        group=reading.group,
        origin=reading.origin,
    )


def _of_target(target: Target) -> _Value:
    return _Value(
        what="target",
        at=Moment.year(target.year),
        value=target.value,
        group=target.group,
        origin=target.origin,
    )


def _baseline(told_value: _Value) -> Iterator[Element]:
    """Give a baseline; IATI has no place for one without a year or a value."""
    at, value = told_value.at, told_value.value
    if at is None or isinstance(value, Absence):
        return
    made = element("baseline", {"year": at.start.year, "value": decimal(value)})
    made.extend(_dimensions(told_value))
    made.extend(exact_value(value))
    yield made


def _periods(values: Iterable[_Value]) -> Iterator[Element]:
    """Give a period for each stretch of time, with its target and actual values."""
    periods: dict[tuple[date, date], list[_Value]] = {}
    for each in values:
        if each.at is not None and not isinstance(each.value, Absence):
            periods.setdefault((each.at.start, each.at.end), []).append(each)
    for (first, last), told_values in sorted(periods.items()):
        made = element("period")
        made.append(element("period-start", {"iso-date": first.isoformat()}))
        made.append(element("period-end", {"iso-date": last.isoformat()}))
        for what in ("target", "actual"):
            for each in told_values:
                if each.what == what and isinstance(each.value, Fraction):
                    inner = element(what, {"value": decimal(each.value)})
                    inner.extend(_dimensions(each))
                    inner.extend(exact_value(each.value))
                    made.append(inner)
        yield made


def _dimensions(value: _Value) -> list[Element]:
    return [
        element("dimension", {"name": each.by, "value": each.group})
        for each in value.group
    ]


def _beside(value: _Value) -> Element:
    """Return what IATI has no place for: why there is no value, and the cell."""
    number = value.value
    is_absent = isinstance(number, Absence)
    made = own(
        "value",
        {
            "what": value.what,
            "at": value.at,
            "absence" if is_absent else "number": number,
            "origin": value.origin,
        },
    )
    made.extend(own("group", {"by": g.by, "group": g.group}) for g in value.group)
    return made
