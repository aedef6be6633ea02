"""Rules that seldom speak: each speaks once here, of what a person would send."""

from pathlib import Path
from typing import Any

import pytest

from almwp.model.decision import (
    ActivityName,
    Decision,
    DecisionKind,
    UnfitDecision,
    WhyUnfit,
)
from almwp.model.moment import Period
from almwp.model.workplan import WorkPlan
from almwp.workflow.frameworkimport import AboutMatrix, import_framework
from almwp.workflow.mergefindings import decision_findings
from almwp.workflow.session import Session

STORY = Path(__file__).resolve().parents[2] / "examples" / "story"


@pytest.mark.parametrize(
    ("why", "code"),
    [
        (WhyUnfit.NAMES_NOTHING, "ALM514"),
        (WhyUnfit.NAMES_SEVERAL, "ALM515"),
        (WhyUnfit.CONTRADICTED, "ALM518"),
    ],
)
def test_a_decision_that_was_not_applied_says_why(why: WhyUnfit, code: str) -> None:
    decision = Decision(
        kind=DecisionKind.VALUE,
        activities=[ActivityName(id="VN:3", title="Study on labour inspection")],
        field="status",
        about="2025-10-21",
        take="completed",
    )
    plan = WorkPlan(unfit=[UnfitDecision(decision=decision, why=why)])
    (finding,) = decision_findings(plan, "decisions.toml")
    assert (finding.code, finding.at.file) == (code, "decisions.toml")
    assert "Status of VN:3 (2025-10-21)" in finding.message()


def test_a_sheet_without_a_matrix_is_named_with_its_cells(tmp_path: Path) -> None:
    import openpyxl

    book: Any = openpyxl.load_workbook(STORY / "4-programme-2026-2030.xlsx")
    sheet = book.create_sheet("Foreword")
    sheet["A1"], sheet["A2"] = "Foreword by the chair", "We thank all members."
    book.save(tmp_path / "programme.xlsx")
    about = AboutMatrix(id="MADE-2026", title="Made up", period=Period(2026, 2030))
    path = tmp_path / "programme.xlsx"
    imported = import_framework(path, Session.start().reading, about)
    (finding,) = [f for f in imported.findings if f.code == "ALM446"]
    assert finding.at.sheet == "Foreword"
    assert "2 filled cells" in finding.message()
