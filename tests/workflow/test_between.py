"""What is found between files stands in the later file, once at each cell."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from almwp.codec import write_plan
from almwp.workflow.session import Session

MakeWorkbook = Callable[..., Path]
Report = Callable[..., Path]


@pytest.fixture
def report(make_workbook: MakeWorkbook) -> Report:
    """Write a report of one row on job fairs, as of a day."""

    def make(
        name: str, as_of: str, status: str, lead: str = "VN", number: str = "1"
    ) -> Path:
        headings = ("No.", "Activity", "Lead", "Status", "Status as of")
        row = [number, "Job fairs", lead, status, as_of]
        return make_workbook(name, row, headings=headings)

    return make


def said(session: Session, *paths: Path) -> list[tuple[str, str, str | None]]:
    return [
        (Path(file.path).name, finding.code, finding.cell)
        for file in session.check(paths).files
        for finding in file.findings
        if finding.code.startswith("ALM5")
    ]


def test_a_setback_is_said_in_the_later_file_whatever_their_order(
    session: Session, report: Report
) -> None:
    earlier = report("2023.xlsx", "2023-06-30", "completed")
    later = report("2024.xlsx", "2024-06-30", "planned")
    expected = [("2024.xlsx", "ALM503", "D4")]
    assert said(session, earlier, later) == said(session, later, earlier) == expected
    (file,) = (f for f in session.check([earlier, later]).files if "2024" in f.path)
    (found,) = (f for f in file.findings if f.code == "ALM503")
    assert "'completed' as of 2023-06-30 (2023.xlsx!Report!D4)" in found.message


def test_the_earlier_report_may_come_from_a_saved_plan(
    session: Session, report: Report, tmp_path: Path
) -> None:
    earlier = report("2023.xlsx", "2023-06-30", "completed")
    plan = tmp_path / "plan.json"
    saved = session.merge(session.read([earlier]).submissions)
    plan.write_text(write_plan(saved), encoding="utf-8")
    later = report("2024.xlsx", "2024-06-30", "ongoing")
    assert said(session, plan, later) == [("2024.xlsx", "ALM503", "D4")]
    assert said(session, plan) == []


def test_a_setback_between_files_that_are_not_checked_now_is_not_said(
    session: Session, report: Report, tmp_path: Path
) -> None:
    old = [
        report("2022.xlsx", "2022-06-30", "completed"),
        report("2023.xlsx", "2023-06-30", "ongoing"),
    ]
    plan = tmp_path / "plan.json"
    saved = session.merge(session.read(old).submissions)
    plan.write_text(write_plan(saved), encoding="utf-8")
    newest = report("2024.xlsx", "2024-06-30", "completed")
    assert said(session, plan, newest) == []


def test_a_contradiction_of_look_alikes_is_said_once_at_each_cell(
    session: Session, report: Report
) -> None:
    one = report("a.xlsx", "2024-06-30", "ongoing", lead="VN")
    other = report("b.xlsx", "2024-06-30", "ongoing", lead="LA", number="2")
    found = Counter(said(session, one, other))
    assert found == {("a.xlsx", "ALM501", "C4"): 1, ("b.xlsx", "ALM501", "C4"): 1}
