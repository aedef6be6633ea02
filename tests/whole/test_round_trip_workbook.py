"""A plan that is exported as a workbook is read again from it, row by row.

What a form cannot hold is listed in ``test_round_trip_progress.py``; the workbook says
how much of it there is.
"""

from pathlib import Path

import openpyxl
import pytest
from attrs import evolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from almwp.model.activity import Observation, Status
from almwp.model.ids import ActivityId
from almwp.model.moment import Moment
from almwp.model.nationalposition import NationalPosition
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp.testing.samples import sample_plan
from almwp.testing.strategies.positions import positions
from almwp.testing.strategies.reported import PROGRAMME, reported, without_places
from almwp.workflow.layingout import render_report
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session

SLOW = settings(
    max_examples=12,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


def written(report: Report, session: Session, path: Path) -> Path:
    path.write_bytes(render_report(report, "excel", session.plugins))
    return path


@SLOW
@given(data=st.data())
@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_plan_is_read_again(
    language: str, data: st.DataObject, session: Session, tmp_path: Path
) -> None:
    count = data.draw(st.integers(1, 4))
    sent = [data.draw(reported(number, language)) for number in range(count)]
    plan = WorkPlan(framework=PROGRAMME, activities=sent)
    report = Report(title="A plan", language=language, data=plan)
    path = written(report, session, tmp_path / "plan.xlsx")
    (read,) = session.read([path]).submissions
    assert [*map(without_places, read.activities)] == [*map(without_places, sent)]
    assert (read.country, read.framework) == ("VN", PROGRAMME)
    assert not any(finding.severity == "error" for finding in read.findings)


def test_each_state_keeps_the_day_as_of_which_it_was_told(
    session: Session, tmp_path: Path
) -> None:
    days = ("2023-06-30", "2024-Q2", "2024", "2024-03")
    first = sample_plan().activities[0]
    sent = [
        evolve(
            first,
            id=ActivityId(f"VN:N{number}"),
            number=f"N{number}",
            observations=[Observation(status=Status.ONGOING, as_of=Moment.parse(day))],
        )
        for number, day in enumerate(days)
    ]
    plan = WorkPlan(framework=PROGRAMME, activities=sent)
    path = written(Report(title="A", data=plan), session, tmp_path / "plan.xlsx")
    (read,) = session.read([path]).submissions
    assert [str(a.observations[0].as_of) for a in read.activities] == list(days)


def test_a_position_is_read_again(session: Session, tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "examples" / "submissions"
    plan = session.merge(session.read([folder]).submissions)
    report = session.report(plan, Wanted(country="VN", meeting="slom-21"))
    assert isinstance(report.data, NationalPosition)
    path = written(report, session, tmp_path / "position.xlsx")
    (read,) = session.read([path]).submissions
    told = (*report.data.own_activities, *report.data.shared_obligations)
    assert {str(a.title) for a in read.activities} == {str(a.title) for a in told}
    assert [f for f in read.findings if f.severity != "note"] == []


@SLOW
@given(position=positions, language=st.sampled_from(["en", "vi"]))
def test_every_position_is_a_workbook_that_can_be_read(
    position: NationalPosition, language: str, session: Session, tmp_path: Path
) -> None:
    report = Report(title="A", language=language, data=position)
    path = written(report, session, tmp_path / "position.xlsx")
    result = session.read([path])
    assert not result.failures


def test_the_meeting_gets_no_form(session: Session, tmp_path: Path) -> None:
    plan = sample_plan()
    names = {}
    for audience in Audience:
        report = Report(title="A", data=plan, audience=audience)
        path = written(report, session, tmp_path / "plan.xlsx")
        names[audience] = openpyxl.load_workbook(path).sheetnames
    assert names[Audience.MEETING] == ["Paper", "Made from"]
    assert set(names[Audience.INTERNAL]) >= {"Cover", "Activities", "almwp lists"}
    assert b"Sample activity" not in b"".join(_parts(tmp_path / "plan.xlsx"))


def _parts(path: Path) -> list[bytes]:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist()]
