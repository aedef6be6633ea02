"""A cell is explained: what became of it, what was understood, what rests on it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from almwp.errors import CallError
from almwp.model.ids import ActivityId
from almwp.model.ledger import Fate
from almwp.workflow.explaining import Explained, explain_in_plan
from almwp.workflow.explainingcells import ExplainedCell
from almwp.workflow.scoring import Scoring
from almwp.workflow.session import Session

MakeWorkbook = Callable[..., Path]
Explain = Callable[[str], Explained]


@pytest.fixture
def explain(session: Session, make_workbook: MakeWorkbook) -> Explain:
    path = make_workbook(
        "vn.xlsx",
        ("1", "Study on skills", "Viet Nam", "completed", "2022"),
        ("2", "Workshop", "Viet Nam", "perhaps", "2023"),
    )
    plan = session.merge(session.read([path]).submissions)
    scoring = Scoring(method="implementation")

    def explained(what: str) -> Explained:
        return explain_in_plan(what, plan, scoring, session.plugins)

    return explained


def only(explained: Explained) -> ExplainedCell:
    (cell,) = explained.cells
    return cell


@pytest.mark.parametrize(
    "what", ["vn.xlsx!Report!D4", "VN.XLSX!d4", "vn.xlsx!report!D4"]
)
def test_a_state_tells_its_activity_and_the_figures_that_rest_on_it(
    explain: Explain, what: str
) -> None:
    cell = only(explain(what))
    assert cell.at == "vn.xlsx!Report!D4"
    assert cell.fate is Fate.READ
    (use,) = cell.uses
    assert (use.field, use.value, use.id) == ("status", "completed", ActivityId("VN:1"))
    assert "programme" in cell.figures


def test_a_refused_cell_tells_the_code_of_the_finding(explain: Explain) -> None:
    cell = only(explain("vn.xlsx!Report!D5"))
    assert cell.fate is Fate.REFUSED
    assert cell.why.startswith("ALM")


def test_a_line_of_the_cover_tells_its_field(explain: Explain) -> None:
    (use,) = only(explain("vn.xlsx!Report!B1")).uses
    assert (use.sheet, use.field, use.value) == ("cover", "country", "VN")


def test_an_empty_cell_is_no_error(explain: Explain) -> None:
    cell = only(explain("vn.xlsx!Report!Z99"))
    assert cell.fate is None
    assert cell.uses == ()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("id.xlsx!Report!A1", "no file named 'id.xlsx' was read (read: vn.xlsx)"),
        ("vn.xlsx!Plan!A1", "vn.xlsx has no sheet named 'Plan' (it has: Report)"),
        ("vn.xlsx!Report", "nothing is named 'vn.xlsx!Report'"),
    ],
)
def test_what_is_not_there_is_said(explain: Explain, what: str, said: str) -> None:
    with pytest.raises(CallError) as refusal:
        explain(what)
    assert said in str(refusal.value)
