"""What the commands count in a line: records of every kind, and contradictions once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Almwp = Callable[..., Any]
CORPUS = Path(__file__).parents[1] / "corpus"


def written(path: Path, headings: list[str], *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    lines: list[list[Any]] = [
        ["Country: Viet Nam"],
        ["Work programme: ALM WP 2021-2025"],
        ["As of: 2024-06-30"],
    ]
    for row in (*lines, headings, *rows):
        sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("headings", "row", "said"),
    [
        (["Activity", "Status"], ["Fair", "done"], "activities: 1; cells: "),
        (["Agenda item", "Stance"], ["Plan", "support"], "agenda items: 1; cells: "),
        (["Proposal", "Rationale"], ["Fair", "Jobs"], "proposals: 1; cells: "),
        (["Asked of", "Ask or offer"], ["PH", "Help"], "asks and offers: 1; cells: "),
        (["Mood", "Place"], ["good", "Huế"], "activities: 0; cells: "),
    ],
)
def test_what_there_is_in_a_file_is_counted(
    headings: list[str], row: list[Any], said: str, almwp: Almwp, tmp_path: Path
) -> None:
    assert said in almwp("check", written(tmp_path / "a.xlsx", headings, row)).out


def test_outcomes_and_areas_of_a_framework_are_counted(
    almwp: Almwp, tmp_path: Path
) -> None:
    path = tmp_path / "framework.xlsx"
    almwp("template", "framework", "--framework", "ALM-WP-2021-2025", "-o", path)
    first = almwp("check", path).out.splitlines()[0]
    assert "outcomes: " in first
    assert "activities" not in first


def test_a_contradiction_of_two_activities_is_counted_once(
    almwp: Almwp, tmp_path: Path
) -> None:
    pair = CORPUS / "pairs" / "07-one-number-of-two"
    merged = almwp(
        "merge", pair / "2023.xlsx", pair / "2024.xlsx", "-o", tmp_path / "plan.json"
    )
    assert "contradictions between the files: 1;" in merged.err
    assert merged.err.count("ALM505") == 1


def test_files_that_both_count_their_rows_do_not_contradict(
    almwp: Almwp, tmp_path: Path
) -> None:
    pair = CORPUS / "pairs" / "08-both-count-from-1"
    merged = almwp(
        "merge", pair / "labour.xlsx", pair / "youth.xlsx", "-o", tmp_path / "plan.json"
    )
    assert "contradictions" not in merged.err
    assert merged.err.count("ALM506") == 1


def test_a_form_of_several_programmes_is_refused_in_one_sentence(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    call = ("template", "progress", "--from", submissions, "-o", tmp_path / "f.xlsx")
    refused = almwp(*call)
    assert refused.code == 2
    assert "--framework" in refused.err
    chosen = almwp(*call, "--framework", "ALM-WP-2021-2025")
    assert chosen.code == 0
    assert "could not be filled in" not in chosen.err


def test_files_of_one_name_are_told_apart_by_their_folders(
    almwp: Almwp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("hue", "hanoi"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.xlsx").write_bytes(b"")
    (tmp_path / "other.xlsx").write_bytes(b"")
    said = almwp("check", "hue", "hanoi", "other.xlsx").out
    assert "hue/report.xlsx: error ALM100" in said
    assert "hanoi/report.xlsx: error ALM100" in said
    assert "\nother.xlsx: error ALM100" in said
