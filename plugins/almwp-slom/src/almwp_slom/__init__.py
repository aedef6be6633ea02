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


def _overlaps(request: ReportRequest) -> Report:
    from almwp_slom.overlaps import build

    return build(request)


def _alignment(request: ReportRequest) -> Report:
    from almwp_slom.alignment import build

    return build(request)


def _markdown(report: Report) -> bytes:
    from almwp_slom.markdown import render

    return render(report)


def _json(report: Report) -> bytes:
    from almwp_slom.json_data import render

    return render(report)


def _docx(report: Report) -> bytes:
    from almwp_slom.word.document import render  # brings python-docx and lxml

    return render(report)


@hookimpl
def almwp_reports() -> Iterator[ReportKind]:
    """Contribute the position, and reports on progress, overlaps and alignment."""
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
    yield ReportKind(
        name="overlaps",
        summary="members by outcome and area, activities that look alike, and gaps",
        build=_overlaps,
    )
    yield ReportKind(
        name="alignment",
        summary="which activity serves which plans, and what none of them serves",
        build=_alignment,
    )


@hookimpl
def almwp_exporters() -> Iterator[Exporter]:
    """Contribute Markdown, Word and JSON."""
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
    yield Exporter(
        name="json",
        summary="JSON, for other tools: the blocks and the data behind them",
        suffix=".json",
        render=_json,
    )
