"""Read the value of a cell by the type of its field."""

from collections.abc import Callable
from typing import Any

from almwp.findings import value_rules
from almwp.intake.cells import Cell, CellKind
from almwp.intake.dates import about_doubt, moment_of_number, parse_date
from almwp.intake.field import Field, FieldType
from almwp.intake.namevalues import bodies, country, marks, parties, partners
from almwp.intake.parsed import Parsed
from almwp.intake.percentcolumn import parse_percent
from almwp.intake.placements import area, outcome, plan
from almwp.intake.timeframes import ReadTimeframe, read_timeframe
from almwp.intake.unknownwords import unknown_word
from almwp.intake.values import Values
from almwp.model.activity import Change
from almwp.model.source import Source
from almwp.model.timeframe import Timeframe


def read_value(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    """Read *cell* as a value of the field *of*; an absence reads as None."""
    if cell.kind is CellKind.ERROR:
        return values.refuse(value_rules.ERROR_CELL, of, cell)
    if cell.kind is CellKind.UNCALCULATED:
        return values.refuse(value_rules.UNCALCULATED, of, cell)
    return _READERS[of.type](values, of, cell)


def _text(values: Values, of: Field, cell: Cell) -> Parsed[str]:
    words = values.words(cell)
    absence = values.lexicon.meaning("absence", words)
    return Parsed(value=None if absence == "blank" else words)


def _title(values: Values, of: Field, cell: Cell) -> Parsed[str]:
    words = values.words(cell)
    return Parsed(value=None if values.is_absent(words) else words)


def _word(table: str) -> Callable[[Values, Field, Cell], Parsed[str]]:
    def read(values: Values, of: Field, cell: Cell) -> Parsed[str]:
        words = values.words(cell)
        meaning = values.lexicon.meaning(table, words)
        if meaning or values.is_absent(words):
            return Parsed(value=meaning)
        return unknown_word(values, of, cell, table)

    return read


def _status(values: Values, of: Field, cell: Cell) -> Parsed[str]:
    """Read a state; ``other`` for a word that is none of the three states.

    ``withdrawn`` is no state but a change of the plan, and is read as one.
    """
    words = values.words(cell)
    meaning = values.lexicon.meaning("status", words)
    if meaning == "other":
        expected = values.lexicon.choices("status", values.language)
        note = values.finding(value_rules.OTHER_STATUS, of, cell, expected=expected)
        return Parsed(value=meaning, findings=(note,))
    if meaning:
        return Parsed(value=meaning)
    absence = values.lexicon.meaning("absence", words)
    if absence:
        return Parsed(value=absence)
    if values.lexicon.meaning("change", words) == Change.WITHDRAWN:
        return Parsed(value=Change.WITHDRAWN)
    return unknown_word(values, of, cell, "status")


def _timeframe(values: Values, of: Field, cell: Cell) -> Parsed[ReadTimeframe]:
    words = values.words(cell)
    if cell.kind is CellKind.NUMBER:
        return _timeframe_of_number(values, of, cell, words)
    column = values.dates_of(cell)
    read = read_timeframe(words, values.lexicon, column.day_first)
    findings = []
    if read.doubt:
        place = values.spot.at(cell)
        findings.append(about_doubt(place, of, words, read.doubt, column))
    elif not (read.timeframe.is_understood or read.status or values.is_absent(words)):
        findings.append(values.finding(value_rules.UNKNOWN_TIMEFRAME, of, cell))
    return Parsed(value=read, findings=findings)


def _timeframe_of_number(
    values: Values, of: Field, cell: Cell, words: str
) -> Parsed[ReadTimeframe]:
    # A typed 06.2024 is the number 6.2024: digits after a point are no month.
    moment = moment_of_number(cell, words, starts_1904=values.starts_1904)
    read = ReadTimeframe(timeframe=Timeframe(raw=words, start=moment, end=moment))
    if moment:
        return Parsed(value=read)
    unknown = values.finding(value_rules.UNKNOWN_TIMEFRAME, of, cell)
    return Parsed(value=read, findings=(unknown,))


def _addresses(values: Values, of: Field, cell: Cell) -> Parsed[tuple[Source, ...]]:
    lines = [line.strip(" •;") for line in values.words(cell).splitlines()]
    known = dict.fromkeys(line for line in lines if line)
    present = [a for a in known if not values.is_absent(a)]
    return Parsed(value=tuple(Source(address=address) for address in present))


def _date(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    column = values.dates_of(cell)
    return parse_date(values.spot, values.lexicon, of, cell, column, values.starts_1904)


def _percent(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    column = values.percents_of(cell)
    return parse_percent(values.spot, values.lexicon, of, cell, column)


_READERS: dict[FieldType, Callable[[Values, Field, Cell], Parsed[Any]]] = {
    FieldType.TEXT: _text,
    FieldType.TITLE: _title,
    FieldType.OUTCOME: outcome,
    FieldType.AREA: area,
    FieldType.BASIS: _word("basis"),
    FieldType.LEVEL: _word("level"),
    FieldType.PARTIES: parties,
    FieldType.PARTNERS: partners,
    FieldType.BODIES: bodies,
    FieldType.COUNTRY: country,
    FieldType.TIMEFRAME: _timeframe,
    FieldType.DATE: _date,
    FieldType.STATUS: _status,
    FieldType.CHANGE: _word("change"),
    FieldType.PERCENT: _percent,
    FieldType.MARKS: marks,
    FieldType.PLAN: plan,
    FieldType.FRAMEWORK: _text,
    FieldType.MEETING: _text,
    FieldType.LANGUAGE: _text,
    FieldType.ADDRESSES: _addresses,
}
