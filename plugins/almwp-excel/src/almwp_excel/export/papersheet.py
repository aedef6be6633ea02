"""The first sheet of an exported workbook: the paper, read from the top down."""

from collections.abc import Iterable
from typing import get_args

from attrs import define, field

from almwp.exporting.evidence import Marks
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
from almwp.model.source import Origin
from almwp_excel.export.evidencesheet import Uses, in_brackets
from almwp_excel.export.longtexts import pieces
from almwp_excel.export.page import Page, Pages
from almwp_excel.export.phrases import basis_in_words
from almwp_excel.export.tablesheet import Placed

_MOST = 1_500
"""Units of text in a row: Excel shows no row that is taller than 409 points."""


def begin_paper(report: Report, name: str, pages: Pages) -> Page:
    """Add the sheet; with texts side by side it has two columns for them."""
    is_paired = any(isinstance(block, Pair) for block in report.blocks)
    return pages.begin(name, (54, 54, 12) if is_paired else (82, 12))


@define(kw_only=True, eq=False)
class PaperSheet:
    """Writes the paper.

    Attributes:
        page: The sheet.
        marks: The marks of the evidence, which stand in the last column.
        uses: Gathers where each mark is used.
    """

    page: Page
    marks: Marks
    uses: Uses
    _row: int = field(default=1, init=False)
    _marked_rows: dict[int, dict[int, None]] = field(factory=dict, init=False)

    def write(self, report: Report, placed: Iterable[Placed]) -> None:
        """Write all blocks of *report*.

        Args:
            report: The report.
            placed: Where each table and figure of it stands, in their order.
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

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._row += 1
                look = self.page.pages.looks.heading(block.level)
                self.page.write_looking(self._row, 0, block.text, look)
                self._marked(block.text, self._row, 0, block.origins)
                self._row += 1
            case Pair():
                first = self._row
                ends = []
                for column, side in enumerate((block.left, block.right)):
                    self._row = first
                    self._beside(side, column)
                    ends.append(self._row)
                self._row = max(ends)
            case Paragraph() | Bullets() | Note():
                self._beside(block, 0)
            case _:
                raise AssertionError(block)

    def _beside(self, block: Paragraph | Bullets | Note, column: int) -> None:
        match block:
            case Paragraph():
                self._said(block.text, "text", block.origins, column)
            case Note():
                self._said(self._noted(block), "note", block.origins, column)
            case Bullets():
                items = block.items or (("",) if block.origins else ())
                for item in items:
                    self._said(item, "point", block.origins, column)

    def _noted(self, note: Note) -> str:
        if note.basis is None:
            return note.text
        said = basis_in_words(note.basis, self.page.pages.translate)
        return f"{said}: {note.text}"

    def _said(
        self, text: str, look: str, origins: Iterable[Origin] = (), column: int = 0
    ) -> None:
        """Write a text; one that is too tall for a row goes on in the next."""
        self._marked(text, self._row, column, origins)
        for piece in pieces(text, _MOST) if text else ("",):
            self.page.write(self._row, column, piece, look)
            self._row += 1

    def _placed(self, block: Table | AnyFigure, placed: Placed) -> None:
        """Write where a table stands, and what is said with a figure."""
        for caption, place in placed.places:
            self.page.link(self._row, 0, place, f"→ {caption}", "link")
            self._row += 1
        if isinstance(block, get_args(AnyFigure)) and block.alternative:
            self._said(block.alternative, "note")

    def _marked(
        self, text: str, row: int, column: int, origins: Iterable[Origin]
    ) -> None:
        marks = dict.fromkeys(self.marks[origin] for origin in origins)
        if not marks:
            return
        for mark in marks:
            self.uses.add(mark, text, self.page.place(row, column))
        # What stands side by side may rest on the same evidence.
        said = self._marked_rows.setdefault(row, {})
        said |= marks
        self.page.link(
            row, self.page.columns - 1, self.uses.place, in_brackets(said), "mark"
        )
