"""What the options of ``almwp`` itself say, and the session that they lead to."""

from functools import cached_property
from typing import TYPE_CHECKING

import click
from attrs import field, frozen

if TYPE_CHECKING:
    from almwp.plugins.registry import Plugins
    from almwp.workflow.session import Session


@frozen(kw_only=True, slots=False)
class App:
    """The options before the command, and what is loaded for them when needed.

    Attributes:
        without: Names of plugins to leave alone.
        strict: Whether a plugin that fails is fatal.
    """

    without: tuple[str, ...] = field(default=())
    strict: bool = False

    @cached_property
    def plugins(self) -> "Plugins":
        """The plugins; those that failed are named on standard error."""
        from almwp.plugins.loading import load_plugins

        plugins = load_plugins(disabled=self.without, strict=self.strict)
        for failure in plugins.failures:
            click.echo(f"almwp: plugin left out: {failure}", err=True)
        return plugins

    @cached_property
    def session(self) -> "Session":
        """A session with these plugins."""
        from almwp.intake.limits import Limits
        from almwp.workflow.session import Session

        return Session.of(self.plugins, Limits())


def app_of(context: click.Context) -> App | None:
    """Return the application of a running command, or None before it runs."""
    found = context.find_object(App)
    return found if isinstance(found, App) else None
