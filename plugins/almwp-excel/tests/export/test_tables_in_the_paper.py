"""Small tables stand in the paper itself, their cells typed, bordered and joined."""

from collections.abc import Callable
from datetime import datetime
from fractions import Fraction
from typing import Any

import pytest

from almwp.model.report import Column, Heading, Paragraph, Table, TableCell
from almwp.model.source import Origin

WorkbookOf = Callable[..., Any]
FINGERPRINT = "7b" * 32


def cell(text: str, **more: Any) -> TableCell:
    return TableCell(text=text, **more)


def table(*rows: tuple[TableCell, ...], caption: str = "") -> Table:
    columns = [Column(heading=f"h{n}") for n in range(len(rows[0]))]
    return Table(caption=caption, columns=columns, rows=rows)


def lines(sheet: Any) -> list[list[Any]]:
    """Return what each row of a sheet says, without its empty cells."""
    rows = [[c for c in row if c is not None] for row in sheet.values]
    return [row for row in rows if row]


def test_the_paper_is_read_from_the_top_down_with_its_small_tables(
    workbook_of: WorkbookOf,
) -> None:
    small = table((cell("a"), cell("b")), (cell("c"), cell("d")), caption="Few")
    book = workbook_of(
        Heading(text="One"), small, Heading(text="Two"), small, Paragraph(text="End")
    )
    assert book.sheetnames == ["Paper", "Made from"]
    said = [["Few"], ["h0", "h1"], ["a", "b"], ["c", "d"]]
    read = lines(book["Paper"])
    assert read[3:] == [["One"], *said, ["Two"], *said, ["End"]]


def test_a_small_table_has_typed_and_bordered_cells_over_the_whole_page(
    workbook_of: WorkbookOf,
) -> None:
    row = (
        cell("7"),
        cell("50 %", number=Fraction(1, 2)),
        cell("20/4/2021", order="2021-04-20 2021-04-20"),
        cell("4-6/5/2021", order="2021-05-04 2021-05-06"),
    )
    sheet = workbook_of(table(row))["Paper"]
    found = [c for line in sheet.iter_rows() for c in line if c.value is not None][-4:]
    assert [c.value for c in found] == [7, 0.5, datetime(2021, 4, 20), "4-6/5/2021"]
    formats = ["0", "0 %", r"d\/m\/yyyy", "@"]
    assert [c.number_format for c in found] == formats
    assert all(c.border.left.style == "thin" for c in found)
    row_of = found[0].row
    joined = [area for area in sheet.merged_cells.ranges if area.min_row == row_of]
    assert sum(area.size["columns"] for area in joined) == 40


def test_a_day_among_long_texts_has_room_or_is_made_small(
    workbook_of: WorkbookOf,
) -> None:
    day = cell("27 September 2021", order="2021-09-27 2021-09-27")
    words = [cell("many words " * 20) for _ in range(9)]
    sheet = workbook_of(table((day, *words), (cell("x"), *words)))["Paper"]
    cells = (c for line in sheet.iter_rows() for c in line)
    (found,) = (c for c in cells if isinstance(c.value, datetime))
    assert found.alignment.shrink_to_fit
    (joined,) = (a for a in sheet.merged_cells.ranges if found.coordinate in a)
    letters = sheet.column_dimensions["A"].width  # of each column of the grid
    assert joined.size["columns"] * letters >= len(day.text)


@pytest.mark.parametrize(("count", "has_sheet"), [(12, False), (13, True)])
def test_only_a_large_table_has_a_sheet_of_its_own(
    count: int, has_sheet: bool, workbook_of: WorkbookOf
) -> None:
    rows = [(cell(f"row {n}"),) for n in range(count)]
    book = workbook_of(table(*rows, caption="All of them (a suggestion)"))
    assert ("All of them" in book.sheetnames) == has_sheet
    links = [c for line in book["Paper"].iter_rows() for c in line if c.hyperlink]
    assert [c.hyperlink.location for c in links] == ["'All of them'!A4"] * has_sheet


def test_counts_in_a_large_table_are_numbers_and_times_have_their_first_day(
    workbook_of: WorkbookOf,
) -> None:
    rows = [
        (cell(str(n)), cell(f"{n}-{n + 1}/5/2021", order=f"2021-05-{n:02} 2021-05-30"))
        for n in range(1, 14)
    ]
    sheet = workbook_of(table(*rows, caption="Times"))["Times"]
    heads, *read = list(sheet.iter_rows(min_row=4, values_only=True))
    assert heads == ("h0", "h1", "h1 (first day)")
    assert [row[0] for row in read] == list(range(1, 14))
    assert [row[2] for row in read] == [datetime(2021, 5, n) for n in range(1, 14)]


@pytest.mark.parametrize("order", ["", "x", "2021-13-01", "1899-12-31 1899-12-31"])
def test_what_is_no_day_that_excel_knows_stays_words(
    order: str, workbook_of: WorkbookOf
) -> None:
    sheet = workbook_of(table((cell("31/12/1899", order=order),)))["Paper"]
    assert lines(sheet)[-1] == ["31/12/1899"]


def test_marks_of_a_small_table_stand_beside_its_rows(workbook_of: WorkbookOf) -> None:
    origin = Origin(file="a.xlsx", sha256=FINGERPRINT, sheet="S", cell="B2")
    book = workbook_of(table((cell("x"), cell("y", origins=[origin]))))
    assert lines(book["Paper"])[-1] == ["x", "y", "[1]"]
    (use,) = book["Evidence"].iter_rows(min_row=5, max_col=3)
    name, _, address = use[2].hyperlink.location.rpartition("!")
    assert book[name.strip("'")][address].value == "y"
