"""Frictionless data packages for the reports of almwp."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from almwp.plugins import hookimpl

if TYPE_CHECKING:  # every start loads this; what a command needs comes with it
    from pathlib import PurePosixPath

    from almwp.model.report import Report
    from almwp.plugins import Exporter


def _files(report: "Report", /) -> "Mapping[PurePosixPath, bytes]":
    from almwp_datapackage.package import render_files

    return render_files(report)


def _packed(report: "Report", /) -> bytes:
    from almwp.exporting.filesets import packed

    return packed(_files(report))


@hookimpl
def almwp_exporters() -> "Iterator[Exporter]":
    """Contribute the data package."""
    from almwp.plugins import Exporter

    yield Exporter(
        name="datapackage",
        summary="Frictionless data package: CSV tables with types, keys and origins",
        suffix=".datapackage.zip",
        render=_packed,
        render_files=_files,
        settings=("license",),
    )
