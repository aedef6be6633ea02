"""Read the value of a cell by the type of its field."""

from collections.abc import Callable
from typing import Any

from attrs import evolve

from almwp.findings import edge_rules, reading_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.calendars import names_fiscal_year
from almwp.intake.cells import Cell, CellKind
from almwp.intake.dates import (
    about_doubt,
    about_era,
    about_orders,
    date_of_number,
    parse_date,
)
from almwp.intake.fardays import find_far_day
from almwp.intake.field import Field, FieldType
from almwp.intake.fieldlist import field_of
from almwp.intake.gatheringlinks import numbers_in
from almwp.intake.lines import lines_in
from almwp.intake.moments import read_moment
from almwp.intake.namevalues import bodies, country, marks, parties, partners
from almwp.intake.numbercolumn import parse_number
from almwp.intake.numbers import loses_digits
from almwp.intake.parsed import Parsed
from almwp.intake.percentcolumn import parse_percent
from almwp.intake.placements import area, outcome, plan
from almwp.intake.shortyears import in_full_years
from almwp.intake.sourcelines import read_source
from almwp.intake.statuswords import state_with_share
from almwp.intake.timeframes import ReadTimeframe, read_timeframe
from almwp.intake.tworeadings import find_other_reading, written
from almwp.intake.unknownwords import unknown_word
from almwp.intake.values import Values
from almwp.intake.wholes import whole
from almwp.model.activity import Change
from almwp.model.moment import Moment
from almwp.model.source import Source
from almwp.model.timeframe import Timeframe

_OF_REPORT = "as_of"
"""Key of the day of which a report speaks."""


def read_value(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    """Read *cell* as a value of the field *of*; an absence reads as None."""
    if cell.kind is CellKind.ERROR:
        return values.refuse(value_rules.ERROR_CELL, of, cell)
    if cell.kind is CellKind.UNCALCULATED:
        return values.refuse(value_rules.UNCALCULATED, of, cell)
    read = _READERS[of.type](values, of, cell)
    if read.value is None or not loses_digits(cell):
        return read
    lost = values.finding(
        edge_rules.DIGITS_LOST, of, cell, found=cell.text, expected=values.words(cell)
    )
    return evolve(read, findings=[*read.findings, lost])


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
    if both := state_with_share(words, values.lexicon):
        label = field_of(values.lexicon.columns, "percent").label
        split = values.finding(
            value_rules.SHARE_IN_STATUS,
            of,
            cell,
            expected=label.in_(values.language),
        )
        return Parsed(value=both.state.value, findings=(split,))
    return unknown_word(values, of, cell, "status")


def _timeframe(values: Values, of: Field, cell: Cell) -> Parsed[ReadTimeframe]:
    words = values.words(cell)
    if cell.kind is CellKind.NUMBER:
        return _timeframe_of_number(values, of, cell, words)
    column = values.dates_of(cell)
    read = read_timeframe(words, values.lexicon, column.day_first)
    findings: list[Finding] = []
    if full := _in_full(values, cell, is_known=_tells(read)):
        again = read_timeframe(full, values.lexicon, column.day_first)
        if again.timeframe.is_understood:
            read = evolve(again, timeframe=evolve(again.timeframe, raw=words))
            findings.append(_short_year(values, of, cell, written(read.timeframe)))
    if read.doubt:
        place = values.spot.at(cell)
        findings.append(about_doubt(place, of, words, read.doubt, column))
    elif not (_tells(read) or values.is_absent(words)):
        is_fiscal = names_fiscal_year(words)
        rule = reading_rules.FISCAL_YEAR if is_fiscal else value_rules.UNKNOWN_TIMEFRAME
        findings.append(values.finding(rule, of, cell))
    if read.is_changed:
        place = values.spot.at(cell)
        findings.append(about_era(place, of, words, written(read.timeframe)))
    if read.has_gaps:
        rule, times = reading_rules.SINGLE_TIMES, written(read.timeframe)
        findings.append(values.finding(rule, of, cell, expected=times))
    if read.is_before and read.timeframe.end:
        rule, end = reading_rules.ENDS_BEFORE, str(read.timeframe.end)
        findings.append(values.finding(rule, of, cell, expected=end))
    findings += find_other_reading(read, values, of, cell)
    findings += about_orders(values.spot, of, cell, column)
    return Parsed(value=read, findings=findings)


def _tells(read: ReadTimeframe) -> bool:
    return bool(read.timeframe.is_understood or read.status or read.doubt)


def _in_full(values: Values, cell: Cell, *, is_known: bool) -> str | None:
    """Return the words of *cell* with years in full, where only these are missing."""
    if is_known:
        return None
    return in_full_years(values.words(cell), values.lexicon, values.framework_of(cell))


def _short_year(values: Values, of: Field, cell: Cell, expected: str) -> Finding:
    framework = values.framework_of(cell)
    named = framework.id if framework else ""
    rule = reading_rules.SHORT_YEAR
    return values.finding(rule, of, cell, expected=expected, framework=named)


def _timeframe_of_number(
    values: Values, of: Field, cell: Cell, words: str
) -> Parsed[ReadTimeframe]:
    # A typed 06.2024 is the number 6.2024: digits after a point are no month.
    spot, starts_1904 = values.spot, values.starts_1904
    moment, found = date_of_number(spot, of, cell, words, starts_1904)
    read = ReadTimeframe(timeframe=Timeframe(raw=words, start=moment, end=moment))
    if moment or found:
        return Parsed(value=read, findings=found)
    unknown = values.finding(value_rules.UNKNOWN_TIMEFRAME, of, cell)
    return Parsed(value=read, findings=(unknown,))


def _addresses(values: Values, of: Field, cell: Cell) -> Parsed[tuple[Source, ...]]:
    lines = [line.strip(" •;") for line in values.words(cell).splitlines()]
    known = dict.fromkeys(line for line in lines if line)
    present = [a for a in known if not values.is_absent(a)]
    return Parsed(value=tuple(read_source(line) for line in present))


def _activities(values: Values, of: Field, cell: Cell) -> Parsed[tuple[str, ...]]:
    words = values.words(cell)
    return Parsed(value=() if values.is_absent(words) else numbers_in(words))


def _lines(values: Values, of: Field, cell: Cell) -> Parsed[tuple[str, ...]]:
    words = values.words(cell)
    return Parsed(value=() if values.is_absent(words) else lines_in(words))


def _date(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    column = values.dates_of(cell)
    spot, starts_1904 = values.spot, values.starts_1904
    read = parse_date(spot, values.lexicon, of, cell, column, starts_1904)
    is_known = not read.is_refused or cell.kind is not CellKind.TEXT
    if full := _in_full(values, cell, is_known=is_known):
        day = read_moment(full, values.lexicon)
        if isinstance(day, Moment):
            note = _short_year(values, of, cell, str(day))
            read = Parsed(value=day, findings=(note,))
    more = [*about_orders(spot, of, cell, column)]
    if of.key == _OF_REPORT and values.lexicon.sheet.key == "progress":
        # Elsewhere, as in a baseline, a day may be older than the programme.
        more += find_far_day(read.value, of, cell, values)
    return evolve(read, findings=[*read.findings, *more]) if more else read


def _percent(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    column = values.percents_of(cell)
    return parse_percent(values.spot, values.lexicon, of, cell, column)


def _number(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    column = values.numbers_of(cell)
    return parse_number(values.spot, values.lexicon, of, cell, column)


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
    FieldType.NUMBER: _number,
    FieldType.MARKS: marks,
    FieldType.PLAN: plan,
    FieldType.FRAMEWORK: _text,
    FieldType.MEETING: _text,
    FieldType.LANGUAGE: _text,
    FieldType.ADDRESSES: _addresses,
    FieldType.WHOLE: whole,
    FieldType.ROLE: _word("role"),
    FieldType.FRAMEWORK_STATUS: _word("framework_status"),
    FieldType.YES_NO: _word("yes_no"),
    FieldType.STANCE: _word("stance"),
    FieldType.ASKED: _word("asked"),
    FieldType.CLEARANCE: _word("clearance"),
    FieldType.AUDIENCE: _word("audience"),
    FieldType.DIRECTION: _word("direction"),
    FieldType.INDICATOR_KIND: _word("indicator_kind"),
    FieldType.ASK_KIND: _word("ask_kind"),
    FieldType.SUCCESSION: _word("succession"),
    FieldType.ACTIVITIES: _activities,
    FieldType.LINES: _lines,
}
