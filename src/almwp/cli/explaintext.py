"""Print an explanation for people."""

from collections.abc import Iterator
from fractions import Fraction

import attrs

from almwp.cli.explainactivity import activity_lines, places_of, weight_words
from almwp.cli.explaincell import cell_lines
from almwp.cli.explainindicator import indicator_lines
from almwp.cli.explainnote import note_lines
from almwp.cli.saying import say
from almwp.cli.scoretable import said
from almwp.errors import Translate
from almwp.model.absence import Absence
from almwp.model.policy import Policy
from almwp.model.score import PartAt, ScopeKind
from almwp.model.source import Basis
from almwp.scoring.percentwords import percent
from almwp.scoring.wordsofvalues import day_in
from almwp.workflow.explaining import Explained
from almwp.workflow.explainingfigures import ExplainedFigure, ExplainedPart
from almwp.workflow.explainingrules import ExplainedRule
from almwp.workflow.figurenames import group_words


def print_explained(explained: Explained, translate: Translate, language: str) -> None:
    """Print why something is what it is."""
    lines: list[str] = []
    for rule in explained.rules:
        lines += ["", *_rule(rule, translate)]
    for activity in explained.activities:
        lines += ["", *activity_lines(activity, translate)]
    for indicator in explained.indicators:
        lines += ["", *indicator_lines(indicator, translate)]
    for figure in explained.figures:
        lines += ["", *_figure(figure, translate)]
    for cell in explained.cells:
        lines += ["", *cell_lines(cell, translate)]
    for note in explained.notes:
        lines += ["", *note_lines(note, translate)]
    if not explained.rules and not explained.notes:
        remarks = [f"- {said(each, language, translate)}" for each in explained.remarks]
        lines += ["", *_made_from(explained, translate), *remarks]
    say("\n".join(lines[1:]))


def _rule(rule: ExplainedRule, translate: Translate) -> Iterator[str]:
    yield f"{rule.code} {rule.name}"
    severity = translate(rule.severity)
    yield f"  {translate('severity')}: {severity}; {rule.effect}"
    if rule.about:
        yield f"  {translate('speaks of')}: {rule.about}"
    if rule.provider != "core":
        yield f"  {translate('from the plugin')}: {rule.provider}"
    yield f"  {translate('says')}: {rule.message}"
    yield f"  {translate('what to do')}: {rule.hint}"
    if rule.fields:
        yield f"  {translate('fields of which it may speak')}:"
        sheets: dict[str, list[str]] = {}
        for each in rule.fields:
            sheets.setdefault(each.sheet, []).append(f"{each.label} ({each.field})")
        for sheet, fields in sheets.items():
            yield f"    {sheet}: {', '.join(fields)}"
    for place in rule.places:
        at = "!".join(part for part in (place.file, place.sheet, place.cell) if part)
        yield f"  {at}: {place.message}"
        yield f"    {translate('hint')}: {place.hint}"


def _figure(figure: ExplainedFigure, translate: Translate) -> Iterator[str]:
    share = f", {figure.share}" if figure.share else ""
    if figure.group:
        share += f", {group_words(figure.group, translate)}"
    if figure.as_of:
        when = day_in(figure.as_of, translate)
        share += ", " + translate("as of {day}").format(day=when)
    name = figure.scope
    if figure.kind is ScopeKind.PROGRAMME or not name:
        name = figure.title
    elif figure.title and figure.title != name:
        name = f"{name} {figure.title}"
    yield f"{translate(figure.kind.value)}: {name}{share}"
    if figure.basis in (Basis.INFERRED, Basis.UNKNOWN):
        weak = translate("at least one activity stands here by inference only")
        yield f"  {translate('basis')}: {translate(figure.basis.value)}; {weak}"
    yield f"  {translate('formula')}: {figure.formula}"
    yield f"  {translate('value')}: {_number(figure.value, translate)}"
    bounds = translate("{low} to {high}").format(
        low=_number(figure.low, translate), high=_number(figure.high, translate)
    )
    yield f"  {translate('bounds')}: {bounds}"
    known = translate("{part} of {whole}").format(part=figure.known, whole=figure.total)
    yield f"  {translate('known')}: {known}"
    yield from _sum(figure, translate)
    if summed := figure.sum.unknown:
        words = translate("weights that are not known: {count}").format(count=summed)
        yield f"  {translate('sum of the parts')}: {words}"
    for absent in figure.absences:
        heading = "left out" if absent.is_left_out else "without a value"
        why = translate(absent.absence)
        yield f"  {translate(heading)}: {absent.count} ({why})"
    for reason in figure.reasons:
        yield f"  {translate('note')}: {reason}"
    if figure.parts:
        yield f"  {translate('parts')}:"
    for part in figure.parts:
        yield from _part(part, translate)


def _sum(figure: ExplainedFigure, translate: Translate) -> Iterator[str]:
    summed = figure.sum
    if summed.gives_value:
        said = translate("{counted} of weights of {weight} in all: {value}")
        value = _number(summed.counted / summed.weight, translate)
        words = said.format(counted=summed.counted, weight=summed.weight, value=value)
        yield f"  {translate('sum of the parts')}: {words}"
    if summed.gives_bounds and summed.open:
        said = translate(
            "{low} to {high} of {weight}, as parts that weigh {open} have no value"
        )
        words = said.format(
            low=summed.low, high=summed.high, weight=summed.weight, open=summed.open
        )
        yield f"  {translate('sum of the bounds')}: {words}"


def _part(part: ExplainedPart, translate: Translate) -> Iterator[str]:
    yield f"    {part.title or part.id} [{part.id}]"
    told = [_as_what(part, translate)]
    if part.state is not None:
        told.insert(0, translate(part.state.value))
    yield f"      {'; '.join(told)}"
    if part.reason:
        yield f"      {translate('why')}: {part.reason}"
    for moment in (part.before, part.after):
        if moment is not None:
            yield from _moment(moment, translate)
    if part.basis is not Basis.REPORTED:
        yield f"      {translate('basis')}: {translate(part.basis.value)}"
    cells = dict.fromkeys((*filter(None, [part.origin]), *part.origins))
    yield from (f"      {place}" for place in places_of(cells))


def _moment(moment: PartAt, translate: Translate) -> Iterator[str]:
    """Give what a part was at one of two moments."""
    when = translate("as of {day}").format(day=day_in(moment.as_of, translate))
    told = [_number(moment.value, translate)]
    if moment.low != moment.high:
        told.append(
            translate("{low} to {high}").format(
                low=_number(moment.low, translate), high=_number(moment.high, translate)
            )
        )
    if moment.reason:
        told.append(moment.reason)
    yield f"      {when}: {'; '.join(told)}"
    cells = (*filter(None, [moment.origin]), *moment.origins)
    yield from (f"        {place}" for place in places_of(cells))


def _as_what(part: ExplainedPart, translate: Translate) -> str:
    """Return the value of a part, its bounds, its weight and what it adds."""
    shown = _number(part.value, translate)
    if part.missing_as and isinstance(part.value, Absence):
        shown = translate(part.missing_as)
    told = [f"{translate('value')} {shown}"]
    if part.low is not None and part.high is not None:
        told.append(
            translate("{low} to {high}").format(
                low=_number(part.low, translate), high=_number(part.high, translate)
            )
        )
    if part.raw is not None:
        told.append(f"{translate('before the cap')} {_number(part.raw, translate)}")
    told.append(weight_words(part, translate))
    if part.adds is not None:
        told.append(f"{translate('adds')} {_number(part.adds, translate)}")
    return "; ".join(told)


def _number(value: Fraction | Absence, translate: Translate) -> str:
    """Return a number exactly and in percent, or why there is none."""
    if isinstance(value, Absence):
        return translate(value.value)
    shown = percent(value, translate)
    return str(value) if value.denominator == 1 else f"{value} ({shown})"


def _made_from(explained: Explained, translate: Translate) -> Iterator[str]:
    by = explained.framework or translate("no framework")
    when = translate("by the newest reports")
    if explained.as_of:
        day = day_in(explained.as_of, translate)
        when = translate("as of {day}").format(day=day)
    yield f"{translate('made by')}: {translate(explained.method)}, {by}, {when}"
    if explained.policy is not None:
        yield f"{translate('policy')}: {_policy(explained.policy, translate)}"
    for each in explained.manifest.inputs:
        yield f"{translate('file')}: {each.name} (sha256 {each.sha256})"


def _policy(policy: Policy, translate: Translate) -> str:
    """Return the choices that differ from the standard ones, as a file writes them."""
    chosen = list(_choices(policy, Policy(), "", translate))
    return "; ".join(chosen) if chosen else translate("the standard choices")


def _choices(
    record: attrs.AttrsInstance, standard: object, prefix: str, translate: Translate
) -> Iterator[str]:
    for field in attrs.fields(type(record)):
        value, usual = getattr(record, field.name), getattr(standard, field.name)
        if value == usual:
            continue
        if attrs.has(type(value)):
            yield from _choices(value, usual, f"{field.name}.", translate)
        elif isinstance(value, tuple):
            yield f"{translate(prefix + field.name)}: {len(value)}"
        else:
            yield f"{translate(prefix + field.name)} = {translate(str(value))}"
