"""Write the table of activities: headings in one or two rows, then the rows."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from math import ceil

from attrs import frozen
from xlsxwriter.worksheet import Worksheet

from layouts.items import Item
from layouts.styles import Styles

Entry = str | int | date
"""What stands in a cell; an empty text leaves it blank."""


@frozen(kw_only=True)
class Column:
    """A column of the table.

    Attributes:
        heading: Its heading.
        width: Its width in characters.
        entry: Gives what stands in the row of an activity.
        group: The heading above its heading, shared with its neighbours.
        centred: Whether its cells are centred.
        is_blocked: Whether it is written as merged blocks, elsewhere.
    """

    heading: str
    width: float
    entry: Callable[[Item], Entry]
    group: str = ""
    centred: bool = False
    is_blocked: bool = False


def set_widths(sheet: Worksheet, columns: Sequence[Column]) -> None:
    """Make every column as wide as it wants to be."""
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)


def write_headings(
    sheet: Worksheet, row: int, columns: Sequence[Column], styles: Styles
) -> int:
    """Write the headings from *row* on and return the row below them.

    There are two rows where any column has a group: the group's name stands merged
    over its columns, and a heading without a group is merged over both rows.
    """
    if not any(column.group for column in columns):
        for place, column in enumerate(columns):
            sheet.write_string(row, place, column.heading, styles.heading)
        sheet.set_row(row, 32)
        return row + 1
    sheet.set_row(row + 1, 32)
    place = 0
    for group, grouped in groupby(columns, key=lambda column: column.group):
        members = list(grouped)
        if group:
            last = place + len(members) - 1
            sheet.merge_range(row, place, row, last, group, styles.heading)
        for column in members:
            if group:
                sheet.write_string(row + 1, place, column.heading, styles.heading)
            else:
                sheet.merge_range(
                    row, place, row + 1, place, column.heading, styles.heading
                )
            place += 1
    return row + 2


def write_row(
    sheet: Worksheet, row: int, columns: Sequence[Column], item: Item, styles: Styles
) -> None:
    """Write the row of one activity, as high as its longest cell needs."""
    lines = 1
    for place, column in enumerate(columns):
        if column.is_blocked:
            continue
        entry = column.entry(item)
        if isinstance(entry, str):
            lines = max(lines, _lines(entry, column.width))
        look = styles.centred if column.centred else styles.text
        if isinstance(entry, date):
            sheet.write_datetime(row, place, entry, styles.day)
        elif isinstance(entry, int):
            sheet.write_number(row, place, entry, look)
        elif entry:
            # Addresses stay text: a cell with several of them is no link.
            sheet.write_string(row, place, entry, look)
        else:
            sheet.write_blank(row, place, None, look)
    # Not every program fits the height of a row to its text when it opens a file.
    sheet.set_row(row, 12 * lines + 6)


def _lines(text: str, width: float) -> int:
    """Return about how many lines of small print *text* takes in a column."""
    letters = 1.1 * width
    return sum(ceil(max(len(line), 1) / letters) for line in text.split("\n"))


def write_guide(sheet: Worksheet, lines: Sequence[str], styles: Styles) -> None:
    """Write a sheet that explains: its title, then one line below the other."""
    title, *rest = lines
    sheet.set_column(0, 0, 110)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, title, styles.title)
    for row, line in enumerate(rest, start=2):
        sheet.write_string(row, 0, line, styles.plain)


def set_page(sheet: Worksheet, heading_row: int, last_row: int, footer: str) -> None:
    """Print on A3 landscape, as wide as the paper, headings on every page.

    Args:
        sheet: The sheet.
        heading_row: The first row of the headings.
        last_row: The last row of the headings.
        footer: What stands below every page.
    """
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(heading_row, last_row)
    sheet.hide_gridlines(2)
    sheet.set_footer(f"&L&8{footer}&R&8&P / &N")
