"""A position workbook is enough: also for a meeting that nobody knows."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from almwp.errors import NoActivitiesError, UnknownNameError
from almwp.model.moment import Moment
from almwp.model.nationalposition import NationalPosition
from almwp.model.position import Stance
from almwp.model.report import Report
from almwp.testing.papers import words
from almwp.workflow.session import Session

Write = Callable[..., Path]
COVER = (
    ("Country", "Viet Nam"),
    ("Framework", "ALM-WP-2021-2025"),
    ("Meeting", "22nd SLOM"),
    ("Number of the meeting", "22"),
    ("First day of the meeting", "2026-11-18"),
    ("Last day of the meeting", "2026-11-19"),
    ("Place of the meeting", "Bangkok"),
    ("Host of the meeting", "Thailand"),
    ("Chair of the meeting", "Singapore"),
    ("Members of the delegation", "Ms A\nMr B"),
    ("Objectives of participation", "- be heard\n- be asked"),
    ("Version", "3"),
    ("On every page", "Invented"),
)
AGENDA = (
    ("Item no.", "Agenda item", "Asked of the meeting", "Stance"),
    ("4", "Work programme", "adoption", "no position"),
)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(
        name: str,
        cover: Sequence[tuple[str, str]] = COVER,
        agenda: Sequence[Sequence[str]] = AGENDA,
    ) -> Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet("Position")
            for row, line in enumerate((*cover, (), *agenda)):
                sheet.write_row(row, 0, line)
        return path

    return written


def position(session: Session, path: Path, meeting: str = "SLOM 22") -> Report:
    plan = session.merge(session.read([path]).submissions)
    return session.position(plan, country="VN", meeting=meeting)


def test_a_workbook_without_activities_makes_a_position(
    session: Session, write: Write
) -> None:
    report = position(session, write("vn.xlsx"))
    assert isinstance(report.data, NationalPosition)
    (item,) = report.data.agenda
    assert item.stance is Stance.NO_POSITION
    assert "No position" in words(report)
    assert report.notice == "Invented"


def test_the_workbook_describes_a_meeting_that_is_not_known(
    session: Session, write: Write
) -> None:
    report = position(session, write("vn.xlsx"))
    assert isinstance(report.data, NationalPosition)
    meeting = report.data.meeting
    assert (meeting.id, meeting.number, meeting.place) == ("slom-22", 22, "Bangkok")
    assert (meeting.host, meeting.chair) == ("TH", "SG")
    assert (meeting.start, meeting.end) == (
        Moment.parse("2026-11-18"),
        Moment.parse("2026-11-19"),
    )
    assert report.subtitle.startswith("22nd ASEAN Senior Labour Officials Meeting")
    assert len(report.data.members) == 11
    told = words(report)
    for said in ("Thailand", "Singapore", "Ms A\nMr B", "be asked", "3"):
        assert said in told


def test_without_a_first_day_the_meeting_stays_unknown(
    session: Session, write: Write
) -> None:
    cover = [line for line in COVER if not line[0].startswith("First day")]
    with pytest.raises(UnknownNameError):
        position(session, write("vn.xlsx", cover))


def test_what_is_known_of_a_meeting_stays_and_the_other_word_is_told(
    session: Session, write: Write
) -> None:
    cover = [("Country", "Viet Nam"), ("Place of the meeting", "Bangkok")]
    report = position(session, write("vn.xlsx", cover), "slom-21")
    assert isinstance(report.data, NationalPosition)
    assert report.data.meeting.place == "Siem Reap"
    assert "Place of the meeting: Siem Reap / Bangkok" in words(report)


def test_a_country_that_prepared_nothing_has_no_position(
    session: Session, write: Write
) -> None:
    plan = session.merge(session.read([write("vn.xlsx")]).submissions)
    with pytest.raises(NoActivitiesError):
        session.position(plan, country="ID", meeting="slom-21")
