"""A group of commands that imports each one only when it is used."""

from collections.abc import Callable, Mapping
from copy import copy
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from almwp.cli.commands import OwnCommand
from almwp.cli.examples import GroupWithExamples
from almwp.model.surely import surely

if TYPE_CHECKING:
    from almwp.cli.app import App


class LazyGroup(GroupWithExamples):
    """A group whose commands are named by where they are defined.

    Commands of plugins come after the core's own; none of them can take the name of
    one of these.
    """

    def __init__(
        self, *args: Any, own: Mapping[str, OwnCommand], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._own = own

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the core's commands, then those of plugins."""
        return [*self._own, *self._others(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, or take it from a plugin."""
        own = self._own.get(cmd_name)
        if own is None:
            commands = self._app(ctx).plugins.commands
            if cmd_name not in commands:
                return None
            return _guarded(commands[cmd_name], commands.provider_of(cmd_name))
        module, _, name = own.place.partition(":")
        return surely(click.Command, getattr(import_module(module), name))

    def format_commands(
        self, ctx: click.Context, formatter: click.HelpFormatter
    ) -> None:
        """Write the list of commands; none of our own is imported for it."""
        own = {n: click.Command(n, help=c.summary) for n, c in self._own.items()}
        every = {**own, **self._others(ctx)}
        listed = [(n, c) for n, c in every.items() if not c.hidden]
        limit = formatter.width - 6 - max(len(name) for name, _ in listed)
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(limit)) for name, command in listed]
            )

    def _others(self, ctx: click.Context) -> Mapping[str, click.Command]:
        """Return the commands of plugins; those that bring none are not loaded."""
        from almwp.plugins.hookspecs import PROJECT
        from almwp.plugins.installed import installed_points, with_hook

        left = ctx.params.get("without") or ()
        points = [p for p in installed_points(PROJECT) if p.name not in left]
        bringing = with_hook(points, "almwp_commands")
        return self._app(ctx).commands_of(bringing) if bringing else {}

    def _app(self, ctx: click.Context) -> "App":
        """Return what the options say, also where the group itself did not run yet."""
        from almwp.cli.app import App, app_of

        if app_of(ctx) is None:
            ctx.obj = App(
                without=tuple(ctx.params.get("without") or ()),
                strict=bool(ctx.params.get("strict_plugins")),
                own_commands=tuple(self._own),
            )
        return surely(App, app_of(ctx))


_NO_FAULT = (
    click.ClickException,
    click.exceptions.Exit,
    click.Abort,
    SystemExit,
    BrokenPipeError,
    EOFError,
)
"""How a command ends that was called wrongly, is stopped, or has said its exit code."""


def _guarded(command: click.Command, plugin: str) -> click.Command:
    """Return *command* such that whatever breaks in it bears the plugin's name."""
    from almwp.plugins.guard import guard

    def under_guard(call: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return guard(plugin, lambda: call(*args, **kwargs), passing=_NO_FAULT)

    kind, guarded = type(command), copy(command)
    # The copy stands in for the command in both steps, so neither escapes.
    for step in (kind.make_context, kind.invoke):
        setattr(guarded, step.__name__, partial(under_guard, step, guarded))
    return guarded
