"""PDF for the reports of almwp, set by Typst."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from almwp.plugins import hookimpl

if TYPE_CHECKING:  # every start loads this; what a command needs comes with it
    from almwp.model.report import Report
    from almwp.plugins import Exporter


def _pdf(report: "Report", /) -> bytes:
    from almwp_pdf.document import render  # brings Typst and matplotlib

    return render(report)


@hookimpl
def almwp_exporters() -> "Iterator[Exporter]":
    """Contribute PDF."""
    from almwp.plugins import Exporter

    yield Exporter(
        name="pdf",
        summary="PDF on A4: bookmarks, contents, evidence, tagged for screen readers",
        suffix=".pdf",
        render=_pdf,
    )
