"""Read the lines above a table: who reports, on what, and as of when."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, field, frozen

from almwp.catalogue.meetings import find_meeting
from almwp.findings import file_rules, value_rules
from almwp.findings.rule import Finding
from almwp.intake.cells import Cell, CellKind
from almwp.intake.fates import Fates
from almwp.intake.field import FieldType
from almwp.intake.fieldlist import field_of
from almwp.intake.frameworknames import find_framework
from almwp.intake.lexicon import Lexicon, heading_key
from almwp.intake.values import Values
from almwp.model.activity import PlanReference
from almwp.model.fields import frozen_items
from almwp.model.folding import fold
from almwp.model.framework import Framework
from almwp.model.ids import BodyId, CountryCode, FrameworkId
from almwp.model.ledger import Fate
from almwp.model.moment import Moment

_NUMBERED = re.compile(r"(?P<label>.*?\D)\s+(?P<number>\d+(?:\.\d+)*)\s*")


@frozen(kw_only=True)
class Cover:
    """What the lines above a table say.

    Attributes:
        country: Who reports.
        body: The body whose list it is.
        institution: The ministry or agency.
        contact: Whom to ask.
        framework: The programme reported on.
        as_of: The day of which the file speaks.
        meeting: The meeting for which it was made: its id where it is known, else
            its words.
        language: Language of the titles.
        outcome: The outcome to which all rows belong.
        area: The area to which all rows belong.
        findings: What was found on the way.
    """

    country: CountryCode | None = None
    body: BodyId | None = None
    institution: str = ""
    contact: str = ""
    framework: FrameworkId | None = None
    as_of: Moment | None = None
    meeting: str = ""
    language: str = ""
    outcome: PlanReference | None = None
    area: PlanReference | None = None
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


@frozen(kw_only=True)
class _Line:
    """A label and its value; both may stand in one cell."""

    key: str
    value: Cell
    cells: tuple[Cell, ...]


def read_cover(
    cover: Cover,
    rows: Iterable[Mapping[int, Cell]],
    values: Values,
    fates: Fates,
    title_fate: Fate = Fate.HEADING,
) -> Cover:
    """Read the lines of *rows* into *cover*; what it says already stays.

    Cells that are no label and no value are titles; they get *title_fate*.
    """
    sheet = values.spot.sheet
    titles: list[Cell] = []
    lines: list[_Line] = []
    for row in rows:
        found = list(_lines(row, values))
        lines += found
        taken = {id(cell) for line in found for cell in line.cells}
        titles += [cell for cell in row.values() if id(cell) not in taken]
    # The programme comes first: outcomes and areas are those of a programme.
    for line in sorted(lines, key=lambda line: line.key != "framework"):
        known = evolve(values, framework=_framework_of(cover, values))
        parsed = _read_line(line, known)
        refused = any(f.severity == "error" for f in parsed.findings)
        fate = Fate.REFUSED if refused else Fate.READ
        why = parsed.findings[0].code if refused else line.key
        if getattr(cover, line.key) not in (None, ""):
            fate, why = Fate.IGNORED, "said above already"
        elif parsed.value is not None:
            cover = evolve(cover, **{line.key: parsed.value})
        for cell in line.cells:
            is_label = cell is not line.value
            fates.give(sheet, cell, Fate.HEADING if is_label else fate, why)
        cover = evolve(cover, findings=cover.findings + tuple(parsed.findings))
    cover = _from_titles(cover, titles, values)
    fates.give_all(sheet, titles, title_fate, "title")
    return cover


def _framework_of(cover: Cover, values: Values) -> Framework | None:
    known = values.lexicon.frameworks
    return next((f for f in known if f.id == cover.framework), values.framework)


def _lines(row: Mapping[int, Cell], values: Values) -> Iterator[_Line]:
    """Find labels in a row: ``Label: value`` in a cell, or label and value in two."""
    cells = list(row.values())
    skip = False
    for place, cell in enumerate(cells):
        if skip:
            skip = False
            continue
        label, colon, rest = cell.text.partition(":")
        if cell.kind is not CellKind.TEXT:
            continue
        key, number = _label(label, values.lexicon)
        if key and colon and rest.strip():
            value = evolve(cell, text=f"{number} {rest.strip()}".strip())
            yield _Line(key=key, value=value, cells=(cell,))
        elif key and place + 1 < len(cells):
            skip = True
            after = cells[place + 1]
            yield _Line(key=key, value=after, cells=(cell, after))


def _label(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the field that a label means, and the number that it ends with."""
    if word := lexicon.cover.get(heading_key(text)):
        return word.key, ""
    numbered = _NUMBERED.fullmatch(text)
    word = lexicon.cover.get(heading_key(numbered["label"])) if numbered else None
    if numbered and word and word.key in {"outcome", "area"}:
        return word.key, numbered["number"]
    return "", ""


@frozen(kw_only=True)
class _Said:
    value: Any = None
    findings: tuple[Finding, ...] = field(default=(), converter=frozen_items)


def _read_line(line: _Line, values: Values) -> _Said:
    of = field_of(values.lexicon.fields.cover, line.key)
    words = values.words(line.value)
    match of.type:
        case FieldType.FRAMEWORK:
            framework = find_framework(words, values.lexicon)
            if framework:
                return _Said(value=framework.id)
            examples = ", ".join(str(f.title) for f in values.lexicon.frameworks[:3])
            rule = file_rules.FORMAT_UNKNOWN_LINE
            label = of.label.in_(values.language)
            unknown = values.finding(
                rule, of, line.value, label=label, expected=examples
            )
            return _Said(findings=(unknown,))
        case FieldType.MEETING:
            meeting = find_meeting(words)
            if meeting:
                return _Said(value=meeting.id)
            unknown = values.finding(value_rules.UNKNOWN_MEETING, of, line.value)
            return _Said(value=words, findings=(unknown,))
        case FieldType.LANGUAGE:
            return _Said(value=values.lexicon.languages.get(fold(words)))
        case FieldType.BODIES:
            bodies = values.read(of, line.value)
            first = bodies.value[0] if bodies.value else None
            return _Said(value=first, findings=bodies.findings)
        case _:
            parsed = values.read(of, line.value)
            value = None if parsed.is_refused else parsed.value
            return _Said(value=value, findings=parsed.findings)


def _from_titles(cover: Cover, titles: list[Cell], values: Values) -> Cover:
    """Take the programme from the titles where no line names it."""
    if cover.framework is not None:
        return cover
    named = {
        framework.id
        for cell in titles
        if (framework := find_framework(values.words(cell), values.lexicon))
    }
    return evolve(cover, framework=named.pop()) if len(named) == 1 else cover
