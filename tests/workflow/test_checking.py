"""What is printed of each file for machines: always the same keys, sums that add up."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import fields_dict
from hypothesis import given, settings

from almwp.codec import to_json, write_plan
from almwp.model.submission import Submission
from almwp.testing.strategies import submissions as any_submission
from almwp.workflow.checking import (
    CellCounts,
    CheckedFile,
    CheckedFinding,
    RecordCounts,
    checked,
)
from almwp.workflow.reading import FileRead
from almwp.workflow.session import Session

FILE = [
    "path", "sha256", "kind", "framework", "country", "as_of", "language",
    "sheets", "tables", "cells", "counts", "findings",
]  # fmt: skip
FINDING = [
    "code", "name", "severity", "message", "hint", "sheet", "cell", "field",
    "found", "expected", "suggestions",
]  # fmt: skip
CELLS = ["total", "read", "heading", "extra", "ignored", "refused"]
COUNTS = [
    *("activities", "proposals", "agenda", "indicators", "asks"),
    *("outcomes", "areas"),
]

MakeWorkbook = Callable[..., Path]


def plain(session: Session, *paths: Path) -> list[dict[str, Any]]:
    files: list[dict[str, Any]] = json.loads(to_json(session.check(paths)))["files"]
    return files


def check_shape(file: dict[str, Any], *more: str) -> None:
    assert list(file) == [*FILE, *more]
    assert list(file["cells"]) == CELLS
    assert list(file["counts"]) == COUNTS
    cells = file["cells"]
    assert cells["total"] == sum(cells[fate] for fate in CELLS[1:])
    for finding in file["findings"]:
        assert list(finding) == FINDING


def test_the_keys_are_those_of_the_contract() -> None:
    assert list(fields_dict(CheckedFile)) == [*FILE, "ledger"]
    assert list(fields_dict(CheckedFinding)) == FINDING
    assert list(fields_dict(CellCounts)) == CELLS
    assert list(fields_dict(RecordCounts)) == COUNTS


def test_every_cell_of_the_examples_is_accounted_for(
    session: Session, submissions: Path
) -> None:
    import openpyxl

    files = plain(session, submissions)
    assert len(files) == 4
    for file in files:
        check_shape(file)
        book = openpyxl.load_workbook(file["path"])
        filled = sum(
            cell.value is not None and cell.value != ""
            for sheet in book.worksheets
            for row in sheet.iter_rows()
            for cell in row
        )
        assert file["cells"]["total"] == filled
        assert file["sheets"] == book.sheetnames
        assert file["counts"]["activities"] > 0


@given(any_submission)
@settings(max_examples=40)
def test_the_sums_add_up_for_any_submission(submission: Submission) -> None:
    file = FileRead(
        path=Path("a.xlsx"), sha256=submission.sha256, submission=submission
    )
    result = checked([file], with_ledger=True).files[0]
    check_shape(json.loads(to_json(result)), "ledger")
    assert result.cells.total == submission.ledger.total
    assert result.ledger == submission.ledger.entries
    assert len(result.findings) == len(submission.findings)


def test_what_could_not_be_read_has_the_same_keys(
    session: Session, tmp_path: Path
) -> None:
    text = tmp_path / "text.xlsx"
    text.write_text("no workbook", encoding="utf-8")
    gone, sound = plain(session, tmp_path / "gone.xlsx", text)
    for file in (gone, sound):
        check_shape(file)
        assert (file["kind"], file["cells"]["total"]) == ("unreadable", 0)
        (finding,) = file["findings"]
        assert (finding["code"], finding["severity"]) == ("ALM100", "error")
    assert gone["sha256"] is None
    assert len(sound["sha256"]) == 64
    assert "there is no such file" in gone["findings"][0]["message"]


def test_a_saved_plan_is_counted_too(
    session: Session, submissions: Path, tmp_path: Path
) -> None:
    plan = session.merge(session.read([submissions]).submissions)
    path = tmp_path / "plan.json"
    path.write_text(write_plan(plan), encoding="utf-8")
    (file,) = plain(session, path)
    check_shape(file)
    assert (file["kind"], file["framework"]) == ("plan", plan.framework)
    assert file["counts"]["activities"] == len(plan.activities)


def test_findings_come_in_the_language_that_is_asked_for(
    session: Session, make_workbook: MakeWorkbook
) -> None:
    path = make_workbook("empty.xlsx", headings=("Alpha", "Beta"))
    english, vietnamese = (
        session.check([path], language=code).files[0].findings for code in ("en", "vi")
    )
    assert [f.code for f in english] == [f.code for f in vietnamese]
    assert english
    for one, other in zip(english, vietnamese, strict=True):
        assert one.message != other.message
        assert (one.found, one.cell) == (other.found, other.cell)


@pytest.mark.parametrize("name", ["Đào tạo nghề.xlsx", "a b/c d.xlsx"])
def test_a_path_stands_as_the_user_named_it(
    session: Session, make_workbook: MakeWorkbook, name: str
) -> None:
    path = make_workbook(name, ["1", "Job fairs", "VN", "completed", "2024"])
    (file,) = plain(session, path)
    assert file["path"] == path.as_posix()
    assert file["kind"] == "progress"
