"""What a stored cell holds: its kind, text, number format and strike-through."""

import re
from datetime import date
from typing import NamedTuple

from attrs import define

from almwp.findings.rule import Finding, Location, Rule
from almwp.intake.cells import CellKind, Strike
from almwp.intake.packedcells import Look
from almwp_excel import rules, sheetrules
from almwp_excel.markup import whole
from almwp_excel.rawcells import RawCell
from almwp_excel.richtext import StoredText, unescape
from almwp_excel.sharedstrings import SharedStrings
from almwp_excel.styles import PLAIN, CellStyle

NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
"""What stands in a cell with a number."""
_DATE = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?|T?\d\d:\d\d.*", re.ASCII)
_BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}
_LOST = "#REF!"
"""What a cell shows whose text is not in the file: it is an error, not a blank."""


class Value(NamedTuple):
    """What a cell holds."""

    kind: CellKind
    text: str
    strike: Strike


@define(kw_only=True)
class _Oddity:
    first: str
    count: int = 0


class CellMaker:
    """Makes cells of what a sheet stores, and remembers what was odd about them.

    Attributes:
        empty_texts: How many cells named a shared text that is empty.
        odd: How often something was odd.
    """

    def __init__(self, styles: tuple[CellStyle, ...], strings: SharedStrings) -> None:
        self._styles, self._strings = styles, strings
        self._by_number = {str(at): style for at, style in enumerate(styles)}
        self._oddities: dict[Rule, _Oddity] = {}
        self.empty_texts = self.odd = 0

    @property
    def has_odd(self) -> bool:
        """Whether anything was odd."""
        return self.odd > 0

    def look(self, raw: RawCell, value: Value) -> Look:
        """Return the look of a cell that holds *value*; its column may be hidden."""
        number_format = (self._known_style(raw) or PLAIN).number_format
        return Look(value.kind, number_format, raw.hidden, value.strike)

    def value(self, raw: RawCell) -> Value | None:
        """Return what the cell holds, or None if it is empty."""
        return self._value(raw, self._style(raw))

    def _value(self, raw: RawCell, style: CellStyle) -> Value | None:
        strike = Strike.WHOLE if style.struck else Strike.NONE
        if raw.kind == "s":
            value = self._shared(raw, style)
        elif raw.inline is not None and raw.inline.text:
            value = _rich(raw.inline, style)
        elif raw.value is None:
            value = None
        elif raw.kind in ("str", "inlineStr"):
            keep = raw.value or raw.formula is not None
            text = unescape(raw.value)
            value = Value(CellKind.TEXT, text, strike) if keep else None
        else:
            value = self._simple(raw, strike)
        if value is None and raw.formula is not None:
            return Value(CellKind.UNCALCULATED, "", strike)
        return value

    def findings(self, at: Location) -> list[Finding]:
        """Return one finding for each thing that was odd, at its first cell."""
        return [
            rule.at(
                Location(file=at.file, sheet=at.sheet, cell=odd.first), count=odd.count
            )
            for rule, odd in self._oddities.items()
        ]

    def _style(self, raw: RawCell) -> CellStyle:
        style = self._known_style(raw)
        if style is None:
            self._odd(rules.UNKNOWN_STYLE, raw)
        return style or PLAIN

    def _known_style(self, raw: RawCell) -> CellStyle | None:
        """Return the style that the cell names, or None if there is none."""
        style = self._by_number.get(raw.style)
        if style is None:
            number = whole(raw.style)  # written in another way, such as " 01"
            if number is not None and number < len(self._styles):
                return self._styles[number]
            return PLAIN if number == 0 else None
        return style

    def _shared(self, raw: RawCell, style: CellStyle) -> Value | None:
        """Look up the text that the cell names by its number."""
        if not raw.value or raw.value.isspace():
            return None
        number = whole(raw.value)
        if number is None or number >= len(self._strings.texts):
            self._odd(rules.MISSING_TEXT, raw)
            return Value(CellKind.ERROR, _LOST, Strike.NONE)
        text = self._strings.texts[number]
        if not text and raw.formula is None:
            self.empty_texts += 1
            return None
        if number in self._strings.rich:
            return _rich(self._strings.rich[number], style)
        return Value(CellKind.TEXT, text, Strike.WHOLE if style.struck else Strike.NONE)

    def _simple(self, raw: RawCell, strike: Strike) -> Value | None:
        """Read a value that stands in the cell itself and is not a text."""
        text = (raw.value or "").strip()
        if not text:
            return None
        if raw.kind == "n" and NUMBER.fullmatch(text):
            return Value(CellKind.NUMBER, text, strike)
        if raw.kind == "b" and text.lower() in _BOOLEANS:
            return Value(CellKind.BOOLEAN, _BOOLEANS[text.lower()], strike)
        if raw.kind == "e":
            return Value(CellKind.ERROR, text, strike)
        if raw.kind == "d" and _is_date(text):
            return Value(CellKind.DATE, text, strike)
        self._odd(sheetrules.NO_DATE if raw.kind == "d" else rules.ODD_VALUE, raw)
        return Value(CellKind.TEXT, unescape(raw.value or ""), strike)

    def _odd(self, rule: Rule, raw: RawCell) -> None:
        self.odd += 1
        self._oddities.setdefault(rule, _Oddity(first=raw.ref)).count += 1


def _is_date(text: str) -> bool:
    """Say whether *text* is a day of the calendar, a day with a time, or a time."""
    match = _DATE.fullmatch(text)
    if match is None:
        return False
    try:
        return match["day"] is None or bool(date.fromisoformat(match["day"]))
    except ValueError:
        return False


def _rich(stored: StoredText, style: CellStyle) -> Value:
    strike = stored.if_struck if style.struck else stored.if_plain
    return Value(CellKind.TEXT, stored.text, strike)
