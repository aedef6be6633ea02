"""Lay a comparison out as text for people: suspicions first, then what changed."""

from collections.abc import Iterable, Iterator

from almwp.errors import Translate
from almwp.plan.comparison import PieceKind, TextPiece
from almwp.workflow.compared import (
    Compared,
    ComparedField,
    ComparedRecord,
    ComparedRevision,
    ComparedSuspicion,
)

_SHOWN = 5
"""Rows of evidence that are shown; all of them are in the JSON."""
_LONG = 60
"""Characters of a title and of a value that are shown as evidence."""
_CONTEXT = 6
"""Kept words that are shown on each side of a change in a long text."""


def text_of(found: Compared, translate: Translate) -> str:
    """Return *found* as text; it ends with a line feed."""
    return "".join(f"{line}\n" for line in _lines(found, translate))


def _lines(found: Compared, translate: Translate) -> Iterator[str]:
    old, new = (", ".join(names) for names in (found.old, found.new))
    yield f"{old} -> {new}"
    yield from _counts(found, translate)
    if found.is_empty:
        yield translate("nothing changed")
        return
    if found.suspicions:
        yield from _headed(
            translate("suspicious changes: {count}"),
            found.suspicions,
            (line for each in found.suspicions for line in _suspicion(each, translate)),
        )
    for heading, records in (
        (translate("added: {count}"), found.added),
        (translate("no longer listed: {count}"), found.no_longer_listed),
    ):
        yield from _headed(heading, records, map(_record, records))
    for heading, revisions in (
        (translate("reported as withdrawn: {count}"), found.withdrawn),
        (translate("revised: {count}"), found.revised),
        (translate("only written differently: {count}"), found.written_differently),
    ):
        lines = (line for each in revisions for line in _revision(each, translate))
        yield from _headed(heading, revisions, lines)
    yield from _headed(
        translate("likely renamed, to be checked: {count}"),
        found.likely_renamed,
        (
            f"  '{each.old}'{_at(each.old_cell)} -> '{each.new}'{_at(each.new_cell)}"
            f": {each.alike} %"
            for each in found.likely_renamed
        ),
    )


def _counts(found: Compared, translate: Translate) -> Iterator[str]:
    """Give a line of counts for each kind of record."""
    sentences = {
        "activity": translate("activities: {old} -> {new}, unchanged: {unchanged}"),
        "indicator": translate("indicators: {old} -> {new}, unchanged: {unchanged}"),
        "proposal": translate("proposals: {old} -> {new}, unchanged: {unchanged}"),
        "agenda item": translate(
            "agenda items: {old} -> {new}, unchanged: {unchanged}"
        ),
        "ask or offer": translate(
            "asks and offers: {old} -> {new}, unchanged: {unchanged}"
        ),
    }
    for each in found.counts:
        yield sentences[each.kind].format(
            old=each.old, new=each.new, unchanged=each.unchanged
        )


def _headed(
    heading: str, records: tuple[object, ...], lines: Iterable[str]
) -> Iterator[str]:
    if records:
        yield ""
        yield heading.format(count=len(records))
        yield from lines


def _at(cell: str | None) -> str:
    return f" ({cell})" if cell else ""


def _record(record: ComparedRecord) -> str:
    name = f"{record.id}: " if record.id else ""
    return f"  {name}{record.title}{_at(record.cell)}"


def _suspicion(found: ComparedSuspicion, translate: Translate) -> Iterator[str]:
    place = "!".join(part for part in (found.file, found.sheet, found.cell) if part)
    severity = translate(found.severity)
    yield f"{place or '-'}: {severity} {found.code}: {found.message}"
    yield f"    {translate('hint')}: {found.hint}"
    for each in found.evidence[:_SHOWN]:
        about = f"{_short(each.title)}: " if each.title else ""
        yield (
            f"    {about}{each.label}: "
            f"{_short(_value(each.old, translate))}{_at(each.old_cell)} -> "
            f"{_short(_value(each.new, translate))}{_at(each.new_cell)}"
        )
    more = len(found.evidence) - _SHOWN
    if more > 0:
        yield "    " + translate("and further rows: {count}").format(count=more)


def _revision(revision: ComparedRevision, translate: Translate) -> Iterator[str]:
    name = f"{revision.id}: " if revision.id else ""
    cells = " -> ".join(c for c in (revision.old_cell, revision.new_cell) if c)
    yield f"  {name}{revision.title}{_at(cells)}"
    for change in revision.changes:
        yield f"    {_change(change, translate)}"
    for change in revision.writing:
        note = translate("written differently")
        yield f"    {_change(change, translate)} [{note}]"


def _change(change: ComparedField, translate: Translate) -> str:
    cells = " -> ".join(
        cell or "-" for cell in (change.old_cell, change.new_cell) if cell
    )
    if change.added or change.removed:
        parts = [f"+ {one_line(member)}" for member in change.added]
        parts += [f"- {one_line(member)}" for member in change.removed]
        said = ", ".join(parts)
    elif change.pieces:
        said = _marked(change.pieces)
    else:
        old, new = _value(change.old, translate), _value(change.new, translate)
        said = f"{old} -> {new}"
    by = f" ({change.difference})" if change.difference else ""
    return f"{one_line(change.label)}: {said}{by}{_at(cells)}"


def _value(value: str | None, translate: Translate) -> str:
    return translate("(blank)") if value is None else one_line(value)


def _short(words: str) -> str:
    """Return the beginning of a long text: the whole of it stands further below."""
    return words if len(words) <= _LONG else f"{words[: _LONG - 3].rstrip()}..."


def one_line(words: str) -> str:
    """Return *words* without line breaks and runs of spaces."""
    return " ".join(words.split())


def _marked(pieces: tuple[TextPiece, ...]) -> str:
    """Return a text with its changed words marked; long stretches between are cut."""
    said = []
    for place, piece in enumerate(pieces):
        if piece.kind is PieceKind.REMOVED:
            said.append(f"[-{piece.words}-]")
        elif piece.kind is PieceKind.ADDED:
            said.append(f"{{+{piece.words}+}}")
        else:
            said.append(_shortened(piece.words, place == 0, place == len(pieces) - 1))
    return " ".join(said)


def _shortened(words: str, is_first: bool, is_last: bool) -> str:
    known = words.split()
    before = [] if is_first else known[:_CONTEXT]
    after = [] if is_last else known[-_CONTEXT:]
    if len(known) <= len(before) + len(after) + 1:
        return words
    return " ".join([*before, "...", *after])
