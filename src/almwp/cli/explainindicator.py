"""Put all that is known of an indicator into lines for people."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from almwp.cli.explainactivity import (
    conflict_lines,
    field_lines,
    places_of,
    reference_words,
    standing_words,
)
from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.indicator import Direction
from almwp.scoring.percentwords import percent
from almwp.scoring.wording import shown
from almwp.scoring.wordsofvalues import day_in, number_in
from almwp.workflow.explainedindicator import (
    ExplainedIndicator,
    ExplainedMeasure,
    ExplainedPool,
    ExplainedWay,
    MeasureKind,
)
from almwp.workflow.figurenames import group_words


def indicator_lines(
    indicator: ExplainedIndicator, translate: Translate
) -> Iterator[str]:
    """Give the lines that tell all that is known of *indicator*."""
    yield f"{indicator.title or indicator.id} [{indicator.id}]"
    better = {
        Direction.RISING: translate("more is better"),
        Direction.FALLING: translate("less is better"),
        Direction.KEEP: translate("it is to stay at its target"),
    }[indicator.direction]
    told = [translate(indicator.kind.value), better]
    if indicator.unit:
        told.insert(0, indicator.unit)
    yield f"  {translate('measures')}: {'; '.join(told)}"
    for each in indicator.fields:
        yield from field_lines(each, translate)
    if indicator.references:
        yield f"  {translate('belongs to')}:"
    for reference in indicator.references:
        yield f"    {reference_words(reference, translate)}"
    yield from _measures(indicator.baselines, translate("baseline"), translate)
    yield from _measures(indicator.targets, translate("targets"), translate)
    yield from _measures(indicator.readings, translate("readings"), translate)
    yield from _way(indicator.way, translate)
    for way in indicator.groups:
        yield from _way(way, translate)
    if indicator.together:
        yield from _together(indicator.together, translate)
    if indicator.ask_for:
        by = ", ".join(indicator.ask_for)
        words = translate("not told apart by {groups}: ask for it").format(groups=by)
        yield f"  {translate('missing')}: {words}"
    yield from conflict_lines(indicator.conflicts, translate)
    if indicator.standings:
        yield f"  {translate('counts in')}:"
    for standing in indicator.standings:
        # Why it has this value was told above.
        told_here = standing_words(standing, translate, with_reason=False)
        yield f"    {told_here}"


def _measures(
    several: Iterable[ExplainedMeasure], heading: str, translate: Translate
) -> Iterator[str]:
    several = tuple(several)
    if not several:
        yield f"  {heading}: {translate('not stated')}"
        return
    yield f"  {heading}:"
    for each in several:
        yield f"    {_measure(each, translate)}"
        cells = [cell for cell in (each.origin, *each.parts_at) if cell]
        yield from (f"      {place}" for place in places_of(cells))


def _measure(each: ExplainedMeasure, translate: Translate) -> str:
    if each.when is None:
        when = translate("without a date")
    elif each.kind is MeasureKind.TARGET:
        when = translate("by {year}").format(year=day_in(each.when, translate))
    else:
        when = day_in(each.when, translate)
    told = [_number(each.value, translate)]
    if each.numerator is not None and each.denominator is not None:
        told.append(
            translate("{part} of {whole}").format(
                part=_number(each.numerator, translate),
                whole=_number(each.denominator, translate),
            )
        )
    if each.group:
        told.append(group_words(each.group, translate))
    if each.counts and each.kind is not MeasureKind.BASELINE:
        told.append(translate("this one counts"))
    if each.is_later:
        told.append(translate("not surely made by that day"))
    return f"{when}: {'; '.join(told)}"


def _way(way: ExplainedWay, translate: Translate) -> Iterator[str]:
    whom = group_words(way.group, translate) or translate("everybody")
    yield f"  {translate('how far it came')} ({whom}):"
    for step in way.steps:
        sign = "  " if step == way.steps[0] else "= "
        yield f"    {sign}{step}"
    if not way.steps:
        yield f"    {translate('the formula has no answer here')}"
    if isinstance(way.value, Absence):
        told = translate(way.value.value)
    else:
        told = percent(way.value, translate)
    if way.low != way.high:
        bounds = translate("{low} to {high}").format(
            low=percent(way.low, translate), high=percent(way.high, translate)
        )
        told = f"{told}; {translate('bounds')} {bounds}"
    yield f"    {translate('counts as')}: {told}"
    for reason in way.reasons:
        yield f"    {translate('note')}: {reason}"


def _together(pool: ExplainedPool, translate: Translate) -> Iterator[str]:
    countries = ", ".join(pool.countries)
    yield f"  {translate('put together with other countries')} ({countries}):"
    yield from (f"    {step}" for step in pool.steps)
    told = translate("not known")
    if not isinstance(pool.value, Absence):
        told = percent(pool.value, translate)
    if pool.low != pool.high:
        bounds = translate("{low} to {high}").format(
            low=percent(pool.low, translate), high=percent(pool.high, translate)
        )
        told = f"{told}; {translate('bounds')} {bounds}"
    yield f"    {translate('counts as')}: {told}"
    yield from (f"    {translate('note')}: {reason}" for reason in pool.reasons)
    yield from (f"      {place}" for place in places_of(pool.cells))


def _number(value: Fraction | Absence, translate: Translate) -> str:
    if isinstance(value, Absence):
        return translate(value.value)
    return number_in(shown(value), translate)
