"""Write reports into files, also on a letterhead where the format takes one."""

import hashlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePosixPath

from attrs import evolve

from almwp.errors import CallError, PluginError, UnreadableFileError
from almwp.exporting.filesets import Files, name_faults
from almwp.model.manifest import InputFile
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.plugins.guard import guard_result
from almwp.plugins.records import Exporter
from almwp.plugins.registry import Plugins
from almwp.workflow.bytereading import read_bytes
from almwp.workflow.collector import resting_collector
from almwp.workflow.folderowning import refuse_foreign
from almwp.workflow.folderwriting import StagedFolder
from almwp.workflow.layingout import exporters_of, render_report
from almwp.workflow.placing import put_in_place
from almwp.workflow.reportsettings import refuse_untold
from almwp.workflow.staging import sweep
from almwp.workflow.steps import OnStep, Step, tell_nobody
from almwp.workflow.writing import StagedFile

_MOST = 20 * 1024 * 1024
"""Bytes of a letterhead; an honest one has a hundred times less."""


def write_formats(
    report: Report,
    formats: Iterable[str],
    target: Path,
    plugins: Plugins,
    letterhead: Path | None = None,
    *,
    is_packed: bool = False,
    is_whole_name: bool = False,
    on_step: OnStep = tell_nobody,
) -> tuple[Path, ...]:
    """Write *report* in each of *formats*, in all of them or in none.

    Args:
        report: The report.
        formats: Names of exporters.
        target: The folder, and the name of the files without an ending.
        plugins: Those that are loaded.
        letterhead: The file on whose letterhead to write; None for none.
        is_packed: Whether formats of several files write one ZIP file each.
        is_whole_name: Whether *target* has its ending already, for one format.
        on_step: Is told before each format is laid out, and before all are written.

    Returns:
        The files and folders, in the order of *formats*.
    """
    chosen = exporters_of(formats, plugins)
    refuse_untold(chosen, report.manifest.settings)
    if letterhead is not None:
        refuse_letterhead(chosen, plugins)
    laid_out: list[tuple[Exporter, Path, bytes | Files]] = []
    for done, exporter in enumerate(chosen):
        on_step(Step(job="write", done=done, total=len(chosen), what=exporter.name))
        if letterhead is not None:
            content = render_on(report, exporter.name, letterhead, plugins)
        elif exporter.render_files is None or is_packed:
            content = render_report(report, exporter.name, plugins)
        else:
            ending = "" if is_whole_name else exporter.folder_suffix
            path = target.with_name(f"{target.name}{ending}")
            refuse_foreign(path, exporter.name)
            files = render_files(report, exporter.name, plugins)
            laid_out.append((exporter, path, files))
            continue
        ending = "" if is_whole_name else exporter.suffix
        path = target.with_name(f"{target.name}{ending}")
        laid_out.append((exporter, path, content))
    on_step(Step(job="write", done=len(chosen), total=len(chosen)))
    put_in_place(
        partial(StagedFile, path, made)
        if isinstance(made, bytes)
        else partial(StagedFolder, path, made, exporter.name)
        for exporter, path, made in laid_out
    )
    for _, path, _ in laid_out[:1]:
        sweep(path)
    return tuple(path for _, path, _ in laid_out)


def file_bytes(
    report: Report,
    exporter: str,
    plugins: Plugins,
    letterhead: Path | None = None,
    on_step: OnStep = tell_nobody,
) -> bytes:
    """Return *report* as the bytes of one file; several files are packed into one."""
    refuse_untold([plugins.exporters[exporter]], report.manifest.settings)
    on_step(Step(job="write", done=0, total=1, what=exporter))
    if letterhead is not None:
        return render_on(report, exporter, letterhead, plugins)
    return render_report(report, exporter, plugins)


def render_files(report: Report, exporter: str, plugins: Plugins) -> Files:
    """Lay out a report as the files of a folder.

    Raises:
        UnknownNameError: There is no such format.
        CallError: It is one file.
        PluginError: The exporter broke, or names a file as no file can be named.
    """
    record = plugins.exporters[exporter]
    render = record.render_files
    if render is None:
        raise CallError("the format '{name}' is one file", name=exporter)
    plugin = plugins.exporters.provider_of(exporter)
    with resting_collector():
        files = guard_result(
            plugin,
            dict,
            lambda: {PurePosixPath(n): c for n, c in render(report).items()},
        )
    faults = [*name_faults(files)]
    faults += [f"{n} is no bytes" for n, c in files.items() if type(c) is not bytes]
    if not files or faults:
        raise PluginError(plugin, "; ".join(faults) or "it gave no file")
    return files


def refuse_letterhead(exporters: Iterable[Exporter], plugins: Plugins) -> None:
    """Refuse a letterhead where a format takes none.

    Raises:
        CallError: One of *exporters* takes none.
    """
    for exporter in exporters:
        if exporter.render_on is None:
            raise _takes_none(exporter, plugins)


def _takes_none(exporter: Exporter, plugins: Plugins) -> CallError:
    known = [e.name for e in plugins.exporters.values() if e.render_on]
    return CallError(
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
    render = record.render_on
    if render is None:
        raise _takes_none(record, plugins)
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
