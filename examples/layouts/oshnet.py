"""Repeat the project table that ASEAN-OSHNET publishes: two columns, no more."""

from collections.abc import Mapping

from xlsxwriter import Workbook

from layouts.items import Item
from layouts.styles import make_styles
from layouts.table import set_page, write_guide

_KEYS = ("A071", "A072", "A073", "A074", "A075", "A076", "A077")
# Holdings of the annual conference stand below it, each with its year.
_EDITIONS = {
    "A071": (("- 8th AOC", 2021), ("- 9th AOC", 2022), ("- 10th AOC", 2023)),
}
_EXAMPLE = (
    "Example laid out by the almwp project from the public page; not an official "
    "submission"
)
_GUIDE = (
    "READ ME",
    "This workbook repeats a project table that ASEAN-OSHNET publishes. It was laid "
    "out by the almwp project and is not an official submission of any body.",
    "The status is what the page reported when it was read; nothing is known of later "
    "changes.",
    "ANNUALLY is deduced for two projects that come back and for which no year was "
    "read: the information system with the OSH Scorecard, and the stock taking of "
    "national campaigns.",
    "Leads, partners and outcomes are not in this table, so none are given.",
)
_HEADING_ROW = 8


def write(book: Workbook, items: Mapping[str, Item]) -> None:
    """Write the paper's sheets into *book*."""
    styles = make_styles(book, font="Arial", tint="#E2EFDA", day="yyyy-mm-dd")
    sheet = book.add_worksheet("Thematic Area 2")
    write_guide(book.add_worksheet("Read me"), _GUIDE, styles)
    sheet.set_column(0, 0, 90)
    sheet.set_column(1, 1, 24)
    sheet.merge_range(0, 0, 0, 1, "ASEAN-OSHNET PROJECTS", styles.title)
    sheet.merge_range(1, 0, 1, 1, _EXAMPLE, styles.subtitle)
    (source,) = {items[key].source for key in _KEYS}
    (area,) = {items[key].area for key in _KEYS}
    (plan,) = {items[key].plan_ref for key in _KEYS}
    cover = (
        "Network: ASEAN-OSHNET",
        f"Work plan: {plan}",
        f"Thematic Area 2: {area}",
        f"Source: {source}",
    )
    for row, line in enumerate(cover, start=3):
        sheet.write_string(row, 0, line, styles.value)
    sheet.write_string(_HEADING_ROW, 0, "Project Title", styles.heading)
    sheet.write_string(_HEADING_ROW, 1, "Timeline", styles.heading)
    set_page(sheet, _HEADING_ROW, _HEADING_ROW, _EXAMPLE)
    sheet.set_portrait()
    sheet.set_paper(9)
    row = _HEADING_ROW + 1
    for key in _KEYS:
        item = items[key]
        sheet.write_string(row, 0, item.title, styles.text)
        sheet.write_string(row, 1, item.time_frame, styles.centred)
        row += 1
        for title, year in _EDITIONS.get(key, ()):
            sheet.write_string(row, 0, title, styles.text)
            sheet.write_number(row, 1, year, styles.centred)
            row += 1
