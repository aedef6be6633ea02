"""What of a prepared position a paper for one audience may hold.

Every piece passes here before a block is made of it or the data of the paper holds it.
The rule itself is :func:`almwp.model.position.is_readable`; nothing else decides.
"""

from collections.abc import Iterable

from attrs import evolve

from almwp.model.activity import PlanReference
from almwp.model.ids import ActivityId
from almwp.model.position import AgendaStance, Ask, Audience, Piece, Proposal
from almwp.plan.preparing import items_of
from almwp_slom.redaction import is_open


def readable_agenda(
    agenda: Iterable[AgendaStance], audience: Audience, known: frozenset[ActivityId]
) -> tuple[AgendaStance, ...]:
    """Return the stances that a paper for *audience* may hold.

    The meeting is not told what the files of one country contradict each other on.

    Args:
        agenda: All stances.
        audience: Who may read the paper.
        known: The activities of the paper.
    """
    items = items_of(agenda)
    if is_open(audience):
        items = tuple(item for item in items if not is_contested(item))
    rows = (row for item in items for row in item if row.is_for(audience))
    return tuple(_stance(row, audience, known) for row in rows)


def is_contested(item: tuple[AgendaStance, ...]) -> bool:
    """Say whether parts say different things of one item."""
    stances = {row.stance for row in item if row.stance}
    asked = {row.asked for row in item if row.asked}
    return len(stances) > 1 or len(asked) > 1


def readable_proposals(
    proposals: Iterable[Proposal], audience: Audience, known: frozenset[ActivityId]
) -> tuple[Proposal, ...]:
    """Return the proposals that a paper for *audience* may hold."""
    rows = (row for row in proposals if row.is_for(audience))
    return tuple(_proposal(row, audience, known) for row in rows)


def readable_asks(asks: Iterable[Ask], audience: Audience) -> tuple[Ask, ...]:
    """Return what a paper for *audience* may ask and offer."""
    found = []
    for ask in asks:
        for piece in readable_pieces([ask.text], audience):
            if audience is not Audience.INTERNAL:
                ask = evolve(ask, extras=())
            if is_open(audience):
                ask = evolve(ask, origins=())
            found.append(evolve(ask, text=piece))
    return tuple(found)


def readable_pieces(pieces: Iterable[Piece], audience: Audience) -> tuple[Piece, ...]:
    """Return the texts that a paper for *audience* may hold."""
    found = tuple(piece for piece in pieces if piece.is_for(audience))
    if not is_open(audience):
        return found
    return tuple(evolve(piece, cleared_by="", origin=None) for piece in found)


def _stance(
    row: AgendaStance, audience: Audience, known: frozenset[ActivityId]
) -> AgendaStance:
    row = evolve(
        row,
        reasons=readable_pieces(row.reasons, audience),
        talking_points=readable_pieces(row.talking_points, audience),
        wording=readable_pieces(row.wording, audience),
        fallback=readable_pieces(row.fallback, audience),
        extras=row.extras if audience is Audience.INTERNAL else (),
    )
    if not is_open(audience):
        return row
    return evolve(
        row,
        reasons=(),
        fallback=(),
        speaker="",
        cleared_by="",
        evidence=tuple(each for each in row.evidence if each in known),
        origin=None,
        origins=(),
    )


def _proposal(
    row: Proposal, audience: Audience, known: frozenset[ActivityId]
) -> Proposal:
    row = evolve(row, rationale=readable_pieces(row.rationale, audience))
    if audience is not Audience.INTERNAL:
        row = evolve(row, remarks="", extras=())
    if not is_open(audience):
        return row
    return evolve(
        row,
        references=tuple(map(_without_words, row.references)),
        cleared_by="",
        continues=tuple(each for each in row.continues if each in known),
        origin=None,
        origins=(),
    )


def _without_words(reference: PlanReference) -> PlanReference:
    return evolve(reference, words="")
