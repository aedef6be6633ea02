"""The promises that the main job keeps, each shown on the example submissions."""

import hashlib
from pathlib import Path

import openpyxl
import pytest

from almwp.cli.main import run
from almwp.model.absence import Absence
from almwp.model.score import ScopeKind
from almwp.model.source import Basis
from almwp.workflow.session import Session

ROOT = Path(__file__).resolve().parents[2]
SUBMISSIONS = ROOT / "examples" / "submissions"


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


def test_promise_1_every_cell_has_one_fate_and_a_reason(session: Session) -> None:
    for submission in session.read([SUBMISSIONS]).submissions:
        for entry in submission.ledger.entries:
            assert entry.why, f"{submission.file} {entry.sheet} {entry.cells}"


def test_promise_2_what_is_ambiguous_is_asked(session: Session, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (
        ["Country: Malaysia"],
        ["Work programme: ALM WP 2021-2025"],
        ["No.", "Activity", "Status", "Status as of", "Progress (%)"],
        ["1", "Job fairs", "Completed", "06/07/2024", 0.6],
    ):
        sheet.append(row)
    path = tmp_path / "my.xlsx"
    workbook.save(path)
    (submission,) = session.read([path]).submissions
    asked = {f.code: (f.at.cell, f.suggestions) for f in submission.findings}
    assert asked["ALM205"] == ("D4", ("2024-07-06", "2024-06-07"))
    assert asked["ALM207"] == ("E4", ("0.6%", "60%"))
    (observation,) = submission.activities[0].observations
    assert observation.as_of is None
    assert observation.percent is Absence.BLANK


def test_promise_3_every_state_in_a_score_leads_to_the_cell_that_tells_it(
    session: Session,
) -> None:
    plan = session.merge(session.read([SUBMISSIONS]).submissions)
    card = session.score(plan, by=["outcome", "country"])
    books = {
        path.name: openpyxl.load_workbook(path) for path in SUBMISSIONS.glob("*.xlsx")
    }
    words = set()
    for line in card.lines:
        assert len(line.score.parts) == line.score.total
        for part in line.score.parts:
            assert part.reason
            if isinstance(part.value, Absence):
                continue
            origin = part.origin
            assert origin is not None, part.id
            cell = books[origin.file][origin.sheet][origin.cell]
            words.add(str(cell.value))
    assert {
        "Completed",
        "Hoàn thành",
        "sudah dilaksanakan",
        "2022 [COMPLETED]",
    } <= words


def test_promise_4_what_is_inferred_is_never_shown_as_a_fact(
    session: Session, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = session.merge(session.read([SUBMISSIONS]).submissions)
    card = session.score(plan)
    outcomes = [
        x for x in card.lines if x.scope.kind is ScopeKind.OUTCOME and x.scope.id
    ]
    assert outcomes
    assert {line.scope.basis for line in outcomes} == {Basis.INFERRED}
    assert run(["score", str(SUBMISSIONS)]) == 0
    printed = capsys.readouterr().out
    # Each outcome has its mark wherever its line is told, and one line says why.
    for line in outcomes:
        rows = (row for row in printed.splitlines() if row.startswith("outcome"))
        told = [row for row in rows if row.split()[1] == line.scope.id]
        assert told
        assert all("(*)" in row for row in told)
    assert "by inference only" in printed
    paper = session.render(
        session.position(plan, country="VN", meeting="slom-21"), "markdown"
    ).decode()
    assert "it was inferred" in paper


def test_promise_6_the_delegates_own_file_is_left_as_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "vn.xlsx"
    own.write_bytes((SUBMISSIONS / "vn-bao-cao-slom21.xlsx").read_bytes())
    before = hashlib.sha256(own.read_bytes()).hexdigest(), own.stat().st_mtime_ns
    run(["check", str(own), "--cross-read", "--ledger"])
    run(["score", str(own)])
    call = ["position", str(own), "--country", "VN", "--meeting", "slom-21"]
    run([*call, "-o", str(tmp_path)])
    assert before == (
        hashlib.sha256(own.read_bytes()).hexdigest(),
        own.stat().st_mtime_ns,
    )
    assert capsys.readouterr().err == ""
