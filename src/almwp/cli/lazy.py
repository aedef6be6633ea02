"""A group of commands that imports each one only when it is used."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from almwp.cli.app import App, app_of


class LazyGroup(click.Group):
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
            return commands.get(cmd_name)
        module, _, name = place.partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def _app(self, ctx: click.Context) -> App:
        """Return what the options say; for ``--help`` no options were read yet."""
        return app_of(ctx) or App(
            without=tuple(ctx.params.get("without") or ()),
            strict=bool(ctx.params.get("strict_plugins")),
        )
