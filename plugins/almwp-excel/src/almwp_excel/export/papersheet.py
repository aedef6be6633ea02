"""The first sheet of an exported workbook: the paper, read from the top down."""

from collections.abc import Iterable, Mapping
from typing import get_args

from attrs import define, field

from almwp.exporting.evidence import Origins
from almwp.exporting.phrases import basis_in_words
from almwp.model.figures import AnyFigure
from almwp.model.report import (
    Block,
    Bullets,
    Heading,
    Note,
    Pair,
    Paragraph,
    Report,
    Table,
)
from almwp_excel.export.evidencesheet import Uses, in_brackets
from almwp_excel.export.longtexts import pieces
from almwp_excel.export.page import Page, Pages
from almwp_excel.export.smalltable import SmallTable, is_short
from almwp_excel.export.tablesheet import Placed

_MOST = 1_500
"""Units of text in a row: Excel shows no row that is taller than 409 points."""


_GRID = 40
"""Narrow columns of the paper: each text and each cell of a table takes several."""
_UPRIGHT, _ACROSS = 2.0, 3.0
"""How wide each is, in characters, on an upright page and on one across."""
_FEW = 4
"""Columns of a table that can be read beside one another on an upright page."""
_MARKS = 14
"""How wide the column of the marks is."""


def begin_paper(report: Report, name: str, pages: Pages) -> Page:
    """Add the sheet; wide tables and texts side by side need a page across."""
    is_wide = any(_is_wide(block) for block in report.blocks)
    # The last column is for the marks.
    count = max(min(_GRID, pages.extent.columns - 1), 2)
    return pages.begin(name, (*[_ACROSS if is_wide else _UPRIGHT] * count, _MARKS))


def _is_wide(block: Block) -> bool:
    return isinstance(block, Pair) or (
        isinstance(block, Table) and is_short(block) and len(block.columns) > _FEW
    )


@define(kw_only=True, eq=False)
class PaperSheet:
    """Writes the paper.

    Attributes:
        page: The sheet.
        marks: The marks of the evidence, which stand in the last column.
        uses: Gathers where each mark is used.
    """

    page: Page
    marks: Mapping[Origins, int]
    uses: Uses
    _row: int = field(default=1, init=False)
    _marked_rows: dict[int, dict[int, None]] = field(factory=dict, init=False)

    def write(self, report: Report, placed: Iterable[Placed | SmallTable]) -> None:
        """Write all blocks of *report*.

        Args:
            report: The report.
            placed: Each table and figure of it in their order, or where it stands.
        """
        self._said(report.title, "title")
        if report.subtitle:
            self._said(report.subtitle, "subtitle")
        self._said(self.page.pages.classified, "classified")
        if report.notice:
            self._said(report.notice, "classified")
        waiting = iter(placed)
        for block in report.blocks:
            if isinstance(block, Table | AnyFigure):
                self._placed(block, next(waiting))
            else:
                self._block(block)

    @property
    def _grid(self) -> int:
        """How many columns there are for texts and tables."""
        return self.page.columns - 1

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._row += 1
                look = self.page.pages.looks.heading(block.level)
                self.page.write_looking(self._row, 0, block.text, look, self._grid)
                self._marked(block.text, self._row, 0, block.origins)
                self._row += 1
            case Pair():
                first = self._row
                ends = []
                half = self._grid // 2
                places = ((0, half), (half, self._grid - half))
                for side, place in zip((block.left, block.right), places, strict=True):
                    self._row = first
                    self._beside(side, place)
                    ends.append(self._row)
                self._row = max(ends)
            case Paragraph() | Bullets() | Note():
                self._beside(block, (0, self._grid))
            case _:
                raise AssertionError(block)

    def _beside(
        self, block: Paragraph | Bullets | Note, place: tuple[int, int]
    ) -> None:
        match block:
            case Paragraph():
                self._said(block.text, "text", block.origins, place)
            case Note():
                self._said(self._noted(block), "note", block.origins, place)
            case Bullets():
                items = block.items or (("",) if block.origins else ())
                for item in items:
                    self._said(item, "point", block.origins, place)

    def _noted(self, note: Note) -> str:
        if note.basis is None:
            return note.text
        said = basis_in_words(note.basis, self.page.pages.translate)
        return f"{said}: {note.text}"

    def _said(
        self,
        text: str,
        look: str,
        origins: Origins = (),
        place: tuple[int, int] | None = None,
    ) -> None:
        """Write a text; one that is too tall for a row goes on in the next."""
        column, span = place or (0, self._grid)
        self._marked(text, self._row, column, origins)
        for piece in pieces(text, _MOST) if text else ("",):
            self.page.write(self._row, column, piece, look, span)
            self._row += 1

    def _placed(self, block: Table | AnyFigure, placed: Placed | SmallTable) -> None:
        """Draw a table or write where it stands, and what is said with a figure."""
        if isinstance(placed, SmallTable):
            self._row = placed.draw(self.page, self._row, self._grid, self._marked) + 1
        else:
            for caption, place in placed.places:
                said = f"→ {caption}"
                self.page.link(self._row, 0, place, said, "link", self._grid)
                self._row += 1
        if isinstance(block, get_args(AnyFigure)) and block.alternative:
            self._said(block.alternative, "note")

    def _marked(self, text: str, row: int, column: int, origins: Origins) -> None:
        if not origins:
            return
        mark = self.marks[origins]
        self.uses.add(mark, text, self.page.place(row, column))
        # What stands side by side may rest on the same evidence.
        said = self._marked_rows.setdefault(row, {})
        said[mark] = None
        self.page.link(
            row, self.page.columns - 1, self.uses.place, in_brackets(said), "mark"
        )
