"""Put together what a country has prepared for a meeting, from its own files."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from attrs import evolve

from almwp.catalogue.meetings import find_meeting, numbered_meeting
from almwp.model.folding import fold
from almwp.model.ids import CountryCode
from almwp.model.meeting import Meeting, MeetingFacts
from almwp.model.position import AgendaStance, Ask, Audience, Piece, Proposal
from almwp.model.prepared import Part, Prepared, Use
from almwp.model.submission import Submission

_DIGITS = re.compile(r"\d{1,9}")

Row = TypeVar("Row", AgendaStance, Proposal, Ask)


def prepare(
    submissions: Iterable[Submission], country: CountryCode, meeting: Meeting | None
) -> Prepared:
    """Return what *country* has prepared for *meeting*.

    Of the files of one ministry the newest version counts, the others are named; the
    parts of several ministries are put together.  Nothing is decided between them.

    Args:
        submissions: All files, also those of other countries.
        country: Whose position it is.
        meeting: For which meeting; None for any.
    """
    sent = tuple(submissions)
    own = [s for s in sent if s.country == country and _is_prepared(s)]
    meant = [s for s in own if meeting is None or is_for_meeting(s, meeting)]
    used = _newest(meant)
    kept = {id(s) for s in used}
    meant_ids = {id(s) for s in meant}
    parts = []
    for one in own:
        use = Use.OLDER if id(one) in meant_ids else Use.OTHER_MEETING
        parts.append(_part(one, Use.USED if id(one) in kept else use))
    proposals = _each_once(p for s in used for p in s.proposals)
    ours = [p for p in proposals if p.proposed_by in (None, country)]
    joined = [p for p in proposals if p.proposed_by not in (None, country)]
    return Prepared(
        agenda=_by_item(_each_once(a for s in used for a in s.agenda)),
        proposals=ours,
        joined=(*joined, *_naming(sent, country, joined)),
        asks=_each_once(a for s in used for a in s.asks),
        objectives=_objectives(used),
        delegation=tuple(dict.fromkeys(d for s in used for d in s.delegation)),
        version=", ".join(dict.fromkeys(s.version for s in used if s.version)),
        notice="\n".join(dict.fromkeys(s.notice for s in used if s.notice)),
        doubts=_doubts(used, meeting),
        parts=parts,
    )


def is_for_meeting(submission: Submission, meeting: Meeting) -> bool:
    """Say whether a file is for *meeting*; one that names none is for any."""
    words = submission.meeting
    if not words:
        return True
    known = find_meeting(words)
    if known is not None:
        return known.id == meeting.id
    number = numbered_meeting(words)
    if number is not None and meeting.number is not None:
        return number == (meeting.body, meeting.number)
    return fold(words) in {fold(meeting.id), fold(meeting.name)}


def facts_of(submissions: Iterable[Submission]) -> MeetingFacts:
    """Return what files say of their meeting; of each fact what is said first."""
    found: dict[str, Any] = {}
    sent = tuple(submissions)
    for key in _FACTS:
        said = (getattr(s.meeting_facts, key) for s in sent)
        found[key] = next((value for value in said if value), None)
    found["place"] = found["place"] or ""
    return MeetingFacts(**found)


def _is_prepared(submission: Submission) -> bool:
    records = (submission.agenda, submission.proposals, submission.asks)
    return any(records) or submission.kind == "position"


def _newest(submissions: list[Submission]) -> list[Submission]:
    """Return the newest of each ministry's files of a kind; all that are as new."""
    groups: dict[tuple[str, str], list[Submission]] = defaultdict(list)
    for one in submissions:
        groups[fold(one.institution), one.kind].append(one)
    newest = set()
    for group in groups.values():
        youngest = max(map(_age, group))
        newest |= {id(one) for one in group if _age(one) == youngest}
    return [one for one in submissions if id(one) in newest]


def _age(submission: Submission) -> tuple[tuple[int, ...], date]:
    """Sort by the version, ``2`` before ``10``, and then by the day."""
    version = tuple(int(digits) for digits in _DIGITS.findall(submission.version))
    day = submission.as_of.end if submission.as_of else date.min
    return version, day


def _part(one: Submission, use: Use) -> Part:
    return Part(
        file=one.file,
        sha256=one.sha256,
        institution=one.institution,
        version=one.version,
        as_of=one.as_of,
        meeting=one.meeting,
        use=use,
    )


def _each_once(rows: Iterable[Row]) -> list[Row]:
    """Return *rows*, of those that say the same the first."""
    found: dict[Any, Row] = {}
    for row in rows:
        found.setdefault(_matter(row), row)
    return list(found.values())


def _matter(row: AgendaStance | Proposal | Ask) -> object:
    """Return *row* without the places where it was read."""
    match row:
        case Ask():
            piece = evolve(row.text, origin=None)
            return evolve(row, text=piece, origins=())
        case AgendaStance():
            return evolve(
                row,
                origin=None,
                origins=(),
                reasons=_words(row.reasons),
                talking_points=_words(row.talking_points),
                wording=_words(row.wording),
                fallback=_words(row.fallback),
            )
        case Proposal():
            return evolve(row, origin=None, origins=(), rationale=_words(row.rationale))


def _words(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(evolve(piece, origin=None) for piece in pieces)


def _by_item(rows: Iterable[AgendaStance]) -> tuple[AgendaStance, ...]:
    """Put the stances on one item together, in the order of first mention."""
    items = items_of(rows)
    return tuple(row for item in items for row in item)


def items_of(rows: Iterable[AgendaStance]) -> tuple[tuple[AgendaStance, ...], ...]:
    """Return the stances by item: those of one number, or without one of one title."""
    found: dict[tuple[str, str], list[AgendaStance]] = {}
    for row in rows:
        key = ("number", fold(row.number) or row.number)
        if not row.number:
            key = ("title", fold(str(row.item)) or str(row.item))
        found.setdefault(key, []).append(row)
    return tuple(tuple(same) for same in found.values())


def _objectives(used: Iterable[Submission]) -> tuple[Piece, ...]:
    said = dict.fromkeys(text for one in used for text in one.objectives)
    # Whatever becomes of them they are for the delegation: never for the meeting.
    return tuple(Piece(text=text, audience=Audience.DELEGATION) for text in said)


def _naming(
    sent: Iterable[Submission], country: CountryCode, known: Iterable[Proposal]
) -> list[Proposal]:
    """Return what others lay before the meeting and ask *country* to take part in.

    Of another country's paper only that is for us which it meant for the meeting and
    has cleared.
    """
    told = {(p.proposed_by, fold(str(p.title))) for p in known}
    found = []
    for one in sent:
        for proposal in one.proposals if one.country not in (None, country) else ():
            parties = (*proposal.leads, *proposal.co_leads, *proposal.partners)
            is_named = any(party.is_country(country) for party in parties)
            is_told = (proposal.proposed_by, fold(str(proposal.title))) in told
            if is_named and not is_told and proposal.is_for(Audience.MEETING):
                # What the sender joins is its own business.
                found.append(evolve(proposal, joining=False, view=None))
    return found


_FACTS: dict[str, Callable[[Meeting], object]] = {
    "number": lambda meeting: meeting.number,
    "start": lambda meeting: meeting.start,
    "end": lambda meeting: meeting.last_day,
    "place": lambda meeting: meeting.place,
    "host": lambda meeting: meeting.host,
    "chair": lambda meeting: meeting.chair,
}
"""The facts of a meeting that a cover may say, and what is known of each."""


def _doubts(
    used: Iterable[Submission], meeting: Meeting | None
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each fact on which a file says another thing than a file or we do."""
    doubts = []
    for key, known in _FACTS.items():
        said = [value for s in used if (value := getattr(s.meeting_facts, key))]
        ours = known(meeting) if meeting else None
        values = list(dict.fromkeys(str(v) for v in [ours, *said] if v))
        if len({fold(value) for value in values}) > 1:
            doubts.append((f"meeting_{key}", tuple(values)))
    return tuple(doubts)
