"""Whoever waits for long work is told how far it is, and can stop it cleanly."""

from pathlib import Path

import openpyxl
import pytest

import almwp
from almwp.errors import Translate

STOPPED = "the work was stopped before it was done"


def test_reading_counts_the_files(submissions: Path, session: almwp.Session) -> None:
    steps: list[almwp.Step] = []
    read = almwp.read([submissions], on_step=steps.append, session=session)
    total = len(read.files)
    assert [step.done for step in steps] == list(range(total + 1))
    assert {step.total for step in steps} == {total}
    assert [step.what for step in steps] == [*(str(f.path) for f in read.files), ""]
    assert {step.job for step in steps} == {"read"}


def test_an_empty_folder_is_done_at_once(
    tmp_path: Path, session: almwp.Session
) -> None:
    steps: list[almwp.Step] = []
    almwp.read([tmp_path], on_step=steps.append, session=session)
    assert steps == [almwp.Step(job="read", done=0, total=0)]


def test_reading_stops_between_files(submissions: Path, session: almwp.Session) -> None:
    seen: list[str] = []

    def stop(step: almwp.Step) -> None:
        seen.append(step.what)
        if step.done == 1:
            raise almwp.Cancelled

    with pytest.raises(almwp.Cancelled, match=STOPPED):
        almwp.read([submissions], on_step=stop, session=session)
    assert len(seen) == 2


@pytest.fixture
def long_workbook(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1600):
        sheet.append([row, f"words {row}"])
    book.save(tmp_path / "long.xlsx")
    return tmp_path / "long.xlsx"


def test_reading_stops_within_a_long_file(
    long_workbook: Path, session: almwp.Session
) -> None:
    rows: list[int] = []

    def stop(step: almwp.Step) -> None:
        rows.append(step.rows)
        if step.rows >= 1000:
            raise almwp.Cancelled

    with pytest.raises(almwp.Cancelled):
        almwp.read([long_workbook], on_step=stop, session=session)
    assert rows == [0, 500, 1000]


def test_what_else_a_callback_raises_passes_unchanged(
    long_workbook: Path, session: almwp.Session
) -> None:
    def fail(step: almwp.Step) -> None:
        if step.rows:
            raise ZeroDivisionError("mine")

    with pytest.raises(ZeroDivisionError, match="mine"):
        almwp.read([long_workbook], on_step=fail, session=session)


@pytest.mark.parametrize("name", ["position.docx", "plan.json"])
@pytest.mark.parametrize("at", [0, 1])
def test_writing_stops_before_anything_is_written(
    name: str,
    at: int,
    plan: almwp.WorkPlan,
    report: almwp.Report,
    session: almwp.Session,
    tmp_path: Path,
) -> None:
    def stop(step: almwp.Step) -> None:
        if step.done == at:
            raise almwp.Cancelled

    target = tmp_path / name
    target.write_text("older", encoding="utf-8")
    what = plan if name == "plan.json" else report
    with pytest.raises(almwp.Cancelled):
        almwp.write(what, target, on_step=stop, session=session)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert target.read_text(encoding="utf-8") == "older"


def test_a_stopped_work_is_an_error_of_almwp(session: almwp.Session) -> None:
    assert issubclass(almwp.Cancelled, almwp.AlmwpError)
    say: Translate = session.translate("vi")
    assert almwp.Cancelled().message(say) != STOPPED
