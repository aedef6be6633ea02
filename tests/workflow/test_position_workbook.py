"""A position workbook goes its way from the file, alone or beside progress reports."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from almwp.cli.main import almwp
from almwp.codec import read_plan, write_plan
from almwp.model.position import Audience, Stance
from almwp.workflow.session import Session

Sheets = dict[str, Sequence[Sequence[Any]]]
COVER = [
    ["Country", "Viet Nam"],
    ["Institution", "Ministry of Home Affairs"],
    ["Framework", "ALM WP 2026-2030"],
    ["Meeting", "SLOM 21"],
    ["Version", "draft 2"],
]
AGENDA: list[list[Any]] = [
    ["Item no.", "Agenda item", "Stance", "Talking points", "Fallback", "Audience"],
    ["5", "Draft programme", "support", "we thank\nthe chair", "SECRET", "meeting"],
    ["6", "Dates", "no position", None, None, None],
]
PROPOSALS: list[list[Any]] = [
    ["No.", "Proposal", "Rationale", "Continues", "When"],
    ["P1", "Study of skills", "It is needed", "1", 2027],
]
ASKS = [["Asked of", "Ask or offer", "Ask / offer"], ["ILO", "a trainer", "ask"]]
POSITION: Sheets = {
    "Cover": COVER,
    "Agenda": AGENDA,
    "Proposals": PROPOSALS,
    "Asks": ASKS,
}
PROGRESS: Sheets = {
    "Report": [
        ["Country", "Viet Nam"],
        ["Framework", "ALM WP 2021-2025"],
        ["As of", "2024-06-30"],
        ["No.", "Activity", "Lead country", "Status", "Time frame", "Outcome"],
        ["1", "Job fairs", "VN", "completed", "2023", "1"],
    ]
}


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[[str, Sheets], Path]:
    def make(name: str, sheets: Sheets) -> Path:
        import xlsxwriter

        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            for title, rows in sheets.items():
                sheet = book.add_worksheet(title)
                for number, row in enumerate(rows):
                    sheet.write_row(number, 0, row)
        return path

    return make


Workbook = Callable[[str, Sheets], Path]


def test_a_position_is_read_from_all_its_sheets(
    session: Session, workbook: Workbook
) -> None:
    read = session.read([workbook("position.xlsx", POSITION)])
    (submission,) = read.submissions
    assert submission.findings == ()
    assert (submission.kind, submission.country) == ("position", "VN")
    assert (submission.meeting, submission.version) == ("slom-21", "draft 2")
    first, second = submission.agenda
    assert (first.stance, second.stance) == (Stance.SUPPORT, Stance.NO_POSITION)
    assert [str(p.text) for p in first.talking_points] == ["we thank", "the chair"]
    assert [p.audience for p in first.fallback] == [Audience.INTERNAL]
    (proposal,), (ask,) = submission.proposals, submission.asks
    assert (proposal.framework, proposal.continues) == ("ALM-WP-2026-2030", ("VN:1",))
    assert str(proposal.when) == "2027"
    assert (ask.to.id, str(ask.text.text)) == ("ILO", "a trainer")


def test_what_was_read_is_counted(session: Session, workbook: Workbook) -> None:
    (file,) = session.check([workbook("position.xlsx", POSITION)]).files
    assert file.kind == "position"
    counts = file.counts
    assert (counts.activities, counts.indicators) == (0, 0)
    assert (counts.agenda, counts.proposals) == (2, 1)
    cells = file.cells
    fates = (cells.read, cells.heading, cells.extra, cells.ignored, cells.refused)
    assert sum(fates) == cells.total
    assert (cells.extra, cells.refused) == (0, 0)


def test_a_position_beside_reports_is_not_counted_as_activities(
    session: Session, workbook: Workbook
) -> None:
    report = workbook("progress.xlsx", PROGRESS)
    position = workbook("position.xlsx", POSITION)
    alone = session.merge(session.read([report]).submissions)
    both = session.merge(session.read([position, report]).submissions)
    assert both.activities == alone.activities
    assert both.framework == alone.framework == "ALM-WP-2021-2025"
    assert (both.conflicts, len(both.submissions)) == ((), 2)
    assert session.score(both).lines == session.score(alone).lines


def test_a_saved_plan_keeps_the_position(session: Session, workbook: Workbook) -> None:
    files = [workbook("progress.xlsx", PROGRESS), workbook("p.xlsx", POSITION)]
    plan = session.merge(session.read(files).submissions)
    again, faults = read_plan(write_plan(plan))
    assert (again, faults) == (plan, ())


def test_a_plan_that_was_changed_by_hand_is_refused_with_the_place(
    session: Session, workbook: Workbook, tmp_path: Path
) -> None:
    files = [workbook("progress.xlsx", PROGRESS), workbook("p.xlsx", POSITION)]
    plan = session.merge(session.read(files).submissions)
    changed = json.loads(write_plan(plan))
    changed["plan"]["activities"] = []
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(changed), encoding="utf-8")
    (failure,) = session.read([path]).failures
    assert "plan.activities" in str(failure)
    assert failure.exit_code == 3


@pytest.mark.parametrize("sheets", [POSITION, {"Proposals": PROPOSALS}])
def test_files_without_activities_can_be_merged_but_not_scored(
    workbook: Workbook, tmp_path: Path, sheets: Sheets
) -> None:
    path = workbook("position.xlsx", sheets)
    plan = tmp_path / "plan.json"
    runner = CliRunner()
    merged = runner.invoke(almwp, ["merge", str(path), "-o", str(plan)])
    assert merged.exit_code in (0, 1), merged.output
    assert plan.exists()
    scored = runner.invoke(almwp, ["score", str(path)])
    assert scored.exit_code != 0
    assert scored.stdout == ""
    assert runner.invoke(almwp, ["check", str(path)]).exit_code == merged.exit_code


def test_files_that_differ_on_an_indicator_say_so_at_both_cells(
    session: Session, workbook: Workbook
) -> None:
    above = [["Country", "Viet Nam"], ["Framework", "ALM WP 2021-2025"]]
    headings = ["No.", "Indicator", "Unit", "Reading date", "Reading"]
    paths = [
        workbook(
            name,
            {"Indicators": [*above, headings, ["1", "Jobs", "jobs", "2024", value]]},
        )
        for name, value in (("a.xlsx", 5), ("b.xlsx", 7))
    ]
    checked = session.check(paths)
    found = [
        (Path(file.path).name, f.cell, f.field, f.found)
        for file in checked.files
        for f in file.findings
        if f.code == "ALM501"
    ]
    assert found == [
        ("a.xlsx", "E4", "reading", "5 (2024)"),
        ("b.xlsx", "E4", "reading", "7 (2024)"),
    ]
    said = {f.message for file in checked.files for f in file.findings}
    assert any(text.startswith("Reading of 'Jobs' differs") for text in said)


def test_a_fallback_is_not_in_the_file_made_for_the_meeting(
    session: Session, workbook: Workbook, tmp_path: Path
) -> None:
    paths = [workbook("progress.xlsx", PROGRESS), workbook("p.xlsx", POSITION)]
    call = ["position", *map(str, paths), "--country", "VN", "--meeting", "slom-21"]
    call += ["--audience", "meeting", "--to", "markdown", "-o", str(tmp_path / "out")]
    result = CliRunner().invoke(almwp, call)
    assert result.exit_code in (0, 1), (result.output, result.stderr)
    (made,) = (tmp_path / "out").iterdir()
    told = made.read_text(encoding="utf-8")
    assert "Job fairs" in told
    assert "SECRET" not in told
