"""Large tables of a report, each on a sheet: typed, filtered, with a frozen heading."""

import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, field, frozen

from almwp.exporting.evidence import Origins
from almwp.model.fields import frozen_items
from almwp.model.report import Table, TableCell
from almwp_excel.export.evidencesheet import Uses, in_brackets
from almwp_excel.export.page import Page, Pages
from almwp_excel.export.rowpage import begin_rows
from almwp_excel.export.tablecells import FIRST_BAR, draw_bars, write_cell
from almwp_excel.export.tablecolumns import Shown, columns_of

HEAD = 3
"""The row of the headings, counted from 0."""
_NARROWED = 14
"""How narrow columns are made at the least that would be wider."""
_FEW = 5
"""Columns of which all can be seen beside one another."""
_PER_PAGE = 150
"""Characters beside one another that can be read on a page across."""
_BAR_WIDTH = 22
_ASIDE = re.compile(r"\s*\([^()]*\)")
"""What is said aside in a caption, for which the name of a sheet has no room."""


@frozen(kw_only=True)
class Placed:
    """Where a table stands.

    Attributes:
        places: Caption and address of each sheet on which it stands.
    """

    places: tuple[tuple[str, str], ...] = field(converter=frozen_items)


@frozen(kw_only=True, eq=False)
class TableSheets:
    """Writes tables.

    Attributes:
        pages: What the sheets of the workbook share.
        marks: The marks of the evidence.
        uses: Gathers where each mark is used.
    """

    pages: Pages
    marks: Mapping[Origins, int]
    uses: Uses

    def write(self, table: Table, heading: str, *, has_bars: bool = False) -> Placed:
        """Write *table*; what has more rows than a sheet goes on in another.

        Args:
            table: The table.
            heading: The heading under which it stands.
            has_bars: Whether its shares are drawn as bars too.
        """
        translate = self.pages.translate
        caption = table.caption if table.caption.strip() else heading
        caption = caption if caption.strip() else translate("Table")
        most = self.pages.extent.rows - HEAD - 1
        places = []
        for start in range(0, max(len(table.rows), 1), most):
            rows = table.rows[start : start + most]
            name = self.pages.names.take(_ASIDE.sub("", caption), caption)
            page = self._sheet(name, caption, table, rows)
            if has_bars:
                part = evolve(table, rows=rows, totals=0)
                wide = range(FIRST_BAR, len(table.columns))
                for column in wide:
                    page.sheet.set_column(column, column, _BAR_WIDTH)
                spans = [(column, column) for column in range(len(table.columns))]
                draw_bars(page, part, HEAD + 1, spans)
            places.append((caption, page.place(HEAD)))
        return Placed(places=places)

    def _sheet(
        self,
        name: str,
        caption: str,
        table: Table,
        rows: Sequence[tuple[TableCell, ...]],
    ) -> Page:
        columns = _narrowed(columns_of(table, self.pages, has_days=True))
        has_marks = any(cell.origins for row in table.rows for cell in row)
        heads = [column.heading for column in columns]
        widths = [column.width for column in columns]
        if has_marks:
            heads.append(self.pages.translate("Evidence"))
            widths.append(18)
        page = begin_rows(self.pages, name, widths)
        self._mark_table(table, page)
        page.write(1, 0, self._above(), "classified above")
        page.write(2, 0, caption, "caption")
        for column, heading in enumerate(heads):
            page.write(HEAD, column, heading, "head")
        for row, cells in enumerate(rows, start=HEAD + 1):
            for column, shown in enumerate(columns):
                write_cell(page, row, column, cells[shown.place], shown)
            if has_marks:
                self._mark_row(page, row, cells, columns)
        last = HEAD + len(rows)
        if heads:
            # What sums the rows up is not one of those that are filtered and sorted.
            ends_here = bool(rows) and rows[-1] is table.rows[-1]
            listed = last - table.totals * ends_here
            page.sheet.autofilter(HEAD, 0, max(listed, HEAD + 1), len(heads) - 1)
            place = {"number_stored_as_text": f"A1:{page.cell(last, len(heads) - 1)}"}
            page.sheet.ignore_errors(place)
        is_wide = len(heads) > _FEW and widths[0] <= _NARROWED * 2
        page.sheet.freeze_panes(HEAD + 1, 1 if is_wide else 0)
        page.sheet.repeat_rows(0, HEAD)
        return page

    def _above(self) -> str:
        said = (self.pages.classified, self.pages.notice)
        return " – ".join(words for words in said if words)

    def _mark_table(self, table: Table, page: Page) -> None:
        if not table.origins:
            return
        mark = self.marks[table.origins]
        self.uses.add(mark, table.caption, page.place(2))
        page.link(0, 1, self.uses.place, in_brackets([mark]), "mark")

    def _mark_row(
        self,
        page: Page,
        row: int,
        cells: tuple[TableCell, ...],
        columns: tuple[Shown, ...],
    ) -> None:
        found: dict[int, None] = {}
        for column, shown in enumerate(columns):
            cell = cells[shown.place]
            if shown.is_behind or not cell.origins:
                continue
            mark = self.marks[cell.origins]
            found[mark] = None
            self.uses.add(mark, cell.text, page.place(row, column))
        if found:
            said = in_brackets(found)
            page.link(row, len(columns), self.uses.place, said, "marks")
        else:
            page.write(row, len(columns), "", "marks")


def _narrowed(columns: Iterable[Shown]) -> tuple[Shown, ...]:
    """Make wide columns narrower where all together would be printed too small."""
    shown = tuple(columns)
    least = [min(column.width, _NARROWED) for column in shown]
    spare = sum(column.width for column in shown) - sum(least)
    room = max(_PER_PAGE - sum(least), 0)
    if spare <= room:
        return shown
    return tuple(
        evolve(column, width=few + (column.width - few) * room // spare)
        for column, few in zip(shown, least, strict=True)
    )
