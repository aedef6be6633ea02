"""Lay out Indonesia's report to the 21st SLOM: English, with its own status words."""

from collections.abc import Mapping
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from layouts.items import Item
from layouts.spans import in_english
from layouts.styles import Styles, make_styles
from layouts.table import (
    Column,
    Entry,
    set_page,
    set_widths,
    write_guide,
    write_headings,
    write_row,
)

_KEYS = (
    *("A008", "A026", "A029", "A030", "A031", "A032", "A033"),
    *("A034", "A035", "A036", "A038", "A039", "A080"),
)
_NUMBERS = {key: f"ID-{number:02}" for number, key in enumerate(_KEYS, start=1)}
_COUNTRIES = {
    "ID": "Indonesia",
    "PH": "The Philippines",
    "MY": "Malaysia",
    "VN": "Viet Nam",
    "ALL": "All ASEAN Member States",
}
# What Indonesia told the SLOM of October 2022 keeps the words of that report.
_OWN_WORDS = {
    "completed": "sudah dilaksanakan",
    "ongoing": "sedang berjalan",
    "planned": "sedang direncanakan",
    "proposed": "penjajakan",
}
_ENGLISH_WORDS = {"completed": "Completed", "ongoing": "On-going", "planned": "Planned"}
_SLOM_2022 = "2022-10-26"
_EXAMPLE = (
    "Example laid out by the almwp project from public pages; "
    "not an official submission"
)
_GUIDE = (
    "INSTRUCTIONS",
    "1. This workbook was laid out by the almwp project from public pages, as an "
    "example. It is not an official submission of any institution.",
    "2. The status is what the source reported on the day given beside it, not the "
    "state of today. Rows from the report of 26 October 2022 keep its words: sudah "
    "dilaksanakan (carried out), sedang direncanakan (being planned), penjajakan "
    "(being explored).",
    "3. The outcome (1 to 4) is inferred from the subject: no public page states the "
    "outcome of an activity.",
    "4. A blank cell: the source does not say.",
    "5. Every row has at least one public page in the column Source.",
    "6. Time frames of published tables are repeated letter by letter.",
)


def _status(item: Item) -> str:
    if item.earlier:
        return _OWN_WORDS[item.earlier[-1].status]
    of_2022 = item.status_as_of == _SLOM_2022
    return (_OWN_WORDS if of_2022 else _ENGLISH_WORDS)[item.status]


def _as_of(item: Item) -> Entry:
    if item.earlier:
        return date.fromisoformat(item.earlier[-1].status_as_of)
    return date.fromisoformat(item.status_as_of)


def _leads(item: Item) -> str:
    # The TVET Council's table writes this row's leads without the article.
    if item.id == "A008":
        return "Philippines, Viet Nam, Indonesia"
    return ", ".join(_COUNTRIES[lead] for lead in item.leads)


_PLACEMENT = "Place in the Work Programme"
_STATE = "Implementation"
_COLUMNS = (
    Column(heading="No.", width=7, entry=lambda i: _NUMBERS[i.id], centred=True),
    Column(heading="Project / activity", width=38, entry=lambda i: i.title_with_plan),
    Column(heading="Lead country", width=16, entry=_leads),
    Column(heading="ASEAN bodies", width=11, entry=lambda i: ", ".join(i.bodies)),
    Column(
        heading="Outcome",
        width=10,
        entry=lambda i: int(i.outcome) if i.outcome else "",
        group=_PLACEMENT,
        centred=True,
    ),
    Column(
        heading="Basis of outcome",
        width=10,
        entry=lambda i: i.outcome_basis if i.outcome else "",
        group=_PLACEMENT,
        centred=True,
    ),
    Column(heading="Thematic area", width=16, entry=lambda i: i.area, group=_PLACEMENT),
    Column(heading="Type of activity", width=12, entry=lambda i: i.kind),
    Column(heading="Timeframe", width=14, entry=in_english, centred=True),
    Column(heading="Venue", width=13, entry=lambda i: i.venue),
    Column(heading="Partners", width=18, entry=lambda i: ", ".join(i.partners)),
    Column(heading="Status", width=14, entry=_status, group=_STATE, centred=True),
    Column(heading="Status as of", width=12, entry=_as_of, group=_STATE, centred=True),
    Column(heading="Source", width=38, entry=lambda i: i.sources),
    Column(heading="Remarks", width=28, entry=lambda i: i.note),
)
_LAST = len(_COLUMNS) - 1
_HEADING_ROW = 8


def write(book: Workbook, items: Mapping[str, Item]) -> None:
    """Write the paper's sheets into *book*."""
    styles = make_styles(book, font="Arial", tint="#FCE4D6", day="dd-mmm-yyyy")
    sheet = book.add_worksheet("Progress report")
    write_guide(book.add_worksheet("Instructions"), _GUIDE, styles)
    set_widths(sheet, _COLUMNS)
    _write_cover(sheet, styles)
    first = write_headings(sheet, _HEADING_ROW, _COLUMNS, styles)
    set_page(sheet, _HEADING_ROW, first - 1, _EXAMPLE)
    sheet.freeze_panes(first, 2)
    for row, key in enumerate(_KEYS, start=first):
        write_row(sheet, row, _COLUMNS, items[key], styles)


def _write_cover(sheet: Worksheet, styles: Styles) -> None:
    sheet.set_row(0, 24)
    title = "PROGRESS OF ACTIVITIES LED BY INDONESIA"
    sheet.merge_range(0, 0, 0, _LAST, title, styles.title)
    sheet.merge_range(1, 0, 1, _LAST, _EXAMPLE, styles.subtitle)
    cover = {
        "Country": "Indonesia",
        "Ministry": "Ministry of Manpower (Kemnaker)",
        "Work programme": "ASEAN Labour Ministers' Work Programme 2021-2025",
        "Meeting": "21st SLOM",
    }
    for row, (label, value) in enumerate(cover.items(), start=3):
        sheet.write_string(row, 1, label, styles.label)
        sheet.write_string(row, 2, value, styles.value)
