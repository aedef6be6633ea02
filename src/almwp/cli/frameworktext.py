"""All that is known of a framework, in lines for people."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from almwp.model.framework import (
    Framework,
    FrameworkStatus,
    Level,
    Node,
    Succession,
    SuccessionKind,
)
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.model.source import Basis, Source


def told(framework: Framework, language: str) -> Iterator[str]:
    """Give the lines that tell all that is known of a framework."""
    yield framework.id
    for code, title in framework.title.forms:
        yield f"  {title} [{code}]"
    yield f"  {_standing(framework)}"
    if framework.parties:
        yield f"  between: {', '.join(map(str, framework.parties))}"
    yield f"  basis: {framework.basis}{_from(framework.sources)}"
    if framework.note:
        yield f"  note: {framework.note}"
    for level in framework.levels:
        yield f"\n{_level(level, language)}"
        nodes = [node for node in framework.nodes if node.level == level.id]
        for node in nodes:
            yield from _node(node, language)
        if not nodes:
            yield "  none is public"
    if framework.statements:
        yield "\nStatements"
    for statement in framework.statements:
        when = f", as of {statement.as_of}" if statement.as_of else ""
        yield f"  {statement.about}: {statement.text.in_(language)}"
        yield f"    {statement.basis}{when}{_from(statement.sources)}"
        if statement.note:
            yield f"    note: {statement.note}"
    if framework.tallies:
        yield "\nPublished counts"
    for tally in framework.tallies:
        parts = (
            ("completed", tally.completed),
            ("ongoing", tally.ongoing),
            ("planned", tally.planned),
        )
        said = "".join(
            f", {count} {name}" for name, count in parts if count is not None
        )
        when = f", as of {tally.as_of}" if tally.as_of else ""
        yield f"  {tally.id}: {tally.total} {tally.text.in_(language)}{said}"
        yield f"    {tally.basis}{when}{_from(tally.sources)}"
        if tally.note:
            yield f"    note: {tally.note}"
    if framework.indicators:
        yield "\nIndicators"
    for indicator in framework.indicators:
        yield from _indicator(indicator, language)
    if framework.successions:
        yield "\nSuccessions"
    for each in framework.successions:
        yield f"  {succession_line(each)}"
        yield f"    {each.basis}{_from(each.sources)}"
        if each.note:
            yield f"    note: {each.note}"


def _standing(framework: Framework) -> str:
    period = f" for {framework.period}" if framework.period else ""
    match framework.status:
        case FrameworkStatus.DRAFT:
            return (
                f"DRAFT{period}: not adopted, as far as public sources tell. Load the"
                " adopted text before you rely on it."
            )
        case FrameworkStatus.ADOPTED:
            by = f" by {framework.adopted_by}" if framework.adopted_by else ""
            on = f" on {framework.adopted_on}" if framework.adopted_on else ""
            return f"adopted{by}{on}{period}"
        case FrameworkStatus.UNKNOWN:
            return f"whether it was adopted is not known{period}"


def _level(level: Level, language: str) -> str:
    role = f" ({level.role})" if level.role else ""
    complete = {
        True: "complete",
        False: "INCOMPLETE",
        None: "not known whether complete",
    }
    total = f", {level.total} in all" if level.total is not None else ""
    name = level.name.in_(language)
    return f"Level: {name}{role}: {complete[level.complete]}{total}; {level.basis}"


def _node(node: Node, language: str) -> Iterator[str]:
    number = f"{node.number} " if node.number else ""
    yield f"  {number}{node.title.in_(language)} [{node.id}]"
    parts = [str(node.basis)]
    if node.title_basis is not Basis.CONFIRMED:
        parts.append(f"wording {node.title_basis}")
    if node.parents:
        parts.append(f"under {', '.join(node.parents)}: {node.placement}")
    if node.bodies:
        parts.append(f"carried by {', '.join(node.bodies)}")
    if node.added:
        parts.append(f"added {node.added}")
    if node.raised_by:
        parts.append(f"raised by {node.raised_by}")
    yield f"    {'; '.join(parts)}{_from(node.sources)}"
    if node.note:
        yield f"    note: {node.note}"


def _indicator(known: ProgrammeIndicator, language: str) -> Iterator[str]:
    number = f"{known.number} " if known.number else ""
    follows = f", follows {known.node}" if known.node else ""
    yield f"  {number}{known.name.in_(language)} [{known.id}]{follows}"
    facts = []
    if known.baseline is not None:
        when = f" ({known.baseline_when})" if known.baseline_when else ""
        facts.append(f"baseline {_number(known.baseline)}{when}")
    if known.target is not None:
        by = f" by {known.target_year}" if known.target_year else ""
        facts.append(f"target {_number(known.target)}{by}")
    unit = f" {known.unit}" if known.unit else ""
    said = f"{', '.join(facts)}{unit}; " if facts else ""
    yield f"    {said}{known.basis}{_from(known.sources)}"
    if known.note:
        yield f"    note: {known.note}"


def succession_line(each: Succession) -> str:
    """Say in one line what becomes of what."""
    old, new = ", ".join(each.old), ", ".join(each.new)
    frameworks = f"{each.old_framework} to {each.new_framework}"
    match each.kind:
        case SuccessionKind.NEW:
            return f"{frameworks}: {new} is new"
        case SuccessionKind.CLOSED:
            return f"{frameworks}: {old} is closed"
        case SuccessionKind.SUCCEEDS:
            return f"{frameworks}: {old} is succeeded by {new}"
        case SuccessionKind.CONTINUES:
            return f"{frameworks}: {old} continues as {new}"
        case _:
            return f"{frameworks}: {old} {each.kind} {new}"


def _number(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"


def _from(sources: Iterable[Source]) -> str:
    addresses = ", ".join(str(source) for source in sources)
    return f" ({addresses})" if addresses else ""
