"""Frameworks of three levels and of five, from a workbook to a position.

Both are invented.  They are imported from a matrix, and everything else is done with
the file that comes out: templates, reading, merging, scores, reasons and a position.
"""

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import frozen

from almwp.cli.main import run

Rows = list[list[Any]]


@frozen(kw_only=True)
class Sample:
    """An invented programme.

    Attributes:
        matrix: Its matrix.
        rows: Outcome, area and state of each activity that is reported.
        outcomes: How many activities there are under each outcome.
        areas: The same for areas.
    """

    matrix: Rows
    rows: Sequence[tuple[str | None, str, str]]
    outcomes: dict[str, int]
    areas: dict[str, int]


THREE = Sample(
    matrix=[
        ["Objective", "Outcome", "Thematic area", "Project"],
        ["Objective 1: Invented", "1. Skills", "1.1 Green skills", "P1"],
        [None, None, "1.2 Digital skills", "P2"],
        [None, "2. Safety", "2.1 Mines", "P3"],
        [None, None, "1.1 Green skills", "P4"],
    ],
    rows=[
        ("1 Skills", "1.1 Green skills", "completed"),
        (None, "Digital skills", "ongoing"),
        ("Safety", "2.1", "planned"),
    ],
    outcomes={"Skills": 2, "Safety": 1},
    areas={"Green skills": 1, "Digital skills": 1, "Mines": 1},
)
FIVE = Sample(
    matrix=[
        ["Goal", "Outcome", "Target", "Thematic area", "Sub-area", "Project"],
        ["Goal 1: Invented", "1. Skills", "1.1 Trained", "Green", "Solar", "P1"],
        [None, None, None, None, "Wind", "P2"],
        [None, None, "1.2 Certified", "Exams", "Oral", "P3"],
        ["Goal 2: Made up", "2. Safety", None, "Mines", "Coal", "P4"],
    ],
    rows=[
        ("1 Skills", "Green", "completed"),
        (None, "Wind", "ongoing"),
        (None, "Oral", "planned"),
        ("2 Safety", "Coal", "completed"),
        (None, "Mines", "ongoing"),
    ],
    outcomes={"Skills": 3, "Safety": 2},
    areas={"Green": 2, "Exams": 1, "Mines": 2},
)
Almwp = Callable[..., str]


@pytest.fixture
def almwp(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Almwp:
    """Run a command that succeeds, and return what it prints."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> str:
        code = run(list(words))
        ended = capsys.readouterr()
        assert code == 0, ended.err + ended.out
        return ended.out

    return call


def write_matrix(rows: Rows) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in rows:
        sheet.append(row)
    book.save("matrix.xlsx")


def fill_in(sample: Sample) -> None:
    book = openpyxl.load_workbook("form.xlsx")
    cover, sheet = book["Cover"], book["Activities"]
    for row in cover.iter_rows(min_row=1, max_row=20, max_col=2):
        if str(row[0].value).startswith("As of"):
            row[1].value = date(2032, 6, 30)
    columns = {str(c.value).strip(" *"): c.column or 0 for c in sheet[1]}
    for place, (outcome, area, state) in enumerate(sample.rows, start=2):
        values = {
            "No.": str(place),
            "Activity": f"Activity {place}",
            "Outcome": outcome,
            "Priority area": area,
            "Lead": "Viet Nam",
            "Status": state,
        }
        for heading, value in values.items():
            sheet.cell(place, columns[heading]).value = value
    book.save("form.xlsx")


@pytest.mark.parametrize("sample", [THREE, FIVE], ids=["three levels", "five levels"])
def test_a_framework_of_any_depth_works_everywhere(
    sample: Sample, almwp: Almwp
) -> None:
    write_matrix(sample.matrix)
    almwp(
        *("frameworks", "import", "matrix.xlsx", "--id", "INVENTED-2031-2035"),
        *("--title", "Invented programme 2031-2035", "--period", "2031-2035"),
        *("--complete", "-o", "mine.toml"),
    )
    own = ("--framework", "mine.toml")
    told = json.loads(almwp("frameworks", "mine.toml", "--format", "json"))[0]
    assert len(told["levels"]) == len(sample.matrix[0]) - 1

    almwp("template", "progress", "--country", "VN", *own, "-o", "form.xlsx")
    lists = openpyxl.load_workbook("form.xlsx")["almwp lists"]
    offered = {str(c.value) for row in lists.iter_rows() for c in row if c.value}
    for title in (*sample.outcomes, *sample.areas):
        assert any(title in words for words in offered), title
    fill_in(sample)

    checked = json.loads(almwp("check", "form.xlsx", *own, "--format", "json"))
    (file,) = checked["files"]
    assert (file["framework"], file.get("findings", [])) == ("INVENTED-2031-2035", [])

    almwp("merge", "form.xlsx", *own, "-o", "plan.json")
    call = ("score", "plan.json", *own, "--by", "outcome,area", "--format", "json")
    card = json.loads(almwp(*call))
    counted: dict[str, dict[str, int]] = {}
    for line in card["lines"]:
        scope = line["scope"]
        counted.setdefault(scope["kind"], {})[scope["title"]["en"]] = len(
            line["score"]["parts"]
        )
    assert counted["outcome"] == sample.outcomes
    assert counted["area"] == sample.areas
    files = [each["name"] for each in card["manifest"]["inputs"]]
    assert files == ["form.xlsx", "mine.toml"]

    assert "Activity 3" in almwp("explain", "3", "plan.json", *own)
    almwp(
        *("position", "plan.json", *own, "--country", "VN", "--meeting", "slom-21"),
        *("--to", "markdown", "-o", "out"),
    )
    (paper,) = Path("out").glob("*.md")
    text = paper.read_text(encoding="utf-8")
    assert "Invented programme 2031-2035" in text
    for outcome in sample.outcomes:
        assert f": {outcome}" in text

    # The next round's form is filled with what was reported, sub-areas included.
    almwp(
        *("template", "progress", "--country", "VN", *own),
        *("--from", "plan.json", "-o", "next.xlsx"),
    )
    again = openpyxl.load_workbook("next.xlsx")["Activities"]
    columns = {str(c.value).strip(" *"): c.column or 0 for c in again[1]}
    areas = [again.cell(r, columns["Priority area"]).value for r in range(2, 7)]
    for _, area, _ in sample.rows:
        assert any(area.split()[-1] in str(words) for words in areas), area


def test_a_framework_workbook_of_five_levels_goes_through_the_template(
    almwp: Almwp,
) -> None:
    write_matrix(FIVE.matrix)
    almwp(
        *("frameworks", "import", "matrix.xlsx", "--id", "INVENTED-2031-2035"),
        *("--title", "Invented programme", "--period", "2031-2035"),
        *("--source", "https://example.org/invented", "-o", "mine.toml"),
    )
    almwp("template", "framework", "--framework", "mine.toml", "-o", "form.xlsx")
    almwp("frameworks", "import", "form.xlsx", "-o", "again.toml")
    first = almwp("frameworks", "mine.toml", "--format", "json")
    assert almwp("frameworks", "again.toml", "--format", "json") == first
