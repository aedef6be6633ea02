"""IATI activities with their results for the reports of almwp."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from almwp.plugins import hookimpl

if TYPE_CHECKING:  # every start loads this; what a command needs comes with it
    from almwp.model.report import Report
    from almwp.plugins import Exporter

_WHO_REPORTS = ("reporting-org", "reporting-org-name", "reporting-org-type")


def _iati(report: "Report", /) -> bytes:
    from almwp_iati.document import render  # brings lxml

    return render(report)


def _left_out(report: "Report", /) -> tuple[str, ...]:
    from almwp_iati.document import left_out

    return left_out(report)


@hookimpl
def almwp_exporters() -> "Iterator[Exporter]":
    """Contribute IATI."""
    from almwp.plugins import Exporter

    yield Exporter(
        name="iati",
        summary="IATI 2.03 XML: activities with results; what IATI cannot hold beside",
        suffix=".iati.xml",
        render=_iati,
        settings=_WHO_REPORTS,
        demanded=_WHO_REPORTS,
        left_out=_left_out,
    )
