"""The sheets of an exported workbook: what each has, and how it is printed."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from attrs import define, field, frozen
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from almwp.errors import CallError, Translate
from almwp.exporting.characters import begins_formula, harmless
from almwp.intake.cells import column_letters
from almwp.intake.templatestamp import REPORT
from almwp_excel.export.linecounts import lines_of
from almwp_excel.export.longtexts import LongTexts
from almwp_excel.export.looks import Looks
from almwp_excel.export.names import SheetNames
from almwp_excel.packedrows import PackedRows
from almwp_excel.template.plainwords import write_words

_A4 = 9
_WIDE = 95
"""Characters that fit on an upright page and can still be read."""
_MOST_OF_NOTICE, _MOST_OF_TITLE = 100, 70
"""Units of words in a header; Excel takes 255 of all of it."""
MOST_LINKS = 30_000
"""Rows that have links; Excel takes no more than 65,530 links on a sheet."""
_LINE, TALLEST = 15, 400
"""Heights in points: of a line of usual letters, and of a row at the most."""
_USUAL_SIZE, _USUAL_WIDTH = 11, 8
_AND = re.compile(r"&(?=G|\[Picture\])")


@frozen(kw_only=True)
class Extent:
    """How large a sheet of Excel can be."""

    rows: int = 1_048_576
    columns: int = 16_384


@frozen(kw_only=True, eq=False)
class Pages:
    """What all sheets of a workbook share.

    Attributes:
        book: The workbook.
        looks: Its looks.
        names: The names of its sheets.
        long: What is too long for a cell.
        translate: Gives phrases in the language of the report.
        title: The title of the report.
        classified: Who may read it, in words.
        notice: What is to stand on every page.
        extent: How large a sheet can be.
        rows: The rows of those sheets that XlsxWriter leaves empty, by their part.
    """

    book: Workbook
    looks: Looks
    names: SheetNames
    long: LongTexts
    translate: Translate
    title: str
    classified: str
    notice: str = ""
    extent: Extent = Extent()
    rows: dict[str, PackedRows] = field(factory=dict)

    def begin(self, name: str, widths: Sequence[float]) -> "Page":
        """Add a sheet of this name, which is free, with columns of these widths.

        Its first cell says whose it is, so that reading the workbook again passes it
        over.

        Raises:
            CallError: It would have more columns than Excel has.
        """
        sheet = self.frame(name, widths)
        sheet.write_string(0, 0, REPORT, self.looks.of("stamp"))
        sheet.set_row(0, None, None, {"hidden": True})  # it is for programs alone
        return Page(sheet=sheet, pages=self, name=name, widths=tuple(widths))

    def frame(self, name: str, widths: Sequence[float]) -> Worksheet:
        """Add an empty sheet of this name, which is free, with columns of these widths.

        Raises:
            CallError: It would have more columns than Excel has.
        """
        if len(widths) > self.extent.columns:
            raise CallError(
                "a table has {count} columns, and Excel has {most}; write the report "
                "in another format",
                count=len(widths),
                most=self.extent.columns,
            )
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        self._set_up(sheet, is_wide=sum(widths) > _WIDE)
        return sheet

    def _set_up(self, sheet: Worksheet, *, is_wide: bool) -> None:
        if is_wide:
            sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        sheet.set_margins(left=0.5, right=0.5, top=0.9, bottom=0.8)
        sheet.set_footer("&L&9 &A&R&9 &P / &N")
        self.classify(sheet)

    def classify(self, sheet: Worksheet) -> None:
        """Say on each page of a sheet who may read it, and what stands on all pages."""
        left = _in_header(self.classified, _MOST_OF_TITLE)
        if self.notice.strip():
            left = f"{left}\n{_in_header(self.notice, _MOST_OF_NOTICE)}"
        title = _in_header(self.title, _MOST_OF_TITLE)
        sheet.set_header(f"&L&B&9 {left}&R&9 {title}")


@define(kw_only=True, eq=False)
class Page:
    """One sheet.

    Attributes:
        sheet: The sheet.
        pages: What it shares with the others.
        name: Its name.
        widths: How wide its columns are, in characters.
    """

    sheet: Worksheet
    pages: Pages
    name: str
    widths: tuple[float, ...]
    _heights: dict[int, float] = field(factory=dict, init=False)
    _rooms: dict[tuple[int, int, int], tuple[float, float]] = field(
        factory=dict, init=False
    )

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.widths)

    def write(self, row: int, column: int, text: str, look: str, span: int = 1) -> None:
        """Write words, which are never a formula or a link.

        Args:
            row: The row.
            column: The first column.
            text: The words.
            look: The name of their look.
            span: Over how many columns they go.

        Raises:
            CallError: Excel has no such row.
        """
        self.write_looking(row, column, text, self.pages.looks.of(look), span)

    def write_looking(
        self, row: int, column: int, text: str, look: Format, span: int = 1
    ) -> None:
        """Write words in a look that has no name.

        Raises:
            CallError: Excel has no such row.
        """
        self.refuse_below(row)
        if not text:
            self._join(row, column, span, look)
            self.sheet.write_blank(row, column, None, look)
            return
        fitted = self.pages.long.fitted(text)
        shown = self.pages.looks.quoted(look) if begins_formula(fitted) else look
        self._join(row, column, span, shown)
        write_words(self.sheet, row, column, fitted, shown)
        if look.text_wrap:
            self._make_room(row, column, fitted, look, span)

    def write_number(
        self, row: int, column: int, number: float, code: str, span: int = 1
    ) -> None:
        """Write a number in the format *code*.

        Raises:
            CallError: Excel has no such row.
        """
        self.refuse_below(row)
        look = self.pages.looks.number(code)
        self._join(row, column, span, look)
        self.sheet.write_number(row, column, number, look)

    def write_day(
        self, row: int, column: int, day: date, code: str, span: int = 1
    ) -> None:
        """Write a day in the format *code*.

        Raises:
            CallError: Excel has no such row.
        """
        self.refuse_below(row)
        look = self.pages.looks.day(code)
        self._join(row, column, span, look)
        at = datetime(day.year, day.month, day.day)
        self.sheet.write_datetime(row, column, at, look)

    def _join(self, row: int, column: int, span: int, look: Format) -> None:
        """Make one cell of several beside one another."""
        if span > 1:
            self.sheet.merge_range(row, column, row, column + span - 1, "", look)

    def _make_room(
        self, row: int, column: int, text: str, look: Format, span: int = 1
    ) -> None:
        """Let a row be as tall as its words need in the width of their column."""
        height = self.height(column, text, look, span)
        if height > self._heights.get(row, _LINE):
            self._heights[row] = height
            self.sheet.set_row(row, min(height, TALLEST))

    def height(self, column: int, text: str, look: Format, span: int) -> float:
        """Return how tall a row must be for words, in points."""
        line, letters = self._room(column, look, span)
        return line * lines_of(text, letters) + 1

    def _room(self, column: int, look: Format, span: int) -> tuple[float, float]:
        """Return how tall a line is in such cells, and how many letters fit on it."""
        key = (column, id(look), span)
        if key not in self._rooms:  # the same for all rows
            size = look.font_size
            widths = self.widths[column : column + span]
            width = sum(widths) if widths else _USUAL_WIDTH
            letters = width * _USUAL_SIZE / size - 2 * look.indent - 1
            letters = max(letters * (0.9 if look.bold else 1), 4)
            self._rooms[key] = (_LINE * size / _USUAL_SIZE, letters)
        return self._rooms[key]

    def link(
        self, row: int, column: int, to: str, text: str, look: str, span: int = 1
    ) -> None:
        """Write words that lead to a place in the same workbook."""
        self.refuse_below(row)
        fitted = self.pages.long.fitted(text) or to
        shown = self.pages.looks.of(look)
        self._join(row, column, span, shown)
        if row < MOST_LINKS:
            self.sheet.write_url(row, column, f"internal:{to}", shown, fitted)
            self._make_room(row, column, fitted, shown, span)
        else:
            write_words(self.sheet, row, column, fitted, shown)

    def place(self, row: int, column: int = 0) -> str:
        """Return the address of a cell, as links name it."""
        return f"'{self.name}'!{self.cell(row, column)}"

    def cell(self, row: int, column: int) -> str:
        """Return the address of a cell of this sheet."""
        return f"{column_letters(column + 1)}{row + 1}"

    def refuse_below(self, row: int) -> None:
        """Refuse a row that Excel does not have.

        Raises:
            CallError: It is one.
        """
        most = self.pages.extent.rows
        if row >= most:
            raise CallError(
                "the report has more lines than the {most} rows of a sheet of Excel; "
                "write it in another format",
                most=most,
            )


def _in_header(words: str, most: int) -> str:
    """Return words for a header, in which ``&`` begins an instruction.

    A picture is looked for where an ``&`` is followed by a G, however often it stands.
    """
    flat = _AND.sub("& ", " ".join(harmless(words).split()))
    kept = flat[:most]
    while len(kept.replace("&", "&&").encode("utf-16-le")) // 2 > most:
        kept = kept[:-1]
    return (kept if kept == flat else f"{kept}…").replace("&", "&&")
