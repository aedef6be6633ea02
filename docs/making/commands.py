"""The pages of commands: each with its help, its options and its exit codes."""

import inspect
from collections.abc import Iterable, Iterator

import click

from almwp.cli.commands import COMMANDS
from almwp.cli.main import almwp
from almwp.errors import AlmwpError
from making.installed import own_plugins
from making.markdown import code, escape, fenced, link, page, prose, table

_WIDTH = 88
_FOLDER = "reference/commands"
_EXITS = (
    ("0", "all is well"),
    ("1", "the data has errors; what could be done was done"),
    ("2", "the call was wrong: an option, a name, a file that would be overwritten"),
    ("3", "a file could not be read or written at all"),
    ("4", "a plugin broke; its name is said"),
    ("130", "you stopped it"),
    ("141", "nobody read on, as `head` does after some lines"),
)


def pages() -> dict[str, str]:
    """Return each page by its path under ``docs``."""
    context = click.Context(almwp, info_name="almwp", **almwp.context_settings)
    context.terminal_width = _WIDTH
    found = list(_commands(context))
    made = {f"{_FOLDER}/index.md": _index(context, found)}
    for name, command in found:
        made[f"{_FOLDER}/{name}.md"] = _page(name, command, context)
    return made


def all_names() -> Iterator[tuple[str, ...]]:
    """Give the words of each command, those of commands within commands too."""
    context = click.Context(almwp, info_name="almwp", **almwp.context_settings)
    for name, command in _commands(context):
        yield (name,)
        for below in getattr(command, "commands", {}):
            yield name, below


def exit_codes() -> set[int]:
    """Return the exit codes to which the errors of almwp lead."""
    return {0, *(kind.exit_code for kind in _kinds(AlmwpError))}


def _kinds(kind: type[AlmwpError]) -> Iterator[type[AlmwpError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


def _commands(context: click.Context) -> Iterator[tuple[str, click.Command]]:
    for name in (*COMMANDS, *own_plugins().commands):
        command = almwp.get_command(context, name)
        assert command is not None
        yield name, command


def _index(context: click.Context, found: Iterable[tuple[str, click.Command]]) -> str:
    rows = [
        (link(f"almwp {name}", f"{name}.md"), prose(_summary(command)))
        for name, command in found
    ]
    return page(
        "Commands",
        ["", "Each command has a page with all its options, made from the code."],
        ["", "Messages go to standard error, results to standard output."],
        table(("command", "does"), rows),
        ["", "## Exit codes"],
        table(("code", "means"), _EXITS),
        ["", "## Options of every command"],
        ["", "They stand before the name of the command: `almwp --without pdf check`."],
        _options(almwp, context),
        ["", "## almwp"],
        fenced(almwp.get_help(context)),
    )


def _page(name: str, command: click.Command, parent: click.Context) -> str:
    context = _context(name, command, parent)
    parts: list[list[str]] = [
        ["", prose(_summary(command))],
        fenced(command.get_help(context)),
        ["", "## Options"],
        _options(command, context),
    ]
    for below, part in getattr(command, "commands", {}).items():
        inner = _context(below, part, context)
        parts += [
            ["", f"## almwp {name} {below}", "", prose(_summary(part))],
            fenced(part.get_help(inner)),
            _options(part, inner),
        ]
    parts.append(["", f"How it ends: {link('exit codes', 'index.md', 'Exit codes')}."])
    return page(f"almwp {name}", *parts)


def _context(name: str, command: click.Command, parent: click.Context) -> click.Context:
    context = click.Context(
        command, info_name=name, parent=parent, max_content_width=_WIDTH
    )
    context.terminal_width = _WIDTH
    return context


def _summary(command: click.Command) -> str:
    text = inspect.cleandoc(command.help or "")
    return " ".join(text.split("\n\n")[0].replace("\b", "").split())


def _options(command: click.Command, context: click.Context) -> list[str]:
    rows = []
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option) and not parameter.hidden:
            names = ", ".join(
                code(word) for word in (*parameter.opts, *parameter.secondary_opts)
            )
            rows.append((names, _takes(parameter), _help(parameter, context)))
    return table(("option", "takes", "what it does"), rows)


def _takes(option: click.Option) -> str:
    if option.is_flag:
        return "nothing"
    if isinstance(option.type, click.Choice):
        words = " or ".join(code(str(word)) for word in option.type.choices)
    else:
        words = escape(option.metavar or option.type.name.upper())
    return f"{words}, again and again" if option.multiple else words


def _help(option: click.Option, context: click.Context) -> str:
    record = option.get_help_record(context)
    return escape(" ".join((record[1] if record else "").split()))
