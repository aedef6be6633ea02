"""How the cells of an exported workbook look."""

from typing import Any

from attrs import define, field
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

FONT = {"font_name": "Calibri", "font_size": 11}
"""Has the letters of all languages of ASEAN that are written in Latin letters."""
_GRID = {"border": 1, "border_color": "#BFBFBF"}
_TEXT = {**FONT, "text_wrap": True, "valign": "top"}
_NEVER_HIDDEN = {"valign": "top", "shrink": True}
"""Numbers and days are never on two lines: where they are too wide, ``###`` shows."""
_DARK, _GREY = "#1F4E79", "#595959"
_LOOKS: dict[str, dict[str, Any]] = {
    "stamp": {**FONT, "font_size": 8, "font_color": "#A6A6A6"},
    "title": {**_TEXT, "bold": True, "font_size": 18, "font_color": _DARK},
    "subtitle": {**_TEXT, "font_size": 12, "font_color": _GREY},
    "classified": {**_TEXT, "bold": True, "font_color": "#9C0006"},
    "classified above": {**FONT, "bold": True, "font_color": "#9C0006"},
    "text": _TEXT,
    "running": FONT,
    "note": {**_TEXT, "italic": True, "bg_color": "#F2F2F2", "left": 5, "indent": 1},
    "point": {**_TEXT, "indent": 1, "num_format": '"•  "@'},
    "link": {**_TEXT, "font_color": "#0563C1", "underline": 1, "indent": 1},
    "mark": {**_TEXT, "font_size": 9, "font_color": "#0563C1"},
    "caption": {**FONT, "bold": True, "font_size": 13, "font_color": _DARK},
    "small caption": {**_TEXT, "bold": True, "font_color": _DARK},
    "head": {
        **_TEXT,
        **_GRID,
        "bold": True,
        "valign": "vcenter",
        "bg_color": _DARK,
        "font_color": "#FFFFFF",
    },
    "cell": {**_TEXT, **_GRID, "num_format": "@"},
    "right": {**_TEXT, **_GRID, "num_format": "@", "align": "right", "indent": 1},
    "marks": {**_TEXT, **_GRID, "font_size": 9, "font_color": "#0563C1"},
}


@define(eq=False)
class Looks:
    """The looks of a workbook, each made once.

    Attributes:
        book: The workbook.
    """

    book: Workbook
    _made: dict[str, Format] = field(factory=dict, init=False)
    _quoted: dict[int, Format] = field(factory=dict, init=False)
    _properties: dict[int, dict[str, Any]] = field(factory=dict, init=False)
    _indices: dict[int, int] = field(factory=dict, init=False)

    def of(self, name: str) -> Format:
        """Return the look that is called *name*."""
        return self._look(name, _LOOKS[name])

    def heading(self, level: int) -> Format:
        """Return the look of a heading of the paper."""
        size = (15, 13, 12, 11, 11, 11)[level - 1]
        look = {**_TEXT, "bold": True, "font_size": size, "font_color": _DARK}
        look |= {"bottom": 1, "bottom_color": _DARK} if level == 1 else {}
        look |= {"italic": True} if level > 4 else {}
        return self._look(f"heading {level}", look)

    def number(self, code: str) -> Format:
        """Return the look of a number in a table."""
        look = {**FONT, **_GRID, **_NEVER_HIDDEN, "num_format": code}
        look |= {"align": "right", "indent": 1}
        return self._look(f"number {code}", look)

    def day(self, code: str) -> Format:
        """Return the look of a day in a table, which stands among words."""
        look = {**FONT, **_GRID, **_NEVER_HIDDEN, "num_format": code, "align": "left"}
        return self._look(f"day {code}", look)

    def quoted(self, look: Format) -> Format:
        """Return *look* for words that begin like a formula, which they are not.

        Without the mark, who edits such a cell makes it one.
        """
        if id(look) not in self._quoted:
            properties = {**self._properties[id(look)], "quote_prefix": True}
            self._quoted[id(look)] = self.book.add_format(properties)
        return self._quoted[id(look)]

    def index(self, look: Format) -> int:
        """Return the number by which a cell names *look*."""
        if id(look) not in self._indices:
            # The only way to learn it before the sheets are written.
            self._indices[id(look)] = look._get_xf_index()
        return self._indices[id(look)]

    def _look(self, name: str, properties: dict[str, Any]) -> Format:
        if name not in self._made:
            made = self.book.add_format(properties)
            self._made[name] = made
            self._properties[id(made)] = properties
        return self._made[name]
