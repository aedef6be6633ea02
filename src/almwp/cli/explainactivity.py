"""Put all that is known of an activity into lines for people."""

from collections.abc import Iterator
from fractions import Fraction

from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.source import Basis
from almwp.model.workplan import Route
from almwp.workflow.explainedactivity import (
    ExplainedActivity,
    ExplainedConflict,
    ExplainedField,
    ExplainedReference,
    ExplainedReport,
    ExplainedStanding,
)


def activity_lines(activity: ExplainedActivity, translate: Translate) -> Iterator[str]:
    """Give the lines that tell all that is known of *activity*."""
    yield f"{activity.title or activity.id} [{activity.id}]"
    yield f"  {translate('state')}: {translate(activity.state.value)}"
    for each in activity.fields:
        yield from _field(each)
    if activity.references:
        yield f"  {translate('belongs to')}:"
    for reference in activity.references:
        yield f"    {_reference(reference, translate)}"
    if activity.reports:
        yield f"  {translate('reports')}:"
    for report in activity.reports:
        yield from _report(report, translate)
    if activity.conflicts:
        yield f"  {translate('contradictions')}:"
    for conflict in activity.conflicts:
        for claim in conflict.claims:
            at = f" ({claim.origin})" if claim.origin else ""
            yield f"    {conflict.label}: {claim.value}: {claim.owner}{at}"
        if conflict.take:
            yield f"      {_decided(conflict, translate)}"
    for route in activity.routes:
        yield f"  {translate('owner today')}: {_route(route, translate)}"
        yield from (f"    {source}" for source in route.sources)
    if activity.standings:
        yield f"  {translate('counts in')}:"
    for standing in activity.standings:
        yield f"    {_standing(standing, translate)}"


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
        told.append(translate("since {day}").format(day=route.since))
    if route.duties:
        told.append(", ".join(route.duties))
    if route.decision is None:
        told.append(translate(route.basis.value))
    elif route.decision.by:
        told.append(translate("by {name}").format(name=route.decision.by))
    return "; ".join(told)


def _field(each: ExplainedField) -> Iterator[str]:
    yield f"  {each.label}: {' '.join(each.value.split())}"
    for origin in each.origins:
        yield f"    {origin}"


def _reference(reference: ExplainedReference, translate: Translate) -> str:
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
        when = translate("as of {day}").format(day=report.as_of)
    told = [translate(report.status)]
    if not isinstance(report.percent, Absence):
        told.append(_percent(report.percent))
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
    if report.origin:
        yield f"      {report.origin}"


def _percent(percent: Fraction) -> str:
    return f"{float(percent * 100):g} %"


def _standing(standing: ExplainedStanding, translate: Translate) -> str:
    part = standing.part
    value = part.value
    shown = translate(value.value) if isinstance(value, Absence) else str(value)
    scope = " ".join(s for s in (standing.scope, standing.title) if s)
    told = [
        f"{translate(standing.kind.value)} {scope}",
        f"{translate('value')} {shown}",
        f"{translate('weight')} {part.weight}",
    ]
    if part.reason:
        told.append(part.reason)
    return "; ".join(told)
