"""Read a line between the rows that says to what the rows below it belong."""

from attrs import evolve, field, frozen

from almwp.findings.rule import Finding, Severity
from almwp.intake.cells import Cell
from almwp.intake.cover import Cover
from almwp.intake.coverlines import label_of
from almwp.intake.fieldlist import field_of
from almwp.intake.parsed import Parsed
from almwp.intake.readvalue import read_value
from almwp.intake.values import Values
from almwp.model.activity import PlanReference
from almwp.model.fields import frozen_items


@frozen(kw_only=True)
class Section:
    """To what the rows below a line belong.

    Attributes:
        outcome: The outcome, where the line names one.
        area: The area, where it names one.
    """

    outcome: PlanReference | None = None
    area: PlanReference | None = None


@frozen(kw_only=True)
class ReadSection:
    """A section, and what was found while it was read."""

    section: Section
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def section_key(text: str, values: Values) -> str:
    """Return ``outcome`` or ``area`` where *text* says that it is one, else nothing.

    ``Thematic Area 2`` and ``Outcome: ...`` say so; the bare word does not.
    """
    label = label_of(text, values.lexicon)
    if label is None or label.key not in {"outcome", "area"}:
        return ""
    return label.key if label.number or label.value else ""


def read_section(cell: Cell, values: Values, current: Section) -> ReadSection:
    """Read *cell*, a line between the rows.

    A line that names no outcome and no area ends the section before it: nobody says
    that the rows below it still belong there.
    """
    key = section_key(cell.text, values)
    if key == "area":
        area = _read("area", cell, values)
        section = Section(outcome=current.outcome, area=area.value)
        return ReadSection(section=section, findings=area.findings)
    outcome = _read("outcome", cell, values)
    if key == "outcome" or _is_node(outcome):
        return ReadSection(
            section=Section(outcome=outcome.value), findings=outcome.findings
        )
    area = _read("area", cell, values)
    if _is_node(area):
        return ReadSection(section=Section(outcome=current.outcome, area=area.value))
    return ReadSection(section=Section())


def cover_below(
    cover: Cover, cell: Cell, read: ReadSection, values: Values, comes_again: bool
) -> Cover:
    """Return what the lines above a table still say of the rows below *cell*.

    Their outcome ends with one that was refused, and with any title right above
    headings that come again; a mere heading between the rows only parts them.

    Args:
        cover: What the lines above say.
        cell: A line between the rows.
        read: What it says.
        values: What is known of the sheet.
        comes_again: Whether the headings of the table come again below it.
    """
    is_refused = any(f.severity is Severity.ERROR for f in read.findings)
    if is_refused and section_key(cell.text, values) == "area":
        return evolve(cover, area=None)
    return cover.without_place() if is_refused or comes_again else cover


def _read(key: str, cell: Cell, values: Values) -> Parsed[PlanReference]:
    of = field_of(values.lexicon.fields.progress, key)
    parsed: Parsed[PlanReference] = read_value(values, of, cell)
    return Parsed(findings=parsed.findings) if parsed.is_refused else parsed


def _is_node(parsed: Parsed[PlanReference]) -> bool:
    return parsed.value is not None and parsed.value.node is not None
