"""Two versions are compared on the command line, real workbooks among them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from almwp.workflow.compared import Compared
from almwp.workflow.session import Session
from tests.schemafit import insist_it_fits

Almwp = Callable[..., Any]
HEADINGS = ("No.", "Activity", "Lead", "Budget", "Status", "Progress (%)", "Time frame")
TOPICS = ("garments", "platforms", "inspection", "safe return", "child labour", "heat")
Change = Callable[[list[list[Any]]], object]


def rows() -> list[list[Any]]:
    states = ("Ongoing", "Planned", "Ongoing", "Planned", "Ongoing", "Planned")
    percents = (60, 10, 45, 15, 80, 5)
    years = ("2022", "2024", "2021", "2025", "2023", "2021-2024")
    return [
        [
            place + 1,
            f"Workshop on {topic}",
            "Viet Nam",
            f"USD {2 + place}0500",
            states[place],
            percents[place],
            years[place],
        ]
        for place, topic in enumerate(TOPICS)
    ]


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, Change], Path]:
    """Write a report, changed before it is saved, as openpyxl does."""

    def make(name: str, change: Change = lambda table: None) -> Path:
        import openpyxl

        table = rows()
        change(table)
        book = openpyxl.Workbook()
        sheet = book.create_sheet("Report", 0)
        lines = [["Country: Viet Nam"], ["ALM Work Programme 2021-2025"], HEADINGS]
        for line in [*lines, *table]:
            sheet.append(line)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


def sort_alone(column: int) -> Change:
    def change(table: list[list[Any]]) -> None:
        values = sorted(row[column] for row in table)
        for row, value in zip(table, values, strict=True):
            row[column] = value

    return change


def told(text: str) -> Any:
    plain = json.loads(text)
    insist_it_fits(plain, Compared)
    return plain


def test_a_file_compared_with_itself_is_unchanged(
    almwp: Almwp, submissions: Path
) -> None:
    ended = almwp("compare", submissions, submissions)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[1:] == [
        "activities: 32 -> 32, unchanged: 32",
        "nothing changed",
    ]


def test_a_saved_plan_says_what_its_files_say(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    plan = tmp_path / "plan.json"
    assert almwp("merge", submissions, "-o", plan).code == 0
    for pair in ((plan, submissions), (submissions, plan), (plan, plan)):
        ended = almwp("compare", *pair, "--format", "json")
        assert ended.code == 0
        plain = told(ended.out)
        assert set(plain) == {"old", "new", "counts"}


def test_changes_are_said_in_words_with_both_cells(almwp: Almwp, write: Any) -> None:
    def work(table: list[list[Any]]) -> None:
        table[0][4:7] = ["Completed", 100, "2023"]
        table[1][2] = "Viet Nam, Lao PDR"
        table[2][1] = "WORKSHOP on inspection"
        table[3][4] = "Withdrawn"
        del table[5]
        table.append([7, "Study on night work", "Thailand", "", "Planned", "", "2025"])

    ended = almwp("compare", write("old.xlsx"), write("new.xlsx", work))
    assert (ended.code, ended.err) == (0, "")
    lines = [line.strip() for line in ended.out.splitlines()]
    for line in (
        "Status: ongoing -> completed (old.xlsx!Report!E4 -> new.xlsx!Report!E4)",
        "Progress (%): 60 % -> 100 % (more by 40 percentage points) "
        "(old.xlsx!Report!F4 -> new.xlsx!Report!F4)",
        "Time frame: 2022 -> 2023 (later by a year) "
        "(old.xlsx!Report!G4 -> new.xlsx!Report!G4)",
        "Lead: + Lao PDR (old.xlsx!Report!C5 -> new.xlsx!Report!C5)",
        "VN:7: Study on night work (new.xlsx!Report!B9)",
        "VN:6: Workshop on heat (old.xlsx!Report!B9)",
        "added: 1",
        "no longer listed: 1",
        "reported as withdrawn: 1",
        "revised: 2",
        "only written differently: 1",
    ):
        assert line in lines, line


@pytest.mark.parametrize(("column", "label"), [(5, "Progress (%)"), (6, "Time frame")])
def test_a_column_that_was_sorted_alone_is_told_with_its_cells(
    almwp: Almwp, write: Any, column: int, label: str
) -> None:
    old, new = write("old.xlsx"), write("new.xlsx", sort_alone(column))
    ended = almwp("compare", old, new, "--format", "json")
    assert ended.code == 1
    (suspicion,) = told(ended.out)["suspicions"]
    assert suspicion["code"] == "ALM530"
    assert f"'{label}'" in suspicion["message"]
    assert (suspicion["file"], suspicion["sheet"]) == ("new.xlsx", "Report")
    assert suspicion["cell"].startswith("FG"[column - 5])
    assert "new.xlsx!Report!B" not in ended.out[: ended.out.index("revised")]


def test_percentages_that_no_longer_can_be_read_are_known_as_multiplied(
    almwp: Almwp, write: Any
) -> None:
    def multiply(table: list[list[Any]]) -> None:
        for row in table:
            row[5] *= 100

    ended = almwp("compare", write("old.xlsx"), write("new.xlsx", multiply))
    assert ended.code == 1
    assert "values that were kept out: 6" in ended.err
    assert "'Progress (%)' is 100 times what it was in 6 of 6 rows" in ended.out
    assert "60 % -> '6000', which could not be read" in ended.out


def test_the_examples_with_one_column_sorted_are_told(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    import openpyxl

    old = submissions / "vn-bao-cao-slom21.xlsx"
    book = openpyxl.load_workbook(old)
    sheet = book["Tình hình thực hiện"]
    own = [
        row[13]
        for row in sheet.iter_rows(min_row=13)
        if str(row[0].value).startswith("VN-") and row[13].value
    ]
    values = sorted((cell.value for cell in own), key=str)
    for cell, value in zip(own, values, strict=True):
        cell.value = value
    new = tmp_path / "new.xlsx"
    book.save(new)
    ended = almwp("compare", old, new, "--lang", "vi")
    assert ended.code == 1
    assert "cảnh báo ALM530: 'Tình trạng' dường như đã bị sắp xếp riêng" in ended.out


def test_a_filled_template_with_one_column_sorted_is_told(
    almwp: Almwp, submissions: Path, tmp_path: Path
) -> None:
    import openpyxl

    old, new = tmp_path / "old.xlsx", tmp_path / "new.xlsx"
    made = almwp(
        *("template", "progress", "--country", "VN"),
        *("--from", submissions / "vn-bao-cao-slom21.xlsx", "-o", old),
    )
    assert made.code == 0
    book = openpyxl.load_workbook(old)
    sheet = book["Activities"]
    heading = next(c for c in sheet[1] if c.value == "Time frame")
    cells = [c for c in sheet[heading.column_letter][1:] if c.value is not None]
    values = sorted((cell.value for cell in cells), key=str)
    for cell, value in zip(cells, values, strict=True):
        cell.value = value
    book.save(new)
    ended = almwp("compare", old, new, "--format", "json")
    (suspicion,) = told(ended.out)["suspicions"]
    assert suspicion["code"] == "ALM530"
    assert suspicion["fields"] == ["timeframe"]


def test_the_comparison_is_written_into_a_file_named_for_it(
    almwp: Almwp, write: Any, tmp_path: Path
) -> None:
    old, new = write("old.xlsx"), write("new.xlsx", sort_alone(6))
    path = tmp_path / "changes.json"
    ended = almwp("compare", old, new, "--format", "json", "-o", path)
    assert (ended.code, ended.out) == (1, f"{path}\n")
    assert told(path.read_text(encoding="utf-8"))["suspicions"]
    text = tmp_path / "changes.txt"
    assert almwp("compare", old, new, "-o", text).code == 1
    assert "ALM530" in text.read_text(encoding="utf-8")
    before = new.read_bytes()
    ended = almwp("compare", old, old, "-o", new)
    assert ended.code == 2
    assert "ending in .txt" in ended.err
    assert new.read_bytes() == before


def test_a_file_that_cannot_be_read_ends_the_comparison(
    almwp: Almwp, write: Any, tmp_path: Path
) -> None:
    old = write("old.xlsx")
    ended = almwp("compare", old, tmp_path / "none.xlsx")
    assert (ended.code, ended.out) == (3, "")
    assert "there is no such file" in ended.err
    assert almwp("compare", old).code == 2
    assert almwp("compare", old, old, "--country", "Narnia").code == 2


def test_only_one_country_is_compared_on_demand(
    almwp: Almwp, submissions: Path, write: Any
) -> None:
    ended = almwp("compare", submissions, submissions, "--country", "PH")
    assert "activities: 9 -> 9, unchanged: 9" in ended.out
    ended = almwp("compare", write("o.xlsx"), write("n.xlsx", sort_alone(6)))
    assert ended.code == 1
    ended = almwp("compare", write("o.xlsx"), write("n.xlsx"), "--country", "ID")
    assert ended.code == 0


def test_a_session_compares_paths_and_plans(write: Any) -> None:
    session = Session.start()
    old, new = write("old.xlsx"), write("new.xlsx", sort_alone(6))
    by_path = session.compare(old, str(new))
    assert [s.code for s in by_path.suspicions] == ["ALM530"]
    assert session.compare(old, old).is_empty
    plan = session.merge(session.read([old]).submissions)
    assert session.compare(plan, new).suspicions == by_path.suspicions
    assert session.compare(plan, plan).is_empty
