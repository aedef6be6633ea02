"""Make values that two versions of a record can be compared by."""

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from almwp.intake.numbercolumn import written as number_written
from almwp.model.absence import Absence
from almwp.model.activity import Extra, PlanReference
from almwp.model.folding import compose
from almwp.model.moment import Moment
from almwp.model.party import Party
from almwp.model.position import Piece
from almwp.model.source import Origin, Source
from almwp.model.text import UNDETERMINED, Text
from almwp.model.timeframe import Timeframe
from almwp.plan.comparison import FieldName, Value

Values = dict[FieldName, Value]
"""What one record says, by field; blank fields are left out."""

_NUMBER = re.compile(r"\d+(?:[.,'\u00a0\u202f ]\d+)*")
_SEPARATOR = re.compile(r"[.,'\u00a0\u202f ]")
_GROUP = 3


def plain(words: str) -> str:
    """Return *words* without what changes no meaning: capitals, spaces, encoding.

    Accents stay: in Vietnamese they make other words.
    """
    return " ".join(compose(words).casefold().split())


def text_value(words: str, origin: Origin | None) -> Value:
    """Return a text; a single number in it can be compared as such."""
    return Value(
        words=words,
        written=words,
        sense=plain(words) or words,
        number=amount_of(words),
        origin=origin,
    )


def amount_of(words: str) -> Fraction | None:
    """Return the number of a text such as ``USD 20,000``, if there is just one.

    A sign before exactly three digits parts thousands.  That may be wrong for a single
    cell; two versions of one cell are read alike, which is enough to compare them.
    """
    found = list(_NUMBER.finditer(words)) if words else []
    if len(found) != 1:
        return None
    match = found[0]
    groups = _SEPARATOR.split(match[0])
    signs = _SEPARATOR.findall(match[0])
    is_parted = all(len(group) == _GROUP for group in groups[1:])
    if is_parted and len(set(signs)) <= 1:
        number = Fraction("".join(groups))
    else:
        number = Fraction(f"{''.join(groups[:-1])}.{groups[-1]}")
    before = words[: match.start()].rstrip()
    is_negative = before.endswith(("-", "\u2212")) and not before[:-1][-1:].isalnum()
    return -number if is_negative else number


def named_value(
    name: str, origin: Origin | None, written: str = "", number: Fraction | None = None
) -> Value:
    """Return a value that almwp has a name for, such as a status."""
    return Value(
        words=name,
        written=written or name,
        sense=name,
        number=number,
        origin=origin,
        is_named=True,
    )


def number_value(value: Fraction | Absence, origin: Origin | None) -> Value:
    """Return a number, or why there is none."""
    if isinstance(value, Absence):
        return named_value(value.value, origin)
    words = number_written(value)
    return Value(
        words=words, written=words, sense=str(value), number=value, origin=origin
    )


def percent_value(share: Fraction, origin: Origin | None, of: int = 100) -> Value:
    """Return a share as a percentage."""
    words = f"{number_written(share * of)} %"
    number = share * of
    return Value(
        words=words, written=words, sense=str(number), number=number, origin=origin
    )


def moment_value(when: Moment, origin: Origin | None) -> Value:
    """Return a point in time."""
    words = str(when)
    return Value(words=words, written=words, sense=words, moment=when, origin=origin)


def list_value(members: Iterable[tuple[str, str]], origin: Origin | None) -> Value:
    """Return a list of members, each by what is compared and its words."""
    known = dict(members)
    words = ", ".join(known.values())
    return Value(
        words=words,
        written=words,
        sense="\n".join(sorted(known)),
        members=tuple(sorted(known.items())),
        origin=origin,
    )


def texts_value(texts: Iterable[Text], origin: Origin | None) -> Value:
    """Return a list of texts in any languages."""
    forms = [form for text in texts for _, form in text.forms]
    return list_value([(plain(form) or form, form) for form in forms], origin)


def parties_value(parties: Iterable[Party], origin: Origin | None) -> Value:
    """Return those who lead, support or pay."""
    return list_value([(f"{p.kind}:{p.id}", str(p)) for p in parties], origin)


def title_values(key: str, title: Text, origins: dict[str, Origin | None]) -> Values:
    """Return a title, and its forms in further languages.

    Args:
        key: Key of the field.
        title: The title.
        origins: Its cell, by language; under ``""`` that of any.
    """
    main = str(title)
    found = {FieldName(key): text_value(main, origins.get("en") or origins[""])}
    for language, form in title.forms:
        if form != main:
            about = "" if language == UNDETERMINED else language
            origin = origins.get(language) or origins[""]
            found.setdefault(FieldName(key, about), text_value(form, origin))
    return found


def piece_values(
    key: str, pieces: tuple[Piece, ...], origin: Origin | None
) -> Iterator[tuple[FieldName, Value]]:
    """Give what pieces say, in each language."""
    by_language: dict[str, list[str]] = {}
    for piece in pieces:
        for language, form in piece.text.forms:
            by_language.setdefault(language, []).append(form)
    for language, forms in by_language.items():
        about = "" if language == UNDETERMINED else language
        at = next((p.origin for p in pieces if p.origin), None) or origin
        yield FieldName(key, about), text_value("\n".join(forms), at)


def reference_values(
    references: tuple[PlanReference, ...], origin: Origin | None
) -> Iterator[tuple[FieldName, Value]]:
    """Give the places in each plan; how an outcome is worded is how it is written."""
    by_plan: dict[str, dict[str, str]] = {}
    for reference in references:
        place = reference.node or plain(reference.words)
        sense = f"{place} {plain(reference.number)}".strip()
        if sense:
            shown = f"{reference.node or reference.words} {reference.number}".strip()
            by_plan.setdefault(reference.framework or "", {})[sense] = shown
        else:
            by_plan.setdefault(reference.framework or "", {})
    for plan, places in by_plan.items():
        if places:
            yield FieldName("outcome", plan), list_value(places.items(), origin)
        elif plan:
            yield FieldName("plan", plan), text_value(plan, origin)


def timeframe_values(
    timeframe: Timeframe, origin: Origin | None
) -> Iterator[tuple[FieldName, Value]]:
    """Give when something takes place; what was understood counts before the words."""
    is_clear = timeframe.is_understood and not timeframe.editions
    raw = timeframe.raw
    if raw or timeframe.editions:
        labels = [f"{e.label} {e.when or ''}".strip() for e in timeframe.editions]
        words = raw or ", ".join(labels)
        sense = "understood" if is_clear else plain("; ".join([raw, *labels]))
        yield (
            FieldName("timeframe"),
            Value(words=words, written=words, sense=sense or words, origin=origin),
        )
    if not is_clear:
        return
    start, end = timeframe.start, timeframe.end or timeframe.start
    if start:
        yield FieldName("timeframe", "start"), moment_value(start, origin)
    if end:
        yield FieldName("timeframe", "end"), moment_value(end, origin)
    if timeframe.recurrence:
        name = timeframe.recurrence.value
        yield FieldName("timeframe", "recurrence"), named_value(name, origin)


def source_values(
    sources: tuple[Source, ...], origin: Origin | None
) -> Iterator[tuple[FieldName, Value]]:
    """Give the addresses of sources."""
    if sources:
        addresses = [(s.address, s.address) for s in sources]
        yield FieldName("sources"), list_value(addresses, origin)


def extra_values(
    extras: tuple[Extra, ...], place: tuple[str, str, str] | None
) -> Iterator[tuple[FieldName, Value]]:
    """Give the columns without a field.

    Args:
        extras: Their values.
        place: File, fingerprint and sheet of the row, where known.
    """
    seen: dict[FieldName, Value] = {}
    for extra in extras:
        origin = None
        if place and extra.cell:
            file, sha256, sheet = place
            origin = Origin(file=file, sha256=sha256, sheet=sheet, cell=extra.cell)
        name = FieldName("extra", extra.heading)
        if name in seen:
            joined = f"{seen[name].words}; {extra.value}"
            seen[name] = text_value(joined, seen[name].origin)
        else:
            seen[name] = text_value(extra.value, origin)
    yield from seen.items()
