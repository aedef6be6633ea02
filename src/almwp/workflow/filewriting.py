"""Write one thing to the very file that the caller names; its ending says the form."""

from collections.abc import Iterable
from pathlib import Path

from almwp.errors import CallError
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp.plugins.records import Exporter
from almwp.plugins.registry import Plugins
from almwp.workflow.collector import resting_collector
from almwp.workflow.files import PLAN_SUFFIX
from almwp.workflow.plansaving import save_plan
from almwp.workflow.reportsettings import settings_of, with_settings
from almwp.workflow.reportwriting import write_formats
from almwp.workflow.steps import OnStep, Step, tell_nobody


def write_file(
    what: Report | WorkPlan,
    path: Path,
    plugins: Plugins,
    exporter: str | None = None,
    letterhead: Path | None = None,
    on_step: OnStep = tell_nobody,
    told: Iterable[tuple[str, str]] = (),
    replaces: str | None = None,
) -> Path:
    """Write *what* to *path*, whole or not at all, and return the path.

    Args:
        what: A report; or a plan, which is saved.
        path: The file; or the folder, for a format that is one.
        plugins: Those that are loaded.
        exporter: The format; known by the ending, when not given.
        letterhead: The file on whose letterhead to write.
        on_step: Is told before it is laid out, and before it is written.
        told: Facts that the format asks for, by name: ``iati.reporting-org``.
        replaces: For a plan, the fingerprint of the file that gives way to it, as
            reading told it, or an empty text for none: what another program has saved
            there since stays.  None replaces whatever there is.

    Raises:
        UnknownNameError: There is no such format.
        CallError: The ending is that of no format, of several or of another one; or
            *what* is neither a report nor a plan.
        UnreadableFileError: The letterhead cannot be read or taken over.
        UnwritableFileError: It could not be written.
        Cancelled: *on_step* stopped the work.
    """
    given: object = what
    if not isinstance(given, Report | WorkPlan):
        raise CallError(
            "reports and plans can be written, not {found}; build a report of it first",
            found="None" if given is None else type(given).__name__,
        )
    if isinstance(what, WorkPlan):
        return _save(what, path, exporter, letterhead, on_step, replaces)
    if replaces is not None:
        raise CallError("only a plan is saved in place of what was read")
    record = _exporter_for(path, plugins, exporter)
    is_folder = record.render_files is not None and not _ends(path, record.suffix)
    (written,) = write_formats(
        with_settings(what, settings_of(told, [record])),
        [record.name],
        path,
        plugins,
        letterhead,
        is_packed=not is_folder,
        is_whole_name=True,
        on_step=on_step,
    )
    return written


def _save(
    plan: WorkPlan,
    path: Path,
    exporter: str | None,
    letterhead: Path | None,
    on_step: OnStep,
    replaces: str | None,
) -> Path:
    if exporter is not None or letterhead is not None:
        raise CallError(
            "a plan is saved as it is, without a format or a letterhead; build a "
            "report from it to write it in a format"
        )
    if path.suffix.lower() != PLAN_SUFFIX:
        raise CallError(
            "a plan is saved in a file ending in {suffix}, not in '{path}'",
            suffix=PLAN_SUFFIX,
            path=path,
        )
    on_step(Step(job="write", done=0, total=1, what="plan"))
    laid_out = Step(job="write", done=1, total=1)
    with resting_collector():
        save_plan(plan, path, stood=replaces, on_laid_out=lambda: on_step(laid_out))
    return path


def _exporter_for(path: Path, plugins: Plugins, name: str | None) -> Exporter:
    """Return the exporter that writes *path*: that with the longest fitting ending."""
    wanted = [plugins.exporters[name]] if name else list(plugins.exporters.values())
    fitting: dict[str, list[Exporter]] = {}
    for exporter in wanted:
        for ending in _endings(exporter):
            if _ends(path, ending) and len(path.name) > len(ending):
                fitting.setdefault(ending, []).append(exporter)
    if not fitting:
        known = sorted({ending for each in wanted for ending in _endings(each)})
        raise CallError(
            "'{path}' has no ending by which the format is known (known: {known})",
            path=path,
            known=", ".join(known) or "-",
        )
    found = fitting[max(fitting, key=len)]
    if len(found) > 1:
        raise CallError(
            "several formats write files such as '{path}' ({known}); name one",
            path=path,
            known=", ".join(each.name for each in found),
        )
    return found[0]


def _ends(path: Path, ending: str) -> bool:
    """Say whether the name has the ending, capitals aside: Windows has ``.DOCX``."""
    return path.name.lower().endswith(ending)


def _endings(exporter: Exporter) -> set[str]:
    """Return the endings of what an exporter writes: a file, and a folder if it can."""
    if exporter.render_files is None:
        return {exporter.suffix}
    return {exporter.suffix, exporter.folder_suffix}
