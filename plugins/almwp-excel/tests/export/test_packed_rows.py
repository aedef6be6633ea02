"""The rows of large sheets: in order or refused, kept packed, read as they were."""

import gc
import io
import re
import tracemalloc
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from almwp_excel.export.workbook import render
from almwp_excel.packedrows import PackedRows, number_markup, text_markup

from almwp.model.report import Column, Paragraph, Report, Table, TableCell
from almwp.model.source import Origin
from almwp.testing.samples import HOSTILE

WorkbookOf = Callable[..., Any]
FINGERPRINT = "7b" * 32
FRAME = b'<dimension ref="A1"/><sheetData/><autoFilter/><pageMargins/>'
MARKUP = ("<r>x</r>", "<r><t>forged</t></r>", "<r>&</r>", "<r></r>", "<r>\n</r> ")
"""What XlsxWriter would take for markup of its own, or nearly."""


def sheet_of(rows: PackedRows) -> str:
    return b"".join(rows.within(FRAME)).decode()


@pytest.mark.parametrize(("before", "after"), [(4, 4), (4, 3), (1, 0)])
def test_a_row_that_is_not_below_the_others_is_refused(before: int, after: int) -> None:
    rows = PackedRows()
    rows.begin(before)
    with pytest.raises(ValueError, match=f"row {after} comes after row {before}"):
        rows.begin(after)


@pytest.mark.parametrize("column", [0, 1])
def test_a_cell_that_is_not_right_of_the_others_is_refused(column: int) -> None:
    rows = PackedRows()
    rows.begin(0)
    rows.put(1, text_markup("x", 0))
    with pytest.raises(ValueError, match=f"column {column} comes after column 1"):
        rows.put(column, text_markup("y", 0))


def test_a_cell_without_a_row_is_refused() -> None:
    with pytest.raises(ValueError, match="column 0"):
        PackedRows().put(0, text_markup("x", 0))


@pytest.mark.parametrize("frame", [b"<sheetData><row/></sheetData>", b"<sheetData/>"])
def test_a_sheet_that_has_rows_already_or_no_place_for_links_is_refused(
    frame: bytes,
) -> None:
    with pytest.raises(ValueError, match="two ways"):
        list(PackedRows().within(frame))


def test_rows_stand_in_the_sheet_with_their_extent_and_links() -> None:
    rows = PackedRows()
    rows.begin(0, is_hidden=True)
    rows.put(0, text_markup(" a<b ", 1))
    rows.begin(2)
    rows.put(27, number_markup(0.5, 2), 31)
    rows.link("'S'!A1", "[1]")
    assert sheet_of(rows) == (
        '<dimension ref="A1:AB3"/><sheetData><row r="1" hidden="1">'
        '<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve"> a&lt;b </t></is>'
        '</c></row><row r="3" ht="30.75"><c r="AB3" s="2"><v>0.5</v></c></row>'
        '</sheetData><autoFilter/><hyperlinks><hyperlink ref="AB3" '
        'location="\'S\'!A1" display="[1]"/></hyperlinks><pageMargins/>'
    )


def test_what_looks_like_the_number_of_a_character_is_kept_from_being_one() -> None:
    assert "<t>_x005F_x0041_</t>" in text_markup("_x0041_", 0)


def test_every_row_of_many_is_there_in_order() -> None:
    rows, count = PackedRows(), 20_000  # more than are packed together
    for row in range(count):
        rows.begin(row)
        rows.put(0, number_markup(row, 0))
    found = re.findall(r'r="(\d+)"><c r="A(\d+)" s="0"><v>(\d+)<', sheet_of(rows))
    assert [tuple(map(int, each)) for each in found] == [
        (row + 1, row + 1, row) for row in range(count)
    ]


@pytest.mark.parametrize("text", [*MARKUP, " x", "x\n", "&amp;", "]]>"])
def test_what_looks_like_markup_is_a_text_on_every_sheet(
    text: str, workbook_of: WorkbookOf
) -> None:
    origin = Origin(file="a.xlsx", sha256=FINGERPRINT, sheet=text, cell="B2")
    rows = [(TableCell(text=text, origins=[origin]),)] * 13
    long = text * 8_000
    table = Table(caption="Table", columns=[Column(heading=text)], rows=rows)
    book = workbook_of(Paragraph(text=text), table, Paragraph(text=long))
    assert text in [cell.value for row in book["Paper"].iter_rows() for cell in row]
    for (cell,) in book["Table"].iter_rows(min_row=4, max_col=1):
        assert cell.value == text
    (use, *_) = book["Evidence"].iter_rows(min_row=5, values_only=True)
    assert (use[1], use[4]) == (text, text)


def _table_of(count: int) -> Report:
    """Return a report of a table in which nothing is said twice."""
    rows = [
        [TableCell(text=f"Activity {row}.{column}") for column in range(10)]
        for row in range(count)
    ]
    columns = [Column(heading=f"h{column}") for column in range(10)]
    return Report(title="A report", blocks=[Table(columns=columns, rows=rows)])


def _held(count: int) -> int:
    """Return the most memory that is needed beside a table of so many rows."""
    report = _table_of(count)
    gc.collect()
    tracemalloc.start()
    render(report)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def test_cells_of_a_large_table_are_not_kept_while_it_is_written() -> None:
    _held(20)  # what is loaded at the first time
    more = _held(6_000) - _held(2_000)
    assert more < 4_000 * 10 * 40  # bytes a cell; one of XlsxWriter's takes 300


def test_no_text_of_a_large_table_is_in_the_texts_that_sheets_share() -> None:
    with zipfile.ZipFile(io.BytesIO(render(_table_of(20)))) as package:
        assert b"Activity" not in package.read("xl/sharedStrings.xml")
        assert b"Activity 19.9<" in package.read("xl/worksheets/sheet2.xml")


def test_formulas_of_a_large_table_are_quoted_texts(workbook_of: WorkbookOf) -> None:
    rows = [(TableCell(text=text),) for text in HOSTILE * 13]
    book = workbook_of(Table(caption="T", columns=[Column(heading="h")], rows=rows))
    for (cell,) in book["T"].iter_rows(min_row=5, max_col=1):
        assert cell.data_type == "s"
        assert cell.quotePrefix or not str(cell.value).lstrip().startswith("=")
