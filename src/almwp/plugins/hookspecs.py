"""All hooks, in the order in which a submission meets them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:  # a plugin needs the mark alone
    import click

    from almwp.findings.rule import Rule
    from almwp.plugins.records import (
        Exporter,
        FrameworkSource,
        Language,
        Reader,
        ReportKind,
        Scorer,
    )

PROJECT = "almwp"
"""The name under which entry points and hooks are found."""

hookimpl: pluggy.HookimplMarker = pluggy.HookimplMarker(PROJECT)
"""Marks a function of a plugin as an implementation of the hook of its name."""

_hookspec = pluggy.HookspecMarker(PROJECT)


class Hooks:
    """All hooks.  Each takes nothing, is called once, and yields records."""

    @_hookspec
    def almwp_frameworks(self) -> "Iterable[FrameworkSource]":
        """Contribute frameworks: programmes and plans.

        Yields:
            One :class:`FrameworkSource` for each framework.

        Example:
            ``yield FrameworkSource.from_toml(files("my_plugin") / "my-plan.toml")``
        """
        return ()

    @_hookspec
    def almwp_languages(self) -> "Iterable[Language]":
        """Contribute languages of submissions and messages.

        Yields:
            One :class:`Language` for each language.

        Example:
            ``yield Language(code="id", name="Bahasa Indonesia", load=load)``
        """
        return ()

    @_hookspec
    def almwp_readers(self) -> "Iterable[Reader]":
        """Contribute formats in which submissions may come.

        Yields:
            One :class:`Reader` for each format.

        Example:
            ``yield Reader(name="csv", summary="...", patterns=("*.csv",), ...)``
        """
        return ()

    @_hookspec
    def almwp_scorers(self) -> "Iterable[Scorer]":
        """Contribute ways to score progress.

        Yields:
            One :class:`Scorer` for each way.

        Example:
            ``yield Scorer(name="implementation", summary="...", score=score)``
        """
        return ()

    @_hookspec
    def almwp_reports(self) -> "Iterable[ReportKind]":
        """Contribute kinds of reports.

        Yields:
            One :class:`ReportKind` for each kind.

        Example:
            ``yield ReportKind(name="position", summary="...", build=build)``
        """
        return ()

    @_hookspec
    def almwp_exporters(self) -> "Iterable[Exporter]":
        """Contribute formats in which reports can be written.

        Yields:
            One :class:`Exporter` for each format.

        Example:
            ``yield Exporter(name="brief", summary="...", suffix=".md", render=render)``
        """
        return ()

    @_hookspec
    def almwp_commands(self) -> "Iterable[click.Command]":
        """Contribute commands.

        Yields:
            One click command for each; its name must not be one of almwp's own.

        Example:
            ``yield my_command``
        """
        return ()

    @_hookspec
    def almwp_rules(self) -> "Iterable[Rule]":
        """Contribute rules: the findings of a plugin, so that they can be explained.

        Yields:
            One :class:`Rule` for each code; codes have the plugin's own letters.

        Example:
            ``yield Rule(code="XL101", name="...", message="...", hint="...")``
        """
        return ()
