"""Put proposals, items of an agenda and asks into rows of a form."""

from collections.abc import Iterable
from itertools import zip_longest

from attrs import evolve

from almwp.intake.choices import Writing
from almwp.intake.gatheringlinks import number_named
from almwp.intake.pieces import text_in_both
from almwp.intake.writeplaces import free_keys, place_of
from almwp.intake.writerow import FilledRow, RowFiller, TextColumns
from almwp.model.activity import PlanReference, RowOrigin
from almwp.model.askrows import AskRow
from almwp.model.ids import ActivityId
from almwp.model.position import AgendaStance, Ask, Audience, Piece, Proposal
from almwp.model.text import UNDETERMINED, Text
from almwp.model.timeframe import Timeframe

_INSIDE = frozenset({"reasons", "fallback"})
"""Texts that are for the ministry alone, whatever the row says of its audience."""


def write_proposal(
    record: Proposal, writing: Writing, texts: TextColumns, /
) -> tuple[FilledRow, ...]:
    """Return the row of a proposal; outcome and area are those of its programme."""
    programme = writing.lexicon.framework(record.framework)
    is_own = writing.framework == programme
    writing = evolve(writing, values=evolve(writing.values, framework=programme))
    filler = RowFiller(writing=writing, about=str(record.title))
    filler.put("number", record.number)
    filler.put_text("title", record.title, texts)
    filler.put("framework", None if is_own else record.framework)
    put_places(record.references, record.origins, filler)
    _put_pieces("rationale", record.rationale, record, filler, texts)
    for key in ("kind", "leads", "co_leads", "partners", "output", "remarks"):
        filler.put(key, getattr(record, key))
    time = record.timeframe
    if time == Timeframe() and record.when:
        time = Timeframe(raw=str(record.when), start=record.when, end=record.when)
    filler.put("timeframe", None if time == Timeframe() else time)
    filler.put("continues", _numbers(record.continues, writing))
    is_sender = record.proposed_by == writing.sender
    filler.put("proposed_by", None if is_sender else record.proposed_by)
    if record.joining is not None:
        filler.put("joining", "yes" if record.joining else "no")
    filler.put("view", record.view and str(record.view))
    _put_standing(record, filler)
    for extra in record.extras:
        filler.put_extra(extra.heading, extra.value)
    return (filler.row,)


def write_stance(
    record: AgendaStance, writing: Writing, texts: TextColumns, /
) -> tuple[FilledRow, ...]:
    """Return the row of an item of the agenda."""
    filler = RowFiller(writing=writing, about=str(record.item))
    filler.put("number", record.number)
    filler.put_text("item", record.item, texts)
    filler.put("asked", record.asked and str(record.asked))
    filler.put("stance", record.stance and str(record.stance))
    for key in ("reasons", "talking_points", "wording", "fallback"):
        _put_pieces(key, getattr(record, key), record, filler, texts)
    filler.put("speaker", record.speaker)
    filler.put("evidence", _numbers(record.evidence, writing))
    _put_standing(record, filler)
    for extra in record.extras:
        filler.put_extra(extra.heading, extra.value)
    return (filler.row,)


def write_ask(
    asked: Ask | AskRow, writing: Writing, texts: TextColumns, /
) -> tuple[FilledRow, ...]:
    """Return the row of an ask or an offer, which may be the same to several."""
    row = (asked,) if isinstance(asked, Ask) else asked
    record = row[0]
    filler = RowFiller(writing=writing, about=str(record.text.text))
    parties = tuple(each.to for each in row)
    filler.put("to", parties, "; ".join(map(str, parties)))
    filler.put_text("text", record.text.text, texts)
    filler.put("kind", "offer" if record.is_offer else "ask")
    _put_standing(record.text, filler)
    for extra in record.extras:
        filler.put_extra(extra.heading, extra.value)
    return (filler.row,)


def put_places(
    references: Iterable[PlanReference],
    origins: Iterable[RowOrigin],
    filler: RowFiller,
) -> None:
    """Write the outcome and the area; others are said to be left out."""
    free = free_keys(origins)
    taken: set[str] = set()
    for reference in references:
        key = place_of(reference, filler.writing, [k for k in free if k not in taken])
        words = reference.words or str(reference.node)
        if key and key not in taken:
            filler.put(key, reference, words)
            taken.add(key)
        else:
            filler.leave_out_of("outcome", f"{reference.framework} {words}")


def _numbers(activities: Iterable[ActivityId], writing: Writing) -> tuple[str, ...]:
    return tuple(number_named(activity, writing.sender) for activity in activities)


def _put_standing(record: AgendaStance | Proposal | Piece, filler: RowFiller) -> None:
    filler.put("audience", str(record.audience))
    filler.put("clearance", str(record.clearance))
    filler.put("cleared_by", record.cleared_by)


def _put_pieces(
    key: str,
    pieces: tuple[Piece, ...],
    record: AgendaStance | Proposal,
    filler: RowFiller,
    texts: TextColumns,
) -> None:
    """Write each piece as a line, in English beside it where there is such a column.

    A piece that stands otherwise than its row, or whose languages no column holds,
    does not fit.
    """
    audience = Audience.INTERNAL if key in _INSIDE else record.audience
    standing = (audience, record.clearance, record.cleared_by)
    fitting = [p for p in pieces if (p.audience, p.clearance, p.cleared_by) == standing]
    said = [piece.text for piece in fitting]
    own, english = _lines(said, texts)
    if (len(fitting) < len(pieces)) or _read(own, english, texts) != said:
        filler.leave_out_of(key, "; ".join(str(piece.text) for piece in pieces))
        return
    filler.put(key, own)
    filler.put(f"{key}_english", english)
    if english and not filler.has(f"{key}_english"):
        filler.leave_out_of(key, "; ".join(english))


def _lines(
    said: Iterable[Text], texts: TextColumns
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the lines of the general column and those of the English one."""
    own, english = [], []
    for text in said:
        forms = dict(text.forms)
        if list(forms) != ["en"] or texts.general == "en":
            own += [words for code, words in forms.items() if code != "en"]
            if list(forms) == ["en"]:
                own.append(forms["en"])
                continue
        english += [forms["en"]] if "en" in forms else []
    return tuple(own), tuple(english)


def _read(
    own: tuple[str, ...], english: tuple[str, ...], texts: TextColumns
) -> list[Text]:
    """Return what intake makes of the lines of both columns."""
    language = texts.general
    if own and english and language == "en":
        language = UNDETERMINED
    both = zip_longest(own, english)
    return [text_in_both(line, said, language) for line, said in both]
