"""The looks of cells: one set for each paper, in the font of its ministry."""

from typing import Any

from attrs import frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format


@frozen(kw_only=True)
class Styles:
    """The looks of one workbook."""

    title: Format
    subtitle: Format
    label: Format
    value: Format
    day_value: Format
    heading: Format
    section: Format
    text: Format
    centred: Format
    day: Format
    total: Format
    plain: Format


def make_styles(book: Workbook, *, font: str, tint: str, day: str) -> Styles:
    """Add the looks to *book*.

    Args:
        book: The workbook.
        font: Name of the font.
        tint: Colour of headings and section rows, such as ``#D9E2F3``.
        day: Number format of dates.
    """

    def look(size: int, **more: object) -> Format:
        return book.add_format(
            {"font_name": font, "font_size": size, "valign": "vcenter", **more}
        )

    boxed: dict[str, Any] = {"border": 1, "border_color": "#7F7F7F", "text_wrap": True}
    middle: dict[str, Any] = {**boxed, "align": "center"}
    return Styles(
        title=look(14, bold=True, align="center", text_wrap=True),
        subtitle=look(10, italic=True, align="center", font_color="#595959"),
        label=look(11, bold=True),
        value=look(11),
        day_value=look(11, num_format=day, align="left"),
        heading=look(10, **middle, bold=True, bg_color=tint),
        section=look(10, **boxed, bold=True, bg_color="#F2F2F2"),
        text=look(9, **boxed),
        centred=look(9, **middle),
        day=look(9, **middle, num_format=day),
        total=look(10, **boxed, bold=True),
        plain=look(11, text_wrap=True),
    )
