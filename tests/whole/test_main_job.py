"""Workbook in, Word out: the main job as a delegate runs it."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from docx import Document

from almwp.cli.main import run
from almwp.workflow.session import Session

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = ROOT / "examples" / "submissions"
WORKBOOKS = sorted(SUBMISSIONS.glob("*.xlsx"))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


def words_of_word(path: Path) -> str:
    document = Document(str(path))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def check_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    run(["check", *arguments, "--format", "json"])
    printed: dict[str, Any] = json.loads(capsys.readouterr().out)
    return printed


def filled_cells(workbook: Path) -> int:
    """Count the filled cells of a workbook in its XML, without our own reader."""
    count = 0
    with zipfile.ZipFile(workbook) as parts:
        for name in parts.namelist():
            if name.startswith("xl/worksheets/sheet"):
                for cell in ElementTree.fromstring(parts.read(name)).iter(f"{MAIN}c"):
                    value, formula = cell.find(f"{MAIN}v"), cell.find(f"{MAIN}f")
                    inline = "".join(cell.itertext())
                    has_value = value is not None and value.text
                    count += bool(has_value or formula is not None or inline)
    return count


def test_the_first_command_of_the_readme_leaves_a_word_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = next(
        line
        for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
        if "almwp position" in line and "pip install" in line
    )
    arguments = line.rpartition("almwp ")[2].split()
    arguments[1] = str(ROOT / arguments[1])
    assert run([*arguments, "-o", str(tmp_path)]) == 0
    written = Path(capsys.readouterr().out.strip())
    assert written == tmp_path / "position-VN-slom-21.docx"
    words = words_of_word(written)
    assert "Ministry of Home Affairs" in words
    assert "16 August 2023" in words


def test_every_own_activity_is_in_the_paper_with_state_and_source(
    session: Session, tmp_path: Path
) -> None:
    plan = session.merge(session.read([SUBMISSIONS]).submissions)
    report = session.position(plan, country="VN", meeting="slom-21")
    (path,) = session.write(report, ["docx"], tmp_path, "position")
    words = words_of_word(path)
    own = [activity for activity in plan.activities if activity.is_led_by("VN")]  # type: ignore[arg-type]
    assert len(own) == 9
    for activity in own:
        assert str(activity.title) in words
        for source in activity.sources:
            assert source.address in words


@pytest.mark.parametrize("workbook", WORKBOOKS, ids=lambda path: path.name)
def test_every_filled_cell_of_a_workbook_is_accounted_for(
    workbook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = check_json(capsys, str(workbook))["files"]
    cells = file["cells"]
    assert cells["total"] == filled_cells(workbook)
    assert cells["total"] == sum(n for fate, n in cells.items() if fate != "total")
    # The published table of projects does not say of which day its states are.
    said = [f["code"] for f in file["findings"] if f["severity"] != "note"]
    assert said == (["ALM128"] if workbook.stem.startswith("oshnet") else [])


def test_the_numbers_of_the_json_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    files = check_json(capsys, str(SUBMISSIONS), "--ledger")["files"]
    assert [Path(file["path"]).name for file in files] == [w.name for w in WORKBOOKS]
    for file in files:
        by_fate = dict.fromkeys(("read", "heading", "extra", "ignored", "refused"), 0)
        for entry in file["ledger"]:
            by_fate[entry["fate"]] += entry["count"]
        assert by_fate == {k: n for k, n in file["cells"].items() if k != "total"}


def test_the_second_reader_agrees_on_every_cell(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for file in check_json(capsys, str(SUBMISSIONS), "--cross-read")["files"]:
        assert not [f["code"] for f in file["findings"] if f["code"].startswith("XL3")]


def test_a_published_figure_is_reproduced_with_what_is_not_known(
    capsys: pytest.CaptureFixture[str],
) -> None:
    call = ["score", "--published", "SLOM-WG-WP-2021-2025"]
    assert run([*call, "--format", "json"]) == 0
    card = json.loads(capsys.readouterr().out)
    score = card["lines"][0]["score"]
    assert (score["value"], score["low"], score["high"]) == ("6/31", "6/31", "26/31")
    assert (score["known"], score["total"]) == (11, 31)
    assert card["remarks"][0]["basis"] == "inferred"
    assert run(call) == 0
    printed = capsys.readouterr().out
    assert "6 of 31" in printed
    assert "6 to 26 of 31" in printed
    assert "11 of 31" in printed
    assert "inferred" in printed


def test_the_draft_says_that_it_is_one_and_invents_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["frameworks", "ALM-WP-2026-2030"]) == 0
    printed = capsys.readouterr().out
    assert "DRAFT" in printed
    assert "(outcome)" not in printed
    assert "(priority area)" not in printed
    assert printed.count("Not adopted") >= 6


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_same_input_gives_the_same_bytes(
    session: Session, tmp_path: Path, language: str
) -> None:
    written: list[list[bytes]] = []
    for order in (WORKBOOKS, WORKBOOKS[::-1]):
        plan = session.merge(session.read(order).submissions)
        report = session.position(
            plan, country="VN", meeting="slom-21", language=language
        )
        paths = session.write(
            report, ["docx", "markdown"], tmp_path, f"p{len(written)}"
        )
        written.append([path.read_bytes() for path in paths])
    assert written[0] == written[1]


def test_a_changed_cell_changes_the_paper(session: Session, tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(SUBMISSIONS / "ph-report-slom21.xlsx")
    sheet = workbook["SLOM 21"]
    found = [c for row in sheet.iter_rows() for c in row if c.value == "Planned"]
    found[0].value = "Completed"
    workbook.save(tmp_path / "ph.xlsx")

    def completed(path: Path) -> int:
        plan = session.merge(session.read([path]).submissions)
        report = session.position(plan, country="PH", meeting="slom-21")
        text = session.render(report, "markdown").decode()
        own, _, _ = text.partition("## Annex: Full table of activities")
        return own.count("Completed<br>")

    before = completed(SUBMISSIONS / "ph-report-slom21.xlsx")
    assert completed(tmp_path / "ph.xlsx") == before + 1


def test_a_saved_plan_gives_the_same_paper(
    session: Session, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = tmp_path / "plan.json"
    assert run(["merge", str(SUBMISSIONS), "-o", str(saved)]) == 0
    direct = session.merge(session.read([SUBMISSIONS]).submissions)
    again = session.merge(session.read([saved]).submissions)
    assert again == direct


def test_the_meeting_gets_nothing_that_is_internal(
    session: Session, tmp_path: Path
) -> None:
    workbook = openpyxl.load_workbook(SUBMISSIONS / "vn-bao-cao-slom21.xlsx")
    sheet = workbook["Tình hình thực hiện"]
    (head,) = (c for row in sheet.iter_rows() for c in row if c.value == "Ghi chú")
    marked = 0
    for row in range(head.row + 1, sheet.max_row + 1):
        cell = sheet.cell(row, head.column)
        if cell.value:
            cell.value, marked = "MARKER-5b1d", marked + 1
    workbook.save(tmp_path / "marked.xlsx")
    plan = session.merge(session.read([tmp_path / "marked.xlsx"]).submissions)
    assert marked
    for audience, expected in (("internal", True), ("meeting", False)):
        report = session.position(
            plan,
            country="VN",
            meeting="slom-21",
            audience=audience,
        )
        word = session.render(report, "docx")
        with zipfile.ZipFile(io.BytesIO(word)) as parts:
            everything = b"".join(parts.read(name) for name in parts.namelist())
        assert (b"MARKER-5b1d" in everything) is expected


def test_activities_of_another_programme_are_said_and_not_told(
    session: Session, tmp_path: Path
) -> None:
    for year, title in (("2021-2025", "Study on wages"), ("2026-2030", "New study")):
        workbook = openpyxl.Workbook()
        sheet = workbook.active
        assert sheet is not None
        for row in (
            ["Country: Viet Nam"],
            [f"Work programme: ALM Work Programme {year}"],
            ["No.", "Activity", "Lead", "Status"],
            [1, title, "Viet Nam", "Completed"],
        ):
            sheet.append(row)
        workbook.save(tmp_path / f"{year}.xlsx")
    plan = session.merge(session.read([tmp_path]).submissions)
    report = session.position(plan, country="VN", meeting="slom-21")
    paper = session.render(report, "markdown").decode()
    assert "Study on wages" in paper
    assert "New study" not in paper
    assert "not told here: 1 (ALM-WP-2026-2030)" in paper
