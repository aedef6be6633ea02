"""What indicators, proposals, agenda items and asks say, so that they compare."""

from collections.abc import Iterable, Iterator
from typing import Any

from almwp.model.indicator import Indicator, Reading
from almwp.model.position import AgendaStance, Ask, Proposal
from almwp.model.source import Origin, cell_in
from almwp.model.text import Text
from almwp.plan.comparison import FieldName, Value
from almwp.plan.comparisonvalues import (
    Values,
    extra_values,
    list_value,
    moment_value,
    named_value,
    number_value,
    parties_value,
    piece_values,
    reference_values,
    source_values,
    text_value,
    timeframe_values,
    title_values,
)

Given = Iterator[tuple[FieldName, Value]]


def indicator_values(indicator: Indicator) -> Values:
    """Return what *indicator* says, by field; each reading by its day and group."""
    at = indicator.origin_of
    found = _titled("name", indicator.name, at("name"), at("name_english"))
    found.update(_texts(indicator, ("number", "unit", "country", "remarks")))
    for key in ("direction", "kind"):
        name = getattr(indicator, key).value
        # One that nobody wrote is not said.
        if at(key):
            found[FieldName(key)] = named_value(name, at(key))
    found.update(_activities(indicator.activities, "activities", at("activities")))
    found.update(reference_values(indicator.references, at("outcome") or at("area")))
    if indicator.node and not indicator.references:
        found[FieldName("outcome")] = text_value(indicator.node, at("outcome"))
    for base in [*filter(None, [indicator.baseline]), *indicator.group_baselines]:
        about = _about(base.group)
        found[FieldName("baseline", about)] = number_value(base.value, base.origin)
        if base.when:
            when = moment_value(base.when, at("baseline_date"))
            found[FieldName("baseline_date", about)] = when
    for target in indicator.targets:
        about = _about(target.group, target.year)
        found[FieldName("target", about)] = number_value(target.value, target.origin)
    for reading in indicator.readings:
        found.update(_read(reading))
    found.update(source_values(indicator.sources, at("sources")))
    found.update(extra_values(indicator.extras, _place(indicator.origins)))
    return found


def _read(reading: Reading) -> Given:
    about = _about(reading.group, reading.when)
    yield FieldName("reading", about), number_value(reading.value, reading.origin)
    for key in ("numerator", "denominator"):
        number = getattr(reading, key)
        if number is not None:
            yield FieldName(key, about), number_value(number, None)


def _about(group: Iterable[Any], when: object = None) -> str:
    parts = [str(when)] if when is not None else []
    return ", ".join([*parts, *(f"{part.by}: {part.group}" for part in group)])


def proposal_values(proposal: Proposal) -> Values:
    """Return what *proposal* says, by field."""
    at = proposal.origin_of
    origin = at("title") or at("title_national") or proposal.origin
    found = _titled("title", proposal.title, origin, at("title_english"))
    keys = ("number", "framework", "kind", "output", "proposed_by", "remarks")
    found.update(_texts(proposal, keys))
    for key in ("leads", "co_leads", "partners"):
        if parties := getattr(proposal, key):
            found[FieldName(key)] = parties_value(parties, at(key))
    found.update(piece_values("rationale", proposal.rationale, at("rationale")))
    found.update(reference_values(proposal.references, at("outcome") or at("area")))
    if proposal.node and not proposal.references:
        found[FieldName("outcome")] = text_value(proposal.node, at("outcome"))
    found.update(timeframe_values(proposal.timeframe, at("timeframe")))
    if proposal.when and not proposal.timeframe.is_understood:
        when = moment_value(proposal.when, at("timeframe"))
        found[FieldName("timeframe", "start")] = when
    found.update(_activities(proposal.continues, "continues", at("continues")))
    if proposal.joining is not None:
        joins = "yes" if proposal.joining else "no"
        found[FieldName("joining")] = named_value(joins, at("joining"))
    found.update(_cleared(proposal, at))
    found.update(extra_values(proposal.extras, _place(proposal.origins)))
    return found


def agenda_values(item: AgendaStance) -> Values:
    """Return what is said on an item of an agenda, by field."""
    at = item.origin_of
    found = _titled("item", item.item, at("item") or item.origin, at("item_english"))
    found.update(_texts(item, ("number", "speaker")))
    for key in ("asked", "stance"):
        if name := getattr(item, key):
            found[FieldName(key)] = named_value(name.value, at(key))
    for key in ("reasons", "talking_points", "wording", "fallback"):
        found.update(piece_values(key, getattr(item, key), at(key)))
    found.update(_activities(item.evidence, "evidence", at("evidence")))
    found.update(_cleared(item, at))
    found.update(extra_values(item.extras, _place(item.origins)))
    return found


def ask_values(ask: Ask) -> Values:
    """Return what is asked or offered, by field."""

    def at(key: str) -> Origin | None:
        return cell_in(ask.origins, key)

    found = _titled("text", ask.text.text, at("text"), at("text_english"))
    found[FieldName("to")] = parties_value([ask.to], at("to"))
    found[FieldName("kind")] = named_value(
        "offer" if ask.is_offer else "ask", at("kind")
    )
    found.update(_cleared(ask.text, at))
    found.update(extra_values(ask.extras, _place(ask.origins)))
    return found


def _titled(key: str, title: Text, main: Origin | None, en: Origin | None) -> Values:
    return title_values(key, title, {"": main or en, "en": en or main})


def _texts(record: Any, keys: Iterable[str]) -> Given:
    for key in keys:
        if words := getattr(record, key):
            yield FieldName(key), text_value(words, record.origin_of(key))


def _activities(ids: tuple[str, ...], key: str, origin: Origin | None) -> Given:
    if ids:
        yield FieldName(key), list_value([(name, name) for name in ids], origin)


def _cleared(record: Any, at: Any) -> Given:
    yield FieldName("audience"), named_value(record.audience.value, at("audience"))
    yield FieldName("clearance"), named_value(record.clearance.value, at("clearance"))
    if record.cleared_by:
        yield FieldName("cleared_by"), text_value(record.cleared_by, at("cleared_by"))


def _place(rows: tuple[Any, ...]) -> tuple[str, str, str] | None:
    return next(((row.file, row.sha256, row.sheet) for row in rows), None)
