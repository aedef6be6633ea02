"""Nothing of the senders' own remarks, files and cells is in the meeting's file."""

from pathlib import Path

import pytest

from almwp.model.nationalposition import NationalPosition
from almwp.model.position import Audience
from almwp.model.report import Report
from almwp.model.workplan import WorkPlan
from almwp.testing.papers import every_byte
from almwp.workflow.layingout import render_report
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session

SUBMISSIONS = Path(__file__).parents[2] / "examples" / "submissions"
DATA_FORMATS = ("csv", "excel", "json")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture(scope="module")
def plan(session: Session) -> WorkPlan:
    return session.merge(session.read([SUBMISSIONS]).submissions)


def internal_words(plan: WorkPlan) -> set[str]:
    """Return what of a plan the senders wrote for themselves, piece by piece."""
    told = [a.remarks for a in plan.activities]
    told += [o.note for a in plan.activities for o in a.observations]
    told += [e.value for a in plan.activities for e in a.extras]
    lines = {line.strip() for text in told for line in text.splitlines()}
    files = {row.file for a in plan.activities for row in a.origins}
    prints = {row.sha256 for a in plan.activities for row in a.origins}
    return {line for line in lines if len(line) > 30} | files | prints


def made(session: Session, plan: WorkPlan, audience: Audience, report: str) -> Report:
    wanted = Wanted(report=report, country="VN", meeting="slom-21", audience=audience)
    return session.report(plan, wanted)


@pytest.mark.parametrize("kind", ["position", "progress"])
@pytest.mark.parametrize("name", DATA_FORMATS)
def test_the_meeting_reads_nothing_internal(
    name: str, kind: str, session: Session, plan: WorkPlan
) -> None:
    report = made(session, plan, Audience.MEETING, kind)
    content = every_byte(render_report(report, name, session.plugins)).decode()
    assert [words for words in internal_words(plan) if words in content] == []


@pytest.mark.parametrize("name", DATA_FORMATS)
def test_the_ministry_reads_where_all_comes_from(
    name: str, session: Session, plan: WorkPlan
) -> None:
    report = made(session, plan, Audience.INTERNAL, "position")
    content = every_byte(render_report(report, name, session.plugins)).decode()
    assert isinstance(report.data, NationalPosition)
    own = {row.file for a in report.data.own_activities for row in a.origins}
    assert own
    assert all(file in content for file in own)
