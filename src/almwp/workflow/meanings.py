"""What the words of a call mean: countries, meetings and days."""

from almwp.catalogue.meetings import find_meeting, meetings
from almwp.catalogue.members import find_member, members
from almwp.errors import CallError, UnknownNameError
from almwp.model.folding import fold
from almwp.model.ids import BodyId, MeetingId
from almwp.model.meeting import Meeting
from almwp.model.member import Member
from almwp.model.moment import Moment
from almwp.model.source import Basis
from almwp.workflow.oneorseveral import AsOf, moment_of


def country_of(words: str) -> Member:
    """Return the member state that *words* name.

    Raises:
        UnknownNameError: They name none.
    """
    member = find_member(str(words))
    if member is None:
        raise UnknownNameError("country", str(words), tuple(m.iso2 for m in members()))
    return member


def meeting_of(words: str, day: Moment | None = None) -> Meeting:
    """Return the meeting that *words* name; with a date, one that is not known yet.

    Raises:
        UnknownNameError: They name no known meeting, and no date was given.
        CallError: The meeting is known, and begins on another day.
    """
    meeting = find_meeting(words)
    if meeting and day not in (None, meeting.start):
        raise CallError(
            "{meeting} is known to begin on {known}; leave --date out",
            meeting=meeting.id,
            known=meeting.start,
        )
    if meeting:
        return meeting
    if day is None:
        known = tuple(m.id for m in meetings() if m.body == "SLOM")
        sentence = "or any name with --date"
        raise UnknownNameError("meeting", words, known, sentence)
    slug = "-".join(fold(words).split())
    if not slug:
        raise CallError("the meeting has no name; write for instance --meeting slom-21")
    return Meeting(
        id=MeetingId(slug),
        body=BodyId("SLOM"),
        name=words,
        start=day,
        basis=Basis.REPORTED,
        note="as named by the user",
    )


def as_of_from(words: AsOf) -> Moment:
    """Return the day that *words* mean: a date of any precision, or a meeting.

    Raises:
        CallError: They mean neither.
    """
    if not isinstance(words, str):
        return moment_of(words)
    try:
        return Moment.parse(words)
    except ValueError:
        meeting = find_meeting(words)
    if meeting is None:
        raise CallError(
            "'{words}' is neither a date (2025-10-21) nor a known meeting (slom-20)",
            words=words,
        )
    return meeting.last_day


def day_from(words: AsOf) -> Moment:
    """Return the day, or the longer time, that *words* mean.

    Raises:
        CallError: They are no date.
    """
    if not isinstance(words, str):
        return moment_of(words)
    try:
        return Moment.parse(words)
    except ValueError as error:
        raise CallError("'{date}' is no date such as 2026-11-18", date=words) from error
