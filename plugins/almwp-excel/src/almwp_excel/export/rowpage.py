"""A large sheet, written row by row, of which little is kept in memory."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache

from attrs import define, field
from xlsxwriter.format import Format

from almwp.exporting.characters import begins_formula
from almwp.intake.templatestamp import REPORT
from almwp_excel.export.page import MOST_LINKS, TALLEST, Page, Pages
from almwp_excel.packedrows import PackedRows, number_markup, text_markup

_REMEMBERED, _SHORT = 5_000, 500
"""How many cells are remembered, as the same words come in many, and their length."""
_DAY_0 = date(1899, 12, 30)
"""From which Excel counts the days since March 1900."""


def begin_rows(pages: Pages, name: str, widths: Sequence[float]) -> "RowPage":
    """Add a sheet of this name, which is free, with columns of these widths.

    Its cells are written from the left to the right and from the top down.

    Raises:
        CallError: It would have more columns than Excel has.
    """
    sheet = pages.frame(name, widths)
    page = RowPage(sheet=sheet, pages=pages, name=name, widths=tuple(widths))
    pages.rows[f"xl/worksheets/sheet{len(pages.book.worksheets())}.xml"] = page.rows
    page.rows.begin(0, is_hidden=True)  # it is for programs alone
    page.write(0, 0, REPORT, "stamp")
    return page


@define(kw_only=True, eq=False)
class RowPage(Page):
    """A sheet whose cells are not XlsxWriter's; only what is around them is.

    Attributes:
        rows: Its rows.
    """

    rows: PackedRows = field(factory=PackedRows, init=False)
    _remembered: Callable[[int, str, Format], tuple[str, float]] = field(init=False)

    @_remembered.default
    def _remembering(self) -> Callable[[int, str, Format], tuple[str, float]]:
        return lru_cache(maxsize=_REMEMBERED)(self._shown)

    def write_looking(
        self, row: int, column: int, text: str, look: Format, span: int = 1
    ) -> None:
        """Write words in a look that has no name.

        Raises:
            CallError: Excel has no such row.
        """
        shown = self._remembered if len(text) <= _SHORT else self._shown
        self._put(row, column, *shown(column, text, look))

    def write_number(
        self, row: int, column: int, number: float, code: str, span: int = 1
    ) -> None:
        """Write a number in the format *code*.

        Raises:
            CallError: Excel has no such row.
        """
        looks = self.pages.looks
        self._put(row, column, number_markup(number, looks.index(looks.number(code))))

    def write_day(
        self, row: int, column: int, day: date, code: str, span: int = 1
    ) -> None:
        """Write a day in the format *code*.

        Raises:
            CallError: Excel has no such row.
        """
        looks = self.pages.looks
        count = (day - _DAY_0).days
        self._put(row, column, number_markup(count, looks.index(looks.day(code))))

    def link(
        self, row: int, column: int, to: str, text: str, look: str, span: int = 1
    ) -> None:
        """Write words that lead to a place in the same workbook."""
        self.write(row, column, text or to, look)
        if row < MOST_LINKS:
            self.rows.link(to, self.pages.long.fitted(text or to))

    def _put(self, row: int, column: int, markup: str, height: float = 0) -> None:
        rows = self.rows
        if row != rows.row:
            self.refuse_below(row)
            rows.begin(row)
        rows.put(column, markup, height)

    def _shown(self, column: int, text: str, look: Format) -> tuple[str, float]:
        """Return a cell without its place, and how tall its row must be for it."""
        looks = self.pages.looks
        fitted = self.pages.long.fitted(text)
        shown = looks.quoted(look) if begins_formula(fitted) else look
        markup = text_markup(fitted, looks.index(shown))
        height = self.height(column, fitted, look, 1) if text and look.text_wrap else 0
        return markup, min(height, TALLEST)
