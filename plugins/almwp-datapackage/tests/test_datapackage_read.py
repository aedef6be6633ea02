"""A data package read back by other software: frictionless, and the csv module."""

import csv
import hashlib
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from almwp_datapackage.package import render_files
from attrs import evolve
from frictionless import Package, system
from hypothesis import given, settings

from almwp.exporting.characters import harmless
from almwp.exporting.datatables.alltables import all_tables
from almwp.exporting.filesets import Files
from almwp.model.ids import ActivityId
from almwp.model.manifest import Manifest
from almwp.model.report import Note, Report
from almwp.model.workplan import WorkPlan
from almwp.testing.sampleindicators import sample_indicator, sample_reading
from almwp.testing.samples import HOSTILE, sample_plan, sample_reports
from almwp.testing.strategies.reports import reports
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session

SIGNS = ("=", "+", "-", "@", "\t", "\r")
Write = Callable[[Report], Path]


@pytest.fixture
def written(in_new_folder: Callable[[Files], Path]) -> Write:
    """Return what writes a package into a new folder."""
    return lambda report: in_new_folder(render_files(report))


def faults(folder: Path) -> list[Any]:
    """Return what frictionless finds wrong: types, constraints, keys, fingerprints."""
    with system.use_context(trusted=True):
        found = Package(str(folder / "datapackage.json")).validate()
    told: list[Any] = found.flatten(["title", "rowNumber", "fieldName", "note"])
    return told


def descriptor(folder: Path) -> dict[str, Any]:
    text = (folder / "datapackage.json").read_text(encoding="utf-8")
    told: dict[str, Any] = json.loads(text)
    return told


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    path = folder / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_frictionless_finds_no_fault_in_the_examples(
    example_report: Report, written: Write
) -> None:
    assert faults(written(example_report)) == []


@pytest.mark.parametrize("number", range(len(sample_reports())))
def test_frictionless_finds_no_fault_in_samples(number: int, written: Write) -> None:
    assert faults(written(sample_reports()[number])) == []


def test_frictionless_would_find_a_value_of_another_type(
    example_report: Report, written: Write
) -> None:
    folder = written(example_report)
    table = folder / "data" / "scores.csv"
    text = table.read_text(encoding="utf-8").replace("0.6875", "many", 1)
    table.write_text(text, encoding="utf-8", newline="")
    assert "Type Error" in {fault[0] for fault in faults(folder)}


def test_the_csv_module_reads_every_table_as_it_is_described(
    example_report: Report, written: Write
) -> None:
    folder = written(example_report)
    for resource in descriptor(folder)["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert len(content) == resource["bytes"]
        assert f"sha256:{hashlib.sha256(content).hexdigest()}" == resource["hash"]
        names = [field["name"] for field in resource["schema"]["fields"]]
        for row in rows(folder, resource["name"]):
            assert list(row) == names


def test_every_activity_number_and_origin_is_there(
    example_report: Report, example_plan: WorkPlan, written: Write
) -> None:
    folder = written(example_report)
    ids = {row["id"] for row in rows(folder, "activities")}
    assert ids == {activity.id for activity in example_plan.activities}
    cells = {
        (row["activity"], row["field"], row["file"], row["sheet"], row["cell"])
        for row in rows(folder, "activity_cells")
    }
    for activity in example_plan.activities:
        for origin_row in activity.origins:
            for key, _ in origin_row.columns:
                at = origin_row.of(key)
                assert at is not None
                assert (activity.id, key, at.file, at.sheet, at.cell) in cells
    assert example_report.scorecard is not None
    (whole,) = (r for r in rows(folder, "scores") if r["position"] == "1")
    exact = Fraction(int(whole["value_numerator"]), int(whole["value_denominator"]))
    assert exact == example_report.scorecard.lines[0].score.value


def test_indicators_come_with_their_values_and_groups(written: Write) -> None:
    indicator = sample_indicator(
        sample_reading("2023", Fraction(1, 3), 1, 3), sample_reading("2024-Q2", 55)
    )
    indicator = evolve(indicator, activities=[ActivityId("sample-1")])
    plan = evolve(sample_plan(), indicators=[indicator])
    folder = written(Report(title="A plan", data=plan))
    assert faults(folder) == []
    told = rows(folder, "indicator_values")
    assert [row["what"] for row in told] == ["baseline", "target", "reading", "reading"]
    assert (told[2]["value"], told[2]["value_denominator"]) == ("0.333333", "3")
    assert (told[3]["at"], told[3]["at_last"]) == ("2024-Q2", "2024-06-30")
    (follows,) = rows(folder, "indicator_activities")
    assert follows["activity"] == "sample-1"


def test_a_spreadsheet_runs_no_cell(written: Write) -> None:
    blocks = [Note(text=text) for text in (*HOSTILE, " =1+1", "-2", "\u202eevil")]
    folder = written(Report(title="=1+1", blocks=blocks))
    assert faults(folder) == []
    for resource in descriptor(folder)["resources"]:
        for row in rows(folder, resource["name"]):
            for value in row.values():
                assert not value.lstrip().startswith(SIGNS), value
                assert harmless(value) == value.replace("\r\n", "\n")


@settings(max_examples=15)
@given(reports)
def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    files = render_files(report)
    assert render_files(evolve(report)) == files
    for table in all_tables(report):
        assert any(name.stem == table.name for name in files)


def test_a_licence_is_told_only_where_somebody_says_it(written: Write) -> None:
    silent = descriptor(written(Report(title="A report")))
    assert "licenses" not in silent
    assert any("licence" in what for what in silent["almwp"]["not_carried"])
    manifest = Manifest(settings=[("datapackage.license", "CC-BY-4.0")])
    folder = written(Report(title="A report", manifest=manifest))
    told = descriptor(folder)
    assert told["licenses"] == [{"name": "CC-BY-4.0"}]
    assert not any("licence" in what for what in told["almwp"]["not_carried"])
    assert faults(folder) == []


def test_what_is_not_carried_is_said_in_the_language_of_the_report(
    example_plan: WorkPlan, written: Write
) -> None:
    vietnamese = Session.start().report(
        example_plan, Wanted(report="plan", language="vi")
    )
    folder = written(vietnamese)
    told = descriptor(folder)["almwp"]["not_carried"]
    assert [row["what"] for row in rows(folder, "not_carried")] == told
    assert any("giấy phép" in what for what in told)
    assert faults(folder) == []
