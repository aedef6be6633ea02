"""Lay out the Philippines' report to the 21st SLOM: by outcome, with a total."""

from collections.abc import Mapping, Sequence
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

_GROUPS = (
    (
        "1 Skilled and Adaptable Workforce",
        ("A008", "A009", "A022", "A032", "A033"),
    ),
    ("4 Expanded Social Protection", ("A019", "A020", "A080")),
    ("", ("A021",)),
)
_NUMBERS = {
    key: f"PH-{number:02}"
    for number, key in enumerate((k for _, keys in _GROUPS for k in keys), start=1)
}
_COUNTRIES = {
    "PH": "Philippines",
    "VN": "Viet Nam",
    "ID": "Indonesia",
    "TH": "Thailand",
    "ALL": "All ASEAN Member States",
}
_STATUS = {
    "completed": "Completed",
    "ongoing": "On-going",
    "planned": "Planned",
    "proposed": "Being explored",
}
_EXAMPLE = (
    "Example laid out by the almwp project from public pages; "
    "not an official submission"
)
_GUIDE = (
    "READ ME",
    "This workbook was laid out by the almwp project from public pages, as an example. "
    "It is not an official submission of any institution.",
    "The status is what the source reported on the day given beside it, not the state "
    "of today. Where it stands with the timeframe in a published table, it is left "
    "there.",
    "The key result area (1 to 4) is inferred from the subject: no public page states "
    "it for an activity.",
    "A blank cell means that the source does not say.",
    "Every row has at least one public page in the column Public source.",
    "The column Example item gives the activity's number in examples/activities.toml.",
)


def _leads(item: Item) -> str:
    # Both spellings are those of the TVET Council's table.
    if item.id == "A009":
        return "The Philippines, Thailand, Viet Nam"
    return ", ".join(_COUNTRIES[lead] for lead in item.leads)


def _status(item: Item) -> str:
    return "" if f"({item.status})" in item.time_frame else _STATUS[item.status]


def _as_of(item: Item) -> Entry:
    if len(item.status_as_of) == len("2021"):
        return item.status_as_of
    return date.fromisoformat(item.status_as_of)


_COLUMNS = (
    Column(heading="No.", width=7, entry=lambda i: _NUMBERS[i.id], centred=True),
    Column(heading="Key result area", width=16, entry=lambda _: "", is_blocked=True),
    Column(heading="Title of activity", width=38, entry=lambda i: i.title_with_plan),
    Column(heading="Lead countries", width=16, entry=_leads),
    Column(heading="Status", width=12, entry=_status, centred=True),
    Column(heading="Status date", width=12, entry=_as_of, centred=True),
    Column(heading="Timeframe", width=14, entry=in_english, centred=True),
    Column(heading="Type", width=11, entry=lambda i: i.kind),
    Column(
        heading="Host country",
        width=12,
        entry=lambda i: _COUNTRIES[i.host] if i.host else "",
    ),
    Column(heading="Venue", width=12, entry=lambda i: i.venue),
    Column(heading="ASEAN bodies", width=10, entry=lambda i: ", ".join(i.bodies)),
    Column(
        heading="Collaborating partners",
        width=16,
        entry=lambda i: ", ".join(i.partners),
    ),
    Column(
        heading="Basis of outcome",
        width=10,
        entry=lambda i: i.outcome_basis if i.outcome else "",
        centred=True,
    ),
    Column(heading="Example item", width=9, entry=lambda i: i.id, centred=True),
    Column(heading="Public source", width=38, entry=lambda i: i.sources),
    Column(heading="Notes", width=28, entry=lambda i: i.note),
)
_LAST = len(_COLUMNS) - 1
_OUTCOME_COLUMN = 1
_HEADING_ROW = 9


def write(book: Workbook, items: Mapping[str, Item]) -> None:
    """Write the paper's sheets into *book*."""
    styles = make_styles(book, font="Arial", tint="#FFF2CC", day="d mmm yyyy")
    write_guide(book.add_worksheet("Read me"), _GUIDE, styles)
    sheet = book.add_worksheet("SLOM 21")
    sheet.activate()
    set_widths(sheet, _COLUMNS)
    _write_cover(sheet, styles)
    row = write_headings(sheet, _HEADING_ROW, _COLUMNS, styles)
    set_page(sheet, _HEADING_ROW, row - 1, _EXAMPLE)
    sheet.freeze_panes(row, 3)
    for outcome, keys in _GROUPS:
        _write_outcome(sheet, row, outcome, keys, styles)
        for key in keys:
            write_row(sheet, row, _COLUMNS, items[key], styles)
            row += 1
    total = f"Total activities: {len(_NUMBERS)}"
    sheet.merge_range(row, 0, row, _LAST, total, styles.total)


def _write_outcome(
    sheet: Worksheet, row: int, outcome: str, keys: Sequence[str], styles: Styles
) -> None:
    """Write the outcome once, merged down the rows that belong to it."""
    if len(keys) == 1:
        sheet.write(row, _OUTCOME_COLUMN, outcome, styles.text)
        return
    last = row + len(keys) - 1
    column = _OUTCOME_COLUMN
    sheet.merge_range(row, column, last, column, outcome, styles.text)


def _write_cover(sheet: Worksheet, styles: Styles) -> None:
    sheet.set_row(0, 24)
    title = "REPORT ON ACTIVITIES UNDER THE ALM WORK PROGRAMME 2021-2025"
    sheet.merge_range(0, 0, 0, _LAST, title, styles.title)
    sheet.merge_range(1, 0, 1, _LAST, _EXAMPLE, styles.subtitle)
    cover: dict[str, Entry] = {
        "Reporting country:": "Philippines",
        "Reporting agency:": "Department of Labor and Employment (DOLE)",
        "Work programme:": "ASEAN Labour Ministers' Work Programme 2021-2025",
        "For the meeting:": "21st SLOM",
        "Status as of:": date(2023, 8, 16),
    }
    for row, (label, value) in enumerate(cover.items(), start=3):
        sheet.write_string(row, 2, label, styles.label)
        if isinstance(value, date):
            sheet.write_datetime(row, 3, value, styles.day_value)
        else:
            sheet.write(row, 3, value, styles.value)
