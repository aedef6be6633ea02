"""Forms with last round's rows: in the order in which they came, with their numbers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from almwp.errors import CallError
from almwp.findings.rule import Severity
from almwp.intake.form import Form
from almwp.model.activity import PlanReference
from almwp.model.ids import CountryCode, FrameworkId, NodeId
from almwp.model.submission import Submission
from almwp.workflow.session import Session
from almwp.workflow.templates import WantedTemplate

PROGRAMME = "ALM-WP-2021-2025"
HEADINGS = ["No.", "Title", "Outcome", "Lead", "Status"]
Row = list[Any]
Send = Callable[..., Submission]


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture
def send(session: Session, tmp_path: Path) -> Send:
    """Return a function that reads rows as the file of a country."""

    def read(*rows: Row, country: str = "VN", name: str = "vn.xlsx") -> Submission:
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        lines: list[Row] = [["Country", country]] if country else []
        for row in (*lines, ["Work programme", PROGRAMME], HEADINGS, *rows):
            sheet.append(row)
        book.save(tmp_path / name)
        (submission,) = session.read([tmp_path / name]).submissions
        return submission

    return read


@pytest.fixture
def again(session: Session, tmp_path: Path) -> Callable[[Form], Submission]:
    """Return a function that writes a form and reads it."""

    def write_and_read(form: Form) -> Submission:
        path = tmp_path / "form.xlsx"
        path.unlink(missing_ok=True)
        session.write_form(form, path)
        (submission,) = session.read([path]).submissions
        return submission

    return write_and_read


def form_of(session: Session, *sent: Submission, **wanted: Any) -> Form:
    asked = WantedTemplate(kind="progress", country="VN", submissions=sent)
    return session.template(evolve(asked, **wanted))


def titles_in(form: Form) -> list[str]:
    (table, *_) = form.tables
    keys = [field.key for field in table.columns]
    places = [keys.index(key) for key in keys if key.startswith("title")]
    return [next(str(row[p]) for p in places if row[p]) for row in table.rows]


def told(submission: Submission) -> list[tuple[str, str, str]]:
    return [(a.id, a.number, str(a.title)) for a in submission.activities]


def errors(submission: Submission) -> list[str]:
    return [f.code for f in submission.findings if f.severity is Severity.ERROR]


@st.composite
def numbered(draw: st.DrawFn) -> list[Row]:
    """Draw rows in sections, each of which may count from 1 again."""
    rows: list[Row] = []
    count, is_counted = 0, draw(st.booleans())
    for outcome in draw(st.permutations([1, 2, 3]))[: draw(st.integers(1, 3))]:
        rows.append([f"Outcome {outcome}"])
        count = 0 if draw(st.booleans()) else count
        for _ in range(draw(st.integers(1, 3))):
            count += 1
            number = count if is_counted or draw(st.booleans()) else None
            rows.append([number, f"Việc {chr(65 + len(rows))} {len(rows)}"])
    return rows


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=numbered())
def test_rows_come_back_in_their_order_with_their_ids(
    rows: list[Row], session: Session, send: Send, again: Callable[[Form], Submission]
) -> None:
    sent = send(*rows)
    back = again(form_of(session, sent))
    assert [(i, title) for i, _, title in told(back)] == [
        (i, title) for i, _, title in told(sent)
    ]
    assert errors(back) == []


def test_numbers_that_begin_again_with_each_outcome_stay(
    session: Session, send: Send, again: Callable[[Form], Submission]
) -> None:
    rows = [["Outcome 1"], [1, "A"], [2, "B"], ["Outcome 2"], [1, "C"], [2, "D"]]
    sent = send(*rows)
    form = form_of(session, sent)
    assert told(again(form)) == told(sent)
    assert [number for _, number, _ in told(sent)] == ["1", "2", "1", "2"]
    assert form.unnumbered == 0


def test_numbers_of_two_outcomes_may_begin_again_in_a_column_of_outcomes(
    send: Send,
) -> None:
    sent = send([1, "A", 1], [2, "B", 1], [1, "C", 2], [2, "D", 2])
    assert [f.code for f in sent.findings if f.code != "ALM308"] == ["ALM305"]


def test_a_number_that_stands_twice_in_one_outcome_is_still_an_error(
    send: Send,
) -> None:
    assert errors(send([1, "A", 1], [2, "B", 1], [2, "C", 1])) == ["ALM301"]


def test_numbers_that_would_be_those_of_other_rows_are_left_blank_and_counted(
    session: Session, send: Send, again: Callable[[Form], Submission]
) -> None:
    rows = [["Outcome 1"], [1, "A"], ["Outcome 2"], [1, "B"], [2, "C"]]
    sent = send(*rows)
    kept = evolve(sent, activities=[sent.activities[n] for n in (0, 2)])
    form = form_of(session, kept)
    back = again(form)
    assert [i for i, _, _ in told(back)] == [i for i, _, _ in told(kept)]
    assert form.unnumbered == 2


def test_rows_of_several_files_stand_in_the_order_of_the_files(
    session: Session, send: Send
) -> None:
    one = send([None, "Zeta"], [None, "Alpha"], name="one.xlsx")
    two = send(
        [None, "Mid"], [None, "Zeta"], [None, "Omega"], [None, "Beta"], name="two.xlsx"
    )
    assert titles_in(form_of(session, one, two)) == [
        "Zeta",
        "Alpha",
        "Mid",
        "Omega",
        "Beta",
    ]


def test_of_a_file_that_nobody_signed_what_no_other_leads_is_filled_in(
    session: Session, send: Send
) -> None:
    sent = send(
        [1, "A", None, "Viet Nam"],
        [2, "B", None, None],
        [3, "C", None, "Thailand"],
        [4, "D", None, "Department of Employment"],
        country="",
    )
    assert sent.country is None
    assert titles_in(form_of(session, sent)) == ["A", "B", "D"]
    signed = evolve(sent, country=CountryCode("LA"))
    assert titles_in(form_of(session, signed)) == ["A"]


def test_files_of_several_programmes_need_a_choice(
    session: Session, send: Send
) -> None:
    one = send([1, "A", 1])
    two = evolve(one, sha256="f" * 64, framework=FrameworkId("OSHNET-WP-2021-2025"))
    with pytest.raises(CallError, match="--framework"):
        form_of(session, one, two)
    lines = form_of(session, one, two, framework=PROGRAMME).lines
    assert any("2021-2025" in str(line.value) for line in lines)


def test_a_part_of_another_plan_stands_in_the_column_of_plans(
    session: Session, again: Callable[[Form], Submission]
) -> None:
    examples = Path(__file__).parents[2] / "examples" / "submissions"
    sent = session.read([examples]).submissions
    form = form_of(session, *sent, country=None, framework=PROGRAMME)
    (table, *_) = form.tables
    place = [field.key for field in table.columns].index("plan")
    written = {row[place] for row in table.rows} - {None, ""}
    assert "ASEAN-OSHNET Work Plan 2021-2025: 2" in written
    assert not any("OSHNET" in lost.value for lost in form.left_out)
    named = {
        (r.framework, r.node) for a in again(form).activities for r in a.references
    }
    assert ("OSHNET-WP-2021-2025", "2") in named


def test_what_has_no_column_is_said_in_words(session: Session) -> None:
    examples = Path(__file__).parents[2] / "examples" / "submissions"
    first, *_ = session.read([examples]).submissions
    unknown = PlanReference(framework=FrameworkId("LA-PLAN"), node=NodeId("x"))
    activity, *_ = first.activities
    odd = evolve(activity, references=(*activity.references, unknown))
    sent = evolve(first, activities=(odd,))
    form = form_of(session, sent, country=None, framework=PROGRAMME)
    assert "LA-PLAN: x" in [lost.value for lost in form.left_out]
