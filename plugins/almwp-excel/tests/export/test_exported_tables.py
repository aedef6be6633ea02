"""Tables of an exported workbook: typed, filtered, frozen, and printed well."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from almwp.intake.templatestamp import REPORT
from almwp.model.report import Column, Paragraph, Table, TableCell
from almwp.model.source import Origin

WorkbookOf = Callable[..., Any]
LARGE = 13
"""Rows of a table that is too large to stand in the paper."""
FINGERPRINT = "7b" * 32


def table(*rows: tuple[TableCell, ...], **more: Any) -> Table:
    """Return a table that is large enough for a sheet of its own."""
    columns = [Column(heading=f"h{n}", **more) for n in range(len(rows[0]))]
    return Table(caption="Table", columns=columns, rows=rows * LARGE)


def test_numbers_are_typed_as_they_are_shown(workbook_of: WorkbookOf) -> None:
    shown = ("33 %", "66.7%", "1,250", "1.250", "2,5", "-4", "0", "7")
    exact = ("1/3", "2/3", "1250", "1250", "5/2", "-4", "0", "7")
    formats = ("0 %", "0.0%", "#,##0", "#,##0", "0.0", "0", "0", "0")
    cell = [
        TableCell(text=text, number=Fraction(number))
        for text, number in zip(shown, exact, strict=True)
    ]
    book = workbook_of(table(tuple(cell), is_number=True))
    (row,) = book["Table"].iter_rows(min_row=5, max_row=5, max_col=len(cell))
    assert [c.value for c in row] == [pytest.approx(float(Fraction(n))) for n in exact]
    assert [c.number_format for c in row] == list(formats)


@pytest.mark.parametrize(
    ("text", "number", "beside"),
    [
        ("33 % (1 of 3)", "1/3", 1 / 3),
        ("40 %", "1/3", 1 / 3),
        ("=1", "1", 1),
        ("12345678901234567890", "12345678901234567890", "12345678901234567890"),
        ("much", str(10**400), str(10**400)),
        ("little", f"1/{10**400}", f"1/{10**400}"),
    ],
)
def test_a_text_that_says_more_keeps_its_number_beside_it(
    text: str, number: str, beside: object, workbook_of: WorkbookOf
) -> None:
    book = workbook_of(table((TableCell(text=text, number=Fraction(number)),)))
    row = next(book["Table"].iter_rows(min_row=5, values_only=True))
    assert row == (text, beside)
    assert book["Table"]["B4"].value == "h0 (number)"


def test_tables_are_filtered_frozen_and_printed_with_their_headings(
    workbook_of: WorkbookOf,
) -> None:
    rows = [tuple(TableCell(text="word " * 12) for _ in range(7)) for _ in range(3)]
    origin = Origin(file="a.xlsx", sha256=FINGERPRINT, sheet="S", cell="B2")
    book = workbook_of(
        Paragraph(text="Said", origins=[origin]), table(*rows), notice="Made up"
    )
    sheet = book["Table"]
    assert sheet.auto_filter.ref == f"A4:G{4 + 3 * LARGE}"
    assert sheet.freeze_panes == "B5"
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert book["Paper"].page_setup.orientation != "landscape"
    for each in book.worksheets:
        assert each["A1"].value == REPORT
        lines = each.oddHeader.left.text.replace("&B", "").replace("&9", "")
        assert [line.strip() for line in lines.split("\n")] == ["Internal", "Made up"]
        assert "&P" in each.oddFooter.right.text
