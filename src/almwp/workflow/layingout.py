"""Lay reports out in the formats that plugins know; building them is another matter."""

from collections.abc import Iterable

from almwp.errors import CallError
from almwp.model.report import Report
from almwp.plugins.guard import guard_result
from almwp.plugins.records import Exporter
from almwp.plugins.registry import Plugins
from almwp.workflow.collector import resting_collector


def exporters_of(formats: Iterable[str], plugins: Plugins) -> tuple[Exporter, ...]:
    """Return the exporters of *formats*, each once.

    Raises:
        UnknownNameError: There is no such format.
        CallError: Two of them would be written to the same file.
    """
    by_suffix: dict[str, Exporter] = {}
    for name in dict.fromkeys(formats):
        exporter = plugins.exporters[name]
        other = by_suffix.setdefault(exporter.suffix, exporter)
        if other is not exporter:
            raise CallError(
                "'{one}' and '{other}' both write a file ending in {suffix}; write one "
                "at a time, into different folders",
                one=other.name,
                other=name,
                suffix=exporter.suffix,
            )
    return tuple(by_suffix.values())


def render_report(report: Report, exporter: str, plugins: Plugins) -> bytes:
    """Lay out *report* in a format.

    Raises:
        UnknownNameError: There is no such format.
        PluginError: The exporter broke.
    """
    record = plugins.exporters[exporter]
    plugin = plugins.exporters.provider_of(exporter)
    with resting_collector():
        return guard_result(plugin, bytes, lambda: record.render(report))
