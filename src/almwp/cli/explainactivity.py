"""Put all that is known of an activity into lines for people."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.moment import Moment
from almwp.model.source import Basis, Origin
from almwp.model.workplan import Route
from almwp.scoring.wording import shown
from almwp.scoring.wordsofvalues import day_in, number_in
from almwp.workflow.explainedactivity import (
    ExplainedActivity,
    ExplainedConflict,
    ExplainedField,
    ExplainedReference,
    ExplainedReport,
    ExplainedStanding,
)
from almwp.workflow.explainingfigures import ExplainedPart


def activity_lines(activity: ExplainedActivity, translate: Translate) -> Iterator[str]:
    """Give the lines that tell all that is known of *activity*."""
    yield f"{activity.title or activity.id} [{activity.id}]"
    yield f"  {translate('state')}: {translate(activity.state.value)}"
    for each in activity.fields:
        yield from field_lines(each, translate)
    if activity.references:
        yield f"  {translate('belongs to')}:"
    for reference in activity.references:
        yield f"    {reference_words(reference, translate)}"
    if activity.reports:
        yield f"  {translate('reports')}:"
    for report in activity.reports:
        yield from _report(report, translate)
    yield from conflict_lines(activity.conflicts, translate)
    for route in activity.routes:
        yield f"  {translate('owner today')}: {_route(route, translate)}"
        yield from (f"    {source}" for source in route.sources)
    if activity.standings:
        yield f"  {translate('counts in')}:"
    for standing in activity.standings:
        yield f"    {standing_words(standing, translate)}"


def _decided(conflict: ExplainedConflict, translate: Translate) -> str:
    told = [f"{translate('decided')}: {conflict.take}"]
    if conflict.by:
        told.append(translate("by {name}").format(name=conflict.by))
    if conflict.because:
        told.append(translate("because: {words}").format(words=conflict.because))
    return "; ".join(told)


def _route(route: Route, translate: Translate) -> str:
    """Say who carries an activity today, and on what that stands."""
    if not route.owner:
        candidates = "; ".join(route.candidates)
        return translate("not sure, one of: {candidates}").format(candidates=candidates)
    told = [route.owner]
    if route.since:
        told.append(
            translate("since {day}").format(
                day=day_in(Moment.day(route.since), translate)
            )
        )
    if route.duties:
        told.append(", ".join(route.duties))
    if route.decision is None:
        told.append(translate(route.basis.value))
    elif route.decision.by:
        told.append(translate("by {name}").format(name=route.decision.by))
    return "; ".join(told)


def conflict_lines(
    several: Iterable[ExplainedConflict], translate: Translate
) -> Iterator[str]:
    """Give the lines that tell what each sender says of a field, with a heading."""
    for place, conflict in enumerate(several):
        if not place:
            yield f"  {translate('contradictions')}:"
        for claim in conflict.claims:
            at = f" ({claim.origin})" if claim.origin else ""
            yield f"    {conflict.label}: {claim.value}: {claim.owner}{at}"
        if conflict.take:
            yield f"      {_decided(conflict, translate)}"


def field_lines(each: ExplainedField, translate: Translate) -> Iterator[str]:
    """Give the value of a field, the cells in which it was read, and earlier values."""
    yield f"  {each.label}: {' '.join(each.value.split())}"
    yield from (f"    {place}" for place in places_of(each.origins))
    for before in each.earlier:
        day = day_in(before.as_of, translate)
        told = translate("before, as of {day}: {value}")
        at = f" ({before.origin})" if before.origin else ""
        yield f"    {told.format(day=day, value=before.value)}{at}"


def places_of(origins: Iterable[Origin]) -> Iterator[str]:
    """Give the cells of *origins*; those of one sheet stand together."""
    sheets: dict[str, list[str]] = {}
    for place in dict.fromkeys(map(str, origins)):
        sheet, sign, cell = place.rpartition("!")
        sheets.setdefault(sheet + sign, []).append(cell)
    for sheet, cells in sheets.items():
        yield f"{sheet}{', '.join(cells)}"


def reference_words(reference: ExplainedReference, translate: Translate) -> str:
    """Return a place in a plan in words."""
    place = " ".join(
        part for part in (reference.framework, reference.node, reference.title) if part
    )
    told = [place or reference.words]
    if reference.number:
        told.append(f"{translate('No.')} {reference.number}")
    told.append(translate(reference.basis.value))
    return "; ".join(part for part in told if part)


def _report(report: ExplainedReport, translate: Translate) -> Iterator[str]:
    when = translate("without a date")
    if report.as_of:
        when = translate("as of {day}").format(day=day_in(report.as_of, translate))
    told = [translate(report.status)]
    if not isinstance(report.percent, Absence):
        told.append(_percent(report.percent, translate))
    if report.word:
        told.append(f"'{report.word}'")
    if report.meeting:
        told.append(report.meeting)
    if report.basis is not Basis.REPORTED:
        told.append(translate(report.basis.value))
    if report.counts:
        told.append(translate("this report counts"))
    if report.rivals:
        told.append(translate("may be as new, and says otherwise"))
    if report.is_later:
        told.append(translate("not surely made by that day"))
    yield f"    {when}: {'; '.join(told)}"
    if report.note:
        yield f"      {translate('note')}: {' '.join(report.note.split())}"
    cells = (*filter(None, [report.origin]), *report.origins)
    yield from (f"      {place}" for place in places_of(cells))


def _percent(percent: Fraction, translate: Translate) -> str:
    return f"{number_in(shown(percent * 100), translate)} %"


def standing_words(
    standing: ExplainedStanding, translate: Translate, *, with_reason: bool = True
) -> str:
    """Return in which figure something counts, and as what."""
    part = standing.part
    value = part.value
    shown_value = str(value)
    if isinstance(value, Absence):
        shown_value = translate(part.missing_as or value.value)
    scope = " ".join(s for s in (standing.scope, standing.title) if s)
    told = [
        f"{translate(standing.method)}: {translate(standing.kind.value)} {scope}",
        f"{translate('value')} {shown_value}",
        weight_words(part, translate),
    ]
    if part.reason and with_reason:
        told.append(part.reason)
    return "; ".join(told)


def weight_words(part: ExplainedPart, translate: Translate) -> str:
    """Return how much a part weighs: what is left out weighs nothing by choice."""
    if part.is_left_out:
        return translate("left out")
    if part.weight is None:
        return translate("weight not known")
    return f"{translate('weight')} {part.weight}"
