"""What a session begins with: the plugins that were loaded, and what they say."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Self

from attrs import evolve, frozen

from almwp.errors import PluginError, Translate
from almwp.intake.limits import Limits
from almwp.plugins.journal import logger_of
from almwp.plugins.loading import load_plugins
from almwp.plugins.registry import Plugins
from almwp.workflow.messages import translation_into
from almwp.workflow.oneorseveral import Names, names_of, path_of
from almwp.workflow.reading import Reading
from almwp.workflow.words import words_of

_LOG = logger_of(__name__)


@frozen(kw_only=True)
class Loaded:
    """The plugins that were loaded.

    Attributes:
        plugins: What was loaded, and what failed.
        reading: What reading needs to know.
    """

    plugins: Plugins
    reading: Reading

    @classmethod
    def start(
        cls,
        *,
        without: Names = (),
        strict: bool = False,
        extra: Mapping[str, object] = MappingProxyType({}),
        limits: Limits | None = None,
    ) -> Self:
        """Load plugins and start a session.

        Args:
            without: The name of a plugin to leave alone, or several.
            strict: Whether a plugin that fails is fatal.
            extra: Plugin objects by name, for those that are not installed.
            limits: How much a file may ask for.

        Raises:
            UnknownNameError: A name in *without* is not that of a plugin.
            PluginError: A plugin failed, and *strict* was asked for.
        """
        plugins = load_plugins(extra=extra, disabled=names_of(without), strict=strict)
        return cls.of(plugins, limits or Limits(), strict=strict)

    @classmethod
    def of(cls, plugins: Plugins, limits: Limits, *, strict: bool = False) -> Self:
        """Start a session with *plugins* that are loaded already.

        A language or a framework that cannot be loaded is among the ``failures`` of
        the session's plugins, and files are read without it.

        Raises:
            PluginError: One of them broke, and *strict* was asked for.
        """
        known, failures = words_of(plugins)
        if strict and failures:
            raise PluginError(failures[0].plugin, failures[0].why)
        plugins = evolve(plugins, failures=(*plugins.failures, *failures))
        for failure in plugins.failures:
            _LOG.warning("the plugin %s failed: %s", failure.plugin, failure.why)
        reading = Reading(plugins=plugins, lexicon=known, limits=limits)
        return cls(plugins=plugins, reading=reading)

    def with_framework(self, path: Path | str) -> Self:
        """Return a session that has the framework in a file of the user's own too.

        It takes the place of one with the same id.

        Raises:
            UnreadableFileError: The file cannot be opened.
            CallError: It says what cannot be meant; every fault is named.
        """
        from almwp.workflow.frameworkfiles import read_framework_file, with_framework

        known = with_framework(self.plugins, read_framework_file(path_of(path)))
        lexicon = known.added_to(self.reading.lexicon)
        reading = evolve(self.reading, plugins=known.plugins, lexicon=lexicon)
        return evolve(self, plugins=known.plugins, reading=reading)

    def translate(self, language: str) -> Translate:
        """Return the translation of messages into *language*.

        Raises:
            UnknownNameError: There is no such language.
        """
        return translation_into(language, self.plugins)
