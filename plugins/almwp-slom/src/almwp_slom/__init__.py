"""The national position for SLOM: kinds of reports, and exporters that write them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from almwp.plugins import hookimpl

if TYPE_CHECKING:  # every start loads this; what a command needs comes with it
    from almwp.model.report import Report
    from almwp.plugins import Exporter, ReportKind, ReportRequest


def _position(request: "ReportRequest") -> "Report":
    from almwp_slom.paper import build  # only the command that needs it pays for it

    return build(request)


def _progress(request: "ReportRequest") -> "Report":
    from almwp_slom.progress import build

    return build(request)


def _overlaps(request: "ReportRequest") -> "Report":
    from almwp_slom.overlaps import build

    return build(request)


def _brief(request: "ReportRequest") -> "Report":
    from almwp_slom.brief import build

    return build(request)


def _alignment(request: "ReportRequest") -> "Report":
    from almwp_slom.alignment import build

    return build(request)


def _talking(request: "ReportRequest") -> "Report":
    from almwp_slom.talking import build

    return build(request)


def _matrix(request: "ReportRequest") -> "Report":
    from almwp_slom.matrix import build

    return build(request)


def _plan(request: "ReportRequest") -> "Report":
    from almwp_slom.plan import build

    return build(request)


def _markdown(report: "Report") -> bytes:
    from almwp_slom.markdown import render

    return render(report)


def _docx(report: "Report") -> bytes:
    from almwp_slom.word.document import render  # brings python-docx and lxml

    return render(report)


def _docx_on(report: "Report", letterhead: bytes) -> bytes:
    from almwp_slom.word.document import render_on

    return render_on(report, letterhead)


def _html(report: "Report") -> bytes:
    from almwp_slom.html.document import render  # brings Jinja2, lxml and matplotlib

    return render(report)


@hookimpl
def almwp_reports() -> "Iterator[ReportKind]":
    """Contribute the national position, its short forms, and tables of all kinds."""
    from almwp.plugins import ReportKind

    yield ReportKind(
        name="position",
        summary="what a country brings to a meeting: progress, agenda, proposals, asks",
        build=_position,
    )
    yield ReportKind(
        name="brief",
        summary="the national position on two pages",
        build=_brief,
    )
    yield ReportKind(
        name="talking-points",
        summary="what to say on each item of the agenda, and who says it",
        build=_talking,
    )
    yield ReportKind(
        name="matrix",
        summary="a plan's table in the columns that its body publishes",
        build=_matrix,
    )
    yield ReportKind(
        name="progress",
        summary="all activities by outcome, for the Secretariat; nobody is ranked",
        build=_progress,
    )
    yield ReportKind(
        name="plan",
        summary="activities, indicators and scores as they are, for other programs",
        build=_plan,
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
def almwp_exporters() -> "Iterator[Exporter]":
    """Contribute Markdown, HTML and Word."""
    from almwp.plugins import Exporter

    yield Exporter(
        name="markdown",
        summary="Markdown, for reading and comparing as text",
        suffix=".md",
        render=_markdown,
    )
    yield Exporter(
        name="html",
        summary="one HTML page that needs nothing else; its tables sort and filter",
        suffix=".html",
        render=_html,
    )
    yield Exporter(
        name="docx",
        summary="Word document on A4, wide tables in landscape",
        suffix=".docx",
        render=_docx,
        render_on=_docx_on,
    )
