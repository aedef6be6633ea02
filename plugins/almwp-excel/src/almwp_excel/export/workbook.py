"""Lay out a report as an Excel workbook; the same report, the same bytes."""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import get_args

from almwp.exporting.characters import harmless
from almwp.exporting.evidence import evidence_of, marks_of
from almwp.exporting.phrases import classification, phrases_of
from almwp.exporting.tables import figure_table
from almwp.model.figures import AnyFigure, Figure
from almwp.model.report import Heading, Report, Table
from almwp_excel.export.evidencesheet import Uses
from almwp_excel.export.formsheets import FormSheets, form_sheets
from almwp_excel.export.longtexts import LongTexts, pieces
from almwp_excel.export.looks import Looks
from almwp_excel.export.manifestsheet import ManifestSheet
from almwp_excel.export.names import SheetNames
from almwp_excel.export.page import Extent, Page, Pages
from almwp_excel.export.papersheet import PaperSheet, begin_paper
from almwp_excel.export.smalltable import SmallTable, small_table
from almwp_excel.export.tablesheet import Placed, TableSheets
from almwp_excel.finishing import finished
from almwp_excel.template.lists import ListSheet
from almwp_excel.template.looks import make_looks
from almwp_excel.template.plainwords import write_words
from almwp_excel.template.sheets import draw_cover, draw_table

_CREATED = datetime(2000, 1, 1)
"""A workbook does not say when it was made: it would differ each time."""
_LONGEST_PROPERTY = 255
WHOLE = Extent()
"""What Excel has."""


def render(report: Report, extent: Extent = WHOLE) -> bytes:
    """Return a workbook: the paper, its tables, its evidence and what it is made from.

    Args:
        report: The report.
        extent: How large a sheet can be.

    Raises:
        CallError: The report has more lines or columns than a sheet of Excel.
    """
    from xlsxwriter import Workbook  # slow to import, needed only here

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    title = " ".join(harmless(report.title).split())[:_LONGEST_PROPERTY]
    book.set_properties({"title": title, "created": _CREATED})
    translate = phrases_of(report, "almwp_excel")
    forms = form_sheets(report, translate)
    names = SheetNames()
    if forms.form:
        for name in (forms.form.cover, *(table.name for table in forms.form.tables)):
            names.take(name, name)
    paper_name = names.take(translate("Paper"), "Paper")
    evidence_name = names.take(translate("Evidence"), "Evidence")
    manifest_name = names.take(translate("Made from"), "Made from")
    long = LongTexts(names.take(translate("Long texts"), "Long texts"), translate)
    pages = Pages(
        book=book,
        looks=Looks(book),
        names=names,
        long=long,
        translate=translate,
        title=report.title,
        classified=classification(report.audience, translate),
        notice=harmless(report.notice),
        extent=extent,
    )
    evidence = evidence_of(report)
    marks = marks_of(evidence)
    uses = Uses(name=evidence_name)
    # The paper stands first, and says of each table where it stands.
    page = begin_paper(report, paper_name, pages)
    tables = TableSheets(pages=pages, marks=marks, uses=uses)
    placed = list(_tables(report, tables, page))
    paper = PaperSheet(page=page, marks=marks, uses=uses)
    paper.write(report, placed)
    if evidence:
        uses.write(evidence, pages)
    ManifestSheet(name=manifest_name, pages=pages).write(
        report, forms.left_out, forms.remarks
    )
    _write_long(pages)
    _draw_forms(forms, pages)
    book.close()
    # Rows of joined cells do not grow by themselves; those of the paper keep theirs.
    return finished(out.getvalue(), kept=("xl/worksheets/sheet1.xml",), rows=pages.rows)


def _tables(
    report: Report, tables: TableSheets, paper: Page
) -> Iterator[Placed | SmallTable]:
    """Give the small tables and figures; write each large one on a sheet of its own.

    The sheet is named after the heading above it.
    """
    grid, width = paper.columns - 1, paper.widths[0]
    heading = report.title
    for block in report.blocks:
        if isinstance(block, Heading):
            heading = block.text
        elif isinstance(block, Table):
            small = small_table(block, tables.pages, grid, width, has_bars=False)
            yield small or tables.write(block, heading)
        elif isinstance(block, get_args(AnyFigure)):
            shown = figure_table(block, tables.pages.translate)
            has_bars = isinstance(block, Figure)
            small = small_table(shown, tables.pages, grid, width, has_bars=has_bars)
            yield small or tables.write(shown, heading, has_bars=has_bars)


def _write_long(pages: Pages) -> None:
    """Write the texts that are too long for a cell whole, piece by piece."""
    long, row = pages.long, 2
    if not long.texts:
        return
    page = pages.begin(long.sheet, (8, 110))
    page.write(1, 0, pages.translate("Texts that are too long for a cell"), "caption")
    for number, text in enumerate(long.texts, start=1):
        for piece in pieces(text, long.most):
            page.write_number(row, 0, number, "0")
            write_words(page.sheet, row, 1, piece, pages.looks.of("cell"))
            row += 1


def _draw_forms(forms: FormSheets, pages: Pages) -> None:
    """Draw what can be read again, as templates are drawn, with filters."""
    form = forms.form
    if form is None:
        return
    looks, lists = make_looks(pages.book), ListSheet()
    draw_cover(pages.book, form, looks, lists)
    pages.classify(pages.book.get_worksheet_by_name(form.cover))
    for table in form.tables:
        draw_table(pages.book, table, form, looks, lists)
        sheet = pages.book.get_worksheet_by_name(table.name)
        pages.classify(sheet)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    lists.write(pages.book)
