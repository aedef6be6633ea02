"""A report as a data package: a CSV file for each table, and what describes them."""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from almwp.codec.text import json_text
from almwp.exporting.characters import harmless
from almwp.exporting.datatables.alltables import all_tables, with_losses
from almwp.exporting.datatables.table import DataTable
from almwp.exporting.phrases import phrases
from almwp.model.report import Report
from almwp_datapackage.csvtables import csv_file
from almwp_datapackage.schema import table_schema

DESCRIPTOR = PurePosixPath("datapackage.json")
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
LICENSE = "datapackage.license"
"""The setting by which a user says under which licence the package is given on."""


def render_files(report: Report) -> Mapping[PurePosixPath, bytes]:
    """Lay out *report* as the files of a data package."""
    tables = with_losses(all_tables(report), tuple(lost(report)))
    written = {_path(table): csv_file(table) for table in tables}
    told = describe(report, tables, written)
    return {DESCRIPTOR: json_text(told).encode("utf-8"), **written}


def describe(
    report: Report,
    tables: tuple[DataTable, ...],
    written: Mapping[PurePosixPath, bytes],
) -> dict[str, Any]:
    """Return the descriptor: what the package is, and each of its tables.

    Args:
        report: The report.
        tables: Its tables.
        written: The files of the tables.
    """
    (not_carried,) = (table for table in tables if table.name == "not_carried")
    told: dict[str, Any] = {
        "$schema": PROFILE,
        "name": "almwp-report",
        "title": harmless(report.title),
        "description": _description(report),
    }
    license_name = dict(report.manifest.settings).get(LICENSE)
    if license_name:
        told["licenses"] = [{"name": harmless(license_name)}]
    if report.manifest.inputs:
        told["sources"] = [
            {"title": harmless(file.name), "sha256": file.sha256}
            for file in report.manifest.inputs
        ]
    told["almwp"] = {
        "audience": report.audience.value,
        "language": harmless(report.language),
        "notice": harmless(report.notice),
        "not_carried": [harmless(str(what)) for what in not_carried.column("what")],
    }
    told["resources"] = [_resource(table, written[_path(table)]) for table in tables]
    return told


def lost(report: Report) -> Iterator[str]:
    """Say what a data package does not carry, besides what no table does."""
    say = phrases(report.language, "almwp_datapackage")
    yield say(
        "a text that a spreadsheet would run as a formula has an apostrophe before it, "
        "and characters that break or turn round a text are replaced"
    )
    yield say(
        "numbers have six digits behind the point; the exact number is that of the "
        "columns numerator and denominator"
    )
    if not dict(report.manifest.settings).get(LICENSE):
        yield say(
            "under which licence others may use these data: nobody has said so (say it "
            "with --set datapackage.license=NAME)"
        )


def _description(report: Report) -> str:
    parts = (report.subtitle, report.notice)
    return harmless("\n\n".join(part for part in parts if part))


def _path(table: DataTable) -> PurePosixPath:
    return PurePosixPath("data", f"{table.name}.csv")


def _resource(table: DataTable, content: bytes) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "title": table.about,
        "path": str(_path(table)),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": table_schema(table),
    }
