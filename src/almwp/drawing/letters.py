"""Letters: how wide words are in the font of figures, and how they are broken."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Self

from attrs import field, frozen

from almwp.drawing.missing import needs_matplotlib

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

_GAPS = re.compile(r"\s+")
_MEASURED = 64.0
"""The size in which words are measured."""
_LONGEST = 2000
"""Characters of which more are not looked at; no label shows as many."""


def cleaned(text: str) -> str:
    """Return *text* composed, on one line, without what has no shape of its own.

    Control characters, marks of direction and lone halves of characters would move
    other words or break a file.
    """
    composed = unicodedata.normalize("NFC", text)
    on_one_line = _GAPS.sub(" ", composed).strip()
    return "".join(
        c for c in on_one_line if unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )


@frozen
class Letters:
    """The font of figures: the one that comes with matplotlib, the same everywhere.

    Attributes:
        regular: The font.
        bold: Its bold sister.
        folder: Where both are.
    """

    regular: "FT2Font"
    bold: "FT2Font"
    folder: Path
    _known: dict[tuple[str, bool], float] = field(factory=dict, repr=False)

    @classmethod
    def load(cls) -> Self:
        """Open the font.

        Raises:
            CallError: matplotlib is not installed.
        """
        with needs_matplotlib():
            from matplotlib import get_data_path
            from matplotlib.ft2font import FT2Font
        folder = Path(get_data_path()) / "fonts" / "ttf"
        regular, bold = (FT2Font(str(path)) for path in font_files(folder))
        return cls(regular, bold, folder)

    def has(self, character: str) -> bool:
        """Say whether the font can show *character*, thin and bold."""
        code = ord(character)
        return bool(
            self.regular.get_char_index(code) and self.bold.get_char_index(code)
        )

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return how wide *text* is, in points."""
        pieces = text.split(" ")
        blank = self._measured("n n", bold) - self._measured("nn", bold)
        words = sum(self._measured(piece, bold) for piece in pieces if piece)
        return (words + blank * (len(pieces) - 1)) * size / _MEASURED

    def _measured(self, word: str, bold: bool) -> float:
        """Return how wide *word* is in the size in which words are measured."""
        found = self._known.get((word, bold))
        if found is None:
            from matplotlib.ft2font import LoadFlags

            font = self.bold if bold else self.regular
            font.set_size(_MEASURED, 72)
            font.set_text(word, 0.0, flags=LoadFlags.NO_HINTING)
            found = font.get_width_height()[0] / 64
            # What is measured once is not measured again: words come back.
            self._known[word, bold] = found
        return found

    def broken(
        self, text: str, size: float, width: float, *, lines: int, bold: bool = False
    ) -> tuple[str, ...]:
        """Break *text* into at most so many *lines* that are not wider than *width*.

        Words that are wider are broken themselves; what does not fit ends in an
        ellipsis.
        """

        def fits(piece: str) -> bool:
            return self.width(piece, size, bold=bold) <= width

        done: list[str] = []
        rest = text[:_LONGEST]
        while rest and len(done) < lines:
            line = _first_line(rest, fits)
            done.append(line.rstrip())
            rest = rest[len(line) :].lstrip()
        if rest or len(text) > _LONGEST:
            last = done[-1] if done else ""
            while last and not fits(last + "…"):
                last = last[:-1].rstrip()
            done[-1:] = [last + "…"]
        return tuple(done)


def font_files(folder: Path) -> tuple[Path, Path]:
    """Return the files of the font and of its bold sister."""
    return folder / "DejaVuSans.ttf", folder / "DejaVuSans-Bold.ttf"


def _first_line(text: str, fits: Callable[[str], bool]) -> str:
    """Return as many whole words as fit, or else as many characters; at least one."""
    end = 0
    for gap in re.finditer(r"\s|$", text):
        if not fits(text[: gap.start()]):
            break
        end = gap.end()
    if end:
        return text[:end]
    low, high = 1, min(len(text), text.find(" ") if " " in text else len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[:middle]):
            low = middle
        else:
            high = middle - 1
    # A letter and the marks on it stay together.
    while low < len(text) and unicodedata.combining(text[low]) and low > 1:
        low -= 1
    return text[:low]
