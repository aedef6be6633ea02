"""The national position for SLOM: kinds of reports, and exporters that write them."""

from collections.abc import Iterator

from almwp.model.report import Report
from almwp.plugins import Exporter, ReportKind, ReportRequest, hookimpl


def _position(request: ReportRequest) -> Report:
    from almwp_slom.paper import build  # only the command that needs it pays for it

    return build(request)


def _progress(request: ReportRequest) -> Report:
    from almwp_slom.progress import build

    return build(request)


def _markdown(report: Report) -> bytes:
    from almwp_slom.markdown import render

    return render(report)


def _docx(report: Report) -> bytes:
    from almwp_slom.word.document import render  # brings python-docx and lxml

    return render(report)


@hookimpl
def almwp_reports() -> Iterator[ReportKind]:
    """Contribute the national position and the regional table of progress."""
    yield ReportKind(
        name="position",
        summary="what a country brings to a meeting: its own activities by outcome",
        build=_position,
    )
    yield ReportKind(
        name="progress",
        summary="all activities by outcome, for the Secretariat; nobody is ranked",
        build=_progress,
    )


@hookimpl
def almwp_exporters() -> Iterator[Exporter]:
    """Contribute Markdown and Word."""
    yield Exporter(
        name="markdown",
        summary="Markdown, for reading and comparing as text",
        suffix=".md",
        render=_markdown,
    )
    yield Exporter(
        name="docx",
        summary="Word document on A4, wide tables in landscape",
        suffix=".docx",
        render=_docx,
    )
