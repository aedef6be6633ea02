"""The meeting that a call names, and the days that its files give it."""

import pytest

from almwp.errors import CallError
from almwp.model.ids import CountryCode
from almwp.model.meeting import MeetingFacts
from almwp.model.moment import Moment
from almwp.model.submission import Submission
from almwp.workflow.meetingwanted import meeting_wanted


def sent(start: str, end: str = "") -> Submission:
    facts = MeetingFacts(
        number=25,
        start=Moment.parse(start),
        end=Moment.parse(end) if end else None,
    )
    return Submission(
        file="vn.xlsx",
        sha256="a" * 64,
        country=CountryCode("VN"),
        meeting="SLOM 25",
        meeting_facts=facts,
    )


def test_a_meeting_does_not_end_before_it_begins() -> None:
    with pytest.raises(CallError, match="would end on 2029-05-01, before it begins"):
        meeting_wanted("SLOM 25", None, [sent("2029-05-03", "2029-05-01")], None)


def test_a_date_of_the_call_does_not_overrule_the_files_in_silence() -> None:
    day = Moment.parse("2029-06-01")
    with pytest.raises(CallError, match="say that SLOM 25 begins on 2029-05-03"):
        meeting_wanted("SLOM 25", day, [sent("2029-05-03")], None)


@pytest.mark.parametrize("day", [None, "2029-05-03", "2029-05", "2029"])
def test_a_date_that_agrees_is_no_contradiction(day: str | None) -> None:
    given = Moment.parse(day) if day else None
    meeting = meeting_wanted(
        "SLOM 25", given, [sent("2029-05-03", "2029-05-04")], CountryCode("VN")
    )
    assert meeting.start == (given or Moment.parse("2029-05-03"))
    assert meeting.number == 25
