"""Parquet files read back by DuckDB, and by Arrow as a partitioned data set."""

import datetime
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.dataset
import pyarrow.parquet
import pytest
from almwp_parquet.dataset import render_files
from attrs import evolve
from hypothesis import given, settings

from almwp.exporting.characters import harmless
from almwp.exporting.datatables.alltables import all_tables
from almwp.exporting.filesets import Files, name_faults
from almwp.model.activity import Activity, PlanReference
from almwp.model.ids import ActivityId, FrameworkId
from almwp.model.report import Column, Note, Report, Table, TableCell
from almwp.model.text import Text
from almwp.model.workplan import WorkPlan
from almwp.testing.samples import HOSTILE, sample_plan, sample_reports
from almwp.testing.strategies.reports import reports

Write = Callable[[Report], Path]


@pytest.fixture
def written(in_new_folder: Callable[[Files], Path]) -> Write:
    """Return what writes a data set into a new folder."""
    return lambda report: in_new_folder(render_files(report))


def asked(folder: Path, table: str, what: str = "*") -> list[tuple[Any, ...]]:
    """Ask DuckDB, as an analyst does."""
    files = (folder / table / "**" / "*.parquet").as_posix()
    with duckdb.connect() as connection:
        query = f"select {what} from read_parquet(?, hive_partitioning = true)"
        return connection.execute(query, [files]).fetchall()


def test_duckdb_counts_activities_by_programme_and_country(
    example_report: Report, example_plan: WorkPlan, written: Write
) -> None:
    folder = written(example_report)
    rows = asked(folder, "activities", "framework, country, id")
    assert {each for _, _, each in rows} == {a.id for a in example_plan.activities}
    assert len(rows) == len(example_plan.activities), "no activity is counted twice"
    assert {"VN", "ID", "PH", "several"} <= {country for _, country, _ in rows}
    led = {a.id for a in example_plan.activities if a.is_led_by("VN")}  # type: ignore[arg-type]
    assert {each for _, country, each in rows if country == "VN"} <= led


def test_duckdb_reads_every_table_with_the_same_rows(
    example_report: Report, written: Write
) -> None:
    folder = written(example_report)
    for table in all_tables(example_report):
        if table.name != "not_carried":
            assert len(asked(folder, table.name)) == len(table.rows), table.name


def test_duckdb_joins_reports_to_activities(
    example_report: Report, written: Write
) -> None:
    folder = written(example_report)
    with duckdb.connect() as connection:
        for name in ("activities", "observations"):
            files = (folder / name / "**" / "*.parquet").as_posix()
            connection.execute(
                f"create view {name} as "
                f"select * from read_parquet('{files}', hive_partitioning = true)"
            )
        (counted,) = connection.execute(
            "select count(*) from observations o join activities a "
            "on o.activity = a.id and o.country = a.country"
        ).fetchall()
    assert counted == (len(asked(folder, "observations")),)


def test_days_numbers_and_absences_have_types_of_their_own(written: Write) -> None:
    folder = written(Report(title="A plan", data=sample_plan()))
    rows = asked(
        folder,
        "observations",
        "as_of_last, status, status_absence, share_done, share_done_numerator, "
        "share_done_denominator, file, sheet, cell, sha256",
    )
    by_status = {row[1]: row for row in rows}
    ongoing = by_status["ongoing"]
    assert ongoing[0] == datetime.date(2024, 6, 30)
    assert ongoing[3] == float(Fraction(1, 3))
    assert ongoing[4:6] == (1, 3)
    assert ongoing[6:9] == ("sample.xlsx", "Hoạt động", "F6")
    assert len(ongoing[9]) == 64
    assert {row[2] for row in rows if row[1] is None} == {"blank", "not due"}


def test_arrow_reads_the_folder_as_a_partitioned_data_set(
    example_report: Report, example_plan: WorkPlan, written: Write
) -> None:
    folder = written(example_report) / "activities"
    dataset = pyarrow.dataset.dataset(folder, format="parquet", partitioning="hive")
    assert dataset.count_rows() == len(example_plan.activities)
    assert {"framework", "country"} <= set(dataset.schema.names)
    only = dataset.to_table(filter=pyarrow.dataset.field("country") == "VN")
    assert set(only.column("country").to_pylist()) == {"VN"}


def test_a_table_without_rows_still_tells_its_columns(written: Write) -> None:
    folder = written(Report(title="A plan", data=WorkPlan()))
    assert asked(folder, "activities") == []
    assert asked(folder, "activities", "framework, country, title, begins_first") == []


def test_each_file_says_of_what_report_it_is_and_what_is_not_carried() -> None:
    for report in sample_reports():
        for name, content in render_files(report).items():
            schema = pyarrow.parquet.read_schema(pyarrow.BufferReader(content))
            about = {k.decode(): v.decode() for k, v in schema.metadata.items()}
            assert about["almwp.title"] == harmless(report.title), name
            assert about["almwp.audience"] == report.audience.value
            assert "numerator" in about["almwp.not_carried"]
            described = [schema.field(i).metadata for i in range(len(schema))]
            assert all(b"description" in field for field in described)


@pytest.mark.parametrize(
    ("number", "kept"),
    [
        (Fraction(2**63 - 1), (float(2**63 - 1), 2**63 - 1, 1)),
        (Fraction(1, 2**63), (2.0**-63, None, None)),
        (Fraction(10) ** 400, (None, None, None)),
        (-(Fraction(10) ** 400), (None, None, None)),
    ],
    ids=["fits", "small", "large", "low"],
)
def test_a_number_that_does_not_fit_is_not_bent_and_is_counted(
    number: Fraction, kept: tuple[object, ...], written: Write
) -> None:
    cell = TableCell(text="a number", number=number)
    table = Table(columns=[Column(heading="A")], rows=[(cell,)])
    folder = written(Report(title="Numbers", blocks=[table]))
    what = "number, number_numerator, number_denominator"
    assert asked(folder, "cells", what) == [kept]
    said = [what for (what,) in asked(folder, "not_carried", "what")]
    assert any(w.startswith("1 numbers") for w in said) is (kept[1] is None)


@pytest.mark.parametrize(
    "name", ["a/b", "a=b", "..", "x.", "Chương trình", "100 %", "con", "a\tb"]
)
def test_any_programme_can_be_a_partition(name: str, written: Write) -> None:
    activity = Activity(
        id=ActivityId("one"),
        title=Text.of("One"),
        references=[PlanReference(framework=FrameworkId(name))],
    )
    report = Report(title="A plan", data=WorkPlan(activities=[activity]))
    assert list(name_faults(render_files(report))) == []
    assert asked(written(report), "activities", "framework, id") == [
        (harmless(name), "one")
    ]


def test_hostile_texts_stay_texts(written: Write) -> None:
    blocks = [Note(text=text) for text in (*HOSTILE, "\ud800 half", "\u202eturned")]
    folder = written(Report(title="Hostile", blocks=blocks))
    read = {text for (text,) in asked(folder, "statements", "text")}
    assert read == {harmless(block.text) for block in blocks}


@settings(max_examples=15)
@given(reports)
def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert render_files(evolve(report)) == render_files(report)
