"""A table of a report on a sheet of its own: typed, filtered, with a frozen heading."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, field, frozen

from almwp.exporting.evidence import Marks
from almwp.model.fields import frozen_items
from almwp.model.report import Column, Table, TableCell
from almwp_excel.export.evidencesheet import Uses, in_brackets
from almwp_excel.export.numbers import GENERAL, SHARE, count_of, format_of, stored
from almwp_excel.export.page import Page, Pages

HEAD = 3
"""The row of the headings, counted from 0."""
_LEAST, _MOST = 9, 60
"""How narrow and how wide a column is, in characters."""
_NARROWED = 14
"""How narrow columns are made at the least that would be wider."""
_FEW = 5
"""Columns of which all can be seen beside one another."""
_PER_PAGE = 150
"""Characters beside one another that can be read on a page across."""
_BAR = "#5B8DB8"


@frozen(kw_only=True)
class Placed:
    """Where a table stands.

    Attributes:
        places: Caption and address of each sheet on which it stands.
    """

    places: tuple[tuple[str, str], ...] = field(converter=frozen_items)


@frozen(kw_only=True)
class _Shown:
    """A column as it is shown.

    Attributes:
        place: Which column of the table it is.
        heading: Its heading.
        width: Its width, in characters.
        holds: ``words``, ``typed`` (numbers that look like their words) or ``numbers``
            (those behind a column of words).
        is_right: Whether it is set flush right.
    """

    place: int
    heading: str
    width: int
    holds: str
    is_right: bool = False


@frozen(kw_only=True, eq=False)
class TableSheets:
    """Writes tables.

    Attributes:
        pages: What the sheets of the workbook share.
        marks: The marks of the evidence.
        uses: Gathers where each mark is used.
    """

    pages: Pages
    marks: Marks
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
            name = self.pages.names.take(caption, translate("Table"))
            page = self._sheet(name, caption, table, rows)
            if has_bars:
                _draw_bars(page, table, len(rows))
            places.append((caption, page.place(HEAD)))
        return Placed(places=places)

    def _sheet(
        self,
        name: str,
        caption: str,
        table: Table,
        rows: Sequence[tuple[TableCell, ...]],
    ) -> Page:
        columns = _narrowed(_columns(table, self.pages))
        has_marks = any(cell.origins for row in table.rows for cell in row)
        heads = [column.heading for column in columns]
        widths = [column.width for column in columns]
        if has_marks:
            heads.append(self.pages.translate("Evidence"))
            widths.append(18)
        page = self.pages.begin(name, widths)
        page.sheet.write_string(
            1, 0, self._above(), self.pages.looks.of("classified above")
        )
        page.sheet.write_string(
            2, 0, self.pages.long.fitted(caption), self.pages.looks.of("caption")
        )
        self._mark_table(table, page)
        for column, heading in enumerate(heads):
            page.write(HEAD, column, heading, "head")
        for row, cells in enumerate(rows, start=HEAD + 1):
            for column, shown in enumerate(columns):
                _write(page, row, column, cells[shown.place], shown)
            if has_marks:
                self._mark_row(page, row, cells, columns)
        last = HEAD + len(rows)
        if heads:
            page.sheet.autofilter(HEAD, 0, max(last, HEAD + 1), len(heads) - 1)
            place = {"number_stored_as_text": f"A1:{page.cell(last, len(heads) - 1)}"}
            page.sheet.ignore_errors(place)
        is_wide = len(heads) > _FEW and widths[0] <= _NARROWED * 2
        page.sheet.freeze_panes(HEAD + 1, 1 if is_wide else 0)
        page.sheet.repeat_rows(0, HEAD)
        return page

    def _above(self) -> str:
        said = (self.pages.classified, self.pages.notice)
        return self.pages.long.fitted(" – ".join(words for words in said if words))

    def _mark_table(self, table: Table, page: Page) -> None:
        marks = [self.marks[origin] for origin in dict.fromkeys(table.origins)]
        for mark in marks:
            self.uses.add(mark, table.caption, page.place(2))
        if marks:
            page.link(0, 1, self.uses.place, in_brackets(marks), "mark")

    def _mark_row(
        self,
        page: Page,
        row: int,
        cells: tuple[TableCell, ...],
        columns: tuple[_Shown, ...],
    ) -> None:
        found: dict[int, None] = {}
        for column, shown in enumerate(columns):
            cell = cells[shown.place]
            if shown.holds == "numbers":
                continue
            for origin in dict.fromkeys(cell.origins):
                mark = self.marks[origin]
                found[mark] = None
                self.uses.add(mark, cell.text, page.place(row, column))
        if found:
            said = in_brackets(found)
            page.link(row, len(columns), self.uses.place, said, "marks")
        else:
            page.write(row, len(columns), "", "marks")


def _columns(table: Table, pages: Pages) -> Iterator[_Shown]:
    for place, column in enumerate(table.columns):
        cells = [row[place] for row in table.rows]
        numbers = [cell for cell in cells if cell.number is not None]
        is_typed = all(format_of(cell) for cell in numbers)
        yield _Shown(
            place=place,
            heading=column.heading,
            width=_width(column, cells),
            holds="typed" if is_typed else "words",
            is_right=column.is_number,
        )
        if not is_typed:
            behind = pages.translate("{heading} (number)")
            heading = behind.format(heading=column.heading)
            yield _Shown(place=place, heading=heading, width=14, holds="numbers")


def _narrowed(columns: Iterable[_Shown]) -> tuple[_Shown, ...]:
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


def _width(column: Column, cells: Sequence[TableCell]) -> int:
    """Return a width in which words stand whole and most texts on few lines."""
    longest = max((len(word) for word in column.heading.split()), default=0) + 4
    texts = [len(line) for cell in cells for line in cell.text.splitlines()]
    widest = max(texts, default=0)
    mean = sum(texts) // len(texts) if texts else 0
    fitting = widest + 2 if widest <= 24 else max(24, min(widest, mean * 3 // 2))
    return max(_LEAST, min(longest, _MOST), min(fitting, _MOST))


def _write(page: Page, row: int, column: int, cell: TableCell, shown: _Shown) -> None:
    """Write one cell: a number where it is one, else words."""
    number, looks = cell.number, page.pages.looks
    look = "right" if shown.is_right else "cell"
    if shown.holds == "numbers":
        kept = None if number is None else stored(number)
        if kept is not None:
            code = SHARE if "%" in cell.text else GENERAL
            page.sheet.write_number(row, column, kept, looks.number(code))
        else:
            page.write(row, column, "" if number is None else str(number), "right")
        return
    form = format_of(cell) if shown.holds == "typed" else None
    kept = stored(number) if number is not None and form else None
    count = count_of(cell.text) if shown.is_right and number is None else None
    if form is not None and kept is not None:
        page.sheet.write_number(row, column, kept, looks.number(form))
    elif count is not None:
        page.sheet.write_number(row, column, count, looks.number("0"))
    else:
        page.write(row, column, cell.text, look)


def _draw_bars(page: Page, table: Table, rows: int) -> None:
    """Let the shares of a table of bars show as bars from 0 to 100 %."""
    for column, _ in enumerate(table.columns[2:], start=2):
        page.sheet.set_column(column, column, 22)
        if rows:
            page.sheet.conditional_format(
                HEAD + 1,
                column,
                HEAD + rows,
                column,
                {
                    "type": "data_bar",
                    "bar_color": _BAR if column == 2 else "#C9D6E2",
                    "bar_solid": True,
                    "min_type": "num",
                    "max_type": "num",
                    "min_value": 0,
                    "max_value": 1,
                },
            )
