"""How the cells of a template look: fonts, fills, number formats."""

from attrs import frozen
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from almwp.intake.form import FormField, Input

FONT = {"font_name": "Calibri", "font_size": 11}
"""Has the letters of all languages of ASEAN that are written in Latin letters."""
_GRID = {"border": 1, "border_color": "#BFBFBF"}
_NEEDED, _FREE, _OWN = "#1F4E79", "#5B7FA6", "#7F7F7F"
_INPUT = "#FFF9E5"
_NUMBER_FORMATS = {
    Input.TEXT: "@",
    Input.DATE: "yyyy\\-mm\\-dd",
    Input.PERCENT: "0.##%",
    Input.NUMBER: "General",
}
"""Words are kept as typed: Excel makes a date of 06/2024 unless it is told not to."""


@frozen(kw_only=True, eq=False)
class Looks:
    """The looks of a workbook, each made once."""

    title: Format
    words: Format
    english: Format
    label: Format
    needed_label: Format
    section: Format
    needed: Format
    free: Format
    own: Format
    cells: dict[Input, Format]
    lines: dict[Input, Format]

    def heading(self, field: FormField) -> Format:
        """Return the look of a heading: needed, free, or a column without a field."""
        if not field.key:
            return self.own
        return self.needed if field.required else self.free


def make_looks(book: Workbook) -> Looks:
    """Make the looks of *book*."""
    words = {**FONT, "text_wrap": True, "valign": "top"}
    heading = {**FONT, **_GRID, "bold": True, "text_wrap": True, "valign": "vcenter"}
    label = {**FONT, **_GRID, "text_wrap": True, "valign": "top", "bg_color": "#DDE6F0"}
    white = {**heading, "align": "center", "font_color": "#FFFFFF"}
    return Looks(
        title=book.add_format({**FONT, "bold": True, "font_size": 16}),
        words=book.add_format(words),
        english=book.add_format({**words, "italic": True, "font_color": "#595959"}),
        label=book.add_format(label),
        needed_label=book.add_format({**label, "bold": True}),
        section=book.add_format({**FONT, "bold": True, "font_size": 12}),
        needed=book.add_format({**white, "bg_color": _NEEDED}),
        free=book.add_format({**white, "bg_color": _FREE}),
        own=book.add_format({**white, "bg_color": _OWN}),
        cells={
            kind: book.add_format({**words, "num_format": code})
            for kind, code in _NUMBER_FORMATS.items()
        },
        lines={
            kind: book.add_format(
                {
                    **words,
                    **_GRID,
                    "num_format": code,
                    "bg_color": _INPUT,
                    "align": "left",
                }
            )
            for kind, code in _NUMBER_FORMATS.items()
        },
    )
