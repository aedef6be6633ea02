"""Tell which fields of a record differ between two versions, and how."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from almwp.plan.comparison import FieldChange, FieldName, PieceKind, TextPiece, Value
from almwp.plan.comparisonlisting import Listed
from almwp.plan.comparisonvalues import Values, plain

_MOST_WORDS = 1500
"""Texts with more words are shown whole: comparing words takes their square."""
_LEAST_WORDS = 3
"""Texts with fewer words are read at a glance; nothing in them is marked."""
_REPORTED = ("status", "percent")


def changes_of(old: Listed, new: Listed) -> tuple[FieldChange, ...]:
    """Return the fields in which two versions of a record differ."""
    was, is_now = _on_common_days(old, new), _on_common_days(new, old)
    found = [
        change
        for name in _in_order(was, is_now)
        if (change := change_of(name, was.get(name), is_now.get(name)))
    ]
    return tuple(_without_doubles(found))


def change_of(
    name: FieldName, old: Value | None, new: Value | None
) -> FieldChange | None:
    """Return how one field differs, or None where it does not."""
    if old is None or new is None:
        return FieldChange(name=name, old=old, new=new) if old or new else None
    if old.sense == new.sense and old.is_refused == new.is_refused:
        if old.written == new.written:
            return None
        return FieldChange(name=name, old=old, new=new, is_writing=True)
    if old.members is not None and new.members is not None:
        before, after = dict(old.members), dict(new.members)
        return FieldChange(
            name=name,
            old=old,
            new=new,
            added=[words for key, words in after.items() if key not in before],
            removed=[words for key, words in before.items() if key not in after],
        )
    is_text = not (old.is_named or new.is_named or old.moment or new.moment)
    pieces = pieces_of(old.words, new.words) if is_text else ()
    return FieldChange(name=name, old=old, new=new, pieces=pieces)


def pieces_of(old: str, new: str) -> tuple[TextPiece, ...]:
    """Return the words of two texts: those kept, those removed, those added.

    Words that differ in capitals or encoding only are kept.  Nothing is returned where
    the texts are short, very long, or have hardly a word in common.
    """
    before, after = old.split(), new.split()
    counts = (len(before), len(after))
    if min(counts) < _LEAST_WORDS or max(counts) > _MOST_WORDS:
        return ()
    matcher = SequenceMatcher(
        None, [plain(w) for w in before], [plain(w) for w in after], autojunk=False
    )
    if matcher.ratio() < 1 / 3:
        return ()
    pieces: list[TextPiece] = []
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            pieces.append(_piece(PieceKind.KEPT, after[start:end]))
            continue
        if last > first:
            pieces.append(_piece(PieceKind.REMOVED, before[first:last]))
        if end > start:
            pieces.append(_piece(PieceKind.ADDED, after[start:end]))
    return tuple(pieces)


def _piece(kind: PieceKind, words: list[str]) -> TextPiece:
    return TextPiece(kind=kind, words=" ".join(words))


def _on_common_days(listed: Listed, other: Listed) -> Values:
    """Return what a record says, earlier reports only where both speak of their day.

    The newest report of each version is compared with that of the other.  A version
    that leaves the history out takes nothing back; one that tells it otherwise does.
    """
    days = {name.about for name in other.values if name.key in _REPORTED} - {""}
    days.add(other.day)
    kept: Values = {}
    for name, value in listed.values.items():
        is_earlier = name.key in _REPORTED and name.about
        if not is_earlier or name.about in days:
            kept[name] = value
    if listed.day in days and listed.day != other.day:
        # The other's history speaks of the very day of this one's newest report.
        for key in _REPORTED:
            if newest := listed.values.get(FieldName(key)):
                kept[FieldName(key, listed.day)] = newest
    return kept


def _in_order(old: Values, new: Values) -> Iterable[FieldName]:
    return dict.fromkeys((*new, *old))


def _without_doubles(found: list[FieldChange]) -> Iterator[FieldChange]:
    """Leave out what says the same change again.

    That are the two ends of a single day, and the words of a time of which a part was
    said.
    """
    by_name = {change.name: change for change in found}
    raw = by_name.get(FieldName("timeframe"))
    start = by_name.get(FieldName("timeframe", "start"))
    end = by_name.get(FieldName("timeframe", "end"))
    is_unclear = raw is not None and not raw.is_writing
    is_one = start and end and _words(start) == _words(end)
    for change in found:
        if change.name.key != "timeframe":
            yield change
        elif change is raw:
            if is_unclear or not (start or end or len(_parts(found)) > 1):
                yield change
        elif is_unclear or (is_one and change is end):
            continue
        elif is_one and change is start:
            yield FieldChange(
                name=FieldName("timeframe"), old=change.old, new=change.new
            )
        else:
            yield change


def _parts(found: list[FieldChange]) -> list[FieldChange]:
    return [change for change in found if change.name.key == "timeframe"]


def _words(change: FieldChange) -> tuple[str | None, str | None]:
    return (
        change.old.words if change.old else None,
        change.new.words if change.new else None,
    )
