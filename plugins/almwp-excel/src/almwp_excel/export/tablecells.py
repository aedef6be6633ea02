"""The cells of a table: a number or a day where it is one, else words."""

from datetime import date

from almwp.model.report import Table, TableCell
from almwp_excel.export.dates import DAY, day_of, first_day
from almwp_excel.export.numbers import GENERAL, SHARE, count_of, format_of, stored
from almwp_excel.export.page import Page
from almwp_excel.export.tablecolumns import DAYS, NUMBERS, TYPED, Shown

_BAR, _PALE_BAR = "#5B8DB8", "#C9D6E2"
FIRST_BAR = 2
"""The column of a table of bars from which on shares stand."""


def write_cell(
    page: Page, row: int, column: int, cell: TableCell, shown: Shown, span: int = 1
) -> None:
    """Write one cell of a table.

    Args:
        page: The sheet.
        row: Its row there.
        column: Its first column there.
        cell: What it says.
        shown: How its column is shown.
        span: Over how many columns of the sheet it goes.
    """
    if shown.holds == DAYS:
        _write_day(page, (row, column, span), first_day(cell), DAY)
    elif shown.holds == NUMBERS:
        _write_behind(page, (row, column, span), cell)
    else:
        _write_said(page, (row, column, span), cell, shown)


def _write_said(
    page: Page, place: tuple[int, int, int], cell: TableCell, shown: Shown
) -> None:
    number, (row, column, span) = cell.number, place
    if number is None and not cell.order and not shown.is_right:  # as most cells
        page.write(row, column, cell.text, "cell", span)
        return
    form = format_of(cell) if shown.holds == TYPED else None
    kept = stored(number) if number is not None and form else None
    count = count_of(cell.text) if shown.is_right and number is None else None
    day = day_of(cell) if number is None else None
    if form is not None and kept is not None:
        page.write_number(row, column, kept, form, span)
    elif count is not None:
        page.write_number(row, column, count, "0", span)
    elif day is not None:
        _write_day(page, place, *day)
    else:
        page.write(row, column, cell.text, "right" if shown.is_right else "cell", span)


def _write_behind(page: Page, place: tuple[int, int, int], cell: TableCell) -> None:
    number, (row, column, span) = cell.number, place
    kept = None if number is None else stored(number)
    if kept is None:
        page.write(row, column, "" if number is None else str(number), "right", span)
    else:
        code = SHARE if "%" in cell.text else GENERAL
        page.write_number(row, column, kept, code, span)


def _write_day(
    page: Page, place: tuple[int, int, int], day: date | None, code: str
) -> None:
    row, column, span = place
    if day is None:
        page.write(row, column, "", "right", span)
    else:
        page.write_day(row, column, day, code, span)


def draw_bars(
    page: Page, table: Table, first_row: int, spans: list[tuple[int, int]]
) -> None:
    """Let the shares of a table of bars show as bars from 0 to 100 %.

    Args:
        page: The sheet.
        table: The table.
        first_row: The row below its headings.
        spans: First and last column of the sheet for each column of the table.
    """
    for column, (first, last) in enumerate(spans[FIRST_BAR:], start=FIRST_BAR):
        if table.rows:
            page.sheet.conditional_format(
                first_row,
                first,
                first_row + len(table.rows) - 1,
                last,
                {
                    "type": "data_bar",
                    "bar_color": _BAR if column == FIRST_BAR else _PALE_BAR,
                    "bar_solid": True,
                    "min_type": "num",
                    "max_type": "num",
                    "min_value": 0,
                    "max_value": 1,
                },
            )
