"""Explain one cell of a file: into what it was read, and which figures it feeds."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen

from almwp.errors import CallError
from almwp.intake.fieldlist import field_list
from almwp.model.activity import Activity, PlanReference, RowOrigin
from almwp.model.fields import frozen_items
from almwp.model.ledger import Fate
from almwp.model.position import Piece
from almwp.model.score import ScopeKind, Scorecard
from almwp.model.source import Origin
from almwp.model.submission import Submission
from almwp.model.text import Text
from almwp.model.timeframe import Timeframe
from almwp.model.workplan import WorkPlan
from almwp.workflow.valuewords import value_in_words

_CELL = re.compile(
    r"(?P<file>[^!]+)!(?:(?P<sheet>.+)!)?(?P<cell>[A-Za-z]{1,3}[1-9]\d*)"
)
_PLACE = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")
_PLACING = ("outcome", "area", "leads", "co_leads", "bodies")
"""Fields that say under which scope an activity counts, not how far it is."""


@frozen(kw_only=True)
class ExplainedUse:
    """Into what a cell was read.

    Attributes:
        sheet: Key of the sheet of the one list of fields.
        id: Id of the record; empty where it has none.
        title: What the record is about.
        field: Key of the field.
        label: The field's heading.
        value: What was understood, in words.
    """

    sheet: str
    id: str = ""
    title: str = ""
    field: str
    label: str
    value: str = ""


@frozen(kw_only=True)
class ExplainedCell:
    """What became of one cell.

    Attributes:
        at: The cell.
        sha256: Fingerprint of its file.
        has_file: Whether its file was read; only then more is known.
        stored: What stands in it, where the file itself is at hand.
        fate: What became of it; None where it is empty.
        why: The field, the heading, or the reason.
        uses: Into what it was read.
        figures: The figures that it feeds, as ``almwp explain`` takes them.
    """

    at: str
    sha256: str = ""
    has_file: bool = True
    stored: str = ""
    fate: Fate | None = None
    why: str = ""
    uses: tuple[ExplainedUse, ...] = field(default=(), converter=frozen_items)
    figures: tuple[str, ...] = field(default=(), converter=frozen_items)


def names_a_cell(what: str) -> bool:
    """Say whether *what* is written as a cell of a file is."""
    return _CELL.fullmatch(what.strip()) is not None


def explain_cells(
    what: str, plan: WorkPlan, card: Scorecard, language: str = "en"
) -> tuple[ExplainedCell, ...]:
    """Return what became of the cell that *what* names; nothing where it names none.

    Args:
        what: A cell as Excel names it: ``vn.xlsx!Sheet!F7``; the sheet may be left
            out where the file has only one.
        plan: What was read.
        card: The figures made from it.
        language: Language of the headings.

    Raises:
        CallError: No file of the plan, or no sheet of the file, has this name.
    """
    named = _CELL.fullmatch(what.strip())
    if named is None:
        return ()
    sent = [
        s for s in plan.submissions if s.file.casefold() == named["file"].casefold()
    ]
    if not sent:
        files = ", ".join(s.file for s in plan.submissions)
        raise CallError(
            "no file named '{file}' was read (read: {files})",
            file=named["file"],
            files=files or "-",
        )
    cell = named["cell"].upper()
    found = []
    for one in sent:
        for sheet in _sheets(one, named["sheet"]):
            at = Origin(file=one.file, sha256=one.sha256, sheet=sheet, cell=cell)
            found.append(explain_origin(at, one, plan, card, language))
    return tuple(found)


def _sheets(submission: Submission, wanted: str | None) -> tuple[str, ...]:
    known = submission.sheets
    if wanted is None and len(known) == 1:
        return known
    named = [s for s in known if s.casefold() == (wanted or "").casefold()]
    if not named:
        raise CallError(
            "{file} has no sheet named '{sheet}' (it has: {sheets})",
            file=submission.file,
            sheet=wanted or "",
            sheets=", ".join(known),
        )
    return (named[0],)


def explain_origin(
    at: Origin,
    submission: Submission,
    plan: WorkPlan,
    card: Scorecard,
    language: str,
) -> ExplainedCell:
    """Return what became of the cell *at* of the file that *submission* is."""
    entries = [
        entry
        for entry in submission.ledger.entries
        if entry.sheet == at.sheet and _holds(entry.cells, at.cell)
    ]
    entry = entries[0] if entries else None
    uses = tuple(_uses(at, plan, submission, language))
    if entry and entry.fate is Fate.READ and not uses:
        uses = tuple(_of_cover(entry.why, submission, language))
    figures = tuple(dict.fromkeys(_figures(at, uses, card)))
    return ExplainedCell(
        at=str(at),
        sha256=at.sha256,
        fate=entry.fate if entry else None,
        why=entry.why if entry else "",
        uses=uses,
        figures=figures,
    )


def _holds(stretch: str, cell: str) -> bool:
    """Say whether *cell* is in a stretch of one column."""
    place, wanted = _PLACE.fullmatch(stretch), _PLACE.fullmatch(cell)
    if place is None or wanted is None or place[1] != wanted[1]:
        return False
    return int(place[2]) <= int(wanted[2]) <= int(place[4] or place[2])


def _uses(
    at: Origin, plan: WorkPlan, submission: Submission, language: str
) -> Iterator[ExplainedUse]:
    kinds: tuple[tuple[str, Iterable[Any]], ...] = (
        ("progress", plan.activities),
        ("indicators", plan.indicators),
        ("agenda", submission.agenda),
        ("proposals", submission.proposals),
        ("asks", submission.asks),
    )
    for sheet, records in kinds:
        for record in records:
            for row in record.origins:
                for key in _keys(row, at):
                    yield _use(sheet, record, key, at, language)


def _keys(row: RowOrigin, at: Origin) -> Iterator[str]:
    if (row.sha256, row.sheet) == (at.sha256, at.sheet):
        yield from (key for key, _ in row.columns if row.of(key) == at)


def _use(sheet: str, record: Any, key: str, at: Origin, language: str) -> ExplainedUse:
    labels = {each.key: each.label for each in field_list().sheet(sheet).fields}
    title = getattr(record, "title", None) or getattr(record, "name", None)
    title = title or getattr(record, "item", None) or getattr(record, "text", "")
    return ExplainedUse(
        sheet=sheet,
        id=getattr(record, "id", "") or getattr(record, "number", ""),
        title=_words(title, language),
        field=key,
        label=labels[key].in_(language) if key in labels else key,
        value=_words(_value(record, key, at), language),
    )


def _value(record: Any, key: str, at: Origin) -> object:
    """Return what a record holds in a field; of a state the report of this cell."""
    if isinstance(record, Activity) and key in ("status", "percent", "change"):
        told = (o for o in record.observations if o.origin == at)
        report = next(told, None)
        return getattr(report, key, None)
    for name in (key, key.removesuffix("_english").removesuffix("_national")):
        if hasattr(record, name):
            return getattr(record, name)
    return record.references if key in ("outcome", "area", "plan") else None


def _of_cover(
    key: str, submission: Submission, language: str
) -> Iterator[ExplainedUse]:
    labels = {each.key: each.label for each in field_list().cover}
    if key in labels:
        facts = submission.meeting_facts
        name = key.removeprefix("meeting_") if key != "meeting" else key
        value = getattr(submission, key, None) or getattr(facts, name, None)
        yield ExplainedUse(
            sheet="cover",
            field=key,
            label=labels[key].in_(language),
            value=_words(value, language),
        )


def _words(value: object, language: str) -> str:
    match value:
        case None:
            return ""
        case Text():
            return value.in_(language)
        case Piece():
            return value.text.in_(language)
        case Timeframe():
            return value.raw
        case PlanReference():
            return value.words or str(value.node or value.framework or "")
        case tuple():
            return "; ".join(_words(each, language) for each in value)
        case _:
            return value_in_words(value, language)


def _figures(
    at: Origin, uses: tuple[ExplainedUse, ...], card: Scorecard
) -> Iterator[str]:
    placed = {use.id for use in uses if use.field in _PLACING}
    for line in card.lines:
        kind, name = line.scope.kind, line.scope.id
        is_whole = kind is ScopeKind.PROGRAMME
        for part in line.score.parts:
            if part.origin == at or (part.id in placed and not is_whole):
                yield str(kind) if is_whole else f"{kind}:{name}"
