"""Make the rows of a framework workbook: the framework, its levels, nodes and more."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from attrs import frozen

from almwp.findings import framework_rules
from almwp.findings.rule import Finding
from almwp.intake.cover import Cover
from almwp.intake.extras import ReadExtras
from almwp.intake.frameworkvalues import (
    about_basis,
    at_field,
    lines_of,
    period_of,
    text_of,
    weight_of,
)
from almwp.intake.lines import lines_in
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
from almwp.model.programmeindicator import ProgrammeIndicator
from almwp.model.source import Basis, Statement, Tally

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
    findings = about_basis(read, values)
    known = squeeze(read.words("id"))
    status = read.get("status") or FrameworkStatus.DRAFT
    record = Framework(
        id=FrameworkId(known or squeeze(read.words("title")) or "?"),
        title=text_of(read, "title", values, cover),
        aliases=lines_of(read.words("aliases")),
        kind=squeeze(read.words("kind")),
        period=period_of(read, values, findings),
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
            at_field(
                framework_rules.FRAMEWORK_KNOWN, "id", read, values, found=record.id
            )
        )
    return record, findings


def _level(read: RowValues, values: Values, cover: Cover) -> _Made:
    complete = read.get("complete")
    role = read.get("role")
    record = Level(
        id=squeeze(read.words("id")) or squeeze(read.words("name")) or "?",
        name=text_of(read, "name", values, cover),
        role=Role(role) if role else None,
        complete=complete == "yes" if complete else None,
        total=read.get("total"),
        basis=Basis(read.get("basis") or Basis.UNKNOWN),
    )
    return record, []


def _node(read: RowValues, values: Values, cover: Cover) -> _Made:
    number = squeeze(read.words("number"))
    title = text_of(read, "title", values, cover)
    weight, findings = weight_of(read, values)
    record = Node(
        id=NodeId(squeeze(read.words("id")) or number or str(title)),
        level=squeeze(read.words("level")) or "?",
        number=number,
        title=title,
        title_basis=Basis(read.get("title_basis") or Basis.CONFIRMED),
        placement=_placement(read),
        bodies=read.get("bodies") or (),
        added=read.get("added"),
        raised_by=read.get("raised_by"),
        weight=weight,
        basis=Basis(read.get("basis") or Basis.UNKNOWN),
        sources=read.get("sources") or (),
        note=read.words("note"),
    )
    return record, [*findings, *about_basis(read, values)]


def _placement(read: RowValues) -> Basis:
    """Return on what it stands that a node belongs where it does.

    Its row says so with all else, so a blank cell stands on what the row stands on.
    """
    if said := read.get("placement"):
        return Basis(said)
    if read.is_refused("placement") or not squeeze(read.words("parents")):
        return Basis.UNKNOWN
    return Basis(read.get("basis") or Basis.UNKNOWN)


def _statement(read: RowValues, values: Values, cover: Cover) -> _Made:
    findings = about_basis(read, values)
    about, text = squeeze(read.words("about")), text_of(read, "text", values, cover)
    basis = Basis(read.get("basis") or Basis.UNKNOWN)
    sources, note = read.get("sources") or (), read.words("note")
    total = read.get("total")
    parts = {key: read.get(key) for key in ("completed", "ongoing", "planned")}
    counted = sum(part or 0 for part in parts.values())
    if total is not None and counted > total:
        excess = framework_rules.PARTS_EXCEED_TOTAL
        found = str(counted)
        findings.append(
            at_field(excess, "total", read, values, found=found, other=total)
        )
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
    name = text_of(read, "name", values, cover)
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
    return record, about_basis(read, values)


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
    return record, about_basis(read, values)


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
            parents=lines_in(read.words("parents") or read.words("node")),
            language=values.language,
            origin=origin,
        )
        return MadeRow(record=draft, findings=findings)

    return made


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
