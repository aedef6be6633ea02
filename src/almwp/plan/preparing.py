"""Put together what a country has prepared for a meeting, from its own files."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from attrs import evolve

from almwp.catalogue.meetings import find_meeting, numbered_meeting
from almwp.model.folding import fold
from almwp.model.ids import CountryCode
from almwp.model.meeting import Meeting, MeetingFacts
from almwp.model.opening import opened
from almwp.model.position import AgendaStance, Ask, Audience, Piece, Proposal
from almwp.model.prepared import Part, Prepared, Use
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.plan.coverorigins import said_in
from almwp.plan.holding import doubtful, held_back
from almwp.plan.versions import newest_of

_BEHIND = re.compile(r"\s*[,;:(\u2013\u2014/]|\s+-\s")

Row = TypeVar("Row", AgendaStance, Proposal, Ask)


def prepare(
    submissions: Iterable[Submission], country: CountryCode, meeting: Meeting | None
) -> Prepared:
    """Return what *country* has prepared for *meeting*.

    Of the files of one ministry the newest version counts, where it is surely known,
    and the others are named; the parts of several ministries are put together.
    Nothing is decided between them: what they do not agree on is held back from the
    meeting.

    Args:
        submissions: All files, also those of other countries.
        country: Whose position it is.
        meeting: For which meeting; None for any.
    """
    sent = tuple(submissions)
    own = [s for s in sent if s.country == country and _is_prepared(s)]
    uses = _uses(own, meeting)
    used = [s for s, use in zip(own, uses, strict=True) if use.counts]
    beside = [s for s, use in zip(own, uses, strict=True) if use is Use.UNKNOWN_MEETING]
    parts = [_part(one, use) for one, use in zip(own, uses, strict=True)]
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
        held=held_back(used, beside),
        cells=_cells(used),
    )


def is_for_meeting(submission: Submission, meeting: Meeting) -> bool:
    """Say whether a file is for *meeting*; one that names none is for any."""
    return _is_meant(submission.meeting, meeting) is True


def _is_meant(words: str, meeting: Meeting) -> bool | None:
    """Say whether *words* name *meeting*; None where nobody knows which they name."""
    if not words or fold(words) in {fold(meeting.id), fold(meeting.name)}:
        return True
    # The place or the day may stand behind the name: "SLOM 21, Siem Reap".
    for place in (None, *(mark.start() for mark in _BEHIND.finditer(words))):
        known = find_meeting(words[:place])
        if known is not None:
            return known.id == meeting.id
        number = numbered_meeting(words[:place])
        if number is not None:
            return meeting.number is not None and number == (
                meeting.body,
                meeting.number,
            )
    return None


def _uses(own: Sequence[Submission], meeting: Meeting | None) -> tuple[Use, ...]:
    """Return what becomes of each of the country's files."""
    is_meant = [meeting is None or _is_meant(s.meeting, meeting) for s in own]
    meant = [s for s, is_it in zip(own, is_meant, strict=True) if is_it]
    newest = newest_of(meant)
    unsure = {id(newest[place]) for pair in doubtful(newest) for place in pair}
    kept = {id(s) for s in newest}
    uses = []
    for one, is_it in zip(own, is_meant, strict=True):
        if is_it is None:
            uses.append(Use.UNKNOWN_MEETING)
        elif not is_it:
            uses.append(Use.OTHER_MEETING)
        elif id(one) in unsure:
            uses.append(Use.DOUBTFUL)
        else:
            uses.append(Use.USED if id(one) in kept else Use.OLDER)
    return tuple(uses)


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


def _part(one: Submission, use: Use) -> Part:
    return Part(
        file=one.file,
        sha256=one.sha256,
        institution=one.institution,
        version=one.version,
        as_of=one.as_of,
        meeting=one.meeting,
        use=use,
        origins=_each(said_in(one, key) for key in _OF_A_PART),
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
    said: dict[Text, Origin | None] = {}
    for one in used:
        for text in one.objectives:
            said.setdefault(text, said_in(one, "objectives"))
    # Whatever becomes of them they are for the delegation: never for the meeting.
    return tuple(
        Piece(text=text, audience=Audience.DELEGATION, origin=origin)
        for text, origin in said.items()
    )


_OF_A_PART = ("institution", "version", "as_of", "meeting")
"""What a paper says of a file that it is made from."""
_OF_COVERS = (
    *("institution", "version", "delegation", "notice", "meeting", "meeting_number"),
    *("meeting_start", "meeting_end", "meeting_place", "meeting_host"),
    "meeting_chair",
)
"""Facts of covers that a paper says again."""


def _cells(used: Iterable[Submission]) -> Iterator[tuple[str, tuple[Origin, ...]]]:
    """Give where the covers of the files that count say each of their facts."""
    files = tuple(used)
    for key in _OF_COVERS:
        cells = _each(said_in(one, key) for one in files)
        if cells:
            yield key, cells


def _each(cells: Iterable[Origin | None]) -> tuple[Origin, ...]:
    return tuple(dict.fromkeys(cell for cell in cells if cell))


def _naming(
    sent: Iterable[Submission], country: CountryCode, known: Iterable[Proposal]
) -> list[Proposal]:
    """Return what others lay before the meeting and ask *country* to take part in.

    Of another country's paper only that is for us which it meant for the meeting and
    has cleared, and nothing of it goes to the meeting under our name: nobody here has
    cleared it.
    """
    told = {title for proposal in known for title in _titles(proposal)}
    found = []
    for one in sent:
        for proposal in one.proposals if one.country not in (None, country) else ():
            parties = (*proposal.leads, *proposal.co_leads, *proposal.partners)
            is_named = any(party.is_country(country) for party in parties)
            is_told = not told.isdisjoint(_titles(proposal))
            if is_named and not is_told and proposal.is_for(Audience.MEETING):
                found.append(_ours(proposal))
    return found


def _ours(proposal: Proposal) -> Proposal:
    """Return another country's proposal as our ministry and delegation may see it."""
    laid_open = opened(proposal, Audience.MEETING)
    return evolve(
        laid_open,
        joining=None,  # what the sender joins is its own business
        view=None,
        audience=Audience.DELEGATION,
        origin=proposal.origin,
        origins=proposal.origins,
    )


def _titles(proposal: Proposal) -> tuple[tuple[CountryCode | None, str], ...]:
    """Return by whom and under which titles something is proposed."""
    forms = (fold(form) or form for _, form in proposal.title.forms)
    return tuple((proposal.proposed_by, form) for form in forms)


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
