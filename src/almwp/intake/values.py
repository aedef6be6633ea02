"""Read the value of a cell by the type of its field."""

from collections.abc import Callable
from typing import Any

from attrs import evolve, field, frozen

from almwp.findings import framework_rules, value_rules
from almwp.findings.rule import Finding, Rule
from almwp.intake.cells import Cell, CellKind
from almwp.intake.dates import ColumnDates, parse_date
from almwp.intake.display import words_of
from almwp.intake.field import Field, FieldType
from almwp.intake.frameworknames import find_framework, find_node, titles_of
from almwp.intake.lexicon import Lexicon
from almwp.intake.names import (
    ReadParties,
    names_in,
    read_bodies,
    read_parties,
    read_party,
)
from almwp.intake.nearby import near
from almwp.intake.parsed import Parsed, Spot
from almwp.intake.percentcolumn import ColumnPercents, parse_percent
from almwp.intake.timeframes import ReadTimeframe, read_timeframe
from almwp.model.activity import PlanReference
from almwp.model.fields import frozen_items
from almwp.model.framework import Framework, Node
from almwp.model.party import Party
from almwp.model.source import Source


@frozen(kw_only=True)
class Values:
    """Reads the cells of one sheet.

    Attributes:
        spot: The sheet.
        lexicon: The words of all languages.
        language: Language of the headings.
        framework: The framework to which the file reports, where it is known.
        starts_1904: Whether dates count from 1904.
        dates: What the columns of dates say together, by column.
        percents: What the columns of percentages say together, by column.
    """

    spot: Spot
    lexicon: Lexicon
    language: str = "en"
    framework: Framework | None = None
    starts_1904: bool = False
    dates: tuple[tuple[int, ColumnDates], ...] = field(
        default=(), converter=frozen_items
    )
    percents: tuple[tuple[int, ColumnPercents], ...] = field(
        default=(), converter=frozen_items
    )

    def read(self, of: Field, cell: Cell) -> Parsed[Any]:
        """Read *cell* as a value of the field *of*; an absence reads as None."""
        if cell.kind is CellKind.ERROR:
            return self._refuse(value_rules.ERROR_CELL, of, cell)
        if cell.kind is CellKind.UNCALCULATED:
            return self._refuse(value_rules.UNCALCULATED, of, cell)
        return _READERS[of.type](self, of, cell)

    def words(self, cell: Cell) -> str:
        """Return the value of *cell* in words."""
        return words_of(cell, starts_1904=self.starts_1904)

    def finding(self, rule: Rule, of: Field, cell: Cell, **facts: Any) -> Finding:
        """Return a finding of *rule* at *cell*."""
        facts.setdefault("found", self.words(cell))
        return rule.at(self.spot.at(cell), field=of.key, **facts)

    def _refuse(self, rule: Rule, of: Field, cell: Cell, **facts: Any) -> Parsed[Any]:
        return Parsed(findings=(self.finding(rule, of, cell, **facts),))


def _text(values: Values, of: Field, cell: Cell) -> Parsed[str]:
    return Parsed(value=values.words(cell))


def _word(table: str) -> Callable[[Values, Field, Cell], Parsed[str]]:
    def read(values: Values, of: Field, cell: Cell) -> Parsed[str]:
        words = values.words(cell)
        meaning = values.lexicon.meaning(table, words)
        if meaning or values.lexicon.meaning("absence", words):
            return Parsed(value=meaning)
        return _unknown_word(values, of, cell, table)

    return read


def _unknown_word(values: Values, of: Field, cell: Cell, table: str) -> Parsed[Any]:
    words = values.words(cell)
    known = values.lexicon.words[table]
    rule = value_rules.UNKNOWN_STATUS if table == "status" else value_rules.UNKNOWN_WORD
    finding = values.finding(
        rule,
        of,
        cell,
        expected=values.lexicon.choices(table),
        suggestions=near(words, known),
        label=of.label.in_(values.language),
    )
    return Parsed(findings=(finding,))


def _status(values: Values, of: Field, cell: Cell) -> Parsed[str]:
    """Read a state; ``other`` for a word that is none of the three states."""
    words = values.words(cell)
    meaning = values.lexicon.meaning("status", words)
    if meaning == "other":
        expected = values.lexicon.choices("status")
        note = values.finding(value_rules.OTHER_STATUS, of, cell, expected=expected)
        return Parsed(value=meaning, findings=(note,))
    if meaning:
        return Parsed(value=meaning)
    absence = values.lexicon.meaning("absence", words)
    if absence:
        return Parsed(value=absence)
    return _unknown_word(values, of, cell, "status")


def _marks(values: Values, of: Field, cell: Cell) -> Parsed[tuple[str, ...]]:
    marks: dict[str, None] = {}
    findings = []
    for name in names_in(values.words(cell), values.lexicon):
        meaning = values.lexicon.meaning("mark", name)
        if meaning:
            marks[meaning] = None
        elif not values.lexicon.meaning("absence", name):
            unknown = _unknown_word(values, of, cell, "mark").findings[0]
            findings.append(evolve(unknown, found=name))
    return Parsed(value=tuple(marks), findings=findings)


def _parties(values: Values, of: Field, cell: Cell) -> Parsed[tuple[Party, ...]]:
    words = values.words(cell)
    if values.lexicon.meaning("absence", words):
        return Parsed(value=())
    read: ReadParties = read_parties(words, values.lexicon)
    strange = [
        values.finding(value_rules.UNKNOWN_PARTY, of, cell, found=name)
        for name in read.strange
    ]
    return Parsed(value=read.parties, findings=strange)


def _partners(values: Values, of: Field, cell: Cell) -> Parsed[tuple[Party, ...]]:
    words = values.words(cell)
    if values.lexicon.meaning("absence", words):
        return Parsed(value=())
    return Parsed(value=read_parties(words, values.lexicon).parties)


def _bodies(values: Values, of: Field, cell: Cell) -> Parsed[tuple[str, ...]]:
    words = values.words(cell)
    if values.lexicon.meaning("absence", words):
        return Parsed(value=())
    bodies, strange = read_bodies(words, values.lexicon)
    findings = [
        values.finding(
            value_rules.UNKNOWN_BODY,
            of,
            cell,
            found=name,
            expected="SLOM, SLOM-WG, ACMW, ASEAN-OSHNET",
        )
        for name in strange
    ]
    return Parsed(value=bodies, findings=findings)


def _country(values: Values, of: Field, cell: Cell) -> Parsed[str]:
    words = values.words(cell)
    party = read_party(words, values.lexicon)
    if party.kind == "country":
        return Parsed(value=party.id)
    if values.lexicon.meaning("absence", words):
        return Parsed()
    return values._refuse(value_rules.UNKNOWN_COUNTRY, of, cell)


def _timeframe(values: Values, of: Field, cell: Cell) -> Parsed[ReadTimeframe]:
    words = values.words(cell)
    read = read_timeframe(words, values.lexicon)
    findings = []
    is_absent = values.lexicon.meaning("absence", words)
    if not read.timeframe.is_understood and not is_absent and not read.status:
        findings.append(values.finding(value_rules.UNKNOWN_TIMEFRAME, of, cell))
    if read.status:
        findings.append(values.finding(value_rules.STATUS_IN_TIMEFRAME, of, cell))
    return Parsed(value=read, findings=findings)


def _outcome(values: Values, of: Field, cell: Cell) -> Parsed[PlanReference]:
    framework = values.framework
    if framework is None:
        return _in_words(values, cell)
    if not framework.outcomes:
        return _in_words(values, cell, of, framework_rules.NO_OUTCOMES_YET, framework)
    found = _node(values, cell, framework, framework.outcomes)
    if found:
        return found
    rule = framework_rules.UNKNOWN_OUTCOME
    return _unknown_node(values, of, cell, rule, framework, framework.outcomes)


def _area(values: Values, of: Field, cell: Cell) -> Parsed[PlanReference]:
    framework = values.framework
    if framework is None:
        return _in_words(values, cell)
    areas = framework.priority_areas
    if found := _node(values, cell, framework, areas + framework.topics):
        return found
    if not framework.has_all_areas:
        return _in_words(values, cell, of, framework_rules.AREA_NOT_PUBLIC, framework)
    rule = framework_rules.UNKNOWN_AREA
    return _unknown_node(values, of, cell, rule, framework, areas)


def _node(
    values: Values, cell: Cell, framework: Framework, nodes: tuple[Node, ...]
) -> Parsed[PlanReference] | None:
    words = values.words(cell)
    if values.lexicon.meaning("absence", words):
        return Parsed()
    node = find_node(words, nodes)
    if node is None:
        return None
    return Parsed(
        value=PlanReference(framework=framework.id, node=node.id, words=words)
    )


def _in_words(
    values: Values,
    cell: Cell,
    of: Field | None = None,
    rule: Rule | None = None,
    framework: Framework | None = None,
) -> Parsed[PlanReference]:
    words = values.words(cell)
    if values.lexicon.meaning("absence", words):
        return Parsed()
    reference = PlanReference(
        framework=framework.id if framework else None, words=words
    )
    if rule is None or of is None or framework is None:
        return Parsed(value=reference)
    note = values.finding(rule, of, cell, framework=framework.id)
    return Parsed(value=reference, findings=(note,))


def _unknown_node(
    values: Values,
    of: Field,
    cell: Cell,
    rule: Rule,
    framework: Framework,
    nodes: tuple[Node, ...],
) -> Parsed[PlanReference]:
    titles = [form for node in nodes for _, form in node.title.forms]
    return values._refuse(
        rule,
        of,
        cell,
        framework=framework.id,
        expected=titles_of(nodes, values.language),
        suggestions=near(values.words(cell), titles),
    )


def _plan(values: Values, of: Field, cell: Cell) -> Parsed[tuple[PlanReference, ...]]:
    references, findings = [], []
    for line in values.words(cell).splitlines():
        words = line.strip(" -•;,")
        if not words or values.lexicon.meaning("absence", words):
            continue
        framework = find_framework(words, values.lexicon)
        references.append(
            PlanReference(framework=framework.id if framework else None, words=words)
        )
        if framework is None:
            findings.append(
                values.finding(value_rules.UNKNOWN_PLAN, of, cell, found=words)
            )
    return Parsed(value=tuple(references), findings=findings)


def _addresses(values: Values, of: Field, cell: Cell) -> Parsed[tuple[Source, ...]]:
    lines = [line.strip(" •;") for line in values.words(cell).splitlines()]
    known = dict.fromkeys(line for line in lines if line)
    present = [a for a in known if not values.lexicon.meaning("absence", a)]
    return Parsed(value=tuple(Source(address=address) for address in present))


def _date(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    column = dict(values.dates).get(cell.column, ColumnDates())
    return parse_date(values.spot, values.lexicon, of, cell, column, values.starts_1904)


def _percent(values: Values, of: Field, cell: Cell) -> Parsed[Any]:
    column = dict(values.percents).get(cell.column, ColumnPercents())
    return parse_percent(values.spot, values.lexicon, of, cell, column)


_READERS: dict[FieldType, Callable[[Values, Field, Cell], Parsed[Any]]] = {
    FieldType.TEXT: _text,
    FieldType.TITLE: _text,
    FieldType.OUTCOME: _outcome,
    FieldType.AREA: _area,
    FieldType.BASIS: _word("basis"),
    FieldType.LEVEL: _word("level"),
    FieldType.PARTIES: _parties,
    FieldType.PARTNERS: _partners,
    FieldType.BODIES: _bodies,
    FieldType.COUNTRY: _country,
    FieldType.TIMEFRAME: _timeframe,
    FieldType.DATE: _date,
    FieldType.STATUS: _status,
    FieldType.CHANGE: _word("change"),
    FieldType.PERCENT: _percent,
    FieldType.MARKS: _marks,
    FieldType.PLAN: _plan,
    FieldType.FRAMEWORK: _text,
    FieldType.MEETING: _text,
    FieldType.LANGUAGE: _text,
    FieldType.ADDRESSES: _addresses,
}
