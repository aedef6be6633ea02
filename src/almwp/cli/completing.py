"""Names that a shell completes: countries, meetings, frameworks, formats, codes."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import click

if TYPE_CHECKING:  # every command names what completes its options; few are completed
    from click.shell_completion import CompletionItem

    from almwp.plugins.registry import Plugins

Items: TypeAlias = "list[CompletionItem[str]]"
Complete: TypeAlias = "Callable[[click.Context, click.Parameter, str], Items]"
"""What click asks for the values of an option or an argument."""


def _that_begin(incomplete: str, named: Iterable[tuple[str, str]]) -> Items:
    """Return those of *named* that begin as typed, capitals aside."""
    typed = incomplete.casefold()
    return plain_items(
        (value, about) for value, about in named if value.casefold().startswith(typed)
    )


def plain_items(named: Iterable[tuple[str, str]]) -> Items:
    """Return values with what each means as completions."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(value, help=about or None) for value, about in named]


def _files() -> Items:
    """Return what has a shell complete the names of files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem("", type="file")]


def countries(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the code of a country, also where its name is begun."""
    from almwp.catalogue.members import members

    typed = incomplete.casefold()
    return plain_items(
        (member.iso2, str(member.name))
        for member in members()
        if member.iso2.casefold().startswith(typed)
        or str(member.name).casefold().startswith(typed)
    )


def meetings(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the id of a meeting."""
    from almwp.catalogue.meetings import meetings as known

    named = ((meeting.id, f"{meeting.start}, {meeting.place}") for meeting in known())
    return _that_begin(incomplete, named)


def bodies(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the id of a body."""
    from almwp.catalogue.bodies import bodies as known

    return _that_begin(incomplete, ((body.id, str(body.title)) for body in known()))


def frameworks(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the id of a framework, or else a file of the user's own."""
    return framework_ids(context, parameter, incomplete) or _files()


def framework_ids(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the id of a framework."""
    named = ((f.id, f.title) for f in _plugins(context).frameworks.values())
    return _that_begin(incomplete, named)


def frameworks_and_commands(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete a framework, or one of the commands that could stand in its place."""
    group = context.parent.command if context.parent else None
    others = getattr(group, "commands", {}).items()
    named = [
        (name, command.get_short_help_str())
        for name, command in others
        if command is not context.command
    ]
    found = _that_begin(incomplete, named) if not context.params.get("named") else []
    own = framework_ids(context, parameter, incomplete)
    return found + own or _files()


def scorers(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the name of a way to score."""
    named = ((s.name, s.summary) for s in _plugins(context).scorers.values())
    return _that_begin(incomplete, named)


def reports(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the name of a kind of report."""
    named = ((r.name, r.summary) for r in _plugins(context).reports.values())
    return _that_begin(incomplete, named)


def formats(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the name of a format in which reports are written."""
    named = ((e.name, e.summary) for e in _plugins(context).exporters.values())
    return _that_begin(incomplete, named)


def languages(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the code of a language, also the second of two: ``en,vi``."""
    known = [(one.code, one.name) for one in _plugins(context).languages.values()]
    return (
        _listed(incomplete, known)
        if parameter.multiple
        else _that_begin(incomplete, known)
    )


def scopes(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the last of several scopes: ``outcome,country``."""
    from almwp.model.score import ScopeKind

    known = [(str(kind), "") for kind in ScopeKind if kind is not ScopeKind.PROGRAMME]
    return _listed(incomplete, known)


def _listed(incomplete: str, known: Iterable[tuple[str, str]]) -> Items:
    """Complete the last of several values between commas, each once."""
    before, comma, typed = incomplete.rpartition(",")
    there = set(before.split(","))
    rest = ((f"{before}{comma}{n}", about) for n, about in known if n not in there)
    return _that_begin(f"{before}{comma}{typed}", rest)


def figures(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the name of a figure."""
    from almwp.workflow.plotting import NAMED

    return _that_begin(incomplete, ((name, "") for name in NAMED))


def forms(context: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Complete the kind of a form."""
    from almwp.intake.fieldlist import field_list
    from almwp.intake.formmaking import template_kinds

    kinds = template_kinds(field_list())
    return _that_begin(incomplete, ((kind, "") for kind in kinds))


def codes(context: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Complete the code of a rule, or its name."""
    from almwp.workflow.explainingrules import known_rules

    rules = known_rules(_plugins(context)).values()
    by_code = _that_begin(incomplete, ((r.code, r.name) for r in rules))
    return by_code or _that_begin(incomplete, ((r.name, r.code) for r in rules))


def limits(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the name of a limit, with what it usually is."""
    from attrs import fields

    from almwp.intake.limits import Limits

    named = ((f"{f.name}={f.default}", "") for f in fields(Limits))
    return _that_begin(incomplete, named)


def installed(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> Items:
    """Complete the name of a plugin, loaded or not."""
    return _that_begin(incomplete, sorted(set(_entry_points())))


def _entry_points() -> Iterator[tuple[str, str]]:
    from almwp.plugins.hookspecs import PROJECT
    from almwp.plugins.installed import installed_points

    for point in installed_points(PROJECT):
        yield point.name, point.distribution


def _plugins(context: click.Context) -> "Plugins":
    """Return the plugins that the call asks for; the program itself has not run yet."""
    from almwp.cli.app import App, app_of

    app = app_of(context)
    if app is None:
        told = context.find_root().params
        app = App(without=tuple(told.get("without") or ()))
    return app.plugins
