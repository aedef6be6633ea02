"""Write reports into files, also on a letterhead where the format takes one."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from almwp.errors import CallError, UnreadableFileError
from almwp.model.manifest import InputFile
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.plugins.guard import guard_result
from almwp.plugins.records import Exporter
from almwp.plugins.registry import Plugins
from almwp.workflow.files import read_bytes
from almwp.workflow.reporting import exporters_of, render_report
from almwp.workflow.writing import write_together

_MOST = 20 * 1024 * 1024
"""Bytes of a letterhead; an honest one has a hundred times less."""


def write_formats(
    report: Report,
    formats: Iterable[str],
    target: Path,
    plugins: Plugins,
    letterhead: Path | None = None,
) -> tuple[Path, ...]:
    """Write *report* in each of *formats*, in all of them or in none.

    Args:
        report: The report.
        formats: Names of exporters.
        target: The folder, and the name of the files without an ending.
        plugins: Those that are loaded.
        letterhead: The file on whose letterhead to write; None for none.

    Returns:
        The files, in the order of *formats*.
    """
    chosen = exporters_of(formats, plugins)
    if letterhead is None:
        laid_out = [render_report(report, e.name, plugins) for e in chosen]
    else:
        refuse_letterhead(chosen, plugins)
        laid_out = [render_on(report, e.name, letterhead, plugins) for e in chosen]
    paths = [target.with_name(f"{target.name}{e.suffix}") for e in chosen]
    return write_together(zip(paths, laid_out, strict=True))


def refuse_letterhead(exporters: Iterable[Exporter], plugins: Plugins) -> None:
    """Refuse a letterhead where a format takes none.

    Raises:
        CallError: One of *exporters* takes none.
    """
    for exporter in exporters:
        if exporter.render_on is None:
            known = [e.name for e in plugins.exporters.values() if e.render_on]
            raise CallError(
                "the format '{name}' takes no letterhead (those that do: {known}); "
                "write it without --letterhead",
                name=exporter.name,
                known=", ".join(known) or "-",
            )


def render_on(
    report: Report, exporter: str, letterhead: Path, plugins: Plugins
) -> bytes:
    """Lay out *report* on a letterhead, which is one of its inputs.

    Raises:
        UnknownNameError: There is no such format.
        CallError: It takes no letterhead.
        UnreadableFileError: The letterhead cannot be read or taken over.
        PluginError: The exporter broke.
    """
    record = plugins.exporters[exporter]
    refuse_letterhead([record], plugins)
    render = record.render_on
    assert render is not None, "refused above"
    content = read_bytes(letterhead, _MOST)
    # How the ministry calls its file is nothing for the meeting.
    is_open = report.audience is Audience.MEETING
    name = "letterhead" if is_open else letterhead.name
    given = InputFile(name=name, sha256=hashlib.sha256(content).hexdigest())
    inputs = (*report.manifest.inputs, given)
    manifest = evolve(report.manifest, inputs=inputs)
    on_it = evolve(report, manifest=manifest)
    plugin = plugins.exporters.provider_of(exporter)
    try:
        return guard_result(plugin, bytes, lambda: render(on_it, content))
    except UnreadableFileError as error:
        raise error.at(str(letterhead)) from error
