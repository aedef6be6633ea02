"""Text of a cell, put together from its runs, with what is struck through in it."""

import re
from collections.abc import Callable

from attrs import frozen

from almwp.intake.cells import Strike
from almwp_excel.markup import Attributes, is_on

_ESCAPED = re.compile(r"(?:_x[0-9A-Fa-f]{4}_)+")


@frozen(kw_only=True)
class StoredText:
    """A text with the strike-through of its runs.

    A run without a font of its own has the cell's; a run with one has that alone, so
    that it is not struck unless it says so.  Runs of spaces do not count.

    Attributes:
        text: The text as a reader of the cell sees it.
        if_plain: How much of it is struck in a cell whose font is not.
        if_struck: How much of it is struck in a cell whose font is.
    """

    text: str
    if_plain: Strike = Strike.NONE
    if_struck: Strike = Strike.WHOLE

    @property
    def is_rich(self) -> bool:
        """Whether a run has a font of its own that makes a difference."""
        return self.if_plain is not Strike.NONE or self.if_struck is not Strike.WHOLE


def unescape(text: str) -> str:
    """Decode ``_x000D_`` and its like, in which characters that XML lacks are written.

    Half of a surrogate pair is no character and stays as written.
    """
    return _ESCAPED.sub(_decode, text) if "_x" in text else text


def _decode(match: re.Match[str]) -> str:
    written = [part[1:] for part in match[0].split("_")[1::2]]
    signs: list[str] = []
    at = 0
    while at < len(written):
        high = int(written[at], 16)
        low = int(written[at + 1], 16) if at + 1 < len(written) else 0
        if 0xD800 <= high < 0xDC00 <= low < 0xE000:
            signs.append(chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00))
            at += 2
            continue
        half = 0xD800 <= high < 0xE000
        signs.append(f"_x{written[at]}_" if half else chr(high))
        at += 1
    return "".join(signs)


class TextRuns:
    """Puts together a text while expat passes its elements."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._struck: bool | None = None  # None: as the font of the cell
        self._kinds: set[bool | None] = set()
        self._phonetic = False
        self._in_font = False
        self.taking = False

    def phonetic(self, attributes: Attributes) -> None:
        """Enter a phonetic run, which says how to pronounce the text."""
        self._phonetic = True

    def end_phonetic(self) -> None:
        """Leave a phonetic run."""
        self._phonetic = False

    def run(self, attributes: Attributes) -> None:
        """Enter a run."""
        self._struck = None

    def font(self, attributes: Attributes) -> None:
        """Enter the font of a run."""
        self._in_font = True
        self._struck = False

    def end_font(self) -> None:
        """Leave the font of a run."""
        self._in_font = False

    def strike(self, attributes: Attributes) -> None:
        """Meet a strike-through."""
        if self._in_font:
            self._struck = is_on(attributes.get("val", "1"))

    def text(self, attributes: Attributes) -> None:
        """Enter a piece of text."""
        self.taking = not self._phonetic

    def end_text(self) -> None:
        """Leave a piece of text."""
        self.taking = False

    def end_run(self) -> None:
        """Leave a run: what follows has the font of the cell again."""
        self._struck = None

    def add(self, piece: str) -> None:
        """Take a piece of text, which may end anywhere."""
        self._pieces.append(piece)
        if not piece.isspace():
            self._kinds.add(self._struck)

    def take(self) -> StoredText:
        """Return what was put together, and begin anew."""
        stored = StoredText(
            text=unescape("".join(self._pieces)),
            if_plain=_share(self._kinds, cell_font=False),
            if_struck=_share(self._kinds, cell_font=True),
        )
        self._pieces.clear()
        self._kinds.clear()
        self._struck, self.taking = None, False
        self._phonetic = self._in_font = False
        return stored

    def starts(self) -> dict[str, Callable[[Attributes], None]]:
        """Return what to call where an element starts."""
        return {
            "rPh": self.phonetic,
            "r": self.run,
            "rPr": self.font,
            "strike": self.strike,
            "t": self.text,
        }

    def ends(self) -> dict[str, Callable[[], None]]:
        """Return what to call where an element ends."""
        return {
            "rPh": self.end_phonetic,
            "r": self.end_run,
            "rPr": self.end_font,
            "t": self.end_text,
        }


def _share(kinds: set[bool | None], *, cell_font: bool) -> Strike:
    struck = {cell_font if kind is None else kind for kind in kinds} or {cell_font}
    if struck == {True}:
        return Strike.WHOLE
    return Strike.PART if True in struck else Strike.NONE
