"""Draw the sheets of a template: cover, tables, guidance."""

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from almwp.exporting.characters import harmless
from almwp.intake.form import Form, FormField, FormTable, FormWords
from almwp.intake.templatestamp import GUIDANCE
from almwp_excel.template.lists import ListSheet
from almwp_excel.template.looks import Looks
from almwp_excel.template.plainwords import write_words
from almwp_excel.template.validation import add_validation
from almwp_excel.template.values import height_of, write_cell

LAST_ROW = 1_048_575
"""The last row of a sheet, counted from 0."""
_A4 = 9
_MOST_ALLOWED = 800
"""Letters of a list of words on the guidance sheet; no cell should be longer."""
_PER_PAGE = 190
"""Letters in the width of a printed page, small enough to fit and large to read."""
_GUIDANCE = (34, 50, 50, 16, 60)
"""Widths of the columns of the guidance sheet."""


def draw_cover(book: Workbook, form: Form, looks: Looks, lists: ListSheet) -> None:
    """Draw the cover: labels on the left, what is typed on the right."""
    sheet = book.add_worksheet(form.cover)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 70)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, form.title, looks.title)
    for row, line in enumerate(form.lines, start=2):
        field = line.field
        label = looks.needed_label if field.required else looks.label
        look = looks.lines[field.input]
        sheet.write_string(row, 0, field.heading, label)
        sheet.write_blank(row, 1, None, look)
        write_cell(sheet, row, 1, line.value, look)
        _comment(sheet, row, 0, field, form.words)
        place = (row, 1, row, 1)
        add_validation(sheet, place, field, {}, lists, form.words)
    _set_up(sheet, form, pages=1)
    sheet.hide_gridlines(2)
    sheet.set_selection(2, 1, 2, 1)


def draw_table(
    book: Workbook, table: FormTable, form: Form, looks: Looks, lists: ListSheet
) -> None:
    """Draw a sheet with a table: its headings in the first row, then the rows."""
    sheet = book.add_worksheet(table.name)
    columns = {field.key: c for c, field in enumerate(table.columns) if field.key}
    widths = [field.width for field in table.columns]
    headings = [field.heading for field in table.columns]
    # Bold letters are wider.
    sheet.set_row(0, height_of(headings, [width * 4 // 5 for width in widths]))
    for column, field in enumerate(table.columns):
        sheet.set_column(column, column, field.width, looks.cells[field.input])
        write_words(sheet, 0, column, harmless(field.heading), looks.heading(field))
        if field.key:
            _comment(sheet, 0, column, field, form.words)
        place = (1, column, LAST_ROW, column)
        add_validation(sheet, place, field, columns, lists, form.words)
    for row, values in enumerate(table.rows, start=1):
        for column, value in enumerate(values):
            look = looks.cells[table.columns[column].input]
            write_cell(sheet, row, column, value, look)
        sheet.set_row(row, height_of(values, widths))
    sheet.freeze_panes(1, _frozen(table))
    sheet.repeat_rows(0)
    if kept := _frozen(table):
        sheet.repeat_columns(0, kept - 1)
    _set_up(sheet, form, pages=1 + sum(widths) // _PER_PAGE)
    sheet.set_selection(1, 0, 1, 0)


def draw_guidance(book: Workbook, form: Form, looks: Looks) -> None:
    """Draw the sheet that explains; intake does not read it."""
    sheet = book.add_worksheet(form.words.guidance)
    for column, width in enumerate(_GUIDANCE):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, GUIDANCE, looks.english)
    sheet.set_row(1, 24)
    sheet.write_string(1, 0, form.title, looks.title)
    row = 3
    for paragraph in form.guidance:
        for number, text in enumerate(paragraph):
            look = looks.english if number else looks.words
            sheet.merge_range(row, 0, row, len(_GUIDANCE) - 1, "", look)
            sheet.write_string(row, 0, text, look)
            sheet.set_row(row, height_of([text], [sum(_GUIDANCE)]))
            row += 1
    row += 1
    for name, fields in _all_fields(form):
        sheet.write_string(row, 0, name, looks.section)
        row += 1
        row = _draw_fields(sheet, row, fields, form.words, looks) + 1
    _set_up(sheet, form, pages=1)
    sheet.hide_gridlines(2)


def _all_fields(form: Form) -> list[tuple[str, list[FormField]]]:
    found = [(form.cover, [line.field for line in form.lines])]
    for table in form.tables:
        found.append((table.name, [field for field in table.columns if field.key]))
    return found


def _draw_fields(
    sheet: Worksheet, row: int, fields: list[FormField], words: FormWords, looks: Looks
) -> int:
    headings = (words.field, words.what, "", "", words.allowed)
    for column, text in enumerate(headings):
        sheet.write_string(row, column, text, looks.free)
    for field in fields:
        row += 1
        needed = looks.needed_label if field.required else looks.label
        cells = (
            (field.heading, needed),
            (field.help, looks.words),
            (field.help_english, looks.english),
            (words.required if field.required else "", looks.words),
            (_allowed(field, words), looks.words),
        )
        for column, (text, look) in enumerate(cells):
            write_cell(sheet, row, column, text or None, look)
        sheet.set_row(row, height_of([text for text, _ in cells], _GUIDANCE))
    return row + 1


def _allowed(field: FormField, words: FormWords) -> str:
    chosen = field.choices.words if field.choices else field.allowed
    text = "; ".join(chosen)
    if field.choices and (field.choices.parts or len(text) > _MOST_ALLOWED):
        return words.list
    return text


def _comment(
    sheet: Worksheet, row: int, column: int, field: FormField, words: FormWords
) -> None:
    """Put the help on a heading, with the words that several of may be written."""
    lines = [field.help]
    if field.help_english:
        lines.append(f"[en] {field.help_english}")
    if field.required:
        lines.append(f"* {words.required}")
    if field.allowed:
        lines.append("; ".join(field.allowed))
    text = "\n".join(line for line in lines if line)
    if text:
        height = 20 + 15 * sum(1 + len(line) // 40 for line in text.splitlines())
        sheet.write_comment(
            row,
            column,
            text,
            {"author": "almwp", "width": 280, "height": height, "font_size": 9},
        )


def _frozen(table: FormTable) -> int:
    """Return how many columns stay in sight: up to the first required one."""
    needed = [c for c, field in enumerate(table.columns) if field.required]
    return min(needed, default=0) + 1 if needed else 0


def _set_up(sheet: Worksheet, form: Form, *, pages: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(pages, 0)
    sheet.hide_gridlines(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer(f"&L{form.stamp}&C&A&R&P / &N")
