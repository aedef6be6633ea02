"""The tables that every report has: itself, what it says, and what it was made from."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from attrs import evolve

from almwp.errors import Translate
from almwp.exporting.datatables.columns import (
    BASES,
    ORIGIN,
    POSITION,
    exact,
    origin_cells,
    required,
    said,
    stated,
    to,
    whole,
)
from almwp.exporting.datatables.table import DataTable, Value
from almwp.exporting.tables import figure_table
from almwp.model.figures import Figure, Flow, Grid, TargetPath, Timeline
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
    Bullets,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
)
from almwp.model.source import Basis, Origin

_KINDS = ("heading", "paragraph", "note", "point", "table", "figure")
_Statement = tuple[str, str, str, Basis | None, tuple[Origin, ...], Table | None]
"""Block, headings above, words, basis, origins, and the table that it heads."""

REPORT = DataTable(
    name="report",
    about="The report itself, in one row",
    fields=(
        required("title", "Its title"),
        stated("subtitle", "What stands under the title"),
        required("language", "Language of its words"),
        stated("second_language", "The other language of a report in two"),
        required("audience", "Who may read it", [a.value for a in Audience]),
        stated("notice", "What stands on every page"),
    ),
    key=("title",),
)
MADE_FROM = DataTable(
    name="made_from",
    about="One thing that went into the report",
    fields=(
        POSITION,
        required("kind", "What it is", ("input", "software", "setting")),
        stated("name", "Name of the file, the software or the setting"),
        stated("value", "Fingerprint (SHA-256), version or value"),
    ),
    key=("position",),
)
STATEMENTS = DataTable(
    name="statements",
    about="One statement of the report, or one of its tables",
    fields=(
        whole("line", "Its number, in the order of the report"),
        stated("section", "The headings above it"),
        required("block", "What it is", _KINDS),
        stated("text", "Its words; of a table its caption"),
        stated("basis", "On what a note stands", BASES),
    ),
    key=("line",),
)
CELLS = DataTable(
    name="cells",
    about="One cell of a table of the report",
    fields=(
        whole("line", "The table, by its statement"),
        whole("row", "Its row, from 1"),
        whole("column", "Its column, from 1"),
        stated("heading", "The heading of its column"),
        stated("text", "What a person reads"),
        exact("number", "The exact number behind the text"),
    ),
    key=("line", "row", "column"),
    references=(to("statements", "line", "line"),),
)
EVIDENCE = DataTable(
    name="evidence",
    about="A cell of a file in which a statement or a cell of the report was read",
    fields=(
        POSITION,
        whole("line", "The statement"),
        whole("row", "The row of its table", is_required=False),
        whole("column", "The column of its table", is_required=False),
        *ORIGIN,
    ),
    key=("position",),
    references=(to("statements", "line", "line"),),
)


def report_tables(report: Report, translate: Translate) -> Iterator[DataTable]:
    """Give the tables of what *report* says itself, whatever it was made from."""
    yield evolve(
        REPORT,
        rows=[
            (
                report.title,
                said(report.subtitle),
                report.language,
                said(report.second_language),
                report.audience.value,
                said(report.notice),
            )
        ],
    )
    manifest = report.manifest
    parts = [("input", file.name, file.sha256) for file in manifest.inputs]
    parts += [("software", name, value) for name, value in manifest.software]
    parts += [("setting", name, value) for name, value in manifest.settings]
    numbered = enumerate(parts, start=1)
    yield evolve(
        MADE_FROM, rows=[(n, k, name, said(v)) for n, (k, name, v) in numbered]
    )
    told = tuple(_statements(report.blocks, translate))
    yield evolve(STATEMENTS, rows=_lines(told))
    yield evolve(CELLS, rows=_cells(told))
    numbers = enumerate(_evidence(told), start=1)
    yield evolve(EVIDENCE, rows=[(n, *row) for n, row in numbers])


def _lines(told: Iterable[_Statement]) -> Iterator[tuple[Value, ...]]:
    for line, (block, section, text, basis, _, _) in enumerate(told, start=1):
        yield line, said(section), block, said(text), basis.value if basis else None


def _cells(told: Iterable[_Statement]) -> Iterator[tuple[Value, ...]]:
    for line, (*_, table) in enumerate(told, start=1):
        if table is None:
            continue
        for number, row in enumerate(table.rows, start=1):
            for place, (column, cell) in enumerate(
                zip(table.columns, row, strict=True), start=1
            ):
                value: Fraction | None = cell.number
                yield line, number, place, said(column.heading), said(cell.text), value


def _evidence(told: Iterable[_Statement]) -> Iterator[tuple[Value, ...]]:
    for line, (_, _, _, _, origins, table) in enumerate(told, start=1):
        for origin in dict.fromkeys(origins):
            yield line, None, None, *origin_cells(origin)
        for number, row in enumerate(table.rows if table else (), start=1):
            for place, cell in enumerate(row, start=1):
                for origin in dict.fromkeys(cell.origins):
                    yield line, number, place, *origin_cells(origin)


def _statements(blocks: Iterable[Block], translate: Translate) -> Iterator[_Statement]:
    above: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            above = [h for h in above if h.level < block.level] + [block]
        section = " > ".join(heading.text for heading in above)
        yield from _of_block(block, section, translate)


def _of_block(block: Block, section: str, translate: Translate) -> Iterator[_Statement]:
    match block:
        case Heading():
            yield "heading", section, block.text, None, block.origins, None
        case Paragraph():
            yield "paragraph", section, block.text, None, block.origins, None
        case Note():
            yield "note", section, block.text, block.basis, block.origins, None
        case Bullets():
            for item in block.items or ("",):
                yield "point", section, item, None, block.origins, None
        case Table():
            yield "table", section, block.caption, None, block.origins, block
        case Pair():
            yield from _of_block(block.left, section, translate)
            yield from _of_block(block.right, section, translate)
        case Figure() | Timeline() | Grid() | TargetPath() | Flow():
            table = figure_table(block, translate)
            yield "table", section, table.caption, None, table.origins, table
            if block.alternative:
                origins = block.origins
                yield "figure", section, block.alternative, None, origins, None
