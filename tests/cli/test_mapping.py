"""A mapping file is written, corrected and given back on the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Almwp = Callable[..., Any]
MakeWorkbook = Callable[..., Path]
SUBMISSIONS = Path(__file__).resolve().parents[2] / "examples" / "submissions"
STRANGE = ("Nro", "Toimenpide", "Maa", "Tila", "Aika")
MEANT = """
[[table]]
sheet = "Report"

[table.columns]
"Toimenpide" = "title"
"Maa" = "leads"
"Tila" = "status"
"""


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A workbook whose headings are in no known language."""
    import xlsxwriter

    path = tmp_path / "fi.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Report")
        rows = [
            ["Country: Viet Nam"],
            ["ALM WP 2021-2025"],
            STRANGE,
            ["1", "Training", "VN", "done", "2024"],
        ]
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "mapping.toml"
    path.write_text(MEANT, encoding="utf-8")
    return path


def test_every_command_that_reads_files_takes_a_mapping(
    almwp: Almwp, strange: Path, mapping: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    calls: list[list[str | Path]] = [
        ["check", strange],
        ["merge", strange, "-o", plan],
        ["score", strange],
        ["export", strange, "--report", "progress", "--to", "markdown", "-o", tmp_path],
    ]
    for call in calls:
        assert almwp(*call).code != 0
        ended = almwp(*call, "--mapping", mapping)
        assert ended.code == 0, ended.err
    assert "Training" in plan.read_text(encoding="utf-8")


def test_what_was_understood_is_shown_as_a_table_and_in_json(
    almwp: Almwp, strange: Path, mapping: Path
) -> None:
    ended = almwp("check", strange, "--mapping", mapping, "--headings")
    lines = [line.split() for line in ended.out.splitlines()]
    assert ["Report", "B", "Toimenpide", "title", "1.00", "the", "mapping", "file"] in (
        lines
    )
    assert ["Report", "A", "Nro", "extra"] in lines
    told = json.loads(
        almwp("check", strange, "--mapping", mapping, "--format", "json").out
    )
    assert told["mapping"]["name"] == "mapping.toml"
    assert len(told["mapping"]["sha256"]) == 64
    (table,) = told["files"][0]["tables"]
    assert (table["sheet"], table["kind"], table["rows"]) == (
        "Report",
        "progress",
        [3, 3],
    )
    assert table["columns"][1] == {
        "column": "B",
        "heading": "Toimenpide",
        "field": "title",
        "confidence": "1",
        "by": "mapping",
    }
    assert "the mapping" not in almwp("check", strange).out


def test_the_mapping_that_was_written_gives_the_same(
    almwp: Almwp, tmp_path: Path
) -> None:
    path = tmp_path / "used.toml"
    before = almwp("check", SUBMISSIONS, "--write-mapping", path, "--format", "json")
    assert before.code == 0
    assert "the mapping was written to" in before.err
    after = almwp("check", SUBMISSIONS, "--mapping", path, "--format", "json")
    for old, new in zip(
        json.loads(before.out)["files"], json.loads(after.out)["files"], strict=True
    ):
        assert new["cells"] == old["cells"]
        assert new["counts"] == old["counts"]
        assert {c["by"] for t in new["tables"] for c in t["columns"]} <= {"mapping"}
    # The same call again writes over nothing, and reads nothing.
    written = path.read_bytes()
    again = almwp("check", SUBMISSIONS, "--write-mapping", path)
    assert again.code == 2
    assert "is there already" in again.err
    assert again.out == ""
    assert path.read_bytes() == written


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x", "mapping.toml, line 1: this is not TOML"),
        (MEANT.replace("status", "state"), "no field of 'progress' is named 'state'"),
        (MEANT.replace("Report", "Reprot"), "no file has a sheet 'Reprot'"),
    ],
)
def test_a_mapping_that_cannot_be_meant_is_a_wrong_call(
    almwp: Almwp, strange: Path, mapping: Path, text: str, said: str
) -> None:
    mapping.write_text(text, encoding="utf-8")
    ended = almwp("check", strange, "--mapping", mapping)
    assert ended.code == 2
    assert said in ended.err
    assert ended.out == ""


def test_a_column_that_is_not_there_is_a_finding(
    almwp: Almwp, strange: Path, mapping: Path
) -> None:
    mapping.write_text(MEANT + '"Paikka" = "place"\n', encoding="utf-8")
    ended = almwp("check", strange, "--mapping", mapping)
    assert ended.code == 0
    assert "fi.xlsx!Report: warning ALM120: the mapping file names" in ended.out
    in_vietnamese = almwp("check", strange, "--mapping", mapping, "--lang", "vi")
    assert "tệp ánh xạ nêu cột 'Paikka'" in in_vietnamese.out
