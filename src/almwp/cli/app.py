"""What the options of ``almwp`` itself say, and the session that they lead to."""

from functools import cached_property
from typing import TYPE_CHECKING

import click
from attrs import evolve, field, frozen

from almwp.cli.notinstalled import advice_without_readers
from almwp.cli.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from almwp.intake.limits import Limits
    from almwp.plugins.installed import PluginPoint
    from almwp.plugins.registry import Failure, Plugins, Registry
    from almwp.workflow.session import Session


@frozen(kw_only=True, slots=False)
class App:
    """The options before the command, and what is loaded for them when needed.

    Attributes:
        without: Names of plugins to leave alone.
        strict: Whether a plugin that fails is fatal.
        own_commands: Names of commands that no plugin may take.
        given: The plugins to use, where the call itself added something to them.
        begun: The session to use, where the call itself added something to it.
        limits: How much a file may ask for, where the call itself says so.
    """

    without: tuple[str, ...] = field(default=())
    strict: bool = False
    own_commands: tuple[str, ...] = ()
    given: "Plugins | None" = None
    begun: "Session | None" = None
    limits: "Limits | None" = None

    @cached_property
    def plugins(self) -> "Plugins":
        """The plugins; those that failed are named on standard error."""
        from almwp.plugins.loading import load_plugins

        if self.begun is not None:
            return self.begun.plugins
        if self.given is not None:
            return self.given
        plugins = load_plugins(
            disabled=self.without, strict=self.strict, own_commands=self.own_commands
        )
        _name(plugins.failures)
        return plugins

    def commands_of(self, points: "Iterable[PluginPoint]") -> "Registry[click.Command]":
        """Return the commands of some plugins; those that failed are named."""
        from almwp.plugins.loading import load_plugins

        plugins = load_plugins(points, own_commands=self.own_commands)
        _name(plugins.failures)
        return plugins.commands

    @cached_property
    def session(self) -> "Session":
        """A session with these plugins; what else failed is named as well."""
        from almwp.intake.limits import Limits
        from almwp.workflow.session import Session

        if self.begun is not None:
            return self.begun
        limits = self.limits or Limits()
        session = Session.of(self.plugins, limits, strict=self.strict)
        _name(session.plugins.failures[len(self.plugins.failures) :])
        translate = session.translate(language_asked())
        advice = advice_without_readers(self.plugins, translate)
        if advice:
            say(f"almwp: {advice}", err=True)
        return session

    def with_limits(self, told: "Iterable[str]") -> "App":
        """Return an application under limits that the call sets.

        Raises:
            UnknownNameError: There is no limit of a name.
            CallError: It is not said how much is allowed.
        """
        from almwp.intake.limits import Limits
        from almwp.workflow.settinglimits import limits_from

        return evolve(self, limits=limits_from(told, self.limits or Limits()))

    def with_framework(self, named: str) -> "tuple[App, str] | None":
        """Return an application with a framework from a file, and its id.

        Returns:
            None where *named* is no file, but the id of a framework.

        Raises:
            UnreadableFileError: The file cannot be opened.
            CallError: It cannot be used.
        """
        from almwp.workflow.frameworkfiles import (
            framework_path,
            read_framework_file,
            with_framework,
        )

        path = framework_path(named, self.plugins)
        if path is None:
            return None
        known = with_framework(self.plugins, read_framework_file(path))
        if known.said():
            translate = self.session.translate(language_asked())
            for line in known.said(translate).splitlines():
                say(f"almwp: {line}", err=True)
        return evolve(self, given=known.plugins, begun=None), known.framework.id


def language_asked() -> str:
    """Return the language asked for; its option is read before all others."""
    context = click.get_current_context(silent=True)
    return (context.params.get("language") if context else None) or "en"


def _name(failures: "Iterable[Failure]") -> None:
    for failure in failures:
        say(f"almwp: plugin left out: {failure}", err=True)


def app_of(context: click.Context) -> App | None:
    """Return the application of a running command, or None before it runs."""
    found = context.find_object(App)
    return found if isinstance(found, App) else None
