"""A report as Parquet files: a folder for each table, partitioned as Hive does."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from almwp.exporting.characters import harmless
from almwp.exporting.datatables.alltables import all_tables, with_losses
from almwp.exporting.datatables.columns import COUNTRY, FRAMEWORK, NONE
from almwp.exporting.datatables.table import DataTable, Value
from almwp.exporting.phrases import phrases
from almwp.model.report import Report
from almwp_parquet.columns import count_inexact, parquet_file

PARTITIONS = (FRAMEWORK.name, COUNTRY.name)
"""The columns by whose values the rows are laid in folders."""
FILE = "part-0.parquet"
_LONGEST = 150
"""Signs of a value that the name of a folder shows; more make a name too long."""

Rows = list[tuple[Value, ...]]


def render_files(report: Report) -> Mapping[PurePosixPath, bytes]:
    """Lay out *report* as Parquet files, by their names."""
    say = phrases(report.language, "almwp_parquet")
    bare = all_tables(report)
    inexact = sum(map(count_inexact, bare))
    lost = [
        say(
            "numbers are the nearest that 64 bits can hold; the exact number is that "
            "of the columns numerator and denominator"
        ),
        say(
            "keys of rows and references between tables: Parquet has no place for them"
        ),
    ]
    if inexact:
        lost.append(
            say(
                "{count} numbers are too long for whole numbers of 64 bits and have no "
                "numerator and denominator"
            ).format(count=inexact)
        )
    tables = with_losses(bare, tuple(lost))
    about = _about(report, tables)
    return {path: content for table in tables for path, content in _files(table, about)}


def _about(report: Report, tables: tuple[DataTable, ...]) -> Mapping[str, str]:
    """Return what stands in the metadata of every file."""
    (not_carried,) = (table for table in tables if table.name == "not_carried")
    return {
        "almwp.title": harmless(report.title),
        "almwp.audience": report.audience.value,
        "almwp.language": harmless(report.language),
        "almwp.notice": harmless(report.notice),
        "almwp.not_carried": "\n".join(map(str, not_carried.column("what"))),
    }


def _files(
    table: DataTable, about: Mapping[str, str]
) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Give the files of a table; one without rows has a file that tells its columns."""
    if table.names[: len(PARTITIONS)] != PARTITIONS:
        content = parquet_file(table, table.fields, table.rows, about)
        yield PurePosixPath(table.name, FILE), content
        return
    parts: dict[tuple[str, ...], Rows] = defaultdict(list)
    if not table.rows:
        parts[tuple(map(_folder, PARTITIONS, (NONE, NONE)))] = []
    for row in table.rows:
        # By the folder, not by the value: two of them may be written alike.
        folders = map(_folder, PARTITIONS, map(str, row[: len(PARTITIONS)]))
        parts[tuple(folders)].append(row[len(PARTITIONS) :])
    for folder, rows in sorted(parts.items()):
        fields = table.fields[len(PARTITIONS) :]
        content = parquet_file(table, fields, rows, about)
        yield PurePosixPath(table.name, *folder, FILE), content


def _folder(name: str, value: str) -> str:
    """Return the name of a folder as Hive and its readers write and read it."""
    written = quote(harmless(value), safe="")
    if written.endswith("."):  # no folder of Windows ends so
        written = f"{written[:-1]}%2E"
    if len(written) > _LONGEST:  # no system has room for it; two stay two
        mark = hashlib.sha256(value.encode(errors="backslashreplace")).hexdigest()[:16]
        kept = re.sub(r"%.?$", "", written[:_LONGEST])  # no half of an escaped sign
        written = f"{kept}-{mark}"
    return f"{name}={written}"
