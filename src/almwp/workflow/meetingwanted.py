"""Which meeting a report is for: known, named in the call, or described in files."""

from collections.abc import Iterable

from attrs import evolve

from almwp.catalogue.meetings import find_meeting, numbered_meeting
from almwp.errors import CallError
from almwp.model.fields import squeeze
from almwp.model.folding import fold
from almwp.model.ids import CountryCode, MeetingId
from almwp.model.meeting import Meeting, MeetingFacts
from almwp.model.moment import Moment
from almwp.model.source import Basis
from almwp.model.submission import Submission
from almwp.plan.preparing import facts_of, is_for_meeting
from almwp.workflow.meanings import meeting_of


def meeting_wanted(
    words: str,
    day: Moment | None,
    submissions: Iterable[Submission],
    country: CountryCode | None,
) -> Meeting:
    """Return the meeting that *words* name.

    A meeting that is not known is made of what the files of the country say of it;
    of one that is known, what the catalogue lacks is taken from there.

    Args:
        words: Its id or its name.
        day: Its first day, where the call says it.
        submissions: Files that may describe it.
        country: Whose files count; None for those of any.

    Raises:
        UnknownNameError: It is not known, and nobody says when it begins.
        CallError: It is known, or its files say, that it begins on another day; or it
            would end before it begins.
    """
    meeting = _meeting_wanted(words, day, submissions, country)
    if meeting.end is not None and meeting.end.end < meeting.start.start:
        raise CallError(
            "{meeting} would end on {end}, before it begins on {start}; correct its "
            "days in the position workbook",
            meeting=words,
            end=meeting.end,
            start=meeting.start,
        )
    return meeting


def _meeting_wanted(
    words: str,
    day: Moment | None,
    submissions: Iterable[Submission],
    country: CountryCode | None,
) -> Meeting:
    own = [s for s in submissions if s.meeting and country in (None, s.country)]
    known = find_meeting(words)
    if known is not None:
        meeting_of(words, day)  # says that it is on another day
        facts = facts_of(s for s in own if is_for_meeting(s, known))
        return _filled(known, facts)
    numbered = numbered_meeting(words)
    facts = facts_of(s for s in own if _is_named(s.meeting, words))
    if day is not None and facts.start is not None and not _agree(day, facts.start):
        raise CallError(
            "the files say that {meeting} begins on {known}; leave --date out, or "
            "correct the files",
            meeting=words,
            known=facts.start,
        )
    meeting = _filled(meeting_of(words, day or facts.start), facts)
    number = facts.number or (numbered[1] if numbered else None)
    if numbered is None or facts == MeetingFacts():
        return evolve(meeting, number=facts.number, number_basis=Basis.REPORTED)
    body = numbered[0]
    return evolve(
        meeting,
        id=MeetingId(f"{fold(body).replace(' ', '-')}-{number}"),
        body=body,
        number=number,
        number_basis=Basis.REPORTED,
        name="",
        note="as described by its files",
    )


def _agree(one: Moment, other: Moment) -> bool:
    """Say whether both can be right, as one is said less precisely."""
    return one.start <= other.end and other.start <= one.end


def _is_named(said: str, words: str) -> bool:
    """Say whether a file and the call name the same meeting."""
    if fold(said) == fold(words) or squeeze(said) == squeeze(words):
        return True
    number = numbered_meeting(words)
    return number is not None and numbered_meeting(said) == number


def _filled(meeting: Meeting, facts: MeetingFacts) -> Meeting:
    """Return *meeting*; what is not known of it is as *facts* say."""
    return evolve(
        meeting,
        end=meeting.end or facts.end,
        place=meeting.place or facts.place,
        host=meeting.host or facts.host,
        chair=meeting.chair or facts.chair,
    )
