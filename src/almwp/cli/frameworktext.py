"""All that is known of a framework, in lines for people."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from almwp.errors import Translate, in_english
from almwp.model.framework import (
    Framework,
    FrameworkStatus,
    Level,
    Node,
    Succession,
    SuccessionKind,
)
from almwp.model.moment import Moment
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.model.source import Basis, Source


def told(
    framework: Framework, language: str, translate: Translate = in_english
) -> Iterator[str]:
    """Give the lines that tell all that is known of a framework."""
    note = translate("note")
    yield framework.id
    for code, title in framework.title.forms:
        yield f"  {title} [{code}]"
    yield f"  {_standing(framework, translate)}"
    if framework.parties:
        yield f"  {translate('between')}: {', '.join(map(str, framework.parties))}"
    stands = f"{translate(framework.basis)}{_from(framework.sources)}"
    yield f"  {translate('basis')}: {stands}"
    if framework.note:
        yield f"  {note}: {framework.note}"
    for level in framework.levels:
        yield f"\n{_level(level, language, translate)}"
        nodes = [node for node in framework.nodes if node.level == level.id]
        for node in nodes:
            yield from _node(node, language, translate)
        if not nodes:
            yield f"  {translate('none is public')}"
    if framework.statements:
        yield f"\n{translate('Statements')}"
    for statement in framework.statements:
        when = _when(statement.as_of, translate)
        yield f"  {statement.about}: {statement.text.in_(language)}"
        yield f"    {translate(statement.basis)}{when}{_from(statement.sources)}"
        if statement.note:
            yield f"    {note}: {statement.note}"
    if framework.tallies:
        yield f"\n{translate('Published counts')}"
    for tally in framework.tallies:
        parts = (
            ("completed", tally.completed),
            ("ongoing", tally.ongoing),
            ("planned", tally.planned),
        )
        said = "".join(
            f", {count} {translate(name)}" for name, count in parts if count is not None
        )
        when = _when(tally.as_of, translate)
        yield f"  {tally.id}: {tally.total} {tally.text.in_(language)}{said}"
        yield f"    {translate(tally.basis)}{when}{_from(tally.sources)}"
        if tally.note:
            yield f"    {note}: {tally.note}"
    if framework.indicators:
        yield f"\n{translate('Indicators')}"
    for indicator in framework.indicators:
        yield from _indicator(indicator, language, translate)
    if framework.successions:
        yield f"\n{translate('Successions')}"
    for each in framework.successions:
        yield f"  {succession_line(each, translate)}"
        yield f"    {translate(each.basis)}{_from(each.sources)}"
        if each.note:
            yield f"    {note}: {each.note}"


def _standing(framework: Framework, translate: Translate) -> str:
    period = str(framework.period) if framework.period else ""
    match framework.status:
        case FrameworkStatus.DRAFT:
            sentence = translate(
                "DRAFT{period}: not adopted, as far as public sources tell. Load the"
                " adopted text before you rely on it."
            )
        case FrameworkStatus.ADOPTED:
            sentence = translate("adopted{by}{on}{period}")
        case _:
            sentence = translate("whether it was adopted is not known{period}")
    return sentence.format(
        period=translate(" for {years}").format(years=period) if period else "",
        by=translate(" by {name}").format(name=framework.adopted_by)
        if framework.adopted_by
        else "",
        on=translate(" on {day}").format(day=framework.adopted_on)
        if framework.adopted_on
        else "",
    )


def _level(level: Level, language: str, translate: Translate) -> str:
    role = f" ({translate(level.role)})" if level.role else ""
    complete = {
        True: translate("complete"),
        False: translate("INCOMPLETE"),
        None: translate("not known whether complete"),
    }
    total = ""
    if level.total is not None:
        total = translate(", {count} in all").format(count=level.total)
    name, word = level.name.in_(language), translate("Level")
    basis = translate(level.basis)
    return f"{word}: {name}{role}: {complete[level.complete]}{total}; {basis}"


def _node(node: Node, language: str, translate: Translate) -> Iterator[str]:
    number = f"{node.number} " if node.number else ""
    yield f"  {number}{node.title.in_(language)} [{node.id}]"
    parts = [translate(node.basis)]
    if node.title_basis is not Basis.CONFIRMED:
        sentence = translate("wording {basis}")
        parts.append(sentence.format(basis=translate(node.title_basis)))
    if node.parents:
        sentence = translate("under {nodes}: {basis}")
        nodes, basis = ", ".join(node.parents), translate(node.placement)
        parts.append(sentence.format(nodes=nodes, basis=basis))
    if node.bodies:
        sentence = translate("carried by {bodies}")
        parts.append(sentence.format(bodies=", ".join(node.bodies)))
    if node.added:
        parts.append(translate("added {day}").format(day=node.added))
    if node.raised_by:
        sentence = translate("raised by {country}")
        parts.append(sentence.format(country=node.raised_by))
    yield f"    {'; '.join(parts)}{_from(node.sources)}"
    if node.note:
        yield f"    {translate('note')}: {node.note}"


def _indicator(
    known: ProgrammeIndicator, language: str, translate: Translate
) -> Iterator[str]:
    number = f"{known.number} " if known.number else ""
    follows = ""
    if known.node:
        follows = translate(", follows {node}").format(node=known.node)
    yield f"  {number}{known.name.in_(language)} [{known.id}]{follows}"
    facts = []
    if known.baseline is not None:
        when = f" ({known.baseline_when})" if known.baseline_when else ""
        facts.append(f"{translate('baseline')} {_number(known.baseline)}{when}")
    if known.target is not None:
        by = ""
        if known.target_year:
            by = translate(" by {year}").format(year=known.target_year)
        facts.append(f"{translate('target')} {_number(known.target)}{by}")
    unit = f" {known.unit}" if known.unit else ""
    said = f"{', '.join(facts)}{unit}; " if facts else ""
    yield f"    {said}{translate(known.basis)}{_from(known.sources)}"
    if known.note:
        yield f"    {translate('note')}: {known.note}"


def succession_line(each: Succession, translate: Translate = in_english) -> str:
    """Say in one line what becomes of what."""
    match each.kind:
        case SuccessionKind.NEW:
            sentence = translate("{before} to {after}: {new} is new")
        case SuccessionKind.CLOSED:
            sentence = translate("{before} to {after}: {old} is closed")
        case SuccessionKind.SUCCEEDS:
            sentence = translate("{before} to {after}: {old} is succeeded by {new}")
        case SuccessionKind.CONTINUES:
            sentence = translate("{before} to {after}: {old} continues as {new}")
        case _:
            sentence = translate("{before} to {after}: {old} {kind} {new}")
    return sentence.format(
        before=each.old_framework,
        after=each.new_framework,
        old=", ".join(each.old),
        new=", ".join(each.new),
        kind=translate(each.kind),
    )


def _when(day: Moment | None, translate: Translate) -> str:
    return translate(", as of {day}").format(day=day) if day else ""


def _number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"


def _from(sources: Iterable[Source]) -> str:
    addresses = ", ".join(str(source) for source in sources)
    return f" ({addresses})" if addresses else ""
