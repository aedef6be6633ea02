"""Facts that only the user knows and a format asks for, such as who reports to IATI."""

from collections.abc import Iterable
from functools import partial

from attrs import evolve

from almwp.errors import CallError
from almwp.model.report import Report
from almwp.plugins.guard import guard_result
from almwp.plugins.records import Exporter
from almwp.plugins.registry import Plugins

Settings = tuple[tuple[str, str], ...]
"""Names and values."""


def settings_of(
    told: Iterable[tuple[str, str]], exporters: Iterable[Exporter]
) -> Settings:
    """Return what only the user knows, for the formats that ask for it, by name.

    Args:
        told: Facts by name: ``iati.reporting-org`` for the format ``iati``.
        exporters: The formats in which a report will be written.

    Raises:
        CallError: None of them asks for such a fact, or it is told twice.
    """
    known = [f"{e.name}.{key}" for e in exporters for key in e.settings]
    settings: dict[str, str] = {}
    for name, value in told:
        if name not in known:
            raise CallError(
                "no format that is written asks for '{name}' (asked for: {known})",
                name=name,
                known=", ".join(known) or "-",
            )
        if settings.setdefault(name, value) != value:
            raise CallError("'{name}' is told twice", name=name)
    return tuple(sorted(settings.items()))


def with_settings(report: Report, settings: Settings) -> Report:
    """Return *report* with *settings* among those of its manifest."""
    if not settings:
        return report
    every = (*report.manifest.settings, *settings)
    return evolve(report, manifest=evolve(report.manifest, settings=every))


def refuse_untold(exporters: Iterable[Exporter], settings: Settings) -> None:
    """Refuse formats that demand a fact which nobody told.

    Raises:
        CallError: One of *exporters* demands it.
    """
    told = {name for name, value in settings if value}
    for exporter in exporters:
        lacking = [f"{exporter.name}.{key}" for key in exporter.demanded]
        lacking = [name for name in lacking if name not in told]
        if lacking:
            raise CallError(
                "the format '{name}' cannot be written without what only you know; "
                "tell it with {options}",
                name=exporter.name,
                options=" ".join(f"--set {key}=..." for key in lacking),
            )


def left_out_of(
    report: Report, exporters: Iterable[Exporter], plugins: Plugins
) -> tuple[str, ...]:
    """Return what the files of *report* do not hold, in sentences of their formats.

    Raises:
        PluginError: An exporter broke.
    """
    said: list[str] = []
    for exporter in exporters:
        tell = exporter.left_out
        if tell is not None:
            plugin = plugins.exporters.provider_of(exporter.name)
            said += guard_result(plugin, tuple, partial(tell, report))
    return tuple(said)
