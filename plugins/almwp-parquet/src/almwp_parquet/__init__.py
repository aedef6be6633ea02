"""Parquet files for the reports of almwp, for analysts."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from almwp.plugins import hookimpl

if TYPE_CHECKING:  # every start loads this; what a command needs comes with it
    from pathlib import PurePosixPath

    from almwp.model.report import Report
    from almwp.plugins import Exporter


def _files(report: "Report", /) -> "Mapping[PurePosixPath, bytes]":
    from almwp_parquet.dataset import render_files  # brings pyarrow

    return render_files(report)


def _packed(report: "Report", /) -> bytes:
    from almwp.exporting.filesets import packed

    return packed(_files(report))


@hookimpl
def almwp_exporters() -> "Iterator[Exporter]":
    """Contribute Parquet."""
    from almwp.plugins import Exporter

    yield Exporter(
        name="parquet",
        summary="Parquet for analysts, by framework and country; DuckDB reads it",
        suffix=".parquet.zip",
        render=_packed,
        render_files=_files,
    )
