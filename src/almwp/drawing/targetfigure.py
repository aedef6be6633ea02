"""An indicator's readings against its path to the target."""

from datetime import date
from fractions import Fraction

from almwp.drawing.wording import decimal_mark
from almwp.errors import Translate, in_english
from almwp.model.figures import PathPoint, TargetPath
from almwp.model.indicator import Indicator, Reading
from almwp.model.moment import Moment
from almwp.model.surely import surely
from almwp.scoring.wording import shown


def target_path_figure(
    indicator: Indicator,
    as_of: Moment | None = None,
    say: Translate = in_english,
    language: str = "en",
) -> TargetPath:
    """Return the path of *indicator* to its targets, and its readings.

    Only what speaks of everybody is drawn.  A target is to be reached by the end of
    its year, and stands there.  Readings without a value are told in words.

    Args:
        indicator: The indicator.
        as_of: The day as of which readings count; all of them, when not given.
        say: Into which language the words are put.
        language: The language of the name.
    """
    path = [_point(r, say) for r in _numbers(indicator.baseline)]
    path += [
        PathPoint(
            when=Moment.day(date(target.year, 12, 31)),
            value=target.value,
            text=_number(target.value, say),
        )
        for target in sorted(indicator.targets, key=lambda target: target.year)
        if not target.group and isinstance(target.value, Fraction)
    ]
    readings = [r for r in indicator.readings if not r.group and _is_made(r, as_of)]
    points = [_point(r, say) for r in _numbers(*readings)]
    country = f" ({indicator.country})" if indicator.country else ""
    measured = (indicator.baseline, *readings)
    origins = [r.origin for r in measured if r]
    origins += [target.origin for target in indicator.targets if not target.group]
    when = f", {say('as of {day}').format(day=as_of)}" if as_of else ""
    return TargetPath(
        caption=f"{indicator.name.in_(language) or indicator.id}{country}{when}",
        unit=indicator.unit,
        path=sorted(path, key=_time),
        readings=sorted(points, key=_time),
        alternative="; ".join(_said(indicator, readings, say)),
        origins=tuple(dict.fromkeys(origin for origin in origins if origin)),
    )


def _is_made(reading: Reading, as_of: Moment | None) -> bool:
    """Say whether a reading was surely made by a day; one without a time counts."""
    return as_of is None or reading.when is None or reading.when.end <= as_of.end


def _numbers(*readings: Reading | None) -> list[Reading]:
    """Return the readings that have both a time and a number."""
    return [r for r in readings if r and r.when and isinstance(r.value, Fraction)]


def _point(reading: Reading, say: Translate) -> PathPoint:
    when, value = surely(Moment, reading.when), surely(Fraction, reading.value)
    return PathPoint(when=when, value=value, text=_number(value, say))


def _number(value: Fraction, say: Translate) -> str:
    return shown(value).replace(".", decimal_mark(say))


def _time(point: PathPoint) -> tuple[date, date]:
    return point.when.end, point.when.start


def _newest(readings: list[Reading], say: Translate) -> list[str]:
    """Say what was measured last."""
    points = _numbers(*readings)
    if not points:
        return [say("nothing was measured")]
    last = max(points, key=lambda r: (r.when.end, r.when.start) if r.when else ())
    value = _number(last.value, say) if isinstance(last.value, Fraction) else ""
    words = say("newest reading: {value} ({when})")
    return [words.format(value=value, when=last.when)]


def _last_target(indicator: Indicator, say: Translate) -> list[str]:
    """Say what is to be reached in the end."""
    whole = [target for target in indicator.targets if not target.group]
    numbered = [t for t in whole if isinstance(t.value, Fraction)]
    if not numbered:
        return [] if whole else [say("no target is known")]
    last = max(numbered, key=lambda target: target.year)
    value = _number(last.value, say) if isinstance(last.value, Fraction) else ""
    words = say("target: {value} by the end of {year}")
    return [words.format(value=value, year=last.year)]


def _said(indicator: Indicator, readings: list[Reading], say: Translate) -> list[str]:
    """Say what the picture cannot show: which way is better, and what is missing."""
    said = [say(indicator.direction.value)]
    base = indicator.baseline
    if base is None or not isinstance(base.value, Fraction):
        said.append(say("no baseline is known"))
    elif base.when is None:
        value = _number(base.value, say)
        said.append(
            say("baseline {value}, of which year nobody says").format(value=value)
        )
    said += _newest(readings, say)
    said += _last_target(indicator, say)
    for reading in readings:
        when = reading.when or say("time not known")
        if not isinstance(reading.value, Fraction):
            said.append(f"{when}: {say(str(reading.value))}")
        elif reading.when is None:
            said.append(f"{when}: {_number(reading.value, say)}")
    return said
