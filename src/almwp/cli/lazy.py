"""A group of commands that imports each one only when it is used."""

from collections.abc import Callable, Mapping
from copy import copy
from functools import partial
from importlib import import_module
from typing import Any

import click

from almwp.cli.app import App, app_of
from almwp.cli.examples import GroupWithExamples
from almwp.model.surely import surely


class LazyGroup(GroupWithExamples):
    """A group whose commands are named by where they are defined.

    Commands of plugins come after the core's own; none of them can take the name of
    one of these.
    """

    def __init__(
        self, *args: Any, commands_at: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._commands_at = commands_at

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the core's commands, then those of plugins."""
        own = list(self._commands_at)
        return own + [n for n in self._app(ctx).plugins.commands if n not in own]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command, or take it from a plugin."""
        place = self._commands_at.get(cmd_name)
        if place is None:
            commands = self._app(ctx).plugins.commands
            if cmd_name not in commands:
                return None
            return _guarded(commands[cmd_name], commands.provider_of(cmd_name))
        module, _, name = place.partition(":")
        return surely(click.Command, getattr(import_module(module), name))

    def _app(self, ctx: click.Context) -> App:
        """Return what the options say, also where the group itself did not run yet."""
        if app_of(ctx) is None:
            ctx.obj = App(
                without=tuple(ctx.params.get("without") or ()),
                strict=bool(ctx.params.get("strict_plugins")),
                own_commands=tuple(self._commands_at),
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
