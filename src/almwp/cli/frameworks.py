"""The command ``almwp frameworks``: programmes and plans, each fact with its basis."""

from collections.abc import Iterable, Iterator

import click

from almwp.cli.app import App
from almwp.cli.options import FORMAT, LANGUAGE
from almwp.model.framework import Framework, FrameworkStatus, Level, Node
from almwp.model.source import Basis, Source


@click.command()
@click.argument("framework", required=False, metavar="[ID]")
@FORMAT
@LANGUAGE
@click.pass_obj
def frameworks(app: App, framework: str | None, output: str, language: str) -> int:
    """List the programmes and plans, or tell all that is known of one.

    \b
    almwp frameworks
    almwp frameworks ALM-WP-2026-2030
    """
    from almwp.errors import PluginError
    from almwp.workflow.scoring import load_framework

    found, exit_code = [], 0
    for name in [framework] if framework else list(app.plugins.frameworks):
        try:
            found.append(load_framework(name, app.plugins))
        except PluginError as error:
            if framework:
                raise
            click.echo(f"almwp: {error}", err=True)
            exit_code = error.exit_code
    if output == "json":
        from almwp.cli.records import print_records

        print_records(found)
    elif framework:
        click.echo("\n".join(_told(found[0], language)))
    else:
        from tabulate import tabulate  # slow to import, needed only here

        rows = [
            (f.id, f.title.in_(language), f.period or "", f.status, f.basis)
            for f in found
        ]
        headers = ("id", "title", "period", "status", "basis")
        click.echo(
            tabulate(
                rows,
                headers=headers,
                maxcolwidths=[None, 70],
                disable_numparse=True,
            )
        )
    return exit_code


def _told(framework: Framework, language: str) -> Iterator[str]:
    yield framework.id
    for code, title in framework.title.forms:
        yield f"  {title} [{code}]"
    yield f"  {_standing(framework)}"
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
    if node.raised_by:
        parts.append(f"raised by {node.raised_by}")
    yield f"    {'; '.join(parts)}{_from(node.sources)}"
    if node.note:
        yield f"    note: {node.note}"


def _from(sources: Iterable[Source]) -> str:
    addresses = ", ".join(str(source) for source in sources)
    return f" ({addresses})" if addresses else ""
