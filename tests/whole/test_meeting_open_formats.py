"""Nothing internal is in a data package, IATI or Parquet file for the meeting."""

import io
import zipfile
from pathlib import Path

import pytest
from pyarrow import parquet

from almwp.model.position import Audience
from almwp.model.workplan import WorkPlan
from almwp.workflow.layingout import render_report
from almwp.workflow.reporting import Wanted
from almwp.workflow.session import Session

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMATS = ("datapackage", "iati", "parquet")
KINDS = ("plan", "progress", "position")


@pytest.fixture(scope="module")
def session() -> Session:
    return Session.start()


@pytest.fixture(scope="module")
def plan(session: Session) -> WorkPlan:
    read = session.read([EXAMPLES / "submissions", EXAMPLES / "positions"])
    return session.merge(read.submissions)


def internal_words(plan: WorkPlan) -> set[str]:
    """Return what the senders wrote for themselves, piece by piece, and their files."""
    told = [a.remarks for a in plan.activities]
    told += [o.note for a in plan.activities for o in a.observations]
    told += [e.value for a in plan.activities for e in a.extras]
    for stance in (item for s in plan.submissions for item in s.agenda):
        told += [str(piece.text) for piece in (*stance.reasons, *stance.fallback)]
    lines = {line.strip() for text in told for line in text.splitlines()}
    files = {s.file for s in plan.submissions} | {s.sha256 for s in plan.submissions}
    return {line for line in lines if len(line) > 30} | files


def every_word(content: bytes) -> str:
    """Return all that a file says: Parquet is read, the rest is text."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8")
    words: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            part = archive.read(name)
            words.append(name)
            if name.endswith(".parquet"):
                table = parquet.read_table(io.BytesIO(part))
                words.append(str(table.schema.metadata))
                words += [str(v) for row in table.to_pylist() for v in row.values()]
            else:
                words.append(part.decode("utf-8"))
    return "\n".join(words)


def made(session: Session, plan: WorkPlan, kind: str, audience: Audience) -> list[str]:
    wanted = Wanted(report=kind, country="VN", meeting="slom-21", audience=audience)
    report = session.report(plan, wanted)
    rendered = (render_report(report, name, session.plugins) for name in FORMATS)
    return [every_word(content) for content in rendered]


@pytest.mark.parametrize("kind", KINDS)
def test_the_meeting_reads_nothing_internal(
    kind: str, session: Session, plan: WorkPlan
) -> None:
    leaks = internal_words(plan)
    assert len(leaks) > 20
    for text in made(session, plan, kind, Audience.MEETING):
        assert [words for words in leaks if words in text] == []


def test_the_ministry_reads_where_all_comes_from(
    session: Session, plan: WorkPlan
) -> None:
    files = {row.file for a in plan.activities for row in a.origins}
    assert files
    for text in made(session, plan, "plan", Audience.INTERNAL):
        assert all(file in text for file in files)
