"""A report as one CSV table: a line for each row of its tables and each statement."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from attrs import define, field, frozen

from almwp.errors import Translate
from almwp.exporting.characters import harmless, no_formula
from almwp.exporting.csvcells import number_cells
from almwp.exporting.evidence import Origins, evidence_of, marks_of
from almwp.exporting.phrases import phrases_of
from almwp.exporting.tables import figure_table
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.report import (
    Block,
    Bullets,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Basis

COLUMNS = ("line", "section", "block", "table", "text", "basis")
"""The first columns; then come those of the tables, and where all was read."""

NOTES, ORIGINS = "notes", "origins"
"""The last columns: the notes of a line, as in every format, and all their cells."""

_NUMBER = ("decimal", "numerator", "denominator")
_Place = tuple[str, int]
"""A heading, and the how manieth in its table it is with these words."""


@frozen(kw_only=True)
class _Line:
    block: str
    section: str = ""
    table: str = ""
    text: str = ""
    basis: Basis | None = None
    cells: tuple[tuple[_Place, TableCell], ...] = ()
    groups: tuple[Origins, ...] = ()


@define(kw_only=True)
class _Sections:
    """The headings under which a block stands."""

    _open: list[Heading] = field(factory=list, init=False)

    def begin(self, heading: Heading) -> None:
        self._open = [h for h in self._open if h.level < heading.level] + [heading]

    def __str__(self) -> str:
        return " > ".join(heading.text for heading in self._open)


def render(report: Report) -> bytes:
    """Lay out *report*: UTF-8 with the mark by which Excel knows it.

    Tables with the same headings share their columns, so that the activities of all
    sections can be filtered together.
    """
    lines = tuple(_lines(report))
    used = [place for line in lines for place, _ in line.cells]
    numeric = {p for line in lines for p, cell in line.cells if not _says_all(cell)}
    places = {place: place in numeric for place in dict.fromkeys(used)}
    stream = io.StringIO(newline="")
    table = csv.writer(stream, lineterminator="\n")
    table.writerow([*COLUMNS, *_headings(places.items()), NOTES, ORIGINS])
    marks = marks_of(evidence_of(report))
    for number, line in enumerate(lines, start=1):
        table.writerow([*_cells(number, line, places.items()), *_notes(line, marks)])
    return stream.getvalue().encode("utf-8-sig")


def _says_all(cell: TableCell) -> bool:
    """Say whether the text of a cell is its exact number, or there is none."""
    number = cell.number
    return number is None or (number.denominator == 1 and cell.text == str(number))


def _headings(places: Iterable[tuple[_Place, bool]]) -> Iterator[str]:
    """Give the headings of the tables' columns, each of which occurs once."""
    taken = {*COLUMNS, NOTES, ORIGINS}
    for (words, _), is_number in places:
        parts = _NUMBER if is_number else ()
        wanted = _words(words) or "column"
        heading, count = wanted, 1
        while taken & {heading, *(f"{heading} [{part}]" for part in parts)}:
            count += 1
            heading = f"{wanted} ({count})"
        each = (heading, *(f"{heading} [{part}]" for part in parts))
        taken.update(each)
        yield from each


def _cells(
    number: int, line: _Line, places: Iterable[tuple[_Place, bool]]
) -> Iterator[str]:
    yield str(number)
    yield _words(line.section)
    yield line.block
    yield _words(line.table)
    yield _words(line.text)
    yield line.basis.value if line.basis else ""
    held = dict(line.cells)
    for place, is_number in places:
        cell = held.get(place)
        yield _words(cell.text) if cell else ""
        if is_number:
            yield from number_cells(cell.number if cell else None)


def _notes(line: _Line, marks: Mapping[Origins, int]) -> Iterator[str]:
    """Give the notes of a line, and the cells that stand behind them, each once."""
    groups = dict.fromkeys(group for group in line.groups if group)
    yield " ".join(f"[{marks[group]}]" for group in groups)
    origins = dict.fromkeys(origin for group in groups for origin in group)
    yield _words("; ".join(map(str, origins)))


def _words(text: str) -> str:
    return no_formula(harmless(text))


def _lines(report: Report) -> Iterator[_Line]:
    yield _Line(block="title", text=report.title)
    if report.subtitle:
        yield _Line(block="subtitle", text=report.subtitle)
    if report.notice:
        yield _Line(block="notice", text=report.notice)
    yield _Line(block="audience", text=report.audience.value)
    translate = phrases_of(report)
    sections = _Sections()
    for block in report.blocks:
        if isinstance(block, Heading):
            sections.begin(block)
        yield from _of_block(block, str(sections), translate)
    for note in evidence_of(report):
        # A line for each cell, as the name of a sheet may hold any sign.
        for origin in note.origins:
            yield _Line(block="evidence", text=f"[{note.mark}] {origin}")
    manifest = report.manifest
    for file in manifest.inputs:
        yield _Line(block="input", text=f"{file.name}: sha256 {file.sha256}")
    for kind, pairs in (
        ("software", manifest.software),
        ("setting", manifest.settings),
    ):
        for name, value in pairs:
            yield _Line(block=kind, text=f"{name}: {value}")


def _of_block(block: Block, section: str, translate: Translate) -> Iterator[_Line]:
    match block:
        case Heading():
            yield _said("heading", section, block.text, block.origins)
        case Paragraph():
            yield _said("paragraph", section, block.text, block.origins)
        case Note():
            yield _said("note", section, block.text, block.origins, block.basis)
        case Bullets():
            for item in block.items:
                yield _said("point", section, item, block.origins)
            if block.origins and not block.items:
                yield _said("point", section, "", block.origins)
        case Table():
            yield from _of_table(block, section)
        case Pair():
            yield from _of_block(block.left, section, translate)
            yield from _of_block(block.right, section, translate)
        case Figure() | Timeline() | Grid() | TargetPath() | Flow():
            yield from _of_table(figure_table(block, translate), section)
            if block.alternative:
                yield _said("alternative", section, block.alternative, block.origins)


def _said(
    block: str,
    section: str,
    text: str,
    origins: Origins,
    basis: Basis | None = None,
) -> _Line:
    return _Line(
        block=block, section=section, text=text, basis=basis, groups=(origins,)
    )


def _of_table(table: Table, section: str) -> Iterator[_Line]:
    """Give the rows of a table; one without rows still says that it is there."""
    places = tuple(_places(table))
    if table.caption or table.origins or not table.rows:
        yield _Line(
            block="table",
            section=section,
            table=table.caption,
            groups=(table.origins,),
        )
    for row in table.rows:
        yield _Line(
            block="row",
            section=section,
            table=table.caption,
            cells=tuple(zip(places, row, strict=True)),
            groups=tuple(cell.origins for cell in row),
        )


def _places(table: Table) -> Iterator[_Place]:
    seen: dict[str, int] = {}
    for column in table.columns:
        seen[column.heading] = seen.get(column.heading, 0) + 1
        yield column.heading, seen[column.heading]
