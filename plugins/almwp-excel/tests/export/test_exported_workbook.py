"""Exported workbooks, read back with openpyxl: every text, number, origin is there."""

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, get_args

import almwp_excel
import openpyxl
import pytest
from almwp_excel.export.page import Extent
from almwp_excel.export.workbook import render
from hypothesis import HealthCheck, Phase, given, settings

from almwp.errors import CallError
from almwp.exporting.characters import harmless
from almwp.exporting.phrases import phrases
from almwp.exporting.tables import figure_table
from almwp.model.figures import AnyFigure
from almwp.model.position import Audience
from almwp.model.report import (
    Block,
    Bullets,
    Column,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
    TableCell,
)
from almwp.model.source import Origin
from almwp.testing.conformance import check_exporter
from almwp.testing.samples import HOSTILE, sample_reports
from almwp.testing.strategies.reports import reports

SLOW = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FINGERPRINT = "7b" * 32


def opened(content: bytes) -> Any:
    with warnings.catch_warnings():
        # openpyxl does not know lists on other sheets and bars of one colour.
        warnings.filterwarnings("ignore", message=".*extension is not supported")
        return openpyxl.load_workbook(io.BytesIO(content))


def of(*blocks: Block, **more: Any) -> Report:
    return Report(title="A report", blocks=blocks, **more)


def table(*rows: tuple[TableCell, ...], caption: str = "Table", **more: Any) -> Table:
    count = len(rows[0]) if rows else 1
    columns = [Column(heading=f"h{n}", **more) for n in range(count)]
    return Table(caption=caption, columns=columns, rows=rows)


def cells(book: Any) -> Iterator[Any]:
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            yield from (cell for cell in row if cell.value is not None)


def texts_of(block: Block, language: str) -> Iterator[str]:
    """Give all that a block says, as a reader of the workbook must find it."""
    match block:
        case Heading() | Paragraph() | Note():
            yield block.text
        case Bullets():
            yield from block.items
        case Pair():
            yield from texts_of(block.left, language)
            yield from texts_of(block.right, language)
        case Table():
            yield from (column.heading for column in block.columns)
            yield from (c.text for row in block.rows for c in row if c.number is None)
        case _:
            yield block.caption
            yield block.alternative
            yield from texts_of(
                figure_table(block, phrases(language, "almwp_excel")), language
            )


def _told(report: Report) -> Iterator[str]:
    for block in report.blocks:
        yield from texts_of(block, report.language)


def tables_of(report: Report) -> Iterator[Table]:
    for block in report.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, get_args(AnyFigure)):
            yield figure_table(block)


def origins_of(block: Block) -> Iterator[Origin]:
    if isinstance(block, Pair):
        yield from (*block.left.origins, *block.right.origins)
        return
    yield from block.origins
    if isinstance(block, Table):
        yield from (o for row in block.rows for cell in row for o in cell.origins)


def test_keeps_exporter_promises() -> None:
    (exporter,) = almwp_excel.almwp_exporters()
    check_exporter(exporter)


@SLOW
@given(report=reports)
def test_every_text_is_in_the_workbook(report: Report) -> None:
    book = opened(render(report))
    found = "\n".join(str(cell.value) for cell in cells(book))
    said = (report.title, report.subtitle, report.notice)
    for text in (*said, *_told(report)):
        for line in harmless(text).split("\n"):
            # A count in a column of numbers is a number.
            assert line.strip() in found or line.isdecimal()


@SLOW
@given(report=reports)
def test_every_number_is_in_the_workbook(report: Report) -> None:
    held = [cell.value for cell in cells(opened(render(report)))]
    exact = Counter(str(value) for value in held if isinstance(value, str))
    numbers = [value for value in held if isinstance(value, int | float)]
    for known in tables_of(report):
        for cell in (cell for row in known.rows for cell in row):
            number = cell.number
            if number is not None and not exact[str(number)]:
                assert any(value == pytest.approx(float(number)) for value in numbers)


@SLOW
@given(report=reports)
def test_every_origin_is_in_the_workbook(report: Report) -> None:
    book = opened(render(report))
    rows = [
        tuple(cell.value for cell in row)
        for name in book.sheetnames
        if name.startswith(("Evidence", "Căn cứ"))
        for row in book[name].iter_rows(min_row=4)
    ]
    found = {row[3:7] for row in rows}
    for block in report.blocks:
        for origin in origins_of(block):
            place = (origin.file, origin.sheet, origin.cell, origin.sha256)
            assert tuple(harmless(words) or None for words in place) in found


@SLOW
@given(report=reports)
def test_no_cell_is_a_formula_and_no_name_is_odd(report: Report) -> None:
    book = opened(render(report))
    assert not [cell for cell in cells(book) if cell.data_type == "f"]
    names = book.sheetnames
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]", name)
        assert not name.startswith("'")


@SLOW
@given(report=reports)
def test_what_it_was_made_from_is_in_the_workbook(report: Report) -> None:
    found = {cell.value for cell in cells(opened(render(report)))}
    for file in report.manifest.inputs:
        assert {harmless(file.name) or None, file.sha256} <= found | {None}
    for pair in (*report.manifest.software, *report.manifest.settings):
        assert {harmless(words) or None for words in pair} <= found | {None}


def test_texts_that_look_like_formulas_or_links_are_texts() -> None:
    odd = (*HOSTILE, "=HYPERLINK(0)", "-1+1", "http://example.org", "mailto:a@b.c")
    rows = [(TableCell(text=text),) for text in odd]
    book = opened(render(of(table(*rows))))
    column = [cell for (cell,) in book["Table"].iter_rows(min_row=5, max_col=1)]
    assert [cell.value for cell in column] == [harmless(text) for text in odd]
    assert {cell.data_type for cell in column} == {"s"}
    assert not [cell for cell in column if cell.hyperlink]


@pytest.mark.parametrize("number", [*range(32), 0x7F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF])
def test_no_character_breaks_the_file(number: int) -> None:
    text = f"a{chr(number)}b"
    origin = Origin(file=text, sha256=FINGERPRINT, sheet=text, cell="A1")
    blocks: tuple[Block, ...] = (
        Heading(text=text),
        Paragraph(text=text, origins=[origin]),
        table((TableCell(text=text),), caption=text),
    )
    report = Report(title=text, subtitle=text, notice=text, blocks=blocks)
    found = {cell.value for cell in cells(opened(render(report)))}
    assert harmless(text) in found


def test_marks_lead_to_the_evidence_and_back() -> None:
    origin = Origin(file="a.xlsx", sha256=FINGERPRINT, sheet="S", cell="B2")
    rows = (TableCell(text="x"), TableCell(text="y", origins=[origin]))
    book = opened(render(of(Paragraph(text="Said", origins=[origin]), table(rows))))
    marks = [cell for cell in cells(book) if cell.value == "[1]"]
    assert [cell.hyperlink.location for cell in marks] == ["'Evidence'!A5"] * 2
    rows_back = list(book["Evidence"].iter_rows(min_row=5, max_col=3))
    assert {row[1].value for row in rows_back} == {"Said", "y"}
    for row in rows_back:
        name, _, address = row[2].hyperlink.location.rpartition("!")
        assert book[name.strip("'")][address].value == row[1].value


def test_a_text_that_is_too_long_for_a_cell_is_kept_whole() -> None:
    for letter in ("a", "việc ", "👩"):
        text = letter * 40_000
        book = opened(render(of(Paragraph(text=text), table((TableCell(text=text),)))))
        shown = book["Table"]["A5"].value
        assert "'Long texts'" in shown
        assert len(shown.encode("utf-16-le")) // 2 <= 32_767
        rows = book["Long texts"].iter_rows(min_row=3, min_col=2, values_only=True)
        pieces = [piece for (piece,) in rows]
        assert "".join(pieces) == text
        assert all(len(piece.encode("utf-16-le")) // 2 <= 32_767 for piece in pieces)
        paper = "".join(
            str(c.value) for (c, *_) in book["Paper"].iter_rows() if c.value is not None
        )
        assert text in paper


def test_a_long_table_goes_on_in_another_sheet() -> None:
    rows = [(TableCell(text=f"row {n}"),) for n in range(40)]
    book = opened(render(of(table(*rows)), Extent(rows=24, columns=16)))
    names = [name for name in book.sheetnames if name.startswith("Table")]
    assert names == ["Table", "Table (2)"]
    found = [
        value
        for name in names
        for (value,) in book[name].iter_rows(min_row=5, values_only=True)
    ]
    assert found == [f"row {n}" for n in range(40)]


@pytest.mark.parametrize(
    ("report", "why"),
    [
        (of(table(tuple(TableCell(text="x") for _ in range(9)))), "9 columns"),
        (of(*(Paragraph(text=f"{n}") for n in range(60))), "50 rows"),
    ],
)
def test_what_excel_cannot_hold_is_refused_in_a_sentence(
    report: Report, why: str
) -> None:
    with pytest.raises(CallError, match=why):
        render(report, Extent(rows=50, columns=8))


def test_the_file_does_not_say_when_or_by_whom_it_was_made() -> None:
    for report in sample_reports():
        properties = opened(render(report)).properties
        assert properties.created == datetime(2000, 1, 1)
        assert properties.title == " ".join(report.title.split())
        assert not properties.creator
        assert str(date.today()) not in repr(properties)


@pytest.mark.parametrize("audience", Audience)
def test_every_sheet_says_who_may_read_it(audience: Audience) -> None:
    said = {
        Audience.INTERNAL: "Internal",
        Audience.DELEGATION: "For the delegation",
        Audience.MEETING: "For the meeting",
    }[audience]
    data = sample_reports()[1].data
    rows = [(TableCell(text="x"),)] * 13
    book = opened(render(of(table(*rows), audience=audience, data=data)))
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert {
        sheet.oddHeader.left.text.removeprefix("&B").strip() for sheet in shown
    } == {said}
    assert book["Table"]["A2"].value == said
