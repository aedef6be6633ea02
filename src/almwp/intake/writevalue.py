"""Put a value of the model into a cell of a form: the inverse of ``readvalue``."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal, Inexact, localcontext
from fractions import Fraction
from typing import Any

from almwp.catalogue.meetings import find_meeting, meetings
from almwp.catalogue.members import find_member
from almwp.intake.cells import Cell, CellKind
from almwp.intake.choices import Writing, table_of
from almwp.intake.field import Field, FieldType
from almwp.intake.form import FormValue
from almwp.intake.frameworknames import find_framework
from almwp.intake.languagenames import find_language
from almwp.intake.numberformat import FIRST_1900
from almwp.intake.planwriting import plan_words
from almwp.intake.readvalue import read_value
from almwp.intake.sourcelines import source_line
from almwp.intake.writetime import timeframe_again, timeframe_words
from almwp.model.absence import Absence
from almwp.model.activity import PlanReference
from almwp.model.moment import Moment, Precision
from almwp.model.party import Party, PartyKind
from almwp.model.source import Source
from almwp.model.timeframe import Timeframe

_DIGITS = 15
"""Excel keeps no more digits of a number."""
_LONGEST = 32_767
"""Excel keeps no longer text in a cell."""
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a day that never was before this one; older days are written out."""
_VULGAR = "⅓⅔⅙⅚⅐⅑"
"""Shares that are no finite decimals and have a sign of their own."""


def write_value(value: Any, of: Field, writing: Writing) -> FormValue | None:
    """Return what to write for *value*, or None where nothing reads back as it.

    Blank values (None, no words, no parties) give None as well.  Where a word is one of
    a list, the word of the list is written: how a sender spelt it is not kept.

    Args:
        value: As :func:`~almwp.intake.readvalue.read_value` gives it; of a time frame
            the model's own, of the lines of a cover the ids that they name.
        of: The field.
        writing: How words are written; it also reads them back.
    """
    if value is None or value in ("", ()):
        return None
    tries = _tries_of(of, writing)(value, of, writing)
    return next((w for w in tries if _fits(w, value, of, writing)), None)


def _fits(written: FormValue, value: Any, of: Field, writing: Writing) -> bool:
    if isinstance(written, str) and not 0 < len(written) <= _LONGEST:
        return False
    cell = cell_of(written, of)
    return cell is not None and _read(cell, of, writing) == _plain(value, of, writing)


def cell_of(written: FormValue, of: Field) -> Cell | None:
    """Return the cell that a reader gives for what is written, or None: none does."""
    kind, code = CellKind.NUMBER, "General"
    if isinstance(written, date):
        if written < _FIRST_DAY:
            return None
        text, code = str((written - FIRST_1900).days + 1), "yyyy\\-mm\\-dd"
    elif isinstance(written, Fraction):
        number = decimal_of(written)
        if number is None:
            return None
        text, code = str(number), "0%" if of.type is FieldType.PERCENT else code
    else:
        kind, text = CellKind.TEXT, written
    return Cell(row=1, column=1, kind=kind, text=text, number_format=code)


def decimal_of(number: Fraction) -> Decimal | None:
    """Return *number* in digits, or None where Excel cannot keep all of them."""
    with localcontext() as context:
        context.prec = _DIGITS
        context.traps[Inexact] = True
        try:
            return Decimal(number.numerator) / Decimal(number.denominator)
        except Inexact:
            return None


def _read(cell: Cell, of: Field, writing: Writing) -> Any:
    """Read a cell back, as intake will; None for what is refused."""
    if of.type in _NAMES:
        return _NAMES[of.type](writing.values.words(cell), writing)
    if of.type is FieldType.TIMEFRAME:
        time = timeframe_again(cell, of, writing.values)
        return None if time is None else _plain(time, of, writing)
    parsed = read_value(writing.values, of, cell)
    if parsed.is_refused or parsed.value is None:
        return None
    return _plain(parsed.value, of, writing)


def _plain(value: Any, of: Field, writing: Writing) -> Any:
    """Return of a value what must read back the same."""
    match value:
        case Timeframe():
            return value.start, value.end, value.recurrence
        case PlanReference(node=str()):
            return value.framework, value.node
        case PlanReference():
            return value.framework, value.node, value.words
        case Party():
            return value.kind, value.id, value.name or _name_of(value, writing)
        case tuple():
            return tuple(_plain(part, of, writing) for part in value)
        case _:
            return value


Tries = Callable[[Any, Field, Writing], Iterator[FormValue]]
"""Gives what might be written for a value, the best first."""


def _as_it_is(value: Any, of: Field, writing: Writing) -> Iterator[FormValue]:
    yield value


def _meaning(value: Any, of: Field, writing: Writing) -> Iterator[FormValue]:
    table = table_of(of, writing.lexicon)
    for known in (table, "absence", "change"):
        if known and (word := writing.word(known, str(value))):
            yield word


def _several_meanings(value: Any, of: Field, writing: Writing) -> Iterator[FormValue]:
    table = table_of(of, writing.lexicon) or ""
    words = [writing.word(table, str(part)) for part in value]
    if all(words):
        yield ", ".join(filter(None, words))


def _node(value: PlanReference, of: Field, writing: Writing) -> Iterator[FormValue]:
    framework = writing.framework
    node = framework.node(value.node) if framework and value.node else None
    if framework and node and value.framework == framework.id:
        if of.type is FieldType.OUTCOME:
            word = writing.node(node, framework.outcomes)
        else:
            word = writing.area(node, framework)
        yield from [word] if word else []
    yield value.words


def _plans(
    value: tuple[PlanReference, ...], of: Field, writing: Writing
) -> Iterator[FormValue]:
    lines = [plan_words(reference, writing) for reference in value]
    yield "\n".join(filter(None, lines))
    known = [(r, writing.lexicon.framework(r.framework)) for r in value]
    yield "\n".join(writing.title(f) if f else r.words for r, f in known)


def _parties(
    value: tuple[Party, ...], of: Field, writing: Writing
) -> Iterator[FormValue]:
    names = [party.name or _name_of(party, writing) for party in value]
    yield "; ".join(names)
    yield "\n".join(names)


def _name_of(party: Party, writing: Writing) -> str:
    member = find_member(party.id) if party.kind is PartyKind.COUNTRY else None
    if member:
        return writing.country(member)
    if party.kind is PartyKind.ALL_MEMBERS:
        return writing.word("all_members", "all") or party.id
    return party.id


def _bodies(value: tuple[str, ...], of: Field, writing: Writing) -> Iterator[FormValue]:
    yield "; ".join(value)


def _country(value: str, of: Field, writing: Writing) -> Iterator[FormValue]:
    member = find_member(value)
    yield writing.country(member) if member else value


def _moment(value: Moment, of: Field, writing: Writing) -> Iterator[FormValue]:
    if value.precision is Precision.DAY:
        yield value.start
    yield str(value)


def _percent(
    value: Fraction | Absence, of: Field, writing: Writing
) -> Iterator[FormValue]:
    if isinstance(value, Absence):
        yield from _meaning(value, of, writing)
        return
    yield value
    for sign in _VULGAR:
        if Fraction(unicodedata.numeric(sign)).limit_denominator(12) == value:
            yield sign


def _timeframe(value: Timeframe, of: Field, writing: Writing) -> Iterator[FormValue]:
    yield from timeframe_words(value, writing)


def _addresses(
    value: tuple[Source, ...], of: Field, writing: Writing
) -> Iterator[FormValue]:
    yield "\n".join(map(source_line, value))


def _lines(value: tuple[str, ...], of: Field, writing: Writing) -> Iterator[FormValue]:
    yield "\n".join(value)
    yield "\n".join(f"- {line}" for line in value)


def _whole(value: int, of: Field, writing: Writing) -> Iterator[FormValue]:
    yield Fraction(value)


def _framework(value: str, of: Field, writing: Writing) -> Iterator[FormValue]:
    known = next((f for f in writing.lexicon.frameworks if f.id == value), None)
    yield writing.title(known) if known else value


def _meeting(value: str, of: Field, writing: Writing) -> Iterator[FormValue]:
    known = next((m for m in meetings() if m.id == value), None)
    yield writing.meeting(known) if known else value


def _language(value: str, of: Field, writing: Writing) -> Iterator[FormValue]:
    yield writing.language_name(value) or value


_TRIES: dict[FieldType, Tries] = {
    FieldType.TEXT: _as_it_is,
    FieldType.TITLE: _as_it_is,
    FieldType.OUTCOME: _node,
    FieldType.AREA: _node,
    FieldType.PARTIES: _parties,
    FieldType.PARTNERS: _parties,
    FieldType.BODIES: _bodies,
    FieldType.COUNTRY: _country,
    FieldType.TIMEFRAME: _timeframe,
    FieldType.DATE: _moment,
    FieldType.PERCENT: _percent,
    FieldType.NUMBER: _percent,
    FieldType.WHOLE: _whole,
    FieldType.LINES: _lines,
    FieldType.ACTIVITIES: _lines,
    FieldType.MARKS: _several_meanings,
    FieldType.PLAN: _plans,
    FieldType.FRAMEWORK: _framework,
    FieldType.MEETING: _meeting,
    FieldType.LANGUAGE: _language,
    FieldType.ADDRESSES: _addresses,
}
"""What might be written for a value of a type; of others, a word or the value."""


def _tries_of(of: Field, writing: Writing) -> Tries:
    if of.type in _TRIES:
        return _TRIES[of.type]
    return _meaning if table_of(of, writing.lexicon) else _as_it_is


def _framework_id(words: str, writing: Writing) -> str | None:
    found = find_framework(words, writing.lexicon)
    return found.id if found else None


def _meeting_id(words: str, writing: Writing) -> str | None:
    found = find_meeting(words)
    return found.id if found else words


def _language_code(words: str, writing: Writing) -> str | None:
    return find_language(words, writing.lexicon)


_NAMES: dict[FieldType, Callable[[str, Writing], str | None]] = {
    FieldType.FRAMEWORK: _framework_id,
    FieldType.MEETING: _meeting_id,
    FieldType.LANGUAGE: _language_code,
}
"""Types whose words name something that only the lines of a cover look up."""
