"""Make the rows of a framework workbook: the framework, its levels, nodes and more."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from attrs import frozen

from almwp.findings import describing_rules, framework_rules
from almwp.findings.rule import Finding, Rule
from almwp.intake.cover import Cover
from almwp.intake.extras import ReadExtras
from almwp.intake.fieldlist import field_of
from almwp.intake.maderow import MadeRow, RowMaker
from almwp.intake.partylines import read_parties_of
from almwp.intake.rowvalues import RowValues
from almwp.intake.sections import Section
from almwp.intake.values import Values
from almwp.model.activity import RowOrigin
from almwp.model.fields import squeeze
from almwp.model.framework import (
    Framework,
    FrameworkStatus,
    Level,
    Node,
    Role,
    Succession,
    SuccessionKind,
)
from almwp.model.ids import FrameworkId, IndicatorId, NodeId
from almwp.model.indicator import Direction, IndicatorKind
from almwp.model.moment import Period
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.model.source import Basis, Statement, Tally
from almwp.model.text import UNDETERMINED, Text

_Record = Framework | Level | Node | Statement | Tally | ProgrammeIndicator | Succession
_Made = tuple[_Record, list[Finding]]


@frozen(kw_only=True)
class Draft:
    """A row of a framework workbook; what it refers to is looked up later.

    Attributes:
        sheet: Key of its sheet.
        record: A framework without levels and nodes, or a part of one.
        parents: For a node, what it belongs to, as written; for an indicator, the
            node that it follows.
        language: Language of the headings.
        origin: Where it was read.
    """

    sheet: str
    record: _Record
    parents: tuple[str, ...] = ()
    language: str
    origin: RowOrigin


def _framework(read: RowValues, values: Values, cover: Cover) -> _Made:
    findings = _about_basis(read, values)
    known = squeeze(read.words("id"))
    status = read.get("status") or FrameworkStatus.DRAFT
    record = Framework(
        id=FrameworkId(known or squeeze(read.words("title")) or "?"),
        title=_text(read, "title", values, cover),
        aliases=lines_of(read.words("aliases")),
        kind=squeeze(read.words("kind")),
        period=_period(read, values, findings),
        status=FrameworkStatus(status),
        adopted_by=squeeze(read.words("adopted_by")),
        adopted_on=read.get("adopted_on"),
        parent=FrameworkId(squeeze(read.words("parent"))) or None,
        bodies=read.get("bodies") or (),
        country=read.get("country"),
        parties=read_parties_of(read.get("parties") or (), values.lexicon),
        basis=Basis(read.get("basis") or Basis.UNKNOWN),
        sources=read.get("sources") or (),
        note=read.words("note"),
    )
    if values.lexicon.framework(record.id):
        findings.append(
            _at(framework_rules.FRAMEWORK_KNOWN, "id", read, values, found=record.id)
        )
    return record, findings


def _level(read: RowValues, values: Values, cover: Cover) -> _Made:
    complete = read.get("complete")
    role = read.get("role")
    record = Level(
        id=squeeze(read.words("id")) or squeeze(read.words("name")) or "?",
        name=_text(read, "name", values, cover),
        role=Role(role) if role else None,
        complete=complete == "yes" if complete else None,
        total=read.get("total"),
        basis=Basis(read.get("basis") or Basis.UNKNOWN),
    )
    return record, []


def _node(read: RowValues, values: Values, cover: Cover) -> _Made:
    number = squeeze(read.words("number"))
    title = _text(read, "title", values, cover)
    weight, findings = _weight(read, values)
    record = Node(
        id=NodeId(squeeze(read.words("id")) or number or str(title)),
        level=squeeze(read.words("level")) or "?",
        number=number,
        title=title,
        title_basis=Basis(read.get("title_basis") or Basis.CONFIRMED),
        placement=Basis(read.get("placement") or Basis.UNKNOWN),
        bodies=read.get("bodies") or (),
        added=read.get("added"),
        raised_by=read.get("raised_by"),
        weight=weight,
        basis=Basis(read.get("basis") or Basis.UNKNOWN),
        sources=read.get("sources") or (),
        note=read.words("note"),
    )
    return record, [*findings, *_about_basis(read, values)]


def _weight(read: RowValues, values: Values) -> tuple[Fraction | None, list[Finding]]:
    """Return the weight of a node; what is no weight leaves it unknown."""
    weight = read.get("weight")
    if not isinstance(weight, Fraction):  # blank, or told to be missing
        return None, []
    if weight >= 0:
        return weight, []
    negative = framework_rules.NEGATIVE_WEIGHT
    return None, [_at(negative, "weight", read, values, found=str(weight))]


def _statement(read: RowValues, values: Values, cover: Cover) -> _Made:
    findings = _about_basis(read, values)
    about, text = squeeze(read.words("about")), _text(read, "text", values, cover)
    basis = Basis(read.get("basis") or Basis.UNKNOWN)
    sources, note = read.get("sources") or (), read.words("note")
    total = read.get("total")
    parts = {key: read.get(key) for key in ("completed", "ongoing", "planned")}
    counted = sum(part or 0 for part in parts.values())
    if total is not None and counted > total:
        excess = framework_rules.PARTS_EXCEED_TOTAL
        found = str(counted)
        findings.append(_at(excess, "total", read, values, found=found, other=total))
        total = None
    if total is None:
        statement = Statement(
            about=about or str(text),
            text=text,
            basis=basis,
            sources=sources,
            as_of=read.get("as_of"),
            note=note,
        )
        return statement, findings
    tally = Tally(
        id=about or str(text),
        text=text,
        total=total,
        as_of=read.get("as_of"),
        basis=basis,
        sources=sources,
        note=note,
        **parts,
    )
    return tally, findings


def _indicator(read: RowValues, values: Values, cover: Cover) -> _Made:
    number = squeeze(read.words("number"))
    name = _text(read, "name", values, cover)
    direction, kind = read.get("direction"), read.get("kind")
    record = ProgrammeIndicator(
        id=IndicatorId(squeeze(read.words("id")) or number or str(name)),
        number=number,
        name=name,
        unit=squeeze(read.words("unit")),
        direction=Direction(direction) if direction else None,
        kind=IndicatorKind(kind) if kind else None,
        baseline=read.get("baseline"),
        baseline_when=read.get("baseline_when"),
        target=read.get("target"),
        target_year=read.get("target_year"),
        basis=Basis(read.get("basis") or Basis.UNKNOWN),
        sources=read.get("sources") or (),
        note=read.words("note"),
    )
    return record, _about_basis(read, values)


def _succession(read: RowValues, values: Values, cover: Cover) -> _Made:
    """Make a link; its nodes are as written, and it does not yet lead anywhere."""
    record = Succession(
        kind=SuccessionKind(read.get("kind") or SuccessionKind.SUCCEEDS),
        old_framework=FrameworkId(squeeze(read.words("old_framework"))),
        new_framework=FrameworkId(""),
        old=tuple(NodeId(words) for words in read.get("old") or ()),
        new=tuple(NodeId(words) for words in read.get("new") or ()),
        basis=Basis(read.get("basis") or Basis.UNKNOWN),
        sources=read.get("sources") or (),
        note=read.words("note"),
    )
    return record, _about_basis(read, values)


def _maker(kind: str) -> RowMaker:
    """Return the maker of the rows of the sheet *kind*."""
    make = _OF_SHEET[kind]

    def made(
        read: RowValues,
        *,
        cover: Cover,
        section: Section,
        origin: RowOrigin,
        extras: ReadExtras,
        values: Values,
    ) -> MadeRow:
        record, findings = make(read, values, cover)
        draft = Draft(
            sheet=kind,
            record=record,
            parents=lines_of(read.words("parents") or read.words("node")),
            language=values.language,
            origin=origin,
        )
        return MadeRow(record=draft, findings=findings)

    return made


def lines_of(words: str) -> tuple[str, ...]:
    """Return the lines of a cell, squeezed; a semicolon ends a line too."""
    parts = words.replace(";", "\n").splitlines()
    return tuple(line for part in parts if (line := squeeze(part)))


def _text(read: RowValues, key: str, values: Values, cover: Cover) -> Text:
    """Return a text in English and in the national language of the workbook."""
    national = cover.language or values.language
    if national == "en":  # nobody says which language the other column is in
        national = UNDETERMINED
    forms = {
        "en": squeeze(read.words(key)),
        national: squeeze(read.words(f"{key}_national")),
    }
    return Text.from_forms(forms)


def _period(read: RowValues, values: Values, findings: list[Finding]) -> Period | None:
    first, last = read.get("first_year"), read.get("last_year")
    if first is None and last is None:
        is_refused = read.is_refused("first_year") or read.is_refused("last_year")
        if not is_refused:
            rule = describing_rules.PERIOD_MISSING
            findings.append(_at(rule, "first_year", read, values))
        return None
    if first is None or (last is not None and last < first):
        key = "first_year" if read.cell("first_year") else "last_year"
        said = f"{'' if first is None else first}-{'' if last is None else last}"
        rule = framework_rules.NO_PERIOD
        findings.append(_at(rule, key, read, values, found=said))
        return None
    return Period(first, last)


def _about_basis(read: RowValues, values: Values) -> list[Finding]:
    """Say that a row does not tell on what it stands, or where it was read."""
    basis = read.get("basis")
    if read.is_refused("basis"):
        return []
    if not basis:
        return [_at(framework_rules.NO_BASIS, "basis", read, values)]
    is_cited = read.get("sources") or read.is_refused("sources")
    if basis in (Basis.CONFIRMED, Basis.REPORTED) and not is_cited:
        return [_at(framework_rules.NO_SOURCE, "sources", read, values, found=basis)]
    return []


def _at(rule: Rule, key: str, read: RowValues, values: Values, **facts: Any) -> Finding:
    """Return a finding at the cell of *key*, or else at the row's first cell."""
    cell = read.cell(key) or read.first_cell
    label = field_of(values.lexicon.columns, key).label.in_(values.language)
    place = values.spot.at(cell)
    return rule.at(place, field=key, label=label, **facts)


_OF_SHEET: Mapping[str, Callable[[RowValues, Values, Cover], _Made]] = MappingProxyType(
    {
        "framework": _framework,
        "levels": _level,
        "nodes": _node,
        "statements": _statement,
        "programme_indicators": _indicator,
        "successions": _succession,
    }
)

FRAMEWORK_MAKERS: Mapping[str, RowMaker] = MappingProxyType(
    {kind: _maker(kind) for kind in _OF_SHEET}
)
"""The makers of the sheets of a framework workbook."""
