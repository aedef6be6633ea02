"""The report kind ``plan``: the plan for other programs, as far as readers may see."""

import datetime
from pathlib import Path

import pytest
from attrs import evolve

from almwp.model.activity import Activity
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.score import Scorecard
from almwp.model.source import Source
from almwp.model.workplan import WorkPlan
from almwp.testing.sampleindicators import sample_indicator, sample_reading
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
INDICATOR = evolve(
    sample_indicator(sample_reading("2024", 50)),
    remarks="for ourselves",
    sources=[Source(address="our own records"), Source(address="https://example.org")],
)


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture(scope="module")
def plan(session: Session) -> WorkPlan:
    read = session.read([EXAMPLES / "submissions", EXAMPLES / "positions"])
    merged = session.merge(read.submissions)
    return evolve(merged, indicators=[INDICATOR])


def made(session: Session, plan: WorkPlan, audience: Audience) -> Report:
    return session.report(plan, Wanted(report="plan", audience=audience))


def data_of(report: Report) -> WorkPlan:
    assert isinstance(report.data, WorkPlan)
    return report.data


@pytest.mark.parametrize("audience", list(Audience))
def test_it_holds_the_plan_and_its_scores(
    audience: Audience, session: Session, plan: WorkPlan
) -> None:
    report = made(session, plan, audience)
    held = {activity.id for activity in data_of(report).activities}
    assert held
    if audience is not Audience.MEETING:  # whose ids are the numbers of the paper
        assert held <= {activity.id for activity in plan.activities}
    assert isinstance(report.scorecard, Scorecard)
    assert report.scorecard.lines
    progress = session.report(plan, Wanted(report="progress", audience=audience))
    assert report.scorecard == progress.data
    assert report.blocks[: len(progress.blocks)] == progress.blocks


def test_the_ministry_has_submissions_findings_and_origins(
    session: Session, plan: WorkPlan
) -> None:
    data = data_of(made(session, plan, Audience.INTERNAL))
    assert [s.file for s in data.submissions] == [s.file for s in plan.submissions]
    assert any(s.findings for s in data.submissions)
    assert all(activity.origins for activity in data.activities)


@pytest.mark.parametrize("audience", list(Audience))
def test_what_a_country_prepared_for_a_meeting_is_never_in_it(
    audience: Audience, session: Session, plan: WorkPlan
) -> None:
    assert any(s.agenda for s in plan.submissions)
    for submission in data_of(made(session, plan, audience)).sent:
        prepared = (submission.agenda, submission.proposals, submission.asks)
        assert prepared == ((), (), ())
        assert (submission.objectives, submission.delegation) == ((), ())


def test_the_delegation_reads_activities_alone(
    session: Session, plan: WorkPlan
) -> None:
    data = data_of(made(session, plan, Audience.DELEGATION))
    assert data.activities
    assert (data.sent, data.conflicts, data.decisions) == ((), (), ())
    assert data.indicators == ()
    assert all(a.remarks == a.budget == "" for a in data.activities)


def test_the_meeting_reads_what_is_open_and_no_file(
    session: Session, plan: WorkPlan
) -> None:
    data = data_of(made(session, plan, Audience.MEETING))
    assert (data.sent, data.conflicts, data.decisions) == ((), (), ())
    for activity in data.activities:
        assert activity.remarks == activity.budget == activity.number == ""
        kept_back = (activity.origins, activity.extras, activity.partners)
        assert kept_back == ((), (), ())
    assert data.indicators == ()


def test_it_speaks_vietnamese(session: Session, plan: WorkPlan) -> None:
    report = session.report(plan, Wanted(report="plan", language="vi"))
    assert report.title == "Hoạt động, chỉ số và kết quả tính toán"


def test_states_are_told_as_of_the_day_that_was_asked_for(
    session: Session, plan: WorkPlan
) -> None:
    from almwp.workflow.scoring import scoring_of
    from almwp.workflow.unsaid import METHOD

    scoring = scoring_of(METHOD, ("outcome",), "2022", None)
    report = session.report(plan, Wanted(report="plan", scoring=scoring))
    assert report.scorecard is not None
    assert report.scorecard.as_of is not None
    assert report.scorecard.as_of.end == datetime.date(2022, 12, 31)
    every: tuple[Activity, ...] = data_of(report).activities
    assert every
