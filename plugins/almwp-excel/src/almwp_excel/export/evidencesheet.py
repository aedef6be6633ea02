"""The sheet of evidence: each statement with the cells in which it was read."""

from collections.abc import Iterable

from attrs import define, field

from almwp.exporting.evidence import how_to_ask
from almwp.model.report import Evidence
from almwp.model.source import Origin
from almwp_excel.export.page import Page, Pages
from almwp_excel.export.rowpage import begin_rows

_WIDTHS = (7, 44, 26, 28, 18, 9, 38)
_EXCERPT = 120
"""Characters of a statement that are said again; it stands whole where it is made."""
FIRST_ROW = 4
"""The row below the headings, counted from 0."""


def in_brackets(marks: Iterable[int]) -> str:
    """Return marks as they stand beside a statement."""
    return " ".join(f"[{mark}]" for mark in marks)


@define(kw_only=True, eq=False)
class Uses:
    """Gathers what was said on which evidence.

    Attributes:
        name: The name of the sheet of evidence.
    """

    name: str
    _found: list[tuple[int, str, str]] = field(factory=list, init=False)

    def add(self, mark: int, text: str, place: str) -> None:
        """Keep that *text*, which stands at *place*, rests on the evidence *mark*."""
        self._found.append((mark, text, place))

    @property
    def place(self) -> str:
        """The place to which marks lead."""
        return f"'{self.name}'!A{FIRST_ROW + 1}"

    def write(self, evidence: Iterable[Evidence], pages: Pages) -> None:
        """Write the sheet: a row for each statement and each cell on which it rests."""
        page = begin_rows(pages, self.name, _WIDTHS)
        translate = pages.translate
        page.write(
            1, 0, translate("Where each statement and number was read"), "caption"
        )
        page.write(2, 0, f"{how_to_ask(translate)}.", "running")
        headings = (
            translate("Mark"),
            translate("Statement"),
            translate("Place in this workbook"),
            translate("File"),
            translate("Sheet"),
            translate("Cell"),
            translate("Fingerprint of the file (SHA-256)"),
        )
        for column, heading in enumerate(headings):
            page.write(FIRST_ROW - 1, column, heading, "head")
        said: dict[int, list[tuple[str, str]]] = {}
        for mark, text, place in self._found:
            said.setdefault(mark, []).append((text, place))
        rows = [
            (note.mark, text, place, origin)
            for note in evidence
            for text, place in said.get(note.mark, ())
            for origin in note.origins
        ]
        for row, use in enumerate(rows, start=FIRST_ROW):
            _write_use(page, row, *use)
        last = FIRST_ROW + max(len(rows) - 1, 0)
        page.sheet.autofilter(FIRST_ROW - 1, 0, last, len(headings) - 1)
        page.sheet.freeze_panes(FIRST_ROW, 1)
        page.sheet.repeat_rows(FIRST_ROW - 1)


def _write_use(
    page: Page, row: int, mark: int, text: str, place: str, origin: Origin
) -> None:
    page.write_number(row, 0, mark, "0")
    shown = text if len(text) <= _EXCERPT else f"{text[:_EXCERPT]}…"
    page.write(row, 1, shown, "cell")
    page.link(row, 2, place, place, "marks")
    for column, words in enumerate(
        (origin.file, origin.sheet, origin.cell, origin.sha256), start=3
    ):
        page.write(row, column, words, "cell")
